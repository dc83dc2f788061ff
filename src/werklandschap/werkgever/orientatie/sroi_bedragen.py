"""What efforts for social return are worth, from a day on: in the region, or in a municipality that does otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.werkgever.orientatie.catalogi import Bouwblok, bouwblokken
from werklandschap.werkgever.orientatie.models import Rekenversie
from werklandschap.werkgever.orientatie.rekenversies import Versies, leg_versie_vast, versies_van

MET_BEDRAG = ("plek", "uur")


@dataclass(frozen=True)
class Bedragen:
    """The building blocks with the amounts that hold on a day; `versie` is None for the example of the product."""

    blokken: tuple[Bouwblok, ...]
    versie: Rekenversie | None = None

    @property
    def bron(self) -> str:
        """Where the amounts stand; empty for the example."""
        return self.versie.bron if self.versie else ""


def bedragversies(gemeente_id: int) -> Versies:
    """All versions of the amounts, to ask for a day; one query."""
    return versies_van(gemeente_id, Rekenversie.Soort.SROI)


def bedragen_op(versies: Versies, dag: date) -> Bedragen:
    """The amounts that hold on a day."""
    versie = versies.op(dag)
    if versie is None:
        return Bedragen(bouwblokken())
    blokken = tuple(
        replace(blok, bedrag=versie.waarden[blok.code], bron=versie.bron) if blok.code in versie.waarden else blok
        for blok in bouwblokken()
    )
    return Bedragen(blokken, versie)


def mag_bedragen_zetten(gebruiker: Gebruiker) -> bool:
    """Who works with employers, and administrators; each may also write down what the region agreed."""
    mag = gebruiker.heeft(Recht.RELATIES_BEWERKEN) or gebruiker.heeft(Recht.BEHEREN)
    return mag and gebruiker.gemeente is not None


@actie
def bewaar_bedragen(
    *, vanaf: date, bron: str, bedragen: Mapping[str, Decimal], voor_regio: bool, door: Gebruiker
) -> Rekenversie:
    """The amounts of the actor's region or municipality from a day on, for orders that begin then or later.

    Raises Invoerfout.
    """
    vereis(mag_bedragen_zetten(door))
    assert door.gemeente is not None
    if not bron.strip():
        raise Invoerfout({"bron": _("Schrijf op waar deze bedragen staan.")})
    nodig = {blok.code for blok in bouwblokken() if blok.soort in MET_BEDRAG}
    if set(bedragen) != nodig or any(bedrag < 0 for bedrag in bedragen.values()):
        raise Invoerfout(_("Vul bij elke regel een bedrag in."))
    rij = Rekenversie.objects.create(
        soort=Rekenversie.Soort.SROI,
        gemeente=None if voor_regio else door.gemeente,
        regio=door.gemeente.regio if voor_regio else None,
        vanaf=vanaf,
        bron=bron.strip()[:200],
        waarden={code: str(bedrag) for code, bedrag in bedragen.items()},
        door=door,
    )
    leg_versie_vast(rij, "sroi.bedragen_regio" if voor_regio else "sroi.bedragen", door)
    return rij


@actie
def volg_regio(*, door: Gebruiker) -> None:
    """From today on the actor's municipality has no amounts of its own. Raises Invoerfout when it has none."""
    vereis(mag_bedragen_zetten(door))
    assert door.gemeente is not None
    vandaag = timezone.localdate()
    versie = bedragversies(door.gemeente.pk).op(vandaag)
    if versie is None or versie.gemeente_id is None:
        raise Invoerfout(_("Uw gemeente heeft nu geen eigen bedragen."))
    rij = Rekenversie.objects.create(
        soort=Rekenversie.Soort.SROI, gemeente=door.gemeente, vanaf=vandaag, bron=door.gemeente.regio.naam, door=door
    )
    leg_versie_vast(rij, "sroi.volgt_regio", door)
