"""The search index of a municipality: a file that all processes share, and what changed since on top of it in each.

`Kandidaatwijziging` tells what changed. A process looks there before each search, so every process sees a change at
once. The worker makes a new file every day, and earlier when many people changed (`vouw_in`).
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.competenties.models import Competentie, Importverslag, Verwantschap
from werklandschap.kern.basis.haken import Gezondheid, gezondheid
from werklandschap.kern.dossiers.models import Dossier, Werkzoekende, WerkzoekendeQuerySet
from werklandschap.kern.profielen import indexbestanden
from werklandschap.kern.profielen.models import Certificaat, Competentieregel, Kandidaatwijziging, Taalbeheersing
from werklandschap.kern.profielen.omzetting import kandidaten
from werklandschap.kern.profielen.wijzigingen import BEWAARD
from werklandschap.matching.invoer import Kandidaat, Taxonomie
from werklandschap.matching.motor import Index

# A change may be committed this long after its time was set; longer transactions don't occur on the web.
VENSTER = timedelta(minutes=10)
HOUDBAAR = BEWAARD - timedelta(days=1)
INVOUWEN_VANAF = 500
PER_KEER = 1000
PER_GROEP = 10_000
BULKMODELLEN: tuple[type[Competentieregel] | type[Certificaat] | type[Taalbeheersing], ...] = (
    Competentieregel,
    Certificaat,
    Taalbeheersing,
)

ZOEKT_WERK = Q(kandidaatgegevens__isnull=True) | Q(kandidaatgegevens__wil_bemiddeld=True)

logboek = logging.getLogger(__name__)


Anker = tuple[int, str, str]
"""Number, person and moment of a change."""


@dataclass(frozen=True)
class Stempel:
    """What tells whether anything changed: the newest rows, and the taxonomy.

    `wijziging` is the newest change and how many there were within `VENSTER`.
    """

    taxonomie: tuple[int, int, int]
    rijen: tuple[int, ...]
    wijziging: tuple[int, int]

    @property
    def naam(self) -> str:
        """Up to which change and with which taxonomy, for the log of a search (`zoeklog`)."""
        return f"w{self.wijziging[0]} t{self.taxonomie[0]}"


@dataclass(frozen=True)
class Zoekindex:
    """The engine's index of one municipality with what it rests on.

    `gezien` are the changes of the last minutes that are in it; `anker` is the newest change when it was made: a
    database without that one is another database, or an earlier one that was put back.
    """

    gemeente_id: int
    versie: str
    index: Index
    stempel: Stempel
    bijgewerkt: datetime
    gezien: frozenset[int]
    anker: Anker | None

    @property
    def naam(self) -> str:
        """Version and what is in it, for the log of a search (`zoeklog`)."""
        return f"i{self.versie} {self.stempel.naam}"


_standen: dict[int, Zoekindex] = {}
_taxonomieen: dict[tuple[int, int, int], Taxonomie] = {}
_sloten: dict[int, threading.Lock] = {}
_slot = threading.Lock()


def zoekbaren(gemeente_id: int) -> WerkzoekendeQuerySet:
    """Who can be found: an open dossier in this municipality, and looking for work as far as we know."""
    return Werkzoekende.objects.filter(ZOEKT_WERK, gemeente=gemeente_id, dossier__status=Dossier.Status.OPEN)


def zoekindex(gemeente_id: int) -> Zoekindex:
    """The index of a municipality with every committed change in it. One query when nothing changed."""
    with _slot:
        slot = _sloten.setdefault(gemeente_id, threading.Lock())
    with slot:
        stempel = _stempel()
        stand = _bijgewerkt(_stand(gemeente_id, stempel), stempel)
        _standen[gemeente_id] = stand
        return stand


def taxonomie_met_naam() -> tuple[Taxonomie, str]:
    """Kinship and learning times as the database holds them now, and how the log of a search calls what was read."""
    stempel = _stempel()
    return taxonomie_bij(stempel.taxonomie), stempel.naam


def vouw_in(gemeente_id: int) -> bool:
    """Make a new file with all changes in it; False when somebody else is at it. For the worker: it takes a while.

    Within a transaction nothing is made: what we read may be rolled back.
    """
    if connection.in_atomic_block:
        return False
    with indexbestanden.bouwslot(gemeente_id, wacht=False) as mag:
        if mag:
            _bewaar(_bouw(gemeente_id, _stempel()))
        return mag


def wacht_op_invouwen(gemeente_id: int) -> bool:
    """Whether so much changed since the newest file that it is worth making anew, or no file can be used."""
    stempel = _stempel()
    stand = _uit_bestand(gemeente_id, stempel)
    if stand is None:
        return True
    sinds = Kandidaatwijziging.objects.filter(tijd__gte=stand.bijgewerkt - VENSTER, pk__gt=stand.stempel.wijziging[0])
    eigen = Werkzoekende.objects.filter(gemeente=gemeente_id, pk__in=sinds.values("werkzoekende_id"))
    return eigen.count() > INVOUWEN_VANAF


def vergeet() -> None:
    """Forget everything kept in this process and in files: for tests and after restoring a backup."""
    _standen.clear()
    _taxonomieen.clear()
    indexbestanden.vergeet()


def _stempel() -> Stempel:
    sinds = connection.ops.adapt_datetimefield_value(timezone.now() - VENSTER)
    with connection.cursor() as cursor:
        cursor.execute(_stempelvraag(), [sinds])
        rij = cursor.fetchone()
    return Stempel((rij[0], rij[1], rij[2]), tuple(rij[3:-2]), (rij[-2], rij[-1]))


@cache
def _stempelvraag() -> str:
    """The newest number of each table, and how many changes there were since a moment.

    Asked before each search; to have Django compose it took longer than the search of ten thousand people.
    """
    modellen = (Importverslag, Competentie, Verwantschap, *BULKMODELLEN, Kandidaatwijziging)
    tabellen = [(model._meta.db_table, model._meta.pk.column) for model in modellen]
    nieuwste = [f'(SELECT COALESCE(MAX("{sleutel}"), 0) FROM "{tabel}")' for tabel, sleutel in tabellen]  # noqa: S608 - names of our own tables
    recent = f'(SELECT COUNT(*) FROM "{Kandidaatwijziging._meta.db_table}" WHERE "tijd" >= %s)'  # noqa: S608 - the same
    return f"SELECT {', '.join([*nieuwste, recent])}"


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


def _stand(gemeente_id: int, stempel: Stempel) -> Zoekindex:
    """What this process has, or a newer file, or an index made now."""
    huidig = _standen.get(gemeente_id)
    if huidig is not None and not _bruikbaar(huidig, stempel):
        huidig = None
    return (
        _uit_bestand(gemeente_id, stempel, na=huidig.versie if huidig else "") or huidig or _maak(gemeente_id, stempel)
    )


def _bruikbaar(stand: Zoekindex, stempel: Stempel) -> bool:
    return timezone.now() - stand.bijgewerkt < HOUDBAAR and stand.stempel.taxonomie == stempel.taxonomie


def _uit_bestand(gemeente_id: int, stempel: Stempel, na: str = "") -> Zoekindex | None:
    """The newest file when it is later than version `na` and can be used."""
    while (pad := indexbestanden.nieuwste(gemeente_id)) is not None and pad.stem > na:
        gelezen = indexbestanden.open_bestand(pad)
        if gelezen is not None:
            stand = _uit_notitie(gemeente_id, pad.stem, *gelezen)
            return stand if _bruikbaar(stand, stempel) and _hoort_hierbij(stand.anker) else None
        if pad.exists():
            return None
    return None


def _uit_notitie(gemeente_id: int, versie: str, index: Index, notitie: dict[str, Any]) -> Zoekindex:
    stempel = Stempel(*(tuple(notitie[naam]) for naam in ("taxonomie", "rijen", "wijziging")))
    return Zoekindex(
        gemeente_id=gemeente_id,
        versie=versie,
        index=Index.uit_lagen(taxonomie_bij(stempel.taxonomie), index.woorden, index.lagen),
        stempel=stempel,
        bijgewerkt=datetime.fromisoformat(notitie["bijgewerkt"]),
        gezien=frozenset(notitie["gezien"]),
        anker=tuple(notitie["anker"]) if notitie["anker"] else None,
    )


def _hoort_hierbij(anker: Anker | None) -> bool:
    """Whether the database knows the newest change an index was made with."""
    if anker is None:
        return not Kandidaatwijziging.objects.exists()
    nummer, persoon, tijd = anker
    return Kandidaatwijziging.objects.filter(pk=nummer, werkzoekende_id=persoon, tijd=tijd).exists()


def _maak(gemeente_id: int, stempel: Stempel, na: str = "") -> Zoekindex:
    """Build and save for all processes, or take what another made meanwhile.

    Within a transaction nothing is saved: what we read may be rolled back. A folder that can't be written costs memory
    only: this process then keeps an index of its own.
    """
    if connection.in_atomic_block:
        return _bouw(gemeente_id, stempel)
    try:
        with indexbestanden.bouwslot(gemeente_id):
            return _uit_bestand(gemeente_id, stempel, na) or _bewaar(_bouw(gemeente_id, stempel))
    except OSError as fout:
        logboek.warning("De map %s is niet te gebruiken (%s)", indexbestanden.map_van(gemeente_id), fout)
        return _bouw(gemeente_id, stempel)


def _bewaar(stand: Zoekindex) -> Zoekindex:
    """The same index from a file, so that its memory is shared; the one given when it can't be saved."""
    notitie: dict[str, Any] = {
        "taxonomie": stand.stempel.taxonomie,
        "rijen": stand.stempel.rijen,
        "wijziging": stand.stempel.wijziging,
        "bijgewerkt": stand.bijgewerkt.isoformat(),
        "gezien": sorted(stand.gezien),
        "anker": stand.anker,
    }
    # The taxonomy is the same for all municipalities and stays in the database.
    zonder = Index.uit_lagen(Taxonomie(), stand.index.woorden, stand.index.lagen)
    try:
        pad = indexbestanden.bewaar(stand.gemeente_id, stand.versie, zonder, notitie)
    except OSError as fout:
        logboek.warning("De index is niet bewaard (%s); dit proces houdt een eigen index", fout)
        return stand
    gelezen = indexbestanden.open_bestand(pad)
    return _uit_notitie(stand.gemeente_id, stand.versie, *gelezen) if gelezen else stand


