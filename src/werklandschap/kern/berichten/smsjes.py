"""Sending the SMS messages that wait: by day, a few tries, and a task for a colleague when it fails."""

from __future__ import annotations

import logging
from datetime import datetime

from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis import sms
from werklandschap.kern.berichten.herinneringen import vraag_te_bellen
from werklandschap.kern.berichten.models import Bericht, Herinnering, Manier

logboek = logging.getLogger(__name__)
# Nobody is woken up by the municipality.
VANAF_UUR, TOT_UUR = 9, 20
MEESTE_POGINGEN = 3
HOOGUIT_PER_RONDE = 200


def verstuur_wachtende(nu: datetime | None = None) -> int:
    """Send what waits, at most so many at a time; returns how many went. Two workers don't send one twice."""
    moment = nu or timezone.now()
    if not sms.is_aan() or not VANAF_UUR <= timezone.localtime(moment).hour < TOT_UUR:
        return 0
    wachtend = (
        Herinnering.objects.komt_nog()
        .filter(bericht__manier=Manier.SMS, bericht__gemaild_op__isnull=True, bericht__mailfout=False)
        .select_related("bericht", "namens", "dossier__gemeente", "dossier__keten", "dossier__werkzoekende")
    )
    return sum(_verstuur(rij) for rij in wachtend[:HOOGUIT_PER_RONDE])


def _verstuur(rij: Herinnering) -> bool:
    bericht = rij.bericht
    assert bericht is not None
    poging = bericht.pogingen + 1
    # Whoever raises the count first may send.
    if not Bericht.objects.filter(pk=bericht.pk, pogingen=bericht.pogingen).update(pogingen=F("pogingen") + 1):
        return False
    try:
        nummer = sms.mobiel_nummer(rij.dossier.werkzoekende.telefoon)
        if not nummer:
            raise sms.Smsfout(_("Er is geen mobiel nummer meer."), tijdelijk=False)
        sms.verstuur(sms.Sms(nummer, bericht.tekst, f"bericht-{bericht.pk}", rij.dossier.gemeente_id))
    except sms.Smsfout as fout:
        logboek.warning("SMS of message %s did not go (try %s)", bericht.pk, poging)
        if not fout.tijdelijk or poging >= MEESTE_POGINGEN:
            _geef_op(rij, bericht)
        return False
    Bericht.objects.filter(pk=bericht.pk).update(gemaild_op=timezone.now())
    return True


def _geef_op(rij: Herinnering, bericht: Bericht) -> None:
    Bericht.objects.filter(pk=bericht.pk).update(mailfout=True)
    vraag_te_bellen(
        rij,
        waarom=_("De sms kwam niet aan."),
        adres=reverse("berichten:bericht", args=[rij.dossier_id, bericht.pk]),
        voor_op=timezone.localdate(),
    )
