"""The desk page and the public form."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks
from tests.fabrieken import Dossierfabriek, Gebruikerfabriek, Gemeentefabriek

from werklandschap.kern.dossiers.gegevens import maak_zoeknaam
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.models import Tegelbezoek
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.werkzoekende.melding import drempel
from werklandschap.werkzoekende.melding.models import Meldingconcept, Signaal, WachtendeMelding

pytestmark = pytest.mark.django_db

BALIE = {
    "kanaal": "telefoon",
    "hulpvraag": "Ik zoek werk.",
    "voornaam": "Noor",
    "achternaam": "Proef",
    "telefoon": "0612345678",
    "postcode": "1234ab",
    "contactwijze": "telefoon",
    "taalniveau": "A2",
    "contacttaal": "nld",
}


@pytest.fixture
def ik(client: Client) -> Any:
    gebruiker = Gebruikerfabriek()
    client.force_login(gebruiker)
    return gebruiker


def openbaar(**anders: str) -> dict[str, str]:
    gemeente = Gemeentefabriek()
    return {
        "gemeente": str(gemeente.pk),
        "hulpvraag": "Ik zoek werk.",
        "voornaam": "Noor",
        "achternaam": "Proef",
        "telefoon": "0612345678",
        "contactwijze": "telefoon",
        "teken": teken(10),
        **anders,
    }


def teken(seconden: int) -> str:
    from django.core import signing

    return signing.dumps(int(time.time()) - seconden, salt=drempel.ZOUT)


def test_een_melding_aan_de_telefoon_in_een_keer(client: Client, ik: Any) -> None:
    assert client.get("/dossiers/melding/").status_code == 200
    antwoord = client.post("/dossiers/melding/", {**BALIE, "signalen": ["zorgtaken"], "ik": "on"})
    dossier = Dossier.objects.get()
    assert antwoord["Location"] == f"/dossiers/{dossier.pk}/"
    assert (dossier.kanaal, dossier.verantwoordelijke, dossier.werkzoekende.taalniveau) == ("telefoon", ik, "A2")
    assert Signaal.objects.get().code == "zorgtaken"
    assert client.get(antwoord["Location"]).status_code == 200


def test_wie_niet_verantwoordelijk_wordt_mag_de_melding_toch_nog_zien(client: Client, ik: Any) -> None:
    antwoord = client.post("/dossiers/melding/", BALIE)
    assert client.get(antwoord["Location"]).status_code == 200
    assert Dossier.objects.get().keten.lezingen.get().reden == "Melding opgenomen"


def test_foute_invoer_blijft_staan(client: Client, ik: Any) -> None:
    antwoord = client.post("/dossiers/melding/", {**BALIE, "postcode": "12 AB", "hulpvraag": "Graag hulp."})
    assert antwoord.status_code == 200
    assert "Een postcode heeft vier cijfers" in antwoord.content.decode()
    assert "Graag hulp." in antwoord.content.decode()
    assert not Dossier.objects.exists()


def test_een_bekende_wordt_getoond_en_het_dossier_van_die_persoon_gaat_verder(client: Client, ik: Any) -> None:
    bekend = Dossierfabriek(
        verantwoordelijke=ik,
        werkzoekende__voornaam="Noor",
        werkzoekende__achternaam="Proef",
        werkzoekende__postcode="1234 AB",
        werkzoekende__geboortedatum=None,
        werkzoekende__zoeknaam=maak_zoeknaam("Noor", "Proef"),
    )
    antwoord = client.post("/dossiers/melding/", BALIE)
    inhoud = antwoord.content.decode()
    assert f'name="zelfde" value="{bekend.pk}"' in inhoud
    assert Dossier.objects.count() == 1
    antwoord = client.post("/dossiers/melding/", {**BALIE, "zelfde": str(bekend.pk)})
    assert antwoord["Location"] == f"/dossiers/{bekend.pk}/"
    assert bekend.keten.gebeurtenissen.filter(soort="melding.opnieuw").count() == 1
    client.post("/dossiers/melding/", {**BALIE, "andere_persoon": "ja"})
    assert Dossier.objects.count() == 2


def test_een_manager_en_een_inwoner_openen_de_balie_niet(client: Client) -> None:
    for rol in (Rol.MANAGER, Rol.ACCOUNTMANAGER):
        client.force_login(Gebruikerfabriek(rol=rol))
        assert client.get("/dossiers/melding/").status_code == 403


def test_het_openbare_formulier_dankt_pas_als_alles_vaststaat(
    client: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    assert client.get("/hulp-vragen/").status_code == 200
    antwoord = client.post("/hulp-vragen/", openbaar())
    assert antwoord["Location"] == "/hulp-vragen/bedankt/"
    assert Dossier.objects.get().hulpvraag == "Ik zoek werk."
    inhoud = client.get(antwoord["Location"]).content.decode()
    assert "Binnen 10 dagen" in inhoud


def test_het_formulier_is_er_ook_in_het_engels_en_zonder_javascript(client: Client) -> None:
    antwoord = client.get("/hulp-vragen/", headers={"accept-language": "en"})
    assert antwoord.status_code == 200
    assert b'lang="en"' in antwoord.content


def test_fouten_staan_bij_het_veld_en_de_tekst_blijft(client: Client) -> None:
    antwoord = client.post("/hulp-vragen/", openbaar(telefoon="", hulpvraag="Mijn eigen woorden"))
    inhoud = antwoord.content.decode()
    assert "Dan kunnen wij contact opnemen" in inhoud
    assert "Mijn eigen woorden" in inhoud
    assert not Dossier.objects.exists()


def test_alles_wat_niet_klopt_staat_er_in_een_keer(client: Client, ik: Any) -> None:
    fout = {"telefoon": "12", "postcode": "99", "geboortedatum": "2099-01-01"}
    for adres, velden in (
        ("/hulp-vragen/", openbaar(**fout, email="geen-mail", hulpvraag="")),
        ("/dossiers/melding/", {**BALIE, **fout, "achternaam": ""}),
    ):
        inhoud = client.post(adres, velden).content.decode()
        for deel in ("Vul dit nog in.", "8 tot 15 cijfers", "vier cijfers en twee letters", "tussen 1900 en vandaag"):
            assert deel in inhoud, (adres, deel)


def test_w1_6_een_datum_zonder_nummer_of_na_vandaag_gaat_niet_verloren(client: Client, ik: Any) -> None:
    zonder = client.post("/dossiers/melding/", {**BALIE, "inkomensaanvraag_op": "2026-01-02"}).content.decode()
    assert "Vul ook het nummer van de aanvraag in" in zonder
    assert "2026-01-02" in zonder
    later = {"inkomensaanvraag": "A1", "inkomensaanvraag_op": "2099-01-01"}
    assert "ligt in de toekomst" in client.post("/dossiers/melding/", {**BALIE, **later}).content.decode()
    assert not Dossier.objects.exists()
    dossier = Dossierfabriek(verantwoordelijke=ik)
    velden = {"onderdeel": "inkomen", "inkomensaanvraag": "A1", "datum": "2099-01-01"}
    assert "ligt in de toekomst" in client.post(f"/dossiers/{dossier.pk}/hulpvraag/", velden).content.decode()
    dossier.refresh_from_db()
    assert dossier.inkomensaanvraag == ""


def test_de_taken_na_een_melding_wijzen_naar_de_plek_waar_ze_gebeuren(client: Client, ik: Any) -> None:
    client.post("/dossiers/melding/", {**BALIE, "signalen": ["zorgtaken"], "ik": "on"})
    dossier = Dossier.objects.get()
    basis = f"/dossiers/{dossier.pk}/"
    assert set(Taak.objects.values_list("url", flat=True)) == {f"{basis}gesprekken/", f"{basis}signalen/"}
    pagina = client.get(basis).content.decode()
    assert f'<a href="{basis}gesprekken/">Plan het eerste gesprek</a>' in pagina


@pytest.mark.parametrize("vals", [{"teken": ""}, {"teken": "verzonnen"}, {"teken": "nu"}])
def test_een_machine_die_te_snel_is_wordt_gevraagd_nog_eens_te_drukken(client: Client, vals: dict[str, str]) -> None:
    if vals["teken"] == "nu":
        vals = {"teken": teken(0)}
    antwoord = client.post("/hulp-vragen/", openbaar(**vals))
    assert "Druk nog een keer op Verstuur" in antwoord.content.decode()
    assert not Dossier.objects.exists()


def test_wie_het_verborgen_veld_invult_krijgt_dank_en_niets_wordt_bewaard(client: Client) -> None:
    antwoord = client.post("/hulp-vragen/", openbaar(website="http://koop.test"))
    assert antwoord["Location"] == "/hulp-vragen/bedankt/"
    assert client.get(antwoord["Location"]).status_code == 200
    assert not Dossier.objects.exists()
    assert not WachtendeMelding.objects.exists()


def test_een_adres_stuurt_hooguit_tien_meldingen_per_uur(client: Client) -> None:
    for nummer in range(10):
        assert client.post("/hulp-vragen/", openbaar(achternaam=f"Anders{chr(97 + nummer) * 6}")).status_code == 302
    antwoord = client.post("/hulp-vragen/", openbaar(achternaam="Teveel"))
    assert "over een uur opnieuw" in antwoord.content.decode()
    assert Dossier.objects.count() == 10


def test_bewaren_en_later_verder_gaan(client: Client) -> None:
    antwoord = client.post("/hulp-vragen/", openbaar(bewaar="ja", hulpvraag="Half af", telefoon=""))
    code = client.session["hulpvraag_bewaard"]
    assert code in client.get(antwoord["Location"]).content.decode()
    assert "Half af" not in Meldingconcept.objects.get().__dict__["gegevens"]
    verder = Client().post("/hulp-vragen/verder/", {"code": code.lower()})
    assert "Half af" in verder.content.decode()
    fout = Client().post("/hulp-vragen/verder/", {"code": "AAAA-AAAA-AAAA"})
    assert "Deze code kennen wij niet" in fout.content.decode()
    client.post("/hulp-vragen/", openbaar(code=code))
    assert not Meldingconcept.objects.exists()


def test_codes_raden_heeft_een_grens(client: Client) -> None:
    for _ in range(11):
        antwoord = client.post("/hulp-vragen/verder/", {"code": "AAAA-AAAA-AAAA"})
    assert "vaak een code geprobeerd" in antwoord.content.decode()


def test_de_reactie_achteraf(client: Client) -> None:
    client.post("/hulp-vragen/", openbaar())
    code = client.session["hulpvraag_klaar"]["code"]
    assert client.get("/hulp-vragen/reactie/").status_code == 200
    antwoord = client.post("/hulp-vragen/reactie/", {"code": code, "antwoord": "ja", "opmerking": ""})
    assert "Bedankt voor uw reactie" in antwoord.content.decode()
    nog_eens = client.post("/hulp-vragen/reactie/", {"code": code, "antwoord": "ja"})
    assert "al gebruikt" in nog_eens.content.decode()


def test_na_de_reactie_kan_iemand_verder(client: Client) -> None:
    client.post("/hulp-vragen/", openbaar())
    code = re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}", client.get("/hulp-vragen/bedankt/").content.decode())
    assert code is not None
    klaar = client.post("/hulp-vragen/reactie/", {"code": code[0], "antwoord": "ja"}, follow=True).content.decode()
    hoofd = klaar[klaar.index("Bedankt voor uw reactie") : klaar.index("</main>")]
    assert 'href="/werkzoekenden/"' in hoofd


def test_beoordelen_is_voor_de_eigen_gemeente(client: Client, ik: Any) -> None:
    Dossierfabriek(
        verantwoordelijke=ik,
        werkzoekende__voornaam="Noor",
        werkzoekende__achternaam="Proef",
        werkzoekende__zoeknaam=maak_zoeknaam("Noor", "Proef"),
        werkzoekende__geboortedatum=None,
    )
    Client().post("/hulp-vragen/", openbaar())
    adres = f"/dossiers/melding/beoordelen/{WachtendeMelding.objects.get().pk}/"
    assert client.get(adres).status_code == 200
    assert client.post(adres, {"keuze": "nieuw"}).status_code == 302
    assert "al beoordeeld" in client.get(adres).content.decode()
    client.force_login(Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002")))
    assert client.get(adres).status_code == 404


def test_signalen_op_het_dossier(client: Client, ik: Any) -> None:
    dossier = Dossierfabriek(verantwoordelijke=ik)
    adres = f"/dossiers/{dossier.pk}/signalen/"
    assert client.get(adres).status_code == 200
    client.post(adres, {"code": "eenzaam", "toelichting": ""})
    signaal = Signaal.objects.get()
    assert "Weinig mensen om zich heen" in client.get(adres).content.decode()
    client.post(f"{adres}{signaal.pk}/klaar/")
    assert "geen signalen open" in client.get(adres).content.decode()


def test_de_werklijst_kost_voor_meer_mensen_niet_meer(
    client: Client, ik: Any, zelfde_aantal_queries: Callable[..., None]
) -> None:
    def maak(aantal: int) -> None:
        for dossier in Dossierfabriek.create_batch(aantal, verantwoordelijke=ik):
            Tegelbezoek.objects.create(
                keten=dossier.keten, kant="werkzoekenden", tegel="melding", van=dossier.gemeld_op.date()
            )

    zelfde_aantal_queries(client, "/werkzoekenden/melding/", maak)


def test_een_wachtende_melding_van_niemand_staat_op_mijn_dag(client: Client, ik: Any) -> None:
    mens = {"voornaam": "Noor", "achternaam": "Proef", "postcode": "1234 AB", "telefoon": "0612345678"}
    dossier = Dossierfabriek(
        werkzoekende__gemeente=ik.gemeente,
        werkzoekende__zoeknaam=maak_zoeknaam("Noor", "Proef"),
        verantwoordelijke=None,
        **{f"werkzoekende__{veld}": waarde for veld, waarde in mens.items()},
    )
    WachtendeMelding.objects.create(gemeente=ik.gemeente, gegevens="{}", lijkt_op=dossier)
    pagina = client.get("/mijn-dag/").text
    assert f"/dossiers/melding/beoordelen/{WachtendeMelding.objects.get().pk}/" in pagina
    dossier.verantwoordelijke = ik
    dossier.save()
    assert "/dossiers/melding/beoordelen/" not in client.get("/mijn-dag/").text
