"""A provider of SMS over HTTPS: one JSON POST per message, with a token. Off unless address and token are set.

Providers differ in the names of the fields and in the header with the token; both are settings.
"""

from __future__ import annotations

import json
from typing import Any, Final
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings
from django.utils.translation import gettext as _

from werklandschap.kern.basis.sms import Sms, Smsfout

SECONDEN: Final = 8
EIGEN_MACHINE: Final = frozenset({"127.0.0.1", "localhost", "::1"})
VELDEN: Final = {"naar": "to", "tekst": "text", "van": "from", "kenmerk": "reference"}
# Besides what the provider itself calls an error of its own: the administrator can mend a token, and waiting helps.
LATER_OPNIEUW: Final = frozenset({401, 403, 408, 425, 429})


class _GeenOmleiding(HTTPRedirectHandler):
    """The token never follows a redirect to another address."""

    def redirect_request(self, *_alles: Any, **_meer: Any) -> None:
        return None


def is_aan() -> bool:
    """Whether an address and a token are set."""
    return bool(settings.SMS["adres"] and settings.SMS["token"])


def dienst() -> str:
    """The machine of the provider, to show to an administrator; empty while off."""
    return urlsplit(settings.SMS["adres"]).hostname or "" if is_aan() else ""


def adres_is_veilig(adres: str) -> bool:
    """HTTPS, or a gateway on the same machine."""
    delen = urlsplit(adres)
    return delen.scheme == "https" or (delen.scheme == "http" and delen.hostname in EIGEN_MACHINE)


def verstuur(bericht: Sms) -> None:
    """Offer one message. Raises Smsfout unless the provider answers with a code in the 200s."""
    if not is_aan():
        raise Smsfout(_("Sms staat uit."), tijdelijk=False)
    if not adres_is_veilig(settings.SMS["adres"]):
        raise Smsfout(_("Het adres van de sms-dienst moet met https:// beginnen."), tijdelijk=False)
    try:
        with build_opener(_GeenOmleiding).open(_verzoek(bericht), timeout=SECONDEN):
            return
    except HTTPError as fout:
        tijdelijk = fout.code >= 500 or fout.code in LATER_OPNIEUW
        raise Smsfout(_uitleg(fout.code), tijdelijk=tijdelijk) from fout
    except (URLError, TimeoutError, OSError) as fout:
        raise Smsfout(_("De sms-dienst is niet te bereiken."), tijdelijk=True) from fout


def _verzoek(bericht: Sms) -> Request:
    waarden = {
        "naar": bericht.nummer,
        "tekst": bericht.tekst,
        "van": settings.SMS["afzender"],
        "kenmerk": bericht.kenmerk,
    }
    namen = VELDEN | settings.SMS["velden"]
    inhoud = {namen[veld]: waarde for veld, waarde in waarden.items() if waarde and namen[veld]}
    kop, _punt, waarde = settings.SMS["kop"].partition(":")
    koppen = {kop.strip(): waarde.strip().replace("{token}", settings.SMS["token"]), "Content-Type": "application/json"}
    data = json.dumps(inhoud).encode()
    return Request(settings.SMS["adres"], data, koppen, method="POST")  # noqa: S310 - https, checked by verstuur


def _uitleg(code: int) -> str:
    if code in {401, 403}:
        return _("De sms-dienst weigert het token (code {code}).").format(code=code)
    if code == 429:
        return _("De sms-dienst krijgt te veel berichten tegelijk (code 429).")
    return _("De sms-dienst geeft een fout (code {code}).").format(code=code)
