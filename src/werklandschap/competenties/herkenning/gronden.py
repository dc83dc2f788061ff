"""On what a suggestion rests, kept without a language and said in the language of the reader."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

OORDELEN: tuple[tuple[float, str | Promise], ...] = (
    (0.9, _("zeker")),
    (0.7, _("waarschijnlijk")),
    (0.0, _("misschien")),
)
AANNEMELIJK = 0.6
"""From here on five in six suggestions are right in texts nobody tuned on: worth ticking before somebody looks."""
_ZINNEN: dict[str, str | Promise] = {
    "als": _("Gevonden als “%(naam)s”."),
    "lijkt": _("Lijkt op “%(naam)s”."),
    "regel": _("Gevonden met een vaste regel."),
    "niveau": _("Het niveau lijkt %(naam)s."),
    "voordeel": _("Het is een voordeel, geen eis."),
    "titel": _("De titel lijkt op “%(naam)s”."),
    "naam": _("De naam “%(naam)s” staat in de tekst."),
    "competenties": _("%(deel)s van de %(alle)s competenties van dit beroep komen voor."),
}


@dataclass(frozen=True, slots=True)
class Grond:
    """One reason: its kind and what is filled in."""

    soort: str
    naam: str = ""
    deel: int = 0
    alle: int = 0

    def __str__(self) -> str:
        """The reason as a sentence."""
        return str(_ZINNEN[self.soort]) % {"naam": self.naam, "deel": self.deel, "alle": self.alle}


def oordeel(zekerheid: float) -> str:
    """A certainty as a word: "zeker", "waarschijnlijk" or "misschien"."""
    return next(str(woord) for grens, woord in OORDELEN if zekerheid >= grens)
