"""Which step of a placement follows which: one table, read by the actions and walked in full by a test."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.samen.plaatsing.models import Plaatsing

Status = Plaatsing.Status


class Wie(StrEnum):
    """Who takes a step."""

    PLAATSER = "plaatser"
    WERKGEVER = "werkgever"
    KLANT = "klant"


@dataclass(frozen=True)
class Overgang:
    """A step: from which states, to which (None: the state stays), by whom, and whether both must have agreed."""

    van: frozenset[Status]
    naar: Status | None
    wie: frozenset[Wie]
    vraagt_akkoord: bool = False


_OPEN = frozenset({Status.VOORBEREIDING, Status.LOOPT})
_PLAATSER = frozenset({Wie.PLAATSER})

OVERGANGEN: dict[str, Overgang] = {
    "wijzig": Overgang(_OPEN, None, _PLAATSER),
    "akkoord_werkgever": Overgang(_OPEN, None, frozenset({Wie.PLAATSER, Wie.WERKGEVER})),
    "akkoord_klant": Overgang(_OPEN, None, frozenset({Wie.PLAATSER, Wie.KLANT})),
    "start": Overgang(frozenset({Status.VOORBEREIDING}), Status.LOOPT, _PLAATSER, vraagt_akkoord=True),
    "beeindig": Overgang(frozenset({Status.LOOPT}), Status.GEEINDIGD, _PLAATSER),
    "breek_af": Overgang(frozenset({Status.VOORBEREIDING}), Status.AFGEBROKEN, _PLAATSER),
    "opnieuw": Overgang(frozenset({Status.AFGEBROKEN}), Status.VOORBEREIDING, _PLAATSER),
}


def vereis_stap(plaatsing: Plaatsing, stap: str) -> None:
    """Raise Invoerfout with the present state when this step cannot be taken from it."""
    if plaatsing.status not in OVERGANGEN[stap].van:
        raise Invoerfout(
            _("Dit kan nu niet. De plaatsing staat op: {status}.").format(status=plaatsing.get_status_display())
        )
