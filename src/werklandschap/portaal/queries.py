"""What residents and employers get to see, in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.samenlezen import Meelezen, lees_samen
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
from werklandschap.samen.plaatsing.sroi import plekken_uit
from werklandschap.werkgever.orientatie.models import Werkgeverstap
from werklandschap.werkgever.orientatie.sroi import Opdrachtstand, standen_van
from werklandschap.werkgever.werving.models import Groeiwens
from werklandschap.werkzoekende.diagnostiek.models import Gesprek

RECENT = 5
MEESTE_STAPPEN = 10
# A picture beside the name of each theme: not everybody reads well.
THEMA_ICONEN = {
    "situatie": "huis",
    "motivatie": "hart",
    "perspectief": "wegwijzer",
    "persoon": "persoon",
    "zelfbeeld": "spiegel",
    "mogelijkheden": "ster",
    "netwerk": "mensen",
    "gezondheid": "gezond",
    "vaardigheden_basis": "boek",
    "vaardigheden_werk": "handen",
    "vaardigheden_vak": "gereedschap",
    "sollicitatie": "document",
    "belemmering_fysiek": "gezond",
    "belemmering_mentaal": "hoofd",
    "belemmering_praktisch": "drempel",
}
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
class Afspraak:
    """Something with a time that the person goes to."""

    wanneer: datetime
    wat: str
    waar: str = ""


@dataclass(frozen=True)
class Mijn:
    """The first page of a resident."""

    dossier: Dossier
    vragen: list[Vraag]
    groeivragen: list[Groeiwens]
    gegeven: list[Toestemming]
    speeddates: list[tuple[int, str]]
    plan: Plan | None
    mijn_stappen: list[Stap]
    andere_stappen: list[Stap]
    voordrachten: list[Voordrachtregel]
    werk: list[Plaatsing]
    nieuws: list[Regel]
    berichten: list[Overdracht]
    afspraken: list[Afspraak]


def mijn(dossier: Dossier, gebruiker: Gebruiker) -> Mijn:
    """Everything on /mijn/, in nine queries."""
    _lees_van_dossier(dossier)
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
        groeivragen=dossier.groeivragen,  # type: ignore[attr-defined]
        gegeven=[t for t in toestemmingen if t.is_geldig],
        speeddates=[(nummer, t.voor_wie) for t in toestemmingen if t.is_geldig and (nummer := _speeddate(t))],
        plan=plan,
        mijn_stappen=[s for s in stappen if s.wie == "klant"],
        andere_stappen=[s for s in stappen if s.wie != "klant"],
        voordrachten=[_regel(v) for v in voordrachten],
        werk=list(Plaatsing.objects.voor(gebruiker).filter(dossier=dossier).select_related("werkprofiel__werkgever")),
        nieuws=regels(gebeurtenissen_van(dossier.keten, voor_betrokkene=True)[:RECENT], voor_betrokkene=True),
        berichten=list(dossier.overdrachten.all()[:RECENT]),
        afspraken=_afspraken(dossier, voordrachten),
    )


def _met_bericht() -> QuerySet[Overdracht]:
    return Overdracht.objects.filter(status__in=LOOPT).exclude(bericht="")


def _lees_van_dossier(dossier: Dossier) -> None:
    """Consents, open questions, coming conversations and handovers with a message, in one query."""
    gesprekken = Gesprek.objects.filter(status=Gesprek.Status.GEPLAND, gepland_op__gte=_vandaag())
    lees_samen(
        [
            Meelezen(dossier, "toestemmingen"),
            Meelezen(dossier, "gesprekken", gesprekken.order_by("gepland_op"), {"door": ("naam",)}),
            Meelezen(
                dossier, "groeiwensen", Groeiwens.objects.zonder_antwoord(), {"werkprofiel": ()}, naar="groeivragen"
            ),
            Meelezen(dossier, "overdrachten", _met_bericht),
        ]
    )


def _vandaag() -> datetime:
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)


def _afspraken(dossier: Dossier, voordrachten: list[Voordracht]) -> list[Afspraak]:
    """What comes from today on, with the municipality and with companies, from what was read."""
    bij_ons = [
        Afspraak(g.gepland_op, _("{wat} met {wie}").format(wat=g.get_soort_display(), wie=g.door or dossier.gemeente))
        for g in dossier.gesprekken.all()
    ]
    bij_bedrijf = [
        Afspraak(
            o.wanneer,
            _("{wat} bij {bedrijf}").format(wat=o.get_soort_display(), bedrijf=v.werkprofiel.werkgever.naam),
            o.waar,
        )
        for v in voordrachten
        for o in v.ontmoetingen.all()
        if o.gaat_door and o.wanneer >= _vandaag()
    ]
    return sorted([*bij_ons, *bij_bedrijf], key=lambda afspraak: afspraak.wanneer)[:RECENT]


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


def eigen_beeld(
    beeld: Klantbeeld, zichtbaar: dict[str, Aspect]
) -> list[tuple[Thema, str, list[Eigenregel], list[Aspect]]]:
    """Per theme with its icon: what is known, and the subjects nobody spoke of yet."""
    uit = []
    for thema in themas().values():
        bekend, open_ = [], []
        for aspect in (a.in_gewone_woorden for a in zichtbaar.values() if a.thema == thema.code):
            regel = beeld.regels.get(aspect.code)
            if regel is None:
                open_.append(aspect)
                continue
            zelf, ander = regel.klant, regel.professional
            bekend.append(
                Eigenregel(aspect, aspect.toon(zelf.waarde) if zelf else "", aspect.toon(ander.waarde) if ander else "")
            )
        if bekend or open_:
            uit.append((thema, THEMA_ICONEN.get(thema.code, ""), bekend, open_))
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
    werk = list(
        Plaatsing.objects.voor(gebruiker)
        .filter(werkprofiel__werkgever=werkgever)
        .select_related("dossier__werkzoekende", "werkprofiel")
    )
    return Bedrijf(
        werkgever=werkgever,
        nieuw=[v for v in kandidaten if v.status in kiezen],
        eerder=[v for v in kandidaten if v.status not in kiezen],
        profielen=[
            (profiel.titel, str(profiel.get_status_display()), profiel.posities)
            for profiel in werkgever.werkprofielen.exclude(status__in=("gesloten", "concept"))[:50]
        ],
        werk=werk,
        speeddates=list(van_bedrijf(werkgever)),
        nieuws=regels(gebeurtenissen_van(werkgever.keten, voor_betrokkene=True)[:RECENT], voor_betrokkene=True),
        stappen=list(werkgever.stappen.filter(status=Werkgeverstap.Status.OPEN).select_related("wie")[:MEESTE_STAPPEN]),
        opdrachten=standen_van(werkgever, {plek.sleutel: plek for plek in plekken_uit(werk)}),
    )
