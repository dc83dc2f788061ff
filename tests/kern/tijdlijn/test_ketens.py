"""Events hang together, and a changed one shows."""

from __future__ import annotations

import pytest
from django.db import transaction
from tests.fabrieken import Dossierfabriek, Gebruikerfabriek, Werkgeverfabriek

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.tijdlijn.actions import vernietig_gegevens
from werklandschap.kern.tijdlijn.ketens import controleer, leg_vast
from werklandschap.kern.tijdlijn.models import Gebeurtenis, Keten, Verwerking
from werklandschap.kern.tijdlijn.queries import gebeurtenissen_van, regels
from werklandschap.kern.tijdlijn.soorten import lees_zin
from werklandschap.kern.toegang.rollen import Rol

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier() -> Dossier:
    """A dossier with three events."""
    dossier = Dossierfabriek()
    for titel in ("een", "twee", "drie"):
        leg_vast(
            keten=dossier.keten,
            soort="taak.gemaakt",
            door=dossier.verantwoordelijke,
            gegevens={"titel": titel, "wie": ""},
        )
    return dossier


def _eerste(dossier: Dossier) -> Gebeurtenis:
    return dossier.keten.gebeurtenissen.get(nummer=1)


def test_een_ongeschonden_keten_klopt(dossier: Dossier) -> None:
    assert controleer(Keten.objects.get(pk=dossier.keten_id)) == []


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("soort", "taak.klaar"),
        ("gegevens", {"titel": "anders"}),
        ("namens", "iemand"),
        ("hash", "0" * 64),
        ("door_id", None),
    ],
)
def test_een_veranderde_gebeurtenis_valt_op(dossier: Dossier, veld: str, waarde: object) -> None:
    Gebeurtenis.objects.filter(pk=_eerste(dossier).pk).update(**{veld: waarde})
    assert controleer(Keten.objects.get(pk=dossier.keten_id)) != []


def test_een_weggehaalde_gebeurtenis_valt_op(dossier: Dossier) -> None:
    for nummer in (2, 3):
        with transaction.atomic():
            punt = transaction.savepoint()
            dossier.keten.gebeurtenissen.get(nummer=nummer).delete()
            assert controleer(Keten.objects.get(pk=dossier.keten_id)) != []
            transaction.savepoint_rollback(punt)


def test_na_vernietigen_zijn_de_gegevens_weg_en_klopt_de_keten_nog(dossier: Dossier) -> None:
    beheerder = Gebruikerfabriek(rol=Rol.BEHEERDER, gemeente=dossier.gemeente)
    vernietig_gegevens(gebeurtenis=_eerste(dossier), door=beheerder, grondslag="selectielijst 8.4")
    eerste = _eerste(dossier)
    assert (eerste.gegevens, eerste.zout) == (None, None)
    assert controleer(Keten.objects.get(pk=dossier.keten_id)) == []
    zinnen = [regel.zin for regel in regels(gebeurtenissen_van(dossier.keten))]
    assert any("vernietigd" in zin for zin in zinnen)
    assert not any(zin == "een" for zin in zinnen)


def test_een_onbekend_soort_gebeurtenis_wordt_geweigerd(dossier: Dossier) -> None:
    with pytest.raises(KeyError):
        leg_vast(keten=dossier.keten, soort="bestaat.niet", door=None)


def test_de_verwerking_noemt_de_betrokkene_versleuteld_en_niet_wie_het_deed(dossier: Dossier) -> None:
    verwerking = Verwerking.objects.get(pk=_eerste(dossier).verwerking)
    assert verwerking.betrokkene == str(dossier.keten_id)
    assert not hasattr(verwerking, "door")


def test_een_werkgever_is_geen_betrokkene_in_het_verwerkingslog() -> None:
    werkgever = Werkgeverfabriek()
    gebeurtenis = leg_vast(keten=werkgever.keten, soort="taak.klaar", door=None, gegevens={"titel": "bellen"})
    assert gebeurtenis.verwerking is None
    assert Verwerking.objects.count() == 0


@pytest.mark.parametrize(
    ("reden", "zin"),
    [
        ("Rust over geld.", "Melding is gestart. Rust over geld."),
        ("Wat nu?", "Melding is gestart. Wat nu?"),
        ("En zo verder...", "Melding is gestart. En zo verder..."),
    ],
)
def test_wat_iemand_typte_blijft_staan(reden: str, zin: str) -> None:
    assert lees_zin("bezoek.gestart", {"tegel": "Melding", "reden": reden}) == zin


def test_een_punt_van_wie_typte_komt_er_niet_dubbel() -> None:
    gegevens = {"naam": "Kim", "email": "k@proef.test", "wat": "rol: nieuw."}
    assert lees_zin("account.gewijzigd", gegevens) == "Account van Kim (k@proef.test): rol: nieuw."
