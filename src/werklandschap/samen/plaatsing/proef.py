"""What comes after a trial placement: longer, a job, or it stops."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.taken.actions import sluit_taken_van
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.samen.plaatsing import rules
from werklandschap.samen.plaatsing.actions import beeindig_plaatsing, wijzig_plaatsing
from werklandschap.samen.plaatsing.besluiten import proefbron, vervang_besluit
from werklandschap.samen.plaatsing.models import Besluit, Plaatsing
from werklandschap.samen.plaatsing.stappen import noteer_bij_klant, noteer_bij_werkgever, vergrendel

NA_PROEF: dict[str, Any] = {
    "baan": gettext_lazy("Het past: er komt een baan"),
    "verlengen": gettext_lazy("Nog niet zeker: de proef duurt langer"),
    "stoppen": gettext_lazy("Het past niet: de proef stopt"),
}


def proef_van(plaatsing: Plaatsing, besluiten: Iterable[Besluit] | None = None) -> Besluit | None:
    """The trial that holds for this placement, or None; `besluiten` are its decisions, newest first, where read."""
    rijen = plaatsing.besluiten.order_by("-van", "-id") if besluiten is None else besluiten
    return next((rij for rij in rijen if rij.instrument == "proefplaatsing" and rij.is_geldig), None)


@actie
def besluit_na_proef(
    *,
    plaatsing: Plaatsing,
    keuze: str,
    toelichting: str,
    door: Gebruiker,
    maanden: int | None = None,
    contract_tot: date | None = None,
) -> Plaatsing:
    """Decide at the end of a trial. `verlengen` needs the whole duration in months, `baan` may have an end.

    `stoppen` ends the placement on the last day of the trial, or today when that has passed or is far away.
    """
    vast = vergrendel(plaatsing)
    vereis(rules.mag_plaatsing_bewerken(door, vast))
    proef = proef_van(vast)
    if proef is None or proef.tot is None or vast.status != Plaatsing.Status.LOOPT:
        raise Invoerfout(_("Er loopt nu geen proefplaatsing."))
    fouten = {}
    if keuze not in NA_PROEF:
        fouten["keuze"] = _("Kies wat er na de proef komt.")
    if not toelichting.strip():
        fouten["toelichting"] = _("Schrijf op wat klant en werkgever zeggen.")
    if keuze == "verlengen" and maanden is None:
        fouten["maanden"] = _("Vul in hoeveel maanden de hele proef duurt.")
    if fouten:
        raise Invoerfout(fouten)
    if keuze == "verlengen":
        _verleng(proef, maanden, toelichting, door)
    zin = str(NA_PROEF[keuze])
    noteer_bij_klant(vast, "plaatsing.na_proef", door, keuze=zin, toelichting=toelichting.strip())
    noteer_bij_werkgever(vast, "werkplek.na_proef", door, keuze=zin)
    sluit_taken_van(bron=proefbron(vast.pk, proef.pk), door=door)
    if keuze == "baan":
        return wijzig_plaatsing(plaatsing=vast, versie=None, door=door, soort=Plaatsing.Soort.BAAN, tot=contract_tot)
    if keuze == "stoppen":
        laatste = max(min(proef.tot, timezone.localdate()), vast.van)
        return beeindig_plaatsing(
            plaatsing=vast, reden="past_niet", door=door, op=laatste, toelichting=toelichting.strip()
        )
    return vast


def _verleng(proef: Besluit, maanden: int | None, reden: str, door: Gebruiker) -> None:
    nieuw = vervang_besluit(besluit=proef, van=proef.van, maanden=maanden, reden=reden, door=door)
    if nieuw.tot is None or proef.tot is None or nieuw.tot < proef.tot + timedelta(days=1):
        raise Invoerfout({"maanden": _("Dit is niet langer dan de proef nu al duurt.")})
