"""A door for an adapter above: sending an SMS. Nothing is sent while no adapter says that it is on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import phonenumbers
from django.utils.translation import gettext as _

from werklandschap.kern.basis.haken import Register

LAND: Final = "NL"
_MOBIEL: Final = frozenset({phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE})


class Smsfout(Exception):
    """The SMS did not go; one Dutch line that says why. `tijdelijk`: trying later may help."""

    def __init__(self, uitleg: str, *, tijdelijk: bool) -> None:
        super().__init__(uitleg)
        self.tijdelijk = tijdelijk


@dataclass(frozen=True)
class Sms:
    """One message: `nummer` in international form (+31612345678); `kenmerk` is the same when it is tried again."""

    nummer: str
    tekst: str
    kenmerk: str
    gemeente: int


# functie() -> is it set up here; functie(sms) sends it or raises Smsfout
aan: Register[Callable[[], bool]] = Register()
verzenders: Register[Callable[[Sms], None]] = Register()


def is_aan() -> bool:
    """Whether this installation can send an SMS."""
    return any(kan() for kan in aan.alle())


def verstuur(bericht: Sms) -> None:
    """Offer it to the provider, once. Raises Smsfout."""
    verzender = next(iter(verzenders.alle()), None)
    if verzender is None or not is_aan():
        raise Smsfout(_("Sms staat uit."), tijdelijk=False)
    verzender(bericht)


def mobiel_nummer(tekst: str) -> str:
    """The number in international form when an SMS can reach it; empty for a land line or what is no number."""
    try:
        nummer = phonenumbers.parse(tekst, LAND)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_valid_number(nummer) or phonenumbers.number_type(nummer) not in _MOBIEL:
        return ""
    return phonenumbers.format_number(nummer, phonenumbers.PhoneNumberFormat.E164)
