"""W7.1: every state × role × action of the table, and any sequence of actions keeps what must hold."""

from __future__ import annotations

import contextlib
import itertools
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from tests.fabrieken import Gebruikerfabriek, Gemeentefabriek, Voordrachtfabriek
from tests.samen.bemiddeling.hulp import TEKST, kandidaat_van, voorgeselecteerd, werkgever_van

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.dossiers.models import Toestemming
from werklandschap.kern.dossiers.toestemming import trek_toestemming_in
from werklandschap.kern.tijdlijn.queries import gebeurtenissen_van
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.samen.bemiddeling import actions
from werklandschap.samen.bemiddeling.models import Voordracht
from werklandschap.samen.bemiddeling.overgangen import LOPEND, OVERGANGEN
from werklandschap.samen.bemiddeling.stappen import vergrendel, zet_stap

Status = Voordracht.Status
ROLLEN = ("klantmanager", "accountmanager", "jobcoach", "manager", "beheerder", "vreemde", "werkgever", "inwoner")

# Written down by hand, apart from the table in the product: from → step → to, and who may set it.
WEG: dict[str, tuple[set[str], str, set[str]]] = {
    "opnieuw": (
        {"afgezien", "ingetrokken", "afgewezen"},
        "voorgeselecteerd",
        {"klantmanager", "accountmanager"},
    ),
    "vraag": ({"voorgeselecteerd", "toegestemd"}, "gevraagd", {"klantmanager", "accountmanager"}),
    "stem_toe": ({"gevraagd"}, "toegestemd", {"klantmanager", "accountmanager", "inwoner"}),
    "zie_af": (
        {"voorgeselecteerd", "gevraagd", "toegestemd", "voorgedragen", "in_gesprek", "aangenomen"},
        "afgezien",
        {"klantmanager", "accountmanager", "inwoner"},
    ),
    "draag_voor": ({"toegestemd"}, "voorgedragen", {"klantmanager", "accountmanager"}),
    "ontmoet": ({"voorgedragen", "in_gesprek"}, "in_gesprek", {"klantmanager", "accountmanager"}),
    "neem_aan": ({"voorgedragen", "in_gesprek"}, "aangenomen", {"klantmanager", "accountmanager", "werkgever"}),
    "wijs_af": ({"voorgedragen", "in_gesprek"}, "afgewezen", {"klantmanager", "accountmanager", "werkgever"}),
    "plaats": ({"aangenomen"}, "geplaatst", {"klantmanager", "accountmanager", "jobcoach"}),
    "trek_in": (
        {"voorgeselecteerd", "gevraagd", "toegestemd", "voorgedragen", "in_gesprek", "aangenomen"},
        "ingetrokken",
        {"klantmanager", "accountmanager"},
    ),
}
BIJ_WERKGEVER = {"voorgedragen", "in_gesprek", "aangenomen", "geplaatst"}


def rij_op(status: str) -> Voordracht:
    rij = Voordrachtfabriek(status=status, introductie=TEKST)
    rij.toestemming = Toestemming.objects.create(
        dossier=rij.dossier, soort="voordracht", voor_wie="Bedrijf", antwoord=True
    )
    rij.save()
    return rij


def mensen(rij: Voordracht) -> dict[str, Gebruiker]:
    gemeente = rij.dossier.gemeente
    uit = {rol: Gebruikerfabriek(rol=rol, gemeente=gemeente) for rol in ROLLEN[:5]}
    uit["vreemde"] = Gebruikerfabriek(rol=Rol.KLANTMANAGER, gemeente=Gemeentefabriek(code="9002", naam="Buurdam"))
    uit["werkgever"], uit["inwoner"] = werkgever_van(rij), kandidaat_van(rij)
    return uit


def test_w7_1_de_tabel_van_het_product_is_die_van_de_afspraak() -> None:
    assert set(OVERGANGEN) == {"voorselecteer", *WEG}
    for code, (van, naar, _wie) in WEG.items():
        assert (set(OVERGANGEN[code].van), OVERGANGEN[code].naar) == (van, naar), code


