"""Encrypted text fields in the database, and encrypted files beside it.

AES-256-GCM; the stored value is `v1:<key id>:<base64 of nonce + ciphertext>`; table, column and primary key are
authenticated along, so a value copied to another row does not decrypt. A wrong key or a tampered value raises.
"""

from __future__ import annotations

import base64
import secrets
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.core.exceptions import FieldError
from django.db import models

from werklandschap.kern.basis.sleutels import sleutelbos


class OntsleutelFout(Exception):
    """The value does not belong to this row, was changed, or its key is gone."""


class Versleuteld(str):
    """A stored value that has not been decrypted yet."""

    __slots__ = ()


class Opgeslagen(Versleuteld):
    """A stored value on its way back into the database as it is: a restored backup is not decrypted on the way."""

    __slots__ = ()


def versleutel(tekst: str, plaats: str) -> str:
    """Encrypt with the newest key; `plaats` is table.column.pk."""
    bos = sleutelbos()
    nonce = secrets.token_bytes(12)
    geheim = AESGCM(bos.velden[bos.nieuwste]).encrypt(nonce, tekst.encode(), plaats.encode())
    return f"v1:{bos.nieuwste}:{base64.b64encode(nonce + geheim).decode()}"


def ontsleutel(waarde: str, plaats: str) -> str:
    """Decrypt a stored value. Raises OntsleutelFout."""
    try:
        versie, sleutel_id, inhoud = waarde.split(":", 2)
        ruw = base64.b64decode(inhoud, validate=True)
        if versie != "v1":
            raise OntsleutelFout(f"onbekende versie in {plaats}")
        return AESGCM(sleutelbos().velden[sleutel_id]).decrypt(ruw[:12], ruw[12:], plaats.encode()).decode()
    except (ValueError, KeyError, InvalidTag) as fout:
        raise OntsleutelFout(f"de waarde in {plaats} is niet te lezen") from fout


def versleutel_bytes(inhoud: bytes, plaats: str) -> bytes:
    """Encrypt the content of a file with the newest key: `v1:<key id>:` and then nonce + ciphertext."""
    bos = sleutelbos()
    nonce = secrets.token_bytes(12)
    geheim = AESGCM(bos.velden[bos.nieuwste]).encrypt(nonce, inhoud, plaats.encode())
    return f"v1:{bos.nieuwste}:".encode() + nonce + geheim


def sleutel_van_bytes(waarde: bytes) -> str:
    """The id of the key a file was encrypted with; empty when it is not one of ours."""
    delen = waarde[:200].split(b":", 2)
    return delen[1].decode("ascii", "ignore") if len(delen) == 3 and delen[0] == b"v1" else ""


def ontsleutel_bytes(waarde: bytes, plaats: str) -> bytes:
    """Decrypt the content of a file. Raises OntsleutelFout."""
    sleutel_id = sleutel_van_bytes(waarde)
    ruw = waarde[len(f"v1:{sleutel_id}:") :]
    try:
        return AESGCM(sleutelbos().velden[sleutel_id]).decrypt(ruw[:12], ruw[12:], plaats.encode())
    except (ValueError, KeyError, InvalidTag) as fout:
        raise OntsleutelFout(f"het bestand {plaats} is niet te lezen") from fout


class _Toegang:
    """Decrypts on first use, so that lists that don't show the value don't pay for it."""

    def __init__(self, veld: VersleuteldVeld) -> None:
        self.veld = veld

    def __get__(self, rij: models.Model | None, klasse: type | None = None) -> Any:
        if rij is None:
            return self
        naam = self.veld.attname
        if naam not in rij.__dict__:
            rij.refresh_from_db(fields=[naam])
        waarde = rij.__dict__[naam]
        if isinstance(waarde, Versleuteld) and not isinstance(waarde, Opgeslagen):
            return ontsleutel(waarde, self.veld.plaats(rij))
        return waarde

    def __set__(self, rij: models.Model, waarde: Any) -> None:
        rij.__dict__[self.veld.attname] = waarde


class VersleuteldVeld(models.TextField):
    """Encrypted text. The row needs its primary key before it is saved (a UUID, for instance)."""

    def plaats(self, rij: models.Model) -> str:
        """What the value is bound to."""
        return f"{self.model._meta.db_table}.{self.column}.{rij.pk}"

    def contribute_to_class(self, cls: type[models.Model], name: str, private_only: bool = False) -> None:
        super().contribute_to_class(cls, name, private_only)
        if not cls._meta.abstract:
            setattr(cls, self.attname, _Toegang(self))

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> str | None:
        return value if not value else Versleuteld(value)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        waarde = model_instance.__dict__.get(self.attname)
        if not waarde or isinstance(waarde, Versleuteld):
            return waarde
        if model_instance.pk is None:
            raise FieldError(f"{self.name}: de rij heeft nog geen sleutel")
        geheim = Versleuteld(versleutel(str(waarde), self.plaats(model_instance)))
        model_instance.__dict__[self.attname] = geheim
        return geheim

    def get_prep_value(self, value: Any) -> Any:
        if value and not isinstance(value, Versleuteld):
            raise FieldError(f"{self.name} is versleuteld: zoek met de zoekwaarde")
        return value and str(value)

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name != "isnull":
            raise FieldError(f"{self.name} is versleuteld: zoek met de zoekwaarde")
        return super().get_lookup(lookup_name)
