"""The table of steps holds together."""

from __future__ import annotations

import pytest
from tests.fabrieken import Gebruikerfabriek
from tests.samen.bemiddeling.hulp import voorgedragen

from werklandschap.kern.tijdlijn.soorten import SOORTEN
from werklandschap.samen.bemiddeling import rules
from werklandschap.samen.bemiddeling.models import Voordracht
from werklandschap.samen.bemiddeling.overgangen import OVERGANGEN, mogelijk

Status = Voordracht.Status


def test_elke_status_is_te_bereiken_en_elke_stap_heeft_zijn_gebeurtenis() -> None:
    assert {o.naar for o in OVERGANGEN.values()} == set(Status)
    assert {o.gebeurtenis for o in OVERGANGEN.values()} <= set(SOORTEN)
    assert {o.werkgevergebeurtenis for o in OVERGANGEN.values() if o.bij_werkgever} <= set(SOORTEN)


def test_wie_niet_geeindigd_is_kan_altijd_stoppen_en_geplaatst_is_het_einde() -> None:
    for status in Status:
        codes = mogelijk(Voordracht(status=status))
        assert ({"trek_in", "zie_af"} <= codes) == (status not in Voordracht.GEEINDIGD)
    assert mogelijk(Voordracht(status=Status.GEPLAATST)) == set()


def test_naar_de_werkgever_gaat_alleen_wie_ja_zei() -> None:
    for overgang in OVERGANGEN.values():
        if overgang.naar in Voordracht.BIJ_WERKGEVER and not overgang.van & set(Voordracht.BIJ_WERKGEVER):
            assert overgang.van == {Status.TOEGESTEMD}
            assert overgang.nodig


@pytest.mark.django_db
def test_een_onbekende_mag_geen_enkele_stap() -> None:
    rij = voorgedragen()
    for rol in ("inwoner", "werkgever", "manager", "beheerder"):
        iemand = Gebruikerfabriek(rol=rol, gemeente=rij.dossier.gemeente)
        assert not any(rules.mag_stap(iemand, rij, code) for code in OVERGANGEN)
