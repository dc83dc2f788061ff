"""One plain sentence per line of a score, from the very numbers of the score.

The points of the lines add up to the total: every line rounds down, and what rounding changes is a line of
its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from werklandschap.matching.referentie import (
    Affiniteit,
    EisUitslag,
    HardeEis,
    Omstandigheden,
    Oordeel,
    Uitslag,
    Uitsluiting,
)

Taal = Literal["nl", "en"]
Label = Callable[[str], str]
"""The name people read for a code: a competence, certificate, language, condition or sector."""


@dataclass(frozen=True, slots=True)
class Regel:
    """One line: its kind, the code it is about (may be empty), the sentence, and its points now and later.

    ``oordeel`` is there for a hard requirement only; such a line has no points.
    """

    soort: str
    code: str
    tekst: str
    nu: int = 0
    straks: int = 0
    oordeel: Oordeel | None = None


def leg_uit(uitslag: Uitslag | Uitsluiting, label: Label = str, taal: Taal = "nl") -> list[Regel]:
    """Explain a score line by line; for a Uitsluiting only the hard requirements.

    The sum of ``nu`` over the lines is ``uitslag.nu``, the sum of ``straks`` is ``uitslag.straks``.
    """
    zinnen = ZINNEN[taal]
    hard = [_harde_eis(eis, label, zinnen, uitslag.afstand_m, taal) for eis in uitslag.harde_eisen]
    if isinstance(uitslag, Uitsluiting):
        return hard
    regels = [*_competenties(uitslag, label, zinnen, taal), _affiniteit(uitslag, zinnen)]
    regels.append(_omstandigheden(uitslag, label, zinnen))
    nu = uitslag.nu - sum(regel.nu for regel in regels)
    straks = uitslag.straks - sum(regel.straks for regel in regels)
    if nu or straks:
        regels.append(Regel("afronding", "", zinnen["afronding"], nu, straks))
    return regels + hard


def _competenties(uitslag: Uitslag, label: Label, zinnen: Mapping[str, str], taal: Taal) -> Iterator[Regel]:
    deel = uitslag.weging.competentie
    gewicht = sum(eis.eis.gewicht for eis in uitslag.eisen)
    if not gewicht:
        yield Regel("competentie", "", zinnen["geen_eisen"], 10 * deel, 10 * deel)
    for eis in uitslag.eisen:
        nu, straks = (deel * punten // (100 * gewicht) for punten in (eis.punten_nu, eis.punten_straks))
        tekst = _competentie(eis, label, zinnen, taal)
        yield Regel("competentie", eis.eis.competentie, tekst, nu, straks)


def _competentie(eis: EisUitslag, label: Label, zinnen: Mapping[str, str], taal: Taal) -> str:
    soort = "niet_gevonden" if eis.via is None else "gevonden"
    if eis.via not in (None, eis.eis.competentie):
        soort = "verwant"
    delen = [
        zinnen[soort].format(
            naam=label(eis.eis.competentie),
            niveau=_getal(eis.niveau_gevonden, taal),
            gevraagd=eis.eis.niveau,
            via=label(eis.via or ""),
        )
    ]
    if eis.niveaus_te_leren and eis.punten_straks > eis.punten_nu:
        vorm = "leren_1" if eis.niveaus_te_leren == 1 else "leren"
        delen.append(zinnen[vorm].format(aantal=eis.niveaus_te_leren))
    return " ".join(delen)


def _affiniteit(uitslag: Uitslag, zinnen: Mapping[str, str]) -> Regel:
    affiniteit: Affiniteit = uitslag.affiniteit
    delen = [zinnen["riasec_onbekend"]]
    if affiniteit.verschil is not None:
        delen = [zinnen["riasec"].format(basis=affiniteit.basis, verschil=affiniteit.verschil)]
    if affiniteit.stap:
        delen.append(zinnen["sector_plus" if affiniteit.stap > 0 else "sector_min"])
    punten = uitslag.weging.affiniteit * affiniteit.punten // 100
    return Regel("affiniteit", "", " ".join(delen), punten, punten)


def _omstandigheden(uitslag: Uitslag, label: Label, zinnen: Mapping[str, str]) -> Regel:
    omstandigheden: Omstandigheden = uitslag.omstandigheden
    delen = []
    for soort, teken in (("graag", 1), ("liever_niet", -1)):
        codes = [code for code, stap in omstandigheden.voorkeuren if stap * teken > 0]
        if codes:
            delen.append(zinnen[soort].format(namen=", ".join(label(code) for code in codes)))
    punten = uitslag.weging.omstandigheden * omstandigheden.punten // 100
    return Regel("omstandigheden", "", " ".join(delen) or zinnen["geen_voorkeur"], punten, punten)


def _harde_eis(eis: HardeEis, label: Label, zinnen: Mapping[str, str], afstand_m: int | None, taal: Taal) -> Regel:
    naam = zinnen[f"eis_{eis.soort}"].format(naam=label(eis.code) if eis.code else "")
    if eis.soort == "afstand" and afstand_m is not None:
        naam = f"{naam} ({_getal(afstand_m, taal)} km)"
    return Regel(eis.soort, eis.code, zinnen[eis.oordeel].format(eis=naam), oordeel=eis.oordeel)


def _getal(duizendsten: int, taal: Taal) -> str:
    heel, rest = divmod(duizendsten, 1000)
    komma = "," if taal == "nl" else "."
    return f"{heel}{komma}{rest:03d}".rstrip("0") if rest else str(heel)


ZINNEN: Mapping[Taal, Mapping[str, str]] = {
    "nl": {
        "geen_eisen": "Dit werk vraagt geen competenties.",
        "gevonden": "{naam}: niveau {niveau}, gevraagd is {gevraagd}.",
        "verwant": "{naam}: niveau {niveau} door {via}, gevraagd is {gevraagd}.",
        "niet_gevonden": "{naam}: nog geen niveau gevonden, gevraagd is {gevraagd}.",
        "leren_1": "Voor de start is 1 niveau te leren.",
        "leren": "Voor de start zijn {aantal} niveaus te leren.",
        "riasec": "De interesses passen voor {basis} van de 1000 punten (verschil {verschil}).",
        "riasec_onbekend": "De interesses zijn niet bekend; daarom telt de helft.",
        "sector_plus": "Deze sector heeft de voorkeur.",
        "sector_min": "Deze sector heeft niet de voorkeur.",
        "graag": "Wil graag: {namen}.",
        "liever_niet": "Liever niet: {namen}.",
        "geen_voorkeur": "Geen voorkeur bekend voor de omstandigheden van dit werk.",
        "afronding": "Afronding op hele punten.",
        "eis_certificaat": "Certificaat {naam}",
        "eis_taal": "Taal {naam}",
        "eis_uren": "Uren per week",
        "eis_beschikbaar_vanaf": "Beschikbaar op de startdatum",
        "eis_dagdelen": "Dagdelen",
        "eis_afstand": "Reisafstand",
        "eis_omstandigheid": "Grens voor {naam}",
        "eis_competentie": "Minimaal niveau {naam}",
        "voldoet": "{eis}: in orde.",
        "voldoet niet": "{eis}: past niet.",
        "onbekend": "{eis}: niet bekend. Vraag het na.",
    },
    "en": {
        "geen_eisen": "This job asks for no competences.",
        "gevonden": "{naam}: level {niveau}, asked is {gevraagd}.",
        "verwant": "{naam}: level {niveau} through {via}, asked is {gevraagd}.",
        "niet_gevonden": "{naam}: no level found yet, asked is {gevraagd}.",
        "leren_1": "1 level can be learned before the start.",
        "leren": "{aantal} levels can be learned before the start.",
        "riasec": "Interests fit for {basis} of 1000 points (difference {verschil}).",
        "riasec_onbekend": "Interests are not known, so half of the points count.",
        "sector_plus": "This sector is preferred.",
        "sector_min": "This sector is not preferred.",
        "graag": "Would like: {namen}.",
        "liever_niet": "Would rather not: {namen}.",
        "geen_voorkeur": "No preference known for the conditions of this job.",
        "afronding": "Rounding to whole points.",
        "eis_certificaat": "Certificate {naam}",
        "eis_taal": "Language {naam}",
        "eis_uren": "Hours a week",
        "eis_beschikbaar_vanaf": "Available on the start date",
        "eis_dagdelen": "Parts of the day",
        "eis_afstand": "Travel distance",
        "eis_omstandigheid": "Limit for {naam}",
        "eis_competentie": "Minimum level {naam}",
        "voldoet": "{eis}: in order.",
        "voldoet niet": "{eis}: does not fit.",
        "onbekend": "{eis}: not known. Please ask.",
    },
}
