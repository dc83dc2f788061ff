"""Findable or not, because; and the one question to ask next."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests import fabrieken

from werklandschap.kern.dossiers.models import Dossier, Werkzoekende
from werklandschap.kern.profielen import vindbaarheid as module
from werklandschap.kern.profielen.models import Certificaat, Certificaateis, Kandidaatgegevens, Taaleis, Werkprofiel

pytestmark = pytest.mark.django_db


def _compleet(**anders: Any) -> Dossier:
    dossier = fabrieken.Dossierfabriek(werkzoekende__lat=52.0, werkzoekende__lon=5.0)
    velden = {
        "uren_min": 16,
        "uren_max": 32,
        "beschikbaar_vanaf": timezone.localdate(),
        "reis_km": 20,
        **anders,
    }
    fabrieken.Kandidaatgegevensfabriek(werkzoekende=dossier.werkzoekende, **velden)
    fabrieken.Competentieregelfabriek(werkzoekende=dossier.werkzoekende)
    return dossier


def test_x3_wie_alles_verteld_heeft_is_vindbaar() -> None:
    uit = module.vindbaarheid(_compleet().werkzoekende)
    assert uit.vindbaar
    assert uit.redenen == []


def test_x3_een_leeg_dossier_zegt_waarom_niet() -> None:
    dossier = fabrieken.Dossierfabriek()
    uit = module.vindbaarheid(dossier.werkzoekende)
    assert not uit.vindbaar
    assert uit.redenen == [str(reden) for reden in module.NODIG.values()]
    assert uit.eerstvolgende_vraag is not None


def test_niveau_nul_telt_niet_als_iets_kunnen() -> None:
    dossier = _compleet()
    dossier.werkzoekende.competenties.update(niveau=0)
    assert module.vindbaarheid(dossier.werkzoekende).redenen == [str(module.NODIG["competenties"])]


def test_x3_de_vraag_die_de_meeste_profielen_beslist_komt_eerst() -> None:
    dossier = _compleet()
    for code, aantal in (("vca_basis", 3), ("bhv", 1)):
        for profiel in fabrieken.Werkprofielfabriek.create_batch(aantal):
            Certificaateis.objects.create(werkprofiel=profiel, code=code)
    uit = module.vindbaarheid(dossier.werkzoekende)
    assert [(v.code, v.beslist) for v in uit.ontbrekend] == [("certificaat:vca_basis", 3), ("certificaat:bhv", 1)]
    Certificaat.objects.create(werkzoekende=dossier.werkzoekende, code="vca_basis", heeft=False)
    volgende = module.vindbaarheid(dossier.werkzoekende).eerstvolgende_vraag
    assert volgende is not None
    assert volgende.code == "certificaat:bhv"


def test_wat_vindbaar_maakt_gaat_voor() -> None:
    dossier = _compleet(uren_max=None)
    for profiel in fabrieken.Werkprofielfabriek.create_batch(4):
        Taaleis.objects.create(werkprofiel=profiel, taal="nld", minimum=3)
    uit = module.vindbaarheid(dossier.werkzoekende)
    assert uit.eerstvolgende_vraag is not None
    assert uit.eerstvolgende_vraag.code == "uren"
    assert uit.ontbrekend[1].code == "taal:nld"


def test_gesloten_en_verlopen_profielen_en_die_van_een_andere_regio_tellen_niet() -> None:
    dossier = _compleet()
    elders = fabrieken.Gemeentefabriek(code="9002", regio=fabrieken.Regiofabriek(naam="Elders"))
    weg = [
        fabrieken.Werkprofielfabriek(status=Werkprofiel.Status.VERVULD),
        fabrieken.Werkprofielfabriek(einde=timezone.localdate() - timedelta(days=1)),
        fabrieken.Werkprofielfabriek(werkgever__gemeente=elders),
    ]
    for profiel in weg:
        Certificaateis.objects.create(werkprofiel=profiel, code="bhv")
    assert module.vindbaarheid(dossier.werkzoekende).ontbrekend == []


def test_wie_nu_geen_werk_zoekt_krijgt_geen_vraag() -> None:
    dossier = _compleet(wil_bemiddeld=False, uren_min=None)
    uit = module.vindbaarheid(dossier.werkzoekende)
    assert uit.redenen == [str(module.ZOEKT_NIET)]
    assert uit.eerstvolgende_vraag is None


def test_de_telling_klopt_met_de_losse_oordelen() -> None:
    gemeente = _compleet().gemeente
    _compleet(reis_km=None)
    fabrieken.Dossierfabriek(status=Dossier.Status.GESLOTEN)
    uit = module.telling(gemeente)
    assert (uit.vindbaar, uit.totaal) == (1, 2)
    assert uit.redenen == [(str(module.NODIG["reis_km"]), 1)]


def test_bulk_kost_voor_veel_mensen_evenveel_queries() -> None:
    gemeente = _compleet().gemeente
    aantallen = []
    for _ in range(2):
        with CaptureQueriesContext(
            connection,
        ) as gevangen:
            uit = module.vindbaarheden(Werkzoekende.objects.filter(gemeente=gemeente), gemeente)
            module.telling(gemeente)
        aantallen.append(len(gevangen))
        for _n in range(9):
            _compleet()
    assert len(uit) == 10
    assert aantallen[0] == aantallen[1]
    assert Kandidaatgegevens.objects.count() == 19
