"""Figures of one municipality. Reads everything, writes nothing; groups under five people are not shown."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from uuid import UUID

from django.db.models import Count, OuterRef, Q, Subquery
from django.utils import timezone

from werklandschap.inzicht.bron import PERIODE, Bezoek, Bron
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.organisaties.instellingen import instelling
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.tijdlijn.models import Tegelbezoek
from werklandschap.ontwerp.grafieken import Overlevingspunt
from werklandschap.samen.plaatsing.models import Besluit
from werklandschap.werkzoekende.diagnostiek.models import Gesprek

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


def per_tegel(bron: Bron, kant: str) -> dict[str, Tegelcijfer]:
    """{slug: figures} for one side."""
    perioden: dict[str, list[tuple[date, date | None]]] = defaultdict(list)
    for _keten, slug, van, tot in bron.bezoeken.get(kant, ()):
        perioden[slug].append((van, tot))
    return {slug: _tegelcijfer(slug, rijen) for slug, rijen in perioden.items()}


def van_tegel(gemeente: Gemeente, kant: str, slug: str) -> Tegelcijfer | None:
    """The figures of one tile, reading only what counts for it; None when nobody was there lately."""
    grens = timezone.localdate() - PERIODE
    wie = "keten__dossier__gemeente" if kant == Tegelbezoek.Kant.WERKZOEKENDEN else "keten__werkgever__gemeente"
    telt = Q(tot__isnull=True) | Q(tot__gte=grens) | Q(van__gte=grens)
    rijen = list(Tegelbezoek.objects.filter(telt, kant=kant, tegel=slug, **{wie: gemeente}).values_list("van", "tot"))
    return _tegelcijfer(slug, rijen) if rijen else None


def _tegelcijfer(slug: str, perioden: Iterable[tuple[date, date | None]]) -> Tegelcijfer:
    grens = timezone.localdate() - PERIODE
    nu = erin = 0
    duur: list[int] = []
    for van, tot in perioden:
        nu += tot is None
        erin += van >= grens
        if tot is not None and tot >= grens:
            duur.append((tot - van).days)
    dagen = round(median(duur)) if len(duur) >= KLEINSTE_GROEP else None
    return Tegelcijfer(slug=slug, nu=nu, erin=erin, eruit=len(duur), dagen=dagen)


def stromen(bron: Bron, kant: str) -> dict[tuple[str, str], int]:
    """{(from, to): people} who went on from one tile to another in the past year; groups under five are left out.

    The next tile is the first that starts on or after the end of the visit.
    """
    grens = timezone.localdate() - PERIODE
    per_keten: dict[UUID, list[Bezoek]] = defaultdict(list)
    for bezoek in bron.bezoeken.get(kant, ()):
        per_keten[bezoek.keten].append(bezoek)
    telling: Counter[tuple[str, str]] = Counter()
    for bezoeken in per_keten.values():
        telling.update(_overgangen(bezoeken, grens))
    return {paar: aantal for paar, aantal in telling.most_common() if aantal >= KLEINSTE_GROEP}


def _overgangen(bezoeken: list[Bezoek], grens: date) -> set[tuple[str, str]]:
    paren = set()
    for _keten, slug, _van, tot in bezoeken:
        if tot is None or tot < grens:
            continue
        volgende = min((b for b in bezoeken if b.van >= tot and b.tegel != slug), key=lambda b: b.van, default=None)
        if volgende is not None:
            paren.add((slug, volgende.tegel))
    return paren


def wachttijd(gemeente: Gemeente) -> Wachttijd:
    """How long people who came in the past year waited for the first conversation; one query."""
    grens = timezone.now() - PERIODE
    gehouden = Gesprek.objects.filter(dossier=OuterRef("pk"), gehouden_op__isnull=False).order_by("gehouden_op")
    nieuw = (
        Dossier.objects.filter(gemeente=gemeente, gemeld_op__gte=grens)
        .exclude(status=Dossier.Status.SAMENGEVOEGD)
        .annotate(eerste=Subquery(gehouden.values("gehouden_op")[:1]))
    )
    termijn = instelling(gemeente, "eerste_gesprek_dagen")
    te_lang_sinds = timezone.localdate() - timedelta(days=termijn)
    dagen, wachten, te_lang = [], 0, 0
    for gemeld, status, eerste in nieuw.values_list("gemeld_op", "status", "eerste"):
        if eerste is not None:
            dagen.append(max(0, (_dag(eerste) - timezone.localdate(gemeld)).days))
        elif status == Dossier.Status.OPEN:
            wachten += 1
            te_lang += timezone.localdate(gemeld) < te_lang_sinds
    mediaan = round(median(dagen)) if len(dagen) >= KLEINSTE_GROEP else None
    return Wachttijd(len(dagen), mediaan, wachten, te_lang, termijn)


def _dag(moment: object) -> date:
    return timezone.localdate(moment) if hasattr(moment, "hour") else moment  # type: ignore[arg-type, return-value]


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
    for tijd in sorted({dagen for dagen, geeindigd in duren if geeindigd}):
        gevolgd = sum(dagen >= tijd for dagen, _ in duren)
        einden = sum(dagen == tijd and geeindigd for dagen, geeindigd in duren)
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
