"""Reading plans: the one that counts, all versions, and what differs between two."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from werklandschap.kern.basis.samenlezen import Meelezen
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.plannen.models import Doel, Plan, Stap
from werklandschap.ontwerp.opmaak import datum

VERVANGEN = Plan.Status.VERVANGEN


def plannen_van(dossier: Dossier) -> QuerySet[Plan]:
    """All versions, newest first, with goals and steps in three queries."""
    doelen = Doel.objects.prefetch_related(Prefetch("stappen", Stap.objects.all()))
    return Plan.objects.filter(dossier=dossier).select_related("door").prefetch_related(Prefetch("doelen", doelen))


def huidig_plan(dossier: Dossier) -> Plan | None:
    """The version that counts, with goals and steps; None when there is no plan yet."""
    return plannen_van(dossier).exclude(status=VERVANGEN).first()


def planrijen(dossier: Dossier) -> list[Meelezen]:
    """The version that counts with its goals and steps, to be read along as `geldende_plannen` of the dossier."""
    return [
        Meelezen(dossier, "plannen", _geldende_plannen, {"door": ("naam",)}, "geldende_plannen"),
        Meelezen(dossier, "plannen__doelen", _geldende_doelen),
        Meelezen(dossier, "plannen__doelen__stappen", _geldende_stappen),
    ]


def _geldende_plannen() -> QuerySet[Plan]:
    return Plan.objects.exclude(status=VERVANGEN)


def _geldende_doelen() -> QuerySet[Doel]:
    return Doel.objects.exclude(plan__status=VERVANGEN)


def _geldende_stappen() -> QuerySet[Stap]:
    return Stap.objects.exclude(doel__plan__status=VERVANGEN)


def open_stappen(plan: Plan | None) -> list[Stap]:
    """What is still to do, first date first, steps without a date last."""
    if plan is None:
        return []
    stappen = [
        stap
        for doel in plan.doelen.all()
        if doel.status == Doel.Status.OPEN
        for stap in doel.stappen.all()
        if stap.status == Stap.Status.OPEN
    ]
    return sorted(stappen, key=lambda s: (s.voor_op or date.max, s.pk))


def gezette_stappen(plannen: list[Plan]) -> list[Stap]:
    """Every step that was set, in any version, newest first."""
    stappen = [
        stap
        for plan in plannen
        for doel in plan.doelen.all()
        for stap in doel.stappen.all()
        if stap.status == Stap.Status.GEDAAN
    ]
    return sorted(stappen, key=lambda s: (s.gedaan_op or s.doel.plan.gemaakt_op.date(), s.pk), reverse=True)


def afgesloten_in_oude_versies(plannen: list[Plan]) -> list[tuple[Doel, list[Stap]]]:
    """(goal, steps) of versions that were replaced: what was reached, done or stopped, the newest version first.

    What was still open went along to the next version and is left out.
    """
    uit = []
    for plan in plannen:
        for doel in plan.doelen.all() if plan.status == VERVANGEN else ():
            stappen = [stap for stap in doel.stappen.all() if stap.status != Stap.Status.OPEN]
            if stappen or doel.status != Doel.Status.OPEN:
                uit.append((doel, stappen))
    return uit


@dataclass(frozen=True)
class Planverschil:
    """One thing that differs between two versions: what it is about, the old text and the new one."""

    wat: str
    was: str
    nu: str


def verschillen(oud: Plan, nieuw: Plan) -> list[Planverschil]:
    """Perspective, dates, and goals by their text: new, gone, or with another state."""
    uit = []
    if oud.perspectief != nieuw.perspectief:
        uit.append(Planverschil(_("Wat wil ik bereiken"), oud.perspectief, nieuw.perspectief))
    if oud.evalueren_op != nieuw.evalueren_op:
        uit.append(Planverschil(_("Samen terugkijken op"), datum(oud.evalueren_op), datum(nieuw.evalueren_op)))
    oude = {doel.tekst: doel for doel in oud.doelen.all()}
    nieuwe = {doel.tekst: doel for doel in nieuw.doelen.all()}
    uit += [Planverschil(_("Nieuw doel"), "", tekst) for tekst in nieuwe if tekst not in oude]
    for tekst, doel in oude.items():
        if tekst not in nieuwe:
            uit.append(Planverschil(_("Doel gaat niet mee"), f"{tekst} ({doel.get_status_display()})", ""))
        else:
            uit += _stapverschillen(doel, nieuwe[tekst])
    return uit


def _stapverschillen(oud: Doel, nieuw: Doel) -> list[Planverschil]:
    oude = {stap.tekst for stap in oud.stappen.all()}
    toegevoegd = [stap.tekst for stap in nieuw.stappen.all() if stap.tekst not in oude]
    return [Planverschil(_("Nieuwe stap bij “{doel}”").format(doel=nieuw.tekst), "", tekst) for tekst in toegevoegd]
