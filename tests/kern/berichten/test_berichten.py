"""Letters and messages: templates in the level and language of the person, sent, kept, read and answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoCaptureOnCommitCallbacks
from tests.fabrieken import Dossierfabriek, Gebruikerfabriek, Gemeentefabriek, Werkzoekendefabriek

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.berichten.actions import (
    mail_bericht,
    manieren_voor,
    schrijf_terug,
    verstuur_bericht,
    wijzig_brieftekst,
)
from werklandschap.kern.berichten.models import Bericht, Manier
from werklandschap.kern.berichten.sjablonen import NEDERLANDS, open_plekken, sjablonen, sjabloon_met, voorzet, vul
from werklandschap.kern.dossiers.leesniveau import grens_voor
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.models import Gebeurtenis
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.ontwerp.leesbaarheid import beoordeel

pytestmark = pytest.mark.django_db
AFSPRAAK = {"wanneer": "3 maart 2026 om 10.00 uur", "waar": "het stadhuis"}


def maak(**persoon: Any) -> tuple[Dossier, Gebruiker]:
    inwoner = Gebruikerfabriek(rol=Rol.INWONER, gemeente=None)
    mens = Werkzoekendefabriek(**{"account": inwoner, "email": "sam@inwoner.test", "voornaam": "Sam", **persoon})
    ik = Gebruikerfabriek(naam="Kim de Klantmanager", telefoon="010-1234567", gemeente=mens.gemeente)
    return Dossierfabriek(werkzoekende=mens, verantwoordelijke=ik), ik


def test_elke_brief_leest_op_zijn_eigen_niveau() -> None:
    for sjabloon in sjablonen():
        assert set(NEDERLANDS) <= set(sjabloon.vormen)
        for vorm in NEDERLANDS:
            bekend = {"naam": "Sam", "gemeente": "de gemeente", "afzender": "Kim", "telefoon": "", **AFSPRAAK}
            tekst = vul(sjabloon.vormen[vorm]["tekst"], bekend)
            oordeel = beoordeel(tekst, grens_voor(vorm))
            assert oordeel.past, (sjabloon.code, vorm, oordeel.klachten)
            assert len(sjabloon.vormen[vorm]["onderwerp"].split()) <= 8


@pytest.mark.parametrize(
    ("persoon", "vorm", "begin"),
    [
        ({"taalniveau": "A1"}, "A2", "Dag Sam,"),
        ({"taalniveau": "B2"}, "B1", "Beste Sam,"),
        ({"contacttaal": "eng", "taalniveau": "A1"}, "eng", "Dear Sam,"),
        ({"contacttaal": "tir", "taalniveau": "A2"}, "A2", "Dag Sam,"),
    ],
)
def test_de_voorzet_past_bij_taal_en_niveau_van_de_persoon(persoon: dict[str, str], vorm: str, begin: str) -> None:
    dossier, ik = maak(**persoon)
    sjabloon = sjabloon_met("uitnodiging")
    assert sjabloon is not None
    leeg = voorzet(dossier, sjabloon, ik, {})
    assert (leeg.vorm, leeg.tekst.split("\n")[0]) == (vorm, begin)
    assert open_plekken(leeg.tekst) == ["[dag en tijd]", "[plek]"]
    vol = voorzet(dossier, sjabloon, ik, AFSPRAAK)
    assert open_plekken(vol.tekst) == []
    assert "3 maart 2026 om 10.00 uur" in vol.tekst
    assert vol.tekst.endswith("Kim de Klantmanager\n010-1234567")


def test_een_gemeente_kiest_eigen_woorden_en_kan_terug(client: Client) -> None:
    dossier, ik = maak()
    beheerder = Gebruikerfabriek(rol=Rol.BEHEERDER, gemeente=dossier.gemeente)
    client.force_login(beheerder)
    adres = "/beheer/brieven/uitnodiging/B1/"
    moeilijk = "De belanghebbende dient zich ingevolge de participatiewetgeving te vervoegen bij het uitkeringsloket."
    assert client.post(adres, {"onderwerp": "Kom langs", "tekst": moeilijk}).status_code == 422
    onbekend = client.post(adres, {"onderwerp": "Kom langs", "tekst": "Dag {naam}, uw {bsn} staat er."})
    assert "{bsn}" in onbekend.content.decode()
    client.post(adres, {"onderwerp": "Kom langs", "tekst": "Dag {naam},\n\nKom langs bij ons.\n\n{afzender}"})
    sjabloon = sjabloon_met("uitnodiging")
    assert sjabloon is not None
    assert voorzet(dossier, sjabloon, ik, {}).tekst == "Dag Sam,\n\nKom langs bij ons.\n\nKim de Klantmanager"
    elders, collega = maak(gemeente=Gemeentefabriek(code="9002"))
    assert "Kom langs bij ons" not in voorzet(elders, sjabloon, collega, {}).tekst
    client.post(f"{adres}herstel/")
    assert "Kom langs bij ons" not in voorzet(dossier, sjabloon, ik, {}).tekst
    with pytest.raises(GeenRecht):
        wijzig_brieftekst(gemeente=dossier.gemeente, code="plan", vorm="B1", onderwerp="x", tekst="x", door=ik)


def test_een_bericht_gaat_per_mail_en_staat_in_het_dossier_en_op_mijn(
    client: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    dossier, ik = maak(contactwijze="email")
    client.force_login(ik)
    adres = f"/dossiers/{dossier.pk}/berichten/nieuw/?sjabloon=gemist"
    begin = client.get(adres).context["formulier"].initial
    with django_capture_on_commit_callbacks(execute=True):
        antwoord = client.post(adres, {**begin, "manier": "email"})
    bericht = Bericht.objects.get()
    assert DBTaskResult.objects.filter(task_path__endswith="mail_bericht").count() == 1
    assert mail_bericht.call(bericht.pk) is True
    bericht.refresh_from_db()
    assert antwoord["Location"] == f"/dossiers/{dossier.pk}/berichten/{bericht.pk}/"
    assert [(m.to, m.reply_to, m.subject) for m in mail.outbox] == [
        (["sam@inwoner.test"], [ik.email], "Wij hadden een afspraak")
    ]
    assert bericht.gemaild_op is not None
    assert mail_bericht.call(bericht.pk) is False
    assert len(mail.outbox) == 1
    event = Gebeurtenis.objects.get(keten=dossier.keten, soort="bericht.verstuurd")
    assert event.gegevens == {"onderwerp": "Wij hadden een afspraak", "manier": "Per e-mail"}
    assert dossier.werkzoekende.account is not None
    client.force_login(dossier.werkzoekende.account)
    assert "Wij hadden een afspraak" in client.get("/mijn/papieren/").content.decode()


def test_een_te_moeilijke_tekst_en_een_open_plek_gaan_niet_weg(client: Client) -> None:
    dossier, ik = maak(taalniveau="A2")
    client.force_login(ik)
    adres = f"/dossiers/{dossier.pk}/berichten/nieuw/?sjabloon=leeg"
    moeilijk = "Ingevolge de participatiewetgeving dient u uw arbeidsmarktpositie middels instrumenten te verbeteren."
    velden = {"onderwerp": "Uw plicht", "manier": "mijn", "sjabloon": "leeg"}
    fout = client.post(adres, {**velden, "tekst": moeilijk})
    assert fout.status_code == 422
    assert "te moeilijk" in fout.content.decode()
    assert moeilijk in fout.content.decode()
    open_ = client.post(adres, {**velden, "tekst": "Dag Sam,\n\n[uw bericht]"})
    assert "Vul nog in: [uw bericht]" in open_.content.decode()
    assert not Bericht.objects.exists()


def test_wie_geen_mail_of_account_heeft_krijgt_een_brief(client: Client) -> None:
    dossier, ik = maak(account=None, email="", straat="Dorpsstraat", huisnummer="1")
    assert manieren_voor(dossier.werkzoekende) == [Manier.POST]
    with pytest.raises(Invoerfout):
        verstuur_bericht(dossier=dossier, onderwerp="Hoi", tekst="Dag Sam.", manier="email", door=ik)
    brief = verstuur_bericht(dossier=dossier, onderwerp="Uw plan", tekst="Dag Sam,\n\nKom.", manier="post", door=ik)
    client.force_login(ik)
    pdf = client.get(f"/dossiers/{dossier.pk}/berichten/{brief.pk}/brief.pdf")
    assert pdf.content.startswith(b"%PDF-")
    assert b"pdfuaid" in pdf.content
    rijk, _ = maak(contactwijze="email")
    assert manieren_voor(rijk.werkzoekende) == [Manier.MIJN, Manier.EMAIL, Manier.POST]


def test_een_weigerende_mailserver_is_zichtbaar_en_kan_opnieuw(
    client: Client, settings: Any, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    dossier, ik = maak()
    goed = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = (
        "django.core.mail.backends.smtp.EmailBackend",
        "127.0.0.1",
        9,
    )
    rij = verstuur_bericht(dossier=dossier, onderwerp="Hoi", tekst="Dag Sam.", manier="email", door=ik)
    assert mail_bericht.call(rij.pk) is False
    rij.refresh_from_db()
    assert (rij.mailfout, rij.gemaild_op) == (True, None)
    client.force_login(ik)
    adres = f"/dossiers/{dossier.pk}/berichten/{rij.pk}/"
    assert "De mail kwam niet aan" in client.get(adres).content.decode()
    settings.EMAIL_BACKEND = goed
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{adres}opnieuw/")
    assert DBTaskResult.objects.filter(task_path__endswith="mail_bericht").count() == 1
    assert mail_bericht.call(rij.pk) is True
    rij.refresh_from_db()
    assert rij.gemaild_op is not None
    assert rij.mailfout is False


def test_de_inwoner_leest_en_schrijft_terug_en_de_contactpersoon_krijgt_een_taak(client: Client) -> None:
    dossier, ik = maak()
    rij = verstuur_bericht(dossier=dossier, onderwerp="Uw plan", tekst="Lees het.", manier="mijn", door=ik)
    inwoner = dossier.werkzoekende.account
    assert inwoner is not None
    client.force_login(inwoner)
    client.post(f"/mijn/papieren/berichten/{rij.pk}/gelezen/")
    rij.refresh_from_db()
    assert rij.gelezen_op is not None
    assert client.post("/mijn/papieren/terugschrijven/", {"tekst": " "}).status_code == 422
    client.post("/mijn/papieren/terugschrijven/", {"tekst": "Ik kan maandag niet."})
    client.post("/mijn/papieren/terugschrijven/", {"tekst": "Dinsdag wel."})
    taak = Taak.objects.get(eigenaar=ik)
    assert taak.url == f"/dossiers/{dossier.pk}/berichten/"
    client.force_login(ik)
    assert "Ik kan maandag niet." in client.get(taak.url).content.decode()


def test_een_vreemde_leest_en_schrijft_niets(client: Client) -> None:
    dossier, ik = maak()
    rij = verstuur_bericht(dossier=dossier, onderwerp="Geheim", tekst="Over uw schulden.", manier="mijn", door=ik)
    elders = Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002"))
    for gebruiker in (elders, Gebruikerfabriek(rol=Rol.BEHEERDER), Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)):
        assert not Bericht.objects.voor(gebruiker).exists()
    client.force_login(elders)
    for pad in ("", f"{rij.pk}/", f"{rij.pk}/brief.pdf"):
        assert client.get(f"/dossiers/{dossier.pk}/berichten/{pad}").status_code == 404
    ander, _ = maak(email="ander@inwoner.test")
    assert ander.werkzoekende.account is not None
    client.force_login(ander.werkzoekende.account)
    assert client.get(f"/mijn/papieren/berichten/{rij.pk}/brief.pdf").status_code == 404
    assert client.post(f"/mijn/papieren/berichten/{rij.pk}/gelezen/").status_code == 404
    with pytest.raises(GeenRecht):
        schrijf_terug(dossier=dossier, tekst="Hoi", door=ander.werkzoekende.account)
    with pytest.raises(GeenRecht):
        verstuur_bericht(dossier=dossier, onderwerp="x", tekst="y", manier="post", door=elders)


def test_de_berichten_kosten_voor_meer_rijen_niet_meer(
    client: Client, zelfde_aantal_queries: Callable[..., None]
) -> None:
    dossier, ik = maak()

    def schrijf(aantal: int) -> None:
        for _nr in range(aantal):
            verstuur_bericht(dossier=dossier, onderwerp="Uw plan", tekst="Lees het.", manier="mijn", door=ik)

    client.force_login(ik)
    zelfde_aantal_queries(client, f"/dossiers/{dossier.pk}/berichten/", schrijf)
    assert dossier.werkzoekende.account is not None
    client.force_login(dossier.werkzoekende.account)
    zelfde_aantal_queries(client, "/mijn/papieren/", lambda n: None)
