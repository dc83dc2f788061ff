"""Supply-led: from the person or from the employer, by whoever presents people."""

from __future__ import annotations

import pytest
from tests.fabrieken import Dossierfabriek, Gebruikerfabriek, Gemeentefabriek, Werkgeverfabriek
from tests.portaal.hulp import ingelogd
from tests.samen.bemiddeling.hulp import werkgever_van

from werklandschap.kern.toegang.rollen import Rol
from werklandschap.samen.bemiddeling.models import Voordracht

pytestmark = pytest.mark.django_db
TEKST = {"functie": "Inpakken", "reden": "Dichtbij."}


def test_g8_3_een_klantmanager_stelt_iemand_voor_vanuit_het_dossier() -> None:
    dossier = Dossierfabriek()
    bedrijf = Werkgeverfabriek(gemeente=dossier.gemeente)
    client = ingelogd(dossier.verantwoordelijke)
    url = f"/dossiers/{dossier.pk}/open-voorstel/"
    assert url in client.get(f"/dossiers/{dossier.pk}/").content.decode()
    client.post(url, {"werkgever": bedrijf.naam, **TEKST})
    rij = Voordracht.objects.get(dossier=dossier)
    assert (rij.open_voorstel, rij.werkprofiel.werkgever, rij.werkprofiel.status) == (True, bedrijf, "concept")
    account = werkgever_van(rij)
    assert "Inpakken" not in ingelogd(account).get("/bedrijf/").content.decode()


def test_g8_3_een_accountmanager_kiest_de_persoon_vanuit_het_bedrijf() -> None:
    dossier = Dossierfabriek()
    bedrijf = Werkgeverfabriek(gemeente=dossier.gemeente)
    client = ingelogd(Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=dossier.gemeente))
    url = f"/relaties/{bedrijf.pk}/open-voorstel/"
    assert url in client.get(f"/relaties/{bedrijf.pk}/").content.decode()
    antwoord = client.post(url, {"dossier": dossier.pk, "functie": "", "reden": "Dichtbij."})
    assert antwoord.status_code == 422
    assert "Dichtbij." in antwoord.content.decode()
    client.post(url, {"dossier": dossier.pk, **TEKST})
    assert Voordracht.objects.get(dossier=dossier).open_voorstel


def test_wie_niet_voordraagt_of_elders_werkt_krijgt_geen_knop_en_geen_pagina() -> None:
    dossier = Dossierfabriek()
    bedrijf = Werkgeverfabriek(gemeente=dossier.gemeente)
    url = f"/relaties/{bedrijf.pk}/open-voorstel/"
    jobcoach = ingelogd(Gebruikerfabriek(rol=Rol.JOBCOACH, gemeente=dossier.gemeente))
    assert url not in jobcoach.get(f"/relaties/{bedrijf.pk}/").content.decode()
    assert jobcoach.get(url).status_code == 403
    buren = Gemeentefabriek(code="9555", regio=dossier.gemeente.regio)
    assert ingelogd(Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=buren)).get(url).status_code == 404
    leeg = {"dossier": Dossierfabriek(gemeente=buren).pk, **TEKST}
    eigen = ingelogd(Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=dossier.gemeente))
    assert eigen.post(url, leeg).status_code == 422


def test_wie_men_voorstelt_typt_men_op_naam_en_wie_er_meer_past_wordt_genoemd() -> None:
    jan, jans = (
        Dossierfabriek(werkzoekende__voornaam=naam, werkzoekende__achternaam="Proef") for naam in ("Jan", "Jans")
    )
    jans.gemeente = jan.gemeente
    jans.save()
    bedrijf = Werkgeverfabriek(gemeente=jan.gemeente)
    client = ingelogd(Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=jan.gemeente))
    url = f"/relaties/{bedrijf.pk}/open-voorstel/"
    assert "<option" not in client.get(url).content.decode()
    for woorden, fout in (
        ("proef", f"Jan Proef ({jan.pk}), Jans Proef ({jans.pk})"),
        ("niemand", "Wij vinden niets bij deze woorden."),
    ):
        pagina = client.post(url, {"dossier": woorden, **TEKST}).content.decode()
        assert fout in pagina
        assert f'value="{woorden}"' in pagina
    client.post(url, {"dossier": "jans proef", **TEKST})
    assert Voordracht.objects.get().dossier == jans


def test_een_bedrijf_dat_precies_zo_heet_gaat_voor() -> None:
    dossier = Dossierfabriek()
    bedrijf = Werkgeverfabriek(gemeente=dossier.gemeente, naam="Proefbakker", kvk_nummer="")
    Werkgeverfabriek(gemeente=dossier.gemeente, naam="Proefbakker Noord", kvk_nummer="")
    ingelogd(dossier.verantwoordelijke).post(
        f"/dossiers/{dossier.pk}/open-voorstel/", {"werkgever": "proefbakker", **TEKST}
    )
    assert Voordracht.objects.get().werkprofiel.werkgever == bedrijf
