"""What the law says must go, goes; what must stay, stays."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.fabrieken import (
    Competentieregelfabriek,
    Doelfabriek,
    Dossierfabriek,
    Planfabriek,
    Toestemmingfabriek,
    Waarnemingfabriek,
    Werkzoekendefabriek,
)

from werklandschap.kern.basis.fouten import GeenRecht
from werklandschap.kern.dossiers.models import Dossier, Werkzoekende
from werklandschap.kern.klantbeeld.models import Waarneming
from werklandschap.kern.plannen.models import Plan
from werklandschap.kern.tijdlijn.ketens import controleer, leg_vast
from werklandschap.kern.tijdlijn.models import Keten
from werklandschap.koppelingen.bestanden.actions import vernietig_dossier
from werklandschap.koppelingen.bestanden.bewaren import te_vernietigen
from werklandschap.koppelingen.bestanden.invoer import invoeraccount
from werklandschap.koppelingen.bestanden.models import Vernietiging

pytestmark = pytest.mark.django_db


def _gesloten(dagen: int, reden: str) -> Dossier:
    dossier: Dossier = Dossierfabriek(
        werkzoekende=Werkzoekendefabriek(bsn="999990019", voornaam="Weg"),
        status=Dossier.Status.GESLOTEN,
        gesloten_op=timezone.localdate() - timedelta(days=dagen),
        reden_sluiten=reden,
    )
    return dossier


@pytest.mark.parametrize(
    ("dagen", "reden", "weg"),
    [
        (41, "niet_gestart", False),
        (42, "niet_gestart", True),
        (42, "duurzaam_aan_het_werk", False),
        (3640, "duurzaam_aan_het_werk", False),
        (3660, "duurzaam_aan_het_werk", True),
    ],
)
def test_de_termijn_hangt_af_van_hoe_het_dossier_is_gesloten(dagen: int, reden: str, weg: bool) -> None:
    dossier = _gesloten(dagen, reden)
    assert [b.dossier for b in te_vernietigen()] == ([dossier] if weg else [])


def test_een_open_dossier_gaat_nooit_weg() -> None:
    Dossierfabriek(gesloten_op=timezone.localdate() - timedelta(days=9000))
    assert list(te_vernietigen()) == []


def test_alles_van_de_persoon_is_weg_en_de_keten_klopt() -> None:
    dossier = _gesloten(100, "niet_gestart")
    blijft = Waarnemingfabriek()
    eerste = Waarnemingfabriek(dossier=dossier)
    Waarnemingfabriek(dossier=dossier, vervangt=eerste)
    Doelfabriek(plan=Planfabriek(dossier=dossier))
    Toestemmingfabriek(dossier=dossier)
    Competentieregelfabriek(werkzoekende=dossier.werkzoekende)
    leg_vast(keten=dossier.keten, soort="taak.klaar", door=None, gegevens={"titel": "geheim"})
    (bewaard,) = te_vernietigen()
    vernietig_dossier(bewaard=bewaard, door=invoeraccount(dossier.gemeente))
    werkzoekende = Werkzoekende.objects.get(pk=dossier.werkzoekende_id)
    assert (werkzoekende.voornaam, werkzoekende.bsn, werkzoekende.bsn_zoekwaarde) == ("", None, None)
    assert list(Waarneming.objects.all()) == [blijft]
    assert Plan.objects.count() == 0
    assert werkzoekende.competenties.count() == 0
    assert not dossier.keten.gebeurtenissen.filter(gegevens__titel="geheim").exists()
    assert controleer(Keten.objects.get(pk=dossier.keten_id)) == []
    assert Vernietiging.objects.get().regel.endswith("8.4")
    assert list(te_vernietigen()) == []


def test_een_klantmanager_vernietigt_niets() -> None:
    dossier = _gesloten(100, "niet_gestart")
    (bewaard,) = te_vernietigen()
    with pytest.raises(GeenRecht):
        vernietig_dossier(bewaard=bewaard, door=dossier.verantwoordelijke)
    assert Werkzoekende.objects.get(pk=dossier.werkzoekende_id).voornaam == "Weg"
