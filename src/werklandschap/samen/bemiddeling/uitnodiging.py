"""Invitations by e-mail with a calendar file (RFC 5545), changed and called off under the same UID.

Everybody gets a mail of one's own: nobody sees an address of another. After consent ended the employer's message
holds no name any more.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_tasks import task
from icalendar import Calendar, Event, vCalAddress, vText

from werklandschap.kern.basis.acties import na_vastleggen
from werklandschap.kern.berichten.bezorgen import laat_weten_zonder_mail
from werklandschap.kern.berichten.herinneringen import laat_herinnering_vervallen
from werklandschap.kern.berichten.sjablonen import LAAG
from werklandschap.kern.dossiers.bereik import POST, mailadres_voor, wegen_naar
from werklandschap.kern.dossiers.klantbericht import taal_van
from werklandschap.kern.dossiers.leesniveau import niveau_van
from werklandschap.kern.dossiers.models import Werkzoekende
from werklandschap.kern.taken.actions import sluit_taken_van
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum, tijd
from werklandschap.samen.bemiddeling.models import Ontmoeting, Voordracht

UID_DOMEIN = "ontmoeting.werklandschap"


@dataclass(frozen=True)
class Ontvanger:
    """Who gets a mail: `rol` is kandidaat, werkgever or begeleider."""

    rol: str
    naam: str
    email: str


def ontvangers(ontmoeting: Ontmoeting, *, herinnering: bool = False) -> list[Ontvanger]:
    """Candidate, the contacts of the employer and the colleague who goes along, as far as mail reaches them. A
    candidate who likes another way better gets no mail.

    The employer is only there while the candidate was presented: without that there is no meeting.
    """
    voordracht = ontmoeting.voordracht
    mens = voordracht.dossier.werkzoekende
    uit = [Ontvanger("kandidaat", mens.naam, mailadres_voor(mens, ook_sms=herinnering))]
    personen = voordracht.werkprofiel.werkgever.contactpersonen.filter(actief=True).exclude(email="")
    uit += [Ontvanger("werkgever", p.naam, p.email) for p in personen]
    if ontmoeting.begeleider is not None:
        uit.append(Ontvanger("begeleider", ontmoeting.begeleider.naam, ontmoeting.begeleider.email))
    return [o for o in uit if o.email]


def maak_ics(ontmoeting: Ontmoeting, aan: Ontvanger) -> bytes:
    """The calendar file for one receiver: METHOD REQUEST, or CANCEL once the meeting is called off."""
    weg = ontmoeting.afgezegd_op is not None
    kalender = Calendar()
    kalender.add("prodid", "-//Werklandschap//Ontmoetingen//NL")
    kalender.add("version", "2.0")
    kalender.add("method", "CANCEL" if weg else "REQUEST")
    gebeurtenis = Event()
    gebeurtenis.add("uid", f"{ontmoeting.pk}@{UID_DOMEIN}")
    gebeurtenis.add("sequence", ontmoeting.volgnummer)
    gebeurtenis.add("dtstamp", _utc(timezone.now()))
    gebeurtenis.add("dtstart", _utc(ontmoeting.wanneer))
    gebeurtenis.add("dtend", _utc(ontmoeting.tot))
    gebeurtenis.add("summary", onderwerp(ontmoeting, aan))
    if ontmoeting.waar:
        gebeurtenis.add("location", ontmoeting.waar)
    gebeurtenis.add("status", "CANCELLED" if weg else "CONFIRMED")
    contact = _contact(ontmoeting.voordracht)
    gebeurtenis.add("organizer", _adres(contact.email, contact.naam) if contact else _adres(_afzender(), ""))
    gebeurtenis.add("attendee", _adres(aan.email, aan.naam))
    kalender.add_component(gebeurtenis)
    return bytes(kalender.to_ical())


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)


def _adres(email: str, naam: str) -> vCalAddress:
    adres = vCalAddress(f"mailto:{email}")
    if naam:
        adres.params["cn"] = vText(naam)
    return adres


def _afzender() -> str:
    return str(settings.DEFAULT_FROM_EMAIL).rpartition("<")[2].strip("> ")


def _contact(voordracht: Voordracht) -> Gebruiker | None:
    return voordracht.door or voordracht.dossier.verantwoordelijke


def _mag_naam_weten(ontmoeting: Ontmoeting, aan: Ontvanger) -> bool:
    toestemming = ontmoeting.voordracht.toestemming
    return aan.rol != "werkgever" or (toestemming is not None and toestemming.is_geldig)


def onderwerp(ontmoeting: Ontmoeting, aan: Ontvanger) -> str:
    """The title in the calendar; without consent no name for the employer."""
    soort = str(ontmoeting.get_soort_display())
    bedrijf = ontmoeting.voordracht.werkprofiel.werkgever.naam
    if aan.rol == "kandidaat":
        return _("{soort} bij {bedrijf}").format(soort=soort, bedrijf=bedrijf)
    if not _mag_naam_weten(ontmoeting, aan):
        return _("{soort}, kandidaat {nummer}").format(soort=soort, nummer=ontmoeting.voordracht_id)
    naam = ontmoeting.voordracht.dossier.werkzoekende.naam
    return _("{soort} met {naam}").format(soort=soort, naam=naam)


def tekst(ontmoeting: Ontmoeting, aan: Ontvanger, *, herinnering: bool = False) -> str:
    """The mail in plain words; for who reads little Dutch (A1, A2) only short lines. A reminder holds no file."""
    kort = aan.rol == "kandidaat" and niveau_van(ontmoeting.voordracht.dossier.werkzoekende).niveau in LAAG
    regels = [*_kop(ontmoeting, aan, herinnering), "", *_feiten(ontmoeting, aan)]
    if ontmoeting.afgezegd_op is None and not kort:
        met_bestand = aan.email and not herinnering
        regels += ["", _("Het bestand bij deze mail zet de afspraak in uw agenda.")] if met_bestand else [""]
        if aan.rol == "kandidaat":
            regels += [_("Kunt u niet? Of vindt u het spannend? Bel of mail ons gerust. Dan kijken wij samen.")]
    contact = _contact(ontmoeting.voordracht)
    if contact is not None:
        vraag = _("Vraag? Bel:") if kort else _("Heeft u een vraag?")
        regels += ["", " ".join(deel for deel in (vraag, contact.naam, contact.telefoon, contact.email) if deel)]
    return "\n".join(regels) + "\n"


def _kop(ontmoeting: Ontmoeting, aan: Ontvanger, herinnering: bool) -> list[str]:
    begin = _("Dag {naam},").format(naam=aan.naam)
    if ontmoeting.afgezegd_op is not None:
        return [begin, "", _("Deze afspraak gaat niet door.")]
    if herinnering:
        return [begin, "", _("Morgen heeft u een afspraak.")]
    if ontmoeting.volgnummer:
        return [begin, "", _("Uw afspraak is veranderd. Dit is de nieuwe afspraak.")]
    return [begin, "", _("U heeft een afspraak.")]


def _feiten(ontmoeting: Ontmoeting, aan: Ontvanger) -> list[str]:
    uit = [
        onderwerp(ontmoeting, aan),
        _("Dag: {dag}").format(dag=datum(ontmoeting.wanneer)),
        _("Tijd: {van} tot {tot}").format(van=tijd(ontmoeting.wanneer), tot=tijd(ontmoeting.tot)),
    ]
    if ontmoeting.waar:
        uit.append(_("Waar: {plek}").format(plek=ontmoeting.waar))
    if ontmoeting.begeleider is not None and aan.rol != "begeleider" and ontmoeting.afgezegd_op is None:
        uit.append(_("{naam} van de gemeente gaat mee.").format(naam=ontmoeting.begeleider.naam))
    return uit


def hoe_iedereen_het_hoort(kandidaat: Werkzoekende) -> str:
    """Who gets a mail, and what is left for a colleague to do."""
    if mailadres_voor(kandidaat):
        return _("De kandidaat, de werkgever en wie meegaat krijgen een mail.")
    if POST in wegen_naar(kandidaat):
        zelf = _("Voor de kandidaat komt er een brief klaar, met een taak om hem af te drukken.")
    else:
        zelf = _("De kandidaat is niet te mailen: er komt een taak om het zelf te vertellen.")
    return " ".join((_("De werkgever en wie meegaat krijgen een mail."), zelf))


def verstuur_later(ontmoeting: Ontmoeting) -> None:
    """Put the mails in the queue once what changed is committed; a candidate who gets none hears it otherwise."""
    sleutel, volgnummer = ontmoeting.pk, ontmoeting.volgnummer
    na_vastleggen(lambda: mail_ontmoeting.enqueue(sleutel, volgnummer))
    dossier = ontmoeting.voordracht.dossier
    if mailadres_voor(dossier.werkzoekende):
        return
    kandidaat = Ontvanger("kandidaat", dossier.werkzoekende.naam, "")
    with override(taal_van(dossier.werkzoekende)):
        titel, inhoud = _titel(ontmoeting, kandidaat), tekst(ontmoeting, kandidaat)
    laat_weten_zonder_mail(
        dossier=dossier,
        onderwerp=titel,
        tekst=inhoud,
        eigenaar=_contact(ontmoeting.voordracht),
        bron=f"ontmoeting:{sleutel}:klant",
        door=None,
    )


@task()
def mail_ontmoeting(sleutel: int, volgnummer: int) -> int:
    """Mail everybody this state of the invitation; an older state is not sent any more. Returns how many mails."""
    rij = met_wie(Ontmoeting.objects.all()).get(pk=sleutel)
    if rij.volgnummer != volgnummer:
        return 0
    if rij.afgezegd_op is None and not mag_doorgaan(rij):
        return 0
    wie = ontvangers(rij)
    for aan in wie:
        with override(taal_voor(rij, aan)):
            _bericht(rij, aan).send()
    return len(wie)


def taal_voor(ontmoeting: Ontmoeting, aan: Ontvanger) -> str:
    """The language of the mail: what the candidate asked for, else Dutch."""
    return taal_van(ontmoeting.voordracht.dossier.werkzoekende) if aan.rol == "kandidaat" else "nl"


def met_wie(rijen: QuerySet[Ontmoeting]) -> QuerySet[Ontmoeting]:
    """With everything a mail reads."""
    return rijen.select_related(
        "begeleider",
        "voordracht__door",
        "voordracht__toestemming",
        "voordracht__dossier__werkzoekende",
        "voordracht__dossier__verantwoordelijke",
        "voordracht__werkprofiel__werkgever",
    )


def mag_doorgaan(ontmoeting: Ontmoeting) -> bool:
    """Does the consent still hold? Without it the employer is told nothing of a meeting to come."""
    return _mag_naam_weten(ontmoeting, Ontvanger("werkgever", "", ""))


def _titel(ontmoeting: Ontmoeting, aan: Ontvanger) -> str:
    titel = onderwerp(ontmoeting, aan)
    return titel if ontmoeting.afgezegd_op is None else _("Gaat niet door: {titel}").format(titel=titel)


def _bericht(ontmoeting: Ontmoeting, aan: Ontvanger) -> EmailMessage:
    contact = _contact(ontmoeting.voordracht)
    bericht = EmailMessage(
        subject=_titel(ontmoeting, aan),
        body=tekst(ontmoeting, aan),
        to=[aan.email],
        reply_to=[contact.email] if contact else None,
    )
    methode = "REQUEST" if ontmoeting.afgezegd_op is None else "CANCEL"
    bericht.attach("afspraak.ics", maak_ics(ontmoeting, aan).decode(), f"text/calendar; method={methode}")
    return bericht


def herinneringsbron(ontmoeting: Ontmoeting) -> str:
    """The cause under which a candidate without an address is reminded; another moment is another cause."""
    return f"ontmoeting:{ontmoeting.pk}:{ontmoeting.volgnummer}"


def zeg_komende_af(voordracht: Voordracht, door: Gebruiker, reden: str = "") -> int:
    """Call off what is still to come, because the voordracht ended. Returns how many meetings."""
    komend = list(voordracht.ontmoetingen.filter(uitkomst="", afgezegd_op__isnull=True, wanneer__gt=timezone.now()))
    for ontmoeting in komend:
        zeg_af(ontmoeting, door, reden)
    return len(komend)


def zeg_af(ontmoeting: Ontmoeting, door: Gebruiker, reden: str) -> None:
    """Write down that it does not go on, close its task and tell everybody."""
    laat_herinnering_vervallen(bron=herinneringsbron(ontmoeting), door=door)
    ontmoeting.afgezegd_op, ontmoeting.afzegreden = timezone.now(), reden[:200]
    ontmoeting.volgnummer += 1
    ontmoeting.save(update_fields=["afgezegd_op", "afzegreden", "volgnummer"])
    sluit_taken_van(bron=f"voordracht:{ontmoeting.voordracht_id}:ontmoeting:{ontmoeting.pk}", door=door)
    verstuur_later(ontmoeting)
