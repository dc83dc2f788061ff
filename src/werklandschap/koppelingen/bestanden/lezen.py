"""Reading a table or VUM file as it comes in: which kind it is, and its rows with their number."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

# A workbook unpacks to many times its size; beyond this it is not an honest list of people.
MAX_BYTES = 50 * 1024 * 1024
MAX_UITGEPAKT = 400 * 1024 * 1024
MAX_RIJEN = 200_000


class Onleesbaar(Exception):
    """The file as a whole can't be read; one Dutch line that says how to mend it."""


@dataclass(frozen=True)
class Bronrij:
    """One row: `nummer` counts as people see it (the line of a table with its heading, the place in a list)."""

    nummer: int
    gegevens: dict[str, Any]


@dataclass(frozen=True)
class Bron:
    """What was read; `soort` is tabel or vum."""

    soort: str
    rijen: list[Bronrij]


def lees(bestand: Path) -> Bron:
    """Read csv, xlsx or VUM json, recognised by content. Raises Onleesbaar."""
    try:
        inhoud = bestand.read_bytes()
    except OSError as fout:
        raise Onleesbaar(f"{bestand} is niet te openen: {fout.strerror}.") from fout
    return lees_inhoud(inhoud, bestand.name)


def lees_inhoud(inhoud: bytes, naam: str) -> Bron:
    """As `lees`, for an upload."""
    if len(inhoud) > MAX_BYTES:
        raise Onleesbaar(f"{naam} is groter dan 50 MB. Deel het bestand op.")
    if not inhoud.strip():
        raise Onleesbaar(f"{naam} is leeg.")
    if inhoud.startswith(b"PK\x03\x04"):
        return Bron("tabel", _xlsx(inhoud, naam))
    tekst = _tekst(inhoud, naam)
    if tekst.lstrip()[:1] in {"[", "{"}:
        return Bron("vum", _json(tekst, naam))
    return Bron("tabel", _csv(tekst, naam))


def _tekst(inhoud: bytes, naam: str) -> str:
    if b"\x00" in inhoud[:4096]:
        raise Onleesbaar(f"{naam} is geen tabel. Gebruik csv, xlsx of VUM-json.")
    try:
        return inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        return inhoud.decode("cp1252", errors="replace")


def _json(tekst: str, naam: str) -> list[Bronrij]:
    try:
        gelezen = json.loads(tekst)
    except ValueError as fout:
        raise Onleesbaar(f"{naam} is geen geldige json: {fout}.") from fout
    rijen = gelezen if isinstance(gelezen, list) else [gelezen]
    if not all(isinstance(rij, dict) for rij in rijen):
        raise Onleesbaar(f"{naam}: verwacht een lijst van VUM-berichten.")
    return [Bronrij(nummer, rij) for nummer, rij in enumerate(rijen, start=1)]


def _csv(tekst: str, naam: str) -> list[Bronrij]:
    kopregel = tekst.split("\n", 1)[0]
    teken = max(";,\t", key=kopregel.count)
    try:
        return _tabel(list(csv.reader(io.StringIO(tekst, newline=""), delimiter=teken, strict=True)), naam)
    except csv.Error as fout:
        raise Onleesbaar(f"{naam} is niet goed te lezen als csv: {fout}.") from fout


def _xlsx(inhoud: bytes, naam: str) -> list[Bronrij]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            if sum(lid.file_size for lid in archief.infolist()) > MAX_UITGEPAKT:
                raise Onleesbaar(f"{naam} is uitgepakt veel te groot.")
        boek = load_workbook(io.BytesIO(inhoud), read_only=True, data_only=True)
        blad = boek.worksheets[0]
        return _tabel([[_cel(cel) for cel in rij] for rij in blad.iter_rows(values_only=True)], naam)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, IndexError) as fout:
        raise Onleesbaar(f"{naam} is niet te lezen als xlsx.") from fout


def _cel(waarde: Any) -> str:
    if waarde is None:
        return ""
    if isinstance(waarde, datetime):
        return waarde.date().isoformat()
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, float) and waarde.is_integer():
        return str(int(waarde))
    return str(waarde)


def _tabel(regels: list[list[str]], naam: str) -> list[Bronrij]:
    if len(regels) > MAX_RIJEN:
        raise Onleesbaar(f"{naam} heeft meer dan {MAX_RIJEN} regels. Deel het bestand op.")
    kop = [kolom.strip().lower().replace(" ", "_").replace("-", "_") for kolom in regels[0]]
    if len(set(filter(None, kop))) != len(list(filter(None, kop))):
        raise Onleesbaar(f"{naam}: een kolom staat er twee keer in.")
    return [
        Bronrij(nummer, {kolom: cel.strip() for kolom, cel in zip(kop, regel, strict=False) if kolom})
        for nummer, regel in enumerate(regels[1:], start=2)
        if any(cel.strip() for cel in regel)
    ]
