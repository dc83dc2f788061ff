"""Asking: matching profiles and vacancies at another party, over TLS with a certificate of our own.

Dialogue of VUM 3: POST …/matches with a question, then GET …/{vumID} for one in detail; errors as {code, message}.
"""

from __future__ import annotations

import http.client
import json
import re
import ssl
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, HTTPSHandler, Request, build_opener

from django.utils.translation import gettext as _

from werklandschap.koppelingen.vum.instellingen import OIN

SECONDEN: Final = 15
MAX_BYTES: Final = 20 * 1024 * 1024
PADEN: Final = {"profielen": "werkzoekendeprofielen", "vacatures": "vacatures"}
VUM_ID: Final = re.compile(r"[A-Za-z0-9-]{1,64}")
EIGEN_MACHINE: Final = frozenset({"127.0.0.1", "localhost", "::1"})
VERSIE: Final = "3.1.0"


class Netwerkfout(Exception):
    """The exchange did not work; one Dutch line that says what to do."""


@dataclass(frozen=True)
class Verbinding:
    """Where the exchange is and who we are (`oin`). `certificaat` and `sleutel` are PEM files."""

    adres: str
    oin: str
    certificaat: Path | None = None
    sleutel: Path | None = None
    koppen: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        delen = urlsplit(self.adres)
        if delen.scheme != "https" and not (delen.scheme == "http" and delen.hostname in EIGEN_MACHINE):
            raise Netwerkfout(_("Het adres van het VUM-netwerk moet met https:// beginnen."))
        if not OIN.fullmatch(self.oin):
            raise Netwerkfout(_("Een OIN heeft twintig cijfers."))

    def zoek(self, soort: str, *, naar: str, vraag: dict[str, Any]) -> list[dict[str, Any]]:
        """What a party (`naar`, an OIN) has that fits; `soort` is profielen or vacatures. Raises Netwerkfout."""
        inhoud = json.dumps(vraag, ensure_ascii=False).encode()
        gelezen = self._vraag(f"{PADEN[soort]}/matches", naar, inhoud)
        if not isinstance(gelezen, list) or not all(isinstance(rij, dict) for rij in gelezen):
            raise Netwerkfout(_("Het antwoord van het VUM-netwerk is geen lijst van berichten."))
        return gelezen

    def detail(self, soort: str, *, naar: str, vum_id: str) -> dict[str, Any]:
        """One of them in detail. Raises Netwerkfout."""
        if not VUM_ID.fullmatch(vum_id):
            raise Netwerkfout(_("Dit is geen nummer van het VUM-netwerk."))
        gelezen = self._vraag(f"{PADEN[soort]}/{vum_id}", naar, None)
        if not isinstance(gelezen, dict):
            raise Netwerkfout(_("Het antwoord van het VUM-netwerk is geen bericht."))
        return gelezen

    def _vraag(self, pad: str, naar: str, inhoud: bytes | None) -> object:
        if not OIN.fullmatch(naar):
            raise Netwerkfout(_("Een OIN heeft twintig cijfers."))
        kop = {
            "Accept": "application/json",
            "API-Version": VERSIE,
            "X-VUM-fromParty": self.oin,
            "X-VUM-toParty": naar,
            **dict(self.koppen),
        }
        if inhoud is not None:
            kop["Content-Type"] = "application/json"
        vraag = Request(f"{self.adres.rstrip('/')}/{pad}", data=inhoud, headers=kop)  # noqa: S310 - checked above
        try:
            opener = build_opener(_NietDoorsturen, HTTPSHandler(context=self._tls()))
            with opener.open(vraag, timeout=SECONDEN) as antwoord:
                return _gelezen(antwoord.read(MAX_BYTES + 1))
        except HTTPError as fout:
            raise Netwerkfout(_uitleg(fout)) from fout
        except (URLError, OSError, http.client.HTTPException) as fout:
            zin = _("Het VUM-netwerk is niet te bereiken: {reden}.")
            raise Netwerkfout(zin.format(reden=getattr(fout, "reason", fout))) from fout

    def _tls(self) -> ssl.SSLContext:
        tls = ssl.create_default_context()
        if self.certificaat is not None:
            tls.load_cert_chain(self.certificaat, self.sleutel)
        return tls


class _NietDoorsturen(HTTPRedirectHandler):
    """What we send goes to the address that was set, and nowhere else."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


def _gelezen(inhoud: bytes) -> object:
    if len(inhoud) > MAX_BYTES:
        raise Netwerkfout(_("Het antwoord van het VUM-netwerk is te groot."))
    try:
        gelezen: object = json.loads(inhoud)
    except (ValueError, RecursionError) as fout:
        raise Netwerkfout(_("Het antwoord van het VUM-netwerk is geen json.")) from fout
    return gelezen


def _uitleg(fout: HTTPError) -> str:
    try:
        melding = json.loads(fout.read(4096))
        reden = f"{melding['code']} {melding['message']}"
    except (ValueError, KeyError, TypeError, RecursionError):
        reden = str(fout.reason)
    if fout.code in {401, 403}:
        zin = _("Het VUM-netwerk laat ons niet toe ({code}: {reden}). Controleer certificaat en accreditatie.")
    else:
        zin = _("Het VUM-netwerk weigerde ({code}: {reden}).")
    return zin.format(code=fout.code, reden=reden)
