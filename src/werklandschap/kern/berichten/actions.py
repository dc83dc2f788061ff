"""Sending letters and messages, answering them, and changing the templates."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.core.mail import EmailMessage
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from werklandschap.kern.basis import sms
from werklandschap.kern.basis.acties import actie, na_vastleggen, vereis
from werklandschap.kern.basis.beheerlog import leg_beheer_vast
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.berichten import rules, sjablonen
from werklandschap.kern.berichten.kalender import maak_ics
from werklandschap.kern.berichten.models import Bericht, Brieftekst, Herinnering, Manier
from werklandschap.kern.dossiers.models import Dossier, Werkzoekende
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.taken.actions import maak_taak
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker

logboek = logging.getLogger(__name__)
LANGSTE = 10_000


def manieren_voor(persoon: Werkzoekende) -> list[Manier]:
    """What can reach this person, the way they like best first."""
    kan = [Manier.POST]
    if persoon.email:
        kan.insert(0 if persoon.contactwijze == "email" else 1, Manier.EMAIL)
    if persoon.account_id:
        kan.insert(0 if persoon.contactwijze != "post" else len(kan), Manier.MIJN)
    return kan


@actie
def verstuur_bericht(
    *,
    dossier: Dossier,
    onderwerp: str,
    tekst: str,
    manier: str,
    door: Gebruiker | None,
    sjabloon: str = "",
    bron: str = "",
) -> Bericht:
    """Keep a message with the dossier and send it on commit. `door` is None when the product itself reminds.

    Raises Invoerfout while places are still open, or when this way does not reach the person.
    """
    if door is not None:
        vereis(rules.mag_schrijven(door, dossier))
    onderwerp, tekst = " ".join(onderwerp.split())[:150], tekst.strip()[:LANGSTE]
    _keur(onderwerp, tekst)
    if not _bereikt(dossier.werkzoekende, manier):
        raise Invoerfout({"manier": _("Zo bereikt u deze persoon niet. Kies een andere manier.")})
    bericht = Bericht.objects.create(
        dossier=dossier, onderwerp=onderwerp, tekst=tekst, manier=manier, sjabloon=sjabloon, bron=bron, door=door
    )
    leg_vast(
        keten=dossier.keten,
        soort="bericht.verstuurd",
        door=door,
        gegevens={"onderwerp": onderwerp, "manier": str(Manier(manier).label)},
    )
    if manier == Manier.EMAIL:
        na_vastleggen(lambda: mail_bericht.enqueue(bericht.pk))
    return bericht


def _bereikt(persoon: Werkzoekende, manier: str) -> bool:
    """An SMS only reminds: it is none of the ways to write to somebody."""
    if manier == Manier.SMS:
        return sms.is_aan() and bool(sms.mobiel_nummer(persoon.telefoon))
    return manier in manieren_voor(persoon)


def _keur(onderwerp: str, tekst: str) -> None:
    if not onderwerp:
        raise Invoerfout({"onderwerp": _("Schrijf waar het bericht over gaat.")})
    if not tekst:
        raise Invoerfout({"tekst": _("Schrijf een bericht.")})
    for veld, inhoud in (("onderwerp", onderwerp), ("tekst", tekst)):
        plekken = sjablonen.open_plekken(inhoud)
        if plekken:
            raise Invoerfout({veld: _("Vul nog in: {plekken}.").format(plekken=", ".join(plekken))})


@task()
def mail_bericht(sleutel: int) -> bool:
    """Mail a message once. False when the server refused (the page of the dossier says so), or when the appointment
    it reminds of was called off meanwhile.
    """
    bericht = Bericht.objects.select_related(
        "dossier__werkzoekende", "dossier__gemeente", "door", "herinnering__namens"
    ).get(pk=sleutel)
    if bericht.gemaild_op is not None or not bericht.dossier.werkzoekende.email:
        return False
    herinnering: Herinnering | None = getattr(bericht, "herinnering", None)
    if herinnering is not None and herinnering.vervallen_op is not None:
        return False
    van = herinnering.namens if herinnering is not None else bericht.door
    mail = EmailMessage(
        bericht.onderwerp,
        bericht.tekst + "\n",
        to=[bericht.dossier.werkzoekende.email],
        reply_to=[van.email] if van else None,
    )
    if herinnering is not None:
        mail.attach("afspraak.ics", maak_ics(herinnering).decode(), "text/calendar; method=PUBLISH")
    try:
        mail.send()
    except OSError:
        logboek.exception("message %s could not be mailed", sleutel)
        Bericht.objects.filter(pk=sleutel).update(mailfout=True)
        return False
    Bericht.objects.filter(pk=sleutel).update(gemaild_op=timezone.now(), mailfout=False)
    return True


@actie
def mail_opnieuw(*, bericht: Bericht, door: Gebruiker) -> Bericht:
    """Try again after the mail server refused."""
    vereis(rules.mag_schrijven(door, bericht.dossier))
    if bericht.manier == Manier.EMAIL and bericht.gemaild_op is None:
        na_vastleggen(lambda: mail_bericht.enqueue(bericht.pk))
    return bericht


@actie
def lees_bericht(*, bericht: Bericht, door: Gebruiker) -> Bericht:
    """The person says: I read it."""
    vereis(rules.mag_terugschrijven(door, bericht.dossier))
    if bericht.gelezen_op is None and not bericht.van_inwoner:
        bericht.gelezen_op = timezone.now()
        bericht.save(update_fields=["gelezen_op"])
    return bericht


@actie
def schrijf_terug(*, dossier: Dossier, tekst: str, door: Gebruiker) -> Bericht:
    """A message from the person; who is responsible gets a task to answer within two days."""
    vereis(rules.mag_terugschrijven(door, dossier))
    if not tekst.strip():
        raise Invoerfout({"tekst": _("Schrijf eerst uw bericht.")})
    bericht = Bericht.objects.create(
        dossier=dossier,
        onderwerp=_("Bericht van {naam}").format(naam=dossier.werkzoekende.aanspreeknaam)[:150],
        tekst=tekst.strip()[:LANGSTE],
        manier=Manier.MIJN,
        van_inwoner=True,
        door=door,
    )
    leg_vast(keten=dossier.keten, soort="bericht.ontvangen", door=door)
    maak_taak(
        gemeente=dossier.gemeente,
        eigenaar=dossier.verantwoordelijke,
        keten=dossier.keten,
        titel=_("Antwoord op het bericht van de klant"),
        voor_op=timezone.localdate() + timedelta(days=2),
        door=None,
        bron=f"berichten:antwoord:{dossier.pk}",
        url=f"/dossiers/{dossier.pk}/berichten/",
    )
    return bericht


@actie
def wijzig_brieftekst(
    *, gemeente: Gemeente, code: str, vorm: str, onderwerp: str, tekst: str, door: Gebruiker
) -> Brieftekst:
    """The municipality's own words for a template. Raises Invoerfout for words nothing can fill."""
    vereis(rules.mag_sjablonen_wijzigen(door, gemeente))
    sjabloon = sjablonen.sjabloon_met(code)
    if sjabloon is None or vorm not in sjabloon.vormen:
        raise Invoerfout(_("Deze brief bestaat niet."))
    for veld, inhoud in (("onderwerp", onderwerp), ("tekst", tekst)):
        if not inhoud.strip():
            raise Invoerfout({veld: _("Dit mag niet leeg zijn.")})
        fout = sjablonen.onbekende_woorden(inhoud)
        if fout:
            raise Invoerfout({veld: _("Dit woord kennen wij niet: {woord}.").format(woord="{" + fout[0] + "}")})
    velden = {"onderwerp": onderwerp.strip()[:150], "tekst": tekst.strip()[:LANGSTE]}
    rij, nieuw = Brieftekst.objects.get_or_create(gemeente=gemeente, code=code, vorm=vorm, defaults=velden)
    if not nieuw:
        rij.wijzig(verwacht=None, **velden)
    leg_beheer_vast(gemeente=gemeente, soort="brief.gewijzigd", door=door, gegevens={"brief": code, "vorm": vorm})
    return rij


@actie
def herstel_brieftekst(*, gemeente: Gemeente, code: str, vorm: str, door: Gebruiker) -> None:
    """Back to the words of the product."""
    vereis(rules.mag_sjablonen_wijzigen(door, gemeente))
    if Brieftekst.objects.filter(gemeente=gemeente, code=code, vorm=vorm).delete()[0]:
        leg_beheer_vast(gemeente=gemeente, soort="brief.hersteld", door=door, gegevens={"brief": code, "vorm": vorm})
