"""Early warning: what about a running placement asks for attention, each with its reason. Reads only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.organisaties.instellingen import instelling
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum
from werklandschap.samen.nazorg.catalogus import probleemsoort
from werklandschap.samen.nazorg.models import Nazorgcontact, Probleem
from werklandschap.samen.nazorg.vervanging import is_voor
from werklandschap.samen.plaatsing.catalogus import instrumentnaam
from werklandschap.samen.plaatsing.models import Besluit, Plaatsing, PlaatsingQuerySet

LAAG_OORDEEL = 2
VAAK = 3  # problems in HALF_JAAR days
HALF_JAAR = 182
# An indication per year ends by itself, and a trial has a task of its own.
ZONDER_SEINTJE = ("lkv", "proefplaatsing")


@dataclass(frozen=True)
class Signaal:
    """One reason to look at a placement; `zwaarte` 3 first. `op` is the day it is about."""

    plaatsing: Plaatsing
    soort: str
    reden: str
    zwaarte: int
    op: date


@dataclass(frozen=True)
class Lezing:
    """Running placements as they stand: what threatens, heaviest first, and the contacts still to hold, first one
    first, each with its placement.
    """

    signalen: list[Signaal]
    komend: list[tuple[Nazorgcontact, Plaatsing]]


def signalen_van(gebruiker: Gebruiker, *, van: str = "mij", vandaag: date | None = None) -> list[Signaal]:
    """All signals of running placements of the municipality, heaviest first; `van` mij (fixed contact) or alle."""
    rijen = van_mij(gebruiker) if van == "mij" else Plaatsing.objects.voor(gebruiker).lopend()
    return signalen(rijen, vandaag)


def van_mij(gebruiker: Gebruiker) -> PlaatsingQuerySet:
    """Running placements of which this colleague is the fixed contact, or stands in for who is."""
    rijen = Plaatsing.objects.voor(gebruiker).lopend()
    return rijen.filter(is_voor(gebruiker, "nazorgplan__contactpersoon"), nazorgplan__gestopt_op__isnull=True)


def signalen(rijen: PlaatsingQuerySet, vandaag: date | None = None) -> list[Signaal]:
    """The signals of these placements."""
    return lees(rijen, vandaag).signalen


def lees(rijen: PlaatsingQuerySet, vandaag: date | None = None) -> Lezing:
    """Everything about these placements, in four queries however many there are."""
    dag = vandaag or timezone.localdate()
    plaatsingen = {
        p.pk: p for p in rijen.select_related("dossier__werkzoekende", "dossier__gemeente", "werkprofiel__werkgever")
    }
    uit: list[Signaal] = []
    contacten: dict[int, list[Nazorgcontact]] = defaultdict(list)
    for contact in Nazorgcontact.objects.filter(
        plan__plaatsing__in=plaatsingen, plan__gestopt_op__isnull=True
    ).select_related("plan"):
        contacten[contact.plan.plaatsing_id].append(contact)
    for pk, van_plaatsing in contacten.items():
        uit += _gemist(plaatsingen[pk], van_plaatsing, dag)
        uit += _oordelen(plaatsingen[pk], van_plaatsing)
    uit += _problemen(plaatsingen, dag)
    uit += _aflopend(plaatsingen, dag)
    open_ = (c for reeks in contacten.values() for c in reeks if c.gehouden_op is None)
    return Lezing(
        sorted(uit, key=lambda s: (-s.zwaarte, s.op, s.plaatsing.pk)),
        [(c, plaatsingen[c.plan.plaatsing_id]) for c in sorted(open_, key=lambda c: (c.gepland_op, c.pk))],
    )


def _gemist(plaatsing: Plaatsing, contacten: Iterable[Nazorgcontact], dag: date) -> list[Signaal]:
    gemist = sorted(c.gepland_op for c in contacten if c.gehouden_op is None and c.gepland_op < dag)
    if not gemist:
        return []
    if len(gemist) == 1:
        reden = _("Het contact van {dag} is niet gehouden.").format(dag=datum(gemist[0]))
    else:
        reden = _("{aantal} contacten zijn niet gehouden, sinds {dag}.").format(
            aantal=len(gemist), dag=datum(gemist[0])
        )
    return [Signaal(plaatsing, "gemist", reden, 3 if len(gemist) > 1 else 2, gemist[0])]


def _oordelen(plaatsing: Plaatsing, contacten: Iterable[Nazorgcontact]) -> list[Signaal]:
    """A mark that is low, or lower than the time before."""
    gehouden = sorted((c for c in contacten if c.gehouden_op is not None), key=lambda c: (c.gehouden_op, c.pk))
    uit = []
    for veld, wie in (("oordeel_klant", _("de klant")), ("oordeel_werkgever", _("de werkgever"))):
        reeks = [(getattr(c, veld), c.gehouden_op or c.gepland_op) for c in gehouden if getattr(c, veld) is not None]
        if not reeks:
            continue
        nu, op = reeks[-1]
        vorige = reeks[-2][0] if len(reeks) > 1 else None
        if vorige is not None and nu < vorige:
            reden = _("Het cijfer van {wie} zakt van {van} naar {naar}.").format(wie=wie, van=vorige, naar=nu)
        elif nu <= LAAG_OORDEEL:
            reden = _("Het cijfer van {wie} is laag: {naar} van 5.").format(wie=wie, naar=nu)
        else:
            continue
        uit.append(Signaal(plaatsing, "oordeel", reden, 3 if nu <= LAAG_OORDEEL else 2, op))
    return uit


def _problemen(plaatsingen: dict[int, Plaatsing], dag: date) -> list[Signaal]:
    per_plaatsing: dict[int, list[Probleem]] = defaultdict(list)
    grens = timezone.now() - timedelta(days=HALF_JAAR)
    for probleem in Probleem.objects.filter(plaatsing__in=plaatsingen, gemeld_op__gte=grens):
        per_plaatsing[probleem.plaatsing_id].append(probleem)
    uit = []
    for pk, problemen in per_plaatsing.items():
        for probleem in problemen:
            if probleem.beantwoord_op is None and probleem.is_te_laat:
                soort = probleemsoort(probleem.soort)
                reden = _("Het antwoord is te laat: {soort}.").format(soort=soort.naam if soort else probleem.soort)
                uit.append(Signaal(plaatsingen[pk], "te_laat", reden, 3, timezone.localdate(probleem.antwoord_voor)))
        if len(problemen) >= VAAK:
            reden = _("{aantal} problemen in een half jaar.").format(aantal=len(problemen))
            uit.append(Signaal(plaatsingen[pk], "vaak", reden, 2, dag))
    return uit


def _aflopend(plaatsingen: dict[int, Plaatsing], dag: date) -> list[Signaal]:
    uit = []
    for plaatsing in plaatsingen.values():
        if plaatsing.tot is not None and dag <= plaatsing.tot <= dag + _vooruit(plaatsing):
            reden = _("Het contract eindigt op {dag}.").format(dag=datum(plaatsing.tot))
            uit.append(Signaal(plaatsing, "contract", reden, 2, plaatsing.tot))
    besluiten = Besluit.objects.geldig().filter(plaatsing__in=plaatsingen, tot__gte=dag)
    for besluit in besluiten.exclude(instrument__in=ZONDER_SEINTJE):
        plaatsing = plaatsingen[besluit.plaatsing_id]
        if besluit.tot is None or besluit.tot > dag + _vooruit(plaatsing):
            continue
        naam = instrumentnaam(besluit.instrument)
        reden = _("{instrument} stopt op {dag}.").format(instrument=naam, dag=datum(besluit.tot))
        uit.append(Signaal(plaatsing, "subsidie", reden, 1, besluit.tot))
    return uit


def _vooruit(plaatsing: Plaatsing) -> timedelta:
    return timedelta(days=instelling(plaatsing.dossier.gemeente, "einde_contract_dagen"))
