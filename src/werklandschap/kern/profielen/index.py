"""The search index of a municipality, kept in every process and brought up to date before each search."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.competenties.models import Competentie, Importverslag, Verwantschap
from werklandschap.kern.basis.haken import Gezondheid, gezondheid
from werklandschap.kern.dossiers.models import Dossier, Werkzoekende
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.profielen.models import Certificaat, Competentieregel, Kandidaatwijziging, Taalbeheersing
from werklandschap.kern.profielen.omzetting import kandidaten
from werklandschap.kern.profielen.wijzigingen import BEWAARD
from werklandschap.matching.invoer import Kandidaat, Taxonomie
from werklandschap.matching.motor import Index

FORMULE = "1"
# A change may be committed this long after its time was set; longer transactions don't occur on the web.
VENSTER = timedelta(minutes=10)
HEEL_OPNIEUW_VANAF = 400
BULKMODELLEN: tuple[type[Competentieregel] | type[Certificaat] | type[Taalbeheersing], ...] = (
    Competentieregel,
    Certificaat,
    Taalbeheersing,
)

Plek = tuple[float, float]


@dataclass(frozen=True)
class Stempel:
    """What tells whether anything changed: the newest rows, and the taxonomy."""

    taxonomie: tuple[int, int, int]
    rijen: tuple[int, ...]
    wijziging: tuple[int, int]

    @property
    def versie(self) -> str:
        """One line that tells which taxonomy and which changes of people a search rested on."""
        delen = ("t", self.taxonomie), ("r", self.rijen), ("w", self.wijziging)
        return " ".join(soort + ".".join(map(str, nummers)) for soort, nummers in delen)[:80]


@dataclass
class Zoekindex:
    """The engine's index of one municipality with what it rests on. `plekken`: coordinates where known."""

    gemeente_id: int
    index: Index
    stempel: Stempel
    bijgewerkt: datetime
    plekken: dict[str, Plek] = field(default_factory=dict)
    gezien: set[tuple[int, UUID]] = field(default_factory=set)


_indexen: dict[int, Zoekindex] = {}
_taxonomieen: dict[tuple[int, int, int], Taxonomie] = {}
_sloten: dict[int, threading.Lock] = {}
_slot = threading.Lock()


def zoekbaren(gemeente_id: int) -> QuerySet[Werkzoekende]:
    """Who can be found: an open dossier in this municipality, and looking for work as far as we know."""
    return Werkzoekende.objects.filter(
        Q(kandidaatgegevens__isnull=True) | Q(kandidaatgegevens__wil_bemiddeld=True),
        gemeente=gemeente_id,
        dossier__status=Dossier.Status.OPEN,
    )


def zoekindex(gemeente_id: int) -> Zoekindex:
    """The index of a municipality with every committed change in it. One query when nothing changed."""
    with _slot:
        slot = _sloten.setdefault(gemeente_id, threading.Lock())
    with slot:
        stempel = _stempel(gemeente_id)
        huidig = _indexen.get(gemeente_id)
        if huidig is None or _moet_opnieuw(huidig, stempel):
            huidig = _indexen[gemeente_id] = _bouw(gemeente_id, stempel)
        elif huidig.stempel != stempel:
            _werk_bij(huidig, gemeente_id, stempel)
        return huidig


def taxonomie_nu(gemeente_id: int) -> Taxonomie:
    """Kinship and learning times as the database holds them now."""
    return taxonomie_bij(_stempel(gemeente_id).taxonomie)


def vergeet() -> None:
    """Forget everything kept in this process: for tests and after restoring a backup."""
    _indexen.clear()
    _taxonomieen.clear()


def _nieuwste(rijen: QuerySet) -> Coalesce:
    return Coalesce(Subquery(rijen.order_by("-pk").values("pk")[:1]), Value(0))


def _stempel(gemeente_id: int) -> Stempel:
    recent = Kandidaatwijziging.objects.filter(tijd__gte=timezone.now() - VENSTER).order_by()
    aantal = recent.annotate(vast=Value(1)).values("vast").annotate(n=Count("pk")).values("n")
    kolommen = [_nieuwste(model.objects.all()) for model in (Importverslag, Competentie, Verwantschap, *BULKMODELLEN)]
    kolommen += [_nieuwste(Kandidaatwijziging.objects.all()), Coalesce(Subquery(aantal), Value(0))]
    namen = [f"k{nummer}" for nummer in range(len(kolommen))]
    rij = (
        Gemeente.objects.filter(pk=gemeente_id)
        .annotate(**dict(zip(namen, kolommen, strict=True)))
        .values_list(*namen)
        .get()
    )
    return Stempel((rij[0], rij[1], rij[2]), tuple(rij[3:-2]), (rij[-2], rij[-1]))


