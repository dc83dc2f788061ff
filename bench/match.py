"""How long does `werklandschap match` take, and how much memory? With the people and jobs of the other benchmark.

    script/bench match [--kandidaten 1000000] [--werkprofielen 1000] [--processen 1,2] [--werkers 1,2,4] [--map .bench]

The files are made once and kept in the map. ``--processen`` and ``--werkers`` (of a Dask cluster on this machine, one
thread each) say which runs to do; every run must give the same bytes. Times are of the clock, and of the processor for
the command and all its processes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent))

from _matching_data import PEILDATUM, Bevolking

from werklandschap.matching.invoer import Werkprofiel
from werklandschap.matching.kolommen import (
    DAGDELEN_ONBEKEND,
    GEEN_CERTIFICAAT,
    GRENS,
    ONBEKEND,
    REIS_ONBEKEND,
    SECTOR,
    STAP_NUL,
    TAAL,
    VANAF_ONBEKEND,
    VOORKEUR,
    ZONDER_EINDE,
)

KAARTEN = {TAAL: ("talen", 0), GRENS: ("grenzen", 0), VOORKEUR: ("voorkeur", STAP_NUL), SECTOR: ("sectoren", STAP_NUL)}


def main() -> int:
    """Make the files, do the runs, print and write .bench/match.json; 1 when the bytes differ."""
    opties = _opties()
    bestanden = _bestanden(opties)
    uitkomst: dict[str, Any] = {"kandidaten": opties.kandidaten, "werkprofielen": opties.werkprofielen}
    for soort, aantallen in (("processen", opties.processen), ("werkers", opties.werkers)):
        for aantal in filter(None, aantallen.split(",")):
            naam = f"{soort} {aantal}"
            uitkomst[naam] = _loop_met(soort, int(aantal), bestanden)
            print(f"{naam}: {uitkomst[naam]}", flush=True)
    Path(".bench").mkdir(exist_ok=True)
    Path(".bench/match.json").write_text(json.dumps(uitkomst, indent=2) + "\n", encoding="utf-8")
    return int(len({maten["bytes"] for maten in uitkomst.values() if isinstance(maten, dict)}) > 1)


def _opties() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kandidaten", type=int, default=1_000_000)
    parser.add_argument("--werkprofielen", type=int, default=1000)
    parser.add_argument("--processen", default="1,2")
    parser.add_argument("--werkers", default="", help="say 1,2,4")
    parser.add_argument("--map", type=Path, default=Path(".bench"))
    return parser.parse_args()


def _bestanden(opties: argparse.Namespace) -> list[str]:
    opties.map.mkdir(parents=True, exist_ok=True)
    paden = [opties.map / f"k{opties.kandidaten}.jsonl", opties.map / f"w{opties.werkprofielen}.jsonl"]
    paden.append(opties.map / "t.json")
    if not all(pad.exists() for pad in paden):
        lot = Bevolking(opties.kandidaten, 1)
        _schrijf(paden[0], _kandidaten(lot))
        werk = (lot.werkprofiel(1000 + nummer) for nummer in range(opties.werkprofielen))
        _schrijf(paden[1], map(_als_dict, werk))
        taxonomie = lot.taxonomie
        velden = {"verwantschap": taxonomie.verwantschap, "leertijd": taxonomie.leertijd}
        _schrijf(paden[2], [velden | {"vanaf_nul": taxonomie.vanaf_nul}])
    namen = ("--kandidaten", "--werkprofielen", "--taxonomie")
    return [deel for naam, pad in zip(namen, paden, strict=True) for deel in (naam, str(pad))]


def _schrijf(pad: Path, regels: Any) -> None:
    tijdelijk = pad.with_suffix(".tmp")
    with tijdelijk.open("w", encoding="utf-8") as bestand:
        for regel in regels:
            bestand.write(json.dumps(regel, separators=(",", ":")) + "\n")
    tijdelijk.replace(pad)


def _als_dict(werk: Werkprofiel) -> dict[str, Any]:
    velden = {naam: getattr(werk, naam) for naam in werk.__dataclass_fields__}
    velden["start"] = werk.start.isoformat()
    velden["eisen"] = [{naam: getattr(eis, naam) for naam in eis.__dataclass_fields__} for eis in werk.eisen]
    velden["weging"] = {naam: getattr(werk.weging, naam) for naam in werk.weging.__dataclass_fields__}
    return velden


def _kandidaten(lot: Bevolking) -> Iterator[dict[str, Any]]:
    k, codes = lot.kolommen, list(lot.woorden.feiten)
    certificaten = list(lot.woorden.certificaten)
    begin = [
        np.append(0, np.cumsum(aantal, dtype=np.int64)).tolist()
        for aantal in (k.competentie_aantal, k.certificaat_aantal, k.feit_aantal)
    ]
    for rij, naam in enumerate(k.ids):
        comp, cert, feit = (slice(plek[rij], plek[rij + 1]) for plek in begin)
        paren = zip(k.competentie_code[comp].tolist(), k.competentie_niveau[comp].tolist(), strict=True)
        mens: dict[str, Any] = {"id": naam, "competenties": {f"c{code}": niveau for code, niveau in paren}}
        mens["leertempo"] = int(k.tempo[rij])
        paren = zip(k.certificaat_code[cert].tolist(), k.certificaat_tot[cert].tolist(), strict=True)
        mens["certificaten"] = {certificaten[code]: _einde(tot) for code, tot in paren}
        for kaart, _ in KAARTEN.values():
            mens[kaart] = {}
        for nummer, waarde in zip(k.feit_code[feit].tolist(), k.feit_waarde[feit].tolist(), strict=True):
            kaart, af = KAARTEN[codes[nummer][:2]]
            mens[kaart][codes[nummer][2:]] = waarde - af
        yield mens | _gegevens(lot, rij)


def _einde(tot: int) -> bool | str | None:
    return False if tot == GEEN_CERTIFICAAT else None if tot == ZONDER_EINDE else date.fromordinal(tot).isoformat()


def _gegevens(lot: Bevolking, rij: int) -> dict[str, Any]:
    k = lot.kolommen
    laag, hoog = int(k.uren_min[rij]), int(k.uren_max[rij])
    mens: dict[str, Any] = {
        "uren_min": None if laag == ONBEKEND else laag,
        "uren_max": None if hoog == ONBEKEND else hoog,
        "dagdelen": None if k.dagdelen[rij] == DAGDELEN_ONBEKEND else int(k.dagdelen[rij]),
    }
    if k.vanaf[rij] != VANAF_ONBEKEND:
        mens["beschikbaar_vanaf"] = date.fromordinal(int(k.vanaf[rij])).isoformat()
    if k.reis[rij] != REIS_ONBEKEND:
        mens |= {"lat": round(float(k.lat[rij]), 5), "lon": round(float(k.lon[rij]), 5), "reis_km": int(k.reis[rij])}
    if k.riasec[0, rij] != ONBEKEND and k.riasec[:, rij].max() <= 100:
        mens["riasec"] = k.riasec[:, rij].tolist()
    return mens


def _loop_met(soort: str, aantal: int, bestanden: list[str]) -> dict[str, Any]:
    if soort == "processen":
        return _loop([*bestanden, "--processen", str(aantal)])
    from distributed import LocalCluster

    with LocalCluster(n_workers=aantal, threads_per_worker=1, dashboard_address=None) as cluster:
        return _loop([*bestanden, "--dask", cluster.scheduler_address])


def _loop(opties: list[str]) -> dict[str, Any]:
    """One run of the command: seconds of the clock and the processor, the most memory of its largest process."""
    uit, begin = Path(opties[1]).with_name("m.jsonl"), time.perf_counter()
    opdracht = [sys.executable, "-m", "werklandschap", "match", *opties, "--peildatum", PEILDATUM.isoformat()]
    proces = subprocess.Popen([*opdracht, "--uit", str(uit)], stderr=subprocess.PIPE, text=True)
    assert proces.stderr is not None
    stappen = [f"{time.perf_counter() - begin:.0f} s: {regel.strip()}" for regel in proces.stderr]
    _, stand, gebruik = os.wait4(proces.pid, 0)
    return {
        "code": os.waitstatus_to_exitcode(stand),
        "s": round(time.perf_counter() - begin, 1),
        "cpu_s": round(gebruik.ru_utime + gebruik.ru_stime, 1),
        "geheugen_gb": round(gebruik.ru_maxrss / 1e6, 2),
        "belasting": round(os.getloadavg()[0], 1),
        "stappen": [stap for stap in stappen if " klaar" in stap] + stappen[-1:],
        "bytes": hashlib.sha256(uit.read_bytes()).hexdigest()[:12],
    }


if __name__ == "__main__":
    sys.exit(main())
