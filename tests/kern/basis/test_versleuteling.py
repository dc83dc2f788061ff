"""The encrypted field keeps its promise."""

from __future__ import annotations

import pytest
from django.core.exceptions import FieldError, ImproperlyConfigured
from django.db import connection
from pytest_django import Settings
from tests.fabrieken import Werkzoekendefabriek

from werklandschap.kern.basis import sleutels
from werklandschap.kern.basis.versleuteling import OntsleutelFout, ontsleutel, versleutel
from werklandschap.kern.dossiers.models import Werkzoekende

pytestmark = pytest.mark.django_db
BSN = "999990019"


def _in_database(werkzoekende: Werkzoekende) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT bsn FROM dossiers_werkzoekende WHERE achternaam = %s", [werkzoekende.achternaam])
        return str(cursor.fetchone()[0])


def test_de_waarde_komt_terug_en_staat_niet_leesbaar_in_de_database() -> None:
    werkzoekende = Werkzoekendefabriek(bsn=BSN)
    assert BSN not in _in_database(werkzoekende)
    assert Werkzoekende.objects.get(pk=werkzoekende.pk).bsn == BSN


def test_opnieuw_bewaren_versleutelt_niet_dubbel() -> None:
    werkzoekende = Werkzoekende.objects.get(pk=Werkzoekendefabriek(bsn=BSN).pk)
    voor = _in_database(werkzoekende)
    werkzoekende.save()
    assert _in_database(werkzoekende) == voor
    assert Werkzoekende.objects.get(pk=werkzoekende.pk).bsn == BSN


def test_een_waarde_in_een_andere_rij_gezet_is_niet_te_lezen() -> None:
    ene, andere = Werkzoekendefabriek(bsn=BSN), Werkzoekendefabriek()
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE dossiers_werkzoekende SET bsn = %s WHERE achternaam = %s", [_in_database(ene), andere.achternaam]
        )
    with pytest.raises(OntsleutelFout):
        _ = Werkzoekende.objects.get(pk=andere.pk).bsn


@pytest.mark.parametrize("kapot", ["v1:s1:AAAA", "v2:s1:AAAA", "v1:weg:AAAA", "gewoon", "v1:s1:%%%"])
def test_een_veranderde_waarde_geeft_een_fout(kapot: str) -> None:
    with pytest.raises(OntsleutelFout):
        ontsleutel(kapot, "tabel.veld.1")


def test_dezelfde_tekst_geeft_elke_keer_een_andere_waarde() -> None:
    assert versleutel("tekst", "p") != versleutel("tekst", "p")


def test_zoeken_op_de_versleutelde_waarde_kan_niet() -> None:
    with pytest.raises(FieldError):
        Werkzoekende.objects.filter(bsn=BSN).exists()
    assert Werkzoekende.objects.filter(bsn__isnull=False).count() == 0


def test_de_zoekwaarde_hangt_af_van_gemeente_en_sleutel() -> None:
    assert sleutels.zoekwaarde("bsn", "9001", BSN) == sleutels.zoekwaarde("bsn", "9001", BSN)
    assert sleutels.zoekwaarde("bsn", "9001", BSN) != sleutels.zoekwaarde("bsn", "9002", BSN)
    assert BSN not in sleutels.zoekwaarde("bsn", "9001", BSN)


def test_in_productie_wordt_een_ontbrekende_sleutel_niet_stil_gemaakt(settings: Settings, tmp_path: object) -> None:
    settings.PRODUCTIE = True
    settings.SLEUTEL_BESTAND = settings.SLEUTEL_BESTAND.with_name("bestaat-niet.json")
    sleutels.sleutelbos.cache_clear()
    try:
        with pytest.raises(ImproperlyConfigured):
            sleutels.sleutelbos()
        assert not settings.SLEUTEL_BESTAND.exists()
    finally:
        sleutels.sleutelbos.cache_clear()
