"""Tasks: who, what, before when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.fabrieken import (
    Contactmomentfabriek,
    Dossierfabriek,
    Gebruikerfabriek,
    Gemeentefabriek,
    Overdrachtfabriek,
    Taakfabriek,
    Voordrachtfabriek,
    Werkgeverfabriek,
)

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.taken.actions import (
    draag_alle_taken_over,
    draag_taak_over,
    heropen_taak,
    maak_taak,
    rond_taak_af,
)
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.taken.queries import dag_van
from werklandschap.kern.toegang.rollen import Rol

pytestmark = pytest.mark.django_db


def test_mijn_dag_zet_te_laat_voorop_en_toont_alleen_eigen_taken() -> None:
    ik = Gebruikerfabriek()
    vandaag = timezone.localdate()
    straks = Taakfabriek(eigenaar=ik, voor_op=vandaag + timedelta(days=3))
    laat = Taakfabriek(eigenaar=ik, voor_op=vandaag - timedelta(days=1))
    nu = Taakfabriek(eigenaar=ik, voor_op=vandaag)
    Taakfabriek(eigenaar=ik, voor_op=vandaag + timedelta(days=60))
    Taakfabriek(eigenaar=ik, status=Taak.Status.KLAAR)
    Taakfabriek(eigenaar=Gebruikerfabriek(gemeente=ik.gemeente))
    dag = dag_van(ik)
    assert (dag.te_laat, dag.vandaag, dag.straks) == ([laat], [nu], [straks])


def test_mijn_dag_klapt_in_wat_nog_komt_na_de_eerste_vijf(client: Client) -> None:
    ik = Gebruikerfabriek()
    client.force_login(ik)
    morgen = timezone.localdate() + timedelta(days=1)
    for nummer in range(5):
        Taakfabriek(eigenaar=ik, titel=f"Taak {nummer}", voor_op=morgen)
    assert "Toon nog" not in client.get("/mijn-dag/").content.decode()
    Taakfabriek(eigenaar=ik, titel="De zesde", voor_op=morgen + timedelta(days=1))
    boven, onder = client.get("/mijn-dag/").content.decode().split("Toon nog 1 taak")
    assert "Taak 4" in boven
    assert "De zesde" not in boven
    assert "De zesde" in onder


def test_mijn_dag_klapt_in_wat_vaak_hetzelfde_is(client: Client) -> None:
    ik = Gebruikerfabriek()
    client.force_login(ik)
    anders = Taakfabriek(eigenaar=ik, titel="Bel terug")
    for _nummer in range(4):
        Taakfabriek(eigenaar=ik, titel="Al 4 weken geen stap")
    assert "Nog " not in client.get("/mijn-dag/").content.decode()
    Taakfabriek(eigenaar=ik, titel="Al 4 weken geen stap")
    html = client.get("/mijn-dag/").content.decode()
    assert "Vandaag (6)" in html
    boven, onder = html.split("Nog 2 keer: Al 4 weken geen stap</summary>")
    assert boven.count("<strong>Al 4 weken geen stap</strong>") == 3
    assert onder.count("<strong>Al 4 weken geen stap</strong>") == 2
    assert anders.titel in boven


def test_mijn_dag_zegt_dat_er_meer_taken_wachten_dan_erop_passen(client: Client) -> None:
    ik = Gebruikerfabriek()
    client.force_login(ik)
    Taakfabriek.create_batch(60, eigenaar=ik)
    assert dag_van(ik).is_alles
    assert "Dit zijn uw eerste taken" not in client.get("/mijn-dag/").content.decode()
    Taakfabriek(eigenaar=ik)
    assert len(dag_van(ik).vandaag) == 60
    assert "Dit zijn uw eerste taken" in client.get("/mijn-dag/").content.decode()


@pytest.mark.parametrize("rol", [Rol.KLANTMANAGER, Rol.ACCOUNTMANAGER, Rol.MANAGER])
def test_mijn_dag_kost_evenveel_hoeveel_er_ook_wacht(
    rol: Rol, client: Client, zelfde_aantal_queries: Callable[..., None]
) -> None:
    ik = Gebruikerfabriek(rol=rol)
    client.force_login(ik)
    lang_geleden = timezone.now() - timedelta(days=400)

    def maak(aantal: int) -> None:
        for _ in range(aantal):
            gezien = Dossierfabriek(verantwoordelijke=ik, gemeld_op=lang_geleden)
            Dossierfabriek(gemeente=ik.gemeente, verantwoordelijke=None)
            Taakfabriek(eigenaar=ik, keten=gezien.keten)
            Overdrachtfabriek(dossier=gezien, naar_partner=None, naar_collega=ik)
            Voordrachtfabriek(door=ik, dossier=gezien, status="toegestemd")
            werkgever = Werkgeverfabriek(accountmanager=ik, volgend_contact_op=timezone.localdate() - timedelta(days=1))
            Contactmomentfabriek(werkgever=werkgever, door=ik, gehouden=False, datum=timezone.localdate())

    zelfde_aantal_queries(client, "/mijn-dag/", maak)


def test_dezelfde_oorzaak_maakt_geen_tweede_open_taak() -> None:
    dossier = Dossierfabriek()
    soort = {
        "gemeente": dossier.gemeente,
        "eigenaar": dossier.verantwoordelijke,
        "voor_op": timezone.localdate(),
        "door": dossier.verantwoordelijke,
        "keten": dossier.keten,
        "bron": "proef:1",
    }
    een = maak_taak(titel="Bellen", **soort)
    assert maak_taak(titel="Bellen", **soort) == een
    rond_taak_af(taak=een, door=dossier.verantwoordelijke)
    assert maak_taak(titel="Bellen", **soort) != een


def test_een_taak_zonder_titel_wordt_uitgelegd() -> None:
    ik = Gebruikerfabriek()
    with pytest.raises(Invoerfout) as fout:
        maak_taak(gemeente=ik.gemeente, eigenaar=ik, titel="  ", voor_op=timezone.localdate(), door=ik)
    assert list(fout.value.fouten) == ["titel"]


def test_afronden_is_terug_te_draaien() -> None:
    taak = Taakfabriek()
    rond_taak_af(taak=taak, door=taak.eigenaar)
    heropen_taak(taak=taak, door=taak.eigenaar)
    assert Taak.objects.get(pk=taak.pk).status == Taak.Status.OPEN


def test_niemand_geeft_een_taak_aan_een_andere_gemeente() -> None:
    taak = Taakfabriek()
    elders = Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002"))
    with pytest.raises(GeenRecht):
        draag_taak_over(taak=taak, naar=elders, door=taak.eigenaar)


def test_een_collega_rondt_andermans_taak_niet_af_een_manager_wel() -> None:
    taak = Taakfabriek()
    collega = Gebruikerfabriek(gemeente=taak.gemeente)
    manager = Gebruikerfabriek(gemeente=taak.gemeente, rol=Rol.MANAGER)
    with pytest.raises(GeenRecht):
        rond_taak_af(taak=taak, door=collega)
    assert rond_taak_af(taak=taak, door=manager).status == Taak.Status.KLAAR


def test_alle_taken_gaan_in_een_keer_over() -> None:
    ik = Gebruikerfabriek()
    collega = Gebruikerfabriek(gemeente=ik.gemeente)
    Taakfabriek.create_batch(3, eigenaar=ik)
    klaar = Taakfabriek(eigenaar=ik, status=Taak.Status.KLAAR)
    assert draag_alle_taken_over(van=ik, naar=collega, door=ik) == 3
    assert set(Taak.objects.filter(eigenaar=ik)) == {klaar}
