"""Text → occupations: by the name of the occupation, and by the competences the text asks."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache, cached_property

from werklandschap.competenties import startgegevens
from werklandschap.competenties.herkenning.gronden import Grond
from werklandschap.competenties.herkenning.herkenner import MEEST_TEKENS, Vondst, herken, treffers_in
from werklandschap.competenties.herkenning.redenen import Reden
from werklandschap.competenties.herkenning.titelboek import Titelboek
from werklandschap.competenties.herkenning.woordenboek import Woordenboek, startberoepenboek, startwoordenboek
from werklandschap.competenties.herkenning.zinnen import Zone, zinnen

LANGSTE_TITEL = 10
NABIJ_GENOEG = 0.3
NAAST_ELKAAR = 10
NAAM_IN_TITEL, NAAM_IN_TEKST, COMPETENTIES = 0.6, 0.4, 0.4


class Beroepenboek:
    """Names of occupations and the competences each needs, ready to look up.

    `inhoud` gives texts about an occupation (description, names of competences), `groep` its ISCO group,
    `engels` its English name: job titles are often English.
    """

    def __init__(
        self,
        namen: Woordenboek,
        nodig: Mapping[str, frozenset[str]],
        inhoud: Mapping[str, Iterable[str]] | None = None,
        groep: Mapping[str, str] | None = None,
        engels: Mapping[str, str] | None = None,
    ) -> None:
        self.namen = namen
        self.nodig = nodig
        self._inhoud = inhoud or {}
        self._groep = groep or {}
        self._engels = engels or {}
        self.termen = {begrip.id: begrip.term for begrip in namen.begrippen}
        self.eigen = {begrip.id for begrip in namen.begrippen if begrip.eigen}
        self.van_competentie: dict[str, list[str]] = defaultdict(list)
        for beroep, codes in nodig.items():
            for code in codes:
                self.van_competentie[code].append(beroep)

    @cached_property
    def titels(self) -> Titelboek:
        """The names as an index for titles; made when first asked, some seconds for ESCO."""
        namen = {
            begrip.id: (begrip.term, *begrip.synoniemen, *filter(None, [self._engels.get(begrip.id)]))
            for begrip in self.namen.begrippen
        }
        return Titelboek(namen, self._inhoud, self._groep)

    def gewicht(self, competentie: str) -> float:
        """How telling a competence is: the fewer occupations need it, the more."""
        return math.log((1 + len(self.nodig)) / (1 + len(self.van_competentie.get(competentie, ()))))


@cache
def startberoepen() -> Beroepenboek:
    """The occupations of the starter set; needs no database."""
    nodig = {b.code: frozenset(b.essentieel) for b in startgegevens.beroepen()}
    label = {c.code: c.label for c in startgegevens.competenties()}
    inhoud = {code: [label[c] for c in sorted(codes)] for code, codes in nodig.items()}
    groep = {b.code: b.isco for b in startgegevens.beroepen()}
    engels = {b.code: b.label_en for b in startgegevens.beroepen()}
    return Beroepenboek(startberoepenboek(), nodig, inhoud, groep, engels)


def herken_beroep(
    tekst: str, *, taxonomie: Woordenboek | None = None, beroepen: Beroepenboek | None = None, hoogstens: int = 10
) -> list[Vondst]:
    """The occupations that fit a text best, at most `hoogstens`, best first (soort = "beroep").

    A name in the title counts 0.6, elsewhere 0.4, the shared competences (weighed by how telling they are) up to 0.4.
    Raises ValueError for a text over 100,000 characters.
    """
    if len(tekst) > MEEST_TEKENS:
        raise ValueError(f"De tekst is te lang: hoogstens {MEEST_TEKENS} tekens.")
    boek = beroepen or startberoepen()
    namen = _namen(tekst, boek)
    gevraagd = {v.id for v in herken(tekst, taxonomie=taxonomie or startwoordenboek(), soort="competentie")}
    kandidaten = set(namen) | {b for code in gevraagd for b in boek.van_competentie.get(code, ())}
    uit = [_vondst(tekst, beroep, boek, gevraagd, namen.get(beroep)) for beroep in kandidaten]
    if _is_titel(tekst):
        uit = _met_titel(tekst, uit, boek, hoogstens)
    return sorted(uit, key=lambda v: (-v.zekerheid, v.id))[:hoogstens]


def _is_titel(tekst: str) -> bool:
    """Whether a text is no more than a job title: one line of at most `LANGSTE_TITEL` words, no sentence."""
    kaal = tekst.strip()
    return 0 < len(kaal.split()) <= LANGSTE_TITEL and "\n" not in kaal and not kaal.endswith((".", "?", "!"))


def _met_titel(tekst: str, vondsten: list[Vondst], boek: Beroepenboek, hoogstens: int) -> list[Vondst]:
    """The findings ranked by how near a name is to the title; those known by competences alone come after."""
    start = len(tekst) - len(tekst.lstrip())
    kaal = tekst.strip()
    nabij = [v for v in boek.titels.zoek(kaal, max(hoogstens, NAAST_ELKAAR)) if v.nabij >= NABIJ_GENOEG]
    # Of two occupations with this very name, the one of our own set says more: its competences are plain and kin.
    gelijk = {v.beroep for v in nabij if v.naam.casefold() == kaal.casefold()}
    volgorde = sorted(nabij, key=lambda v: (v.beroep not in gelijk, v.beroep not in gelijk & boek.eigen))
    nabij = [replace(v, nabij=plek.nabij) for v, plek in zip(volgorde, nabij, strict=True)]
    uit = [
        Vondst(
            soort="beroep",
            term=boek.termen[v.beroep],
            fragment=kaal,
            id=v.beroep,
            zekerheid=v.nabij,
            start=start,
            eind=start + len(kaal),
            niveau=None,
            gronden=(Grond("titel", v.naam),),
        )
        for v in nabij
    ]
    laagste = min((v.zekerheid for v in uit), default=1.0)
    gezien = {v.id for v in uit}
    rest = [replace(v, zekerheid=round(min(v.zekerheid, laagste), 3)) for v in vondsten if v.id not in gezien]
    return uit + rest


def _namen(tekst: str, boek: Beroepenboek) -> dict[str, tuple[float, int, int]]:
    """{occupation: (weight, start, end)} for the names that stand in the text and belong to the reader's own work."""
    uit: dict[str, tuple[float, int, int]] = {}
    for nummer, zin in enumerate(zinnen(tekst)):
        if zin.zone in (Zone.AANBOD, Zone.REAGEREN):
            continue
        delen = [deel for deel in zin.delen if deel.reden in (None, Reden.BEDRIJF)]
        basis = NAAM_IN_TITEL if nummer == 0 or zin.zone is Zone.TITEL else NAAM_IN_TEKST
        for start, eind, zekerheid, begrip in treffers_in(tekst, delen, boek.namen):
            nieuw = (basis * zekerheid, start, eind)
            uit[begrip.id] = max(uit.get(begrip.id, nieuw), nieuw)
    return uit


def _vondst(
    tekst: str, beroep: str, boek: Beroepenboek, gevraagd: set[str], naam: tuple[float, int, int] | None
) -> Vondst:
    nodig = boek.nodig.get(beroep, frozenset())
    gedeeld = nodig & gevraagd
    totaal = sum(boek.gewicht(code) for code in nodig)
    deel = sum(boek.gewicht(code) for code in gedeeld) / totaal if totaal else 0.0
    punten, start, eind = naam or (0.0, 0, 0)
    redenen = [Grond("naam", tekst[start:eind])] if naam else []
    if gedeeld:
        redenen.append(Grond("competenties", deel=len(gedeeld), alle=len(nodig)))
    return Vondst(
        soort="beroep",
        term=boek.termen[beroep],
        fragment=tekst[start:eind],
        id=beroep,
        zekerheid=round(min(1.0, punten + COMPETENTIES * deel), 2),
        start=start,
        eind=eind,
        niveau=None,
        gronden=tuple(redenen),
    )
