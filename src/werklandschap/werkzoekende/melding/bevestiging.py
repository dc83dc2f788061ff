"""The mail that confirms a request for help. It says what happens next, and nothing of what somebody asked."""

from __future__ import annotations

import logging

from django.core.mail import send_mail
from django.utils.translation import gettext as _

from werklandschap.kern.organisaties.models import Gemeente

logboek = logging.getLogger(__name__)


def bevestig(*, adres: str, gemeente: Gemeente, dagen: int) -> bool:
    """Send the confirmation; False when the mail server refused. The request is safe whatever happens here.

    `dagen` is the term in days in which the municipality gets in touch.
    """
    regels = [
        _("Dag,"),
        _("Wij hebben uw vraag ontvangen. Dit gebeurt er nu:"),
        "\n".join(
            (
                _("1. Iemand van {gemeente} leest uw vraag.").format(gemeente=gemeente.naam),
                _("2. Binnen {dagen} dagen nemen wij contact met u op voor een eerste gesprek.").format(dagen=dagen),
                _("3. In dat gesprek kijken wij samen wat u nodig heeft."),
            )
        ),
        _bereik(gemeente),
        _("Heeft u ons niets gevraagd? Dan gaf iemand anders uw e-mailadres. U hoeft niets te doen."),
    ]
    try:
        send_mail(_("Wij hebben uw vraag ontvangen"), "\n\n".join(regels) + "\n", None, [adres])
    except OSError:
        logboek.exception("the confirmation of a request for help could not be sent")
        return False
    return True


def _bereik(gemeente: Gemeente) -> str:
    if gemeente.telefoon:
        return _("Kan het niet wachten? Bel {telefoon}.").format(telefoon=gemeente.telefoon)
    return _("Kan het niet wachten? Bel uw gemeente.")
