"""Offering messages to the provider, each time with a line for the administrator."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.beheer.rules import mag_gemeente_beheren
from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.beheerlog import leg_beheer_vast
from werklandschap.kern.basis.sms import Sms, Smsfout
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.koppelingen.sms import dienst
from werklandschap.koppelingen.sms.models import Smspoging

BEWAAR_DAGEN = 90


def verstuur_en_noteer(bericht: Sms) -> None:
    """Offer it once and write down how it went. Raises Smsfout."""
    try:
        dienst.verstuur(bericht)
    except Smsfout as fout:
        _noteer(bericht, fout)
        raise
    _noteer(bericht, None)


def _noteer(bericht: Sms, fout: Smsfout | None) -> None:
    Smspoging.objects.create(
        gemeente_id=bericht.gemeente,
        kenmerk=bericht.kenmerk,
        gelukt=fout is None,
        tijdelijk=fout is not None and fout.tijdelijk,
        uitleg=str(fout)[:300] if fout else "",
    )


@actie
def leg_proef_vast(*, gemeente: Gemeente, uitkomst: str, door: Gebruiker) -> None:
    """That an administrator tried, and how it went."""
    vereis(mag_gemeente_beheren(door, gemeente))
    leg_beheer_vast(
        gemeente=gemeente,
        soort="sms.proef",
        door=door,
        gegevens={"uitkomst": uitkomst or _("De sms-dienst nam hem aan.")},
    )


def ruim_pogingen_op() -> str:
    """Forget what is older than three months."""
    grens = timezone.now() - timedelta(days=BEWAAR_DAGEN)
    return f"{Smspoging.objects.filter(op__lt=grens).delete()[0]} pogingen voor sms opgeruimd"
