"""Routes and questions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import Gebruikerfabriek, Gemeentefabriek, Regiofabriek, Werkgeverfabriek

from werklandschap.kern.basis.fouten import GeenRecht
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.kern.tijdlijn.models import Keten
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.werkgever.voorzorg import actions
from werklandschap.werkgever.voorzorg.models import Vraag

pytestmark = pytest.mark.django_db


@pytest.fixture
def ik() -> Gebruiker:
    return Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)


def test_g1_2_een_route_wordt_besproken_en_komt_terug(client: Client, ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    client.force_login(ik)
    url = reverse("werkgever_voorzorg:voorzorg", args=[werkgever.pk])
    vandaag = timezone.localdate()
    morgen = vandaag + timedelta(days=1)
    fout = client.post(url, {"route": "leefstijl", "besproken_op": morgen, "uitkomst": "Fruit op het werk"})
    assert "besproken_op" in fout.context["formulier"].errors
    assert "Fruit op het werk" in fout.content.decode()
    terug = client.post(
        url, {"route": "leefstijl", "besproken_op": vandaag, "uitkomst": "Fruit", "opnieuw_op": vandaag}
    )
    assert "opnieuw_op" in terug.context["formulier"].errors
    client.post(url, {"route": "leefstijl", "besproken_op": vandaag, "uitkomst": "Fruit", "opnieuw_op": morgen})
    assert werkgever.routegesprekken.get().route == "leefstijl"
    assert Taak.objects.get().voor_op == morgen
    assert controleer(Keten.objects.get(pk=werkgever.keten_id)) == []


def test_g1_3_een_vraag_wordt_een_taak_en_het_antwoord_is_terug_te_vinden(client: Client, ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    eerste = actions.stel_vraag(werkgever=werkgever, vraag="Hoe vraag ik werkplekaanpassing aan?", door=ik)
    actions.beantwoord_vraag(vraag=eerste, antwoord="Dat loopt via UWV.", bron="uwv", door=ik)
    assert Taak.objects.get().status == Taak.Status.KLAAR
    tweede = actions.stel_vraag(werkgever=werkgever, vraag="Wie betaalt werkplekaanpassing?", door=ik)
    client.force_login(ik)
    pagina = client.get(reverse("werkgever_voorzorg:vraag", args=[werkgever.pk, tweede.pk]))
    assert pagina.context["eerder"] == [eerste]
    assert client.get(reverse("werkgever_voorzorg:vragen") + "?q=uwv").context["pagina"].object_list[0] == eerste
    ver = Gemeentefabriek(code="9003", regio=Regiofabriek(naam="Ver"))
    vreemde = Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=ver)
    assert list(Vraag.objects.voor(vreemde)) == []
    with pytest.raises(GeenRecht):
        actions.beantwoord_vraag(vraag=tweede, antwoord="Niets", door=vreemde)


def test_de_vragenlijst_kost_evenveel_voor_1_3_en_100(
    client: Client, ik: Gebruiker, zelfde_aantal_queries: Callable[..., None]
) -> None:
    client.force_login(ik)

    def maak(aantal: int) -> None:
        for n in range(aantal):
            actions.stel_vraag(werkgever=Werkgeverfabriek(gemeente=ik.gemeente), vraag=f"Vraag {n}", door=ik)

    zelfde_aantal_queries(client, reverse("werkgever_voorzorg:vragen"), maak)
