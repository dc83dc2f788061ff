"""Signing in: the account of a request comes with its municipality, which every page shows."""

from __future__ import annotations

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.backends import ModelBackend

from werklandschap.kern.toegang.models import Gebruiker


class _MetGemeente(ModelBackend):
    def get_user(self, user_id: Any) -> Gebruiker | None:
        """The active account with its municipality in one query."""
        gebruiker = Gebruiker.objects.select_related("gemeente").filter(pk=user_id).first()
        return gebruiker if gebruiker is not None and self.user_can_authenticate(gebruiker) else None


class Accountbackend(_MetGemeente):
    """E-mail address and password."""


class Allauthbackend(_MetGemeente, AuthenticationBackend):
    """What allauth signs in: its own form, a passkey, OIDC."""
