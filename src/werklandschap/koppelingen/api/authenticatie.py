"""Bearer tokens for the API."""

from __future__ import annotations

import hashlib

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from werklandschap.kern.toegang.models import Apitoken, Gebruiker


def hash_token(token: str) -> str:
    """What is stored of a token: its SHA-256, 64 hex digits. Tokens have 256 random bits, so no salt is needed."""
    return hashlib.sha256(token.encode()).hexdigest()


class Tokenauthenticatie(BaseAuthentication):
    """`Authorization: Bearer <token>`; the account behind it must be active."""

    def authenticate(self, request: Request) -> tuple[Gebruiker, Apitoken] | None:
        """The account and its token, None without a bearer header. Raises AuthenticationFailed."""
        delen = get_authorization_header(request).decode("latin-1").split()
        if not delen or delen[0].lower() != "bearer":
            return None
        if len(delen) != 2:
            raise AuthenticationFailed(_("De kopregel Authorization is niet goed. Gebruik: Bearer <token>."))
        geldig = Q(verloopt_op__isnull=True) | Q(verloopt_op__gt=timezone.now())
        token = (
            Apitoken.objects.filter(
                geldig, hash=hash_token(delen[1]), ingetrokken_op__isnull=True, gebruiker__is_active=True
            )
            .select_related("gebruiker__gemeente")
            .first()
        )
        if token is None:
            raise AuthenticationFailed(_("Dit token is niet geldig. Vraag een nieuw token aan."))
        return token.gebruiker, token

    def authenticate_header(self, request: Request) -> str:
        """Makes a missing token a 401."""
        return "Bearer"
