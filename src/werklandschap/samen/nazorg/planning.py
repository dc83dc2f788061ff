"""Tasks that follow from a plan: only what comes up soon, so that a list of tasks stays readable."""

from __future__ import annotations

from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.taken.actions import maak_taak
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.regelingen.kalender import is_werkdag, tel_werkdagen_op
from werklandschap.samen.nazorg.models import Nazorgcontact, Nazorgplan
from werklandschap.samen.plaatsing.models import Plaatsing

SLUG = "nazorg"
VOORUIT = timedelta(days=28)


def op_werkdag(dag: date) -> date:
    """The day itself, or the first working day after it."""
    return dag if is_werkdag(dag) else tel_werkdagen_op(dag, 1)


def aanwezige(wie: Gebruiker | None) -> Gebruiker | None:
    """This colleague, or who stands in today when the colleague is away; None when nobody of both works here."""
    if wie is None:
        return None
    vervanger = wie.vervanger
    if vervanger is not None and wie.wordt_vervangen_door(vervanger) and vervanger.is_active:
        return vervanger
    return wie if wie.is_active and wie.is_medewerker else None


def nazorg_url(plaatsing: Plaatsing) -> str:
    """The page of the aftercare of a placement."""
    return reverse("samen_nazorg:nazorg", args=[plaatsing.pk])


def contactbron(contact: Nazorgcontact) -> str:
    """The cause of the task for a contact."""
    return f"nazorgcontact:{contact.pk}"


def probleembron(pk: int) -> str:
    """The cause of the task for a problem."""
    return f"probleem:{pk}"


def zorg_voor_taken(plan: Nazorgplan, door: Gebruiker | None) -> int:
    """A task for the next contact and for all within four weeks. Returns how many are new."""
    if plan.gestopt_op is not None:
        return 0
    open_ = list(plan.contacten.filter(gehouden_op__isnull=True).order_by("gepland_op", "id"))
    grens = timezone.localdate() + VOORUIT
    aan_de_beurt = [c for nummer, c in enumerate(open_) if nummer == 0 or c.gepland_op <= grens]
    bekend = set(Taak.objects.filter(bron__in=[contactbron(c) for c in aan_de_beurt]).values_list("bron", flat=True))
    nieuw = [c for c in aan_de_beurt if contactbron(c) not in bekend]
    plaatsing = plan.plaatsing
    for contact in nieuw:
        soort = _("Evaluatie") if contact.is_evaluatie else _("Nazorgcontact")
        maak_taak(
            gemeente=plaatsing.dossier.gemeente,
            eigenaar=aanwezige(plan.contactpersoon) or plan.contactpersoon,
            keten=plaatsing.dossier.keten,
            titel=f"{soort}: {plaatsing.functie}, {plaatsing.werkprofiel.werkgever.naam}",
            voor_op=contact.gepland_op,
            door=door,
            bron=contactbron(contact),
            tegel=("werkzoekenden", SLUG),
            url=reverse("samen_nazorg:contact", args=[contact.pk]),
        )
    return len(nieuw)
