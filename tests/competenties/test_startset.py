"""Loading the starter set: complete, repeatable, and beside ESCO."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from werklandschap.competenties import startgegevens as gegevens
from werklandschap.competenties.models import (
    Beroep,
    BeroepCompetentie,
    BeroepOmstandigheid,
    Bron,
    Competentie,
    Groeipad,
    Importverslag,
    Omstandigheid,
    Synoniem,
    Verwantschap,
)
from werklandschap.competenties.startset import laad_startset
from werklandschap.ontwerp.leesbaarheid import LANGE_ZIN, flesch_douma, woorden, zinnen

pytestmark = pytest.mark.django_db


def _aantallen() -> list[int]:
    tabellen = (
        Competentie,
        Synoniem,
        Verwantschap,
        Beroep,
        BeroepCompetentie,
        BeroepOmstandigheid,
        Groeipad,
        Omstandigheid,
    )
    return [tabel.objects.count() for tabel in tabellen]


def test_alles_uit_de_gegevens_staat_in_de_database() -> None:
    aantallen = laad_startset()
    assert aantallen["competenties"] == len(gegevens.competenties()) == Competentie.objects.count()
    assert aantallen["beroepen"] == len(gegevens.beroepen()) == Beroep.objects.count()
    assert aantallen["omstandigheden"] == len(gegevens.omstandigheden())
    assert aantallen["synoniemen"] == sum(len(c.synoniemen) for c in gegevens.competenties())
    assert aantallen["verwantschappen"] == sum(len(rij) for rij in gegevens.verwantschap().values())


def test_twee_keer_laden_verdubbelt_niets_en_houdt_de_sleutels() -> None:
    laad_startset()
    eerst, sleutels = _aantallen(), dict(Competentie.objects.values_list("code", "pk"))
    laad_startset(opnieuw=True)
    assert _aantallen() == eerst
    assert dict(Competentie.objects.values_list("code", "pk")) == sleutels


def test_ongewijzigde_gegevens_worden_niet_opnieuw_geschreven() -> None:
    eerste = laad_startset()
    assert laad_startset() == eerste
    assert Importverslag.objects.count() == 1


def test_laden_herstelt_een_gewijzigde_rij_en_zet_verdwenen_rijen_uit() -> None:
    laad_startset()
    Competentie.objects.filter(code="strijken").update(label="iets anders", actief=False)
    Competentie.objects.create(code="verdwenen", label="verdwenen")
    laad_startset(opnieuw=True)
    strijken = Competentie.objects.get(code="strijken")
    assert (strijken.label, strijken.actief) == ("strijken", True)
    assert Competentie.objects.get(code="verdwenen").actief is False


def test_esco_blijft_ongemoeid() -> None:
    esco = Competentie.objects.create(code="http://data.europa.eu/esco/skill/x", bron=Bron.ESCO, label="dansen")
    Synoniem.objects.create(competentie=esco, tekst="walsen")
    laad_startset()
    esco.refresh_from_db()
    assert esco.actief
    assert list(esco.synoniemen.values_list("tekst", flat=True)) == ["walsen"]


def test_de_naam_volgt_de_taal_van_de_lezer() -> None:
    laad_startset()
    strijken = Competentie.objects.get(code="strijken")
    tillen = Omstandigheid.objects.get(code="tillen")
    with translation.override("nl"):
        assert (str(strijken), tillen.tekst_voor(3)) == ("strijken", "vaak meer dan 15 kilo")
    with translation.override("en"):
        assert (str(strijken), tillen.tekst_voor(3)) == ("ironing", "often more than 15 kilos")


@pytest.mark.parametrize(
    "velden",
    [{"bron": "anders"}, {"soort": "anders"}, {"leertijd_weken": 0}, {"label": ""}, {"code": ""}],
)
def test_de_database_weigert_een_onmogelijke_competentie(velden: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Competentie.objects.create(**{"code": "a", "label": "a", **velden})
    assert not Competentie.objects.exists()


def test_de_database_weigert_verwantschap_boven_duizend_en_met_zichzelf() -> None:
    een, twee = (Competentie.objects.create(code=code, label=code) for code in ("een", "twee"))
    for naar, promille in ((twee, 1001), (een, 500)):
        with pytest.raises(IntegrityError), transaction.atomic():
            Verwantschap.objects.create(van=een, naar=naar, promille=promille)


def test_riasec_is_heel_of_helemaal_onbekend() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Beroep.objects.create(code="half", label="half", riasec_r=50)
    assert Beroep.objects.create(code="leeg", label="leeg").riasec is None


def test_w4_2_van_elk_beroep_staat_in_gewoon_nederlands_wat_iemand_doet() -> None:
    teksten = [beroep.uitleg for beroep in gegevens.beroepen()]
    assert flesch_douma("\n".join(teksten)) >= 60
    assert [zin for tekst in teksten for zin in zinnen(tekst) if len(woorden(zin)) > LANGE_ZIN] == []
    laad_startset()
    assert Beroep.objects.get(code="dakdekker").uitleg == "Daken maken en dicht maken, hoog in de lucht."
    assert not Beroep.objects.filter(omschrijving="").exists()
    assert not Beroep.objects.filter(omschrijving_en="").exists()
