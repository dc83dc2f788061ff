"""Open jobs for a resident: plain reasons, the own choice, and nothing for who it is not for."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import (
    Competentieregelfabriek,
    Dossierfabriek,
    Eisfabriek,
    Gebruikerfabriek,
    Gemeentefabriek,
    Regiofabriek,
    Werkprofielfabriek,
)
from tests.portaal.hulp import ingelogd, inwoner

from werklandschap.kern.dossiers.models import Dossier, Toestemming
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.samen.bemiddeling import actions
from werklandschap.samen.bemiddeling.models import Voordracht
from werklandschap.samen.bemiddeling.standen import per_mens

pytestmark = pytest.mark.django_db
KANSEN = "/mijn/kansen/"


def open_werk(dossier: Dossier, **velden: object) -> Werkprofiel:
    vandaag = timezone.localdate()
    basis = {"status": "open", "opengesteld_op": vandaag, "start": vandaag + timedelta(days=90)}
    return Werkprofielfabriek(**{"werkgever__gemeente": dossier.gemeente, **basis, **velden})


@pytest.fixture
def dossier() -> Dossier:
    return inwoner()[1]


@pytest.fixture
def client(dossier: Dossier) -> Client:
    return ingelogd(dossier.werkzoekende.account)


def lees(client: Client) -> str:
    antwoord = client.get(KANSEN)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def test_g7_0_een_inwoner_ziet_alleen_werk_dat_ook_voor_hem_open_staat(dossier: Dossier, client: Client) -> None:
    voor = Werkprofiel.Openvoor
    buur = Gemeentefabriek(code="9002", regio=dossier.gemeente.regio)
    Eisfabriek(werkprofiel=open_werk(dossier, titel="Voor iedereen"))
    Eisfabriek(werkprofiel=open_werk(dossier, titel="Voor onze inwoners", open_voor=voor.GEMEENTE))
    elders = {"werkgever__gemeente": buur}
    niet = [
        open_werk(dossier, titel="Nog voor collega's", open_voor=voor.COLLEGAS),
        open_werk(dossier, titel="Voor de inwoners van de buren", open_voor=voor.GEMEENTE, **elders),
    ]
    for werk in niet:
        Eisfabriek(werkprofiel=werk)
    pagina = lees(client)
    assert "Voor iedereen" in pagina
    assert "Voor onze inwoners" in pagina
    assert not any(werk.titel.split("'")[0] in pagina for werk in niet)
    for werk in niet:
        assert client.post(f"{KANSEN}{werk.pk}/").status_code in {403, 404}
    assert not Voordracht.objects.exists()


def test_g7_0_een_inwoner_ziet_opengesteld_werk_met_redenen_in_gewone_woorden(dossier: Dossier, client: Client) -> None:
    werk = open_werk(dossier, titel="Inpakken")
    kan, kan_niet = Eisfabriek(werkprofiel=werk, niveau=3), Eisfabriek(werkprofiel=werk, niveau=5)
    Competentieregelfabriek(werkzoekende=dossier.werkzoekende, competentie=kan.competentie, niveau=4)
    pagina = lees(client)
    assert "Inpakken" in pagina
    al = pagina.split("Dit kunt u al:")[1].split("</ul>")[0]
    assert kan.competentie.naam in al
    assert kan_niet.competentie.naam not in al


def test_g7_0_dit_wil_ik_wordt_een_taak_en_het_bedrijf_hoort_nog_niets(dossier: Dossier, client: Client) -> None:
    werk = open_werk(dossier, titel="Inpakken")
    url = reverse("portaal:kies", args=[werk.pk])
    for _keer in (1, 2):
        assert client.post(url).status_code == 302
    rij = Voordracht.objects.get(dossier=dossier, werkprofiel=werk)
    assert (rij.status, rij.wil_zelf_op is not None) == (Voordracht.Status.VOORGESELECTEERD, True)
    taak = Taak.objects.get(bron=f"voordracht:{rij.pk}:wil_zelf")
    assert taak.eigenaar == dossier.verantwoordelijke
    assert not Toestemming.objects.filter(dossier=dossier).exists()
    assert not werk.werkgever.keten.gebeurtenissen.exists()
    assert "U koos dit werk" in lees(client)
    assert f"/voordrachten/{rij.pk}/" in ingelogd(dossier.verantwoordelijke).get("/mijn-dag/").content.decode()
    assert "U koos dit werk" in client.get("/mijn/").content.decode()
    assert per_mens(werk, dossier.verantwoordelijke)[dossier.werkzoekende_id].tekst == "Wil dit zelf"
    dossier.keten.refresh_from_db()
    assert controleer(dossier.keten) == []


def test_de_taak_is_klaar_als_de_professional_vraagt_of_wij_het_mogen_delen(dossier: Dossier, client: Client) -> None:
    werk = open_werk(dossier)
    client.post(reverse("portaal:kies", args=[werk.pk]))
    rij = Voordracht.objects.get(dossier=dossier)
    actions.vraag_kandidaat(voordracht=rij, door=dossier.verantwoordelijke, wat="Uw naam.")
    assert Taak.objects.get(bron=f"voordracht:{rij.pk}:wil_zelf").status != Taak.Status.OPEN


@pytest.mark.parametrize(
    "velden",
    [
        {"status": "concept", "opengesteld_op": None},
        {"status": "gesloten"},
        {"opengesteld_op": timezone.localdate() + timedelta(days=3)},
        {"einde": timezone.localdate() - timedelta(days=1), "start": timezone.localdate() - timedelta(days=9)},
    ],
)
def test_wat_niet_openstaat_is_er_niet_en_is_niet_te_kiezen(
    dossier: Dossier, client: Client, velden: dict[str, object]
) -> None:
    werk = open_werk(dossier, titel="Geheim werk", **velden)
    assert "Geheim werk" not in lees(client)
    assert client.post(reverse("portaal:kies", args=[werk.pk])).status_code == 404


def test_werk_van_een_andere_regio_is_er_niet(dossier: Dossier, client: Client) -> None:
    elders = Gemeentefabriek(code="9900", regio=Regiofabriek(naam="Elders"))
    werk = open_werk(dossier, titel="Ver weg", werkgever__gemeente=elders)
    assert "Ver weg" not in lees(client)
    assert client.post(reverse("portaal:kies", args=[werk.pk])).status_code == 404


def test_een_ander_kiest_niet_voor_iemand(dossier: Dossier) -> None:
    werk = open_werk(dossier)
    url = reverse("portaal:kies", args=[werk.pk])
    assert ingelogd(Gebruikerfabriek()).post(url).status_code == 403
    assert not Voordracht.objects.exists()


def test_zonder_open_werk_zegt_de_pagina_wat_u_kunt_doen(client: Client) -> None:
    Dossierfabriek()
    assert "Vertel wat u wilt" in lees(client)


def test_wie_al_gevraagd_is_leest_hoe_het_staat_en_kiest_niet_nog_eens(dossier: Dossier, client: Client) -> None:
    werk = open_werk(dossier)
    rij = actions.voorselecteer(dossier=dossier, werkprofiel=werk, door=dossier.verantwoordelijke)
    assert "Dit wil ik" in lees(client)
    actions.vraag_kandidaat(voordracht=rij, door=dossier.verantwoordelijke, wat="Uw naam.")
    pagina = lees(client)
    assert "Wij wachten op uw antwoord." in pagina
    assert "Dit wil ik" not in pagina
    antwoord = client.post(reverse("portaal:kies", args=[werk.pk]), follow=True)
    assert "Kijk op uw overzicht" in antwoord.content.decode()
    rij.refresh_from_db()
    assert rij.wil_zelf_op is None
