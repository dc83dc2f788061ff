"""A second factor for who sees personal data, where the installation asks it."""

from __future__ import annotations

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from werklandschap.kern.toegang.models import Gebruiker

MAG_ZONDER = ("/account/", "/static/", "/healthz", "/taal/")


class TweedeFactor:
    """Send colleagues and partners without a second factor to the page where they set one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        gebruiker = request.user
        if (
            settings.MFA_VERPLICHT
            and isinstance(gebruiker, Gebruiker)
            and (gebruiker.is_medewerker or gebruiker.partnerorganisatie_id)
            and not request.path.startswith(MAG_ZONDER)
            and not is_mfa_enabled(gebruiker)
        ):
            messages.info(
                request, _("Zet eerst een tweede stap aan voor het inloggen. Dat beschermt de gegevens van inwoners.")
            )
            return redirect("mfa_index")
        return self.get_response(request)
