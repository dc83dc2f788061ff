"""Forms of learning and how long certificates usually count."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from werklandschap.kern.basis.catalogus import lees_catalogus, vind
from werklandschap.kern.profielen.models import Bewijs

MAP = Path(__file__).resolve().parent / "data"


@dataclass(frozen=True)
class Vorm:
    """A form of learning: `vorm` is one of the four of the tile, `bewijssoort` what its result proves with."""

    code: str
    vorm: str
    naam: str
    uitleg: str
    bewijssoort: str

    @property
    def bewijs(self) -> str:
        """The kind of evidence a level rests on afterwards; a statement counts as seen by an employer."""
        return self.bewijssoort if self.bewijssoort in Bewijs.Soort.values else Bewijs.Soort.WERKGEVER


@dataclass(frozen=True)
class Termijn:
    """How many months a certificate usually counts; None: no fixed term."""

    code: str
    geldig_maanden: int | None = None


def vormen() -> tuple[Vorm, ...]:
    """The forms somebody can follow; badges come from elsewhere."""
    return tuple(v for v in lees_catalogus(MAP / "vormen.yaml", Vorm) if v.vorm != "badge")


def vorm(code: str) -> Vorm | None:
    """One form, or None."""
    return vind(vormen(), code)


def geldig_maanden(certificaat: str) -> int | None:
    """The usual term of a certificate in months; the date on the proof itself always counts."""
    termijnen = lees_catalogus(MAP / "certificaten.yaml", Termijn)
    return next((t.geldig_maanden for t in termijnen if t.code == certificaat), None)
