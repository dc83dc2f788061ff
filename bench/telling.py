"""How fast do the live counts of a job profile follow a change? With and without every hard requirement.

    script/bench telling [--kandidaten 20000] [--vragen 30] [--zaad 1]

One change asks for the count of the profile and for one count per hard requirement. Ordinary profiles have fifteen
competences and every kind of hard requirement; the mild ones ask almost nothing, so that nearly everybody passes.
Fails (1) when nine of ten ordinary changes take longer than 300 ms of the processor.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from _matching_data import PEILDATUM, Bevolking

from werklandschap.matching.motor import Index

HOOGUIT_MS = 300


def main() -> int:
    """Run, print, write .bench/telling.json."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kandidaten", type=int, default=20_000)
    parser.add_argument("--vragen", type=int, default=30)
    parser.add_argument("--zaad", type=int, default=1)
    opties = parser.parse_args()
    lot = Bevolking(opties.kandidaten, opties.zaad)
    index = Index(lot.taxonomie, lot.woorden, lot.kolommen)
    gewoon = [lot.werkprofiel(nummer) for nummer in range(opties.vragen)]
    index.zoek(gewoon[0], opties.kandidaten, PEILDATUM)  # compiled and warm
    uitkomst: dict[str, Any] = {"kandidaten": opties.kandidaten, "belasting": [round(x, 1) for x in os.getloadavg()]}
    for naam, vragen in (("gewoon", gewoon), ("mild", [_mild(vraag) for vraag in gewoon])):
        metingen = sorted((_meet(index, vraag, opties.kandidaten) for vraag in vragen), key=lambda m: m["cpu_ms"])
        uitkomst[naam] = {
            "midden": metingen[len(metingen) // 2],
            "negen_van_tien": metingen[int(0.9 * (len(metingen) - 1))],
        }
        print(f"{naam:7} {uitkomst[naam]}")
    Path(".bench").mkdir(exist_ok=True)
    Path(".bench/telling.json").write_text(json.dumps(uitkomst, indent=2), encoding="utf-8")
    return 0 if uitkomst["gewoon"]["negen_van_tien"]["cpu_ms"] <= HOOGUIT_MS else 1


def _varianten(vraag: Any) -> list[Any]:
    """The profile, and the same without each hard requirement: as the page asks it."""
    uit = [vraag]
    for plaats, eis in enumerate(vraag.eisen):
        if eis.hard:
            eisen = tuple(replace(e, hard=False) if n == plaats else e for n, e in enumerate(vraag.eisen))
            uit.append(replace(vraag, eisen=eisen))
    uit += [
        replace(vraag, certificaten=tuple(c for c in vraag.certificaten if c != code)) for code in vraag.certificaten
    ]
    uit += [replace(vraag, talen={t: n for t, n in vraag.talen.items() if t != taal}) for taal in vraag.talen]
    if vraag.uren_min is not None or vraag.uren_max is not None:
        uit.append(replace(vraag, uren_min=None, uren_max=None))
    if vraag.dagdelen:
        uit.append(replace(vraag, dagdelen=None))
    return uit


def _meet(index: Index, vraag: Any, aantal: int) -> dict[str, float]:
    klok, cpu = time.perf_counter(), time.process_time()
    varianten = _varianten(vraag)
    over = [len(index.zoek(vraag, aantal, PEILDATUM)), *(index.tel(v, PEILDATUM) for v in varianten[1:])]
    return {
        "tellingen": len(varianten),
        "over": over[0],
        "cpu_ms": round(1000 * (time.process_time() - cpu), 1),
        "klok_ms": round(1000 * (time.perf_counter() - klok), 1),
    }


def _mild(vraag: Any) -> Any:
    return replace(
        vraag,
        eisen=tuple(replace(eis, niveau=1) for eis in vraag.eisen),
        certificaten=(),
        talen={},
        uren_min=None,
        uren_max=None,
        dagdelen=None,
        lat=None,
        lon=None,
        omstandigheden={},
        start=PEILDATUM + timedelta(days=1000),
    )


if __name__ == "__main__":
    sys.exit(main())
