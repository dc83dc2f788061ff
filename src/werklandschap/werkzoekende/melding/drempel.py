"""Keeping machines out of the public form without bothering people: a trap, a clock, and a limit per address."""

from __future__ import annotations

import time

from django.conf import settings
from django.core import signing
from django.core.cache import cache
from django.http import HttpRequest

from werklandschap.kern.basis.sleutels import zoekwaarde

ZOUT = "melding.formulier"
MINSTENS_SECONDEN = 3
HOOGUIT_SECONDEN = 24 * 3600


def nieuw_teken() -> str:
    """A signed moment that goes along in the form."""
    return signing.dumps(int(time.time()), salt=ZOUT)


def is_menselijk_snel(teken: str) -> bool:
    """Was the form open for at least three seconds and at most a day, and did we hand it out?"""
    try:
        begonnen = int(signing.loads(teken, salt=ZOUT, max_age=HOOGUIT_SECONDEN))
    except (signing.BadSignature, ValueError, TypeError):
        return False
    return time.time() - begonnen >= MINSTENS_SECONDEN


def te_vaak(request: HttpRequest, soort: str, *, hooguit: int, per_seconden: int) -> bool:
    """Count one try of this address; True when it is more than `hooguit` in the period. The address is only hashed."""
    periode = int(time.time()) // per_seconden
    sleutel = f"drempel:{soort}:{periode}:{zoekwaarde('adres', _adres(request))}"
    cache.add(sleutel, 0, timeout=per_seconden)
    try:
        return int(cache.incr(sleutel)) > hooguit
    except ValueError:
        # The key expired between the two calls: a new period begins.
        return False


def _adres(request: HttpRequest) -> str:
    """The address of the visitor; behind a proxy the last one that the proxy itself noted."""
    doorgegeven = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    return doorgegeven.rsplit(",", 1)[-1].strip() or str(request.META.get("REMOTE_ADDR", ""))
