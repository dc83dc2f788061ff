"""The KVK Basisprofiel API: GET /v1/basisprofielen/{kvkNummer} with a key. Off unless address and key are set."""

from __future__ import annotations

import json
from typing import Any, Final
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings
from django.utils.translation import gettext as _

from werklandschap.kern.relaties.handelsregister import Inschrijving, Registerfout
from werklandschap.regelingen.kvk import is_geldig_kvk_nummer

SECONDEN: Final = 8
MAX_BYTES: Final = 1024 * 1024
EIGEN_MACHINE: Final = frozenset({"127.0.0.1", "localhost", "::1"})


class _GeenOmleiding(HTTPRedirectHandler):
    """The key never follows a redirect to another address."""

    def redirect_request(self, *_alles: Any, **_meer: Any) -> None:
        return None


def is_aan() -> bool:
    """Whether an address and a key are set."""
    return bool(settings.KVK["adres"] and settings.KVK["sleutel"])


def zoek(nummer: str) -> Inschrijving | None:
    """The company with this number, or None. Raises Registerfout when the register does not answer as it should."""
    if not is_aan() or not is_geldig_kvk_nummer(nummer):
        return None
    delen = urlsplit(settings.KVK["adres"])
    if delen.scheme != "https" and not (delen.scheme == "http" and delen.hostname in EIGEN_MACHINE):
        raise Registerfout(_("Het adres van de KVK moet met https:// beginnen. Vraag het uw beheerder."))
    adres = f"{settings.KVK['adres'].rstrip('/')}/v1/basisprofielen/{nummer}"
    koppen = {"apikey": settings.KVK["sleutel"], "Accept": "application/json"}
    verzoek = Request(adres, headers=koppen)  # noqa: S310 - https, checked above
    try:
        with build_opener(_GeenOmleiding).open(verzoek, timeout=SECONDEN) as antwoord:
            gelezen = json.loads(antwoord.read(MAX_BYTES))
    except HTTPError as fout:
        if fout.code == 404:
            return None
        raise Registerfout(
            _("De KVK geeft geen antwoord (code {code}). Probeer het later.").format(code=fout.code)
        ) from fout
    except (URLError, TimeoutError, ValueError) as fout:
        raise Registerfout(_("De KVK is niet te bereiken. Vul de gegevens zelf in.")) from fout
    return _lees(nummer, gelezen)


def _lees(nummer: str, gelezen: Any) -> Inschrijving:
    if not isinstance(gelezen, dict) or not isinstance(gelezen.get("naam"), str):
        raise Registerfout(_("Het antwoord van de KVK is niet te lezen. Vul de gegevens zelf in."))
    hoofd = (gelezen.get("_embedded") or {}).get("hoofdvestiging") or {}
    adressen = hoofd.get("adressen") or []
    bezoek = next((a for a in adressen if a.get("type") == "bezoekadres"), adressen[0] if adressen else {})
    activiteiten = gelezen.get("sbiActiviteiten") or []
    eerste: dict[str, Any] = next((a for a in activiteiten if a.get("indHoofdactiviteit") == "Ja"), {})
    mensen = gelezen.get("totaalWerkzamePersonen")
    return Inschrijving(
        kvk_nummer=nummer,
        naam=gelezen["naam"][:200],
        sbi=str(eerste.get("sbiCode", ""))[:6],
        plaats=str(bezoek.get("plaats", ""))[:80],
        mensen=mensen if isinstance(mensen, int) else None,
    )
