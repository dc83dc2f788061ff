"""Consent as actions: asked, answered, withdrawn. Withdrawing works at once, everywhere (see `bij_intrekken`)."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers import rules
from werklandschap.kern.dossiers.models import Dossier, Toestemming
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker


class Gevolg(Protocol):
    """What an upper room does when an answer about consent is recorded."""

    def __call__(self, *, toestemming: Toestemming, door: Gebruiker) -> None: ...


# What upper rooms undo when consent is refused or withdrawn, in the same transaction.
bij_intrekken: list[Gevolg] = []
# What may go on once consent is given, in the same transaction.
bij_geven: list[Gevolg] = []


@actie
def vraag_toestemming(
    *,
    dossier: Dossier,
    soort: str,
    voor_wie: str,
    door: Gebruiker,
    onderwerp: str = "",
    wat: str = "",
    tot: date | None = None,
) -> Toestemming:
    """Ask the person; the answer comes on /mijn/ or is recorded by a colleague.

    The same open question is not doubled.
    """
    vereis(rules.mag_toestemming_beantwoorden(door, dossier))
    bestaand = dossier.toestemmingen.filter(
        soort=soort, onderwerp=onderwerp, voor_wie=voor_wie, antwoord__isnull=True, ingetrokken_op__isnull=True
    ).first()
    if bestaand is not None:
        return bestaand
    toestemming = Toestemming.objects.create(
        dossier=dossier, soort=soort, voor_wie=voor_wie, onderwerp=onderwerp, wat=wat, tot=tot, gevraagd_door=door
    )
    _noteer(toestemming, "toestemming.gevraagd", door)
    return toestemming


@actie
def beantwoord_toestemming(*, toestemming: Toestemming, antwoord: bool, hoe: str, door: Gebruiker) -> Toestemming:
    """Record yes or no. Saying no later is withdrawing."""
    vast = (
        Toestemming.objects.select_for_update(of=("self",))
        .select_related("dossier__werkzoekende", "dossier__keten")
        .get(pk=toestemming.pk)
    )
    vereis(rules.mag_toestemming_beantwoorden(door, vast.dossier))
    if vast.antwoord is not None or vast.ingetrokken_op is not None:
        raise Invoerfout(_("Deze vraag is al beantwoord."))
    vast.antwoord, vast.hoe, vast.beantwoord_op = antwoord, hoe, timezone.now()
    vast.save(update_fields=["antwoord", "hoe", "beantwoord_op"])
    _noteer(vast, "toestemming.gegeven" if antwoord else "toestemming.geweigerd", door)
    for gevolg in bij_geven if antwoord else bij_intrekken:
        gevolg(toestemming=vast, door=door)
    return vast


@actie
def trek_toestemming_in(*, toestemming: Toestemming, door: Gebruiker) -> Toestemming:
    """Withdraw. Whatever rested on it stops in the same transaction. Twice changes nothing."""
    vast = (
        Toestemming.objects.select_for_update(of=("self",))
        .select_related("dossier__werkzoekende", "dossier__keten")
        .get(pk=toestemming.pk)
    )
    vereis(rules.mag_toestemming_beantwoorden(door, vast.dossier))
    if vast.ingetrokken_op is not None:
        return vast
    vast.ingetrokken_op = timezone.now()
    vast.save(update_fields=["ingetrokken_op"])
    _noteer(vast, "toestemming.ingetrokken", door)
    for gevolg in bij_intrekken:
        gevolg(toestemming=vast, door=door)
    return vast


def _noteer(toestemming: Toestemming, soort: str, door: Gebruiker) -> None:
    leg_vast(
        keten=toestemming.dossier.keten,
        soort=soort,
        door=door,
        gegevens={
            "waarvoor": str(toestemming.get_soort_display()),
            "voor_wie": toestemming.voor_wie,
            "onderwerp": toestemming.onderwerp,
        },
    )
