"""A test message of an administrator: the provider is asked first, then the log gets its line."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.beheer.rules import mag_gemeente_beheren
from werklandschap.kern.basis.acties import vereis
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.basis.sms import Sms, Smsfout, mobiel_nummer
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.koppelingen.sms import dienst
from werklandschap.koppelingen.sms.actions import leg_proef_vast, verstuur_en_noteer


def stuur_proef(*, gemeente: Gemeente, nummer: str, door: Gebruiker) -> str:
    """Send a test to a number; returns what went wrong, or nothing. Raises Invoerfout.

    The provider is asked before the transaction begins: a slow one holds nothing up.
    """
    vereis(mag_gemeente_beheren(door, gemeente))
    if not dienst.is_aan():
        raise Invoerfout(_("Sms staat uit. Stel eerst het adres en het token in."))
    schoon = mobiel_nummer(nummer)
    if not schoon:
        raise Invoerfout({"nummer": _("Dit is geen mobiel nummer. Schrijf het zo: 06 12345678.")})
    tekst = _("Proefbericht van {gemeente}. U hoeft niets te doen.").format(gemeente=gemeente.naam)
    try:
        verstuur_en_noteer(Sms(schoon, tekst, f"proef-{timezone.now():%Y%m%d%H%M%S}", gemeente.pk))
    except Smsfout as fout:
        uitkomst = str(fout)
    else:
        uitkomst = ""
    leg_proef_vast(gemeente=gemeente, uitkomst=uitkomst, door=door)
    return uitkomst
