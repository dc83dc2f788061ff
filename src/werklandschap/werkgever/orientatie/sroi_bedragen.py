"""What efforts for social return are worth in a municipality, from a day on; until it fills that in, an example."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.beheerlog import leg_beheer_vast
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.organisaties.eigen import eigen_rijen
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.relaties.rules import mag_werkgever_maken
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum
from werklandschap.werkgever.orientatie.catalogi import Bouwblok, bouwblokken

# On the municipality: {day: {"bron": where it stands, "bedragen": {code: euros}}}.
LIJST = "sroi"
MET_BEDRAG = ("plek", "uur")


@dataclass(frozen=True)
class Bedragen:
    """The building blocks with the amounts that hold on a day; `vanaf` is None for the example of the product."""

    blokken: tuple[Bouwblok, ...]
    vanaf: date | None = None
    bron: str = ""


def bedragen_op(gemeente: Gemeente, dag: date) -> Bedragen:
    """The newest amounts of this municipality that began on or before a day; no query."""
    dagen = [sleutel for sleutel in eigen_rijen(gemeente, LIJST) if sleutel <= dag.isoformat()]
    if not dagen:
        return Bedragen(bouwblokken())
    rij = eigen_rijen(gemeente, LIJST)[max(dagen)]
    blokken = tuple(
        replace(blok, bedrag=rij["bedragen"][blok.code], bron=rij["bron"]) if blok.code in rij["bedragen"] else blok
        for blok in bouwblokken()
    )
    return Bedragen(blokken, date.fromisoformat(max(dagen)), rij["bron"])


@actie
def bewaar_bedragen(*, vanaf: date, bron: str, bedragen: Mapping[str, Decimal], door: Gebruiker) -> None:
    """The amounts of the actor's municipality from a day on, for orders that begin then or later. Raises Invoerfout."""
    vereis(mag_werkgever_maken(door))
    assert door.gemeente_id is not None
    if not bron.strip():
        raise Invoerfout({"bron": _("Schrijf op waar deze bedragen staan.")})
    nodig = {blok.code for blok in bouwblokken() if blok.soort in MET_BEDRAG}
    if set(bedragen) != nodig or any(bedrag < 0 for bedrag in bedragen.values()):
        raise Invoerfout(_("Vul bij elke regel een bedrag in."))
    gemeente = Gemeente.objects.select_for_update(of=("self",)).get(pk=door.gemeente_id)
    rij = {"bron": bron.strip()[:200], "bedragen": {code: str(bedrag) for code, bedrag in bedragen.items()}}
    rijen = {**eigen_rijen(gemeente, LIJST), vanaf.isoformat(): rij}
    gemeente.wijzig(verwacht=None, eigen_lijsten={**gemeente.eigen_lijsten, LIJST: rijen})
    leg_beheer_vast(
        gemeente=gemeente, soort="sroi.bedragen", door=door, gegevens={"vanaf": datum(vanaf), "bron": rij["bron"]}
    )
