"""Doors for the room above: `samen.bemiddeling` says here how to preselect somebody and how a presentation stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.toegang.models import Gebruiker


@dataclass(frozen=True)
class Stand:
    """How a person stands for a profile; `soort` is a kind of badge, `zei_nee` = does not want this job.

    `wil_zelf` = chose it without being asked.
    """

    tekst: str
    soort: str = "info"
    url: str = ""
    zei_nee: bool = False
    wil_zelf: bool = False


class Voorselecteer(Protocol):
    """An action: put somebody on the list for a profile, with the reason and the totals of that moment, if any."""

    def __call__(
        self,
        *,
        dossier: Dossier,
        werkprofiel: Werkprofiel,
        door: Gebruiker,
        reden: str,
        score_nu: int | None,
        score_straks: int | None,
    ) -> object: ...


StandenPerMens = Callable[[Werkprofiel, Gebruiker], dict[UUID, Stand]]
StandenPerProfiel = Callable[[Dossier, Gebruiker], dict[int, Stand]]


class Voorselectie:
    """Holds what `samen.bemiddeling` registers. Without it there is no button and nobody has a standing."""

    def __init__(self) -> None:
        self._actie: Voorselecteer | None = None
        self._per_mens: StandenPerMens | None = None
        self._per_profiel: StandenPerProfiel | None = None
        self._bezig: Callable[[Iterable[Werkprofiel]], dict[int, int]] | None = None

    def registreer(self, functie: Voorselecteer) -> None:
        """Set the action that preselects."""
        self._actie = functie

    def registreer_bezig(self, functie: Callable[[Iterable[Werkprofiel]], dict[int, int]]) -> None:
        """`functie(profielen)` gives {profile: how many candidates the employer has now}, in one query."""
        self._bezig = functie

    def bezig(self, profielen: Iterable[Werkprofiel]) -> dict[int, int]:
        """How many candidates each employer has now."""
        return self._bezig(profielen) if self._bezig else {}

    def registreer_standen(self, per_mens: StandenPerMens, per_profiel: StandenPerProfiel) -> None:
        """`per_mens(werkprofiel, door)` gives {werkzoekende id: Stand}; `per_profiel(dossier, door)` {profile: Stand}.

        Each costs one query however many rows there are.
        """
        self._per_mens, self._per_profiel = per_mens, per_profiel

    @property
    def kan(self) -> bool:
        """Is there an action to call?"""
        return self._actie is not None

    def voer_uit(
        self,
        *,
        dossier: Dossier,
        werkprofiel: Werkprofiel,
        door: Gebruiker,
        reden: str,
        score_nu: int | None,
        score_straks: int | None,
    ) -> object:
        """Preselect. Raises RuntimeError when nobody registered; what the action raises goes on."""
        if self._actie is None:
            raise RuntimeError("samen.bemiddeling has not registered how to preselect")
        return self._actie(
            dossier=dossier,
            werkprofiel=werkprofiel,
            door=door,
            reden=reden,
            score_nu=score_nu,
            score_straks=score_straks,
        )

    def standen(self, werkprofiel: Werkprofiel, door: Gebruiker) -> dict[UUID, Stand]:
        """How each person stands for this profile."""
        return self._per_mens(werkprofiel, door) if self._per_mens else {}

    def standen_van(self, dossier: Dossier, door: Gebruiker) -> dict[int, Stand]:
        """How this person stands for each profile."""
        return self._per_profiel(dossier, door) if self._per_profiel else {}


voorselectie = Voorselectie()


def zeiden_nee(standen: dict[UUID, Stand]) -> Iterable[UUID]:
    """People who said they don't want this job."""
    return [wie for wie, stand in standen.items() if stand.zei_nee]
