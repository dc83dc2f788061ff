"""What residents and employers get to see, in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from werklandschap.kern.dossiers.models import Dossier, Overdracht, Toestemming
from werklandschap.kern.klantbeeld.catalogus import Aspect, Thema, themas
from werklandschap.kern.klantbeeld.queries import Klantbeeld
from werklandschap.kern.plannen.models import Plan, Stap
from werklandschap.kern.plannen.queries import huidig_plan, open_stappen
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.tijdlijn.queries import Regel, gebeurtenissen_van, regels
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.samen.bemiddeling.models import Ontmoeting, Speeddatewerkgever, Voordracht
from werklandschap.samen.bemiddeling.speeddate_queries import van_bedrijf
from werklandschap.samen.plaatsing.models import Plaatsing
from werklandschap.werkgever.orientatie.models import Werkgeverstap
from werklandschap.werkgever.orientatie.sroi import Opdrachtstand, standen_van

RECENT = 5
MEESTE_STAPPEN = 10
Status = Voordracht.Status
# A refused or withdrawn handover asks nothing of the person.
LOOPT = (Overdracht.Status.AANGEBODEN, Overdracht.Status.GEACCEPTEERD)


@dataclass(frozen=True)
class Voordrachtregel:
    """A voordracht as the person reads it."""

    functie: str
    werkgever: str
    status: str
    terugkoppeling: str = ""
    ontmoetingen: list[Ontmoeting] = field(default_factory=list)


@dataclass(frozen=True)
class Vraag:
    """An open question for consent: for whom, what for, what is shared."""

    toestemming: Toestemming
    kop: str


@dataclass(frozen=True)
class Mijn:
    """The first page of a resident."""

    dossier: Dossier
    vragen: list[Vraag]
    gegeven: list[Toestemming]
    speeddates: list[tuple[int, str]]
    plan: Plan | None
    mijn_stappen: list[Stap]
    andere_stappen: list[Stap]
    voordrachten: list[Voordrachtregel]
    werk: list[Plaatsing]
    nieuws: list[Regel]
    berichten: list[Overdracht]


def mijn(dossier: Dossier, gebruiker: Gebruiker) -> Mijn:
    """Everything on /mijn/, in ten queries."""
    toestemmingen = list(dossier.toestemmingen.all())
    voordrachten = list(
        Voordracht.objects.voor(gebruiker)
        .filter(dossier=dossier)
        .select_related("werkprofiel__werkgever")
        .prefetch_related("ontmoetingen")
    )
    functies = {v.toestemming_id: v.werkprofiel.titel for v in voordrachten if v.toestemming_id}
    plan = huidig_plan(dossier)
    stappen = open_stappen(plan)
    return Mijn(
        dossier=dossier,
        vragen=[
            Vraag(t, _kop(t, functies.get(t.pk, "")))
            for t in toestemmingen
            if t.antwoord is None and t.ingetrokken_op is None
        ],
        gegeven=[t for t in toestemmingen if t.is_geldig],
        speeddates=[(nummer, t.voor_wie) for t in toestemmingen if t.is_geldig and (nummer := _speeddate(t))],
        plan=plan,
        mijn_stappen=[s for s in stappen if s.wie == "klant"],
        andere_stappen=[s for s in stappen if s.wie != "klant"],
        voordrachten=[_regel(v) for v in voordrachten],
        werk=list(Plaatsing.objects.voor(gebruiker).filter(dossier=dossier).select_related("werkprofiel__werkgever")),
        nieuws=regels(gebeurtenissen_van(dossier.keten, voor_betrokkene=True)[:RECENT], voor_betrokkene=True),
        berichten=list(dossier.overdrachten.filter(status__in=LOOPT).exclude(bericht="")[:RECENT]),
    )


def _speeddate(toestemming: Toestemming) -> int:
    """The number of the event this consent is about, or 0."""
    soort, _scheiding, nummer = toestemming.onderwerp.partition(":")
    return int(nummer) if soort == "speeddate" else 0


def _kop(toestemming: Toestemming, functie: str) -> str:
    if functie:
        return _("Wilt u dit werk? {functie} bij {bedrijf}").format(functie=functie, bedrijf=toestemming.voor_wie)
    if _speeddate(toestemming):
        return _("Wilt u praten met {bedrijven}?").format(bedrijven=toestemming.voor_wie)
    return f"{toestemming.get_soort_display()}: {toestemming.voor_wie}"


def stand_van(voordracht: Voordracht) -> str:
    """How it stands, in words for the person."""
    if voordracht.status == Status.AFGEWEZEN and voordracht.teruggekoppeld_op:
        return _("Het bedrijf gaat niet verder.")
    teksten = {
        Status.VOORGESELECTEERD: _("U koos dit werk. Wij bekijken of het past en vertellen u dat."),
        Status.GEVRAAGD: _("Wij wachten op uw antwoord."),
        Status.TOEGESTEMD: _("U zei ja. Wij stellen u voor aan het bedrijf."),
        Status.AFGEZIEN: _("U koos om niet verder te gaan."),
        Status.VOORGEDRAGEN: _("Het bedrijf kent u nu. Wij wachten op een reactie."),
        Status.IN_GESPREK: _("U praat met het bedrijf."),
        Status.AANGENOMEN: _("Het bedrijf wil met u verder!"),
        Status.AFGEWEZEN: _("Het bedrijf gaat niet verder. U hoort van ons waarom."),
        Status.GEPLAATST: _("U werkt hier."),
        Status.INGETROKKEN: _("Dit gaat niet door."),
    }
    return teksten[Status(voordracht.status)]


def _regel(voordracht: Voordracht) -> Voordrachtregel:
    return Voordrachtregel(
        voordracht.werkprofiel.titel,
        voordracht.werkprofiel.werkgever.naam,
        stand_van(voordracht),
        voordracht.terugkoppeling if voordracht.teruggekoppeld_op else "",
        list(voordracht.ontmoetingen.all()),
    )


@dataclass(frozen=True)
class Eigenregel:
    """One subject of the own picture: what the person said, and what others saw."""

    aspect: Aspect
    zelf: str
    anderen: str


def eigen_beeld(beeld: Klantbeeld, zichtbaar: dict[str, Aspect]) -> list[tuple[Thema, list[Eigenregel], list[Aspect]]]:
    """Per theme: what is known, and the subjects nobody spoke of yet."""
    uit = []
    for thema in themas().values():
        bekend, open_ = [], []
        for aspect in (a for a in zichtbaar.values() if a.thema == thema.code):
            regel = beeld.regels.get(aspect.code)
            if regel is None:
                open_.append(aspect)
                continue
            zelf, ander = regel.klant, regel.professional
            bekend.append(
                Eigenregel(aspect, aspect.toon(zelf.waarde) if zelf else "", aspect.toon(ander.waarde) if ander else "")
            )
        if bekend or open_:
            uit.append((thema, bekend, open_))
    return uit


@dataclass(frozen=True)
class Bedrijf:
    """The first page of an employer."""

    werkgever: Werkgever
    nieuw: list[Voordracht]
    eerder: list[Voordracht]
    profielen: list[tuple[str, str, int]]
    werk: list[Plaatsing]
    speeddates: list[Speeddatewerkgever]
    nieuws: list[Regel]
    stappen: list[Werkgeverstap] = field(default_factory=list)
    opdrachten: list[Opdrachtstand] = field(default_factory=list)


def bedrijf(werkgever: Werkgever, gebruiker: Gebruiker) -> Bedrijf:
    """Everything on /bedrijf/, in eight queries. Candidates are there only with valid consent.

    Of social return the employer reads functions and euros; the group a person is from stays with us.
    """
    kandidaten = list(
        Voordracht.objects.voor(gebruiker)
        .filter(werkprofiel__werkgever=werkgever)
        .select_related("dossier__werkzoekende", "werkprofiel")
        .order_by("reactie_voor", "pk")
    )
    kiezen = {Status.VOORGEDRAGEN, Status.IN_GESPREK}
    return Bedrijf(
        werkgever=werkgever,
        nieuw=[v for v in kandidaten if v.status in kiezen],
        eerder=[v for v in kandidaten if v.status not in kiezen],
        profielen=[
            (profiel.titel, str(profiel.get_status_display()), profiel.posities)
            for profiel in werkgever.werkprofielen.exclude(status__in=("gesloten", "concept"))[:50]
        ],
        werk=list(
            Plaatsing.objects.voor(gebruiker)
            .filter(werkprofiel__werkgever=werkgever)
            .select_related("dossier__werkzoekende", "werkprofiel")
        ),
        speeddates=list(van_bedrijf(werkgever)),
        nieuws=regels(gebeurtenissen_van(werkgever.keten, voor_betrokkene=True)[:RECENT], voor_betrokkene=True),
        stappen=list(werkgever.stappen.filter(status=Werkgeverstap.Status.OPEN).select_related("wie")[:MEESTE_STAPPEN]),
        opdrachten=standen_van(werkgever),
    )
