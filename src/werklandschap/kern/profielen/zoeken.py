"""Who fits this job, and which jobs fit this person. The engine searches; what people see is checked and live."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import chain, islice
from uuid import UUID

import numpy as np
from django.db.models import Exists, JSONField, OuterRef, QuerySet, TextField, URLField
from django.utils import timezone

from werklandschap.kern.basis.acties import vereis
from werklandschap.kern.basis.middleware import leeslog_toegestaan
from werklandschap.kern.basis.samenlezen import lees_samen
from werklandschap.kern.dossiers.models import Dossier, Werkzoekende
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.profielen import rules
from werklandschap.kern.profielen.blootstelling import tel
from werklandschap.kern.profielen.index import Zoekindex, taxonomie_met_naam, zoekbaren, zoekindex
from werklandschap.kern.profielen.indexbestanden import FORMULE
from werklandschap.kern.profielen.models import Bewijs, Werkprofiel, Zoekopdracht
from werklandschap.kern.profielen.omzetting import kandidaat_uit, naar_kandidaat, naar_werkprofiel
from werklandschap.kern.profielen.queries import eisrijen, lees_eisen, matchrijen
from werklandschap.kern.profielen.uitleg import Uitlegregel, namen_van, uitlegregels
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.matching import invoer
from werklandschap.matching.kolommen import Reeks
from werklandschap.matching.lijst import Lijst
from werklandschap.matching.referentie import Uitslag, beste_werkprofielen, score

# From this total on (of 1000) we say that a job and a person fit well.
PAST_VANAF = 700
KLASSEN = 10


@dataclass(frozen=True)
class Filters:
    """What the searcher leaves out. Nobody with something unknown goes unless `alleen_bekend` says so."""

    max_km: int | None = None
    alleen_bekend: bool = False
    zonder: frozenset[UUID] = frozenset()


@dataclass(frozen=True)
class Match:
    """One person for one job: the score from live rows, line by line, and what must still be asked."""

    dossier: Dossier
    werkprofiel: Werkprofiel
    uitslag: Uitslag
    onbekend: list[str]
    namen: Mapping[str, str]

    @cached_property
    def regels(self) -> list[Uitlegregel]:
        """Why, line by line, with the evidence of each competence."""
        eigen = self.dossier.werkzoekende.competenties.all()
        bewijs = {regel.competentie.code: [_bewijstekst(b) for b in regel.bewijzen.all()] for regel in eigen}
        return uitlegregels(self.uitslag, self.namen, bewijs)

    @property
    def km(self) -> float | None:
        """Distance as the crow flies, in km with one decimal."""
        return None if self.uitslag.afstand_m is None else round(self.uitslag.afstand_m / 1000, 1)


@dataclass(frozen=True)
class Zoekuitslag:
    """A part of the ordered list, and counts over all of it.

    `verdeling` has ten classes of 100 points by the total at the start.
    """

    matches: list[Match]
    totaal_bekeken: int
    passend: int
    gevonden: int
    met_onbekend: int
    past_nu: int
    past_straks: int
    verborgen_onbekend: int = 0
    verborgen_afstand: int = 0
    verborgen_anders: int = 0
    verdeling: list[int] = field(default_factory=list)

    @property
    def uitgesloten_aantal(self) -> int:
        """Who fails a hard requirement."""
        return self.totaal_bekeken - self.passend

    @property
    def verborgen(self) -> int:
        """Who fits but is left out by a filter."""
        return self.verborgen_onbekend + self.verborgen_afstand + self.verborgen_anders


@dataclass(frozen=True)
class Telling:
    """How many people stay (`over`), how many fit well now and at the start, out of `totaal`."""

    over: int
    past_nu: int
    past_straks: int
    totaal: int


def zoek_kandidaten(
    *,
    werkprofiel: Werkprofiel,
    door: Gebruiker,
    top: int = 50,
    van: int = 0,
    peildatum: date | None = None,
    filters: Filters | None = None,
) -> Zoekuitslag:
    """People of the searcher's municipality who pass, best first, from place `van`; the search is logged.

    Raises GeenRecht. Everybody shown is read from the database again and scored by the reference.
    """
    vereis(rules.mag_kandidaten_zoeken(door, werkprofiel))
    assert door.gemeente_id is not None
    stand = zoekindex(door.gemeente_id)
    lees_eisen(werkprofiel)
    vraag, dag = naar_werkprofiel(werkprofiel), peildatum or timezone.localdate()
    (lijst,) = stand.index.passenden([vraag], dag)
    keuze, verborgen = _filter(lijst, vraag, filters or Filters())
    matches, weg = _live(islice(keuze.ids(), van, None), top, werkprofiel, vraag, stand, dag, door)
    log_zoekopdracht(
        door=door,
        aantal=len(matches),
        werkprofiel=werkprofiel,
        doel=Zoekopdracht.Doel.KANDIDATEN,
        index=stand.naam,
        blootstelling=_gezien(matches, van + 1, dag),
    )
    return Zoekuitslag(
        matches=matches,
        totaal_bekeken=len(stand.index),
        passend=len(lijst),
        gevonden=len(keuze) - weg,
        met_onbekend=int((~lijst.volledig).sum()),
        past_nu=_passen_goed(lijst.nu),
        past_straks=_passen_goed(lijst.straks),
        verborgen_onbekend=verborgen[0],
        verborgen_afstand=verborgen[1],
        verborgen_anders=verborgen[2],
        verdeling=_verdeling(lijst.straks),
    )


def zoek_groeiers(
    *,
    werkprofiel: Werkprofiel,
    door: Gebruiker,
    top: int = 50,
    ook: Collection[UUID] = (),
    peildatum: date | None = None,
) -> tuple[list[Match], int]:
    """People whom only hard competences keep out, and who can learn these before the start; and how many they are.

    The `top` who fit best otherwise, and besides them those of `ook` (people) who still belong here.
    A score on the hard competences alone is 1000 at the start exactly when each of them is reached by then.
    """
    vereis(rules.mag_kandidaten_zoeken(door, werkprofiel))
    assert door.gemeente_id is not None
    lees_eisen(werkprofiel)
    vraag, dag = naar_werkprofiel(werkprofiel), peildatum or timezone.localdate()
    hard = tuple(replace(eis, hard=False) for eis in vraag.eisen if eis.hard)
    if not hard:
        return [], 0
    stand = zoekindex(door.gemeente_id)
    haalbaar = replace(vraag, eisen=hard, weging=invoer.Weging(100, 0, 0))
    zacht = _zonder_harde_competenties(vraag)
    passen, halen, volgorde = stand.index.passenden([vraag, haalbaar, zacht], dag)
    halen_het = halen.houd(lambda deel: np.equal(deel.straks, 1000))
    groeiers = volgorde.alleen(halen_het).behalve(passen)
    nieuw = groeiers.zonder([str(wie) for wie in ook])
    bekend = groeiers.behalve(nieuw)
    eerst_bekend = chain(bekend.ids(), nieuw.ids())
    matches, weg = _live(eerst_bekend, top + len(bekend), werkprofiel, zacht, stand, dag, door)
    if len(bekend):
        rang = {wie: nummer for nummer, wie in enumerate(groeiers.ids())}
        matches.sort(key=lambda match: rang[str(match.dossier.werkzoekende_id)])
    log_zoekopdracht(
        door=door,
        aantal=len(matches),
        werkprofiel=werkprofiel,
        doel=Zoekopdracht.Doel.GROEIERS,
        index=stand.naam,
        blootstelling=_gezien(matches, 1, dag),
    )
    return matches, len(groeiers) - weg


def zoek_een(*, werkprofiel: Werkprofiel, dossier: int, door: Gebruiker, peildatum: date | None = None) -> Match | None:
    """One person of the list of candidates, or of those who can grow into the job, as these lists show them.

    None for who is not to be found, or fails a hard requirement that is not a competence. The search is logged. Raises
    GeenRecht.
    """
    vereis(rules.mag_kandidaten_zoeken(door, werkprofiel))
    assert door.gemeente_id is not None
    lees_eisen(werkprofiel)
    mens = _met_gegevens(_zichtbaar(door, door.gemeente_id).filter(dossier=dossier)).first()
    if mens is None:
        return None
    lees_samen(matchrijen([mens]))
    vraag, dag = naar_werkprofiel(werkprofiel), peildatum or timezone.localdate()
    (taxonomie, naam), kandidaat = taxonomie_met_naam(), kandidaat_uit(mens)
    uitslagen = (score(kandidaat, eis, taxonomie, dag) for eis in (vraag, _zonder_harde_competenties(vraag)))
    uitslag = next((uitslag for uitslag in uitslagen if isinstance(uitslag, Uitslag)), None)
    log_zoekopdracht(door=door, aantal=1, werkprofiel=werkprofiel, doel=Zoekopdracht.Doel.UITLEG, index=naam)
    return _match(mens, werkprofiel, uitslag) if uitslag else None


def zoek_werkprofielen(
    *, werkzoekende: Werkzoekende, door: Gebruiker, top: int = 50, peildatum: date | None = None
) -> list[Match]:
    """The other way round: the best open jobs of the region for one person, by the same score.

    Raises GeenRecht. The dossier of the person is in every match.
    """
    vereis(rules.mag_profiel_zien(door, werkzoekende))
    dag = peildatum or timezone.localdate()
    mens = _met_gegevens(Werkzoekende.objects.voor(door).filter(pk=werkzoekende.pk)).first()
    if mens is None:
        return []
    profielen = {str(p.uuid): p for p in _profielen(door, werkzoekende)}
    lees_samen([*matchrijen([mens]), *eisrijen(list(profielen.values()))])
    vragen = [naar_werkprofiel(p) for p in profielen.values()]
    taxonomie, naam = taxonomie_met_naam()
    uitslagen = beste_werkprofielen(kandidaat_uit(mens), vragen, taxonomie, dag, top)
    doel = Zoekopdracht.Doel.WERK
    log_zoekopdracht(door=door, aantal=len(uitslagen), werkzoekende=werkzoekende, doel=doel, index=naam)
    return [_match(mens, profielen[uitslag.werkprofiel], uitslag) for uitslag in uitslagen]


def score_nu(
    *, werkprofiel: Werkprofiel, werkzoekende: Werkzoekende, door: Gebruiker, peildatum: date | None = None
) -> Uitslag | None:
    """The score of one person for one job from live rows, hard competences counted as wishes; it is logged as a search.

    None when another hard requirement does not fit. Raises GeenRecht.
    """
    vereis(rules.mag_profiel_zien(door, werkzoekende))
    taxonomie, naam = taxonomie_met_naam()
    vraag = _zonder_harde_competenties(naar_werkprofiel(werkprofiel))
    uitslag = score(naar_kandidaat(werkzoekende), vraag, taxonomie, peildatum or timezone.localdate())
    past = uitslag if isinstance(uitslag, Uitslag) else None
    log_zoekopdracht(
        door=door,
        aantal=int(past is not None),
        werkprofiel=werkprofiel,
        werkzoekende=werkzoekende,
        doel=Zoekopdracht.Doel.SCORE,
        index=naam,
    )
    return past


def telling(*, werkprofiel: invoer.Werkprofiel, door: Gebruiker, peildatum: date | None = None) -> Telling:
    """How many people of the searcher's municipality pass this profile, saved or not yet."""
    vereis(door.heeft(Recht.KANDIDATEN_ZIEN))
    assert door.gemeente_id is not None
    stand = zoekindex(door.gemeente_id)
    (lijst,) = stand.index.passenden([werkprofiel], peildatum or timezone.localdate())
    return Telling(
        over=len(lijst),
        past_nu=_passen_goed(lijst.nu),
        past_straks=_passen_goed(lijst.straks),
        totaal=len(stand.index),
    )


