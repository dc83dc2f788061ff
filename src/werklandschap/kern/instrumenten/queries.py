"""Reading deployments: what runs, what was looked back on, what it changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from werklandschap.kern.instrumenten.actions import LOPEND
from werklandschap.kern.instrumenten.catalogus import Instrument
from werklandschap.kern.instrumenten.models import Evaluatie, Inzet
from werklandschap.kern.klantbeeld.catalogus import Aspect, aspecten
from werklandschap.kern.tijdlijn.models import Keten


@dataclass(frozen=True)
class Effectregel:
    """What one aspect was and is, in words, with the steps in the good direction."""

    aspect: Aspect
    was: str
    nu: str
    nu_klant: str
    vooruitgang: int | None


@dataclass(frozen=True)
class Inzetregel:
    """A deployment with its instrument and what its last evaluation showed."""

    inzet: Inzet
    instrument: Instrument
    evaluatie: Evaluatie | None
    effecten: list[Effectregel]

    @property
    def is_lopend(self) -> bool:
        """Planned or running."""
        return self.inzet.status in LOPEND

    @property
    def moet_bekeken(self) -> bool:
        """It is time to look back together."""
        return self.is_lopend and self.inzet.evalueren_op <= timezone.localdate()


def inzetten_van(keten: Keten, lijst: dict[str, Instrument], zichtbaar: dict[str, Aspect]) -> list[Inzetregel]:
    """All deployments of a person or an employer, newest first, in two queries.

    `lijst` is the municipality's catalogue with what it switched off. Effects on aspects outside `zichtbaar` are left
    out.
    """
    rijen = keten.inzetten.select_related("door").prefetch_related("evaluaties")
    return [_regel(inzet, lijst, zichtbaar) for inzet in rijen]


def _regel(inzet: Inzet, lijst: dict[str, Instrument], zichtbaar: dict[str, Aspect]) -> Inzetregel:
    wat = lijst.get(inzet.instrument) or Instrument(inzet.instrument, inzet.instrument, "beide", "")
    evaluatie = next(iter(inzet.evaluaties.all()), None)
    return Inzetregel(inzet, wat, evaluatie, effectregels(evaluatie, zichtbaar) if evaluatie else [])


def effectregels(evaluatie: Evaluatie, zichtbaar: dict[str, Aspect]) -> list[Effectregel]:
    """What an evaluation showed, aspect by aspect."""
    uit = []
    for code, effect in evaluatie.effect.items():
        if code not in zichtbaar or code not in aspecten():
            continue
        aspect = zichtbaar[code]
        was, nu, klant = effect.get("was"), effect.get("nu"), effect.get("nu_klant")
        uit.append(
            Effectregel(
                aspect,
                _in_woorden(aspect, was),
                _in_woorden(aspect, nu),
                _in_woorden(aspect, klant),
                aspect.vooruitgang(was, nu),
            )
        )
    return uit


def _in_woorden(aspect: Aspect, waarde: Any) -> str:
    return "" if waarde is None else aspect.toon(waarde)
