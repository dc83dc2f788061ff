"""Reads the CSV files of the official ESCO "classification" download; knows no database."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

VERPLICHT = ("skills_nl.csv", "occupations_nl.csv")
OPTIONEEL = (
    "skills_en.csv",
    "occupations_en.csv",
    "occupationSkillRelations_nl.csv",
    "skillSkillRelations_nl.csv",
    "broaderRelationsSkillPillar_nl.csv",
)
URI_BEGIN = "http://data.europa.eu/esco/"
MEEST_FOUTEN = 200
MEEST_TEKENS_LABEL = 300

csv.field_size_limit(10_000_000)


class EscoFout(Exception):
    """The folder cannot be imported at all; the message is one Dutch line for people."""


@dataclass(slots=True)
class Verslag:
    """Counts by name, and at most 200 lines about refused rows."""

    aantallen: dict[str, int] = field(default_factory=dict)
    fouten: list[str] = field(default_factory=list)

    def tel(self, naam: str, erbij: int = 1) -> None:
        """Add to a count."""
        self.aantallen[naam] = self.aantallen.get(naam, 0) + erbij

    def fout(self, bestand: str, regel: int, reden: str) -> None:
        """Note a refused row; `regel` is the line of the file on which the row begins."""
        self.tel("fout")
        if len(self.fouten) < MEEST_FOUTEN:
            self.fouten.append(f"{bestand}, regel {regel}: {reden}")


def controleer_map(map_: Path) -> None:
    """Raise EscoFout when the folder or a compulsory file is missing."""
    if not map_.is_dir():
        raise EscoFout(f"De map {map_} bestaat niet.")
    for naam in VERPLICHT:
        if not (map_ / naam).is_file():
            raise EscoFout(
                f"In de map {map_} staat geen {naam}. Kies de map met de ESCO-bestanden (classification, CSV, nl)."
            )


def lees_rijen(pad: Path, kolommen: Sequence[str], verslag: Verslag) -> Iterator[tuple[int, dict[str, str]]]:
    """(line, row) of a CSV file. Cells may hold line breaks; a row with another number of cells is reported.

    Raises EscoFout when the file is not UTF-8, or lacks a column.
    """
    try:
        with pad.open(encoding="utf-8-sig", newline="") as bestand:
            lezer = csv.reader(bestand)
            kop = next(lezer, [])
            ontbreekt = [kolom for kolom in kolommen if kolom not in kop]
            if ontbreekt:
                raise EscoFout(f"In {pad.name} ontbreekt de kolom {', '.join(ontbreekt)}.")
            regel = lezer.line_num + 1
            for cellen in lezer:
                if len(cellen) == len(kop):
                    yield regel, dict(zip(kop, cellen, strict=True))
                elif cellen:
                    verslag.fout(pad.name, regel, f"{len(cellen)} cellen in plaats van {len(kop)}")
                regel = lezer.line_num + 1
    except UnicodeDecodeError as fout:
        raise EscoFout(f"{pad.name} is geen UTF-8-tekst.") from fout
    except csv.Error as fout:
        raise EscoFout(f"{pad.name} is geen leesbaar CSV-bestand: {fout}.") from fout


def lees_begrippen(pad: Path, verslag: Verslag, soort: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows of a file of concepts with a valid, unique address and a label; the rest is counted or reported."""
    gezien: set[str] = set()
    for regel, rij in lees_rijen(pad, ("conceptUri", "preferredLabel", "altLabels"), verslag):
        uri, label = rij["conceptUri"].strip(), " ".join(rij["preferredLabel"].split())
        if not uri.startswith(URI_BEGIN) or len(uri) > 200:
            verslag.fout(pad.name, regel, "geen geldig ESCO-adres in conceptUri")
        elif uri in gezien:
            verslag.fout(pad.name, regel, "dit conceptUri staat er al eerder")
        elif not label:
            gezien.add(uri)
            verslag.tel(f"{soort} zonder Nederlandse naam")
        elif len(label) > MEEST_TEKENS_LABEL:
            verslag.fout(pad.name, regel, f"de naam is langer dan {MEEST_TEKENS_LABEL} tekens")
        else:
            gezien.add(uri)
            yield regel, {**rij, "conceptUri": uri, "preferredLabel": label}


def andere_namen(cel: str, label: str) -> list[str]:
    """The alternative labels in a cell (one per line), without the label itself, doubles and overlong ones."""
    gezien = {label.casefold()}
    uit = []
    for regel in cel.splitlines():
        tekst = " ".join(regel.split())
        if tekst and tekst.casefold() not in gezien and len(tekst) <= MEEST_TEKENS_LABEL:
            gezien.add(tekst.casefold())
            uit.append(tekst)
    return uit


def engelse_namen(pad: Path, verslag: Verslag) -> dict[str, str]:
    """{address: English label}; empty when the file is not there."""
    if not pad.is_file():
        return {}
    rijen = lees_rijen(pad, ("conceptUri", "preferredLabel"), verslag)
    return {rij["conceptUri"].strip(): " ".join(rij["preferredLabel"].split())[:MEEST_TEKENS_LABEL] for _, rij in rijen}
