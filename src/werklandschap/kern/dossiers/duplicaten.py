"""Is this person known already? By BSN, then by name, date of birth and postcode.

A shared postcode or e-mail address alone is no duplicate: families share both.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from werklandschap.kern.basis.tekst import zonder_accenten
from werklandschap.kern.dossiers.gegevens import bsn_zoekwaarde, maak_zoeknaam, normaliseer_postcode
from werklandschap.kern.dossiers.models import Dossier, Werkzoekende
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.regelingen.bsn import normaliseer_bsn

# Likeness of names, 0–100 (rapidfuzz): typing errors pass, other names don't.
NAAM_LIJKT = 85
VOORNAAM_LIJKT = 70
HOOGUIT_VERGELIJKEN = 400
HOOGUIT_TONEN = 5


class Zekerheid(StrEnum):
    """How sure we are that it is the same person."""

    ZEKER = "zeker"
    WAARSCHIJNLIJK = "waarschijnlijk"
    MOGELIJK = "mogelijk"


_VOLGORDE = list(Zekerheid)


@dataclass(frozen=True)
class Kandidaatdubbel:
    """A known person this may be, with the reasons in words."""

    dossier: Dossier
    zekerheid: Zekerheid
    redenen: tuple[str, ...]


@dataclass(frozen=True)
class _Gezocht:
    """What was typed, in the form in which it is compared."""

    bsn: str | None
    voornaam: str
    achternaam: str
    geboortedatum: date | None
    postcode: str


def zoek_dubbelen(
    *,
    gemeente: Gemeente,
    bsn: str = "",
    achternaam: str = "",
    geboortedatum: date | None = None,
    postcode: str = "",
    voornaam: str = "",
    behalve: int | None = None,
) -> list[Kandidaatdubbel]:
    """People of this municipality who may be the one described, most certain first, five at most. At most two queries.

    `behalve` leaves out one dossier number. Other municipalities are never searched.
    """
    gezocht = _Gezocht(
        bsn=bsn_zoekwaarde(gemeente, normaliseer_bsn(bsn.strip())),
        voornaam=zonder_accenten(voornaam),
        achternaam=zonder_accenten(achternaam),
        geboortedatum=geboortedatum,
        postcode=normaliseer_postcode(postcode),
    )
    zeker = _met_bsn(gemeente, gezocht.bsn, behalve) if gezocht.bsn else None
    if zeker is not None:
        return [Kandidaatdubbel(zeker, Zekerheid.ZEKER, (_("hetzelfde BSN"),))]
    gevonden = [dubbel for dossier in _bekenden(gemeente, gezocht, behalve) if (dubbel := _beoordeel(dossier, gezocht))]
    gevonden.sort(key=lambda dubbel: (_VOLGORDE.index(dubbel.zekerheid), dubbel.dossier.pk))
    return gevonden[:HOOGUIT_TONEN]


def _dossiers(gemeente: Gemeente, behalve: int | None) -> QuerySet[Dossier]:
    dossiers = (
        Dossier.objects.filter(gemeente=gemeente, werkzoekende__gemeente=gemeente)
        .exclude(status=Dossier.Status.SAMENGEVOEGD)
        .select_related("werkzoekende", "verantwoordelijke")
        .order_by("pk")
    )
    return dossiers if behalve is None else dossiers.exclude(pk=behalve)


def _met_bsn(gemeente: Gemeente, zoek: str, behalve: int | None) -> Dossier | None:
    return _dossiers(gemeente, behalve).filter(werkzoekende__bsn_zoekwaarde=zoek).first()


def _bekenden(gemeente: Gemeente, gezocht: _Gezocht, behalve: int | None) -> list[Dossier]:
    """Dossiers that share at least one thing that has an index."""
    if not gezocht.achternaam:
        return []
    deelt = Q(werkzoekende__zoeknaam=maak_zoeknaam(gezocht.voornaam, gezocht.achternaam))
    if gezocht.geboortedatum:
        deelt |= Q(werkzoekende__geboortedatum=gezocht.geboortedatum)
    if gezocht.postcode:
        deelt |= Q(werkzoekende__postcode=gezocht.postcode)
    return list(_dossiers(gemeente, behalve).filter(deelt)[:HOOGUIT_VERGELIJKEN])


def _beoordeel(dossier: Dossier, gezocht: _Gezocht) -> Kandidaatdubbel | None:
    bekend = dossier.werkzoekende
    ander_bsn = bool(gezocht.bsn and bekend.bsn_zoekwaarde)
    if ander_bsn or not _zelfde_naam(bekend, gezocht):
        return None
    datum = _vergelijk_datums(bekend.geboortedatum, gezocht.geboortedatum)
    postcode = bool(gezocht.postcode) and gezocht.postcode == bekend.postcode
    zekerheid = _ZEKERHEID.get((datum, postcode))
    if zekerheid is None or (datum == "onbekend" and not (gezocht.voornaam and bekend.voornaam)):
        return None
    redenen = [_("dezelfde of bijna dezelfde naam"), _datumreden(datum), _("dezelfde postcode") if postcode else ""]
    return Kandidaatdubbel(dossier, zekerheid, tuple(reden for reden in redenen if reden))


# (dates of birth, same postcode) → how sure, for people whose names are alike. Not in the table: somebody else.
_ZEKERHEID = {
    ("gelijk", True): Zekerheid.WAARSCHIJNLIJK,
    ("gelijk", False): Zekerheid.WAARSCHIJNLIJK,
    ("typefout", True): Zekerheid.MOGELIJK,
    ("onbekend", True): Zekerheid.MOGELIJK,
    ("onbekend", False): Zekerheid.MOGELIJK,
}


def _datumreden(datum: str) -> str:
    return {
        "gelijk": _("dezelfde geboortedatum"),
        "typefout": _("bijna dezelfde geboortedatum"),
        "onbekend": _("geboortedatum niet bekend"),
    }[datum]


def _zelfde_naam(bekend: Werkzoekende, gezocht: _Gezocht) -> bool:
    """Surnames alike, and first names too where both are known (an initial counts)."""
    achternaam = zonder_accenten(bekend.achternaam)
    if not achternaam or fuzz.ratio(achternaam, gezocht.achternaam) < NAAM_LIJKT:
        return False
    voornaam = zonder_accenten(bekend.voornaam)
    if not voornaam or not gezocht.voornaam:
        return True
    kort, lang = sorted((voornaam.rstrip("."), gezocht.voornaam.rstrip(".")), key=len)
    if len(kort) == 1:
        return lang.startswith(kort)
    return fuzz.ratio(kort, lang) >= VOORNAAM_LIJKT or lang.split()[0] == kort


def _vergelijk_datums(een: date | None, ander: date | None) -> str:
    """gelijk, typefout (day and month swapped, or one digit off), onbekend or anders."""
    if een is None or ander is None:
        return "onbekend"
    if een == ander:
        return "gelijk"
    omgewisseld = (een.year, een.month, een.day) == (ander.year, ander.day, ander.month)
    verschil = sum(a != b for a, b in zip(een.isoformat(), ander.isoformat(), strict=True))
    return "typefout" if omgewisseld or verschil == 1 else "anders"
