"""What is recorded of an employer, checked and put in one form."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import asdict, dataclass, fields
from typing import Any

from django.utils.translation import gettext as _

from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.relaties.catalogi import nieuwsonderwerpen, sectoren
from werklandschap.kern.relaties.models import Contactpersoon, Werkgever
from werklandschap.regelingen.kvk import is_geldig_kvk_nummer, is_geldig_vestigingsnummer

POSTCODE = re.compile(r"([1-9][0-9]{3})\s?([A-Z]{2})")


@dataclass(frozen=True)
class Werkgevergegevens:
    """The profile of a company; only the name is needed to begin."""

    naam: str
    kvk_nummer: str = ""
    sector: str = ""
    sbi: str = ""
    grootte: str = ""
    website: str = ""
    leerbedrijf: str = ""
    kenmerken: str = ""
    producten: str = ""
    werkprocessen: str = ""
    missie: str = ""
    hulpvraag: str = ""
    verwachtingen: str = ""


@dataclass(frozen=True)
class Vestigingsgegevens:
    """Where a company works."""

    naam: str = ""
    vestigingsnummer: str = ""
    straat: str = ""
    huisnummer: str = ""
    postcode: str = ""
    plaats: str = ""
    is_hoofdvestiging: bool = False


@dataclass(frozen=True)
class Contactgegevens:
    """Who to speak to."""

    naam: str
    functie: str = ""
    email: str = ""
    telefoon: str = ""
    wil_nieuws: bool = False
    rol: str = ""
    nieuws_over: tuple[str, ...] = ()


PROFIELVELDEN = tuple(veld.name for veld in fields(Werkgevergegevens))


def cijfers(tekst: str) -> str:
    """A number as people write it, without spaces, dots and hyphens."""
    return re.sub(r"[\s.\-]", "", tekst)


def controleer_werkgever(gegevens: Werkgevergegevens) -> dict[str, Any]:
    """The fields as they are saved. Raises Invoerfout naming each field that is wrong."""
    velden = {naam: " ".join(w.split()) if naam == "naam" else w.strip() for naam, w in asdict(gegevens).items()}
    velden["kvk_nummer"] = cijfers(velden["kvk_nummer"])
    fouten = {}
    if not velden["naam"]:
        fouten["naam"] = _("Vul de naam van het bedrijf in.")
    if velden["kvk_nummer"] and not is_geldig_kvk_nummer(velden["kvk_nummer"]):
        fouten["kvk_nummer"] = _("Een KVK-nummer heeft 8 cijfers, bijvoorbeeld 12345678.")
    if velden["sector"] and velden["sector"] not in {s.code for s in sectoren()}:
        fouten["sector"] = _("Kies een sector uit de lijst.")
    if velden["grootte"] and velden["grootte"] not in Werkgever.Grootte.values:
        fouten["grootte"] = _("Kies een grootte uit de lijst.")
    if velden["leerbedrijf"] not in {"", *Werkgever.Leerbedrijf.values}:
        fouten["leerbedrijf"] = _("Kies ja of nee.")
    if fouten:
        raise Invoerfout(fouten)
    return velden


def controleer_vestiging(gegevens: Vestigingsgegevens) -> dict[str, Any]:
    """The fields as they are saved; a postcode becomes `1234 AB`. Raises Invoerfout."""
    velden = {naam: w.strip() if isinstance(w, str) else w for naam, w in asdict(gegevens).items()}
    velden["vestigingsnummer"] = cijfers(velden["vestigingsnummer"])
    fouten = {}
    if not (velden["plaats"] or velden["postcode"]):
        fouten["plaats"] = _("Vul een plaats of een postcode in.")
    if velden["vestigingsnummer"] and not is_geldig_vestigingsnummer(velden["vestigingsnummer"]):
        fouten["vestigingsnummer"] = _("Een vestigingsnummer heeft 12 cijfers.")
    if velden["postcode"]:
        gevonden = POSTCODE.fullmatch(velden["postcode"].upper())
        if gevonden is None:
            fouten["postcode"] = _("Schrijf een postcode als 1234 AB.")
        else:
            velden["postcode"] = " ".join(gevonden.groups())
    if fouten:
        raise Invoerfout(fouten)
    return velden


def controleer_contact(gegevens: Contactgegevens) -> dict[str, Any]:
    """The fields as they are saved. Raises Invoerfout when there is no name."""
    velden = {naam: w.strip() if isinstance(w, str) else w for naam, w in asdict(gegevens).items()}
    velden["email"] = velden["email"].lower()
    velden["nieuws_over"] = gekozen_onderwerpen(gegevens.nieuws_over)
    if not velden["naam"]:
        raise Invoerfout({"naam": _("Vul de naam van de contactpersoon in.")})
    if velden["rol"] not in {"", *Contactpersoon.Rol.values}:
        raise Invoerfout({"rol": _("Kies een rol uit de lijst.")})
    if velden["wil_nieuws"] and not velden["email"]:
        raise Invoerfout({"email": _("Vul een e-mailadres in. Anders kunnen we geen nieuws sturen.")})
    return velden


def gekozen_onderwerpen(codes: Collection[str]) -> list[str]:
    """The subjects of news in the order of the catalogue; all of them is the same as no choice. Raises Invoerfout."""
    bekend = [rij.code for rij in nieuwsonderwerpen()]
    if set(codes) - set(bekend):
        raise Invoerfout({"nieuws_over": _("Kies onderwerpen uit de lijst.")})
    return [code for code in bekend if code in codes] if len(set(codes)) < len(bekend) else []


def veldnamen(model: type[Any], namen: list[str]) -> str:
    """The fields as people call them, for the sentence of an event."""
    return ", ".join(str(model._meta.get_field(naam).verbose_name) for naam in namen)
