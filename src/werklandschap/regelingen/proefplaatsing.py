"""Proefplaatsing: working on trial while the benefit goes on; the duration differs per municipality."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from werklandschap.regelingen.datums import plus_maanden
from werklandschap.regelingen.fouten import RegelingFout
from werklandschap.regelingen.parameters import Parameters, standaard_parameters


@dataclass(frozen=True, slots=True)
class Proefplaatsing:
    """First and last day, and the last day to which it can be extended (all included)."""

    begin: date
    einde: date
    uiterste_einde: date
    waarschuwing: str | None

    @property
    def te_verlengen(self) -> bool:
        """Whether there is room for an extension."""
        return self.einde < self.uiterste_einde


def proefplaatsing(begin: date, maanden: int | None = None, parameters: Parameters | None = None) -> Proefplaatsing:
    """The dates of a trial placement; `maanden` is the whole duration, without it the usual one.

    Raises RegelingFout when the duration is below 1 month or over the maximum of the municipality.
    """
    bekend = parameters or standaard_parameters()
    gewoon = bekend.rij("proefplaatsing.maanden", begin)
    hoogste = bekend.rij("proefplaatsing.maanden_maximaal", begin)
    duur = int(gewoon.bedrag) if maanden is None else maanden
    if not 1 <= duur <= int(hoogste.bedrag):
        raise RegelingFout(f"Een proefplaatsing duurt 1 tot en met {int(hoogste.bedrag)} maanden.")
    onzeker = gewoon.controleer or hoogste.controleer
    return Proefplaatsing(
        begin,
        _laatste_dag(begin, duur),
        _laatste_dag(begin, int(hoogste.bedrag)),
        "Controleer de duur: die verschilt per gemeente." if onzeker else None,
    )


def _laatste_dag(begin: date, maanden: int) -> date:
    return plus_maanden(begin, maanden) - timedelta(days=1)
