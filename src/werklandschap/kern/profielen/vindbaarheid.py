"""Can somebody be found? If not, why; and the one thing to ask next.

A person is findable when the search can say something about them: a competence, hours, a date, a home and a distance
are known. Unknown never excludes anybody from a search; but who is mostly unknown ends up at the bottom of every list.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import compress
from typing import Any
from uuid import UUID

from django.db.models import CharField, Count, Exists, F, OuterRef, Q, QuerySet, Value
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werklandschap.competenties.models import Omstandigheid, in_taal
from werklandschap.kern.basis.vaste_vraag import beantwoord, plek
from werklandschap.kern.dossiers.models import Dossier, Werkzoekende
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.profielen.models import (
    Certificaateis,
    Competentieregel,
    Eis,
    Kandidaatgegevens,
    Taaleis,
    Werkprofiel,
)
from werklandschap.kern.profielen.omzetting import kandidaat_uit, mensen_als_kandidaat
from werklandschap.kern.profielen.uitleg import naam_van_code
from werklandschap.matching.invoer import Kandidaat

# What must be known to be findable, in the order we ask when several decide as much.
NODIG = {
    "competenties": gettext_lazy("We weten nog niet wat deze persoon kan"),
    "uren": gettext_lazy("We weten niet hoeveel uur deze persoon wil werken"),
    "beschikbaar_vanaf": gettext_lazy("We weten niet vanaf wanneer deze persoon kan werken"),
    "woonplek": gettext_lazy("We weten de postcode niet, of vinden die niet op de kaart"),
    "reis_km": gettext_lazy("We weten niet hoe ver deze persoon kan reizen"),
}
ONBEKEND = tuple(f"onbekend_{code}" for code in NODIG)
VRAGEN = {
    "competenties": gettext_lazy("Wat hebt u gedaan en wat kunt u goed?"),
    "uren": gettext_lazy("Hoeveel uur per week wilt u werken: minimaal en maximaal?"),
    "beschikbaar_vanaf": gettext_lazy("Vanaf welke dag kunt u werken?"),
    "woonplek": gettext_lazy("Wat is uw postcode?"),
    "reis_km": gettext_lazy("Hoeveel kilometer van huis mag het werk zijn?"),
    "dagdelen": gettext_lazy("Op welke dagen kunt u werken: ’s ochtends, ’s middags of ’s avonds?"),
}
NAAM = "naam"
GESLOTEN = gettext_lazy("Het dossier is gesloten")
ZOEKT_NIET = gettext_lazy("Deze persoon zoekt nu geen werk")


@dataclass(frozen=True)
class Vraag:
    """Something to ask: a code such as `uren` or `taal:nld`, the question, and how many open jobs it decides."""

    code: str
    tekst: str
    beslist: int

    @property
    def soort(self) -> str:
        """The part before the colon: which form answers it."""
        return self.code.partition(":")[0]

    @property
    def sleutel(self) -> str:
        """The part after the colon: the certificate, language or condition."""
        return self.code.partition(":")[2]


@dataclass(frozen=True)
class Vindbaarheid:
    """Findable or not with the reasons; `ontbrekend`: every question that decides something, the next one first."""

    vindbaar: bool
    redenen: list[str]
    eerstvolgende_vraag: Vraag | None
    ontbrekend: list[Vraag]


@dataclass(frozen=True)
class Telling:
    """Open dossiers of a municipality: how many people are findable, and what the others miss, most frequent first."""

    vindbaar: int
    totaal: int
    redenen: list[tuple[str, int]]


def vindbaarheid(werkzoekende: Werkzoekende) -> Vindbaarheid:
    """For one person; the same numbers as the bulk version."""
    mensen = Werkzoekende.objects.filter(pk=werkzoekende.pk)
    return vindbaarheden(mensen, werkzoekende.gemeente)[werkzoekende.pk]


def vindbaarheid_uit(mens: Werkzoekende) -> Vindbaarheid:
    """The same for a person from `queries.met_profiel`: three queries at most."""
    gegevens = getattr(mens, "kandidaatgegevens", None)
    buiten = _buiten(mens.dossier.status, gegevens.wil_bemiddeld if gegevens else None)
    return _oordeel(kandidaat_uit(mens), buiten, *gevraagd_in_regio(mens.gemeente))


def vindbaarheden(mensen: QuerySet[Werkzoekende], gemeente: Gemeente) -> dict[UUID, Vindbaarheid]:
    """For all people of a query set of one municipality, in four queries however many they are."""
    gewicht, namen = gevraagd_in_regio(gemeente)
    return {wie: _oordeel(mens, buiten, gewicht, namen) for wie, mens, buiten in _stand(mensen)}


def telling(gemeente: Gemeente) -> Telling:
    """How many people with an open dossier are findable, and how often each reason occurs; one query."""
    combinaties = _met_onbekend(gemeente).values_list("zoekt_niet", *ONBEKEND).annotate(aantal=Count("pk"))
    vindbaar = totaal = 0
    telt: Counter[str] = Counter()
    for zoekt_niet, *onbekend, aantal in combinaties:
        redenen = [str(ZOEKT_NIET)] if zoekt_niet else [str(r) for r in compress(NODIG.values(), onbekend)]
        telt.update(dict.fromkeys(redenen, aantal))
        totaal += aantal
        vindbaar += 0 if redenen else aantal
    volgorde = [str(reden) for reden in (ZOEKT_NIET, *NODIG.values())]
    return Telling(vindbaar, totaal, sorted(telt.items(), key=lambda paar: (-paar[1], volgorde.index(paar[0]))))


def met_onvindbaar(gemeente: Gemeente) -> QuerySet[Werkzoekende]:
    """People with an open dossier; `onvindbaar`: the search knows too little of them, or they look for no work now."""
    reden = Q(*((veld, True) for veld in ("zoekt_niet", *ONBEKEND)), _connector=Q.OR)
    return _met_onbekend(gemeente).annotate(onvindbaar=reden)


def _met_onbekend(gemeente: Gemeente) -> QuerySet[Werkzoekende]:
    """People with an open dossier, with `zoekt_niet` and what of NODIG is unknown: as `_weet` says of one."""
    open_ = Werkzoekende.objects.filter(
        gemeente=gemeente, dossier__gemeente=gemeente, dossier__status=Dossier.Status.OPEN
    )
    kan = Competentieregel.objects.filter(werkzoekende=OuterRef("pk"), niveau__gt=0)
    return open_.order_by().annotate(
        zoekt_niet=Q(kandidaatgegevens__wil_bemiddeld=False),
        onbekend_competenties=~Exists(kan),
        onbekend_uren=Q(kandidaatgegevens__uren_min=None) | Q(kandidaatgegevens__uren_max=None),
        onbekend_beschikbaar_vanaf=Q(kandidaatgegevens__beschikbaar_vanaf=None),
        onbekend_woonplek=Q(lat=None),
        onbekend_reis_km=Q(kandidaatgegevens__reis_km=None),
    )


def gevraagd_in_regio(gemeente: Gemeente) -> tuple[Counter[str], dict[str, str]]:
    """How much each answer decides, and the names of the conditions of work; two queries.

    {code: how many open profiles of the region state a requirement that this answer decides} and {condition: name}.
    """
    waar = {"regio": gemeente.regio_id, "vandaag": timezone.localdate()}
    telt: Counter[str] = Counter()
    rijen = beantwoord(_wat_open_profielen_zeggen, **waar)
    for uren_min, uren_max, dagdelen, lat, omstandigheden, heeft_eis in rijen:
        gevraagd = json.loads(omstandigheden or "null") or {}
        telt["competenties"] += heeft_eis
        telt["beschikbaar_vanaf"] += 1
        telt["uren"] += uren_min is not None or uren_max is not None
        telt["dagdelen"] += bool(dagdelen)
        telt.update({"woonplek": lat is not None, "reis_km": lat is not None})
        telt.update(f"omstandigheid:{code}" for code, niveau in gevraagd.items() if niveau)
    namen: dict[str, str] = {}
    for soort, code, aantal, naam, naam_en in beantwoord(_wat_open_profielen_eisen, **waar):
        if soort == NAAM:
            namen[code] = in_taal(naam, naam_en)
        else:
            telt[f"{soort}:{code}"] = aantal
    return telt, namen


def _open_profielen() -> QuerySet[Werkprofiel]:
    """Open job profiles of a region that are not over."""
    profielen = Werkprofiel.objects.zoekbaar().filter(gemeente__regio=plek("regio"))
    return profielen.exclude(einde__lt=plek("vandaag")).order_by()


def _wat_open_profielen_zeggen() -> QuerySet[Any, Any]:
    velden = ("uren_min", "uren_max", "dagdelen", "vestiging__lat", "omstandigheden", "heeft_eis")
    heeft_eis = Exists(Eis.objects.filter(werkprofiel=OuterRef("pk")))
    return _open_profielen().annotate(heeft_eis=heeft_eis).values_list(*velden)


def _wat_open_profielen_eisen() -> QuerySet[Any, Any]:
    """(kind, code, how many profiles ask it, names) of certificates and languages, and the conditions by name."""
    gekozen = _open_profielen().values("pk")
    certificaten = _per_code(Certificaateis.objects.filter(werkprofiel__in=gekozen), "certificaat", "code")
    talen = _per_code(Taaleis.objects.filter(werkprofiel__in=gekozen, minimum__gt=0), "taal", "taal")
    omstandigheden = Omstandigheid.objects.order_by().annotate(welke=Value(NAAM, CharField()), aantal=Value(0))
    return omstandigheden.values_list("welke", "code", "aantal", "naam", "naam_en").union(certificaten, talen, all=True)


def _per_code(eisen: QuerySet[Any], soort: str, veld: str) -> QuerySet[Any, tuple[str, str, int, str, str]]:
    """(kind, code, number of requirements, no names) as rows to join with others."""
    gegroepeerd = eisen.order_by().values(gevraagd=F(veld)).annotate(aantal=Count("pk"))
    leeg = {naam: Value("", CharField()) for naam in ("naam", "naam_en")}
    met_soort = gegroepeerd.annotate(welke=Value(soort, CharField()), **leeg)
    rijen: QuerySet[Any, tuple[str, str, int, str, str]]
    rijen = met_soort.values_list("welke", "gevraagd", "aantal", "naam", "naam_en")
    return rijen


def _stand(mensen: QuerySet[Werkzoekende]) -> Iterable[tuple[UUID, Kandidaat, str]]:
    """(person, what matching knows, why matching leaves this person out or "")."""
    for mens, kandidaat in mensen_als_kandidaat(mensen):
        dossier: Dossier | None = getattr(mens, "dossier", None)
        gegevens: Kandidaatgegevens | None = getattr(mens, "kandidaatgegevens", None)
        buiten = _buiten(dossier.status if dossier else None, gegevens.wil_bemiddeld if gegevens else None)
        yield mens.pk, kandidaat, buiten


def _buiten(status: str | None, wil_bemiddeld: bool | None) -> str:
    if status != Dossier.Status.OPEN:
        return str(GESLOTEN)
    return str(ZOEKT_NIET) if wil_bemiddeld is False else ""


def _weet(mens: Kandidaat) -> dict[str, bool]:
    """Which single answers are known."""
    return {
        "competenties": any((mens.competenties or {}).values()),
        "uren": mens.uren_min is not None and mens.uren_max is not None,
        "beschikbaar_vanaf": mens.beschikbaar_vanaf is not None,
        "woonplek": mens.lat is not None,
        "reis_km": mens.reis_km is not None,
        "dagdelen": mens.dagdelen is not None,
    }


def _redenen(mens: Kandidaat, buiten: str) -> list[str]:
    if buiten:
        return [buiten]
    weet = _weet(mens)
    return [str(reden) for code, reden in NODIG.items() if not weet[code]]


def _oordeel(mens: Kandidaat, buiten: str, gewicht: Counter[str], namen: dict[str, str]) -> Vindbaarheid:
    redenen = _redenen(mens, buiten)
    vragen = [] if buiten else _vragen(mens, gewicht, namen)
    return Vindbaarheid(not redenen, redenen, vragen[0] if vragen else None, vragen)


def _vragen(mens: Kandidaat, gewicht: Counter[str], namen: dict[str, str]) -> list[Vraag]:
    """What makes findable first, then what decides most; an answer that decides no open job is not asked."""
    open_ = [code for code, bekend in _weet(mens).items() if not bekend and (code in NODIG or gewicht[code])]
    kaarten = {"certificaat": mens.certificaten, "taal": mens.talen, "omstandigheid": mens.grenzen}
    for code, aantal in gewicht.items():
        soort, _punt, sleutel = code.partition(":")
        if sleutel and aantal and sleutel not in (kaarten[soort] or {}):
            open_.append(code)
    volgorde = list(VRAGEN)

    def plek(code: str) -> tuple[bool, int, int, str]:
        return code not in NODIG, -gewicht[code], volgorde.index(code) if code in VRAGEN else len(volgorde), code

    return [Vraag(code, _vraagtekst(code, namen), gewicht[code]) for code in sorted(open_, key=plek)]


def _vraagtekst(code: str, namen: dict[str, str]) -> str:
    soort, _punt, sleutel = code.partition(":")
    if soort == "certificaat":
        return _("Hebt u dit: {naam}? Tot wanneer is het geldig?").format(naam=naam_van_code(sleutel))
    if soort == "taal":
        return _("Hoe goed is uw {taal}?").format(taal=naam_van_code(sleutel))
    if soort == "omstandigheid":
        return _("Hoeveel kunt u hiervan aan: {naam}?").format(naam=namen.get(sleutel, sleutel))
    return str(VRAGEN[code])
