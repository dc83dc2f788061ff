"""Reads the catalogues as plain YAML, without Django, and measures their texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

import werklandschap

BRON = Path(werklandschap.__file__).resolve().parent
Rij = dict[str, Any]

CATALOGI = (
    "kern/klantbeeld/data/themas.yaml",
    "kern/klantbeeld/data/aspecten.yaml",
    "kern/klantbeeld/data/meetinstrumenten.yaml",
    "kern/instrumenten/data/instrumenten.yaml",
    "kern/dossiers/data/signalen.yaml",
    "kern/dossiers/data/doelgroepen.yaml",
    "kern/dossiers/data/zrm.yaml",
    "kern/dossiers/data/taalniveaus.yaml",
    "kern/dossiers/data/uitkomsten.yaml",
    "kern/dossiers/data/reden_afsluiten.yaml",
    "kern/plannen/data/plansjablonen.yaml",
    "werkzoekende/opleiden/data/vormen.yaml",
    "werkzoekende/opleiden/data/certificaten.yaml",
    "werkzoekende/maatschappelijk_fit/data/voorzieningen.yaml",
    "werkzoekende/maatschappelijk_fit/data/basisvaardigheden.yaml",
    "werkzoekende/maatschappelijk_fit/data/meedoen.yaml",
    "werkzoekende/maatschappelijk_fit/data/stress.yaml",
    "werkzoekende/orientatie/data/riasec.yaml",
    "werkzoekende/orientatie/data/leren.yaml",
    "werkzoekende/orientatie/data/waarden.yaml",
    "werkgever/contact/data/kansen.yaml",
    "kern/relaties/data/contactmoment_onderwerpen.yaml",
    "kern/relaties/data/sectoren.yaml",
    "werkgever/voorzorg/data/routes.yaml",
    "werkgever/orientatie/data/manieren.yaml",
    "werkgever/opleiden/data/trainingen.yaml",
    "werkgever/kandidaat_fit/data/gereedheid.yaml",
    "werkgever/kandidaat_fit/data/draagvlak.yaml",
    "samen/bemiddeling/data/redenen.yaml",
    "samen/plaatsing/data/risicos.yaml",
    "samen/plaatsing/data/voorbereiding.yaml",
    "samen/nazorg/data/sjablonen.yaml",
    "samen/nazorg/data/probleemsoorten.yaml",
)

TEGELS = {
    "werkzoekenden": [
        "melding",
        "diagnostiek",
        "maatschappelijk-fit",
        "orientatie",
        "werk-fit",
        "opleiden",
        "bemiddeling",
        "plaatsing",
        "nazorg",
    ],
    "werkgevers": [
        "voorzorg",
        "werkgever-contact",
        "orientatie",
        "opleiden",
        "kandidaat-fit",
        "werkprofiel",
        "werving-en-selectie",
        "bemiddeling",
        "plaatsing",
        "nazorg",
    ],
}


@cache
def lees(pad: str) -> Any:
    """The content of one catalogue, path from the package's folder."""
    return yaml.safe_load((BRON / pad).read_text(encoding="utf-8"))


def lijsten(pad: str) -> dict[str, list[Rij]]:
    """The lists of a catalogue by name; a file that is one list is named ""."""
    inhoud = lees(pad)
    return inhoud if isinstance(inhoud, dict) else {"": inhoud}


def rijen(pad: str, lijst: str = "") -> list[Rij]:
    """The rows of one list of a catalogue."""
    return lijsten(pad)[lijst]


def codes(pad: str, lijst: str = "") -> set[str]:
    """The codes of one list of a catalogue."""
    return {rij["code"] for rij in rijen(pad, lijst)}


def alle_rijen() -> Iterator[tuple[str, Rij]]:
    """Every row of every catalogue with a name that tells where it stands."""
    for pad in CATALOGI:
        for lijst, inhoud in lijsten(pad).items():
            for rij in inhoud:
                yield f"{pad}:{lijst}:{rij.get('code', rij.get('waarde', ''))}", rij


def zinnen(tekst: str) -> list[str]:
    """The sentences of a text."""
    return [zin for zin in re.split(r"(?<=[.?!])\s+", tekst.strip()) if zin]


def flesch_douma(teksten: list[str]) -> float:
    """Readability of texts together, higher is easier: 206.84 - 77 x syllables/word - 0.93 x words/sentence.

    Syllables are counted as groups of vowels; a text without a full stop counts as one sentence.
    """
    losse = [zin for tekst in teksten for zin in zinnen(tekst)]
    woorden = [woord for zin in losse for woord in re.findall(r"[^\W\d_]+", zin)]
    lettergrepen = sum(max(1, len(re.findall(r"[aeiouyáéëèïóöüê]+", woord.lower()))) for woord in woorden)
    return 206.84 - 77 * lettergrepen / len(woorden) - 0.93 * len(woorden) / len(losse)
