"""Figures of one municipality. Reads everything, writes nothing; groups under five people are not shown."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from statistics import median
from typing import Any

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Subquery, When
from django.utils import timezone

from werklandschap.inzicht.bron import Bron
from werklandschap.kern.basis.uitdrukkingen import DagenTussen, LokaleDag
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.organisaties.instellingen import instelling
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.tijdlijn.models import Tegelbezoek
from werklandschap.ontwerp.grafieken import Overlevingspunt
from werklandschap.samen.plaatsing.models import Besluit
from werklandschap.werkzoekende.diagnostiek.models import Gesprek

# Figures look back so far.
PERIODE = timedelta(days=365)
# Below this number a figure could point at a person.
KLEINSTE_GROEP = 5
# A curve needs more: with fewer its band says nothing.
KLEINSTE_CURVE = 10
Z95 = 1.959964


@dataclass(frozen=True)
class Tegelcijfer:
    """One tile: people now, started and ended in the past year, and the median stay in days of those who ended."""

    slug: str
    nu: int
    erin: int
    eruit: int
    dagen: int | None


@dataclass(frozen=True)
class Wachttijd:
    """From Melding to the first conversation held: people counted, median days, how many still wait, and how many of
    those longer than the municipality wants (`termijn` days)."""

    aantal: int
    mediaan: int | None
    wachten: int
    te_lang: int
    termijn: int


@dataclass(frozen=True)
class Caseload:
    """One colleague (None: nobody) and the open dossiers."""

    naam: str
    aantal: int
    sleutel: int | None = None


def per_tegel(gemeente: Gemeente, kant: str) -> dict[str, Tegelcijfer]:
    """{slug: figures} for one side; one query."""
    return _tegelcijfers(_bezoeken(gemeente, kant))


def van_tegel(gemeente: Gemeente, kant: str, slug: str) -> Tegelcijfer | None:
    """The figures of one tile; None when nobody was there lately."""
    return _tegelcijfers(_bezoeken(gemeente, kant).filter(tegel=slug)).get(slug)


def _bezoeken(gemeente: Gemeente, kant: str) -> QuerySet[Tegelbezoek]:
    """Visits to the tiles of one side, by people or employers of this municipality."""
    van: QuerySet[Any] = Dossier.objects.all() if kant == Tegelbezoek.Kant.WERKZOEKENDEN else Werkgever.objects.all()
    ketens = van.filter(gemeente=gemeente).order_by().values("keten")
    return Tegelbezoek.objects.filter(kant=kant, keten__in=ketens).order_by()


def _tegelcijfers(bezoeken: QuerySet[Tegelbezoek]) -> dict[str, Tegelcijfer]:
    # As an expression the tile comes last in GROUP BY. With its column first SQLite walks everybody's visits by tile
    # and looks each chain up; now it walks the chains of the municipality.
    grens = timezone.localdate() - PERIODE
    loopt, begon, eindigde = Q(tot__isnull=True), Q(van__gte=grens), Q(tot__gte=grens)
    rijen = (
        bezoeken.filter(loopt | begon | eindigde)
        .annotate(dagen=Case(When(eindigde, then=DagenTussen("van", "tot"))), slug=F("tegel"))
        .values_list("dagen", "slug")
        .annotate(nu=Count("pk", filter=loopt), erin=Count("pk", filter=begon), aantal=Count("pk"))
    )
    nu, erin, duur = Counter[str](), Counter[str](), defaultdict[str, Counter[int]](Counter)
    for dagen, slug, hier, kwamen, aantal in rijen:
        nu[slug] += hier
        erin[slug] += kwamen
        if dagen is not None:
            duur[slug][dagen] += aantal
    return {slug: Tegelcijfer(slug, nu[slug], erin[slug], duur[slug].total(), _mediaan(duur[slug])) for slug in nu}


def _mediaan(telling: Counter[int]) -> int | None:
    """Of {days: people}; None when they are so few that it points at somebody."""
    return round(median(telling.elements())) if telling.total() >= KLEINSTE_GROEP else None


def stromen(gemeente: Gemeente, kant: str) -> dict[tuple[str, str], int]:
    """{(from, to): people} who went on from one tile to another in the past year; groups under five are left out.

    The next tile is the first that starts on or after the end of the visit. One query, grouped as in `_tegelcijfers`.
    """
    daarna = (
        Tegelbezoek.objects.filter(keten=OuterRef("keten"), kant=kant, van__gte=OuterRef("tot"))
        .exclude(tegel=OuterRef("tegel"))
        .order_by("van", "pk")
    )
    rijen = (
        _bezoeken(gemeente, kant)
        .filter(tot__gte=timezone.localdate() - PERIODE)
        .annotate(volgt=Subquery(daarna.values("tegel")[:1]), slug=F("tegel"))
        .values_list("volgt", "slug")
        .annotate(mensen=Count("keten", distinct=True))
        .filter(mensen__gte=KLEINSTE_GROEP)
        .order_by("-mensen", "slug", "volgt")
    )
    return {(van, naar): mensen for naar, van, mensen in rijen if naar is not None}


def wachttijd(gemeente: Gemeente) -> Wachttijd:
    """How long people who came in the past year waited for the first conversation; two queries."""
    nieuw = (
        Dossier.objects.filter(gemeente=gemeente, gemeld_op__gte=timezone.now() - PERIODE)
        .exclude(status=Dossier.Status.SAMENGEVOEGD)
        .order_by()
    )
    gehouden = Gesprek.objects.filter(gehouden_op__isnull=False)
    eerder = gehouden.filter(dossier=OuterRef("dossier")).filter(
        Q(gehouden_op__lt=OuterRef("gehouden_op")) | Q(gehouden_op=OuterRef("gehouden_op"), pk__lt=OuterRef("pk"))
    )
    eerste = gehouden.filter(~Exists(eerder), dossier__in=nieuw).order_by()
    dagen: Counter[int] = Counter()
    verschil = DagenTussen(LokaleDag("dossier__gemeld_op"), "gehouden_op")
    for na, aantal in eerste.values_list(verschil).annotate(aantal=Count("pk")):
        dagen[max(0, na)] += aantal
    termijn = instelling(gemeente, "eerste_gesprek_dagen")
    dag = timezone.localdate() - timedelta(days=termijn)
    te_lang_sinds = datetime.combine(dag, time.min, tzinfo=timezone.get_current_timezone())
    wachtenden = nieuw.filter(~Exists(gehouden.filter(dossier=OuterRef("pk"))), status=Dossier.Status.OPEN)
    wachten, te_lang = wachtenden.aggregate(
        wachten=Count("pk"), te_lang=Count("pk", filter=Q(gemeld_op__lt=te_lang_sinds))
    ).values()
    return Wachttijd(dagen.total(), _mediaan(dagen), wachten, te_lang, termijn)


def caseloads(gemeente: Gemeente) -> list[Caseload]:
    """Open dossiers per colleague, most first; those of nobody under an empty name."""
    rijen = (
        Dossier.objects.lopend()
        .filter(gemeente=gemeente)
        .values_list("verantwoordelijke__naam", "verantwoordelijke")
        .annotate(aantal=Count("pk"))
        .order_by("-aantal", "verantwoordelijke__naam")
    )
    return [Caseload(naam or "", aantal, sleutel) for naam, sleutel, aantal in rijen]


def plaatsingen_per_maand(bron: Bron) -> list[tuple[date, int]]:
    """[(first of the month, placements that began)] for the past twelve months, empty months included."""
    vandaag = timezone.localdate()
    begin = date(vandaag.year - 1, vandaag.month + 1, 1) if vandaag.month < 12 else date(vandaag.year, 1, 1)
    telling = Counter(plaatsing.van.replace(day=1) for plaatsing in bron.plaatsingen)
    maanden, maand = [], begin
    while maand <= vandaag:
        maanden.append((maand, telling[maand]))
        maand = (maand + timedelta(days=32)).replace(day=1)
    return maanden


def duur_van_plaatsingen(bron: Bron) -> list[Overlevingspunt]:
    """Kaplan–Meier over days from the start of a placement to its end, with a 95 % band (Greenwood, log-log).

    Placements that go on are followed until today. Empty under ten placements.
    """
    duren = [duur for _pk, _sector, duur in _gevolgd(bron)]
    return overleving(duren) if len(duren) >= KLEINSTE_CURVE else []


@dataclass(frozen=True)
class Duurgroep:
    """One curve: its name (an instrument code or a sector), how many placements, and the points."""

    code: str
    aantal: int
    punten: list[Overlevingspunt]


def duur_per_instrument(bron: Bron) -> list[Duurgroep]:
    """A curve for every instrument of ten placements or more, most first; a placement may count in several."""
    duren = {pk: duur for pk, _sector, duur in _gevolgd(bron)}
    groepen: dict[str, set[int]] = defaultdict(set)
    besluiten = Besluit.objects.vastgesteld().filter(plaatsing__in=duren)
    for instrument, plaatsing in besluiten.order_by("instrument").values_list("instrument", "plaatsing"):
        groepen[instrument].add(plaatsing)
    return _groepen({code: [duren[pk] for pk in sorted(pks)] for code, pks in groepen.items()})


def duur_per_sector(bron: Bron) -> list[Duurgroep]:
    """A curve for every sector of employers with ten placements or more, most first."""
    groepen: dict[str, list[tuple[int, bool]]] = defaultdict(list)
    for _pk, sector, duur in _gevolgd(bron):
        if sector:
            groepen[sector].append(duur)
    return _groepen(groepen)


def _gevolgd(bron: Bron) -> list[tuple[int, str, tuple[int, bool]]]:
    """(placement, sector, (days followed, ended?)) of everything that began."""
    vandaag = timezone.localdate()
    return [
        (pk, sector, ((min(einde or vandaag, vandaag) - van).days, einde is not None and einde <= vandaag))
        for pk, sector, van, einde in bron.plaatsingen
        if van <= vandaag
    ]


def _groepen(duren: Mapping[str, list[tuple[int, bool]]]) -> list[Duurgroep]:
    genoeg = [(code, rij) for code, rij in duren.items() if len(rij) >= KLEINSTE_CURVE]
    genoeg.sort(key=lambda paar: (-len(paar[1]), paar[0]))
    return [Duurgroep(code, len(rij), overleving(rij)) for code, rij in genoeg]


def overleving(duren: list[tuple[int, bool]]) -> list[Overlevingspunt]:
    """Kaplan–Meier for (days, ended?) pairs. Source: Kaplan & Meier 1958; band by Greenwood on the log-log scale."""
    kans, som = 1.0, 0.0
    punten = [Overlevingspunt(0, 1.0, 1.0, 1.0, len(duren))]
    lengten = sorted(dagen for dagen, _ in duren)
    op_dag = Counter(dagen for dagen, geeindigd in duren if geeindigd)
    for tijd, einden in sorted(op_dag.items()):
        gevolgd = len(lengten) - bisect_left(lengten, tijd)
        kans *= 1 - einden / gevolgd
        if kans > 0:
            som += einden / (gevolgd * (gevolgd - einden))
        laag, hoog = _band(kans, som)
        punten.append(Overlevingspunt(tijd, kans, laag, hoog, gevolgd))
    return punten


def _band(kans: float, som: float) -> tuple[float, float]:
    if not 0 < kans < 1:
        return (kans, kans) if kans > 0 else (0.0, 0.0)
    breedte = Z95 * math.sqrt(som) / abs(math.log(kans))
    return kans ** math.exp(breedte), kans ** math.exp(-breedte)
