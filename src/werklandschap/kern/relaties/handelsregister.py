"""A door for an adapter above: what the trade register knows of a company."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from werklandschap.kern.basis.haken import Register
from werklandschap.kern.relaties.models import Werkgever

# Up to so many people a company is of this size.
GRENZEN = (
    (9, Werkgever.Grootte.KLEIN),
    (49, Werkgever.Grootte.MIDDEL),
    (249, Werkgever.Grootte.GROOT),
)


class Registerfout(Exception):
    """The register did not answer; one Dutch line that says what to do."""


@dataclass(frozen=True)
class Inschrijving:
    """A company as the register has it; `mensen` is None when it does not say."""

    kvk_nummer: str
    naam: str
    sbi: str = ""
    plaats: str = ""
    mensen: int | None = None

    @property
    def grootte(self) -> str:
        """The size as we keep it; empty when unknown."""
        if self.mensen is None:
            return ""
        return next((grootte for grens, grootte in GRENZEN if self.mensen <= grens), Werkgever.Grootte.ZEER_GROOT)


# functie() -> is it set up here; functie(nummer) -> the company or None, raises Registerfout
aan: Register[Callable[[], bool]] = Register()
opzoekers: Register[Callable[[str], Inschrijving | None]] = Register()


def kan_opzoeken() -> bool:
    """Whether this installation may ask a register."""
    return any(is_aan() for is_aan in aan.alle())


def zoek_inschrijving(nummer: str) -> Inschrijving | None:
    """The first that a register knows. Raises Registerfout."""
    return next((gevonden for zoek in opzoekers.alle() if (gevonden := zoek(nummer)) is not None), None)