def _moet_opnieuw(huidig: Zoekindex, stempel: Stempel) -> bool:
    te_oud = timezone.now() - huidig.bijgewerkt > BEWAARD / 2
    return te_oud or huidig.stempel.taxonomie != stempel.taxonomie


def taxonomie_bij(sleutel: tuple[int, int, int]) -> Taxonomie:
    """The taxonomy that belongs to a stamp; read once per process."""
    if sleutel not in _taxonomieen:
        verwant: dict[str, dict[str, int]] = {}
        for naar, van, promille in Verwantschap.objects.values_list("naar__code", "van__code", "promille"):
            verwant.setdefault(naar, {})[van] = promille
        leertijd: dict[str, int] = {}
        vanaf_nul: dict[str, bool] = {}
        for code, weken, nul in Competentie.objects.values_list("code", "leertijd_weken", "vanaf_nul"):
            leertijd[code], vanaf_nul[code] = weken, nul
        _taxonomieen.clear()
        _taxonomieen[sleutel] = Taxonomie(verwantschap=verwant, leertijd=leertijd, vanaf_nul=vanaf_nul)
    return _taxonomieen[sleutel]


def _bouw(gemeente_id: int, stempel: Stempel) -> Zoekindex:
    plekken: dict[str, Plek] = {}

    def stroom() -> Iterable[Kandidaat]:
        for kandidaat in kandidaten(zoekbaren(gemeente_id)):
            _onthoud_plek(plekken, kandidaat)
            yield kandidaat

    nu = timezone.now()
    gezien = _recente_wijzigingen(nu)
    index = Index.bouw(stroom(), taxonomie_bij(stempel.taxonomie))
    return Zoekindex(gemeente_id, index, stempel, nu, plekken, gezien)


def _onthoud_plek(plekken: dict[str, Plek], kandidaat: Kandidaat) -> None:
    plekken.pop(kandidaat.id, None)
    if kandidaat.lat is not None and kandidaat.lon is not None:
        plekken[kandidaat.id] = (kandidaat.lat, kandidaat.lon)


def _recente_wijzigingen(sinds: datetime) -> set[tuple[int, UUID]]:
    rijen = Kandidaatwijziging.objects.filter(tijd__gte=sinds - VENSTER)
    return set(rijen.values_list("pk", "werkzoekende_id"))


def _werk_bij(huidig: Zoekindex, gemeente_id: int, stempel: Stempel) -> None:
    """Take in the people who changed since the last search; build anew when they are many."""
    nu = timezone.now()
    recent = _recente_wijzigingen(huidig.bijgewerkt)
    wie = {persoon for _nummer, persoon in recent - huidig.gezien} | _in_bulk_erbij(huidig.stempel, stempel)
    if len(wie) > HEEL_OPNIEUW_VANAF:
        _indexen[gemeente_id] = nieuw = _bouw(gemeente_id, stempel)
        huidig.index, huidig.plekken, huidig.gezien = nieuw.index, nieuw.plekken, nieuw.gezien
    else:
        _vervang(huidig, gemeente_id, wie)
        huidig.gezien = recent
    huidig.stempel, huidig.bijgewerkt = stempel, nu


def _in_bulk_erbij(oud: Stempel, nieuw: Stempel) -> set[UUID]:
    """People with rows that were added since, also by a bulk insert that sends no signal."""
    uit: set[UUID] = set()
    for model, vorige, nu in zip(BULKMODELLEN, oud.rijen, nieuw.rijen, strict=True):
        if nu > vorige:
            uit |= set(model.objects.filter(pk__gt=vorige).values_list("werkzoekende_id", flat=True).distinct())
    return uit


def _vervang(huidig: Zoekindex, gemeente_id: int, wie: set[UUID]) -> None:
    gevonden = {k.id: k for k in kandidaten(zoekbaren(gemeente_id).filter(pk__in=wie))} if wie else {}
    for persoon in wie:
        kandidaat = gevonden.get(str(persoon))
        if kandidaat is None:
            huidig.index.verwijder(str(persoon))
            huidig.plekken.pop(str(persoon), None)
        else:
            huidig.index.wijzig(kandidaat)
            _onthoud_plek(huidig.plekken, kandidaat)


def _toestand() -> Gezondheid:
    """How many people each index in this process holds."""
    aantallen = {str(gemeente): len(stand.index) for gemeente, stand in _indexen.items()}
    return Gezondheid(True, _("wordt bij de eerste zoekvraag gemaakt"), {"kandidaten": aantallen} if aantallen else {})


gezondheid.registreer("index", _toestand)
