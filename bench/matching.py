"""How fast is the matching engine? The same invented people and jobs for the engine and others, same answers.

    script/bench matching [--kandidaten 1000000] [--vragen 50] [--top 50] [--zaad 1] [--anderen numpy,polars,…]

Every searcher gets one thread. A quick run: --kandidaten 20000. Times are of the clock, with the processor's beside
them, for a machine where others are busy too.

Popularity of competences is strongly skewed, homes lie in clusters of towns, 5 % of each field is unknown.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent))

from _matching_bytes import gelezen_bytes
from _matching_data import PEILDATUM, Bevolking

from werklandschap.matching.motor import Index

Lijst = list[tuple[str, int, int]]
ANDEREN = {
    "numpy": "NumpyZoeker",
    "polars": "PolarsZoeker",
    "duckdb": "DuckdbZoeker",
    "sqlite": "SqliteZoeker",
    "postgres": "PostgresZoeker",
}
os.environ.setdefault("POLARS_MAX_THREADS", "1")


def main() -> int:
    """Run, print the table, write .bench/matching.json; 1 when answers differ."""
    opties = _opties()
    lot = Bevolking(opties.kandidaten, opties.zaad)
    print(f"{opties.kandidaten} kandidaten, {opties.vragen} vragen, top {opties.top}", flush=True)
    index, bouw_s, bouw_mb = _bouw(lot)
    vragen = [lot.werkprofiel(nummer) for nummer in range(opties.vragen)]
    index.zoek(vragen[0], opties.top, PEILDATUM)  # compiled and warm

    def motor(werk: Any) -> Lijst:
        return [(t.kandidaat, t.straks, len(t.onbekend)) for t in index.zoek(werk, opties.top, PEILDATUM)]

    uitkomst: dict[str, Any] = {
        "kandidaten": opties.kandidaten,
        "competenties_per_kandidaat": round(lot.kolommen.competentie_code.size / opties.kandidaten, 1),
        "bouw_s": round(bouw_s, 2),
        "bouw_mb": round(bouw_mb),
        "zoekers": {},
    }
    antwoorden, uitkomst["zoekers"]["werklandschap"] = _meet(motor, vragen)
    uitkomst["machine"] = f"{platform.processor() or platform.machine()}, {os.cpu_count()} kernen"
    uitkomst |= _geheugen(index, vragen, uitkomst["zoekers"]["werklandschap"]["cpu_p50_ms"])
    uitkomst["batch"] = _batch(index, lot, opties)
    _bewaar(uitkomst)
    gelijk = True
    for naam in filter(None, opties.anderen.split(",")):
        print(f"{naam} …", flush=True)
        begin = time.perf_counter()
        zoeker = getattr(importlib.import_module(f"_matching_{naam}"), ANDEREN[naam])(lot)
        bouw = round(time.perf_counter() - begin, 1)
        anders = vragen[: opties.vragen_anderen]
        zoeker.zoek(anders[0], opties.top)
        gevonden, maten = _meet(lambda werk, zoeker=zoeker: zoeker.zoek(werk, opties.top), anders)
        maten["bouw_s"] = bouw
        maten["gelijk"] = gevonden == antwoorden[: len(anders)]
        gelijk &= maten["gelijk"]
        uitkomst["zoekers"][naam] = maten
        print(f"{naam}: {maten}", flush=True)
        _bewaar(uitkomst)
        del zoeker
    _toon(uitkomst)
    return 0 if gelijk else 1


def _opties() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kandidaten", type=int, default=1_000_000)
    parser.add_argument("--vragen", type=int, default=50)
    parser.add_argument("--vragen-anderen", type=int, default=50, help="the others get the first of them")
    parser.add_argument("--top", type=int, default=50)
    parser.add_argument("--zaad", type=int, default=1)
    parser.add_argument("--anderen", default=",".join(ANDEREN), help="which others, by name")
    return parser.parse_args()


def _bouw(lot: Bevolking) -> tuple[Index, float, float]:
    klein = Bevolking(10, 1)
    Index(klein.taxonomie, klein.woorden, klein.kolommen)  # compiles the loops of building
    begin = time.perf_counter()
    index = Index(lot.taxonomie, lot.woorden, lot.kolommen)
    seconden = time.perf_counter() - begin
    return index, seconden, (index.omvang + sum(map(sys.getsizeof, lot.kolommen.ids))) / 1e6


def _meet(zoek: Callable[[Any], Lijst], vragen: list[Any]) -> tuple[list[Lijst], dict[str, Any]]:
    antwoorden, tijden, rekentijden = [], [], []
    belasting = round(os.getloadavg()[0], 1)
    for werk in vragen:
        begin, rekenbegin = time.perf_counter(), time.process_time()
        antwoorden.append(zoek(werk))
        tijden.append(1000 * (time.perf_counter() - begin))
        rekentijden.append(1000 * (time.process_time() - rekenbegin))
    p50, p95 = np.percentile(tijden, [50, 95])
    return antwoorden, {
        "p50_ms": round(float(p50), 2),
        "p95_ms": round(float(p95), 2),
        "cpu_p50_ms": round(float(np.median(rekentijden)), 2),
        "cpu_p95_ms": round(float(np.percentile(rekentijden, 95)), 2),
        "vragen": len(vragen),
        "belasting": belasting,
    }


def _geheugen(index: Index, vragen: list[Any], cpu_p50_ms: float) -> dict[str, float]:
    """What a question reads, in MB (the median) and GB a second of the processor, beside the speed of reading."""
    gelezen = float(np.median([gelezen_bytes(index, werk) for werk in vragen]))
    return {
        "gelezen_mb": round(gelezen / 1e6, 2),
        "gelezen_gb_s": round(gelezen / cpu_p50_ms / 1e6, 2),
        "bandbreedte_gb_s": round(_bandbreedte(), 1),
    }


def _batch(index: Index, lot: Bevolking, opties: argparse.Namespace) -> dict[str, Any]:
    aantal = 10 * opties.vragen
    werk = [lot.werkprofiel(1000 + nummer) for nummer in range(aantal)]
    list(index.zoek_alle(werk[:2], 20, PEILDATUM, draden=2))
    begin, rekenbegin = time.perf_counter(), time.process_time()
    treffers = sum(len(gevonden) for _, gevonden in index.zoek_alle(werk, 20, PEILDATUM, draden=2))
    seconden, rekentijd = time.perf_counter() - begin, time.process_time() - rekenbegin
    maten = {"werkprofielen": aantal, "top": 20, "draden": 2, "treffers": treffers}
    return maten | {"s": round(seconden, 2), "cpu_s": round(rekentijd, 2), "belasting": round(os.getloadavg()[0], 1)}


def _bandbreedte() -> float:
    """Reading speed of memory in GB/s: the sum of 200 MB, best of three."""
    reeks = np.ones(25_000_000)
    tijden = []
    for _ in range(3):
        begin = time.perf_counter()
        reeks.sum()
        tijden.append(time.perf_counter() - begin)
    return float(reeks.nbytes / min(tijden) / 1e9)


def _toon(uitkomst: dict[str, Any]) -> None:
    print(f"bouw {uitkomst['bouw_s']} s, {uitkomst['bouw_mb']} MB; machine {uitkomst['machine']}")
    print(
        f"een vraag leest {uitkomst['gelezen_mb']} MB, {uitkomst['gelezen_gb_s']} GB/s; "
        f"het geheugen haalt {uitkomst['bandbreedte_gb_s']} GB/s"
    )
    eigen = uitkomst["zoekers"]["werklandschap"]["p50_ms"]
    print(f"{'zoeker':<15}{'p50 ms':>10}{'p95 ms':>10}{'cpu p50':>10}{'maal':>8}{'last':>6}  gelijk")
    for naam, maten in uitkomst["zoekers"].items():
        gelijk = {True: "ja", False: "NEE"}.get(maten.get("gelijk"), "")
        tijden = "".join(f"{maten[maat]:>10}" for maat in ("p50_ms", "p95_ms", "cpu_p50_ms"))
        print(f"{naam:<15}{tijden}{maten['p50_ms'] / eigen:>8.1f}{maten['belasting']:>6}  {gelijk}")
    batch = uitkomst["batch"]
    print(
        f"{batch['werkprofielen']} werkprofielen met {batch['draden']} draden: "
        f"{batch['s']} s, {batch['cpu_s']} s rekenen"
    )


def _bewaar(uitkomst: dict[str, Any]) -> None:
    map_ = Path(".bench")
    map_.mkdir(exist_ok=True)
    (map_ / "matching.json").write_text(json.dumps(uitkomst, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
