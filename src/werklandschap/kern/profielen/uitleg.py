"""Why somebody fits, in words: names instead of codes, and what each level rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from werklandschap.competenties import startgegevens
from werklandschap.competenties.herkenning.talen import TALEN
from werklandschap.matching.referentie import EisUitslag, Uitslag, Uitsluiting
from werklandschap.matching.uitleg import Regel, Taal, leg_uit

LOSSE_EISEN = {
    "uren": _("uren per week"),
    "beschikbaar_vanaf": _("beschikbaar vanaf"),
    "dagdelen": _("dagdelen"),
    "afstand": _("reisafstand"),
}


@dataclass(frozen=True)
class Uitlegregel:
    """One line of the explanation; `bewijzen` says what the level rests on, `eis` holds the numbers for the bar."""

    regel: Regel
    label: str
    bewijzen: tuple[str, ...] = ()
    eis: EisUitslag | None = None


def _taal() -> Taal:
    return "en" if (get_language() or "nl").startswith("en") else "nl"


@cache
def _vaste_namen(taal: Taal) -> dict[str, str]:
    """Names of certificates, conditions and languages, all from the data files."""
    namen = {term.code: term.label_en if taal == "en" else term.label for term in startgegevens.certificaten()}
    namen |= {rij["code"]: rij[taal] for rij in startgegevens.omstandigheden()}
    return namen | dict(TALEN.values())


def naam_van_code(code: str) -> str:
    """The name of a certificate, licence, condition or language; the code itself when nothing is known."""
    soort, _punt, rest = code.partition(":")
    return f"rijbewijs {rest}" if soort == "rijbewijs" and rest else _vaste_namen(_taal()).get(code, code)


def namen_van(onbekend: Sequence[str], competenties: Mapping[str, str]) -> list[str]:
    """Words for what is still unknown, such as `taal:nld`, `uren` or `competentie:…`."""
    uit = []
    for naam in onbekend:
        soort, _punt, code = naam.partition(":")
        uit.append(competenties.get(code) or naam_van_code(code) if code else str(LOSSE_EISEN[soort]))
    return uit


def uitlegregels(
    uitslag: Uitslag | Uitsluiting, namen: Mapping[str, str], bewijs: Mapping[str, Sequence[str]]
) -> list[Uitlegregel]:
    """The lines of a score, with the evidence {code: sentences} of the competence that counted."""

    def label(code: str) -> str:
        return namen.get(code) or naam_van_code(code)

    eisen = {eis.eis.competentie: eis for eis in uitslag.eisen} if isinstance(uitslag, Uitslag) else {}
    uit = []
    for regel in leg_uit(uitslag, label, _taal()):
        eis = eisen.get(regel.code) if regel.soort == "competentie" and regel.oordeel is None else None
        via = eis.via if eis else None
        uit.append(Uitlegregel(regel, label(regel.code), tuple(bewijs.get(via, ())) if via else (), eis))
    return uit
