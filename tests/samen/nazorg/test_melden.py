"""Reports from a link and by phone, their log, real mail, and news on a regulation."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import Contactpersoonfabriek, Gebruikerfabriek, Gemeentefabriek
from tests.samen.nazorg.smtp import postbus
from tests.samen.nazorg.test_nazorg import gemeld, ingelogd
from tests.samen.plaatsing.hulp import klant_van, lopend

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.instrumenten.gebruik import werkgevers_met
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.kern.tijdlijn.models import Keten
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.samen.nazorg import meldlink, problemen
from werklandschap.samen.nazorg.actions import wissel_contactpersoon
from werklandschap.samen.nazorg.models import Probleem
from werklandschap.samen.plaatsing import besluiten
from werklandschap.samen.plaatsing.actions import beeindig_plaatsing
from werklandschap.samen.plaatsing.models import Plaatsing
from werklandschap.werkgever.voorzorg.models import Nieuwsontvangst

pytestmark = pytest.mark.django_db
INVOER = {"soort": "ruzie", "urgentie": "snel", "tekst": "Het botst met een collega."}


def link(code: str) -> str:
    return reverse("samen_nazorg:via_link", args=[code])


def met_adressen() -> Plaatsing:
    rij = lopend()
    mens = rij.dossier.werkzoekende
    mens.email = "klant@inwoner.test"
    mens.save()
    Contactpersoonfabriek(werkgever=rij.werkprofiel.werkgever, email="baas@bedrijf.test")
    return rij


def test_g10_3_via_de_link_meldt_iedere_kant_zonder_in_te_loggen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("werklandschap.kern.basis.openbaar.SNELSTE_MENS", -1)
    rij = met_adressen()
    persoon = rij.werkprofiel.werkgever.contactpersonen.get(email="baas@bedrijf.test")
    for code, wie in ((meldlink.meldcode(rij), "klant"), (meldlink.meldcode(rij, persoon), "werkgever")):
        client = Client()
        pagina = client.get(link(code)).content.decode()
        assert rij.functie in pagina
        assert rij.dossier.werkzoekende.achternaam not in pagina
        stempel = re.search(r'name="stempel" value="([^"]+)"', pagina)
        assert stempel is not None
        fout = client.post(link(code), {**INVOER, "soort": "", "stempel": stempel[1]})
        assert fout.status_code == 422
        assert "Het botst" in fout.content.decode()
        goed = client.post(link(code), {**INVOER, "stempel": stempel[1]})
        assert goed.headers["Location"] == reverse("samen_nazorg:gemeld")
        assert client.get(goed.headers["Location"]).status_code == 200
        probleem = Probleem.objects.latest("pk")
        assert (probleem.gemeld_door_wie, probleem.kanaal, probleem.gemeld_door) == (wie, "link", None)
        assert probleem.eigenaar == rij.door
    assert controleer(Keten.objects.get(dossier=rij.dossier_id)) == []
    assert controleer(Keten.objects.get(werkgever=rij.werkprofiel.werkgever_id)) == []


def test_g10_3_een_veranderde_of_oude_link_werkt_niet() -> None:
    rij = met_adressen()
    persoon = rij.werkprofiel.werkgever.contactpersonen.get(email="baas@bedrijf.test")
    codes = [meldlink.meldcode(rij), meldlink.meldcode(rij, persoon)]
    ander = lopend()
    geknoeid = codes[0].replace(f"{rij.pk}-", f"{ander.pk}-", 1)
    assert Client().get(link(geknoeid)).status_code == 404
    persoon.actief = False
    persoon.save()
    assert Client().get(link(codes[1])).status_code == 404
    assert Client().get(link(codes[0])).status_code == 200
    beeindig_plaatsing(plaatsing=rij, reden="anders", door=rij.door)
    assert Client().get(link(codes[0])).status_code == 404
    with pytest.raises(meldlink.LinkKloptNiet):
        meldlink.meld_via_link(code=codes[0], door=None, **INVOER)


def test_g10_3_uit_een_link_komen_nooit_meer_dan_vijf_open_meldingen() -> None:
    rij = lopend()
    code = meldlink.meldcode(rij)
    for _ in range(meldlink.HOOGSTENS_OPEN):
        meldlink.meld_via_link(code=code, door=None, **INVOER)
    with pytest.raises(Invoerfout, match="Bel uw contact"):
        meldlink.meld_via_link(code=code, door=None, **INVOER)
    assert rij.problemen.count() == meldlink.HOOGSTENS_OPEN


def test_g10_3_een_telefoontje_wordt_een_melding_met_dezelfde_termijn() -> None:
    rij = lopend()
    adres = reverse("samen_nazorg:melden", args=[rij.pk])
    ingelogd(rij.door).post(adres, {**INVOER, "gemeld_door_wie": "werkgever", "kanaal": "telefoon"})
    probleem = Probleem.objects.get()
    assert probleem.kanaal == "telefoon"
    assert gemeld(rij, klant_van(rij), "klant").kanaal == "portaal"
    soort = problemen.probleemsoort("ruzie")
    assert soort is not None
    verwacht = problemen.antwoord_voor(rij.dossier.gemeente, soort, "snel", probleem.gemeld_op)
    assert probleem.antwoord_voor == verwacht


def test_g10_3_gesprekken_over_een_probleem_staan_op_een_rij_en_zijn_geen_antwoord() -> None:
    rij = lopend()
    probleem = gemeld(rij)
    adres = reverse("samen_nazorg:gesprek", args=[probleem.pk])
    client = ingelogd(rij.door)
    assert client.get(adres).status_code == 200
    fout = client.post(adres, {"met_wie": "", "tekst": "Teamleider wil praten"})
    assert fout.status_code == 422
    assert "Teamleider wil praten" in fout.content.decode()
    assert client.post(adres, {"met_wie": "Teamleider", "tekst": "Wil praten"}).status_code == 302
    probleem.refresh_from_db()
    assert probleem.beantwoord_op is None
    assert "Wil praten" in client.get(reverse("samen_nazorg:probleem", args=[probleem.pk])).content.decode()
    vreemde = Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002"))
    assert ingelogd(vreemde).get(adres).status_code == 404
    with pytest.raises(GeenRecht):
        problemen.leg_probleemgesprek_vast(probleem=probleem, met_wie="x", tekst="x", door=vreemde)


def test_g10_2_een_ander_vast_contact_komt_echt_aan_bij_de_mailserver(
    settings: Any, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    rij = met_adressen()
    plan = met_plan_voor(rij)
    nieuw = Gebruikerfabriek(rol=Rol.JOBCOACH, gemeente=rij.dossier.gemeente)
    with postbus() as server:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.poort
        settings.EMAIL_HOST_USER, settings.EMAIL_USE_TLS, settings.EMAIL_USE_SSL = "", False, False
        with django_capture_on_commit_callbacks(execute=True):
            wissel_contactpersoon(plan=plan, naar=nieuw, reden="Andere baan", door=rij.door)
            meldlink.stuur_meldlinks(plaatsing=rij, adres="http://testserver/", door=rij.door)
    per_adres: dict[str, list[str]] = {}
    for aan, bericht in server.post:
        assert bericht["Subject"]
        per_adres.setdefault(aan[0], []).append(bericht.get_content())
    assert set(per_adres) == {"klant@inwoner.test", "baas@bedrijf.test"}
    for teksten in per_adres.values():
        assert nieuw.naam in teksten[0]
        assert rij.dossier.werkzoekende.achternaam not in "".join(teksten)
        adres = re.search(r"http://testserver(/probleem-melden/\S+)", teksten[1])
        assert adres is not None
        assert Client().get(adres[1]).status_code == 200


def met_plan_voor(rij: Plaatsing) -> Any:
    from werklandschap.samen.nazorg.actions import maak_nazorgplan

    return maak_nazorgplan(
        plaatsing=rij, sjabloon="licht", van=timezone.localdate(), contactpersoon=rij.door, door=rij.door
    )


def test_g10_1_bij_een_nieuw_plan_krijgt_iedere_kant_de_link(
    django_capture_on_commit_callbacks: Callable[..., Any],
) -> None:
    rij = met_adressen()
    invoer = {"sjabloon": "licht", "van": timezone.localdate().isoformat(), "contactpersoon": rij.door.pk}
    with django_capture_on_commit_callbacks(execute=True):
        antwoord = ingelogd(rij.door).post(reverse("samen_nazorg:plan", args=[rij.pk]), invoer)
    assert antwoord.status_code == 302
    assert sorted(bericht.to[0] for bericht in mail.outbox) == ["baas@bedrijf.test", "klant@inwoner.test"]
    with django_capture_on_commit_callbacks(execute=True):
        ingelogd(rij.door).post(reverse("samen_nazorg:meldlinks", args=[rij.pk]))
    assert len(mail.outbox) == 4


def test_g10_7_nieuws_over_een_regeling_gaat_naar_wie_die_nu_gebruikt(
    django_capture_on_commit_callbacks: Callable[..., Any],
) -> None:
    rij = lopend()
    besluiten.leg_besluit_vast(plaatsing=rij, instrument="no-risk", van=rij.van, door=rij.door)
    verlopen = lopend(van=timezone.localdate() - timedelta(days=40))
    besluiten.leg_besluit_vast(
        plaatsing=verlopen,
        instrument="no-risk",
        van=verlopen.van,
        tot=timezone.localdate() - timedelta(days=1),
        door=verlopen.door,
    )
    anders = lopend()
    for nummer, plaatsing in enumerate((rij, verlopen, anders)):
        Contactpersoonfabriek(
            werkgever=plaatsing.werkprofiel.werkgever, email=f"baas{nummer}@bedrijf.test", wil_nieuws=True
        )
    gemeente = rij.dossier.gemeente
    vandaag = timezone.localdate()
    assert werkgevers_met(gemeente, ["no-risk"], vandaag) == {rij.werkprofiel.werkgever_id}
    langer = werkgevers_met(gemeente, ["no-risk"], vandaag - timedelta(days=365))
    assert langer == {rij.werkprofiel.werkgever_id, verlopen.werkprofiel.werkgever_id}
    account = Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=gemeente)
    client = ingelogd(account)
    invoer = {"titel": "De polis verandert", "tekst": "Vanaf 1 januari.", "onderwerpen": ["wet"], "jaren": "0"}
    nieuw = client.post(reverse("werkgever_voorzorg:nieuws_nieuw"), {**invoer, "instrumenten": ["no-risk"]}).url
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(nieuw).status_code == 302
    assert list(Nieuwsontvangst.objects.values_list("email", flat=True)) == ["baas0@bedrijf.test"]
    niemand = client.post(reverse("werkgever_voorzorg:nieuws_nieuw"), {**invoer, "instrumenten": ["jobcoach"]}).url
    assert "Niemand" in client.get(niemand).content.decode()
    jobcoach = Gebruikerfabriek(rol=Rol.JOBCOACH, gemeente=gemeente)
    assert ingelogd(jobcoach).get(reverse("werkgever_voorzorg:nieuws_nieuw")).status_code == 403
    assert Nieuwsontvangst.objects.count() == 1
