"""The resident's own pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import (
    Doelfabriek,
    Dossierfabriek,
    Gebruikerfabriek,
    Partnergebruikerfabriek,
    Planfabriek,
    Stapfabriek,
    Toestemmingfabriek,
    Voordrachtfabriek,
    Waarnemingfabriek,
)
from tests.portaal.hulp import ingelogd, inwoner
from tests.samen.bemiddeling.hulp import gevraagd, kandidaat_van, voorgedragen, voorgeselecteerd

from werklandschap.kern.klantbeeld.catalogus import aspecten, themas
from werklandschap.kern.plannen.models import Plan, Stap
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.ontwerp.iconen import icoon
from werklandschap.ontwerp.opmaak import datum_tijd
from werklandschap.portaal.queries import THEMA_ICONEN
from werklandschap.samen.bemiddeling import actions
from werklandschap.samen.bemiddeling.models import Voordracht
from werklandschap.werkzoekende.diagnostiek.models import Gesprek

pytestmark = pytest.mark.django_db
MIJN = "/mijn/"


def lees(client: Client, pad: str = MIJN) -> str:
    antwoord = client.get(pad)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def test_g7_5_de_kandidaat_leest_wat_er_gedeeld_wordt_en_zegt_zelf_ja() -> None:
    rij = gevraagd()
    client = ingelogd(kandidaat_van(rij))
    pagina = lees(client)
    assert rij.toestemming.wat in pagina
    assert f"{rij.werkprofiel.titel} bij {rij.werkprofiel.werkgever.naam}" in pagina
    url = reverse("portaal:antwoord", args=[rij.toestemming.pk])
    assert client.post(url, {"antwoord": "ja"}).status_code == 302
    rij.refresh_from_db()
    assert (rij.status, rij.toestemming.hoe) == (Voordracht.Status.TOEGESTEMD, "mijn")
    assert client.post(url, {"antwoord": "misschien"}).status_code == 404


def test_nee_zeggen_en_later_stoppen_werkt_meteen() -> None:
    nee = gevraagd()
    client = ingelogd(kandidaat_van(nee))
    client.post(reverse("portaal:antwoord", args=[nee.toestemming.pk]), {"antwoord": "nee"})
    nee.refresh_from_db()
    assert nee.status == Voordracht.Status.AFGEZIEN
    ja = voorgedragen()
    client = ingelogd(kandidaat_van(ja))
    assert "Ik wil stoppen" in lees(client)
    client.post(reverse("portaal:intrekken", args=[ja.toestemming.pk]))
    ja.refresh_from_db()
    assert ja.status == Voordracht.Status.AFGEZIEN
    assert "Ik wil stoppen" not in lees(client)


def test_een_voorselectie_is_nog_geen_nieuws_voor_de_kandidaat() -> None:
    rij = voorgeselecteerd()
    pagina = lees(ingelogd(kandidaat_van(rij)))
    assert rij.werkprofiel.titel not in pagina
    assert rij.werkprofiel.werkgever.naam not in pagina


def test_g8_4_een_nee_van_het_bedrijf_leest_de_kandidaat_pas_in_gewone_woorden() -> None:
    rij = voorgedragen()
    client = ingelogd(kandidaat_van(rij))
    actions.besluit_werkgever(
        voordracht=rij, ja=False, reden="taal", toelichting="Snapt de instructie niet.", door=rij.door
    )
    pagina = lees(client)
    assert "U hoort van ons waarom" in pagina
    assert "Snapt de instructie niet" not in pagina
    actions.koppel_terug(voordracht=rij, tekst="Nederlands is nog lastig. Wij helpen u.", door=rij.door)
    pagina = lees(client)
    assert "Nederlands is nog lastig. Wij helpen u." in pagina
    assert "Snapt de instructie niet" not in pagina


def test_w2_5_de_klant_gaat_zelf_akkoord_met_het_plan_of_vraagt_iets_anders() -> None:
    account, dossier = inwoner()
    plan = Planfabriek(dossier=dossier, status=Plan.Status.VOORGELEGD)
    Doelfabriek(plan=plan, tekst="Leren fietsen")
    client = ingelogd(account)
    assert "Leren fietsen" in lees(client)
    leeg = client.post(reverse("portaal:plan_anders"), {"reactie": ""})
    assert leeg.status_code == 422
    client.post(reverse("portaal:plan_anders"), {"reactie": "Liever autorijden"})
    plan.refresh_from_db()
    assert (plan.status, plan.reactie_klant) == (Plan.Status.CONCEPT, "Liever autorijden")
    Plan.objects.filter(pk=plan.pk).update(status=Plan.Status.VOORGELEGD)
    client.post(reverse("portaal:plan_akkoord"))
    plan.refresh_from_db()
    assert (plan.status, plan.akkoord_hoe) == (Plan.Status.AKKOORD, "mijn")
    dossier.keten.refresh_from_db()
    assert controleer(dossier.keten) == []


def test_een_eigen_stap_is_klaar_en_die_van_een_ander_niet() -> None:
    account, dossier = inwoner()
    doel = Doelfabriek(plan__dossier=dossier)
    eigen, ander = Stapfabriek(doel=doel, wie="klant"), Stapfabriek(doel=doel, wie="professional")
    vreemd = Stapfabriek(wie="klant")
    client = ingelogd(account)
    codes = [client.post(reverse("portaal:stap_klaar", args=[s.pk])).status_code for s in (eigen, ander, vreemd)]
    assert codes == [302, 404, 404]
    assert list(Stap.objects.filter(status="gedaan")) == [eigen]


def test_w2_3_de_klant_zegt_zelf_hoe_het_gaat_naast_wat_de_gemeente_ziet() -> None:
    account, dossier = inwoner()
    Waarnemingfabriek(dossier=dossier, aspect="zrm_financien", waarde=2)
    client = ingelogd(account)
    url = reverse("portaal:beeld_aanvullen", args=["zrm_financien"])
    assert aspecten()["zrm_financien"].vraag in lees(client, url)
    fout = client.post(url, {"waarde": "", "toelichting": "Het gaat wel"})
    assert fout.status_code == 422
    assert "Het gaat wel" in fout.content.decode()
    client.post(url, {"waarde": "4"})
    pagina = lees(client, reverse("portaal:beeld"))
    assert "4 – gaat meestal goed" in pagina
    assert "2 – gaat niet goed" in pagina
    nieuw = dossier.waarnemingen.get(bron="klant")
    assert (nieuw.waarde, nieuw.door) == (4, account)
    assert client.get(reverse("portaal:beeld_aanvullen", args=["bestaat_niet"])).status_code == 404


def test_de_tijdlijn_toont_alleen_wat_voor_de_klant_is() -> None:
    rij = voorgedragen()
    client = ingelogd(kandidaat_van(rij))
    actions.trek_in(voordracht=rij, reden="Geheim plan van de gemeente", door=rij.door)
    pagina = lees(client, reverse("portaal:tijdlijn"))
    assert "Dit werk gaat niet door" in pagina
    assert "Geheim plan van de gemeente" not in pagina


def test_een_ander_kan_niet_bij_mijn_vragen() -> None:
    rij = gevraagd()
    vreemde, _dossier = inwoner()
    client = ingelogd(vreemde)
    for naam in ("antwoord", "intrekken"):
        url = reverse(f"portaal:{naam}", args=[rij.toestemming.pk])
        assert client.post(url, {"antwoord": "ja"}).status_code == 404
    rij.refresh_from_db()
    assert rij.status == Voordracht.Status.GEVRAAGD


PADEN = ("/mijn/", "/mijn/beeld/", "/mijn/tijdlijn/", "/bedrijf/", "/partner/")
VAN_ROL = {Rol.INWONER: "/mijn/", Rol.WERKGEVER: "/bedrijf/", Rol.PARTNER: "/partner/"}


@pytest.mark.parametrize("rol", list(Rol))
def test_elke_rol_komt_alleen_op_de_eigen_paginas(rol: Rol) -> None:
    Dossierfabriek()
    gebruiker = Partnergebruikerfabriek() if rol == Rol.PARTNER else Gebruikerfabriek(rol=rol)
    client = ingelogd(gebruiker)
    for pad in PADEN:
        mag = pad == VAN_ROL.get(rol)
        code = client.get(pad).status_code
        assert code == 200 if mag else code in {403, 404}, (rol, pad, code)


@pytest.mark.parametrize("pad", PADEN)
def test_zonder_inloggen_naar_het_inlogscherm(pad: str) -> None:
    assert Client().get(pad).headers["Location"].startswith("/account/login/")


def test_het_overzicht_kost_evenveel_queries_bij_1_3_en_100(zelfde_aantal_queries: Callable[..., None]) -> None:
    account, dossier = inwoner()
    doel = Doelfabriek(plan__dossier=dossier)

    def maak(aantal: int) -> None:
        for _ in range(aantal):
            Stapfabriek(doel=doel, wie="klant")
            Toestemmingfabriek(dossier=dossier)
            rij = Voordrachtfabriek(dossier=dossier, status="in_gesprek")
            rij.ontmoetingen.create(soort="verkennend", wanneer=timezone.now() + timedelta(days=1))

    zelfde_aantal_queries(ingelogd(account), MIJN, maak)


def test_de_tijdlijn_kost_evenveel_queries(zelfde_aantal_queries: Callable[..., None]) -> None:
    account, dossier = inwoner()
    rij = Voordrachtfabriek(dossier=dossier)

    def maak(aantal: int) -> None:
        from django.db import transaction

        from werklandschap.samen.bemiddeling.stappen import noteer_bij_kandidaat

        with transaction.atomic():
            for _ in range(aantal):
                noteer_bij_kandidaat(rij, "voordracht.gevraagd", dossier.verantwoordelijke)

    zelfde_aantal_queries(ingelogd(account), reverse("portaal:tijdlijn"), maak)


def test_elk_onderwerp_van_hoe_gaat_het_heeft_een_plaatje_naast_de_naam() -> None:
    assert set(THEMA_ICONEN) == set(themas())
    account, _dossier = inwoner()
    pagina = ingelogd(account).get("/mijn/beeld/").content.decode()
    assert pagina.count('class="wl-kaart__titel"><svg class="wl-icoon"') == pagina.count('class="wl-kaart__titel"') > 5
    assert {icoon(naam) for naam in THEMA_ICONEN.values()}


def test_de_inwoner_ziet_de_eigen_afspraken_die_nog_komen() -> None:
    account, dossier = inwoner()
    nu = timezone.now()
    for dagen, status in ((2, "gepland"), (-2, "gepland"), (3, "vervallen")):
        Gesprek.objects.create(
            dossier=dossier,
            soort="plan",
            status=status,
            gepland_op=nu + timedelta(days=dagen),
            door=dossier.verantwoordelijke,
        )
    Gesprek.objects.create(dossier=Dossierfabriek(), soort="uitslag", gepland_op=nu + timedelta(days=1))
    pagina = ingelogd(account).get(MIJN).content.decode()
    assert pagina.count(f"Plan maken met {dossier.verantwoordelijke}") == 1
    assert datum_tijd(nu + timedelta(days=2)) in pagina
    assert "Uitslag bespreken" not in pagina


def test_de_inwoner_leest_het_eigen_beeld_in_gewone_woorden() -> None:
    account, dossier = inwoner()
    Waarnemingfabriek(dossier=dossier, aspect="zrm_basale_adl", waarde=2)
    client = ingelogd(account)
    beeld = lees(client, "/mijn/beeld/")
    assert "Lukt het om uzelf te wassen, aan te kleden en te eten?" in beeld
    assert "2 – gaat niet goed" in beeld
    assert "gaat meestal goed" in lees(client, "/mijn/beeld/zrm_basale_adl/")
    for vakwoord in ("ADL", "zelfredzaam", "problematiek"):
        assert vakwoord not in beeld + lees(client, "/mijn/beeld/zrm_basale_adl/")
