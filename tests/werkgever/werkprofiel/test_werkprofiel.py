"""Job profiles: from a text to confirmed requirements, opened, closed, copied and carved."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader
from tests.fabrieken import (
    Beroepfabriek,
    Certificaatfabriek,
    Competentiefabriek,
    Competentieregelfabriek,
    Dossierfabriek,
    Eisfabriek,
    Gebruikerfabriek,
    Gemeentefabriek,
    Regiofabriek,
    Vestigingfabriek,
    Werkgeverfabriek,
    Werkprofielfabriek,
)

from werklandschap.competenties.models import BeroepCompetentie, Competentie
from werklandschap.competenties.startset import laad_startset
from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout, VerouderdeVersie
from werklandschap.kern.basis.haken import zoekers
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.werkgever.werkprofiel import actions
from werklandschap.werkgever.werkprofiel.eisen import Eisen, Eisregel
from werklandschap.werkgever.werkprofiel.herkennen import voorstellen_voor

pytestmark = pytest.mark.django_db

TEKST = """Medewerker groen
Wat ga je doen?
- Je snoeit heggen en maait gras
- Je harkt blad
Wij vragen
- Rijbewijs B en VCA basis
- Nederlands op niveau A2
- 24 tot 32 uur per week
"""


@pytest.fixture
def accountmanager() -> Any:
    return Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)


@pytest.fixture
def klant(client: Client, accountmanager: Any) -> Client:
    client.force_login(accountmanager)
    return client


def concept(door: Any, **velden: Any) -> Werkprofiel:
    werkgever = Werkgeverfabriek(gemeente=door.gemeente)
    return actions.maak_werkprofiel(
        werkgever=werkgever, door=door, **{"titel": "Tuinhulp", "start": timezone.localdate(), **velden}
    )


def vreemde() -> Any:
    """An account manager of a municipality in another region."""
    gemeente = Gemeentefabriek(code="9900", regio=Regiofabriek(naam="Andere regio"))
    return Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=gemeente)


@pytest.mark.parametrize(
    ("tekst", "uren"),
    [
        ("Kok (24 uur)\n\nWij vragen:\n- minimaal 24 uur en maximaal 28 uur per week", (24, 28)),
        ("Kok\n\nWij vragen:\n- 24 tot 28 uur per week\n- contract van 32 uur", (24, 28)),
        ("Kok\n\nWij vragen:\n- je kookt soep", None),
    ],
)
def test_g6_1_van_meer_uren_telt_wat_de_meeste_ruimte_laat(
    accountmanager: Any, tekst: str, uren: tuple[int, int] | None
) -> None:
    _vast, voorstellen = voorstellen_voor(concept(accountmanager, omschrijving=tekst))
    assert (voorstellen.uren and voorstellen.uren[:2]) == uren


def test_g6_1_een_tekst_geeft_voorstellen_met_het_fragment_erbij(accountmanager: Any) -> None:
    laad_startset()
    vast, voorstellen = voorstellen_voor(concept(accountmanager, omschrijving=TEKST))
    assert vast.competenties == ()
    fragmenten = {v.regel.competentie.code: v.regel.fragment for v in voorstellen.competenties}
    assert fragmenten["gras-maaien-en-gazons-onderhouden"] == "maait gras"
    assert all(fragment in TEKST for fragment in fragmenten.values())
    assert voorstellen.certificaten.keys() == {"rijbewijs:B", "vca-basis"}
    assert voorstellen.talen["nld"][0] == 2
    assert voorstellen.uren is not None
    assert voorstellen.uren[:2] == (24, 32)


def test_g6_1_van_tekst_tot_bevestigde_eisen_in_de_browser(klant: Client, accountmanager: Any) -> None:
    laad_startset()
    vestiging = Vestigingfabriek(werkgever__gemeente=accountmanager.gemeente)
    velden = {"titel": "Tuinhulp", "posities": 2, "start": "2027-01-04", "reden": "groei", "omschrijving": TEKST}
    nieuw_url = reverse("werkgever_werkprofiel:nieuw", args=[vestiging.werkgever_id])
    antwoord = klant.post(nieuw_url, velden)
    profiel = Werkprofiel.objects.get()
    eisen_url = reverse("werkgever_werkprofiel:eisen", args=[profiel.pk])
    assert antwoord.headers["Location"] == eisen_url
    assert profiel.vestiging == vestiging
    formulier = klant.get(eisen_url).context["formulier"]
    ingevuld = {veld.html_name: veld.value() for veld in formulier if veld.value() is not None}
    ingevuld = {naam: waarde for naam, waarde in ingevuld.items() if waarde is not False}
    maaien = Competentie.objects.get(code="gras-maaien-en-gazons-onderhouden")
    ingevuld |= {f"hard_{maaien.pk}": "on", "extra_1": Competentie.objects.get(code="schoonmaken").label.upper()}
    antwoord = klant.post(eisen_url, ingevuld)
    assert antwoord.status_code == 302, antwoord.context["formulier"].errors
    profiel.refresh_from_db()
    assert profiel.eisen.get(hard=True).competentie == maaien
    assert profiel.eisen.filter(competentie__code="schoonmaken").exists()
    assert set(profiel.certificaateisen.values_list("code", flat=True)) == {"rijbewijs:B", "vca-basis"}
    assert (profiel.uren_min, profiel.uren_max) == (24, 32)
    assert klant.get(reverse("werkgever_werkprofiel:werkprofiel", args=[profiel.pk])).status_code == 200


def test_g6_3_tel_opnieuw_laat_zien_wat_een_harde_eis_kost_en_bewaart_niets(klant: Client, accountmanager: Any) -> None:
    profiel = concept(accountmanager)
    eis = Eisfabriek(werkprofiel=profiel, niveau=4)
    for niveau in (1, 5, 5):
        Competentieregelfabriek(werkzoekende=Dossierfabriek().werkzoekende, competentie=eis.competentie, niveau=niveau)
    pk = eis.competentie_id
    url = reverse("werkgever_werkprofiel:eisen", args=[profiel.pk])
    gegevens = {"versie": 1, f"aan_{pk}": "on", f"niveau_{pk}": 4, f"gewicht_{pk}": 5, f"hard_{pk}": "on"}
    gegevens |= {"taal_nld": 0, "tel": 1}
    antwoord = klant.post(url, gegevens)
    assert antwoord.context["telling"].over == 2
    assert antwoord.context["zonder"] == [(eis.competentie.label, 3)]
    eis.refresh_from_db()
    assert not eis.hard


def test_g6_3_de_eerste_telling_rekent_met_wat_de_tekst_voorstelt(klant: Client, accountmanager: Any) -> None:
    laad_startset()
    profiel = concept(accountmanager, omschrijving=TEKST)
    mensen = [Dossierfabriek().werkzoekende for _ in range(3)]
    Certificaatfabriek(werkzoekende=mensen[0], code="rijbewijs:B", heeft=False)
    url = reverse("werkgever_werkprofiel:eisen", args=[profiel.pk])
    open_blad = klant.get(url).context
    assert (open_blad["telling"].over, open_blad["telling"].totaal) == (2, 3)
    assert ("rijbewijs B", 3) in open_blad["zonder"]
    # A mistake elsewhere does not put the counts back to before the suggestions.
    fout = klant.post(url, {"versie": 1, "certificaten": ["rijbewijs:B"], "extra_1": "toveren"}).context
    assert fout["formulier"].errors["extra_1"]
    assert fout["telling"].over == 2


def test_een_onbekende_competentie_houdt_wat_getypt_is(klant: Client, accountmanager: Any) -> None:
    profiel = concept(accountmanager)
    url = reverse("werkgever_werkprofiel:eisen", args=[profiel.pk])
    antwoord = klant.post(url, {"versie": 1, "taal_nld": 2, "extra_1": "toveren", "uren_min": 12})
    inhoud = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert "toveren" in inhoud
    assert "kennen wij niet" in inhoud
    assert 'value="12"' in inhoud
    assert not profiel.eisen.exists()


def test_g6_2_uit_een_beroep_komen_eisen_en_interesses(accountmanager: Any) -> None:
    laad_startset()
    beroep = Competentie.objects.get(code="gras-maaien-en-gazons-onderhouden").beroepen.first()
    assert beroep is not None
    profiel = concept(accountmanager, beroep=beroep)
    assert profiel.riasec == beroep.riasec
    _vast, voorstellen = voorstellen_voor(profiel)
    assert {v.regel.competentie for v in voorstellen.competenties} == set(beroep.competenties.all())


def test_g6_5_een_toekomstige_plek_heeft_een_reden_en_staat_in_de_lijst(klant: Client, accountmanager: Any) -> None:
    straks = concept(accountmanager, start=timezone.localdate() + timedelta(days=90), reden=Werkprofiel.Reden.PENSIOEN)
    concept(accountmanager, titel="Nu nodig")
    url = reverse("werkgever_werkprofiel:lijst")
    assert [p for p, _soort in klant.get(url, {"wanneer": "straks"}).context["rijen"]] == [straks]


def test_g6_4_carven_zet_taken_in_een_nieuw_profiel(klant: Client, accountmanager: Any) -> None:
    profiel = concept(accountmanager, omschrijving=TEKST)
    url = reverse("werkgever_werkprofiel:carven", args=[profiel.pk])
    nummer = klant.get(url).context["taken"].index("Je harkt blad")
    antwoord = klant.post(
        url, {"titel": "Bladharker", f"nieuw_{nummer}": "on", f"uren_{nummer}": "11.5", "haal_weg": "on"}
    )
    nieuw = Werkprofiel.objects.get(titel="Bladharker")
    assert antwoord.status_code == 302
    assert (nieuw.omschrijving, nieuw.reden) == ("Je harkt blad", Werkprofiel.Reden.CARVING)
    assert (nieuw.uren_min, nieuw.uren_max) == (12, 12)
    profiel.refresh_from_db()
    assert "harkt" not in profiel.omschrijving
    assert "maait" in profiel.omschrijving


def test_g6_6_past_bijna_niemand_dan_vraagt_de_pagina_om_een_advies(klant: Client, accountmanager: Any) -> None:
    profiel = concept(accountmanager)
    Eisfabriek(werkprofiel=profiel)
    url = reverse("werkgever_werkprofiel:werkprofiel", args=[profiel.pk])
    assert klant.get(url).context["te_weinig"]
    klant.post(reverse("werkgever_werkprofiel:advies", args=[profiel.pk]), {"advies": "subsidie"})
    assert str(actions.ADVIEZEN["subsidie"]) in klant.get(url).content.decode()


def test_g6_7_het_convenant_noemt_werkgever_en_afspraken(klant: Client, accountmanager: Any) -> None:
    profiel = concept(accountmanager)
    antwoord = klant.get(reverse("werkgever_werkprofiel:convenant", args=[profiel.pk]))
    tekst = "".join(blad.extract_text() for blad in PdfReader(BytesIO(antwoord.content)).pages)
    assert profiel.werkgever.naam in tekst
    assert "binnen 5 dagen" in tekst


def test_g7_0_openstellen_vraagt_eerst_bevestigde_eisen(accountmanager: Any) -> None:
    profiel = concept(accountmanager)
    with pytest.raises(Invoerfout):
        actions.stel_open(werkprofiel=profiel, door=accountmanager, opengesteld_op=timezone.localdate())
    Eisfabriek(werkprofiel=profiel)
    actions.stel_open(werkprofiel=profiel, door=accountmanager, opengesteld_op=timezone.localdate(), max_voordrachten=3)
    profiel.refresh_from_db()
    assert (profiel.status, profiel.max_voordrachten) == (Werkprofiel.Status.OPEN, 3)


def test_g7_0_g7_1_openstellen_zegt_voor_wie_en_tot_wanneer_en_dat_kan_later_ruimer(
    klant: Client, accountmanager: Any
) -> None:
    profiel = concept(accountmanager)
    Eisfabriek(werkprofiel=profiel)
    url, vandaag = reverse("werkgever_werkprofiel:openstellen", args=[profiel.pk]), timezone.localdate()
    afspraken = {
        "opengesteld_op": vandaag,
        "open_voor": "collegas",
        "voordragen_voor": vandaag - timedelta(days=1),
        "max_voordrachten": 3,
        "reactie_dagen": 5,
        "selectieafspraken": "Eerst een rondleiding.",
    }
    assert "voordragen_voor" in klant.post(url, afspraken).context["formulier"].errors
    afspraken["voordragen_voor"] = vandaag + timedelta(days=14)
    klant.post(url, afspraken)
    profiel.refresh_from_db()
    assert (profiel.status, profiel.open_voor) == (Werkprofiel.Status.OPEN, "collegas")
    assert klant.get(url).context["formulier"].initial["max_voordrachten"] == 3
    for _keer in range(2):
        klant.post(url, afspraken | {"open_voor": "regio"})
    profiel.refresh_from_db()
    assert (profiel.open_voor, profiel.voordragen_voor) == ("regio", afspraken["voordragen_voor"])
    assert profiel.werkgever.keten.gebeurtenissen.filter(soort="werkprofiel.opengesteld").count() == 2
    with pytest.raises(GeenRecht):
        actions.wijzig_afspraken(werkprofiel=profiel, door=Gebruikerfabriek(rol=Rol.JOBCOACH), **afspraken)


def test_alles_staat_op_de_keten_van_de_werkgever(accountmanager: Any) -> None:
    profiel = concept(accountmanager)
    regel = Eisregel(Competentiefabriek(), niveau=2, hard=True)
    actions.bevestig_eisen(
        werkprofiel=profiel, eisen=Eisen((regel,), talen={"nld": 2}), verwacht=1, door=accountmanager
    )
    actions.stel_open(werkprofiel=profiel, door=accountmanager, opengesteld_op=timezone.localdate())
    actions.sluit_werkprofiel(werkprofiel=profiel, uitkomst="vervuld", door=accountmanager)
    actions.sluit_werkprofiel(werkprofiel=profiel, uitkomst="vervuld", door=accountmanager)
    actions.heropen_werkprofiel(werkprofiel=profiel, door=accountmanager)
    keten = profiel.werkgever.keten
    soorten = list(keten.gebeurtenissen.order_by("nummer").values_list("soort", flat=True))
    van_profiel = [s.removeprefix("werkprofiel.") for s in soorten if s.startswith("werkprofiel.")]
    assert van_profiel == ["gemaakt", "eisen", "opengesteld", "gesloten", "heropend"]
    keten.refresh_from_db()
    assert controleer(keten) == []
    profiel.refresh_from_db()
    assert profiel.status == Werkprofiel.Status.OPEN


def test_wie_te_laat_bewaart_overschrijft_niets(klant: Client, accountmanager: Any) -> None:
    profiel = concept(accountmanager)
    los = Werkprofiel.objects.get(pk=profiel.pk)
    actions.wijzig_werkprofiel(werkprofiel=profiel, verwacht=1, door=accountmanager, titel="Eerst")
    with pytest.raises(VerouderdeVersie):
        actions.wijzig_werkprofiel(werkprofiel=los, verwacht=1, door=accountmanager, titel="Later")
    url = reverse("werkgever_werkprofiel:bewerken", args=[profiel.pk])
    velden = {"titel": "Later", "posities": 1, "start": "2027-01-04", "reden": "vacant", "versie": 1}
    antwoord = klant.post(url, velden)
    assert antwoord.status_code == 409
    assert Werkprofiel.objects.get(pk=profiel.pk).titel == "Eerst"
    assert klant.post(url, {**velden, "versie": 2}).status_code == 302
    assert Werkprofiel.objects.get(pk=profiel.pk).titel == "Later"


def test_een_kopie_neemt_eisen_mee_en_begint_als_concept(accountmanager: Any) -> None:
    bron = Eisfabriek(werkprofiel__gemeente=accountmanager.gemeente).werkprofiel
    bron.taaleisen.create(taal="nld", minimum=2)
    kopie = actions.kopieer(werkprofiel=bron, door=accountmanager)
    assert kopie.status == Werkprofiel.Status.CONCEPT
    assert kopie.uuid != bron.uuid
    assert list(kopie.eisen.values_list("competentie", "niveau")) == list(
        bron.eisen.values_list("competentie", "niveau")
    )
    assert kopie.taaleisen.get().minimum == 2
    assert bron.eisen.count() == 1


@pytest.mark.parametrize("rol", [Rol.KLANTMANAGER, Rol.JOBCOACH, Rol.MANAGER])
def test_wie_geen_werkprofielen_bewerkt_mag_ze_wel_lezen(rol: str, accountmanager: Any, client: Client) -> None:
    profiel = concept(accountmanager)
    collega = Gebruikerfabriek(rol=rol, gemeente=accountmanager.gemeente)
    with pytest.raises(GeenRecht):
        actions.wijzig_werkprofiel(werkprofiel=profiel, verwacht=None, door=collega, titel="Nee")
    with pytest.raises(GeenRecht):
        actions.maak_werkprofiel(werkgever=profiel.werkgever, door=collega, titel="Nee", start=timezone.localdate())
    client.force_login(collega)
    assert client.get(reverse("werkgever_werkprofiel:werkprofiel", args=[profiel.pk])).status_code == 200
    assert client.get(reverse("werkgever_werkprofiel:bewerken", args=[profiel.pk])).status_code == 403


def test_een_vreemde_regio_ziet_het_profiel_niet(accountmanager: Any, client: Client) -> None:
    profiel = concept(accountmanager)
    client.force_login(vreemde())
    assert client.get(reverse("werkgever_werkprofiel:werkprofiel", args=[profiel.pk])).status_code == 404
    assert client.get(reverse("werkgever_werkprofiel:lijst"), {"status": ""}).context["rijen"] == []


def test_de_fouten_van_een_nieuw_profiel_staan_op_het_formulier(klant: Client, accountmanager: Any) -> None:
    werkgever = Werkgeverfabriek(gemeente=accountmanager.gemeente)
    velden = {"titel": "Kok", "posities": 1, "start": "2027-02-01", "einde": "2027-01-01", "reden": "vacant"}
    antwoord = klant.post(reverse("werkgever_werkprofiel:nieuw", args=[werkgever.pk]), velden)
    assert "einde" in antwoord.context["formulier"].errors
    assert 'value="Kok"' in antwoord.content.decode()
    assert not Werkprofiel.objects.exists()


def test_een_nieuw_profiel_begint_met_een_plek_die_nu_vrij_is(klant: Client, accountmanager: Any) -> None:
    pagina = klant.get(
        reverse("werkgever_werkprofiel:nieuw", args=[Werkgeverfabriek(gemeente=accountmanager.gemeente).pk])
    )
    assert pagina.context["formulier"]["reden"].value() == Werkprofiel.Reden.VACANT


def test_de_zoekbalk_vindt_op_functie_en_werkgever(accountmanager: Any) -> None:
    profiel = concept(accountmanager, titel="Dakdekker")
    zoek = dict(zoekers.paren())["werkprofielen"]
    assert [r.titel for r in zoek(accountmanager, "dakdek")] == ["Dakdekker"]
    assert [r.titel for r in zoek(accountmanager, profiel.werkgever.naam)] == ["Dakdekker"]
    assert zoek(vreemde(), "dakdek") == []


def test_de_lijst_kost_steeds_evenveel_queries(klant: Client, accountmanager: Any, zelfde_aantal_queries: Any) -> None:
    vestiging = Vestigingfabriek(werkgever__gemeente=accountmanager.gemeente)

    def maak(aantal: int) -> None:
        for _ in range(aantal):
            Eisfabriek(werkprofiel=Werkprofielfabriek(werkgever=vestiging.werkgever, vestiging=vestiging))

    zelfde_aantal_queries(klant, reverse("werkgever_werkprofiel:lijst"), maak)


def test_de_tab_bij_de_werkgever_kost_steeds_evenveel_queries(
    klant: Client, accountmanager: Any, zelfde_aantal_queries: Any
) -> None:
    werkgever = Werkgeverfabriek(gemeente=accountmanager.gemeente)
    url = reverse("werkgever_werkprofiel:bij_werkgever", args=[werkgever.pk])
    zelfde_aantal_queries(klant, url, lambda n: Werkprofielfabriek.create_batch(n, werkgever=werkgever))


def test_de_eisen_kosten_evenveel_hoeveel_het_werk_ook_vraagt(
    klant: Client, accountmanager: Any, zelfde_aantal_queries: Any
) -> None:
    beroep = Beroepfabriek()
    profiel = Werkprofielfabriek(werkgever__gemeente=accountmanager.gemeente, beroep=beroep, omschrijving=TEKST)

    def maak(aantal: int) -> None:
        for _ in range(aantal):
            Eisfabriek(werkprofiel=profiel, hard=True)
            BeroepCompetentie.objects.create(beroep=beroep, competentie=Competentiefabriek())

    zelfde_aantal_queries(klant, reverse("werkgever_werkprofiel:eisen", args=[profiel.pk]), maak)


def test_de_werklijst_van_de_tegel_toont_eigen_concepten(klant: Client, accountmanager: Any) -> None:
    profiel = concept(accountmanager, titel="Mijn concept")
    inhoud = klant.get(reverse("landschap:tegel", args=["werkgevers", "werkprofiel"])).content.decode()
    assert reverse("werkgever_werkprofiel:eisen", args=[profiel.pk]) in inhoud
