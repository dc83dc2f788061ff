"""Errors that are meant for people: what is wrong, where, and how to mend it."""

from __future__ import annotations

from types import TracebackType
from typing import Any, Protocol


class Invoerfout(Exception):
    """Input an action refuses. `fouten` maps a field name ("" for the whole) to a sentence in the user's language."""

    def __init__(self, fouten: dict[str, str] | str) -> None:
        self.fouten: dict[str, str] = {"": fouten} if isinstance(fouten, str) else fouten
        super().__init__("; ".join(self.fouten.values()))


class _Formulier(Protocol):
    def zet_fouten(self, fouten: dict[str, str], /) -> None: ...


class _OpFormulier:
    def __init__(self, formulier: _Formulier) -> None:
        self._formulier = formulier

    def __enter__(self) -> None: ...

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> bool:
        if not isinstance(fout, Invoerfout):
            return False
        self._formulier.zet_fouten(fout.fouten)
        return True


def fouten_op(formulier: _Formulier) -> _OpFormulier:
    """`with fouten_op(formulier): actie(…); return redirect(…)`: what the action refuses stands on the form.

    The view goes on after the block, to show the form again with what was typed.
    """
    return _OpFormulier(formulier)


class GeenRecht(Exception):
    """The actor may not do this. The text says what is missing, never what is in the record."""


class RedenNodig(Exception):
    """A dossier outside one's own caseload opens only with a reason."""

    def __init__(self, dossier_nummer: int) -> None:
        self.dossier_nummer = dossier_nummer
        super().__init__(str(dossier_nummer))


class Samengevoegd(Exception):
    """The dossier went on under another number; its pages redirect there."""

    def __init__(self, oud: int, nieuw: int) -> None:
        self.oud, self.nieuw = oud, nieuw
        super().__init__(f"{oud} → {nieuw}")


class VerouderdeVersie(Exception):
    """Somebody else saved first. Holds both texts so that neither is lost."""

    def __init__(self, huidig: Any, ingevuld: dict[str, Any]) -> None:
        self.huidig = huidig
        self.ingevuld = ingevuld
        super().__init__("verouderde versie")


class SchrijvenBijGet(RuntimeError):
    """A GET tried to write. That is a mistake in our code."""
