"""A start although the employer is not ready: then the guidance is arranged."""

from __future__ import annotations

import pytest
from tests.fabrieken import Gebruikerfabriek
from tests.samen.plaatsing.hulp import met_akkoord, voorbereid

from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.samen.plaatsing import actions
from werklandschap.samen.plaatsing.models import Plaatsing
from werklandschap.werkgever.kandidaat_fit.actions import leg_gereedheid_vast

pytestmark = pytest.mark.django_db


def bespreek(plaatsing: Plaatsing, **oordelen: tuple[str, str]) -> None:
    werkgever = plaatsing.werkprofiel.werkgever
    door = Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=werkgever.gemeente)
    leg_gereedheid_vast(werkgever=werkgever, oordelen=oordelen, door=door)


def test_g5_4_niet_klaar_en_geen_begeleiding_geregeld_dan_begint_het_niet() -> None:
    rij = met_akkoord()
    bespreek(rij, begeleider=("nee", ""), missie=("ja", ""))
    with pytest.raises(Invoerfout) as fout:
        actions.start_plaatsing(plaatsing=rij, door=rij.door)
    assert "Er is een vaste begeleider op de werkvloer" in str(fout.value)
    assert "een reden om dit te doen" not in str(fout.value)
    rij.refresh_from_db()
    assert rij.status == Plaatsing.Status.VOORBEREIDING


def test_g5_4_met_begeleiding_of_met_wie_helpt_kan_iemand_toch_beginnen() -> None:
    met = met_akkoord(begeleiding="De jobcoach komt elke week.")
    bespreek(met, begeleider=("nee", ""))
    assert actions.start_plaatsing(plaatsing=met, door=met.door).status == "loopt"
    wie = met_akkoord()
    bespreek(wie, begeleider=("deels", "Jobcoach Sam"))
    assert actions.start_plaatsing(plaatsing=wie, door=wie.door).status == "loopt"


def test_g5_4_wat_niet_besproken_is_houdt_niemand_tegen() -> None:
    rij = voorbereid()
    assert not any("niet helemaal klaar" in tekst for tekst in actions.ontbreekt_voor_start(rij))
