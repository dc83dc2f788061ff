"""The table of steps walked in full: every state, every role, every step."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.db import transaction
from django.utils import timezone
from tests.fabrieken import Gebruikerfabriek, Gemeentefabriek
from tests.samen.bemiddeling.hulp import voorgedragen
from tests.samen.bemiddeling.hulp import werkgever_van as bedrijf_van
from tests.samen.plaatsing.hulp import klant_van, met_akkoord, voorbereid, werkgever_van

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.samen.bemiddeling.actions import besluit_werkgever
from werklandschap.samen.plaatsing import actions
from werklandschap.samen.plaatsing.models import Plaatsing
from werklandschap.samen.plaatsing.overgangen import OVERGANGEN, Wie

pytestmark = pytest.mark.django_db
Status = Plaatsing.Status
Stap = Callable[[Plaatsing, Gebruiker], object]

STAPPEN: dict[str, Stap] = {
    "wijzig": lambda p, wie: actions.wijzig_plaatsing(plaatsing=p, versie=None, door=wie, functie="Ander werk"),
    "akkoord_werkgever": lambda p, wie: actions.akkoord_werkgever(plaatsing=p, door=wie, wie="Kim"),
    "akkoord_klant": lambda p, wie: actions.akkoord_klant(plaatsing=p, door=wie, wie="Sam"),
    "start": lambda p, wie: actions.start_plaatsing(plaatsing=p, door=wie),
    "beeindig": lambda p, wie: actions.beeindig_plaatsing(plaatsing=p, reden="anders", door=wie),
    "breek_af": lambda p, wie: actions.breek_af(plaatsing=p, reden="anders", door=wie),
}
# Taken again, these change nothing and are no error.
HERHAALBAAR = {"start": Status.LOOPT, "beeindig": Status.GEEINDIGD, "breek_af": Status.AFGEBROKEN}


def in_stand(status: Status) -> Plaatsing:
    rij = met_akkoord()
    Plaatsing.objects.filter(pk=rij.pk).update(status=status)
    rij.refresh_from_db()
    return rij


def spelers(rij: Plaatsing) -> dict[str, tuple[Gebruiker, Wie | None]]:
    """Everybody who could try, with the side of the table they stand on (None: nowhere)."""
    hier, elders = rij.dossier.gemeente, Gemeentefabriek(code="9002")
    ander = voorbereid()
    return {
        "klantmanager": (Gebruikerfabriek(gemeente=hier), Wie.PLAATSER),
        "jobcoach": (Gebruikerfabriek(rol=Rol.JOBCOACH, gemeente=hier), Wie.PLAATSER),
        "accountmanager": (Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=hier), Wie.PLAATSER),
        "manager": (Gebruikerfabriek(rol=Rol.MANAGER, gemeente=hier), None),
        "beheerder": (Gebruikerfabriek(rol=Rol.BEHEERDER, gemeente=hier), None),
        "klantmanager elders": (Gebruikerfabriek(gemeente=elders), None),
        "werkgever": (werkgever_van(rij), Wie.WERKGEVER),
        "andere werkgever": (werkgever_van(ander), None),
        "klant": (klant_van(rij), Wie.KLANT),
        "andere klant": (klant_van(ander), None),
    }


def probeer(stap: str, rij: Plaatsing, wie: Gebruiker) -> str:
    try:
        with transaction.atomic():
            STAPPEN[stap](Plaatsing.objects.get(pk=rij.pk), wie)
            stand = Plaatsing.objects.values_list("status", flat=True).get(pk=rij.pk)
            transaction.set_rollback(True)
            return stand
    except GeenRecht:
        return "geen recht"
    except Invoerfout:
        return "kan nu niet"


def verwacht(stap: str, status: Status, kant: Wie | None) -> str:
    overgang = OVERGANGEN[stap]
    if kant not in overgang.wie:
        return "geen recht"
    if status in overgang.van:
        return overgang.naar or status
    return status if HERHAALBAAR.get(stap) == status else "kan nu niet"


@pytest.mark.parametrize("status", list(Status))
def test_w8_1_elke_stand_elke_rol_elke_stap(status: Status) -> None:
    rij = in_stand(status)
    mensen = spelers(rij)
    assert set(STAPPEN) == set(OVERGANGEN) - {"opnieuw"}
    uitkomst = {(naam, stap): probeer(stap, rij, wie) for naam, (wie, _kant) in mensen.items() for stap in STAPPEN}
    assert uitkomst == {
        (naam, stap): verwacht(stap, status, kant) for naam, (_wie, kant) in mensen.items() for stap in STAPPEN
    }


@pytest.mark.parametrize("ontbreekt", ["akkoord_werkgever_op", "akkoord_klant_op"])
def test_w8_1_starten_vraagt_het_akkoord_van_allebei(ontbreekt: str) -> None:
    rij = in_stand(Status.VOORBEREIDING)
    assert OVERGANGEN["start"].vraagt_akkoord
    Plaatsing.objects.filter(pk=rij.pk).update(**{ontbreekt: None})
    assert probeer("start", rij, rij.door) == "kan nu niet"


@pytest.mark.parametrize("status", list(Status))
def test_w8_1_alleen_wat_niet_doorging_begint_opnieuw(status: Status) -> None:
    voordracht = voorgedragen()
    besluit_werkgever(voordracht=voordracht, ja=True, reden="motivatie", door=bedrijf_van(voordracht))
    invoer = {"voordracht": voordracht, "door": voordracht.door, "van": timezone.localdate()}
    eerst = actions.maak_plaatsing(uren=Decimal(32), **invoer)
    Plaatsing.objects.filter(pk=eerst.pk).update(status=status)
    weer = actions.maak_plaatsing(uren=Decimal(12), **invoer)
    assert weer.pk == eerst.pk
    overgang = OVERGANGEN["opnieuw"]
    begint_weer = status in overgang.van
    assert weer.status == (overgang.naar if begint_weer else status)
    assert weer.uren == (Decimal(12) if begint_weer else Decimal(32))
