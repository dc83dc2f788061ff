"""What the engine reads about people is what their rows say, in as few questions as can be."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.fabrieken import (
    Competentiefabriek,
    Competentieregelfabriek,
    Dossierfabriek,
    Kandidaatgegevensfabriek,
)

from werklandschap.kern.dossiers.models import Werkzoekende
from werklandschap.kern.profielen.models import Certificaat, Taalbeheersing
from werklandschap.kern.profielen.omzetting import kandidaat_uit, kandidaten

pytestmark = pytest.mark.django_db


def gevuld() -> Werkzoekende:
    mens: Werkzoekende = Dossierfabriek(werkzoekende__lat=52.1, werkzoekende__lon=5.1).werkzoekende
    Kandidaatgegevensfabriek(werkzoekende=mens, uren_min=16, uren_max=32)
    Competentieregelfabriek(werkzoekende=mens, competentie=Competentiefabriek(code="lassen"), niveau=4)
    for code, heeft, tot in (("vca", True, date(2027, 1, 31)), ("bhv", True, None), ("heftruck", False, None)):
        Certificaat.objects.create(werkzoekende=mens, code=code, heeft=heeft, geldig_tot=tot)
    Taalbeheersing.objects.create(werkzoekende=mens, taal="nld", niveau=3)
    return mens


def test_elke_soort_rij_komt_bij_de_goede_persoon() -> None:
    mens, leeg = gevuld(), Dossierfabriek().werkzoekende
    gelezen = {k.id: k for k in kandidaten(Werkzoekende.objects.filter(pk__in=[mens.pk, leeg.pk]))}
    vol = gelezen[str(mens.pk)]
    assert vol.competenties == {"lassen": 4}
    assert vol.certificaten == {"vca": date(2027, 1, 31), "bhv": None, "heftruck": False}
    assert vol.talen == {"nld": 3}
    assert (vol.uren_min, vol.uren_max, vol.lat, vol.lon) == (16, 32, 52.1, 5.1)
    niets = gelezen[str(leeg.pk)]
    assert (niets.competenties, niets.certificaten, niets.talen, niets.uren_min) == (None, None, None, None)


def test_in_bulk_is_hetzelfde_als_een_voor_een() -> None:
    mens = gevuld()
    (uit_bulk,) = kandidaten(Werkzoekende.objects.filter(pk=mens.pk))
    assert uit_bulk == kandidaat_uit(Werkzoekende.objects.get(pk=mens.pk))


def test_een_of_tien_mensen_kosten_twee_vragen() -> None:
    for aantal in (1, 9):
        for _keer in range(aantal):
            Taalbeheersing.objects.create(werkzoekende=Dossierfabriek().werkzoekende, taal="nld", niveau=3)
        with CaptureQueriesContext(connection) as gevangen:
            list(kandidaten(Werkzoekende.objects.all()))
        assert len(gevangen.captured_queries) == 2
