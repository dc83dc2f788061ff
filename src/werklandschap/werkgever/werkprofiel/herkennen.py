"""Suggestions for what a job asks: from its text, from its occupation, and what was confirmed before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from werklandschap.competenties.herkenning import AANNEMELIJK, Vondst, herken
from werklandschap.competenties.models import BeroepCompetentie, Competentie
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.werkgever.werkprofiel.eisen import Eisen, Eisregel, eisen_van

MEESTE_TEKENS = 50_000


@dataclass(frozen=True)
class Voorstel:
    """A competence with where it came from; `aan` = ticked beforehand."""

    regel: Eisregel
    aan: bool
    uitleg: str = ""


@dataclass
class Voorstellen:
    """Everything to confirm. The texts per code are the words the suggestion rests on."""

    competenties: list[Voorstel] = field(default_factory=list)
    certificaten: dict[str, str] = field(default_factory=dict)
    talen: dict[str, tuple[int, str]] = field(default_factory=dict)
    omstandigheden: dict[str, tuple[int, str]] = field(default_factory=dict)
    uren: tuple[int, int, str] | None = None


def voorstellen_voor(werkprofiel: Werkprofiel) -> tuple[Eisen, Voorstellen]:
    """What is confirmed already, and what text and occupation suggest beside it."""
    vast = eisen_van(werkprofiel)
    uit = _uit_tekst(werkprofiel.omschrijving)
    bekend = {regel.competentie.code for regel in vast.competenties}
    eerste_keer = not vast.competenties
    uit.competenties = [v for v in uit.competenties if v.regel.competentie.code not in bekend]
    if not eerste_keer:
        uit.competenties = [Voorstel(v.regel, False, v.uitleg) for v in uit.competenties]
    bekend |= {v.regel.competentie.code for v in uit.competenties}
    _vul_aan_met_beroep(werkprofiel, uit, bekend, aan=eerste_keer and not uit.competenties)
    return vast, uit


def _uit_tekst(tekst: str) -> Voorstellen:
    vondsten = herken(tekst[:MEESTE_TEKENS]) if tekst.strip() else []
    uit = Voorstellen()
    namen = Competentie.objects.in_bulk([v.id for v in vondsten if v.soort == "competentie"], field_name="code")
    for vondst in vondsten:
        if vondst.soort == "competentie" and vondst.id in namen:
            regel = Eisregel(namen[vondst.id], fragment=vondst.fragment)
            uitleg = f"{vondst.oordeel.capitalize()}. {vondst.uitleg}"
            uit.competenties.append(Voorstel(regel, vondst.zekerheid >= AANNEMELIJK, uitleg))
        elif vondst.soort in ("certificaat", "rijbewijs"):
            uit.certificaten[vondst.id] = vondst.fragment
        elif vondst.soort == "taal":
            uit.talen[vondst.id] = (vondst.niveau or 2, vondst.fragment)
        elif vondst.soort == "omstandigheid":
            uit.omstandigheden[vondst.id] = (vondst.niveau or 1, vondst.fragment)
        elif vondst.soort == "uren":
            uit.uren = _ruimste(uit.uren, _uren(vondst))
    return uit


def _ruimste(een: tuple[int, int, str] | None, twee: tuple[int, int, str] | None) -> tuple[int, int, str] | None:
    """The range of hours that leaves most room; the first of equals: a title says "24 uur", the text "24 tot 28"."""
    if een is None or twee is None:
        return een or twee
    return twee if twee[1] - twee[0] > een[1] - een[0] else een


def _uren(vondst: Vondst) -> tuple[int, int, str] | None:
    getallen = [int(g) for g in re.findall(r"\d+", vondst.id)]
    return (min(getallen), max(getallen), vondst.fragment) if getallen else None


def _vul_aan_met_beroep(werkprofiel: Werkprofiel, uit: Voorstellen, bekend: set[str], *, aan: bool) -> None:
    if werkprofiel.beroep is None:
        return
    rijen = werkprofiel.beroep.beroepcompetenties.select_related("competentie")
    for rij in rijen:
        if rij.competentie.code not in bekend:
            nodig = rij.soort == BeroepCompetentie.Soort.ESSENTIEEL
            regel = Eisregel(rij.competentie, niveau=rij.niveau, gewicht=6 if nodig else 3)
            uit.competenties.append(Voorstel(regel, aan and nodig, f"{werkprofiel.beroep}: {rij.get_soort_display()}"))
    for code, niveau in werkprofiel.beroep.omstandigheden.values_list("omstandigheid", "niveau"):
        uit.omstandigheden.setdefault(str(code), (niveau, ""))
