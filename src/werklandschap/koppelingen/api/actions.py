"""Making and withdrawing API tokens."""

from __future__ import annotations

import secrets
from datetime import timedelta

from django.utils import timezone

from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.toegang.models import Apitoken, Gebruiker
from werklandschap.kern.toegang.rules import mag_account_beheren
from werklandschap.koppelingen.api.authenticatie import hash_token


@actie
def maak_apitoken(*, gebruiker: Gebruiker, naam: str, dagen: int, door: Gebruiker) -> str:
    """A new token of 256 random bits, returned once; only its hash is kept."""
    vereis(door.pk == gebruiker.pk or mag_account_beheren(door, gebruiker))
    token = secrets.token_urlsafe(32)
    Apitoken.objects.create(
        gebruiker=gebruiker,
        hash=hash_token(token),
        naam=naam[:100],
        verloopt_op=timezone.now() + timedelta(days=dagen),
    )
    return token


@actie
def trek_apitoken_in(*, token: Apitoken, door: Gebruiker) -> Apitoken:
    """From now on the token opens nothing."""
    vereis(door.pk == token.gebruiker_id or mag_account_beheren(door, token.gebruiker))
    if token.ingetrokken_op is None:
        token.ingetrokken_op = timezone.now()
        token.save(update_fields=["ingetrokken_op"])
    return token
