"""Searching: equal to the reference, live, within the municipality, and blind to what may not count."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from tests.fabrieken import (
    Competentiefabriek,
    Competentieregelfabriek,
    Dossierfabriek,
    Eisfabriek,
    Gebruikerfabriek,
    Gemeentefabriek,
    Kandidaatgegevensfabriek,
    Vestigingfabriek,
    Werkprofielfabriek,
    Werkzoekendefabriek,
)

from werklandschap.competenties.models import Verwantschap
from werklandschap.kern.basis.fouten import GeenRecht
from werklandschap.kern.dossiers.models import Dossier, Werkzoekende
from werklandschap.kern.profielen import index, zoeken
from werklandschap.kern.profielen.indexbestanden import FORMULE
from werklandschap.kern.profielen.models import (
    Bewijs,
    Certificaat,
    Competentieregel,
    Kandidaatwijziging,
    Taalbeheersing,
    Zoekopdracht,
)
from werklandschap.kern.profielen.omzetting import kandidaat_uit, kandidaten, naar_kandidaat, naar_werkprofiel
from werklandschap.kern.profielen.zoeklog import in_woorden
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.matching.invoer import Kandidaat
from werklandschap.matching.motor import Index
from werklandschap.matching.referentie import beste

pytestmark = pytest.mark.django_db


@pytest.fixture
def accountmanager() -> Any:
    return Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)


@pytest.fixture
def profiel() -> Any:
    """A job that asks two competences, one hard, a certificate and hours, eight weeks from now."""
    vestiging = Vestigingfabriek(lat=52.0, lon=5.0)
    profiel = Werkprofielfabriek(
        werkgever=vestiging.werkgever,
        vestiging=vestiging,
        uren_max=32,
        start=timezone.localdate() + timedelta(weeks=20),
    )
    Eisfabriek(werkprofiel=profiel, niveau=3, hard=True, competentie__vanaf_nul=True)
    Eisfabriek(werkprofiel=profiel, niveau=4, gewicht=3)
    profiel.certificaateisen.create(code="vca-basis")
    return profiel


def mens_met(profiel: Any, *niveaus: int, **gegevens: Any) -> Any:
    """Somebody of the municipality with these levels for the requirements of the profile, in order of the key."""
    gemeente = gegevens.pop("gemeente", None) or Gemeentefabriek()
    dossier = Dossierfabriek(werkzoekende__gemeente=gemeente)
    mens = dossier.werkzoekende
    for eis, niveau in zip(profiel.eisen.order_by("pk"), niveaus, strict=False):
        Competentieregelfabriek(werkzoekende=mens, competentie=eis.competentie, niveau=niveau)
    Kandidaatgegevensfabriek(werkzoekende=mens, **gegevens)
    return mens


def gevonden(profiel: Any, door: Any, **kwargs: Any) -> list[Any]:
    uitslag = zoeken.zoek_kandidaten(werkprofiel=profiel, door=door, **kwargs)
    return [match.dossier.werkzoekende_id for match in uitslag.matches]


def test_de_uitslag_is_die_van_de_referentie(profiel: Any, accountmanager: Any) -> None:
    eisen = list(profiel.eisen.order_by("pk"))
    verwant = Competentiefabriek()
    Verwantschap.objects.create(van=verwant, naar=eisen[1].competentie, promille=600)
    for n in range(12):
        mens = mens_met(profiel, *((n % 5, n % 6) if n % 4 else ()), leertempo=n % 4, uren_min=8 * (n % 6))
        Competentieregelfabriek(werkzoekende=mens, competentie=verwant, niveau=n % 6)
        if n % 3:
            Certificaat.objects.create(werkzoekende=mens, code="vca-basis", heeft=n % 3 == 1)
    uitslag = zoeken.zoek_kandidaten(werkprofiel=profiel, door=accountmanager)
    taxonomie, _naam = index.taxonomie_met_naam()
    alle = kandidaten(Werkzoekende.objects.all())
    verwacht = beste(alle, naar_werkprofiel(profiel), taxonomie, timezone.localdate())
    assert 0 < len(verwacht) < 12
    assert [match.uitslag for match in uitslag.matches] == verwacht
    assert (uitslag.passend, uitslag.totaal_bekeken) == (len(verwacht), 12)
    assert sum(uitslag.verdeling) == len(verwacht)


def test_de_omzetting_is_uit_beide_bronnen_gelijk(profiel: Any) -> None:
    mens = mens_met(profiel, 3, 0, grenzen={"tillen": 1}, riasec=[1, 2, 3, 4, 5, 6])
    Certificaat.objects.create(werkzoekende=mens, code="vca-basis", heeft=False)
    Taalbeheersing.objects.create(werkzoekende=mens, taal="nld", niveau=3)
    vers = Werkzoekende.objects.get(pk=mens.pk)
    assert kandidaat_uit(vers) == naar_kandidaat(vers)
    assert naar_kandidaat(vers).certificaten == {"vca-basis": False}


def test_wie_onbekend_is_blijft_zichtbaar_tot_men_dat_niet_wil(profiel: Any, accountmanager: Any) -> None:
    leeg = mens_met(profiel)
    assert gevonden(profiel, accountmanager) == [leeg.pk]
    uitslag = zoeken.zoek_kandidaten(
        werkprofiel=profiel, door=accountmanager, filters=zoeken.Filters(alleen_bekend=True)
    )
    assert (uitslag.matches, uitslag.verborgen_onbekend, uitslag.passend) == ([], 1, 1)


def test_wie_ver_woont_wordt_geteld_als_verborgen_en_wie_nergens_staat_blijft(
    profiel: Any, accountmanager: Any
) -> None:
    ver, onbekend = mens_met(profiel, 4, 4), mens_met(profiel, 4, 4)
    Werkzoekende.objects.get(pk=ver.pk)
    ver.lat, ver.lon = 52.5, 5.0
    ver.save()
    uitslag = zoeken.zoek_kandidaten(werkprofiel=profiel, door=accountmanager, filters=zoeken.Filters(max_km=10))
    assert [m.dossier.werkzoekende_id for m in uitslag.matches] == [onbekend.pk]
    assert uitslag.verborgen_afstand == 1


def test_mensen_van_een_andere_gemeente_zijn_niet_te_vinden(profiel: Any, accountmanager: Any) -> None:
    eigen = mens_met(profiel, 4, 4)
    vreemd = mens_met(profiel, 5, 5, gemeente=Gemeentefabriek(code="9002"))
    assert gevonden(profiel, accountmanager) == [eigen.pk]
    buur = Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=vreemd.gemeente)
    assert gevonden(profiel, buur) == [vreemd.pk]


@pytest.mark.parametrize("rol", [Rol.MANAGER, Rol.BEHEERDER])
def test_zonder_het_recht_zoekt_niemand(profiel: Any, rol: str) -> None:
    mens_met(profiel, 4, 4)
    with pytest.raises(GeenRecht):
        zoeken.zoek_kandidaten(werkprofiel=profiel, door=Gebruikerfabriek(rol=rol))


def test_een_verandering_is_meteen_gevonden(profiel: Any, accountmanager: Any) -> None:
    eerste, tweede = mens_met(profiel, 3, 1), mens_met(profiel, 3, 0)
    assert gevonden(profiel, accountmanager) == [eerste.pk, tweede.pk]
    regel = Competentieregel.objects.get(werkzoekende=tweede, competentie=profiel.eisen.get(hard=False).competentie)
    regel.niveau = 5
    regel.save()
    assert gevonden(profiel, accountmanager) == [tweede.pk, eerste.pk]
    derde = mens_met(profiel, 5, 5, leertempo=3)
    assert gevonden(profiel, accountmanager)[:2] == sorted([tweede.pk, derde.pk], key=str)
    dossier = Dossier.objects.get(werkzoekende=derde)
    dossier.wijzig(verwacht=None, status=Dossier.Status.GESLOTEN)
    assert gevonden(profiel, accountmanager) == [tweede.pk, eerste.pk]


def test_wat_in_bulk_erbij_komt_is_ook_gevonden(profiel: Any, accountmanager: Any) -> None:
    mens = mens_met(profiel)
    voor = zoeken.zoek_kandidaten(werkprofiel=profiel, door=accountmanager).matches[0].uitslag.nu
    Competentieregel.objects.bulk_create(
        Competentieregel(werkzoekende=mens, competentie=eis.competentie, niveau=5) for eis in profiel.eisen.all()
    )
    assert zoeken.zoek_kandidaten(werkprofiel=profiel, door=accountmanager).matches[0].uitslag.nu > voor
    assert zoeken.telling(werkprofiel=naar_werkprofiel(profiel), door=accountmanager).past_nu == 1


def test_wie_niet_zoekt_wordt_niet_gevonden_en_een_lege_rij_is_ja(profiel: Any, accountmanager: Any) -> None:
    mens_met(profiel, 4, 4, wil_bemiddeld=False)
    zonder_rij = Dossierfabriek(werkzoekende=Werkzoekendefabriek())
    assert gevonden(profiel, accountmanager) == [zonder_rij.werkzoekende_id]


def test_wie_een_harde_eis_kan_leren_staat_in_de_groeilijst(profiel: Any, accountmanager: Any) -> None:
    groeier = mens_met(profiel, 2, 2, leertempo=2)
    mens_met(profiel, 0, 5, leertempo=0)
    al_passend = mens_met(profiel, 3, 1)
    matches, aantal = zoeken.zoek_groeiers(werkprofiel=profiel, door=accountmanager)
    assert ([m.dossier.werkzoekende_id for m in matches], aantal) == ([groeier.pk], 1)
    assert gevonden(profiel, accountmanager) == [al_passend.pk]


def test_wie_bekend_is_blijft_in_de_groeilijst_ook_als_anderen_beter_passen(profiel: Any, accountmanager: Any) -> None:
    zwak, best, middel = (mens_met(profiel, 2, zacht) for zacht in (0, 3, 1))
    al_passend = mens_met(profiel, 3, 1)

    def lijst(**meer: Any) -> tuple[list[Any], int]:
        matches, aantal = zoeken.zoek_groeiers(werkprofiel=profiel, door=accountmanager, **meer)
        return [match.dossier.werkzoekende_id for match in matches], aantal

    assert lijst() == ([best.pk, middel.pk, zwak.pk], 3)
    assert lijst(top=1) == ([best.pk], 3)
    assert lijst(top=1, ook={zwak.pk, al_passend.pk}) == ([best.pk, zwak.pk], 3)
    assert lijst(top=0, ook={zwak.pk}) == ([zwak.pk], 3)


def test_de_telling_zonder_harde_eis_is_die_van_het_profiel_zonder(profiel: Any, accountmanager: Any) -> None:
    mens_met(profiel, 0, 5)
    mens_met(profiel, 3, 1)
    vraag = naar_werkprofiel(profiel)
    zacht = replace(vraag, eisen=tuple(replace(eis, hard=False) for eis in vraag.eisen))
    assert zoeken.telling(werkprofiel=vraag, door=accountmanager).over == 1
    assert zoeken.tel_overblijvers(werkprofielen=[zacht, vraag], door=accountmanager) == [2, 1]


def test_de_andere_kant_op_geeft_dezelfde_score(profiel: Any, accountmanager: Any) -> None:
    mens = mens_met(profiel, 4, 2, leertempo=1)
    heen = zoeken.zoek_kandidaten(werkprofiel=profiel, door=accountmanager).matches[0].uitslag
    (terug,) = zoeken.zoek_werkprofielen(werkzoekende=mens, door=accountmanager)
    assert terug.uitslag == heen
    assert terug.werkprofiel == profiel


def test_een_zoekvraag_staat_in_het_logboek(profiel: Any, accountmanager: Any) -> None:
    mens_met(profiel, 4, 4)
    gevonden(profiel, accountmanager)
    opdracht = Zoekopdracht.objects.get()
    assert (opdracht.werkprofiel, opdracht.door, opdracht.aantal) == (profiel, accountmanager, 1)


def test_x2_het_logboek_zegt_waarom_en_met_welke_versie(profiel: Any, accountmanager: Any) -> None:
    """Formula and index version, who, why, and how much each age group was seen; never who was seen."""
    eerste = mens_met(profiel, 4, 4)
    eerste.geboortedatum = date(1960, 1, 1)
    eerste.save()
    gevonden(profiel, accountmanager)
    mens_met(profiel, 3, 3)
    gevonden(profiel, accountmanager)
    later, eerder = Zoekopdracht.objects.order_by("-pk")[:2]
    assert (eerder.doel, eerder.formule, eerder.blootstelling) == ("kandidaten", FORMULE, {"vanaf-55": [1, 1000]})
    assert eerder.index
    assert later.index != eerder.index
    assert str(eerste.pk) not in str(later.blootstelling)
    assert in_woorden(later).waarmee.startswith(f"Rekenregels versie {FORMULE}. Index van ")
    zoeken.zoek_werkprofielen(werkzoekende=eerste, door=accountmanager)
    werk = Zoekopdracht.objects.latest("pk")
    assert werk.doel == "werk"
    nummer = Kandidaatwijziging.objects.latest("pk").pk
    assert f"Uit de gegevens zelf, tot en met wijziging {nummer};" in in_woorden(werk).waarmee
    zoeken.scores_van(werkprofiel=profiel, mensen=[eerste.pk], door=accountmanager)
    op_naam = Zoekopdracht.objects.latest("pk")
    assert (op_naam.doel, op_naam.index, op_naam.werkprofiel) == ("op_naam", werk.index, profiel)
    zoeken.zoek_groeiers(werkprofiel=profiel, door=accountmanager)
    assert {rij.get_doel_display() for rij in Zoekopdracht.objects.all()} >= {"Mensen zoeken bij een vacature"}


def test_een_zoekvraag_uit_een_oudere_versie_blijft_te_lezen(profiel: Any, accountmanager: Any) -> None:
    oud = Zoekopdracht(werkprofiel=profiel, door=accountmanager, formule="1", index="t1.2.3 r4.5.6 w7.8", aantal=2)
    assert in_woorden(oud).waarmee == "Rekenregels versie 1."


def _tijdens_het_zoeken(monkeypatch: pytest.MonkeyPatch, doe: Callable[[], Any]) -> None:
    """Something happens after the index answered and before anybody is shown."""
    echt = Index.passenden

    def eerst_zoeken(*waarden: Any) -> Any:
        lijsten = echt(*waarden)
        doe()
        return lijsten

    monkeypatch.setattr(Index, "passenden", eerst_zoeken)


def _trekt_terug(mens: Any) -> None:
    mens.kandidaatgegevens.wijzig(verwacht=None, wil_bemiddeld=False)


def _verhuist(mens: Any) -> None:
    mens.gemeente = Gemeentefabriek(code="9002")
    mens.save()


def _sluit(mens: Any) -> None:
    Dossier.objects.get(werkzoekende=mens).wijzig(verwacht=None, status=Dossier.Status.GESLOTEN)


def _haalt_eis_niet_meer(mens: Any) -> None:
    Certificaat.objects.create(werkzoekende=mens, code="vca-basis", heeft=False)


@pytest.mark.parametrize("wat", [_trekt_terug, _verhuist, _sluit, _haalt_eis_niet_meer])
def test_wie_tijdens_het_zoeken_wegvalt_wordt_niet_getoond_en_de_pagina_blijft_vol(
    profiel: Any, accountmanager: Any, monkeypatch: pytest.MonkeyPatch, wat: Callable[[Any], None]
) -> None:
    op_id = {mens.pk: mens for mens in [mens_met(profiel, 5, niveau) for niveau in (4, 3, 2, 1, 0)]}
    mensen = [op_id[wie] for wie in gevonden(profiel, accountmanager)]
    _tijdens_het_zoeken(monkeypatch, lambda: [wat(mensen[0]), wat(mensen[2])])
    uitslag = zoeken.zoek_kandidaten(werkprofiel=profiel, door=accountmanager, top=2)
    assert [match.dossier.werkzoekende_id for match in uitslag.matches] == [mensen[1].pk, mensen[3].pk]
    assert uitslag.gevonden == 3
    monkeypatch.undo()
    assert gevonden(profiel, accountmanager, top=2, van=2) == [mensen[4].pk]


def test_vallen_er_velen_weg_dan_komen_de_volgenden_en_een_keer(
    profiel: Any, accountmanager: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    mensen = [mens_met(profiel, 5, 4) for _nummer in range(11)]
    op_id = sorted(mensen, key=lambda mens: str(mens.pk))
    _tijdens_het_zoeken(monkeypatch, lambda: [_trekt_terug(mens) for mens in op_id[1:7]])
    assert gevonden(profiel, accountmanager, top=3) == [op_id[0].pk, op_id[7].pk, op_id[8].pk]


@pytest.mark.parametrize("verlies", [{"rol": Rol.MANAGER}, {"is_active": False}, {"gemeente": "9002"}])
def test_wie_tijdens_het_zoeken_het_recht_verliest_ziet_niemand(
    profiel: Any, accountmanager: Any, monkeypatch: pytest.MonkeyPatch, verlies: dict[str, Any]
) -> None:
    mens_met(profiel, 5, 4)

    def verander() -> None:
        velden = dict(verlies)
        if "gemeente" in velden:
            velden["gemeente"] = Gemeentefabriek(code=velden["gemeente"])
        Gebruiker.objects.filter(pk=accountmanager.pk).update(**velden)

    _tijdens_het_zoeken(monkeypatch, verander)
    with pytest.raises(GeenRecht):
        zoeken.zoek_kandidaten(werkprofiel=profiel, door=accountmanager)
    assert not Zoekopdracht.objects.exists()


def test_een_index_in_groepen_gelezen_is_die_van_allen(
    profiel: Any, accountmanager: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    mensen = {mens_met(profiel, 5, niveau).pk for niveau in (4, 3, 2, 1, 0)}
    for per_groep in (1, 2, 5, 6):
        index.vergeet()
        monkeypatch.setattr(index, "PER_GROEP", per_groep)
        assert set(gevonden(profiel, accountmanager)) == mensen


def test_bewijs_en_namen_staan_bij_de_uitleg(profiel: Any, accountmanager: Any) -> None:
    mens = mens_met(profiel, 4, 4)
    regel = mens.competenties.order_by("pk").first()
    Bewijs.objects.create(regel=regel, soort=Bewijs.Soort.DIPLOMA, niveau=4, datum=timezone.localdate())
    (match,) = zoeken.zoek_kandidaten(werkprofiel=profiel, door=accountmanager).matches
    uitgelegd = next(r for r in match.regels if r.eis and r.regel.code == regel.competentie.code)
    assert uitgelegd.bewijzen == (f"Diploma ({timezone.localdate().year})",)
    assert uitgelegd.label == regel.competentie.label
    assert "VCA basis" in match.onbekend
    assert sum(r.regel.nu for r in match.regels) == match.uitslag.nu


def test_niets_over_leeftijd_geslacht_of_uitkering_gaat_de_motor_in() -> None:
    namen = {veld.name for veld in fields(Kandidaat)}
    verboden = ("leeftijd", "geboorte", "geslacht", "afkomst", "nationaliteit", "uitkering", "diagnose", "doelgroep")
    assert not [naam for naam in namen for woord in verboden if woord in naam]
    mens = Dossierfabriek(werkzoekende__geboortedatum=timezone.localdate() - timedelta(days=23000)).werkzoekende
    kandidaat = naar_kandidaat(mens)
    assert str(mens.geboortedatum) not in repr(kandidaat)
    assert mens.achternaam not in repr(kandidaat)
