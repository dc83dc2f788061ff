"""Whatever people do in whatever order, a placement keeps to its rules."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from tests.fabrieken import Gebruikerfabriek
from tests.samen.plaatsing.hulp import voorbereid

from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.kern.tijdlijn.models import Keten
from werklandschap.regelingen.verrekening import recht_per_maand
from werklandschap.samen.plaatsing import actions, besluiten, subsidie
from werklandschap.samen.plaatsing.models import Plaatsing
from werklandschap.samen.plaatsing.verloop import subsidieverloop

BEGIN = date(2026, 1, 1)
DAGEN = st.integers(0, 300).map(lambda n: BEGIN + timedelta(days=n))
PROCENT = st.integers(0, 100).map(Decimal)
Status = Plaatsing.Status


class Plaatsingsmachine(RuleBasedStateMachine):
    """Actions in any order; what is refused changes nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.kader = transaction.atomic()
        self.kader.__enter__()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.kader.__exit__(None, None, None)

    @initialize(grens=st.sampled_from([5000, 14000, 1000000]))
    def begin(self, grens: int) -> None:
        self.rij = voorbereid(van=BEGIN)
        mens = self.rij.dossier.werkzoekende
        mens.geboortedatum = date(1990, 1, 1)
        mens.save()
        gemeente = self.rij.dossier.gemeente
        gemeente.instellingen = {"vier_ogen_euro": grens}
        gemeente.save()
        self.tweede = Gebruikerfabriek(gemeente=gemeente)
        self.klaar_op: date | None = None

    def doe(self, functie: object, **velden: object) -> None:
        eerder = self.stand()
        rij = Plaatsing.objects.get(pk=self.rij.pk)
        try:
            functie(**({"plaatsing": rij, "door": rij.door} | velden))  # type: ignore[operator]
        except Invoerfout:
            assert self.stand() == eerder

    def stand(self) -> tuple[object, ...]:
        rij = Plaatsing.objects.get(pk=self.rij.pk)
        tellingen = (rij.besluiten.count(), rij.standen.count(), rij.metingen.count(), rij.uitbetalingen.count())
        return (rij.versie, rij.status, *tellingen, rij.besluiten.geldig().count())

    @rule(kant=st.sampled_from(["werkgever", "klant"]))
    def akkoord(self, kant: str) -> None:
        functie = {"werkgever": actions.akkoord_werkgever, "klant": actions.akkoord_klant}[kant]
        self.doe(functie, wie="Kim")

    @rule(uren=st.sampled_from([Decimal(16), Decimal(24), Decimal(32)]))
    def wijzig(self, uren: Decimal) -> None:
        self.doe(actions.wijzig_plaatsing, versie=None, uren=uren)

    @rule()
    def start(self) -> None:
        self.doe(actions.start_plaatsing)

    @rule(dag=DAGEN)
    def beeindig(self, dag: date) -> None:
        self.doe(actions.beeindig_plaatsing, reden="anders", op=dag)

    @rule(van=DAGEN, loonwaarde=st.none() | PROCENT)
    def ken_toe(self, van: date, loonwaarde: Decimal | None) -> None:
        self.doe(
            besluiten.leg_besluit_vast,
            instrument="loonkostensubsidie",
            van=van,
            loonwaarde=loonwaarde,
            forfaitair=loonwaarde is None,
        )

    @rule(vanaf=DAGEN, loonwaarde=PROCENT)
    def meet(self, vanaf: date, loonwaarde: Decimal) -> None:
        self.doe(
            subsidie.leg_meting_vast,
            gemeten_op=BEGIN,
            geldt_vanaf=vanaf,
            loonwaarde=loonwaarde,
            methode="Meting",
            door_wie="Kim",
        )

    @rule(vanaf=DAGEN, uren=st.sampled_from([Decimal(12), Decimal(20), Decimal("36.5")]))
    def andere_uren(self, vanaf: date, uren: Decimal) -> None:
        self.doe(subsidie.leg_stand_vast, vanaf=vanaf, uren=uren)

    @rule(goed=st.booleans())
    def kijk_mee(self, goed: bool) -> None:
        for besluit in [b for b in self.rij.besluiten.all() if b.wacht]:
            if goed:
                besluiten.stel_besluit_vast(besluit=besluit, door=self.tweede)
            else:
                besluiten.weiger_besluit(besluit=besluit, reden="Nee", door=self.tweede)

    @invariant()
    def loopt_pas_na_twee_keer_ja(self) -> None:
        rij = Plaatsing.objects.get(pk=self.rij.pk)
        if rij.status in {Status.LOOPT, Status.GEEINDIGD}:
            assert rij.akkoord_klant_op is not None
            assert rij.akkoord_werkgever_op is not None
        assert (rij.geeindigd_op is None) == (rij.status in {Status.VOORBEREIDING, Status.LOOPT})

    @invariant()
    def elke_dag_heeft_hoogstens_een_bedrag(self) -> None:
        rij = Plaatsing.objects.get(pk=self.rij.pk)
        verloop = subsidieverloop(rij, date(2026, 12, 31))
        assert verloop.fout == ""
        periodes = [r.periode for r in verloop.rijen]
        for een, volgende in pairwise(periodes):
            assert een.tot_en_met < volgende.van
        if rij.geeindigd_op is not None and periodes:
            assert periodes[-1].tot_en_met <= rij.geeindigd_op
        samen = sum(bedrag for _jaar, bedrag in verloop.per_jaar)
        maanden = recht_per_maand(periodes)
        marge = Decimal("0.005") * (len(maanden) + len(periodes))
        assert abs(sum(maanden.values()) - samen) <= marge

    @invariant()
    def het_vaste_deel_duurt_hoogstens_zes_maanden(self) -> None:
        vast = [r.periode for r in subsidieverloop(self.rij, date(2026, 12, 31)).rijen if r.periode.forfaitair]
        assert sum((p.maanden for p in vast), start=0) <= 6 + Decimal("0.1")

    @invariant()
    def niemand_keurt_het_eigen_besluit_goed(self) -> None:
        for besluit in self.rij.besluiten.filter(tweede_nodig=True, tweede_op__isnull=False):
            assert besluit.tweede_door_id != besluit.door_id


@pytest.mark.django_db
def test_w8_de_toestanden_van_een_plaatsing_kloppen_in_elke_volgorde() -> None:
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        Plaatsingsmachine,
        settings=settings(
            max_examples=12, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )


@pytest.mark.django_db
def test_de_keten_klopt_na_een_lange_reeks() -> None:
    rij = voorbereid(van=BEGIN)
    actions.akkoord_klant(plaatsing=rij, door=rij.door)
    actions.akkoord_werkgever(plaatsing=rij, door=rij.door, wie="Kim")
    actions.start_plaatsing(plaatsing=rij, door=rij.door)
    subsidie.leg_stand_vast(plaatsing=rij, vanaf=date(2026, 3, 1), uren=Decimal(20), door=rij.door)
    actions.beeindig_plaatsing(plaatsing=rij, reden="anders", op=date(2026, 5, 1), door=rij.door)
    for keten in (Keten.objects.get(dossier=rij.dossier_id), Keten.objects.get(werkgever=rij.werkprofiel.werkgever_id)):
        assert controleer(keten) == []
