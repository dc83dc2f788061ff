"""Keeps an index in one file that several processes map into memory and share.

The file: 8 bytes of magic, the length (uint64) and CRC-32 (uint32) of a JSON head, the head, then the arrays, each on a
multiple of 64 bytes. The head holds the version of the format, codes, taxonomy, people who changed since the build, and
per array its type, shape, place and CRC-32. A file is written beside the old one and takes its place in one step, so a
crash leaves the old one; who has that open keeps it.
"""

from __future__ import annotations

import json
import os
import struct
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, overload

import numpy as np

from werklandschap.matching.deel import Deel, Rijen
from werklandschap.matching.invoer import Kandidaat, lees_kandidaat, lees_taxonomie
from werklandschap.matching.kolommen import Reeks, Woordenboek, Woordenboeken
from werklandschap.matching.motor import Index, Laag

MERK = b"WLINDEX\n"
FORMAAT = 4
LIJN = 64
KOP = struct.Struct("<QI")
LOS = ("op_id", "lat", "lon")
WOORDEN = ("competenties", "certificaten", "feiten")


class Beschadigd(ValueError):
    """This file is not a whole index of this version; the text says in Dutch what is wrong."""


class Namen(Sequence[str]):
    """Texts that stay in the file until asked: UTF-8 bytes (uint8), and where each begins (uint64 [n + 1])."""

    def __init__(self, tekst: Reeks, begin: Reeks) -> None:
        self.tekst = tekst
        self.begin = begin

    def __len__(self) -> int:
        return int(self.begin.size) - 1

    @overload
    def __getitem__(self, plaats: int) -> str: ...
    @overload
    def __getitem__(self, plaats: slice) -> list[str]: ...
    def __getitem__(self, plaats: int | slice) -> str | list[str]:
        if isinstance(plaats, slice):
            return [self[nummer] for nummer in range(*plaats.indices(len(self)))]
        if not 0 <= plaats < len(self):
            raise IndexError(plaats)
        return self.tekst[self.begin[plaats] : self.begin[plaats + 1]].tobytes().decode()


@dataclass(frozen=True, slots=True)
class _Stuk:
    """Where an array lies, counted from the start of the file."""

    soort: str
    vorm: list[int]
    plek: int
    crc: int


def bewaar(index: Index, pad: Path, notitie: dict[str, Any] | None = None) -> None:
    """Write the index to ``pad``, changes included; raises OSError, and then what was there stays.

    ``notitie`` is what a caller keeps with it (JSON), under the same checks.
    """
    lagen = index.lagen
    reeksen = {f"{nummer}.{naam}": reeks for nummer, laag in enumerate(lagen) for naam, reeks in _reeksen(laag)}
    kop = {
        "formaat": FORMAAT,
        "woorden": {naam: list(getattr(index.woorden, naam)) for naam in WOORDEN},
        "taxonomie": asdict(index.taxonomie),
        "competenties": [laag.deel.rijen.competenties for laag in lagen],
        "mensen": [[_als_json(mens) for mens in laag.mensen.values()] for laag in lagen],
        "notitie": notitie or {},
    }
    _ruim_op(pad)
    tijdelijk = pad.with_name(f".{pad.name}.{os.getpid()}.tmp")
    try:
        with tijdelijk.open("wb") as bestand:
            _schrijf(bestand, kop, reeksen)
            bestand.flush()
            os.fsync(bestand.fileno())
        tijdelijk.replace(pad)
    finally:
        tijdelijk.unlink(missing_ok=True)


def open_index(pad: Path) -> Index:
    """Map a saved index into memory; its arrays are shared between processes. Raises OSError and Beschadigd."""
    return open_met_notitie(pad)[0]


def open_met_notitie(pad: Path) -> tuple[Index, dict[str, Any]]:
    """A saved index and what was kept with it. Raises OSError and Beschadigd."""
    with pad.open("rb") as bestand:
        kop = _lees_kop(bestand.read(len(MERK) + KOP.size), bestand.read)
    inhoud = np.asarray(np.memmap(pad, mode="c"))
    reeksen = {naam: _reeks(inhoud, naam, _Stuk(**stuk)) for naam, stuk in kop["stukken"].items()}
    woorden = Woordenboeken(
        **{naam: Woordenboek((code, plek) for plek, code in enumerate(kop["woorden"][naam])) for naam in WOORDEN}
    )
    lagen = []
    for nummer, competenties in enumerate(kop["competenties"]):
        eigen = {naam.split(".", 1)[1]: reeks for naam, reeks in reeksen.items() if naam.startswith(f"{nummer}.")}
        mensen = {mens["id"]: lees_kandidaat(mens) for mens in kop["mensen"][nummer]}
        lagen.append(_laag(eigen, competenties, mensen))
    return Index.uit_lagen(lees_taxonomie(kop["taxonomie"]), woorden, lagen), kop["notitie"]


def open_of_bouw(pad: Path, bouw: Callable[[], Index], meld: Callable[[str], None]) -> Index:
    """The saved index, or a new one, saved for the others; ``meld`` hears in Dutch why it had to be built."""
    try:
        return open_index(pad)
    except FileNotFoundError:
        meld(f"{pad}: er is nog geen index; hij wordt gemaakt")
    except (Beschadigd, OSError) as fout:
        meld(f"{pad}: {fout}; de index wordt opnieuw gemaakt")
    index = bouw()
    bewaar(index, pad)
    return index


