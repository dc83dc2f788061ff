"""Social return: what an order obliges to, and what fulfils it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.catalogus import naam_van, vind
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.relaties.rules import mag_werkgever_bewerken
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import euro, getal
from werklandschap.werkgever.orientatie.catalogi import (
    Bouwblok,
    bouwblokken,
    sroi_instelling,
)
from werklandschap.werkgever.orientatie.haken_uit import Werkplek, werkplekken_van
from werklandschap.werkgever.orientatie.models import SroiInvulling, SroiOpdracht
from werklandschap.werkgever.orientatie.sroi_bedragen import Bedragen, bedragen_op, bedragversies

CENT = Decimal("0.01")
DAGEN_PER_JAAR = 365


@dataclass(frozen=True)
class Invulregel:
    """What one effort is worth in euros, with the sum in words."""

    invulling: SroiInvulling
    naam: str
    som: str
    waarde: Decimal


@dataclass(frozen=True)
class Opdrachtstand:
    """An order: the obligation in euros, what fulfils it and what is left."""

    opdracht: SroiOpdracht
    verplichting: Decimal
    regels: list[Invulregel]

    @property
    def ingevuld(self) -> Decimal:
        """The sum of all efforts."""
        return sum((regel.waarde for regel in self.regels), Decimal(0))

    @property
    def procent(self) -> int:
        """How much of the obligation is fulfilled, 0–100."""
        return min(100, int(100 * self.ingevuld / self.verplichting)) if self.verplichting else 100

    @property
    def rest(self) -> Decimal:
        """What is still to be done; never below zero."""
        return max(self.verplichting - self.ingevuld, Decimal(0))


def verplichting_van(opdracht: SroiOpdracht) -> Decimal:
    """Value of the order × percentage, in euros rounded half up to a cent."""
    return (opdracht.waarde * opdracht.percentage / 100).quantize(CENT, ROUND_HALF_UP)


def dagen_binnen(plek: Werkplek, van: date, tot: date) -> int:
    """Days, first and last included, on which the place and the order run both."""
    einde = min(plek.tot or tot, tot)
    return max((einde - max(plek.van, van)).days + 1, 0)


def waarde_van_plek(blok: Bouwblok, plek: Werkplek, opdracht: SroiOpdracht) -> Decimal:
    """Value per year full time × hours of a full week × part of the year within the order."""
    voltijd = Decimal(sroi_instelling().voltijd_uren)
    deel = min(plek.uren / voltijd, Decimal(1))
    dagen = Decimal(dagen_binnen(plek, opdracht.van, opdracht.tot)) / DAGEN_PER_JAAR
    return (Decimal(blok.bedrag) * deel * dagen).quantize(CENT, ROUND_HALF_UP)


def standen_van(werkgever: Werkgever, plekken: Mapping[int, Werkplek] | None = None) -> list[Opdrachtstand]:
    """Every order with what fulfils it; a place that is no longer there counts for nothing."""
    opdrachten = list(werkgever.sroi_opdrachten.prefetch_related("invullingen"))
    if not opdrachten:
        return []
    alle = werkplekken_van(werkgever) if plekken is None else plekken
    versies = bedragversies(werkgever.gemeente_id)
    uit = []
    for opdracht in opdrachten:
        bedragen = bedragen_op(versies, opdracht.van)
        regels = [_regel(rij, opdracht, bedragen, alle) for rij in opdracht.invullingen.all()]
        uit.append(Opdrachtstand(opdracht, verplichting_van(opdracht), regels))
    return uit


def _regel(
    rij: SroiInvulling, opdracht: SroiOpdracht, bedragen: Bedragen, plekken: Mapping[int, Werkplek]
) -> Invulregel:
    blok = vind(bedragen.blokken, rij.bouwblok)
    if blok is None:
        return Invulregel(rij, rij.bouwblok, "", Decimal(0))
    if rij.aantal is not None:
        waarde = (Decimal(blok.bedrag) * rij.aantal).quantize(CENT, ROUND_HALF_UP)
        som = "" if blok.soort == "factuur" else f"{getal(rij.aantal.normalize(), 1)} × {euro(Decimal(blok.bedrag))}"
        return Invulregel(rij, rij.omschrijving or blok.naam, som, waarde)
    plek = plekken.get(rij.plek or 0)
    if plek is None:
        return Invulregel(rij, rij.omschrijving or _("Deze plek is er niet meer"), "", Decimal(0))
    som = _("{bedrag} per jaar × {uren} van {voltijd} uur × {dagen} dagen").format(
        bedrag=euro(Decimal(blok.bedrag)),
        uren=f"{min(plek.uren, Decimal(sroi_instelling().voltijd_uren)).normalize():f}",
        voltijd=sroi_instelling().voltijd_uren,
        dagen=dagen_binnen(plek, opdracht.van, opdracht.tot),
    )
    return Invulregel(rij, plek.functie, som, waarde_van_plek(blok, plek, opdracht))


@actie
def maak_opdracht(
    *,
    werkgever: Werkgever,
    naam: str,
    waarde: Decimal,
    percentage: Decimal,
    van: date,
    tot: date,
    door: Gebruiker,
    opdrachtgever: str = "",
) -> SroiOpdracht:
    """An order with an obligation. Raises Invoerfout for wrong input."""
    vereis(mag_werkgever_bewerken(door, werkgever))
    fouten = {}
    if not naam.strip():
        fouten["naam"] = _("Vul de naam van de opdracht in.")
    if waarde <= 0:
        fouten["waarde"] = _("Vul een bedrag boven 0 in.")
    if not 0 < percentage <= 100:
        fouten["percentage"] = _("Vul een percentage boven 0 tot en met 100 in.")
    if tot < van:
        fouten["tot"] = _("Het einde ligt voor het begin.")
    if fouten:
        raise Invoerfout(fouten)
    opdracht = SroiOpdracht.objects.create(
        werkgever=werkgever,
        naam=naam.strip()[:150],
        opdrachtgever=opdrachtgever.strip()[:150],
        waarde=waarde,
        percentage=percentage,
        van=van,
        tot=tot,
        door=door,
    )
    leg_vast(
        keten=werkgever.keten,
        soort="sroi.opdracht",
        door=door,
        gegevens={"naam": opdracht.naam, "bedrag": euro(verplichting_van(opdracht))},
    )
    return opdracht


@actie
def vul_in(
    *,
    opdracht: SroiOpdracht,
    bouwblok: str,
    door: Gebruiker,
    plek: int | None = None,
    aantal: Decimal | None = None,
    omschrijving: str = "",
) -> SroiInvulling:
    """An effort for an order: a place at this employer, hours, or an invoice. A place counts in one order at a time.

    Raises Invoerfout. What group the person is from is not in the event: the employer reads that.
    """
    vereis(mag_werkgever_bewerken(door, opdracht.werkgever))
    blok = vind(bouwblokken(), bouwblok)
    if blok is None:
        raise Invoerfout({"bouwblok": _("Kies wat u inzet.")})
    if blok.soort == "plek":
        aantal = None
        _keur_plek(opdracht, plek)
    else:
        plek = None
        if aantal is None or aantal <= 0:
            raise Invoerfout({"aantal": _("Vul in hoeveel uur of hoeveel euro.")})
    rij = SroiInvulling.objects.create(
        opdracht=opdracht,
        bouwblok=bouwblok,
        plek=plek,
        aantal=aantal,
        omschrijving=omschrijving.strip()[:200],
        door=door,
    )
    leg_vast(keten=opdracht.werkgever.keten, soort="sroi.ingevuld", door=door, gegevens={"naam": opdracht.naam})
    return rij


def _keur_plek(opdracht: SroiOpdracht, plek: int | None) -> None:
    gevonden = werkplekken_van(opdracht.werkgever).get(plek or 0)
    if gevonden is None:
        raise Invoerfout({"plek": _("Kies een plek bij dit bedrijf.")})
    if not dagen_binnen(gevonden, opdracht.van, opdracht.tot):
        raise Invoerfout({"plek": _("Deze plek valt niet in de tijd van de opdracht.")})
    elders = SroiInvulling.objects.filter(
        plek=plek,
        opdracht__werkgever=opdracht.werkgever,
        opdracht__van__lte=opdracht.tot,
        opdracht__tot__gte=opdracht.van,
    ).select_related("opdracht")
    if (rij := elders.first()) is not None:
        raise Invoerfout({"plek": _("Deze plek telt al mee voor {naam}.").format(naam=rij.opdracht.naam)})


@actie
def haal_weg(*, invulling: SroiInvulling, door: Gebruiker) -> None:
    """An effort no longer counts."""
    werkgever = invulling.opdracht.werkgever
    vereis(mag_werkgever_bewerken(door, werkgever))
    leg_vast(keten=werkgever.keten, soort="sroi.weggehaald", door=door, gegevens={"naam": invulling.opdracht.naam})
    invulling.delete()


def bloknaam(code: str) -> str:
    """The name of a building block."""
    return naam_van(bouwblokken(), code)
