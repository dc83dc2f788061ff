"""A stand-in for a fixed contact who is away: what falls due goes over, and what is left comes back."""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone

from werklandschap.kern.basis.acties import actie
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.samen.nazorg.models import Nazorgcontact, Nazorgplan, Probleem
from werklandschap.samen.nazorg.planning import aanwezige, contactbron, probleembron
from werklandschap.samen.plaatsing.models import Plaatsing


def is_voor(gebruiker: Gebruiker, veld: str) -> Q:
    """Rows whose fixed contact at `veld` is this colleague, or is away while this colleague stands in."""
    weg = {f"{veld}__vervanger": gebruiker, f"{veld}__afwezig_tot__gte": timezone.localdate()}
    return Q(**{veld: gebruiker}) | Q(**weg)


@actie
def regel_vervanging(*, door: Gebruiker | None) -> int:
    """Give open contacts and unanswered problems to who is there; returns how many tasks moved. A second time: 0.

    Only tasks of the contact or of who stands in move, so what somebody handed on by hand stays there. A contact that
    falls due after the absence stays too. `door` is None: the round of the worker does this.
    """
    plannen = Nazorgplan.objects.filter(
        gestopt_op__isnull=True, plaatsing__status=Plaatsing.Status.LOOPT, contactpersoon__vervanger__isnull=False
    )
    return sum(_verdeel(plan, door) for plan in plannen.select_related("contactpersoon__vervanger").order_by("pk"))


def _verdeel(plan: Nazorgplan, door: Gebruiker | None) -> int:
    contact, vervanger = plan.contactpersoon, plan.contactpersoon.vervanger
    naar = aanwezige(contact)
    if naar is None or vervanger is None:
        return 0
    van = vervanger if naar == contact else contact
    contacten = Nazorgcontact.objects.filter(plan=plan, gehouden_op__isnull=True)
    if naar == vervanger and contact.afwezig_tot is not None:
        contacten = contacten.filter(gepland_op__lte=contact.afwezig_tot)
    problemen = Probleem.objects.filter(plaatsing=plan.plaatsing_id, beantwoord_op__isnull=True)
    bronnen = [contactbron(c) for c in contacten] + [probleembron(p) for p in problemen.values_list("pk", flat=True)]
    problemen.filter(eigenaar=van).update(eigenaar=naar)
    taken = list(
        Taak.objects.select_for_update(of=("self",))
        .filter(bron__in=bronnen, eigenaar=van, status=Taak.Status.OPEN)
        .select_related("keten")
    )
    for taak in taken:
        taak.wijzig(verwacht=None, eigenaar=naar)
        if taak.keten is not None:
            gegevens = {"titel": taak.titel, "wie": naar.naam}
            leg_vast(keten=taak.keten, soort="taak.overgedragen", door=door, gegevens=gegevens)
    return len(taken)


def vervang() -> int:
    """The round of the worker."""
    return regel_vervanging(door=None)
