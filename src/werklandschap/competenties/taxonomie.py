"""The taxonomy in the database, as the engine and the recogniser want it. Kept per version in this process."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from threading import Lock
from typing import Any, TypedDict, TypeVar

from werklandschap.competenties import startgegevens
from werklandschap.competenties.herkenning import Begrip, Beroepenboek, Woordenboek, startberoepen, startwoordenboek
from werklandschap.competenties.herkenning.woordenboek import vaste_begrippen
from werklandschap.competenties.models import (
    Beroep,
    BeroepCompetentie,
    Beroepssynoniem,
    Bron,
    Competentie,
    Importverslag,
    Synoniem,
    Verwantschap,
)

T = TypeVar("T")
_bewaard: dict[str, tuple[str, Any]] = {}
_slot = Lock()


class Matchingtaxonomie(TypedDict):
    """What matching reads: kinship {k: {s: per mille}}, weeks per level and from-zero learnable, all by code."""

    verwantschap: dict[str, dict[str, int]]
    leertijd: dict[str, int]
    vanaf_nul: dict[str, bool]


def versie() -> str:
    """Changes whenever a set was loaded; empty when the database holds no taxonomy. One query."""
    laatste = Importverslag.objects.order_by("-pk").values_list("pk", "versie").first()
    return f"{laatste[0]}:{laatste[1]}" if laatste else ""


def _per_versie(naam: str, maak: Callable[[], T]) -> T:
    """The value made for the present version; made again when the taxonomy has changed."""
    nu = versie()
    with _slot:
        oud = _bewaard.get(naam)
    if oud is not None and oud[0] == nu:
        waarde: T = oud[1]
        return waarde
    nieuw = maak()
    with _slot:
        _bewaard[naam] = (nu, nieuw)
    return nieuw


def matching_taxonomie() -> Matchingtaxonomie:
    """Kinship, learning time and from-zero for every active competence. Treat as read-only: it is shared."""
    return _per_versie("matching", _lees_matching)


def woordenboek() -> Woordenboek:
    """The recogniser's index over the database; over the data files when the database is empty."""
    return _per_versie("woordenboek", _lees_woordenboek) if versie() else startwoordenboek()


def beroepenboek() -> Beroepenboek:
    """Names and needs of the occupations in the database; of the data files when the database is empty."""
    return _per_versie("beroepen", _lees_beroepen) if versie() else startberoepen()


def _lees_matching() -> Matchingtaxonomie:
    leertijd: dict[str, int] = {}
    vanaf_nul: dict[str, bool] = {}
    code_van: dict[int, str] = {}
    rijen = Competentie.objects.filter(actief=True).order_by("code")
    for pk, code, weken, nul in rijen.values_list("pk", "code", "leertijd_weken", "vanaf_nul"):
        code_van[pk], leertijd[code], vanaf_nul[code] = code, weken, nul
    verwantschap: dict[str, dict[str, int]] = defaultdict(dict)
    for van, naar, promille in Verwantschap.objects.order_by("pk").values_list("van_id", "naar_id", "promille"):
        if van in code_van and naar in code_van:
            verwantschap[code_van[naar]][code_van[van]] = promille
    return {"verwantschap": dict(verwantschap), "leertijd": leertijd, "vanaf_nul": vanaf_nul}


def _lees_woordenboek() -> Woordenboek:
    woorden: dict[int, list[str]] = defaultdict(list)
    for pk, tekst in Synoniem.objects.order_by("pk").values_list("competentie_id", "tekst"):
        woorden[pk].append(tekst)
    rijen = Competentie.objects.filter(actief=True).exclude(soort="taal").order_by("bron", "code")
    begrippen = [
        Begrip(
            "competentie",
            code,
            label,
            tuple(woorden[pk]),
            zacht=soort in ("gedrag", "werknemer"),
            eigen=bron == Bron.EIGEN,
        )
        for pk, code, label, soort, bron in rijen.values_list("pk", "code", "label", "soort", "bron")
    ]
    return Woordenboek(begrippen + vaste_begrippen(), startgegevens.woordgroepen(), startgegevens.te_algemeen())


def _lees_beroepen() -> Beroepenboek:
    namen: dict[int, list[str]] = defaultdict(list)
    for pk, tekst in Beroepssynoniem.objects.order_by("pk").values_list("beroep_id", "tekst"):
        namen[pk].append(tekst)
    velden = ("pk", "code", "label", "bron", "isco", "omschrijving", "label_en")
    rijen = list(Beroep.objects.filter(actief=True).order_by("bron", "code").values_list(*velden))
    code_van = {rij[0]: rij[1] for rij in rijen}
    inhoud = {rij[1]: [rij[5]] for rij in rijen}
    competentie = {pk: (code, label) for pk, code, label in Competentie.objects.values_list("pk", "code", "label")}
    nodig: dict[str, set[str]] = defaultdict(set)
    relaties = BeroepCompetentie.objects.filter(soort="essentieel").order_by("pk")
    for beroep, pk in relaties.values_list("beroep_id", "competentie_id").iterator(chunk_size=5000):
        if beroep in code_van:
            nodig[code_van[beroep]].add(competentie[pk][0])
            inhoud[code_van[beroep]].append(competentie[pk][1])
    boek = Woordenboek(
        Begrip("beroep", code, label, tuple(namen[pk]), eigen=bron == Bron.EIGEN)
        for pk, code, label, bron, *_rest in rijen
    )
    groep = {rij[1]: rij[4] for rij in rijen}
    engels = {rij[1]: rij[6] for rij in rijen}
    return Beroepenboek(boek, {code: frozenset(codes) for code, codes in nodig.items()}, inhoud, groep, engels)