def tel_overblijvers(
    *, werkprofielen: Sequence[invoer.Werkprofiel], door: Gebruiker, peildatum: date | None = None
) -> list[int]:
    """How many people of the searcher's municipality pass each of these profiles, in their order."""
    vereis(door.heeft(Recht.KANDIDATEN_ZIEN))
    assert door.gemeente_id is not None
    stand, dag = zoekindex(door.gemeente_id), peildatum or timezone.localdate()
    return [stand.index.tel(werkprofiel, dag) for werkprofiel in werkprofielen]


def log_zoekopdracht(
    *,
    door: Gebruiker,
    aantal: int,
    doel: Zoekopdracht.Doel,
    index: str,
    werkprofiel: Werkprofiel | None = None,
    werkzoekende: Werkzoekende | None = None,
    blootstelling: dict[str, list[int]] | None = None,
) -> None:
    """Note who searched what, why and in which version: part of the read log, so it may be written during a GET.

    `index` says what was read: `Zoekindex.naam`, or `Stempel.naam` where the database itself was.
    """
    with leeslog_toegestaan():
        Zoekopdracht.objects.create(
            werkprofiel=werkprofiel,
            werkzoekende=werkzoekende,
            door=door,
            doel=doel,
            formule=FORMULE,
            index=index,
            aantal=aantal,
            blootstelling=blootstelling or {},
        )


