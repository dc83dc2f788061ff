"""The chain: how events hang together, and how to check that nobody changed one.

Not actions themselves: `leg_vast` is what every action calls inside its own transaction.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from werklandschap.kern.tijdlijn.models import Gebeurtenis, Keten
from werklandschap.kern.tijdlijn.soorten import SOORTEN
from werklandschap.kern.tijdlijn.verwerkingen import log_verwerking
from werklandschap.kern.toegang.models import Gebruiker


class Regel(NamedTuple):
    """An event before it is part of a chain: kind, actor, payload, moment, and in whose name."""

    soort: str
    door: Gebruiker | None
    gegevens: dict[str, Any]
    tijd: datetime
    namens: str = ""


_verzameld: ContextVar[list[tuple[UUID, Regel]] | None] = ContextVar("_verzameld", default=None)


def canoniek(gegevens: dict[str, Any]) -> str:
    """JSON that is the same text for the same content."""
    return json.dumps(gegevens, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def hash_gegevens(zout: str, gegevens: dict[str, Any]) -> str:
    """sha256 over salt and canonical payload, 64 hex digits."""
    return hashlib.sha256((zout + canoniek(gegevens)).encode()).hexdigest()


def hash_schakel(
    *, vorige: str, keten: UUID, nummer: int, soort: str, tijd: datetime, door: int | None, namens: str, gegevens: str
) -> str:
    """sha256 over everything of an event but its payload, of which only the hash counts."""
    delen = (
        vorige,
        str(keten),
        str(nummer),
        soort,
        tijd.astimezone(UTC).isoformat(),
        str(door or ""),
        namens,
        gegevens,
    )
    return hashlib.sha256("\x1f".join(delen).encode()).hexdigest()


def leg_vast(
    *, keten: Keten, soort: str, door: Gebruiker | None, gegevens: dict[str, Any] | None = None, namens: str = ""
) -> Gebeurtenis:
    """Add one event to a chain, inside the caller's transaction.

    `gegevens` holds what the sentence of this kind needs, as text or numbers (JSON). Inside `verzamel_gebeurtenissen`
    the event is kept for later and comes back unsaved. Raises KeyError for an unknown kind.
    """
    SOORTEN[soort]
    wachtend = _verzameld.get()
    if wachtend is not None:
        regel = Regel(soort, door, gegevens or {}, timezone.now(), namens)
        wachtend.append((keten.pk, regel))
        return _maak_schakel(keten, regel)
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("an event is recorded by an action, in its transaction")
    vast = Keten.objects.select_for_update().get(pk=keten.pk)
    gebeurtenis = _maak_schakel(vast, Regel(soort, door, gegevens or {}, timezone.now(), namens))
    gebeurtenis.verwerking = (
        log_verwerking(betrokkene=str(vast.pk), activiteit=soort) if vast.soort == "dossier" else None
    )
    gebeurtenis.save()
    vast.lengte, vast.laatste_hash = gebeurtenis.nummer, gebeurtenis.hash
    vast.save(update_fields=["lengte", "laatste_hash"])
    keten.lengte, keten.laatste_hash = vast.lengte, vast.laatste_hash
    return gebeurtenis


@contextmanager
def verzamel_gebeurtenissen() -> Iterator[list[tuple[UUID, Regel]]]:
    """Keep what actions record, as (chain, event), instead of writing it; for demo data only.

    The caller writes them with `bouw_schakels`, in order of time, before the transaction ends.
    """
    verzameld: list[tuple[UUID, Regel]] = []
    teken = _verzameld.set(verzameld)
    try:
        yield verzameld
    finally:
        _verzameld.reset(teken)


def _maak_schakel(keten: Keten, regel: Regel) -> Gebeurtenis:
    soort, door, gegevens, tijd, namens = regel
    zout = secrets.token_hex(16)
    gegevens_hash = hash_gegevens(zout, gegevens)
    nummer = keten.lengte + 1
    return Gebeurtenis(
        keten=keten,
        nummer=nummer,
        soort=soort,
        tijd=tijd,
        door=door,
        namens=namens,
        gegevens=gegevens,
        zout=zout,
        gegevens_hash=gegevens_hash,
        vorige_hash=keten.laatste_hash,
        hash=hash_schakel(
            vorige=keten.laatste_hash,
            keten=keten.pk,
            nummer=nummer,
            soort=soort,
            tijd=tijd,
            door=door.pk if door else None,
            namens=namens,
            gegevens=gegevens_hash,
        ),
    )


def bouw_schakels(keten: Keten, regels: list[Regel]) -> list[Gebeurtenis]:
    """Unsaved events for demo data written in bulk, in order. Advances the chain object."""
    uit = []
    for regel in regels:
        SOORTEN[regel.soort]
        gebeurtenis = _maak_schakel(keten, regel)
        keten.lengte, keten.laatste_hash = gebeurtenis.nummer, gebeurtenis.hash
        uit.append(gebeurtenis)
    return uit


@dataclass(frozen=True)
class Keurfout:
    """Where a chain does not hold."""

    keten: UUID
    nummer: int
    uitleg: str


def controleer(keten: Keten) -> list[Keurfout]:
    """Walk a chain from the start; empty when it holds. Destroyed payloads are fine, changed ones are not."""
    fouten: list[Keurfout] = []
    vorige, aantal = "0" * 64, 0
    for g in keten.gebeurtenissen.order_by("nummer").iterator():
        aantal += 1
        if g.nummer != aantal:
            fouten.append(Keurfout(keten.pk, g.nummer, f"schakel {aantal} ontbreekt"))
            aantal = g.nummer
        if g.vorige_hash != vorige:
            fouten.append(Keurfout(keten.pk, g.nummer, "sluit niet aan op de vorige"))
        verwacht = hash_schakel(
            vorige=g.vorige_hash,
            keten=keten.pk,
            nummer=g.nummer,
            soort=g.soort,
            tijd=g.tijd,
            door=g.door_id,
            namens=g.namens,
            gegevens=g.gegevens_hash,
        )
        if g.hash != verwacht:
            fouten.append(Keurfout(keten.pk, g.nummer, "de schakel is veranderd"))
        if g.gegevens is not None and (g.zout is None or hash_gegevens(g.zout, g.gegevens) != g.gegevens_hash):
            fouten.append(Keurfout(keten.pk, g.nummer, "de gegevens zijn veranderd"))
        vorige = g.hash
    if (keten.lengte, keten.laatste_hash) != (aantal, vorige):
        fouten.append(Keurfout(keten.pk, aantal, "het einde van de keten ontbreekt"))
    return fouten
