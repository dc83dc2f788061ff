"""The basic data of a person as somebody typed it, checked and brought into one form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Field
from django.utils.translation import gettext as _

from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.basis.sleutels import zoekwaarde
from werklandschap.kern.basis.tekst import zonder_accenten
from werklandschap.kern.dossiers.models import Contactwijze, Taalniveau, Werkzoekende, controleer_geboortedatum
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.organisaties.plaatsen import coordinaten
from werklandschap.regelingen.bsn import is_geldig_bsn, normaliseer_bsn

_POSTCODE = re.compile(r"([1-9][0-9]{3})\s*([A-Za-z]{2})")
_TELEFOON = re.compile(r"\+?[0-9()\-\s]+")
_TAAL = re.compile(r"[a-z]{3}")
CONTACTWIJZEN = frozenset(Contactwijze.values)
# Prefixes of surnames, left out when people are searched by name.
TUSSENVOEGSELS = frozenset(
    ("van", "de", "der", "den", "het", "'t", "ter", "ten", "te", "op", "in", "la", "le", "el", "von", "di", "da", "dos")
)


@dataclass(frozen=True)
class Persoonsgegevens:
    """Everything about who somebody is and how to reach them. Empty is unknown; after an import much may be."""

    voornaam: str = ""
    tussenvoegsel: str = ""
    achternaam: str = ""
    geboortedatum: date | None = None
    bsn: str = ""
    email: str = ""
    telefoon: str = ""
    straat: str = ""
    huisnummer: str = ""
    postcode: str = ""
    plaats: str = ""
    taalniveau: str = Taalniveau.B1
    contacttaal: str = "nld"
    contactwijze: str = "telefoon"
    herkomst: str = ""
    extern_id: str = ""


# Fields a person's page edits; the order is that of the page. BSN and origin go their own way.
BEWERKBAAR = (
    "voornaam",
    "tussenvoegsel",
    "achternaam",
    "geboortedatum",
    "email",
    "telefoon",
    "straat",
    "huisnummer",
    "postcode",
    "plaats",
    "taalniveau",
    "contacttaal",
    "contactwijze",
)


def maak_zoeknaam(voornaam: str, achternaam: str) -> str:
    """First name and surname in lower case, without accents and prefix."""
    return zonder_accenten(f"{voornaam} {achternaam}")[:220]


def gegevens_uit(rij: Mapping[str, Any]) -> Persoonsgegevens:
    """What of these values says who somebody is, as a form has them."""
    namen = Persoonsgegevens.__dataclass_fields__
    return Persoonsgegevens(**{naam: waarde for naam, waarde in rij.items() if naam in namen})


def fouten_in(gegevens: Persoonsgegevens) -> dict[str, str]:
    """{field: what is wrong}; empty when all is well."""
    try:
        controleer(gegevens)
    except Invoerfout as fout:
        return fout.fouten
    return {}


def controleer(gegevens: Persoonsgegevens) -> Persoonsgegevens:
    """The same data, trimmed and in one form. Raises Invoerfout with every field that is wrong."""
    schoon = replace(
        gegevens,
        voornaam=_strak(gegevens.voornaam),
        tussenvoegsel=_strak(gegevens.tussenvoegsel),
        achternaam=_strak(gegevens.achternaam),
        telefoon=_strak(gegevens.telefoon),
        straat=_strak(gegevens.straat),
        huisnummer=_strak(gegevens.huisnummer),
        plaats=_strak(gegevens.plaats),
        email=gegevens.email.strip().lower(),
        bsn=normaliseer_bsn(gegevens.bsn.strip()),
        postcode=normaliseer_postcode(gegevens.postcode),
    )
    fouten = {naam: melding for naam, melding in _keur(schoon) if melding}
    if fouten:
        raise Invoerfout(fouten)
    return schoon


def _strak(tekst: str) -> str:
    """Single spaces, none around it."""
    return " ".join(tekst.split())


def normaliseer_postcode(tekst: str) -> str:
    """`1234ab` becomes `1234 AB`; four digits stay; anything else is left for the check to refuse."""
    kaal = tekst.strip()
    treffer = _POSTCODE.fullmatch(kaal)
    return f"{treffer[1]} {treffer[2].upper()}" if treffer else kaal


def _keur(g: Persoonsgegevens) -> list[tuple[str, str]]:
    return [
        ("bsn", _("Controleer het BSN: dit nummer kan niet kloppen.") if g.bsn and not is_geldig_bsn(g.bsn) else ""),
        (
            "postcode",
            _("Een postcode heeft vier cijfers en twee letters, bijvoorbeeld 1234 AB.")
            if g.postcode and not re.fullmatch(r"[1-9][0-9]{3}( [A-Z]{2})?", g.postcode)
            else "",
        ),
        ("geboortedatum", _fout_geboortedatum(g.geboortedatum)),
        ("email", _fout_email(g.email)),
        ("telefoon", _fout_telefoon(g.telefoon)),
        *_fouten_keuzes(g),
        *_fouten_lengte(g),
    ]


def _fout_geboortedatum(datum: date | None) -> str:
    if datum is None:
        return ""
    try:
        controleer_geboortedatum(datum)
    except ValidationError as fout:
        return str(fout.messages[0])
    return ""


def _fout_email(email: str) -> str:
    if not email:
        return ""
    try:
        validate_email(email)
    except ValidationError:
        return _("Controleer het e-mailadres, bijvoorbeeld naam@voorbeeld.nl.")
    return ""


def _fout_telefoon(telefoon: str) -> str:
    if not telefoon:
        return ""
    cijfers = sum(teken.isdigit() for teken in telefoon)
    if _TELEFOON.fullmatch(telefoon) and 8 <= cijfers <= 15:
        return ""
    return _("Een telefoonnummer heeft 8 tot 15 cijfers, bijvoorbeeld 06 12345678.")


def _fouten_keuzes(g: Persoonsgegevens) -> list[tuple[str, str]]:
    return [
        ("taalniveau", "" if g.taalniveau in Taalniveau.values else _("Kies een taalniveau uit de lijst.")),
        ("contactwijze", "" if g.contactwijze in CONTACTWIJZEN else _("Kies hoe wij iemand bereiken uit de lijst.")),
        ("contacttaal", "" if _TAAL.fullmatch(g.contacttaal) else _("Een taal heeft een code van drie letters.")),
    ]


def lengte_van(veld: str) -> int | None:
    """How long a text field of Werkzoekende may be."""
    kolom = Werkzoekende._meta.get_field(veld)
    return kolom.max_length if isinstance(kolom, Field) else None


def _fouten_lengte(g: Persoonsgegevens) -> list[tuple[str, str]]:
    uit = []
    for naam in (*BEWERKBAAR, "herkomst", "extern_id"):
        waarde, hooguit = getattr(g, naam), lengte_van(naam)
        if isinstance(waarde, str) and hooguit and len(waarde) > hooguit and naam != "postcode":
            uit.append((naam, _("Dit is te lang: hooguit {aantal} tekens.").format(aantal=hooguit)))
    return uit


def bsn_zoekwaarde(gemeente: Gemeente, bsn: str) -> str | None:
    """The keyed hash by which a BSN is found within one municipality; None without a BSN."""
    return zoekwaarde("bsn", gemeente.code, bsn) if bsn else None


def als_velden(schoon: Persoonsgegevens) -> dict[str, Any]:
    """Fields of Werkzoekende for checked data, without BSN and origin."""
    velden = {naam: getattr(schoon, naam) for naam in BEWERKBAAR}
    plek = coordinaten(postcode=schoon.postcode, plaats=schoon.plaats)
    return velden | {
        "zoeknaam": maak_zoeknaam(schoon.voornaam, schoon.achternaam),
        "lat": plek[0] if plek else None,
        "lon": plek[1] if plek else None,
    }


def gegevens_van(werkzoekende: Werkzoekende) -> Persoonsgegevens:
    """What is known now, without the BSN."""
    return Persoonsgegevens(**{naam: getattr(werkzoekende, naam) for naam in BEWERKBAAR})
