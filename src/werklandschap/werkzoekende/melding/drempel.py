"""Keeping machines out of the public form without bothering people: a signed clock."""

from __future__ import annotations

import time

from django.core import signing

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
