"""Telling the person that somebody else is asked to help, and reminding the one who was asked."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.core.mail import send_mail
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from werklandschap.kern.basis.acties import actie, na_vastleggen
from werklandschap.kern.dossiers.bereik import mailadres_voor
from werklandschap.kern.dossiers.models import Contactwijze, Dossier, Overdracht, Werkzoekende
from werklandschap.kern.tijdlijn.ketens import leg_vast
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum

logboek = logging.getLogger(__name__)
HERINNER_DAGEN_VOORAF = 1


def taal_van(persoon: Werkzoekende) -> str:
    """The language of a standard text for this person: English for who asked for it, else Dutch."""
    return "en" if persoon.contacttaal == "eng" else "nl"


def standaardbericht(overdracht: Overdracht) -> str:
    """What we tell the person when the sender wrote nothing: short enough for the lowest level of Dutch."""
    persoon, van = overdracht.dossier.werkzoekende, overdracht.van
    with override(taal_van(persoon)):
        regels = [
            _("Dag {naam},").format(naam=persoon.aanspreeknaam),
            "",
            _("U vroeg ons om hulp."),
            _("Wij vragen {wie} om u te helpen.").format(wie=overdracht.naar),
        ]
        if overdracht.wie_belt:
            regels.append(_("{wie} neemt contact met u op.").format(wie=overdracht.wie_belt))
        regels += [
            _("Hoort u niets voor {dag}?").format(dag=datum(overdracht.antwoord_voor)),
            _("Bel ons dan."),
            "",
            " ".join(deel for deel in (van.naam, van.telefoon) if deel),
        ]
    return "\n".join(regels)


def bezorg(overdracht: Overdracht) -> None:
    """Mail the message on commit to who likes mail best; others read it on their own page or hear it from us."""
    persoon = overdracht.dossier.werkzoekende
    adres = _mailadres(persoon)
    if not adres:
        return
    with override(taal_van(persoon)):
        onderwerp = _("Iemand gaat u helpen")
    tekst, nummer = overdracht.bericht, overdracht.pk
    na_vastleggen(lambda: _mail(onderwerp, tekst, [adres], nummer))


def _mailadres(persoon: Werkzoekende) -> str:
    """A handover is told in person where somebody likes a call or a visit."""
    return mailadres_voor(persoon) if persoon.contactwijze == Contactwijze.EMAIL else ""


def manier(dossier: Dossier) -> str:
    """How the message reaches this person, in a sentence for the sender."""
    persoon = dossier.werkzoekende
    if _mailadres(persoon):
        return _("De klant krijgt dit bericht per e-mail.")
    if persoon.account_id:
        return _("De klant leest dit op Mijn werklandschap.")
    return _("De klant heeft geen account. Vertel het zelf ({manier}).").format(
        manier=str(persoon.get_contactwijze_display()).lower()
    )


def herinner_partners() -> str:
    """Remind partners of what must be answered by tomorrow, once each; returns what was done."""
    grens = timezone.localdate() + timedelta(days=HERINNER_DAGEN_VOORAF)
    wachtend = Overdracht.objects.filter(
        status=Overdracht.Status.AANGEBODEN,
        naar_partner__isnull=False,
        antwoord_voor__lte=grens,
        herinnerd_op__isnull=True,
    )
    rijen = list(wachtend.select_related("dossier__gemeente", "dossier__keten", "naar_partner"))
    for overdracht in rijen:
        herinner_partner(overdracht=overdracht)
    return _("{aantal} herinneringen aan partners").format(aantal=len(rijen))


@actie
def herinner_partner(*, overdracht: Overdracht, door: None = None) -> Overdracht:
    """Mail everybody of the partner. Nothing about the person is in it: they read that after logging in."""
    overdracht.herinnerd_op = timezone.now()
    overdracht.save(update_fields=["herinnerd_op"])
    voor = datum(overdracht.antwoord_voor)
    leg_vast(
        keten=overdracht.dossier.keten,
        soort="overdracht.herinnerd",
        door=door,
        gegevens={"naar": overdracht.naar, "voor": voor, "onderwerp": overdracht.onderwerp},
    )
    mensen = Gebruiker.objects.filter(partnerorganisatie=overdracht.naar_partner_id, is_active=True)
    adressen = list(mensen.values_list("email", flat=True))
    tekst = _("{gemeente} wacht op uw antwoord op een overdracht. Antwoord voor {dag}. Log in om het te lezen.").format(
        gemeente=overdracht.dossier.gemeente.naam, dag=voor
    )
    onderwerp, nummer = _("Uw antwoord wordt verwacht"), overdracht.pk
    na_vastleggen(lambda: _mail(onderwerp, tekst, adressen, nummer))
    return overdracht


def _mail(onderwerp: str, tekst: str, adressen: list[str], nummer: int) -> None:
    """A mail server that refuses is logged: the message itself is safe in the dossier."""
    try:
        for adres in adressen:
            send_mail(onderwerp, tekst + "\n", None, [adres])
    except OSError:
        logboek.exception("the mail about handover %s could not be sent", nummer)
