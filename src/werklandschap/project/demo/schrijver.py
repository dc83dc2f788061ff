"""Collects rows and events, and writes them in bulk in the order the foreign keys ask for.

Every hand of `handen_*.py` mirrors one action: same rows, same versions, same events. A test makes a small world
both ways and compares the tables.
"""

from __future__ import annotations

import gc
import random
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any, TypeVar

from django.db import models, transaction
from django.utils import timezone

from werklandschap.kern.basis.sleutels import zoekwaarde
from werklandschap.kern.dossiers.contact import werk_contact_bij
from werklandschap.kern.dossiers.models import Doelgroepperiode, Dossier
from werklandschap.kern.profielen.models import (
    Bewijs,
    Certificaat,
    Certificaateis,
    Competentieregel,
    Eis,
    Kandidaatgegevens,
    Opleidingsverleden,
    Taalbeheersing,
    Taaleis,
    Werkervaring,
)
from werklandschap.kern.profielen.wijzigingen import meld_wijzigingen
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.ketens import Regel, bouw_schakels, verzamel_gebeurtenissen
from werklandschap.kern.tijdlijn.models import Gebeurtenis, Keten, Tegelbezoek, Verwerking
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.project.demo.inserts import voeg_toe
from werklandschap.samen.bemiddeling.models import Voordrachtstap

M = TypeVar("M", bound=models.Model)
T = TypeVar("T")
PER_KEER = 500


@contextmanager
def zonder_opruimen() -> Iterator[None]:
    """Without looking for cycles among a hundred thousand rows that are all still needed: a quarter of the time."""
    aan = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if aan:
            gc.enable()


DAG_BEGINT = 8
DAG_MINUTEN = 9 * 60

# Rows whose number nobody needs, unless a waiting row points at them.
BLADEREN: frozenset[type[models.Model]] = frozenset(
    {
        Bewijs,
        Certificaat,
        Certificaateis,
        Competentieregel,
        Doelgroepperiode,
        Eis,
        Gebeurtenis,
        Kandidaatgegevens,
        Opleidingsverleden,
        Taak,
        Taalbeheersing,
        Taaleis,
        Tegelbezoek,
        Voordrachtstap,
        Werkervaring,
    }
)