def _bouw(gemeente_id: int, stempel: Stempel) -> Zoekindex:
    nu = timezone.now()
    recent, anker = _recente_wijzigingen(nu), _anker()
    index = Index.bouw(_in_groepen(zoekbaren(gemeente_id)), taxonomie_bij(stempel.taxonomie))
    return Zoekindex(
        gemeente_id=gemeente_id,
        versie=indexbestanden.nieuwe_versie(gemeente_id),
        index=index,
        stempel=stempel,
        bijgewerkt=nu,
        gezien=frozenset(recent),
        anker=anker,
    )


def _in_groepen(mensen: WerkzoekendeQuerySet) -> Iterator[Kandidaat]:
    """All candidates, read a group at a time, so that memory stays small however many they are."""
    rest = mensen
    while laatste := rest.order_by("pk").values_list("pk", flat=True)[PER_GROEP - 1 : PER_GROEP].first():
        yield from kandidaten(rest.filter(pk__lte=laatste))
        rest = mensen.filter(pk__gt=laatste)
    yield from kandidaten(rest)


def _anker() -> Anker | None:
    laatste = Kandidaatwijziging.objects.order_by("-pk").first()
    return (laatste.pk, str(laatste.werkzoekende_id), laatste.tijd.isoformat()) if laatste else None