@pytest.mark.django_db
@pytest.mark.parametrize("code", WEG)
@pytest.mark.parametrize("status", [s.value for s in Status])
def test_w7_1_elke_status_elke_rol_elke_stap(status: str, code: str) -> None:
    rij = rij_op(status)
    van, naar, wie = WEG[code]
    for rol, door in mensen(rij).items():
        Voordracht.objects.filter(pk=rij.pk).update(status=status)
        mag = rol in wie and (rol != "werkgever" or status in BIJ_WERKGEVER)
        voor = rij.stappen.count()
        verwacht: Any = None if mag and status in van else Invoerfout if mag else GeenRecht
        uitkomst: Any = None
        try:
            zet_stap(vergrendel(rij), code, door)
        except (GeenRecht, Invoerfout) as fout:
            uitkomst = type(fout)
        assert uitkomst is verwacht, (status, rol, code)
        rij.refresh_from_db()
        assert rij.status == (naar if verwacht is None else status), (status, rol, code)
        assert rij.stappen.count() - voor == (1 if verwacht is None else 0)


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["stem_toe", "draag_voor", "ontmoet", "neem_aan"])
def test_g8_5_zonder_geldige_toestemming_gaat_geen_stap_naar_de_werkgever(code: str) -> None:
    rij = rij_op(next(iter(WEG[code][0])))
    Toestemming.objects.filter(pk=rij.toestemming_id).update(antwoord=False)
    with pytest.raises(Invoerfout, match="geldige toestemming"):
        zet_stap(vergrendel(rij), code, rij.door)


class Voordrachtmachine(RuleBasedStateMachine):
    """Any order of actions by any of the three parties, through the actions that the pages call."""

    def __init__(self) -> None:
        super().__init__()
        self.rij = voorgeselecteerd()
        self.pro = self.rij.door
        self.bedrijf = werkgever_van(self.rij)
        self.mens = kandidaat_van(self.rij)

    def _probeer(self, doe: Any, **velden: Any) -> None:
        with contextlib.suppress(Invoerfout, GeenRecht):
            doe(voordracht=self.rij, **velden)
        self.rij = Voordracht.objects.select_related("toestemming").get(pk=self.rij.pk)

    @rule()
    def vraag(self) -> None:
        self._probeer(actions.vraag_kandidaat, door=self.pro, wat="Uw naam.")

    @rule(ja=st.booleans(), zelf=st.booleans())
    def antwoord(self, ja: bool, zelf: bool) -> None:
        door = self.mens if zelf else self.pro
        self._probeer(actions.leg_antwoord_vast, door=door, antwoord=ja, hoe="gesprek")

    @rule()
    def draag_voor(self) -> None:
        self._probeer(actions.draag_voor, door=self.pro, introductie=TEKST)

    @rule(ja=st.booleans(), zelf=st.booleans())
    def besluit(self, ja: bool, zelf: bool) -> None:
        door = self.bedrijf if zelf else self.pro
        reden = "motivatie" if ja else "reistijd"
        self._probeer(actions.besluit_werkgever, door=door, ja=ja, reden=reden, toelichting="Kort.")

    @rule()
    def koppel_terug(self) -> None:
        self._probeer(actions.koppel_terug, door=self.pro, tekst="Het bedrijf koos anders.")

    @rule()
    def trek_in(self) -> None:
        self._probeer(actions.trek_in, door=self.pro, reden="Andere plek.")

    @rule()
    def trek_toestemming_in(self) -> None:
        if self.rij.toestemming is not None:
            trek_toestemming_in(toestemming=self.rij.toestemming, door=self.mens)
            self.rij = Voordracht.objects.select_related("toestemming").get(pk=self.rij.pk)
            assert self.rij.status not in LOPEND or self.rij.status == Status.VOORGESELECTEERD

    @rule()
    def opnieuw(self) -> None:
        try:
            actions.voorselecteer(dossier=self.rij.dossier, werkprofiel=self.rij.werkprofiel, door=self.pro)
        except Invoerfout:
            assert self.rij.status == Status.AFGEWEZEN
            assert not self.rij.teruggekoppeld_op
        self.rij = Voordracht.objects.select_related("toestemming").get(pk=self.rij.pk)

    @invariant()
    def de_werkgever_ziet_alleen_wie_ja_zei_en_voorgedragen_is(self) -> None:
        ziet = Voordracht.objects.voor(self.bedrijf).filter(pk=self.rij.pk).exists()
        toestemming = self.rij.toestemming
        assert ziet == (self.rij.status in BIJ_WERKGEVER and toestemming is not None and toestemming.is_geldig)

    @invariant()
    def het_spoor_is_heel(self) -> None:
        stappen = list(self.rij.stappen.all())
        assert stappen[-1].naar == self.rij.status
        for eerder, later in itertools.pairwise(stappen):
            assert later.van == eerder.naar
            assert any(later.van in van and later.naar == naar for van, naar, _ in WEG.values())

    @invariant()
    def de_naam_staat_nooit_bij_de_werkgever(self) -> None:
        naam = self.rij.dossier.werkzoekende.achternaam
        for gebeurtenis in gebeurtenissen_van(self.rij.werkprofiel.werkgever.keten):
            assert naam not in str(gebeurtenis.gegevens)


class TestElkeVolgorde(TestCase):
    def test_w7_1_in_elke_volgorde_blijft_alles_kloppen(self) -> None:
        instelling = settings(
            max_examples=15, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
        )
        run_state_machine_as_test(Voordrachtmachine, settings=instelling)  # type: ignore[no-untyped-call]
