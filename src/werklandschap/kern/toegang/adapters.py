"""How accounts come about: by an administrator or OIDC, never by signing up oneself."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werklandschap.kern.toegang import raden
from werklandschap.kern.toegang.inlognaam import is_inlognaam
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht


def startpagina(gebruiker: Gebruiker) -> str:
    """The first page after signing in, by role."""
    if gebruiker.heeft(Recht.MIJN):
        return reverse("portaal:mijn")
    if gebruiker.heeft(Recht.BEDRIJF):
        return reverse("portaal:bedrijf")
    if gebruiker.heeft(Recht.OVERDRACHTEN_ONTVANGEN):
        return reverse("portaal:partner")
    if gebruiker.heeft(Recht.BEHEREN):
        return reverse("beheer:overzicht")
    return reverse("taken:mijn_dag")


class Accountadapter(DefaultAccountAdapter):
    """No sign-up; after signing in to the page of one's role."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": gettext_lazy(
            "Deze naam of dit wachtwoord klopt niet. Probeer het nog eens, of vraag een nieuw wachtwoord."
        ),
        "too_many_login_attempts": gettext_lazy("U probeerde het te vaak. Wacht een tijd en probeer het dan weer."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Fewer tries per address while somebody guesses."""
        if raden.moet_wachten(request):
            raise self.validation_error("too_many_login_attempts")
        super().pre_authenticate(request, **credentials)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        raden.noteer_mislukt(request)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return startpagina(request.user) if isinstance(request.user, Gebruiker) else "/"

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Nothing leaves for who signs in with a name: there is no mailbox."""
        if not is_inlognaam(email):
            super().send_mail(template_prefix, email, context)


class Oidcadapter(DefaultSocialAccountAdapter):
    """OIDC signs in accounts that an administrator made, found by a verified e-mail address."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Join the login to the account with the same verified address; without one there is no way in."""
        if sociallogin.is_existing:
            return
        adressen = {a.email.lower() for a in sociallogin.email_addresses if a.verified}
        gebruiker = Gebruiker.objects.filter(email__in=adressen, is_active=True).first() if adressen else None
        if gebruiker is None:
            messages.error(request, _("Er is nog geen account voor u. Vraag uw beheerder om een account."))
            raise ImmediateHttpResponse(redirect("account_login"))
        sociallogin.connect(request, gebruiker)
