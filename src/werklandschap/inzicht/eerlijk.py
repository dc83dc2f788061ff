"""Equal chances by age group: who is seen, presented and taken on, against everybody else, with how sure that is.

Kept apart from the engine, which knows no age. Groups under ten people are not shown. Sex is not recorded; `geslacht`
compares women and men from a list that is brought along and not kept (ADR 0011, 0013).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q
from django.utils import timezone

from werklandschap.inzicht.tellingen import Z95
from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.profielen.blootstelling import LEEFTIJDSGROEPEN, groep_in_vraag, leeftijdsgroep
from werklandschap.kern.profielen.index import ZOEKT_WERK, zoekbaren
from werklandschap.kern.profielen.models import Zoekopdracht
from werklandschap.kern.profielen.vindbaarheid import met_onvindbaar
from werklandschap.samen.bemiddeling.models import Voordracht, Voordrachtstap

PERIODE = timedelta(days=365)
KLEINSTE_GROEP = 10
MINSTE_LIJSTEN = 10
GRENS = 0.8
"""Under this ratio we ask to look into it (the four-fifths rule of thumb), if chance alone does not explain it."""
VOORGEDRAGEN = (Voordracht.Status.VOORGEDRAGEN,)
JA_VAN_WERKGEVER = (Voordracht.Status.AANGENOMEN, Voordracht.Status.GEPLAATST)


@dataclass(frozen=True)
class Rij:
    """One group: `deel` of `van` people, the ratio to everybody else and its 95 % interval.

    All but `groep` are None when the group, or the rest, has fewer than ten people.
    """

    groep: str
    van: int | None = None
    deel: float | None = None
    verhouding: float | None = None
    laag: float | None = None
    hoog: float | None = None

    @property
    def oordeel(self) -> str:
        """`minder` or `meer` when the whole interval lies on one side of 1 and the ratio is under 0.8 or over 1.25."""
        if self.verhouding is None or self.laag is None or self.hoog is None:
            return ""
        if self.hoog < 1 and self.verhouding < GRENS:
            return "minder"
        return "meer" if self.laag > 1 and self.verhouding > 1 / GRENS else "gelijk"


@dataclass(frozen=True)
class Eerlijkheid:
    """Everything on the page: three steps, and how many lists of how many people they rest on."""

    gezien: list[Rij]
    voorgedragen: list[Rij]
    aangenomen: list[Rij]
    lijsten: int
    mensen: int
    zonder_geboortedatum: int


def mensen_van(gemeente: Gemeente) -> tuple[Counter[str], int]:
    """How many people the search looks through per age group, and of how many it knows too little; one query."""
    groepen = met_onvindbaar(gemeente).values_list(groep_in_vraag("geboortedatum", timezone.localdate()))
    zoekbaar, onvindbaar = Counter[str](), 0
    for groep, hier, weg in groepen.annotate(
        hier=Count("pk", filter=ZOEKT_WERK), weg=Count("pk", filter=Q(onvindbaar=True))
    ):
        zoekbaar[groep] = hier
        onvindbaar += weg
    return +zoekbaar, onvindbaar


def eerlijkheid(gemeente: Gemeente, mensen: Counter[str]) -> Eerlijkheid:
    """The figures of the past year, of the people per age group (`mensen_van`); three queries."""
    vandaag = timezone.localdate()
    ver_gekomen = bereikt(gemeente)
    voorgedragen = {dossier: leeftijdsgroep(geboren, vandaag) for dossier, (geboren, _ja) in ver_gekomen.items()}
    aangenomen = {dossier: voorgedragen[dossier] for dossier, (_geboren, ja) in ver_gekomen.items() if ja}
    lijsten = list(
        Zoekopdracht.objects.filter(door__gemeente=gemeente, tijd__gte=timezone.now() - PERIODE)
        .exclude(blootstelling={})
        .order_by()
        .values_list("blootstelling", flat=True)
    )
    zoekbaar = zoekbaren(gemeente.pk).filter(dossier__gemeente=gemeente)
    nog = set(zoekbaar.filter(dossier__in=voorgedragen).values_list("dossier", flat=True))
    niet_meer = Counter(groep for dossier, groep in voorgedragen.items() if dossier not in nog)
    return Eerlijkheid(
        gezien=blootstelling(lijsten, mensen),
        voorgedragen=selectie(mensen + niet_meer, Counter(voorgedragen.values())),
        aangenomen=selectie(Counter(voorgedragen.values()), Counter(aangenomen.values())),
        lijsten=len(lijsten),
        mensen=mensen.total(),
        zonder_geboortedatum=mensen.total() - sum(mensen[groep] for groep in LEEFTIJDSGROEPEN),
    )


def bereikt(gemeente: Gemeente) -> dict[int, tuple[date | None, bool]]:
    """Who was presented in the past year: dossier → date of birth, and whether an employer said yes; one query.

    Whoever got a yes was presented, also when that was more than a year ago.
    """
    stappen = Voordrachtstap.objects.filter(
        voordracht__dossier__gemeente=gemeente,
        naar__in=[*VOORGEDRAGEN, *JA_VAN_WERKGEVER],
        tijd__gte=timezone.now() - PERIODE,
    ).order_by()
    velden = ("naar", "voordracht__dossier", "voordracht__dossier__werkzoekende__geboortedatum")
    uit: dict[int, tuple[date | None, bool]] = {}
    for naar, dossier, geboren in stappen.values_list(*velden):
        uit[dossier] = (geboren, naar in JA_VAN_WERKGEVER or uit.get(dossier, (None, False))[1])
    return uit


def selectie(
    van: Mapping[str, int], gekozen: Mapping[str, int], groepen: Iterable[str] = LEEFTIJDSGROEPEN
) -> list[Rij]:
    """Selection rate per group against everybody else. Interval: Katz et al. 1978, on the log of the ratio.

    With nobody chosen on one side half a person is added on both, so that the interval stays finite.
    """
    alle, alle_gekozen = sum(van.values()), sum(gekozen.values())
    uit = []
    for groep in groepen:
        n, k = van.get(groep, 0), gekozen.get(groep, 0)
        rest_n, rest_k = alle - n, alle_gekozen - k
        if n < KLEINSTE_GROEP or rest_n < KLEINSTE_GROEP or not alle_gekozen:
            uit.append(Rij(groep))
            continue
        a, b = (k, rest_k) if k and rest_k else (k + 0.5, rest_k + 0.5)
        verhouding = (a / n) / (b / rest_n)
        fout = math.sqrt(max(0.0, 1 / a - 1 / n + 1 / b - 1 / rest_n))
        uit.append(_rij(groep, n, k / n, verhouding, fout))
    return uit


def _rij(groep: str, van: int, deel: float, verhouding: float, fout: float) -> Rij:
    breedte = math.exp(Z95 * fout)
    return Rij(groep, van, deel, verhouding, verhouding / breedte, verhouding * breedte)


def blootstelling(
    lijsten: list[dict[str, list[int]]], mensen: Mapping[str, int], groepen: Iterable[str] = LEEFTIJDSGROEPEN
) -> list[Rij]:
    """Share of the attention per group (places weighed) against its share of the people who can be found.

    Two things vary, on the log scale: the lists (ratio estimator over lists) and who the people happen to be. The log
    keeps no persons, so for the latter the attention of one is taken to differ from another's as much as its mean.
    """
    totaal = sum(mensen.values())
    per_lijst = [{groep: getallen[1] for groep, getallen in lijst.items()} for lijst in lijsten]
    aandacht = sum(sum(lijst.values()) for lijst in per_lijst)
    uit = []
    for groep in groepen:
        n = mensen.get(groep, 0)
        van_groep = [lijst.get(groep, 0) for lijst in per_lijst]
        if (
            n < KLEINSTE_GROEP
            or totaal - n < KLEINSTE_GROEP
            or len(lijsten) < MINSTE_LIJSTEN
            or not 0 < sum(van_groep) < aandacht
        ):
            uit.append(Rij(groep))
            continue
        deel = sum(van_groep) / aandacht
        afwijking = sum((g - deel * sum(lijst.values())) ** 2 for g, lijst in zip(van_groep, per_lijst, strict=True))
        fout = math.sqrt(afwijking * len(lijsten) / (len(lijsten) - 1)) / aandacht
        kans, kans_rest = deel / n, (1 - deel) / (totaal - n)
        # Of the log of the ratio of both: deel and 1 − deel move against each other.
        van_lijsten = fout / (deel * (1 - deel))
        van_mensen = math.sqrt(1 / n + 1 / (totaal - n))
        uit.append(_rij(groep, n, deel, kans / kans_rest, math.hypot(van_lijsten, van_mensen)))
    return uit


@dataclass(frozen=True)
class NietGekozen:
    """People with an open dossier whom nobody presented in the past year: how many per reason, the first that holds."""

    totaal: int
    redenen: list[tuple[str, int]]


def niet_voorgedragen(gemeente: Gemeente, niet_vindbaar: int) -> NietGekozen:
    """Why people were not presented; of `niet_vindbaar` people the search knows too little. Three queries."""
    grens = timezone.now() - PERIODE
    open_ = Dossier.objects.lopend().filter(gemeente=gemeente).order_by()
    stand: dict[int, set[str]] = defaultdict(set)
    telt = Q(gemaakt_op__gte=grens) | ~Q(status__in=Voordracht.GEEINDIGD)
    rijen = Voordracht.objects.filter(telt, dossier__gemeente=gemeente, dossier__status=Dossier.Status.OPEN).order_by()
    for dossier, status in rijen.values_list("dossier", "status"):
        stand[dossier].add(status)
    bekend = {dossier: reden for dossier, wat in stand.items() if (reden := _waarom_niet(wat)) is not None}
    onvindbaar = niet_vindbaar - _onvindbaar_onder(gemeente, list(bekend))
    telling = Counter(reden for reden in bekend.values() if reden)
    telling.update(niet_vindbaar=onvindbaar, niet_gekozen=open_.count() - len(bekend) - onvindbaar)
    return NietGekozen(telling.total(), [(reden, telling[reden]) for reden in REDENEN if telling[reden]])


def _onvindbaar_onder(gemeente: Gemeente, dossiers: list[int]) -> int:
    if not dossiers:
        return 0
    return met_onvindbaar(gemeente).filter(Q(onvindbaar=True), dossier__in=dossiers).count()


REDENEN = ("loopt", "afgezien", "ingetrokken", "niet_vindbaar", "niet_gekozen")


def _waarom_niet(standen: set[str]) -> str | None:
    """The reason that lies in what was done for somebody; empty for who was presented, None when nothing tells."""
    status = Voordracht.Status
    if standen & {*Voordracht.BIJ_WERKGEVER, status.AFGEWEZEN}:
        return ""
    if standen & {status.VOORGESELECTEERD, status.GEVRAAGD, status.TOEGESTEMD}:
        return "loopt"
    if status.AFGEZIEN in standen:
        return "afgezien"
    return "ingetrokken" if status.INGETROKKEN in standen else None