def _recente_wijzigingen(sinds: datetime) -> dict[int, UUID]:
    rijen = Kandidaatwijziging.objects.filter(tijd__gte=sinds - VENSTER)
    return dict(rijen.values_list("pk", "werkzoekende_id"))


def _bijgewerkt(stand: Zoekindex, stempel: Stempel) -> Zoekindex:
    """Take in the people who changed since; when they are more than half of all, building anew costs less."""
    if stand.stempel == stempel:
        return stand
    nu = timezone.now()
    recent = _recente_wijzigingen(stand.bijgewerkt)
    wie = {persoon for nummer, persoon in recent.items() if nummer not in stand.gezien}
    wie |= _in_bulk_erbij(stand.stempel, stempel)
    if len(wie) > max(INVOUWEN_VANAF, len(stand.index) // 2):
        return _bijgewerkt(_maak(stand.gemeente_id, stempel, na=stand.versie), stempel)
    _vervang(stand, wie)
    return replace(stand, stempel=stempel, bijgewerkt=nu, gezien=frozenset(recent))


def _in_bulk_erbij(oud: Stempel, nieuw: Stempel) -> set[UUID]:
    """People with rows that were added since, also by a bulk insert that sends no signal."""
    uit: set[UUID] = set()
    for model, vorige, nu in zip(BULKMODELLEN, oud.rijen, nieuw.rijen, strict=True):
        if nu > vorige:
            uit |= set(model.objects.filter(pk__gt=vorige).values_list("werkzoekende_id", flat=True).distinct())
    return uit


def _vervang(stand: Zoekindex, wie: Iterable[UUID]) -> None:
    gevonden: dict[str, Kandidaat] = {}
    alle = list(wie)
    for begin in range(0, len(alle), PER_KEER):
        groep = zoekbaren(stand.gemeente_id).filter(pk__in=alle[begin : begin + PER_KEER])
        gevonden |= {kandidaat.id: kandidaat for kandidaat in kandidaten(groep)}
    for persoon in map(str, alle):
        if persoon not in gevonden:
            stand.index.verwijder(persoon)
    stand.index.wijzig_alle(gevonden.values())


def _toestand() -> Gezondheid:
    """How many people each index in this process holds, and which version it is."""
    gegevens = {
        "kandidaten": {str(gemeente): len(stand.index) for gemeente, stand in _standen.items()},
        "versies": {str(gemeente): stand.versie for gemeente, stand in _standen.items()},
    }
    return Gezondheid(True, _("wordt bij de eerste zoekvraag gemaakt"), gegevens if _standen else {})


gezondheid.registreer("index", _toestand)
