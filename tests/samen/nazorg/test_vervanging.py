"""G10.2 and W9.2: while the fixed contact is away the stand-in has the work, and afterwards it comes back."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from tests.fabrieken import Gebruikerfabriek
from tests.samen.nazorg.test_nazorg import gemeld, ingelogd, met_plan

from werklandschap.beheer.dagelijks import loop_ronde
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.samen.nazorg.models import Nazorgcontact, Nazorgplan
from werklandschap.samen.nazorg.planning import zorg_voor_taken
from werklandschap.samen.nazorg.signalen import signalen_van
from werklandschap.samen.nazorg.vervanging import vervang

pytestmark = pytest.mark.django_db


def eigenaar(bron: str) -> Gebruiker | None:
    return Taak.objects.get(bron=bron, status="open").eigenaar


def plan_met_werk() -> tuple[Nazorgplan, Nazorgcontact, Nazorgcontact, Gebruiker]:
    """A plan with a contact in three days and one in twenty, a problem, and a colleague who can stand in."""
    plan = met_plan()
    plan.contacten.all().delete()
    vandaag = timezone.localdate()
    gauw, later = (Nazorgcontact.objects.create(plan=plan, gepland_op=vandaag + timedelta(days=d)) for d in (3, 20))
    zorg_voor_taken(plan, plan.contactpersoon)
    vervanger = Gebruikerfabriek(gemeente=plan.plaatsing.dossier.gemeente)
    plan.contactpersoon.vervanger = vervanger
    plan.contactpersoon.save()
    return plan, gauw, later, vervanger


def meld_weg(plan: Nazorgplan, dagen: int) -> None:
    plan.contactpersoon.afwezig_tot = timezone.localdate() + timedelta(days=dagen)
    plan.contactpersoon.save()


def test_g10_2_w9_2_wat_in_de_afwezigheid_valt_gaat_naar_de_vervanger_en_komt_terug() -> None:
    plan, gauw, later, vervanger = plan_met_werk()
    ik, probleem = plan.contactpersoon, gemeld(plan.plaatsing)
    assert vervang() == 0
    meld_weg(plan, 7)
    loop_ronde()
    assert vervang() == 0
    assert eigenaar(f"nazorgcontact:{gauw.pk}") == vervanger
    assert eigenaar(f"nazorgcontact:{later.pk}") == ik
    assert eigenaar(f"probleem:{probleem.pk}") == vervanger
    probleem.refresh_from_db()
    assert probleem.eigenaar == vervanger
    with time_machine.travel(timezone.now() + timedelta(days=8), tick=False):
        assert vervang() == 2
        assert eigenaar(f"nazorgcontact:{gauw.pk}") == ik
        assert eigenaar(f"probleem:{probleem.pk}") == ik
    plan.refresh_from_db()
    assert plan.contactpersoon == ik
    overgedragen = plan.plaatsing.dossier.keten.gebeurtenissen.filter(soort="taak.overgedragen").order_by("nummer")
    assert [g.gegevens["wie"] for g in overgedragen] == [vervanger.naam] * 2 + [ik.naam] * 2


def test_g10_2_wat_iemand_zelf_overdroeg_blijft_daar() -> None:
    plan, gauw, _later, vervanger = plan_met_werk()
    derde = Gebruikerfabriek(gemeente=plan.plaatsing.dossier.gemeente)
    Taak.objects.filter(bron=f"nazorgcontact:{gauw.pk}").update(eigenaar=derde)
    meld_weg(plan, 7)
    vervang()
    assert eigenaar(f"nazorgcontact:{gauw.pk}") == derde
    assert not Taak.objects.filter(eigenaar=vervanger, bron__startswith="nazorgcontact:").exists()


def test_g10_2_de_vervanger_ziet_de_contacten_en_wat_er_dreigt_en_alleen_zolang_het_duurt() -> None:
    plan, gauw, _later, vervanger = plan_met_werk()
    Nazorgcontact.objects.filter(pk=gauw.pk).update(gepland_op=timezone.localdate() - timedelta(days=1))
    naam = plan.plaatsing.dossier.werkzoekende.naam

    def ziet() -> tuple[bool, bool, int]:
        client = ingelogd(vervanger)
        paden = ("/nazorg/", "/werkzoekenden/nazorg/")
        lijst, tegel = (naam in client.get(pad).content.decode() for pad in paden)
        return lijst, tegel, len(signalen_van(vervanger))

    assert ziet() == (False, False, 0)
    meld_weg(plan, 0)
    assert ziet() == (True, True, 1)
    meld_weg(plan, -1)
    assert ziet() == (False, False, 0)
