"""Routes, questions and news."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import Contactpersoonfabriek, Gebruikerfabriek, Gemeentefabriek, Regiofabriek, Werkgeverfabriek

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.kern.tijdlijn.models import Keten
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.werkgever.voorzorg import actions, nieuws
from werklandschap.werkgever.voorzorg.models import Nieuwsontvangst, Vraag

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


def test_g1_4_nieuws_gaat_alleen_naar_wie_het_aangaat_en_een_keer(ik: Gebruiker) -> None:
    def persoon(wil: bool = True, sector: str = "zorg", code: str = ik.gemeente.code, **anders: object) -> object:
        werkgever = Werkgeverfabriek(gemeente=Gemeentefabriek(code=code), sector=sector)
        return Contactpersoonfabriek(werkgever=werkgever, wil_nieuws=wil, **anders)

    krijgt = persoon()
    for _ in (
        persoon(wil=False),
        persoon(sector="bouw"),
        persoon(code="9002"),
        persoon(email=""),
        persoon(actief=False),
    ):
        pass
    bericht = nieuws.maak_nieuws(titel="Subsidie", tekst="Er is subsidie.", sectoren=["zorg"], door=ik)
    assert nieuws.verstuur_nieuws(bericht=bericht, door=ik, adres="https://proef.test/") == 1
    rij = Nieuwsontvangst.objects.get()
    assert rij.persoon == krijgt
    with pytest.raises(Invoerfout):
        nieuws.verstuur_nieuws(bericht=bericht, door=ik, adres="https://proef.test/")
    assert nieuws.mail_nieuws.call(rij.pk, "https://proef.test/")
    assert not nieuws.mail_nieuws.call(rij.pk, "https://proef.test/")
    assert [bericht.to for bericht in mail.outbox] == [[krijgt.email]]
    assert "https://proef.test/nieuws-afmelden/" in mail.outbox[0].body
    assert controleer(Keten.objects.get(pk=krijgt.werkgever.keten_id)) == []


def test_g1_4_afmelden_kan_met_een_knop_en_niet_voor_een_ander(client: Client) -> None:
    persoon = Contactpersoonfabriek(wil_nieuws=True)
    ander = Contactpersoonfabriek(wil_nieuws=True)
    code = nieuws.afmeldcode(persoon)
    url = reverse("werkgever_voorzorg:afmelden", args=[code])
    vals = code.replace(str(persoon.pk), str(ander.pk), 1)
    assert client.post(reverse("werkgever_voorzorg:afmelden", args=[vals])).status_code == 404
    assert client.get(url).status_code == 200
    persoon.refresh_from_db()
    assert persoon.wil_nieuws
    client.post(url)
    persoon.refresh_from_db()
    ander.refresh_from_db()
    assert (persoon.wil_nieuws, ander.wil_nieuws) == (False, True)


def test_nieuws_schrijven_bekijken_en_versturen(client: Client, ik: Gebruiker) -> None:
    Contactpersoonfabriek(werkgever=Werkgeverfabriek(gemeente=ik.gemeente), wil_nieuws=True, naam="Noor")
    client.force_login(ik)
    antwoord = client.post(reverse("werkgever_voorzorg:nieuws_nieuw"), {"titel": "Subsidie", "tekst": "Tekst"})
    assert "Noor" in client.get(antwoord.url).content.decode()
    assert Nieuwsontvangst.objects.count() == 0
    client.post(antwoord.url)
    assert Nieuwsontvangst.objects.count() == 1
    assert client.get(reverse("werkgever_voorzorg:nieuwslijst")).status_code == 200
    client.force_login(Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=Gemeentefabriek(code="9002")))
    assert client.get(antwoord.url).status_code == 404
