"""News for employers: whom it concerns, what the mail says, and how one chooses or stops."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import Contactpersoonfabriek, Gebruikerfabriek, Gemeentefabriek, Inzetfabriek, Werkgeverfabriek

from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.relaties.models import Contactpersoon
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.kern.tijdlijn.models import Gebeurtenis, Keten
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.werkgever.opleiden.models import Trainingsdeelname
from werklandschap.werkgever.voorzorg import nieuws
from werklandschap.werkgever.voorzorg.models import Nieuwsbericht, Nieuwsontvangst
from werklandschap.werkgever.voorzorg.nieuws import Selectie

pytestmark = pytest.mark.django_db
ADRES = "https://proef.test/"


@pytest.fixture
def ik() -> Gebruiker:
    return Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)


def mens(ik: Gebruiker, naam: str, *, over: tuple[str, ...] = (), wil: bool = True, **bedrijf: Any) -> Contactpersoon:
    werkgever = Werkgeverfabriek(**{"gemeente": ik.gemeente, "sector": "zorg", "grootte": "klein"} | bedrijf)
    return Contactpersoonfabriek(werkgever=werkgever, naam=naam, wil_nieuws=wil, nieuws_over=list(over))


def krijgers(ik: Gebruiker, **keuze: Any) -> set[str]:
    bericht = nieuws.maak_nieuws(titel="Subsidie", tekst="Er is subsidie.", voor=Selectie(**keuze), door=ik)
    return {persoon.naam for persoon in nieuws.publiek_van(bericht).krijgen}


def test_g1_4_nieuws_gaat_alleen_naar_wie_het_aangaat_en_een_keer(ik: Gebruiker) -> None:
    krijgt = mens(ik, "Krijgt")
    mens(ik, "Wil niet", wil=False)
    mens(ik, "Andere sector", sector="bouw")
    mens(ik, "Andere grootte", grootte="groot")
    mens(ik, "Andere gemeente", gemeente=Gemeentefabriek(code="9002"))
    for anders in ({"email": ""}, {"actief": False}):
        rij = mens(ik, "Niet te bereiken")
        Contactpersoon.objects.filter(pk=rij.pk).update(**anders)
    voor = Selectie(sectoren=["zorg"], groottes=["klein"])
    bericht = nieuws.maak_nieuws(titel="Subsidie", tekst="Er is subsidie.", voor=voor, door=ik)
    assert nieuws.verstuur_nieuws(bericht=bericht, door=ik, adres=ADRES) == 1
    rij_van = Nieuwsontvangst.objects.get()
    assert rij_van.persoon == krijgt
    with pytest.raises(Invoerfout):
        nieuws.verstuur_nieuws(bericht=bericht, door=ik, adres=ADRES)
    assert nieuws.mail_nieuws.call(rij_van.pk, ADRES)
    assert not nieuws.mail_nieuws.call(rij_van.pk, ADRES)
    assert [bericht.to for bericht in mail.outbox] == [[krijgt.email]]
    assert "https://proef.test/nieuws-afmelden/" in mail.outbox[0].body
    assert mail.outbox[0].extra_headers["List-Unsubscribe"].startswith("<https://proef.test/nieuws-afmelden/")
    assert controleer(Keten.objects.get(pk=krijgt.werkgever.keten_id)) == []


def test_g1_4_nieuws_over_een_onderwerp_gaat_naar_wie_dat_koos(ik: Gebruiker) -> None:
    mens(ik, "Alles")
    mens(ik, "Scholing", over=("scholing", "wet"))
    mens(ik, "Alleen wet", over=("wet",))
    assert krijgers(ik, onderwerpen=["scholing"]) == {"Alles", "Scholing"}
    assert krijgers(ik, onderwerpen=["arbeidsmarkt"]) == {"Alles"}
    assert krijgers(ik, onderwerpen=["arbeidsmarkt", "wet"]) == {"Alles", "Scholing", "Alleen wet"}
    assert krijgers(ik) == {"Alles", "Scholing", "Alleen wet"}


def test_g1_4_nieuws_over_een_instrument_gaat_naar_wie_het_nu_of_de_laatste_jaren_gebruikt(ik: Gebruiker) -> None:
    vandaag = timezone.localdate()
    nu, vroeger, straks, getraind, _nooit = (
        mens(ik, naam) for naam in ("Nu", "Vroeger", "Straks", "Getraind", "Nooit")
    )
    lang = vandaag - timedelta(days=500)
    for persoon, velden in (
        (nu, {"van": lang, "tot": None}),
        (vroeger, {"van": lang, "tot": vandaag - timedelta(days=400), "status": "klaar"}),
        (straks, {"van": vandaag, "status": "gepland"}),
    ):
        keten = persoon.werkgever.keten
        Inzetfabriek(keten=keten, gemeente=ik.gemeente, instrument="harrie", **velden)
    Trainingsdeelname.objects.create(werkgever=getraind.werkgever, training="harrie", naam="Jo", behaald_op=vandaag)
    assert krijgers(ik, instrumenten=["harrie"]) == {"Nu", "Getraind"}
    assert krijgers(ik, instrumenten=["harrie"], jaren=1) == {"Nu", "Getraind"}
    assert krijgers(ik, instrumenten=["harrie"], jaren=3) == {"Nu", "Vroeger", "Getraind"}
    assert krijgers(ik, instrumenten=["mentorwijs"], jaren=3) == set()


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


def test_g1_4_afmelden_kan_per_onderwerp(client: Client, ik: Gebruiker) -> None:
    persoon = mens(ik, "Kiest")
    url = reverse("werkgever_voorzorg:afmelden", args=[nieuws.afmeldcode(persoon)])
    vinkjes = client.get(url).context["formulier"].initial["over"]
    assert len(vinkjes) == 7
    client.post(url, {"kies": "1", "over": [code for code in vinkjes if code != "wet"]})
    persoon.refresh_from_db()
    assert persoon.wil_nieuws
    assert "wet" not in persoon.nieuws_over
    assert krijgers(ik, onderwerpen=["wet"]) == set()
    assert krijgers(ik, onderwerpen=["scholing"]) == {"Kiest"}
    assert "over" in client.post(url, {"kies": "1"}).context["formulier"].errors
    client.post(url, {"kies": "1", "over": vinkjes})
    persoon.refresh_from_db()
    assert persoon.nieuws_over == []
    assert Gebeurtenis.objects.filter(keten=persoon.werkgever.keten, soort="nieuws.gekozen").count() == 2


def test_een_werkgever_kiest_zelf_op_de_eigen_pagina(client: Client, ik: Gebruiker) -> None:
    persoon = mens(ik, "Noor")
    persoon.account = Gebruikerfabriek(rol=Rol.WERKGEVER)
    persoon.save()
    client.force_login(persoon.account)
    assert reverse("portaal:bedrijf_nieuws") in client.get(reverse("portaal:bedrijf")).content.decode()
    pagina = client.get(reverse("portaal:bedrijf_nieuws"), follow=True)
    assert "Waarover wilt u nieuws?" in pagina.content.decode()


def test_wie_zich_na_het_versturen_afmeldt_krijgt_geen_mail_meer(client: Client, ik: Gebruiker) -> None:
    persoon = mens(ik, "Bedenkt zich")
    voor = Selectie(onderwerpen=["wet"])
    bericht = nieuws.maak_nieuws(titel="Subsidie", tekst="Er is subsidie.", voor=voor, door=ik)
    nieuws.verstuur_nieuws(bericht=bericht, door=ik, adres=ADRES)
    nieuws.kies_nieuws(persoon=persoon, over=["scholing"], door=None)
    assert not nieuws.mail_nieuws.call(Nieuwsontvangst.objects.get().pk, ADRES)
    assert mail.outbox == []
    client.force_login(ik)
    assert "meldde zich af, niet verzonden" in client.get(f"/werkgeversnieuws/{bericht.pk}/").content.decode()


def test_g1_4_nieuws_schrijven_bekijken_aanpassen_en_versturen(client: Client, ik: Gebruiker) -> None:
    persoon = mens(ik, "Noor")
    mens(ik, "Pia", over=("scholing",))
    client.force_login(ik)
    invoer = {"titel": "Subsidie", "tekst": "Tekst", "onderwerpen": ["wet"], "jaren": "0"}
    pagina = client.post(reverse("werkgever_voorzorg:nieuws_nieuw"), invoer).url
    bekeken = client.get(pagina)
    assert "Noor" in bekeken.content.decode()
    assert "Pia" not in bekeken.content.decode()
    assert (bekeken.context["aantal"], bekeken.context["willen_niet"]) == (1, 1)
    wijzig = reverse("werkgever_voorzorg:nieuws_wijzig", args=[Nieuwsbericht.objects.get().pk])
    assert client.get(wijzig).context["formulier"].initial["onderwerpen"] == ["wet"]
    client.post(wijzig, {**invoer, "onderwerpen": [], "titel": "Nieuwe subsidie"})
    assert client.get(pagina).context["aantal"] == 2
    assert Nieuwsontvangst.objects.count() == 0
    client.post(pagina)
    assert Nieuwsontvangst.objects.count() == 2
    with pytest.raises(Invoerfout):
        nieuws.wijzig_nieuws(bericht=Nieuwsbericht.objects.get(), titel="x", tekst="x", door=ik)
    voorzorg = client.get(reverse("werkgever_voorzorg:voorzorg", args=[persoon.werkgever_id])).content.decode()
    assert "Nieuwe subsidie" in voorzorg
    assert client.get(reverse("werkgever_voorzorg:nieuwslijst")).status_code == 200
    client.force_login(Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=Gemeentefabriek(code="9002")))
    assert client.get(pagina).status_code == 404


def test_de_keuze_van_onderwerpen_staat_bij_de_contactpersoon(client: Client, ik: Gebruiker) -> None:
    persoon = mens(ik, "Noor")
    client.force_login(ik)
    url = reverse("relaties:persoon", args=[persoon.werkgever_id, persoon.pk])
    gegevens = {"naam": "Noor", "email": "noor@bedrijf.test", "wil_nieuws": "on", "actief": "on"}
    client.post(url, {**gegevens, "nieuws_over": ["wet"]})
    persoon.refresh_from_db()
    assert persoon.nieuws_over == ["wet"]


def test_de_pagina_van_nieuws_kost_steeds_evenveel(
    client: Client, ik: Gebruiker, zelfde_aantal_queries: Callable[..., None]
) -> None:
    voor = Selectie(instrumenten=["harrie"])
    bericht = nieuws.maak_nieuws(titel="Subsidie", tekst="Er is subsidie.", voor=voor, door=ik)
    client.force_login(ik)

    def maak(aantal: int) -> None:
        for nummer in range(aantal):
            persoon = mens(ik, f"Mens {nummer}")
            Inzetfabriek(keten=persoon.werkgever.keten, gemeente=ik.gemeente, instrument="harrie")

    zelfde_aantal_queries(client, f"/werkgeversnieuws/{bericht.pk}/", maak)
