"""Readiness, and the survey among colleagues."""

from __future__ import annotations

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.relaties.models import Contactmoment, Werkgever
from werklandschap.kern.relaties.rules import mag_werkgever_bewerken
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum
from werklandschap.werkgever.kandidaat_fit.catalogi import antwoorden, draagvlakvragen, punten, schaal
from werklandschap.werkgever.kandidaat_fit.models import (
    Draagvlakantwoord,
    Draagvlakonderzoek,
    Gereedheid,
    Gespreksbewijs,
)
from werklandschap.werkgever.kandidaat_fit.queries import stand_van


@actie
def leg_gereedheid_vast(
    *, werkgever: Werkgever, oordelen: dict[str, tuple[str, str]], door: Gebruiker
) -> list[Gereedheid]:
    """Record {point: (answer, who helps)}; only what changed is written. Returns the new rows."""
    vereis(mag_werkgever_bewerken(door, werkgever))
    bekend, mogelijk = {p.code for p in punten()}, {a.code for a in antwoorden()}
    if not set(oordelen) <= bekend or not {antwoord for antwoord, _wie in oordelen.values()} <= mogelijk:
        raise Invoerfout(_("Kies een antwoord uit de lijst."))
    nu = stand_van(werkgever)
    nieuw = [
        Gereedheid.objects.create(werkgever=werkgever, punt=punt, antwoord=antwoord, wie_helpt=wie[:150], door=door)
        for punt, (antwoord, wie) in oordelen.items()
        if punt not in nu or (nu[punt].antwoord, nu[punt].wie_helpt) != (antwoord, wie[:150])
    ]
    if nieuw:
        leg_vast(keten=werkgever.keten, soort="gereedheid.bekeken", door=door, gegevens={"aantal": len(nieuw)})
    return nieuw


@actie
def voeg_bewijs_toe(
    *, werkgever: Werkgever, moment: Contactmoment, punt: str, zegt: str, fragment: str, door: Gebruiker
) -> Gespreksbewijs:
    """Keep what a conversation says about a point. The recorded answer stays as it is: a person decides about that."""
    vereis(mag_werkgever_bewerken(door, werkgever))
    stelling = next((p.stelling for p in punten() if p.code == punt), None)
    if stelling is None or zegt not in Gespreksbewijs.Zegt.values:
        raise Invoerfout(_("Kies een antwoord uit de lijst."))
    if moment.werkgever_id != werkgever.pk or not moment.gehouden:
        raise Invoerfout(_("Kies een gesprek met dit bedrijf dat is geweest."))
    if not fragment.strip():
        raise Invoerfout({"fragment": _("Schrijf de zin op die dit zegt.")})
    bewijs = Gespreksbewijs.objects.create(
        werkgever=werkgever, contactmoment=moment, punt=punt, zegt=zegt, fragment=fragment.strip(), door=door
    )
    inhoud = {"punt": stelling, "wanneer": datum(moment.datum)}
    leg_vast(keten=werkgever.keten, soort="gereedheid.bewijs", door=door, gegevens=inhoud)
    return bewijs


@actie
def start_draagvlakonderzoek(*, werkgever: Werkgever, sluit_op: date, door: Gebruiker) -> Draagvlakonderzoek:
    """Open a survey. One at a time."""
    vereis(mag_werkgever_bewerken(door, werkgever))
    if sluit_op <= timezone.localdate():
        raise Invoerfout({"sluit_op": _("Kies een datum na vandaag.")})
    if werkgever.draagvlakonderzoeken.filter(sluit_op__gte=timezone.localdate()).exists():
        raise Invoerfout(_("Er loopt al een onderzoek bij dit bedrijf."))
    onderzoek = Draagvlakonderzoek.objects.create(werkgever=werkgever, sluit_op=sluit_op, door=door)
    leg_vast(keten=werkgever.keten, soort="draagvlak.gestart", door=door, gegevens={"tot": datum(sluit_op)})
    return onderzoek


@actie
def beantwoord_draagvlak(
    *, onderzoek: Draagvlakonderzoek, waarden: dict[str, int], door: Gebruiker | None, tekst: str = ""
) -> Draagvlakantwoord:
    """One colleague's answers. `door` is None: nobody signs in, and nothing about the sender is kept."""
    if not onderzoek.is_open:
        raise Invoerfout(_("Dit onderzoek is gesloten."))
    vragen = {v.code for v in draagvlakvragen() if v.soort == "schaal5"}
    if set(waarden) != vragen or not set(waarden.values()) <= {s.waarde for s in schaal()}:
        raise Invoerfout(_("Geef bij elke vraag een antwoord."))
    return Draagvlakantwoord.objects.create(onderzoek=onderzoek, waarden=waarden, tekst=tekst.strip()[:2000])
