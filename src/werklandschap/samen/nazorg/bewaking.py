"""The watch: late problems go to the manager within the hour, and what ends soon becomes a task in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.organisaties.instellingen import instelling
from werklandschap.kern.taken.actions import maak_taak
from werklandschap.kern.taken.models import Taak
from werklandschap.ontwerp.opmaak import datum
from werklandschap.samen.nazorg.models import Nazorgplan, Probleem
from werklandschap.samen.nazorg.planning import SLUG, nazorg_url, zorg_voor_taken
from werklandschap.samen.nazorg.problemen import escaleer
from werklandschap.samen.plaatsing.catalogus import instrumentnaam
from werklandschap.samen.plaatsing.models import Besluit, Plaatsing

VERDER = ("dossier__gemeente", "dossier__keten", "dossier__verantwoordelijke", "werkprofiel__werkgever")
BIJ_PLAATSING = tuple(f"plaatsing__{veld}" for veld in VERDER)
UITERSTE = timedelta(days=365)


@dataclass(frozen=True)
class Verslag:
    """What one round did."""

    geescaleerd: int
    waarschuwingen: int
    contacttaken: int


def meld_te_late() -> int:
    """Every problem whose term is over goes to a manager, once; returns how many went now."""
    te_laat = Probleem.objects.filter(
        beantwoord_op__isnull=True, geescaleerd_op__isnull=True, antwoord_voor__lt=timezone.now()
    ).order_by("pk")
    return sum(escaleer(probleem=probleem, door=None).geescaleerd_op is not None for probleem in te_laat)


def bewaak(vandaag: date | None = None) -> Verslag:
    """One round; a second one on the same day does nothing more."""
    dag = vandaag or timezone.localdate()
    geescaleerd = meld_te_late()
    plannen = Nazorgplan.objects.filter(gestopt_op__isnull=True, plaatsing__status=Plaatsing.Status.LOOPT)
    taken = sum(
        zorg_voor_taken(plan, None) for plan in plannen.select_related("contactpersoon", *BIJ_PLAATSING).order_by("pk")
    )
    return Verslag(geescaleerd, _contracten(dag) + _besluiten(dag) + _plannen(dag), taken)


def _contracten(dag: date) -> int:
    rijen = Plaatsing.objects.lopend().filter(tot__gte=dag, tot__lte=dag + UITERSTE)
    return sum(
        _waarschuw(
            plaatsing,
            plaatsing.tot,
            dag,
            f"plaatsing:{plaatsing.pk}:contract:{plaatsing.tot}",
            _("Het contract eindigt op {dag}. Vraag om een besluit, of zoek op tijd ander werk."),
        )
        for plaatsing in rijen.select_related("nazorgplan__contactpersoon", *VERDER).order_by("pk")
    )


def _besluiten(dag: date) -> int:
    rijen = (
        Besluit.objects.geldig()
        .filter(tot__gte=dag, tot__lte=dag + UITERSTE, plaatsing__status=Plaatsing.Status.LOOPT)
        .exclude(instrument__in=("lkv", "proefplaatsing"))
    )
    return sum(
        _waarschuw(
            besluit.plaatsing,
            besluit.tot,
            dag,
            f"besluit:{besluit.pk}:einde:{besluit.tot}",
            _("{instrument} stopt op {dag}. Meet opnieuw of bespreek wat er daarna is.").replace(
                "{instrument}", instrumentnaam(besluit.instrument)
            ),
        )
        for besluit in rijen.select_related("plaatsing__nazorgplan__contactpersoon", *BIJ_PLAATSING).order_by("pk")
    )


def _plannen(dag: date) -> int:
    rijen = Nazorgplan.objects.filter(
        gestopt_op__isnull=True,
        tot__gte=dag,
        tot__lte=dag + timedelta(days=28),
        plaatsing__status=Plaatsing.Status.LOOPT,
    )
    return sum(
        _waarschuw(
            plan.plaatsing,
            plan.tot,
            dag,
            f"nazorgplan:{plan.pk}:einde:{plan.tot}",
            _("De nazorg stopt op {dag}. Kijk samen terug: verlengen of stoppen?"),
        )
        for plan in rijen.select_related("contactpersoon", *BIJ_PLAATSING).order_by("pk")
    )


def _waarschuw(plaatsing: Plaatsing, einde: date | None, dag: date, bron: str, zin: str) -> int:
    """One task for the fixed contact within the days the municipality chose; returns how many are new (0 or 1)."""
    if einde is None or (einde - dag).days > instelling(plaatsing.dossier.gemeente, "einde_contract_dagen"):
        return 0
    if Taak.objects.filter(bron=bron).exists():
        return 0
    plan = getattr(plaatsing, "nazorgplan", None)
    eigenaar = plan.contactpersoon if plan and plan.contactpersoon.is_active else plaatsing.dossier.verantwoordelijke
    maak_taak(
        gemeente=plaatsing.dossier.gemeente,
        eigenaar=eigenaar,
        keten=plaatsing.dossier.keten,
        titel=zin.format(dag=datum(einde)),
        toelichting=f"{plaatsing.functie}, {plaatsing.werkprofiel.werkgever.naam}",
        voor_op=max(dag, einde - timedelta(days=28)),
        door=None,
        bron=bron,
        tegel=("werkzoekenden", SLUG),
        url=nazorg_url(plaatsing),
    )
    return 1
