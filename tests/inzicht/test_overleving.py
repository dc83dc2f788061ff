"""How long placements last: against published values, and shown only for ten placements or more."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from math import exp, log

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from tests.fabrieken import Dossierfabriek, Gebruikerfabriek, Gemeentefabriek, Werkprofielfabriek

from werklandschap.inzicht import tellingen
from werklandschap.inzicht.bron import Bron
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.samen.plaatsing.models import Besluit, Plaatsing

# Weeks of remission with 6-MP (Freireich et al. 1963), the standard example of survival analysis: 21 people, 9 ends.
EINDEN = (6, 6, 6, 7, 10, 13, 16, 22, 23)
LOPEND = (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)
# S(t) as published with that data (Kleinbaum & Klein, Survival Analysis, table in chapter 2).
GEPUBLICEERD = {6: 0.8571, 7: 0.8067, 10: 0.7529, 13: 0.6902, 16: 0.6275, 22: 0.5378, 23: 0.4482}
IN_RISICO = {6: 21, 7: 17, 10: 15, 13: 12, 16: 11, 22: 7, 23: 6}
# Greenwood's standard errors of the same table.
STANDAARDFOUT = {6: 0.0764, 7: 0.0869, 10: 0.0963, 13: 0.1068, 16: 0.1141, 22: 0.1282, 23: 0.1346}


def test_w8_5_kaplan_meier_geeft_de_gepubliceerde_waarden() -> None:
    punten = tellingen.overleving([(w, True) for w in EINDEN] + [(w, False) for w in LOPEND])
    assert punten[0] == (punten[0].__class__)(0, 1.0, 1.0, 1.0, 21)
    assert {p.tijd: round(p.kans, 4) for p in punten[1:]} == GEPUBLICEERD
    assert {p.tijd: p.gevolgd for p in punten[1:]} == IN_RISICO
    for punt in punten[1:]:
        # The log-log band, recomputed from the published standard error.
        fout = STANDAARDFOUT[int(punt.tijd)] / (punt.kans * abs(log(punt.kans)))
        assert punt.laag == pytest.approx(punt.kans ** exp(1.96 * fout), abs=0.001)
        assert punt.hoog == pytest.approx(punt.kans ** exp(-1.96 * fout), abs=0.001)


def test_zonder_lopende_plaatsingen_is_het_de_gewone_verdeling() -> None:
    punten = tellingen.overleving([(dag, True) for dag in (1, 2, 3, 4)])
    assert [p.kans for p in punten] == pytest.approx([1, 0.75, 0.5, 0.25, 0])
    assert (punten[-1].laag, punten[-1].hoog) == (0.0, 0.0)


@given(st.lists(st.tuples(st.integers(0, 60), st.booleans()), min_size=1, max_size=40))
def test_de_lijn_daalt_en_ligt_in_haar_band(duren: list[tuple[int, bool]]) -> None:
    punten = tellingen.overleving(duren)
    kansen = [p.kans for p in punten]
    assert kansen == sorted(kansen, reverse=True)
    assert all(0 <= p.laag <= p.kans + 1e-9 and p.kans <= p.hoog + 1e-9 <= 1 + 2e-9 for p in punten)


def maak(gemeente: Gemeente, aantal: int, sector: str, instrument: str) -> None:
    profiel = Werkprofielfabriek(werkgever__gemeente=gemeente, werkgever__sector=sector)
    dossier = Dossierfabriek(werkzoekende__gemeente=gemeente)
    vandaag = timezone.localdate()
    for nummer in range(aantal):
        rij = Plaatsing.objects.create(
            dossier=dossier,
            werkprofiel=profiel,
            status="geeindigd" if nummer % 2 else "loopt",
            van=vandaag - timedelta(days=100 + nummer),
            geeindigd_op=vandaag - timedelta(days=10) if nummer % 2 else None,
            uren=Decimal(20),
            functie="Kok",
        )
        Besluit.objects.create(plaatsing=rij, instrument=instrument, van=rij.van)


@pytest.mark.django_db
def test_w8_5_een_groep_onder_de_tien_komt_nergens_in_beeld() -> None:
    gemeente = Gemeentefabriek()
    maak(gemeente, 10, "zorg", "jobcoach")
    maak(gemeente, 9, "bouw", "no-risk")
    maak(Gemeentefabriek(code="9002"), 12, "groen", "praktijkroute")
    assert [(g.code, g.aantal) for g in tellingen.duur_per_instrument(Bron(gemeente))] == [("jobcoach", 10)]
    assert [(g.code, g.aantal) for g in tellingen.duur_per_sector(Bron(gemeente))] == [("zorg", 10)]
    assert tellingen.duur_van_plaatsingen(Bron(gemeente))[0].gevolgd == 19


@pytest.mark.django_db
def test_w8_5_de_tegels_plaatsing_en_nazorg_tonen_wat_het_opleverde() -> None:
    gemeente = Gemeentefabriek()
    collega = Gebruikerfabriek(gemeente=gemeente)
    client = Client()
    client.force_login(collega)
    maak(gemeente, 9, "zorg", "jobcoach")
    assert "Wat het opleverde" not in client.get("/werkzoekenden/plaatsing/").content.decode()
    maak(gemeente, 11, "bouw", "no-risk")
    for adres in ("/werkzoekenden/plaatsing/", "/werkgevers/nazorg/"):
        pagina = client.get(adres).content.decode()
        assert "Wat het opleverde" in pagina
        assert "(20)" in pagina
        assert "No-riskpolis (11)" in pagina
        assert "Jobcoach (9)" not in pagina
    assert "Wat het opleverde" not in Client().get("/werkzoekenden/plaatsing/").content.decode()
