"""Occupations beside what somebody can already do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BooleanField, Count, Exists, ExpressionWrapper, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from werklandschap.competenties.models import (
    RIASEC_VELDEN,
    Beroep,
    BeroepCompetentie,
    BeroepOmstandigheid,
    Groeipad,
    Omstandigheid,
    in_taal,
)
from werklandschap.competenties.taxonomie import Matchingtaxonomie, matching_taxonomie
from werklandschap.kern.basis.samenlezen import Meelezen, lees_samen
from werklandschap.kern.dossiers.models import Dossier, Werkzoekende
from werklandschap.kern.profielen.models import Kandidaatgegevens, Werkprofiel
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.ontwerp.grafieken import Grafiek
from werklandschap.ontwerp.grafieken.groeipad import Overgang, Stap, groeipad
from werklandschap.werkzoekende.orientatie.models import Arbeidsmarktkans, Beroepskeuze, Testafname
from werklandschap.werkzoekende.orientatie.vragenlijsten import Vragenlijst, cronbachs_alfa

DIEP = 2
STANDAARD_LEERTIJD = 8
HOOGUIT_VERGELIJKEN = 3


@dataclass(frozen=True)
class Gevraagd:
    """A competence an occupation asks: `weken` 0 means somebody has it, None that the basis comes first."""

    naam: str
    nodig: bool
    niveau: int
    weken: int | None


def vergelijk(beroep: Beroep, werkzoekende: Werkzoekende) -> list[Gevraagd]:
    """What is asked and how long learning takes, by kinship and learning time of matching.md; two queries."""
    gegevens: Kandidaatgegevens | None = getattr(werkzoekende, "kandidaatgegevens", None)
    tempo = gegevens.leertempo if gegevens else None
    naam = {"competentie": ("code", "label", "label_en")}
    lees_samen(
        [
            Meelezen(werkzoekende, "competenties", mee=naam),
            Meelezen(beroep, "beroepcompetenties", _nodig_eerst, naam),
        ]
    )
    niveaus = {regel.competentie.code: regel.niveau for regel in werkzoekende.competenties.all()}
    taxonomie = matching_taxonomie()
    return [
        Gevraagd(
            rij.competentie.naam,
            rij.soort == BeroepCompetentie.Soort.ESSENTIEEL,
            rij.niveau,
            _weken(rij.competentie.code, rij.niveau, niveaus, 1 if tempo is None else tempo, taxonomie),
        )
        for rij in beroep.beroepcompetenties.all()
    ]


def _nodig_eerst() -> QuerySet[BeroepCompetentie]:
    return BeroepCompetentie.objects.order_by("soort", "pk")


def _weken(code: str, niveau: int, niveaus: dict[str, int], tempo: int, taxonomie: Matchingtaxonomie) -> int | None:
    verwant = taxonomie["verwantschap"].get(code, {})
    heeft = max((n * (1000 if wie == code else verwant.get(wie, 0)) for wie, n in niveaus.items()), default=0)
    if heeft >= 1000 * niveau:
        return 0
    if heeft == 0 and not taxonomie["vanaf_nul"].get(code, False):
        return None
    stappen = -(-(1000 * niveau - heeft) // 1000)
    return -(-stappen * 2 * taxonomie["leertijd"].get(code, STANDAARD_LEERTIJD) // (tempo + 1))


@dataclass(frozen=True)
class Kolom:
    """One occupation beside others: how much of it somebody has, what can be learned how soon, and the chance on work.

    `weken` is the longest of what can be learned at the same time; `basis` what needs other things first.
    """

    beroep: Beroep
    heeft: int
    gevraagd: int
    te_leren: list[tuple[str, int]]
    basis: list[str]
    omstandigheden: list[tuple[str, str]]
    kans: Arbeidsmarktkans | None
    plekken: int

    @property
    def weken(self) -> int:
        """The longest of what is to be learned."""
        return max((weken for _naam, weken in self.te_leren), default=0)


def naast_elkaar(beroepen: Sequence[Beroep], dossier: Dossier, plekken: QuerySet[Werkprofiel]) -> list[Kolom]:
    """Up to three occupations side by side, in seven queries however much they ask.

    `plekken` are the open jobs the reader may see; they are counted per occupation.
    """
    mens = dossier.werkzoekende
    gegevens: Kandidaatgegevens | None = getattr(mens, "kandidaatgegevens", None)
    tempo = gegevens.leertempo if gegevens and gegevens.leertempo is not None else 1
    niveaus = dict(mens.competenties.values_list("competentie__code", "niveau"))
    taxonomie = matching_taxonomie()
    eisen, hoe = defaultdict(list), defaultdict(list)
    for rij in BeroepCompetentie.objects.filter(beroep__in=beroepen).select_related("competentie").order_by("pk"):
        weken = _weken(rij.competentie.code, rij.niveau, niveaus, tempo, taxonomie)
        eisen[rij.beroep_id].append((rij.competentie.naam, weken))
    werk = BeroepOmstandigheid.objects.filter(beroep__in=beroepen, niveau__gte=1).select_related("omstandigheid")
    for o in werk.order_by("pk"):
        hoe[o.beroep_id].append((str(o.omstandigheid), str(o.omstandigheid.tekst_voor(o.niveau))))
    kansen = {k.beroep_id: k for k in kansen_van(dossier, beroepen)}
    open_ = plekken.filter(beroep__in=beroepen).order_by()
    aantallen = dict(open_.values_list("beroep").annotate(aantal=Count("pk")))
    return [
        Kolom(
            beroep=b,
            heeft=sum(weken == 0 for _naam, weken in eisen[b.pk]),
            gevraagd=len(eisen[b.pk]),
            te_leren=[(naam, weken) for naam, weken in eisen[b.pk] if weken],
            basis=[naam for naam, weken in eisen[b.pk] if weken is None],
            omstandigheden=hoe[b.pk],
            kans=kansen.get(b.pk),
            plekken=aantallen.get(b.pk, 0),
        )
        for b in beroepen
    ]


def kansen_van(dossier: Dossier, beroepen: Sequence[Beroep]) -> QuerySet[Arbeidsmarktkans]:
    """The chances on work in the region of this dossier for these occupations; one query."""
    return Arbeidsmarktkans.objects.filter(regio=dossier.gemeente.regio_id, beroep__in=beroepen)


def groeigrafiek(beroep: Beroep) -> Grafiek | None:
    """Where this occupation can lead in two steps; one query, None when nothing is known."""
    namen, rand, overgangen = {beroep.pk: beroep.naam}, {beroep.pk}, []
    daarna = Groeipad.objects.filter(van=beroep).values("naar")
    paden = list(Groeipad.objects.filter(Q(van=beroep) | Q(van__in=daarna)).select_related("naar").order_by("pk"))
    for _laag in range(DIEP):
        nieuw: set[int] = set()
        for pad in (pad for pad in paden if pad.van_id in rand):
            if pad.naar_id in namen and pad.naar_id not in nieuw:
                continue
            namen[pad.naar_id] = pad.naar.naam
            nieuw.add(pad.naar_id)
            overgangen.append(Overgang(str(pad.van_id), str(pad.naar_id), pad.uitleg))
        rand = nieuw
    if not overgangen:
        return None
    stappen = [Stap(str(pk), naam, _("dit beroep") if pk == beroep.pk else "") for pk, naam in namen.items()]
    return groeipad(_("Waar dit toe kan leiden"), stappen, overgangen)


def omstandigheden_van(beroep: Beroep) -> list[tuple[Omstandigheid, str]]:
    """(condition, how it is in this work) for the conditions that play a part; one query."""
    rijen = BeroepOmstandigheid.objects.filter(beroep=beroep, niveau__gte=1).select_related("omstandigheid")
    return [(rij.omstandigheid, rij.omstandigheid.tekst_voor(rij.niveau)) for rij in rijen]


def beroepen_met_keuze(dossier: Dossier) -> QuerySet[Beroep]:
    """Occupations that know as `gekozen` whether they are among the choices of this dossier."""
    return Beroep.objects.annotate(gekozen=Exists(Beroepskeuze.objects.filter(dossier=dossier, beroep=OuterRef("pk"))))


def verkenning(beroep: Beroep, dossier: Dossier) -> dict[str, Any]:
    """What a page about one occupation of `beroepen_met_keuze` shows beside this person."""
    gevraagd = vergelijk(beroep, dossier.werkzoekende)
    return {
        "beroep": beroep,
        "gevraagd": gevraagd,
        "heeft": sum(regel.weken == 0 for regel in gevraagd),
        "omstandigheden": omstandigheden_van(beroep),
        "pad": groeigrafiek(beroep),
        "kans": kansen_van(dossier, [beroep]).first(),
        "gekozen": beroep.gekozen,  # type: ignore[attr-defined]
    }


@dataclass(frozen=True)
class Bedrijf:
    """An employer that has an occupation; `plekken` are title and start of the open jobs that the reader may see."""

    nummer: int
    naam: str
    plekken: list[tuple[str, date]]


def bedrijven_met(beroep: Beroep, netwerk: QuerySet[Werkprofiel], open_: QuerySet[Werkprofiel]) -> list[Bedrijf]:
    """Employers of `netwerk` that have or had this work, those with a job in `open_` first; one query."""
    rijen = netwerk.filter(beroep=beroep).exclude(status=Werkprofiel.Status.CONCEPT)
    rijen = rijen.exclude(werkgever__status=Werkgever.Status.GESTOPT).order_by()
    nu = ExpressionWrapper(Q(pk__in=open_.filter(beroep=beroep).order_by().values("pk")), BooleanField())
    bedrijven: dict[int, Bedrijf] = {}
    velden = ("werkgever", "werkgever__naam", "nu", "titel", "start")
    for nummer, naam, staat_open, titel, start in rijen.annotate(nu=nu).values_list(*velden).order_by("start", "pk"):
        bedrijf = bedrijven.setdefault(nummer, Bedrijf(nummer, naam, []))
        if staat_open:
            bedrijf.plekken.append((titel, start))
    return sorted(bedrijven.values(), key=lambda een: (not een.plekken, een.naam.lower()))


def gekozen_om_te_vergelijken(sleutels: Sequence[str]) -> list[Beroep]:
    """The occupations of these keys from an address, no more than fit side by side; one query."""
    nummers = [int(deel) for deel in sleutels if deel.isdecimal() and len(deel) < 10]
    return list(Beroep.objects.filter(pk__in=nummers).order_by("label")[:HOOGUIT_VERGELIJKEN])


@dataclass(frozen=True)
class Betrouwbaarheid:
    """How reliable one type of a questionnaire is: `alfa` None while fewer than the needed people let it count."""

    naam: str
    alfa: float | None
    mensen: int


def betrouwbaarheid(lijst: Vragenlijst) -> list[Betrouwbaarheid]:
    """Cronbach's alpha per type, from the newest complete answers of people who let them count; one query."""
    rijen = Testafname.objects.filter(soort=lijst.code, klaar=True, onderzoek=True).order_by("op", "pk")
    nieuwste = dict(rijen.values_list("dossier_id", "antwoorden"))
    uit = []
    for code, naam, _uitleg in lijst.types():
        items = [item for item, type_ in lijst.type_van.items() if type_ == code]
        tabel = [[a[item] for item in items] for a in nieuwste.values() if all(item in a for item in items)]
        uit.append(Betrouwbaarheid(naam, cronbachs_alfa(tabel), len(tabel)))
    return uit


def passende_beroepen(uitslag: Sequence[int | None], aantal: int = 8) -> list[tuple[int, str]]:
    """(key, name) of occupations whose interests go up and down as the result does; empty when part is unknown."""
    bekend = [punten for punten in uitslag if punten is not None]
    if len(bekend) != len(RIASEC_VELDEN):
        return []
    midden = sum(bekend) / len(bekend)
    rijen = Beroep.objects.filter(actief=True, riasec_r__isnull=False).order_by("label")
    paren = []
    for pk, label, label_en, *punten in rijen.values_list("pk", "label", "label_en", *RIASEC_VELDEN):
        gemiddeld = sum(punten) / len(punten)
        samen = sum((p - gemiddeld) * (b - midden) for p, b in zip(punten, bekend, strict=True))
        lengte = sum((p - gemiddeld) ** 2 for p in punten) ** 0.5
        paren.append((samen / lengte if lengte else 0, pk, in_taal(label, label_en)))
    return [(pk, label) for samen, pk, label in sorted(paren, key=lambda rij: -rij[0])[:aantal] if samen > 0]