def log_zoekopdrachten(
    *, door: Gebruiker, doel: Zoekopdracht.Doel, index: str, gevonden: Mapping[Werkprofiel | Werkzoekende, int]
) -> None:
    """The same for many jobs and people at once: how much was found for each, in one query."""
    vast = {"door": door, "doel": doel, "formule": FORMULE, "index": index}
    with leeslog_toegestaan():
        Zoekopdracht.objects.bulk_create(
            Zoekopdracht(
                werkprofiel=van if isinstance(van, Werkprofiel) else None,
                werkzoekende=van if isinstance(van, Werkzoekende) else None,
                aantal=aantal,
                **vast,
            )
            for van, aantal in gevonden.items()
        )


def _gezien(matches: list[Match], eerste: int, dag: date) -> dict[str, list[int]]:
    """How much each age group was seen in what was shown."""
    return tel([match.dossier.werkzoekende.geboortedatum for match in matches], eerste, dag)


def _zonder_harde_competenties(vraag: invoer.Werkprofiel) -> invoer.Werkprofiel:
    return replace(vraag, eisen=tuple(replace(eis, hard=False) for eis in vraag.eisen))


def _passen_goed(totalen: Reeks) -> int:
    return int((totalen >= PAST_VANAF).sum())


def _verdeling(totalen: Reeks) -> list[int]:
    klassen: list[int] = np.bincount(np.minimum(totalen // 100, KLASSEN - 1), minlength=KLASSEN).tolist()
    return klassen


def _filter(lijst: Lijst, vraag: invoer.Werkprofiel, filters: Filters) -> tuple[Lijst, tuple[int, int, int]]:
    """Who stays, and how many were hidden because of something unknown, distance, or another reason."""
    anderen = lijst.zonder({str(wie) for wie in filters.zonder})
    bekend = anderen.houd(lambda deel: deel.volledig) if filters.alleen_bekend else anderen
    keuze, km, lat, lon = bekend, filters.max_km, vraag.lat, vraag.lon
    if km is not None and lat is not None and lon is not None:
        # Who lives nobody knows where stays.
        keuze = bekend.houd(lambda deel: ~deel.verder_dan(km, lat, lon))
    return keuze, (len(anderen) - len(bekend), len(bekend) - len(keuze), len(lijst) - len(anderen))


def _met_gegevens(mensen: QuerySet[Werkzoekende]) -> QuerySet[Werkzoekende]:
    return mensen.select_related("kandidaatgegevens", "dossier").defer("bsn")


# What a list of jobs tells of an employer and a municipality is the name; their texts are the better part of a row.
_LANGE_VELDEN = [
    f"{naam}__{veld.name}"
    for naam, model in (("werkgever", Werkgever), ("gemeente", Gemeente))
    for veld in model._meta.concrete_fields
    if isinstance(veld, TextField | JSONField | URLField)
]


def _profielen(door: Gebruiker, werkzoekende: Werkzoekende) -> QuerySet[Werkprofiel]:
    """Open profiles of the region that are not over, for colleagues; for the person those of the own region."""
    vandaag = timezone.localdate()
    if door.is_medewerker:
        alle = Werkprofiel.objects.voor(door)
    else:
        alle = Werkprofiel.objects.filter(gemeente__regio=werkzoekende.gemeente.regio_id)
    profielen = alle.zoekbaar().exclude(einde__lt=vandaag).select_related("vestiging", "werkgever", "gemeente")
    return profielen.defer(*_LANGE_VELDEN)


def _live(
    wie: Iterator[str],
    top: int,
    werkprofiel: Werkprofiel,
    vraag: invoer.Werkprofiel,
    stand: Zoekindex,
    dag: date,
    door: Gebruiker,
) -> tuple[list[Match], int]:
    """The first `top` matches of people in the order given, and how many fell out on the way.

    Everybody is read from the database again: who may not be found or seen any more, or does not pass any more, is
    left out and the next one taken. Raises GeenRecht when the searcher may not see candidates any more.
    """
    matches: list[Match] = []
    plek, per_keer = 0, top
    while len(matches) < top and (groep := list(islice(wie, per_keer))):
        gelezen = _lees_live(groep, werkprofiel, vraag, stand, dag, door)
        if not gelezen:
            vereis(_ziet_nog(door))
        over = top - len(matches)
        plek += len(groep) if len(gelezen) <= over else 1 + groep.index(str(gelezen[over - 1].dossier.werkzoekende_id))
        matches += gelezen[:over]
        per_keer *= 2
    return matches, plek - len(matches)


def _ziet_nog(door: Gebruiker) -> bool:
    return Gebruiker.objects.met_recht(Recht.KANDIDATEN_ZIEN).filter(pk=door.pk, gemeente=door.gemeente_id).exists()


def _zichtbaar(door: Gebruiker, gemeente_id: int) -> QuerySet[Werkzoekende]:
    """Who can be found in a municipality, for a searcher whose account has the right at this very moment."""
    mag = Gebruiker.objects.met_recht(Recht.KANDIDATEN_ZIEN).filter(pk=door.pk, gemeente=OuterRef("gemeente"))
    return zoekbaren(gemeente_id).voor(door).filter(Exists(mag))


def _lees_live(
    wie: Sequence[str],
    werkprofiel: Werkprofiel,
    vraag: invoer.Werkprofiel,
    stand: Zoekindex,
    dag: date,
    door: Gebruiker,
) -> list[Match]:
    """Matches in the order given, of who may be found and seen and who passes, from rows read now."""
    gevonden = _met_gegevens(_zichtbaar(door, stand.gemeente_id).filter(pk__in=[UUID(een) for een in wie]))
    mensen = {str(mens.pk): mens for mens in gevonden}
    lees_samen(matchrijen(list(mensen.values())))
    uit = []
    for een in wie:
        mens = mensen.get(een)
        uitslag = score(kandidaat_uit(mens), vraag, stand.index.taxonomie, dag) if mens is not None else None
        if mens is not None and isinstance(uitslag, Uitslag):
            uit.append(_match(mens, werkprofiel, uitslag))
    return uit


def _match(mens: Werkzoekende, werkprofiel: Werkprofiel, uitslag: Uitslag) -> Match:
    namen = {eis.competentie.code: eis.competentie.naam for eis in werkprofiel.eisen.all()}
    namen |= {regel.competentie.code: regel.competentie.naam for regel in mens.competenties.all()}
    return Match(mens.dossier, werkprofiel, uitslag, namen_van(uitslag.onbekend, namen), namen)


def _bewijstekst(bewijs: Bewijs) -> str:
    return f"{bewijs.get_soort_display()} ({bewijs.datum.year})"


def scores_van(
    *, werkprofiel: Werkprofiel, mensen: Sequence[UUID], door: Gebruiker, peildatum: date | None = None
) -> dict[UUID, tuple[Uitslag | None, list[str]]]:
    """{person: (score, what stands in the way)} for people somebody chose by hand; hard competences count as wishes.

    Only people of the searcher's municipality who may be found are in it. The search is logged. Raises GeenRecht.
    """
    vereis(rules.mag_kandidaten_zoeken(door, werkprofiel))
    assert door.gemeente_id is not None
    lees_eisen(werkprofiel)
    vraag, dag = naar_werkprofiel(werkprofiel), peildatum or timezone.localdate()
    (taxonomie, naam), zacht = taxonomie_met_naam(), _zonder_harde_competenties(vraag)
    namen = {eis.competentie.code: eis.competentie.naam for eis in werkprofiel.eisen.all()}
    gevonden = list(_met_gegevens(_zichtbaar(door, door.gemeente_id).filter(pk__in=mensen)))
    lees_samen(matchrijen(gevonden))
    uit: dict[UUID, tuple[Uitslag | None, list[str]]] = {}
    for mens in gevonden:
        kandidaat = kandidaat_uit(mens)
        streng, uitslag = score(kandidaat, vraag, taxonomie, dag), score(kandidaat, zacht, taxonomie, dag)
        redenen = [] if isinstance(streng, Uitslag) else namen_van([eis.naam for eis in streng.redenen], namen)
        uit[mens.pk] = (uitslag if isinstance(uitslag, Uitslag) else None, redenen)
    doel = Zoekopdracht.Doel.OP_NAAM
    log_zoekopdracht(door=door, aantal=len(uit), werkprofiel=werkprofiel, doel=doel, index=naam)
    return uit