class Schrijver:
    """Rows waiting to be written. `rng` makes every choice; `vandaag` is the day everything is relative to."""

    def __init__(self, seed: int, vandaag: date, voortgang: Callable[[int], None] | None = None) -> None:
        self.rng = random.Random(seed)  # noqa: S311 - the same people every time, no secrets
        self.vandaag = vandaag
        self.nu = datetime.combine(vandaag, time(DAG_BEGINT), tzinfo=timezone.get_current_timezone())
        self.geschreven = 0
        self._voortgang = voortgang
        self._rijen: dict[type[models.Model], list[Any]] = {}
        self._gebeurtenissen: dict[uuid.UUID, list[Regel]] = {}
        self._ketens: dict[uuid.UUID, Keten] = {}
        self._taakbronnen: list[tuple[Taak, Callable[[], str]]] = []
        self._taakadressen: list[tuple[Taak, Callable[[], str]]] = []
        self._later: list[tuple[models.Model, str, Callable[[], str]]] = []

    def kies(self, *reeks: T) -> T:
        """One of these."""
        return self.rng.choice(reeks)

    def kans(self, deel: float) -> bool:
        """True in this part (0–1) of the cases."""
        return self.rng.random() < deel

    def tussen(self, laag: int, hoog: int) -> int:
        """A whole number from `laag` to `hoog`, both included."""
        return self.rng.randint(laag, hoog)

    def uuid(self) -> uuid.UUID:
        """A key that is the same for the same seed."""
        return uuid.UUID(int=self.rng.getrandbits(128), version=4)

    def tijd(self, dag: date) -> datetime:
        """A moment in office hours of a day, never later than now."""
        begin = datetime.combine(dag, time(DAG_BEGINT), tzinfo=timezone.get_current_timezone())
        moment = begin + timedelta(minutes=self.tussen(0, DAG_MINUTEN))
        return min(moment, self.nu) if dag >= self.vandaag else moment

    def werkdag(self, dag: date) -> date:
        """This day, or the Monday after when it is in a weekend."""
        return dag + timedelta(days=(7 - dag.weekday()) if dag.weekday() > 4 else 0)

    def rij(self, rij: M) -> M:
        """Keep a row for writing."""
        self._rijen.setdefault(type(rij), []).append(rij)
        return rij

    def wachtend(self, model: type[M]) -> list[M]:
        """Rows of a model that were kept and not written yet, oldest first."""
        return self._rijen.get(model, [])

    def keten(self, soort: str) -> Keten:
        """A new chain."""
        keten = self.rij(Keten(id=self.uuid(), soort=soort))
        self._ketens[keten.id] = keten
        self._gebeurtenissen[keten.id] = []
        return keten

    def noteer(self, keten: Keten, soort: str, door: Gebruiker | None, tijd: datetime, /, **gegevens: Any) -> None:
        """An event; the chain is built when everything is known, in order of time.

        A row in the payload becomes its number once it has one.
        """
        self._gebeurtenissen[keten.id].append(Regel(soort, door, gegevens, tijd))

    def taakbron(self, taak: Taak, bron: Callable[[], str], url: Callable[[], str] | None = None) -> None:
        """What caused a task and where it is done, known only after the cause was written."""
        self._taakbronnen.append((taak, bron))
        if url is not None:
            self._taakadressen.append((taak, url))

    def vul_later(self, rij: models.Model, veld: str, waarde: Callable[[], str]) -> None:
        """A text that holds the number of a row which itself points at this one."""
        self._later.append((rij, veld, waarde))

    def schrijf(self, naspel: Callable[[], None] | None = None) -> int:
        """Write everything kept, in one transaction. Returns the number of rows.

        `naspel` runs when the rows are there: actions that go on with them. What they record enters the chains in
        order of time, together with the events that were kept.
        """
        voor = self.geschreven
        with transaction.atomic():
            taken = self._rijen.pop(Taak, [])
            ketens = self._rijen.pop(Keten, [])
            rest = self._op_volgorde()
            if naspel is not None:
                self._schrijf_model(Keten, ketens)
            for model, rijen in rest:
                self._schrijf_model(model, rijen)
            self._schrijf_later()
            self._schrijf_taken(taken)
            mensen = [rij.pk for model, rijen in rest if model.__name__ == "Werkzoekende" for rij in rijen]
            self._rijen.clear()
            # A chain has its key beforehand and is written when its length is known; the database checks at the end.
            if naspel is None:
                gebeurtenissen, verwerkingen = self._bouw_ketens()
                self._schrijf_model(Keten, ketens)
            else:
                self._speel(naspel)
                gebeurtenissen, verwerkingen = self._bouw_ketens()
                Keten.objects.bulk_update(self._ketens.values(), ["lengte", "laatste_hash"], batch_size=PER_KEER)
            self._schrijf_model(Verwerking, verwerkingen)
            self._schrijf_model(Gebeurtenis, gebeurtenissen)
            werk_contact_bij(Dossier.objects.filter(keten__in=list(self._ketens)))
            meld_wijzigingen(mensen)
        self._gebeurtenissen.clear()
        self._ketens.clear()
        return self.geschreven - voor

    def _schrijf_later(self) -> None:
        per_veld: dict[tuple[type[models.Model], str], list[models.Model]] = {}
        for rij, veld, waarde in self._later:
            setattr(rij, veld, waarde())
            per_veld.setdefault((type(rij), veld), []).append(rij)
        self._later.clear()
        for (model, veld), rijen in per_veld.items():
            model._default_manager.bulk_update(rijen, [veld], batch_size=PER_KEER)

    def _speel(self, naspel: Callable[[], None]) -> None:
        verbinding = transaction.get_connection()
        eerder = list(verbinding.run_on_commit)
        with verzamel_gebeurtenissen() as verzameld:
            naspel()
        # Mail of the past is not sent again.
        verbinding.run_on_commit = eerder
        nieuw = {sleutel for sleutel, _regel in verzameld} - set(self._ketens)
        self._ketens.update(Keten.objects.in_bulk(nieuw))
        for sleutel, regel in verzameld:
            self._gebeurtenissen.setdefault(sleutel, []).append(regel)

    def _op_volgorde(self) -> list[tuple[type[models.Model], list[Any]]]:
        """Models after those they point at; a pointer to the own model is written in the order of making."""
        gedaan: list[type[models.Model]] = []
        wachtend = list(self._rijen)
        while wachtend:
            kan = [m for m in wachtend if not (_wijst_naar(m) & (set(wachtend) - {m}))]
            if not kan:
                raise RuntimeError(f"models point at each other: {wachtend}")
            gedaan.extend(kan)
            wachtend = [m for m in wachtend if m not in kan]
        return [(model, self._rijen[model]) for model in gedaan]

    def _schrijf_taken(self, taken: list[Taak]) -> None:
        for taak, bron in self._taakbronnen:
            taak.bron = bron()
        for taak, url in self._taakadressen:
            taak.url = url()
        self._taakbronnen.clear()
        self._taakadressen.clear()
        self._schrijf_model(Taak, taken)

    def _schrijf_model(self, model: type[models.Model], rijen: list[Any]) -> None:
        """In batches; rows that point at a row of the same batch wait for the next."""
        los = self._is_blad(model, rijen)
        eigen = [v.name for v in model._meta.concrete_fields if v.is_relation and v.related_model is model]
        for deel in _in_lagen(rijen, eigen):
            for begin in range(0, len(deel), PER_KEER):
                stuk = deel[begin : begin + PER_KEER]
                if los:
                    voeg_toe(model, stuk)
                else:
                    model._default_manager.bulk_create(stuk)
                self.geschreven += len(stuk)
                if self._voortgang is not None:
                    self._voortgang(len(stuk))

    def _is_blad(self, model: type[models.Model], rijen: list[Any]) -> bool:
        """Does nobody ask for the numbers of these rows?"""
        if all(rij.pk is not None for rij in rijen):
            return True
        return model in BLADEREN and not any(model in _wijst_naar(ander) for ander in self._rijen if ander is not model)

    def _bouw_ketens(self) -> tuple[list[Gebeurtenis], list[Verwerking]]:
        gebeurtenissen: list[Gebeurtenis] = []
        verwerkingen: list[Verwerking] = []
        for sleutel, regels in self._gebeurtenissen.items():
            keten = self._ketens[sleutel]
            op_tijd = sorted(regels, key=lambda regel: regel.tijd)
            schakels = bouw_schakels(keten, [r._replace(gegevens=_als_nummers(r.gegevens)) for r in op_tijd])
            if keten.soort == Keten.Soort.DOSSIER:
                verwerkingen.extend(self._verwerkingen(keten, schakels))
            gebeurtenissen.extend(schakels)
        return gebeurtenissen, verwerkingen

    def _verwerkingen(self, keten: Keten, schakels: list[Gebeurtenis]) -> list[Verwerking]:
        """One line in the processing log per event, as `leg_vast` writes it."""
        betrokkene = str(keten.pk)
        hash_ = zoekwaarde("betrokkene", betrokkene)
        uit = []
        for schakel in schakels:
            regel = Verwerking(
                id=self.uuid(),
                betrokkene=betrokkene,
                betrokkene_hash=hash_,
                activiteit=schakel.soort,
                tijd=schakel.tijd,
            )
            schakel.verwerking = regel.id
            uit.append(regel)
        return uit


@cache
def _wijst_naar(model: type[models.Model]) -> set[Any]:
    return {veld.related_model for veld in model._meta.concrete_fields if veld.is_relation}


def _in_lagen(rijen: list[M], eigen: list[str]) -> list[list[M]]:
    """Rows in layers: a row comes after the row of the same model it points at."""
    if not eigen:
        return [rijen]
    diepte: dict[int, int] = {}
    lagen: list[list[M]] = []
    for rij in rijen:
        ouders = [getattr(rij, naam) for naam in eigen]
        laag = 1 + max((diepte.get(id(ouder), -1) for ouder in ouders if ouder is not None), default=-1)
        diepte[id(rij)] = laag
        while len(lagen) <= laag:
            lagen.append([])
        lagen[laag].append(rij)
    return lagen


def _als_nummers(gegevens: dict[str, Any]) -> dict[str, Any]:
    """Rows become their numbers, and what was not known before is asked now."""
    return {k: v.pk if isinstance(v, models.Model) else v() if callable(v) else v for k, v in gegevens.items()}