def _schrijf(bestand: Any, kop: dict[str, Any], reeksen: dict[str, Reeks]) -> None:
    """The places depend on the length of the head and the other way round, so the head gets room to spare."""
    stukken, plek = {}, 0
    for naam, reeks in reeksen.items():
        stukken[naam] = _Stuk(reeks.dtype.str, list(reeks.shape), plek, zlib.crc32(_bytes(reeks)))
        plek += -(-reeks.nbytes // LIJN) * LIJN
    proef = _kop_bytes(kop, stukken, 1 << 60)
    begin = -(-(len(MERK) + KOP.size + len(proef)) // LIJN) * LIJN
    kop_bytes = _kop_bytes(kop, stukken, begin).ljust(len(proef))
    bestand.write(MERK + KOP.pack(len(kop_bytes), zlib.crc32(kop_bytes)) + kop_bytes)
    for naam, reeks in reeksen.items():
        bestand.seek(begin + stukken[naam].plek)
        bestand.write(_bytes(reeks))
    bestand.truncate(begin + plek)


def _kop_bytes(kop: dict[str, Any], stukken: dict[str, _Stuk], begin: int) -> bytes:
    vast = {naam: asdict(stuk) | {"plek": stuk.plek + begin} for naam, stuk in stukken.items()}
    return json.dumps(kop | {"stukken": vast}, separators=(",", ":")).encode()


def _bytes(reeks: Reeks) -> memoryview:
    return np.ascontiguousarray(reeks).reshape(-1).view(np.uint8).data


def _lees_kop(begin: bytes, lees: Callable[[int], bytes]) -> dict[str, Any]:
    if len(begin) < len(MERK) + KOP.size or not begin.startswith(MERK):
        raise Beschadigd("dit is geen index")
    lengte, crc = KOP.unpack(begin[len(MERK) :])
    kop_bytes = lees(lengte) if lengte < 1 << 32 else b""
    if len(kop_bytes) != lengte or zlib.crc32(kop_bytes) != crc:
        raise Beschadigd("het begin van de index is beschadigd")
    kop: dict[str, Any] = json.loads(kop_bytes)
    if kop["formaat"] != FORMAAT:
        raise Beschadigd(f"de index is van versie {kop['formaat']}, deze software leest versie {FORMAAT}")
    return kop


def _reeks(inhoud: Reeks, naam: str, stuk: _Stuk) -> Reeks:
    soort = np.dtype(stuk.soort)
    lengte = int(np.prod(stuk.vorm, dtype=np.int64)) * soort.itemsize
    rauw = inhoud[stuk.plek : stuk.plek + lengte]
    if rauw.size != lengte or zlib.crc32(rauw.data) != stuk.crc:
        raise Beschadigd(f"de index is beschadigd (deel {naam})")
    return rauw.view(soort).reshape(stuk.vorm) if lengte else np.empty(stuk.vorm, soort)


def _reeksen(laag: Laag) -> Iterator[tuple[str, Reeks]]:
    yield "leeft", laag.leeft
    for naam in LOS:
        yield naam, getattr(laag.deel, naam)
    for naam, reeks in laag.deel.rijen._asdict().items():
        if isinstance(reeks, np.ndarray):
            yield f"rijen.{naam}", reeks
    gecodeerd = [naam.encode() for naam in laag.deel.ids]
    yield "ids", np.frombuffer(b"".join(gecodeerd), np.uint8)
    yield "ids_begin", np.concatenate((np.zeros(1, np.uint64), np.cumsum(list(map(len, gecodeerd)), dtype=np.uint64)))


def _laag(eigen: dict[str, Reeks], competenties: int, mensen: dict[str, Kandidaat]) -> Laag:
    rijen = {naam.removeprefix("rijen."): reeks for naam, reeks in eigen.items() if naam.startswith("rijen.")}
    deel = Deel(
        rijen=Rijen(competenties=competenties, **rijen),
        ids=Namen(eigen["ids"], eigen["ids_begin"]),
        **{naam: eigen[naam] for naam in LOS},
    )
    return Laag(deel, eigen["leeft"], mensen)


def _als_json(mens: Kandidaat) -> dict[str, Any]:
    velden = {naam: waarde for naam, waarde in asdict(mens).items() if waarde is not None}
    if mens.certificaten is not None:
        velden["certificaten"] = {
            code: tot.isoformat() if isinstance(tot, date) else tot for code, tot in mens.certificaten.items()
        }
    if mens.beschikbaar_vanaf is not None:
        velden["beschikbaar_vanaf"] = mens.beschikbaar_vanaf.isoformat()
    return velden


def _ruim_op(pad: Path) -> None:
    """Take away what a process left that died while writing."""
    for over in pad.parent.glob(f".{pad.name}.*.tmp"):
        proces = over.name.split(".")[-2]
        if proces.isdigit() and not _leeft(int(proces)):
            over.unlink(missing_ok=True)


def _leeft(proces: int) -> bool:
    try:
        os.kill(proces, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True
