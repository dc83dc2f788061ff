"""During leave the stand-in gets the tasks and the late warnings, and no longer than that."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.fabrieken import Dossierfabriek, Gebruikerfabriek, Gemeentefabriek, Taakfabriek

from werklandschap.kern.basis.fouten import GeenRecht
from werklandschap.kern.taken.actions import rond_taak_af
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.toegang.models import Gebruiker

pytestmark = pytest.mark.django_db
VANDAAG = timezone.localdate()


@pytest.fixture
def ik() -> Gebruiker:
    gebruiker: Gebruiker = Gebruikerfabriek()
    return gebruiker


@pytest.fixture
def weg(ik: Gebruiker) -> Gebruiker:
    gebruiker: Gebruiker = Gebruikerfabriek(vervanger=ik, afwezig_tot=VANDAAG + timedelta(days=5), naam="Kim")
    return gebruiker


def test_taken_die_te_laat_zijn_staan_op_de_dag_van_de_vervanger(client: Client, ik: Gebruiker, weg: Gebruiker) -> None:
    dossier = Dossierfabriek(verantwoordelijke=weg)
    Taakfabriek(eigenaar=weg, keten=dossier.keten, titel="Huur regelen", voor_op=VANDAAG - timedelta(days=2))
    Taakfabriek(eigenaar=weg, titel="Volgende week", voor_op=VANDAAG + timedelta(days=7))
    Taakfabriek(eigenaar=Gebruikerfabriek(), titel="Van een ander", voor_op=VANDAAG)
    client.force_login(ik)
    pagina = client.get("/mijn-dag/").content.decode()
    assert f"{dossier.werkzoekende.naam}: Huur regelen" in pagina
    assert "Van wie u vervangt" in pagina
    assert "Volgende week" not in pagina
    assert "Van een ander" not in pagina
    Gebruiker.objects.filter(pk=weg.pk).update(afwezig_tot=VANDAAG - timedelta(days=1))
    assert "Huur regelen" not in client.get("/mijn-dag/").content.decode()


def test_de_vervanger_rondt_af_en_een_ander_niet(ik: Gebruiker, weg: Gebruiker) -> None:
    taak = Taakfabriek(eigenaar=weg)
    assert set(Taak.objects.voor(ik)) == {taak}
    for ander in (Gebruikerfabriek(), Gebruikerfabriek(gemeente=Gemeentefabriek(code="9002"))):
        assert not Taak.objects.voor(ander).exists()
        with pytest.raises(GeenRecht):
            rond_taak_af(taak=taak, door=ander)
    assert rond_taak_af(taak=taak, door=ik).status == Taak.Status.KLAAR


def test_na_het_verlof_zijn_de_taken_weer_alleen_van_de_eigenaar(ik: Gebruiker, weg: Gebruiker) -> None:
    Gebruiker.objects.filter(pk=weg.pk).update(afwezig_tot=VANDAAG - timedelta(days=1))
    taak = Taakfabriek(eigenaar=Gebruiker.objects.get(pk=weg.pk))
    assert not Taak.objects.voor(ik).exists()
    with pytest.raises(GeenRecht):
        rond_taak_af(taak=taak, door=ik)
