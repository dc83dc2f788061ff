"""Offers SMS to the rooms below, a card for administrators, and what this room does every day."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from werklandschap.beheer.queries import Onderdeel, onderdelen_elders
from werklandschap.kern.basis.haken import dagtaken
from werklandschap.kern.basis.sms import aan, verzenders
from werklandschap.koppelingen.sms import dienst
from werklandschap.koppelingen.sms.actions import ruim_pogingen_op, verstuur_en_noteer


def kaart() -> Onderdeel:
    """Whether SMS is on, and what went wrong."""
    return Onderdeel(
        _("Sms"), _("Staat het aan, en wat ging er mis? Stuur een proefbericht."), reverse("koppelingen_sms:sms")
    )


aan.registreer("sms", dienst.is_aan)
verzenders.registreer("sms", verstuur_en_noteer)
onderdelen_elders.registreer("sms", kaart)
dagtaken.registreer("sms", ruim_pogingen_op)
