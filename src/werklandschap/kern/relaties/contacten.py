"""Contact moments: what was said, what was promised, and when we speak again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.organisaties.instellingen import instelling
from werklandschap.kern.relaties import rules
from werklandschap.kern.relaties.models import Contactmoment, Contactpersoon, Werkgever
from werklandschap.kern.taken.actions import maak_taak
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum as als_datum
from werklandschap.regelingen.datums import plus_maanden

# A promise without a date is kept within this time.
BELOFTE_BINNEN = timedelta(days=14)


@dataclass(frozen=True)
class Contactinvoer:
    """One contact as it is typed. A date after today makes it a plan."""

    soort: str
    onderwerp: str
    datum: date
    contactpersoon: Contactpersoon | None = None
    verslag: str = ""
    afspraken: str = ""
    afspraak_voor: date | None = None
    volgend_contact_op: date | None = None


@actie
def leg_contact_vast(*, werkgever: Werkgever, invoer: Contactinvoer, door: Gebruiker) -> Contactmoment:
    """Record or plan a contact. A promise becomes a task; the date of the next contact is always set.

    Without `volgend_contact_op` the next contact is due after the municipality's number of months, or on the day of
    the first contact that is planned. Raises Invoerfout for wrong input.
    """
    vereis(rules.mag_contact_vastleggen(door, werkgever))
    _controleer(werkgever, invoer)
    gepland = invoer.datum > timezone.localdate()
    moment = Contactmoment.objects.create(
        werkgever=werkgever,
        contactpersoon=invoer.contactpersoon,
        soort=invoer.soort,
        onderwerp=invoer.onderwerp.strip(),
        datum=invoer.datum,
        gehouden=not gepland,
        verslag=invoer.verslag.strip(),
        afspraken=invoer.afspraken.strip(),
        door=door,
    )
    _zet_volgend_contact(werkgever, moment, invoer.volgend_contact_op)
    _beloof(moment, invoer.afspraak_voor, door)
    _log(moment, "contact.gepland" if gepland else "contact.vastgelegd", door)
    return moment


@actie
def rond_contact_af(
    *,
    moment: Contactmoment,
    door: Gebruiker,
    verslag: str = "",
    afspraken: str = "",
    afspraak_voor: date | None = None,
    volgend_contact_op: date | None = None,
    ging_door: bool = True,
) -> Contactmoment:
    """A planned contact took place (with its report), or did not. Only once."""
    vereis(rules.mag_contact_vastleggen(door, moment.werkgever))
    vast = Contactmoment.objects.select_for_update(of=("self",)).select_related("werkgever__keten").get(pk=moment.pk)
    if vast.gehouden:
        raise Invoerfout(_("Dit contact is al afgerond."))
    if not ging_door:
        _log(vast, "contact.vervallen", door)
        vast.delete()
        return vast
    vast.gehouden, vast.datum = True, min(vast.datum, timezone.localdate())
    _weiger(_datumfouten(vast.datum, afspraak_voor, volgend_contact_op))
    vast.verslag, vast.afspraken = verslag.strip(), afspraken.strip()
    vast.save(update_fields=["gehouden", "datum", "verslag", "afspraken"])
    _zet_volgend_contact(vast.werkgever, vast, volgend_contact_op)
    _beloof(vast, afspraak_voor, door)
    _log(vast, "contact.vastgelegd", door)
    return vast


def _controleer(werkgever: Werkgever, invoer: Contactinvoer) -> None:
    fouten: dict[str, str] = {}
    if invoer.soort not in Contactmoment.Soort.values:
        fouten["soort"] = _("Kies hoe u contact had.")
    if not invoer.onderwerp.strip():
        fouten["onderwerp"] = _("Schrijf op waar het over ging.")
    if invoer.contactpersoon is not None and invoer.contactpersoon.werkgever_id != werkgever.pk:
        fouten["contactpersoon"] = _("Kies iemand van dit bedrijf.")
    if invoer.afspraak_voor is not None and not invoer.afspraken.strip():
        fouten["afspraken"] = _("Schrijf op wat u heeft afgesproken.")
    _weiger(fouten | _datumfouten(invoer.datum, invoer.afspraak_voor, invoer.volgend_contact_op))


def _datumfouten(datum: date, afspraak_voor: date | None, volgend_contact_op: date | None) -> dict[str, str]:
    """What is promised, and the next contact, come after the contact itself."""
    dagen = {"afspraak_voor": afspraak_voor, "volgend_contact_op": volgend_contact_op}
    return {veld: _("Kies een datum na dit contact.") for veld, dag in dagen.items() if dag is not None and dag < datum}


def _weiger(fouten: dict[str, str]) -> None:
    if fouten:
        raise Invoerfout(fouten)


def _zet_volgend_contact(werkgever: Werkgever, moment: Contactmoment, gekozen: date | None) -> None:
    """The first of what is planned from tomorrow on, what was chosen, and the term after the last contact held."""
    momenten = list(werkgever.contactmomenten.values_list("gehouden", "datum"))
    dagen = [dag for gehouden, dag in momenten if not gehouden and dag > timezone.localdate()]
    if gekozen is not None:
        dagen.append(gekozen)
    elif moment.gehouden:
        maanden = instelling(werkgever.gemeente, "werkgevercontact_maanden")
        dagen.append(plus_maanden(max(dag for gehouden, dag in momenten if gehouden), maanden))
    werkgever.volgend_contact_op = min(dagen)
    if moment.gehouden and werkgever.status in {Werkgever.Status.NIEUW, Werkgever.Status.SLAPEND}:
        werkgever.status = Werkgever.Status.ACTIEF
    # No new version: who is editing the profile meanwhile has nothing to choose between.
    werkgever.save(update_fields=["volgend_contact_op", "status"])


def _beloof(moment: Contactmoment, voor_op: date | None, door: Gebruiker) -> None:
    """A promise is a task of who made it."""
    if not moment.afspraken or door.gemeente is None:
        return
    maak_taak(
        gemeente=door.gemeente,
        eigenaar=door,
        keten=moment.werkgever.keten,
        titel=moment.afspraken.splitlines()[0],
        toelichting=moment.afspraken if "\n" in moment.afspraken or len(moment.afspraken) > 200 else "",
        voor_op=voor_op or timezone.localdate() + BELOFTE_BINNEN,
        door=door,
        bron=f"relaties:afspraak:{moment.pk}",
        tegel=("werkgevers", "werkgever-contact"),
    )


def _log(moment: Contactmoment, soort: str, door: Gebruiker) -> None:
    leg_vast(
        keten=moment.werkgever.keten,
        soort=soort,
        door=door,
        gegevens={
            "soort": moment.get_soort_display(),
            "onderwerp": moment.onderwerp,
            "datum": als_datum(moment.datum),
        },
    )
