"""Routes on the agenda and the question desk. News is in `nieuws.py`."""

from __future__ import annotations

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.catalogus import vind
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.relaties.rules import mag_contact_vastleggen
from werklandschap.kern.taken.actions import maak_taak, sluit_taken_van
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.regelingen.kalender import tel_werkdagen_op
from werklandschap.werkgever.voorzorg.catalogi import routes
from werklandschap.werkgever.voorzorg.models import Routegesprek, Vraag

TEGEL = ("werkgevers", "voorzorg")
ANTWOORD_BINNEN = 5  # working days


@actie
def bespreek_route(
    *,
    werkgever: Werkgever,
    route: str,
    besproken_op: date,
    uitkomst: str,
    door: Gebruiker,
    opnieuw_op: date | None = None,
) -> Routegesprek:
    """A route was discussed. A date to come back to it becomes a task."""
    vereis(mag_contact_vastleggen(door, werkgever))
    soort = vind(routes(), route)
    if soort is None:
        raise Invoerfout({"route": _("Kies een route uit de lijst.")})
    if not uitkomst.strip():
        raise Invoerfout({"uitkomst": _("Schrijf op wat eruit kwam.")})
    if besproken_op > timezone.localdate():
        raise Invoerfout({"besproken_op": _("Kies een datum tot en met vandaag.")})
    if opnieuw_op is not None and opnieuw_op <= besproken_op:
        raise Invoerfout({"opnieuw_op": _("Kies een datum na dit gesprek.")})
    gesprek = Routegesprek.objects.create(
        werkgever=werkgever,
        route=route,
        besproken_op=besproken_op,
        uitkomst=uitkomst.strip(),
        opnieuw_op=opnieuw_op,
        door=door,
    )
    leg_vast(keten=werkgever.keten, soort="route.besproken", door=door, gegevens={"route": soort.naam})
    if opnieuw_op is not None and door.gemeente is not None:
        titel = _("Bespreek opnieuw met {naam}: {route}").format(naam=werkgever.naam, route=soort.naam)
        maak_taak(
            gemeente=door.gemeente,
            eigenaar=door,
            keten=werkgever.keten,
            titel=titel,
            voor_op=opnieuw_op,
            door=door,
            bron=f"werkgever_voorzorg:route:{gesprek.pk}",
            tegel=TEGEL,
        )
    return gesprek


@actie
def stel_vraag(*, werkgever: Werkgever, vraag: str, door: Gebruiker) -> Vraag:
    """A personnel question; who takes it answers within five working days."""
    vereis(mag_contact_vastleggen(door, werkgever))
    if not vraag.strip():
        raise Invoerfout({"vraag": _("Schrijf de vraag op.")})
    assert door.gemeente is not None
    rij = Vraag.objects.create(werkgever=werkgever, vraag=vraag.strip(), gesteld_aan=door)
    leg_vast(keten=werkgever.keten, soort="vraag.gesteld", door=door, gegevens={"vraag": rij.vraag[:200]})
    maak_taak(
        gemeente=door.gemeente,
        eigenaar=door,
        keten=werkgever.keten,
        titel=_("Beantwoord de vraag van {naam}").format(naam=werkgever.naam),
        toelichting=rij.vraag,
        voor_op=tel_werkdagen_op(timezone.localdate(), ANTWOORD_BINNEN),
        door=door,
        bron=f"werkgever_voorzorg:vraag:{rij.pk}",
        tegel=TEGEL,
    )
    return rij


@actie
def beantwoord_vraag(*, vraag: Vraag, antwoord: str, door: Gebruiker, bron: str = "") -> Vraag:
    """The answer, with where it comes from; its task closes. An answer may be made better later."""
    vereis(mag_contact_vastleggen(door, vraag.werkgever))
    if not antwoord.strip():
        raise Invoerfout({"antwoord": _("Schrijf het antwoord op.")})
    vast = Vraag.objects.select_for_update(of=("self",)).select_related("werkgever__keten").get(pk=vraag.pk)
    vast.antwoord, vast.bron = antwoord.strip(), bron.strip()[:200]
    vast.beantwoord_op, vast.beantwoord_door = timezone.now(), door
    vast.save(update_fields=["antwoord", "bron", "beantwoord_op", "beantwoord_door"])
    leg_vast(keten=vast.werkgever.keten, soort="vraag.beantwoord", door=door, gegevens={"vraag": vast.vraag[:200]})
    sluit_taken_van(bron=f"werkgever_voorzorg:vraag:{vast.pk}", door=door)
    return vast
