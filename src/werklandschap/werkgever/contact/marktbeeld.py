"""How far the regional plan is: counts per stage, the goal, and the drawing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext as _

from werklandschap.kern.basis.catalogus import naam_van
from werklandschap.kern.organisaties.models import Partnerorganisatie
from werklandschap.kern.relaties.catalogi import sectoren
from werklandschap.kern.relaties.models import Contactmoment, Werkgever
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.grafieken import Balk, Deel, Grafiek, staafbalken
from werklandschap.werkgever.contact.catalogi import kanssoorten
from werklandschap.werkgever.contact.models import Marktdoel, MarktdoelQuerySet, Marktplan

VERDELINGEN = ("sector", "grootte", "kans")
STANDBADGES = {"netwerk": "goed", "gesprek": "info", "bezig": "bezig", "open": "neutraal", "niet": "let_op"}


def standnamen() -> dict[str, str]:
    """The stages of a company in the plan, furthest first, as people call them."""
    return {
        "netwerk": _("In ons netwerk"),
        "gesprek": _("In gesprek"),
        "bezig": _("Wordt benaderd"),
        "open": _("Nog niet benaderd"),
        "niet": _("Nu niet"),
    }


@dataclass(frozen=True)
class Groep:
    """One sector, size or chance of the plan: companies per stage, and the goal if there is one."""

    code: str
    naam: str
    per_stand: Mapping[str, int]
    doel: int | None = None

    @property
    def totaal(self) -> int:
        """All companies of this group."""
        return sum(self.per_stand.values())


@dataclass(frozen=True)
class Cel:
    """A sector × size of the plan: how many companies, and how many of them in our network."""

    sector: str
    grootte: str
    aantal: int
    netwerk: int


@dataclass(frozen=True)
class Voortgang:
    """The plan as a whole on a day. `per_maand`: how many have to join each month that is left; 0 when reached."""

    netwerk: int
    doel: int
    verwacht: int
    te_gaan: int
    maanden: int
    per_maand: int


@dataclass(frozen=True)
class Marktbeeld:
    """All the page shows above the list."""

    plan: Marktplan | None
    met: Sequence[Partnerorganisatie]
    ontbreekt: Sequence[str]
    voortgang: Voortgang | None
    grafiek: Grafiek | None
    koppen: Sequence[tuple[str, str]]
    rijen: Sequence[tuple[str, str, Sequence[Cel]]]


@dataclass(frozen=True)
class Planregel:
    """A plan of the region as it stands on a day; `stand` is loopt, straks or voorbij.

    A company belongs to the plan in whose time it was last approached.
    """

    plan: Marktplan
    stand: str
    doel: int
    netwerk: int
    benaderd: int
    sectoren: Sequence[tuple[str, int, int]]


def _plannen(gebruiker: Gebruiker) -> list[Marktplan]:
    """Every plan of the region with its goals and partners, the last one first."""
    if gebruiker.gemeente is None:
        return []
    rijen = Marktplan.objects.filter(regio=gebruiker.gemeente.regio_id).select_related("door__gemeente")
    return list(rijen.prefetch_related("sectordoelen", "met"))


def _nu(plannen: Sequence[Marktplan], dag: date) -> Marktplan | None:
    """The plan that began last; before the first one begins, that one."""
    return next((plan for plan in plannen if plan.van <= dag), plannen[-1] if plannen else None)


def plan_op(gebruiker: Gebruiker, dag: date) -> Marktplan | None:
    """The plan of the region on a day."""
    return _nu(_plannen(gebruiker), dag)


def plan_met_nummer(gebruiker: Gebruiker, nummer: int) -> Marktplan | None:
    """A plan of the own region, earlier or later too."""
    return next((plan for plan in _plannen(gebruiker) if plan.pk == nummer), None)


def planregels(gebruiker: Gebruiker, dag: date) -> list[Planregel]:
    """Every plan with what it brought, the last one first; four queries."""
    plannen = _plannen(gebruiker)
    nu = _nu(plannen, dag)
    rijen = Marktdoel.objects.voor(gebruiker).filter(benaderd_op__isnull=False)
    doelen = list(rijen.only("sector", "uitkomst", "vergrendeld_tot", "benaderd_op"))
    uit = []
    volgend = date.max
    for plan in plannen:
        einde = min(plan.tot, volgend - timedelta(days=1))
        volgend = plan.van
        in_tijd = [d for d in doelen if d.benaderd_op is not None and plan.van <= d.benaderd_op <= einde]
        stand = "straks" if plan.van > dag else ("loopt" if plan == nu and plan.tot >= dag else "voorbij")
        uit.append(_planregel(plan, stand, in_tijd, dag))
    return uit


def _planregel(plan: Marktplan, stand: str, doelen: Sequence[Marktdoel], dag: date) -> Planregel:
    streven = {rij.sector: rij.aantal for rij in plan.sectordoelen.all()}
    groepen = _groepen(doelen, "sector", streven, dag)
    sectoren_ = [(groep.naam, groep.doel or 0, groep.per_stand.get("netwerk", 0)) for groep in groepen]
    netwerk = sum(gehaald for _naam, _doel, gehaald in sectoren_)
    return Planregel(plan, stand, sum(streven.values()), netwerk, len(doelen), sectoren_)


def doelen_van(gebruiker: Gebruiker) -> MarktdoelQuerySet:
    """The companies of the plan with who is busy, and the last contact of those we know."""
    gesprekken = Contactmoment.objects.filter(werkgever=OuterRef("werkgever"), gehouden=True)
    rijen = Marktdoel.objects.voor(gebruiker).select_related("wie", "partner", "gemeente", "werkgever__accountmanager")
    return rijen.annotate(laatste_contact=Subquery(gesprekken.order_by("-datum", "-id").values("datum")[:1]))


def marktbeeld(gebruiker: Gebruiker, verdeling: str, dag: date) -> Marktbeeld:
    """Counts of the whole region, never of a filtered list."""
    plan = plan_op(gebruiker, dag)
    rijen = Marktdoel.objects.voor(gebruiker)
    if plan is not None:
        rijen = rijen.filter(Q(benaderd_op__isnull=True) | Q(benaderd_op__gte=plan.van) | Q(vergrendeld_tot__gte=dag))
    doelen = list(rijen.only("sector", "grootte", "kans", "uitkomst", "vergrendeld_tot"))
    streven = {d.sector: d.aantal for d in plan.sectordoelen.all()} if plan is not None else {}
    met = list(plan.met.all()) if plan is not None else []
    koppen, kruis = _kruistabel(doelen, dag)
    return Marktbeeld(
        plan=plan,
        met=met,
        ontbreekt=[str(soort.label) for soort in Marktplan.SAMEN if soort not in {p.soort for p in met}],
        voortgang=_voortgang(plan, sum(streven.values()), doelen, dag) if plan is not None else None,
        grafiek=_grafiek(_groepen(doelen, verdeling, streven, dag), verdeling),
        koppen=koppen,
        rijen=kruis,
    )


def _namen(verdeling: str) -> dict[str, str]:
    if verdeling == "grootte":
        return {code: str(naam) for code, naam in Werkgever.Grootte.choices}
    catalogus = sectoren() if verdeling == "sector" else kanssoorten()
    return {rij.code: naam_van(catalogus, rij.code) for rij in catalogus}


def _groepen(doelen: Sequence[Marktdoel], verdeling: str, streven: Mapping[str, int], dag: date) -> list[Groep]:
    """The groups that hold companies or have a goal, in the order of the catalogue; the unknown last.

    A goal for the other sectors counts every company in a sector without a goal of its own.
    """
    streven = streven if verdeling == "sector" else {}
    per_groep: dict[str, Counter[str]] = {}
    for doel in doelen:
        code = getattr(doel, verdeling)
        code = "" if "" in streven and code not in streven else code
        per_groep.setdefault(code, Counter())[doel.stand_op(dag)] += 1
    namen = _namen(verdeling) | {"": _("Andere sectoren") if "" in streven else _("Nog niet bekend")}
    return [
        Groep(code, naam, per_groep.get(code, Counter()), streven.get(code))
        for code, naam in namen.items()
        if code in per_groep or code in streven
    ]


def _grafiek(groepen: Sequence[Groep], verdeling: str) -> Grafiek | None:
    if not groepen:
        return None
    standen = standnamen()
    balken = [
        Balk(
            groep.naam,
            [Deel(groep.per_stand.get(stand, 0), stand) for stand in standen],
            doel=groep.doel,
            tekst=_doeltekst(groep),
        )
        for groep in groepen
    ]
    titel = {
        "sector": _("Bedrijven per sector"),
        "grootte": _("Bedrijven per grootte"),
        "kans": _("Bedrijven per kans"),
    }[verdeling]
    uitleg = _("De streep is het doel van het plan.") if any(groep.doel for groep in groepen) else ""
    return staafbalken(titel, balken, standen, beschrijving=uitleg)


def _doeltekst(groep: Groep) -> str:
    if not groep.doel:
        return ""
    return _("{nu} van {doel}").format(nu=groep.per_stand.get("netwerk", 0), doel=groep.doel)


def _voortgang(plan: Marktplan, doel: int, doelen: Sequence[Marktdoel], dag: date) -> Voortgang:
    netwerk = sum(rij.stand_op(dag) == "netwerk" for rij in doelen)
    lengte = (plan.tot - plan.van).days
    voorbij = min(max((dag - plan.van).days, 0), lengte)
    te_gaan = max(doel - netwerk, 0)
    maanden = max(round((plan.tot - dag).days / 30.4), 1) if plan.tot > dag else 0
    return Voortgang(
        netwerk=netwerk,
        doel=doel,
        verwacht=round(doel * voorbij / lengte),
        te_gaan=te_gaan,
        maanden=maanden,
        per_maand=-(-te_gaan // maanden) if maanden else 0,
    )


def _kruistabel(
    doelen: Sequence[Marktdoel], dag: date
) -> tuple[list[tuple[str, str]], list[tuple[str, str, list[Cel]]]]:
    """Headings of the sizes, and per sector a cell for each size; only what occurs."""
    aantal: Counter[tuple[str, str]] = Counter((d.sector, d.grootte) for d in doelen)
    netwerk = Counter((d.sector, d.grootte) for d in doelen if d.stand_op(dag) == "netwerk")
    onbekend = _("Nog niet bekend")
    maten = _namen("grootte") | {"": onbekend}
    koppen = [(code, naam) for code, naam in maten.items() if any(g == code for _s, g in aantal)]
    namen = _namen("sector") | {"": onbekend}
    rijen = [
        (code, naam, [Cel(code, grootte, aantal[code, grootte], netwerk[code, grootte]) for grootte, _n in koppen])
        for code, naam in namen.items()
        if any(s == code for s, _g in aantal)
    ]
    return koppen, rijen
