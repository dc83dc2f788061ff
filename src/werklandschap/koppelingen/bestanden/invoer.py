"""Importing people, employers and job profiles: a line per row that fails, a row is whole or not there at all.

The source's own id identifies: importing again updates what came from that source and never doubles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.koppelingen.bestanden import tabel, vum, werkgevers, werkprofielen, werkzoekenden
from werklandschap.koppelingen.bestanden.lezen import Bron

NIEUW, BIJGEWERKT, GELIJK = "nieuw", "bijgewerkt", "gelijk"


@dataclass(frozen=True)
class Melding:
    """Something to know about a row; `geweigerd` when it did not come in."""

    rij: int
    veld: str
    tekst: str
    geweigerd: bool

    def __str__(self) -> str:
        soort = _("geweigerd") if self.geweigerd else _("let op")
        waar = f", {self.veld}" if self.veld else ""
        return f"{_('rij')} {self.rij}{waar}: {soort}: {self.tekst}"


@dataclass
class Verslag:
    """What an import did, or would do."""

    aantallen: dict[str, int] = field(default_factory=lambda: {NIEUW: 0, BIJGEWERKT: 0, GELIJK: 0})
    meldingen: list[Melding] = field(default_factory=list)

    @property
    def geweigerd(self) -> int:
        """Rows that did not come in."""
        return len({m.rij for m in self.meldingen if m.geweigerd})


@dataclass(frozen=True)
class Soort:
    """A kind of import: how a row is read from a table or a message, and how it is written."""

    uit_tabel: Callable[[dict[str, Any]], tuple[Any, list[str]]]
    uit_vum: Callable[[dict[str, Any]], tuple[Any, list[str]]]
    schrijf: Callable[..., tuple[str, list[str]]]


SOORTEN: dict[str, Soort] = {
    "werkzoekenden": Soort(tabel.persoon, vum.persoon, werkzoekenden.schrijf),
    "werkgevers": Soort(tabel.werkgever, vum.werkgever, werkgevers.schrijf),
    "werkprofielen": Soort(tabel.werkprofiel, vum.werkprofiel, werkprofielen.schrijf),
}


class _Teruggedraaid(Exception):
    """Ends a trial run."""


def invoeraccount(gemeente: Gemeente) -> Gebruiker:
    """The account a municipality's imports act by. It has no password: nobody signs in with it."""
    adres = f"invoer.{gemeente.code}@werklandschap.invalid"
    bestaand = Gebruiker.objects.filter(email=adres).first()
    if bestaand is not None:
        return bestaand
    return Gebruiker.objects.create_user(adres, None, naam=_("Invoer"), rol=Rol.INVOER, gemeente=gemeente)


def voer_in(
    *,
    soort: str,
    bron: Bron,
    gemeente: Gemeente,
    door: Gebruiker | None = None,
    proef: bool = False,
    voortgang: Callable[[int, int], None] | None = None,
) -> Verslag:
    """Import all rows. `proef` does everything and takes it back: the report is that of a real run.

    `door` is the colleague in whose name it happens; without one it is the municipality's import account.
    """
    verslag = Verslag()
    try:
        with transaction.atomic():
            wie = door or invoeraccount(gemeente)
            _alle_rijen(SOORTEN[soort], bron, gemeente, wie, verslag, voortgang)
            if proef:
                raise _Teruggedraaid
    except _Teruggedraaid:
        pass
    return verslag


def _alle_rijen(
    soort: Soort,
    bron: Bron,
    gemeente: Gemeente,
    door: Gebruiker,
    verslag: Verslag,
    voortgang: Callable[[int, int], None] | None,
) -> None:
    lees = soort.uit_vum if bron.soort == "vum" else soort.uit_tabel
    gemeld: set[str] = set()
    for aantal, rij in enumerate(bron.rijen, start=1):
        try:
            with transaction.atomic():
                gelezen, onbekend = lees(rij.gegevens)
                uitkomst, waarschuwingen = soort.schrijf(gelezen, gemeente=gemeente, door=door)
        except Invoerfout as fout:
            verslag.meldingen += [Melding(rij.nummer, veld, tekst, True) for veld, tekst in fout.fouten.items()]
        except GeenRecht as fout:
            verslag.meldingen.append(Melding(rij.nummer, "", str(fout), True))
        else:
            verslag.aantallen[uitkomst] += 1
            verslag.meldingen += [Melding(rij.nummer, "", tekst, False) for tekst in waarschuwingen]
            verslag.meldingen += _onbekende_kolommen(rij.nummer, onbekend, gemeld)
        if voortgang is not None:
            voortgang(aantal, len(bron.rijen))


def _onbekende_kolommen(nummer: int, kolommen: Iterable[str], gemeld: set[str]) -> list[Melding]:
    nieuw = [kolom for kolom in kolommen if kolom not in gemeld]
    gemeld.update(nieuw)
    tekst = _("deze kolom kennen we niet; hij is overgeslagen")
    return [Melding(nummer, kolom, tekst, False) for kolom in nieuw]
