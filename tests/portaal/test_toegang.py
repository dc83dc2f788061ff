"""Access for residents without e-mail: a code on paper, once, with the birth date, and nothing to guess."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader
from tests.fabrieken import Dossierfabriek, Gebruikerfabriek, Gemeentefabriek, Werkzoekendefabriek

from werklandschap.kern.basis.codes import TEKENS
from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.tijdlijn.models import Gebeurtenis
from werklandschap.kern.toegang.inlognaam import als_adres, inlognaam_van
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.portaal.models import MEESTE_POGINGEN, Toegangscode
from werklandschap.portaal.toegangscodes import controleer_code, maak_toegangscode, open_toegang, ruim_codes_op
from werklandschap.regelingen.datums import plus_maanden

pytestmark = pytest.mark.django_db
GEBOREN = date(1980, 5, 3)
WACHTWOORD = "vier woorden zonder haast"


@pytest.fixture
def ik() -> Gebruiker:
    return Gebruikerfabriek(telefoon="010-1234567")


@pytest.fixture
def dossier(ik: Gebruiker) -> Dossier:
    mens = Werkzoekendefabriek(gemeente=ik.gemeente, geboortedatum=GEBOREN, email="", voornaam="Sam")
    return Dossierfabriek(werkzoekende=mens, verantwoordelijke=ik)


@pytest.fixture
def code(dossier: Dossier, ik: Gebruiker) -> str:
    return maak_toegangscode(dossier=dossier, door=ik)


def soorten(dossier: Dossier) -> list[str]:
    rijen = Gebeurtenis.objects.filter(keten=dossier.keten, soort__startswith="toegangscode.").order_by("nummer")
    return list(rijen.values_list("soort", flat=True))


def typ(client: Client, code: str, geboortedatum: str = "03-05-1980") -> Any:
    return client.post(reverse("portaal:met_code"), {"code": code, "geboortedatum": geboortedatum})


def test_een_inwoner_zonder_mail_komt_met_een_code_op_mijn_en_daarna_met_de_inlognaam(
    dossier: Dossier, code: str, client: Client
) -> None:
    assert typ(client, code.lower().replace("-", " "))["Location"] == reverse("portaal:kies_wachtwoord")
    antwoord = client.post(
        reverse("portaal:kies_wachtwoord"), {"wachtwoord": WACHTWOORD, "nog_een_keer": WACHTWOORD}, follow=True
    )
    assert antwoord.redirect_chain[-1][0] == reverse("portaal:inlognaam")
    dossier.werkzoekende.refresh_from_db()
    account = dossier.werkzoekende.account
    assert account is not None
    naam = inlognaam_van(account)
    assert (account.rol, account.naam) == (Rol.INWONER, dossier.werkzoekende.naam)
    assert naam in antwoord.content.decode()
    assert client.get("/mijn/").status_code == 200
    assert soorten(dossier) == ["toegangscode.gemaakt", "toegangscode.gebruikt"]
    opnieuw = Client()
    inlog = opnieuw.post("/account/login/", {"login": f" {naam.lower()} ", "password": WACHTWOORD})
    assert inlog["Location"] == "/mijn/"
    fout = Client().post("/account/login/", {"login": naam, "password": "een ander wachtwoord"})
    assert fout.status_code == 200


def test_de_brief_is_de_enige_plek_met_de_code(dossier: Dossier, ik: Gebruiker, client: Client) -> None:
    client.force_login(ik)
    antwoord = client.post(reverse("portaal:maak_code", args=[dossier.pk]))
    assert (antwoord["Content-Type"], "no-store" in antwoord["Cache-Control"]) == ("application/pdf", True)
    tekst = PdfReader(BytesIO(antwoord.content)).pages[0].extract_text()
    rij = Toegangscode.objects.get()
    gedrukt = next(woord for woord in tekst.split() if woord.count("-") == 2 and len(woord) == 14)
    assert set(gedrukt.replace("-", "")) <= set(TEKENS)
    assert not set("O0I1L") & set(TEKENS)
    assert gedrukt not in rij.hash
    assert controleer_code(code=gedrukt, geboortedatum=GEBOREN) == rij
    assert "3 mei 1980" not in tekst
    pagina = client.get(reverse("portaal:toegang", args=[dossier.pk])).content.decode()
    assert gedrukt not in pagina
    assert "Er is een code" in pagina


def test_wat_er_ook_mis_is_het_antwoord_is_hetzelfde(dossier: Dossier, ik: Gebruiker, code: str) -> None:
    antwoorden = [
        typ(Client(REMOTE_ADDR="10.0.0.1"), "AAAA-BBBB-CCCC"),
        typ(Client(REMOTE_ADDR="10.0.0.2"), code, "04-05-1980"),
    ]
    nieuw = maak_toegangscode(dossier=dossier, door=ik)
    antwoorden.append(typ(Client(REMOTE_ADDR="10.0.0.3"), code))
    Toegangscode.objects.filter(ingetrokken_op__isnull=True).update(verloopt_op=timezone.now())
    antwoorden.append(typ(Client(REMOTE_ADDR="10.0.0.4"), nieuw))
    zinnen = {tuple(a.context["formulier"].non_field_errors()) for a in antwoorden}
    assert {a.status_code for a in antwoorden} == {422}
    assert len(zinnen) == 1


def test_vijf_foute_geboortedatums_blokkeren_de_code(dossier: Dossier, code: str) -> None:
    for nummer in range(MEESTE_POGINGEN):
        assert controleer_code(code=code, geboortedatum=GEBOREN + timedelta(days=nummer + 1)) is None
    assert controleer_code(code=code, geboortedatum=GEBOREN) is None
    assert soorten(dossier)[-1] == "toegangscode.geblokkeerd"


def test_een_goede_code_telt_niet_als_fout(code: str) -> None:
    for _keer in range(MEESTE_POGINGEN + 1):
        assert controleer_code(code=code, geboortedatum=GEBOREN) is not None


def test_wie_vaak_raadt_moet_wachten_ook_met_de_goede_code(code: str, client: Client) -> None:
    for _keer in range(10):
        assert typ(client, "AAAA-BBBB-CCCC").status_code == 422
    antwoord = typ(client, code)
    assert antwoord.status_code == 429
    assert "Wacht een uur" in antwoord.content.decode()
    assert typ(Client(REMOTE_ADDR="10.9.9.9"), code).status_code == 302


def test_een_code_werkt_een_keer(dossier: Dossier, code: str) -> None:
    rij = controleer_code(code=code, geboortedatum=GEBOREN)
    assert rij is not None
    open_toegang(sleutel=rij.pk, wachtwoord=WACHTWOORD)
    assert controleer_code(code=code, geboortedatum=GEBOREN) is None
    with pytest.raises(Invoerfout):
        open_toegang(sleutel=rij.pk, wachtwoord="een heel ander wachtwoord")
    dossier.werkzoekende.refresh_from_db()
    account = dossier.werkzoekende.account
    assert account is not None
    assert account.check_password(WACHTWOORD)


def test_een_code_die_tussendoor_is_ingetrokken_opent_niets(
    dossier: Dossier, ik: Gebruiker, code: str, client: Client
) -> None:
    typ(client, code)
    collega = Client()
    collega.force_login(ik)
    collega.post(reverse("portaal:trek_code_in", args=[dossier.pk]))
    antwoord = client.post(reverse("portaal:kies_wachtwoord"), {"wachtwoord": WACHTWOORD, "nog_een_keer": WACHTWOORD})
    assert antwoord.status_code == 422
    dossier.werkzoekende.refresh_from_db()
    assert dossier.werkzoekende.account is None
    assert soorten(dossier) == ["toegangscode.gemaakt", "toegangscode.ingetrokken"]


def test_zonder_code_kiest_niemand_een_wachtwoord(client: Client, code: str) -> None:
    adres = reverse("portaal:kies_wachtwoord")
    assert client.get(adres)["Location"] == reverse("portaal:met_code")
    typ(client, code)
    assert client.get(adres).status_code == 200
    sessie = client.session
    sessie["toegangscode_gezien"] = {**sessie["toegangscode_gezien"], "om": 0}
    sessie.save()
    assert client.post(adres, {"wachtwoord": WACHTWOORD, "nog_een_keer": WACHTWOORD}).status_code == 302


@pytest.mark.parametrize(("een", "twee"), [("kort", "kort"), (WACHTWOORD, "iets anders dan dat"), ("", "")])
def test_een_zwak_of_verschillend_wachtwoord_wordt_uitgelegd(client: Client, code: str, een: str, twee: str) -> None:
    typ(client, code)
    antwoord = client.post(reverse("portaal:kies_wachtwoord"), {"wachtwoord": een, "nog_een_keer": twee})
    assert antwoord.status_code == 422
    assert typ(client, code).status_code == 302


def test_wachtwoord_kwijt_een_nieuwe_code_zet_een_nieuw_wachtwoord(dossier: Dossier, ik: Gebruiker, code: str) -> None:
    rij = controleer_code(code=code, geboortedatum=GEBOREN)
    assert rij is not None
    account = open_toegang(sleutel=rij.pk, wachtwoord=WACHTWOORD)
    tweede = controleer_code(code=maak_toegangscode(dossier=dossier, door=ik), geboortedatum=GEBOREN)
    assert tweede is not None
    zelfde = open_toegang(sleutel=tweede.pk, wachtwoord="nog eens vier woorden")
    assert zelfde.pk == account.pk
    assert zelfde.check_password("nog eens vier woorden")


def test_een_account_dat_dicht_is_gaat_met_een_code_niet_open(dossier: Dossier, ik: Gebruiker) -> None:
    account = Gebruikerfabriek(rol=Rol.INWONER, gemeente=None, email=als_adres("K7PM-2XQD"), is_active=False)
    dossier.werkzoekende.wijzig(verwacht=None, account=account)
    rij = controleer_code(code=maak_toegangscode(dossier=dossier, door=ik), geboortedatum=GEBOREN)
    assert rij is not None
    with pytest.raises(Invoerfout):
        open_toegang(sleutel=rij.pk, wachtwoord=WACHTWOORD)


def test_wie_met_mail_inlogt_krijgt_geen_code(dossier: Dossier, ik: Gebruiker) -> None:
    dossier.werkzoekende.wijzig(verwacht=None, account=Gebruikerfabriek(rol=Rol.INWONER, gemeente=None))
    with pytest.raises(Invoerfout):
        maak_toegangscode(dossier=dossier, door=ik)


def test_een_gesloten_dossier_opent_niet(dossier: Dossier, code: str) -> None:
    Dossier.objects.filter(pk=dossier.pk).update(status=Dossier.Status.GESLOTEN, gesloten_op=timezone.localdate())
    assert controleer_code(code=code, geboortedatum=GEBOREN) is None


def test_zonder_geboortedatum_en_na_vijf_codes_op_een_dag_niet(dossier: Dossier, ik: Gebruiker, client: Client) -> None:
    for _keer in range(5):
        maak_toegangscode(dossier=dossier, door=ik)
    with pytest.raises(Invoerfout):
        maak_toegangscode(dossier=dossier, door=ik)
    assert Toegangscode.objects.open().count() == 1
    Toegangscode.objects.all().delete()
    dossier.werkzoekende.wijzig(verwacht=None, geboortedatum=None)
    client.force_login(ik)
    antwoord = client.post(reverse("portaal:maak_code", args=[dossier.pk]), follow=True)
    assert "Vul eerst de geboortedatum in" in antwoord.content.decode()


def test_een_vreemde_maakt_geen_code(dossier: Dossier) -> None:
    with pytest.raises(GeenRecht):
        maak_toegangscode(dossier=dossier, door=Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002")))
    with pytest.raises(GeenRecht):
        maak_toegangscode(dossier=dossier, door=Gebruikerfabriek(rol=Rol.MANAGER, gemeente=dossier.gemeente))
    assert not Toegangscode.objects.exists()


def test_op_een_inlognaam_gaat_nooit_mail(dossier: Dossier, code: str, mailoutbox: list[Any]) -> None:
    rij = controleer_code(code=code, geboortedatum=GEBOREN)
    assert rij is not None
    account = open_toegang(sleutel=rij.pk, wachtwoord=WACHTWOORD)
    assert account.email.endswith("@inlognaam.invalid")
    Client().post("/account/password/reset/", {"email": account.email})
    assert [adres for bericht in mailoutbox for adres in bericht.to if adres.endswith(".invalid")] == []


def test_oude_codes_gaan_na_een_half_jaar_weg(code: str) -> None:
    verloopt = timezone.localdate(Toegangscode.objects.get().verloopt_op)
    assert ruim_codes_op(vandaag=plus_maanden(verloopt, 6) - timedelta(days=1)) == 0
    assert ruim_codes_op(vandaag=plus_maanden(verloopt, 6)) == 1
    assert controleer_code(code=code, geboortedatum=GEBOREN) is None
