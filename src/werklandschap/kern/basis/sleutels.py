"""Keys for encrypted fields and keyed look-ups; they live outside the database and its backups."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import secrets
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


@dataclass(frozen=True)
class Sleutelbos:
    """Field keys by id, newest first (32 bytes each), and the key for look-ups."""

    velden: dict[str, bytes]
    zoek: bytes

    @property
    def nieuwste(self) -> str:
        return next(iter(self.velden))


def _uit_tekst(tekst: str) -> dict[str, bytes]:
    paren = (deel.split(":", 1) for deel in tekst.split(",") if deel.strip())
    return {naam.strip(): base64.b64decode(sleutel) for naam, sleutel in paren}


def _controleer(bos: Sleutelbos) -> Sleutelbos:
    if not bos.velden or any(len(s) != 32 for s in bos.velden.values()) or len(bos.zoek) < 32:
        raise ImproperlyConfigured(
            "De sleutels voor versleutelde velden ontbreken of zijn niet 32 bytes lang. Zie docs/beheer/instellen.md."
        )
    return bos


def _lees_bestand(pad: Path) -> Sleutelbos:
    inhoud = json.loads(pad.read_text(encoding="utf-8"))
    return Sleutelbos({k: base64.b64decode(v) for k, v in inhoud["velden"].items()}, base64.b64decode(inhoud["zoek"]))


def _schrijf_bestand(pad: Path, bos: Sleutelbos) -> None:
    pad.parent.mkdir(parents=True, exist_ok=True)
    inhoud = {
        "velden": {k: base64.b64encode(v).decode() for k, v in bos.velden.items()},
        "zoek": base64.b64encode(bos.zoek).decode(),
    }
    tijdelijk = pad.with_name(f"{pad.name}.{os.getpid()}.{secrets.token_hex(4)}")
    tijdelijk.touch(mode=0o600)
    tijdelijk.write_text(json.dumps(inhoud), encoding="utf-8")
    try:
        os.link(tijdelijk, pad)  # fails when another process was first: then theirs holds
    except FileExistsError:
        pass
    finally:
        tijdelijk.unlink()


@lru_cache(maxsize=1)
def sleutelbos() -> Sleutelbos:
    """The keys of this installation: from the environment, else from the key file, which is made on first use
    (never in production: there a missing key must be noticed)."""
    if settings.VELD_SLEUTELS:
        return _controleer(Sleutelbos(_uit_tekst(settings.VELD_SLEUTELS), base64.b64decode(settings.ZOEK_SLEUTEL)))
    pad: Path = settings.SLEUTEL_BESTAND
    if not pad.exists():
        if settings.PRODUCTIE:
            raise ImproperlyConfigured(f"Geen sleutels: zet WERKLANDSCHAP_VELD_SLEUTELS of plaats {pad}.")
        _schrijf_bestand(pad, Sleutelbos({"s1": secrets.token_bytes(32)}, secrets.token_bytes(32)))
    return _controleer(_lees_bestand(pad))


def zoekwaarde(soort: str, *delen: str) -> str:
    """A keyed hash to find a value again without storing it: 64 hex digits."""
    boodschap = "\x1f".join((soort, *delen)).encode()
    return hmac.new(sleutelbos().zoek, boodschap, hashlib.sha256).hexdigest()
