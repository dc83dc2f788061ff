"""How the product reaches a person by itself: in the way they like, else in the next one that works."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from werklandschap.kern.basis import sms
from werklandschap.kern.dossiers.models import Contactwijze

EMAIL, SMS, POST = "email", "sms", "post"
# What to try, in order, for who likes to be reached in this way.
VOLGORDE: dict[str, tuple[str, ...]] = {
    Contactwijze.EMAIL: (EMAIL, SMS, POST),
    Contactwijze.SMS: (SMS, EMAIL, POST),
    Contactwijze.TELEFOON: (SMS, EMAIL, POST),
    Contactwijze.POST: (POST, EMAIL, SMS),
    Contactwijze.LANGS: (SMS, EMAIL, POST),
}


class Bereikbaar(Protocol):
    """A person, or what a form says of one."""

    @property
    def contactwijze(self) -> str: ...
    @property
    def email(self) -> str: ...
    @property
    def telefoon(self) -> str: ...
    @property
    def straat(self) -> str: ...
    @property
    def postcode(self) -> str: ...
    @property
    def plaats(self) -> str: ...


def wegen_naar(persoon: Bereikbaar, *, ook_sms: bool = False) -> list[str]:
    """What reaches this person, what they like best first. `ook_sms`: for a reminder; an SMS is too short for more."""
    kan = set(_werkt_voor(persoon))
    if not ook_sms:
        kan.discard(SMS)
    return [weg for weg in VOLGORDE[persoon.contactwijze] if weg in kan]


def _werkt_voor(persoon: Bereikbaar) -> Iterator[str]:
    if persoon.email:
        yield EMAIL
    if sms.is_aan() and sms.mobiel_nummer(persoon.telefoon):
        yield SMS
    if persoon.straat and persoon.postcode and persoon.plaats:
        yield POST


def mailadres_voor(persoon: Bereikbaar, *, ook_sms: bool = False) -> str:
    """Where a mail of the product goes; empty when another way comes first. Every mail to a person asks this."""
    return persoon.email if wegen_naar(persoon, ook_sms=ook_sms)[:1] == [EMAIL] else ""
