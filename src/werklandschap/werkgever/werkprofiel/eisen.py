"""What a job asks, as one value: from the form to the action, and to the engine before it is saved."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from werklandschap.competenties.models import Competentie
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.profielen.omzetting import naar_werkprofiel
from werklandschap.kern.profielen.queries import lees_eisen
from werklandschap.kern.profielen.uitleg import naam_van_code
from werklandschap.matching import invoer


@dataclass(frozen=True)
class Eisregel:
    """One competence: level 1–5, weight 1–10, hard or not, and the words of the text it came from."""

    competentie: Competentie
    niveau: int = 3
    gewicht: int = 5
    hard: bool = False
    fragment: str = ""


@dataclass(frozen=True)
class Eisen:
    """All that a job asks. `talen` {ISO 639-3: 1–6}, `omstandigheden` {code: 1–3}, `dagdelen` 21 bits."""

    competenties: tuple[Eisregel, ...] = ()
    certificaten: tuple[str, ...] = ()
    talen: dict[str, int] = field(default_factory=dict)
    omstandigheden: dict[str, int] = field(default_factory=dict)
    uren_min: int | None = None
    uren_max: int | None = None
    dagdelen: int | None = None

    def voor_motor(self, werkprofiel: Werkprofiel) -> invoer.Werkprofiel:
        """The profile as the engine reads it with these requirements, saved or not."""
        return replace(
            naar_werkprofiel(werkprofiel),
            eisen=tuple(invoer.Eis(e.competentie.code, e.niveau, e.gewicht, e.hard) for e in self.competenties),
            certificaten=self.certificaten,
            talen=self.talen,
            uren_min=self.uren_min,
            uren_max=self.uren_max,
            dagdelen=self.dagdelen,
            omstandigheden=self.omstandigheden,
        )


def eisen_van(werkprofiel: Werkprofiel) -> Eisen:
    """What was saved when this job profile was read."""
    lees_eisen(werkprofiel)
    return Eisen(
        competenties=tuple(
            Eisregel(e.competentie, e.niveau, e.gewicht, e.hard, e.fragment) for e in werkprofiel.eisen.all()
        ),
        certificaten=tuple(eis.code for eis in werkprofiel.certificaateisen.all()),
        talen={eis.taal: eis.minimum for eis in werkprofiel.taaleisen.all()},
        omstandigheden=dict(werkprofiel.omstandigheden),
        uren_min=werkprofiel.uren_min,
        uren_max=werkprofiel.uren_max,
        dagdelen=werkprofiel.dagdelen,
    )


def zonder_elke_harde_eis(eisen: Eisen) -> list[tuple[str, Eisen]]:
    """(name, the same without it) for every hard requirement: competences become a wish, others go."""
    uit = [
        (
            regel.competentie.naam,
            replace(eisen, competenties=tuple(_zacht(r) if r is regel else r for r in eisen.competenties)),
        )
        for regel in eisen.competenties
        if regel.hard
    ]
    for code in eisen.certificaten:
        uit.append(
            (naam_van_code(code), replace(eisen, certificaten=tuple(c for c in eisen.certificaten if c != code)))
        )
    for taal in eisen.talen:
        uit.append((naam_van_code(taal), replace(eisen, talen={t: n for t, n in eisen.talen.items() if t != taal})))
    if eisen.uren_min is not None or eisen.uren_max is not None:
        uit.append((_("uren per week"), replace(eisen, uren_min=None, uren_max=None)))
    if eisen.dagdelen:
        uit.append((_("vaste dagdelen"), replace(eisen, dagdelen=None)))
    return uit


def _zacht(regel: Eisregel) -> Eisregel:
    return replace(regel, hard=False)
