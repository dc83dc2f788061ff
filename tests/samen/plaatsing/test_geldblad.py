"""The sheet of the law, played on a placement by its actions: the product adds up to the same cents."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from tests.fabrieken import Dossierfabriek
from tests.samen.plaatsing.hulp import lopend
from tests.samen.plaatsing.test_subsidie import meet, met_subsidie

from werklandschap.samen.plaatsing import subsidie
from werklandschap.samen.plaatsing.verloop import subsidieverloop

pytestmark = pytest.mark.django_db
BLAD = Path(__file__).parents[2] / "regelingen" / "periodes_gevallen.csv"


def _speelbaar(geval: dict[str, str]) -> bool:
    """In the product a measured loonwaarde ends the fixed share at once, in the sheet of the law after six months."""
    return geval["forfaitair"] == "0" or all(stand.endswith(":") for stand in geval["standen"].split())


GEVALLEN = [geval for geval in csv.DictReader(BLAD.open(encoding="utf-8")) if _speelbaar(geval)]


def test_er_blijven_genoeg_gevallen_over() -> None:
    assert len(GEVALLEN) >= 28


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda g: f"{g['begin']}-{g['einde']}-{g['standen'].replace(' ', '+')}")
def test_w8_2_g9_2_uren_en_metingen_geven_de_bedragen_van_het_rekenblad(
    geval: dict[str, str],
) -> None:
    begin, einde = (date.fromisoformat(geval[naam]) for naam in ("begin", "einde"))
    (eerste, *later) = [stand.split(":") for stand in geval["standen"].split()]
    dossier = Dossierfabriek(werkzoekende__geboortedatum=date.fromisoformat(geval["geboren"]))
    rij = lopend(dossier=dossier, van=begin, tot=einde, uren=Decimal(eerste[1]))
    vast = geval["forfaitair"] == "1"
    met_subsidie(rij, tot=einde, forfaitair=vast, loonwaarde=None if vast else Decimal(eerste[2]))
    uren, loonwaarde = eerste[1], eerste[2]
    for vanaf, nieuwe_uren, nieuwe_loonwaarde in later:
        dag = date.fromisoformat(vanaf)
        if nieuwe_uren != uren:
            subsidie.leg_stand_vast(plaatsing=rij, vanaf=dag, uren=Decimal(nieuwe_uren), door=rij.door)
        if nieuwe_loonwaarde != loonwaarde:
            meet(rij, dag, nieuwe_loonwaarde)
        uren, loonwaarde = nieuwe_uren, nieuwe_loonwaarde
    verloop = subsidieverloop(rij, einde)
    assert verloop.fout == ""
    assert " ".join(f"{r.periode.van}={r.periode.bedrag}" for r in verloop.rijen) == geval["periodes"]
    assert " ".join(f"{jaar}={bedrag}" for jaar, bedrag in verloop.per_jaar) == geval["per_jaar"]
    per_maand_afgerond = len(verloop.rijen) * Decimal("0.01")
    assert abs(verloop.verrekening.recht - sum(bedrag for _jaar, bedrag in verloop.per_jaar)) <= per_maand_afgerond
