"""Backups that go back into any database the product runs on.

A backup is a zip: `manifest.json` (versions, migrations, a checksum for every file), `tabellen/<model>.jsonl` with the
stored values row by row (encrypted fields stay encrypted), `bestanden/…` the uploads, and `sleutels.json` on request.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path, PurePosixPath
from typing import Any
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.db import connection, models, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from werklandschap import __version__
from werklandschap.kern.basis.sleutels import Sleutelbos, sleutelbos

FORMAAT = 1
MANIFEST = "manifest.json"
SLEUTELS = "sleutels.json"
# Made again by Django itself, or worthless after a move.
OVERGESLAGEN = {"contenttypes", "auth", "sessions"}
BLOK = 1 << 20


class Reservekopiefout(Exception):
    """The backup can't be made or used; one line for people."""


@dataclass(frozen=True)
class Gemaakt:
    """What a backup holds."""

    rijen: int
    bestanden: int
    met_sleutels: bool


def tabellen() -> list[type[models.Model]]:
    """All tables that belong in a backup, those between two others included."""
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy and model._meta.app_label not in OVERGESLAGEN
    ]


def migraties() -> list[list[str]]:
    """Which migrations this database has, as [app, name] in order."""
    namen = MigrationRecorder(connection).applied_migrations()
    return sorted([app, naam] for app, naam in namen if app not in OVERGESLAGEN)


def naar_json(waarde: Any) -> Any:
    """A stored value as JSON, without loss: times keep their microseconds, amounts their digits."""
    if isinstance(waarde, datetime | date | time):
        return waarde.isoformat()
    if isinstance(waarde, Decimal | UUID):
        return str(waarde)
    if isinstance(waarde, bytes | memoryview):
        return {"bytes": base64.b64encode(bytes(waarde)).decode()}
    raise TypeError(f"geen vorm voor {type(waarde).__name__}")


def _regels(model: type[models.Model]) -> Iterator[bytes]:
    velden = [veld.attname for veld in model._meta.concrete_fields]
    for rij in model._base_manager.order_by("pk").values_list(*velden).iterator(chunk_size=2000):
        yield json.dumps(rij, default=naar_json, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _uploads() -> Iterator[Path]:
    map_ = Path(settings.MEDIA_ROOT)
    if map_.is_dir():
        yield from sorted(pad for pad in map_.rglob("*") if pad.is_file() and not pad.is_symlink())


class _Schrijver:
    """Adds members to the zip and remembers their checksums."""

    def __init__(self, kopie: zipfile.ZipFile) -> None:
        self.kopie = kopie
        self.manifest: dict[str, dict[str, Any]] = {}

    def voeg_toe(self, naam: str, blokken: Iterator[bytes]) -> int:
        """Write one member; returns how many blocks it had."""
        som, grootte, aantal = hashlib.sha256(), 0, 0
        with self.kopie.open(naam, "w", force_zip64=True) as doel:
            for blok in blokken:
                doel.write(blok)
                som.update(blok)
                grootte += len(blok)
                aantal += 1
        self.manifest[naam] = {"sha256": som.hexdigest(), "grootte": grootte}
        return aantal


def _blokken(pad: Path) -> Iterator[bytes]:
    with pad.open("rb") as bron:
        while blok := bron.read(BLOK):
            yield blok


def sleutels_als_json(bos: Sleutelbos) -> dict[str, Any]:
    """The keys in the shape of the key file."""
    velden = {naam: base64.b64encode(sleutel).decode() for naam, sleutel in bos.velden.items()}
    return {"velden": velden, "zoek": base64.b64encode(bos.zoek).decode()}


def maak(bestand: Path, *, met_sleutels: bool) -> Gemaakt:
    """Write a backup. It is complete or not there: the file gets its name only at the end.

    All tables are read in one transaction, so the product may go on running. Raises Reservekopiefout, OSError.
    """
    if bestand.exists():
        raise Reservekopiefout(f"{bestand} bestaat al. Kies een andere naam.")
    tijdelijk = bestand.with_name(f".{bestand.name}.deel")
    try:
        with zipfile.ZipFile(tijdelijk, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as kopie:
            gemaakt = _vul(kopie, met_sleutels)
        tijdelijk.chmod(0o600)
        tijdelijk.replace(bestand)
    finally:
        tijdelijk.unlink(missing_ok=True)
    return gemaakt


def _vul(kopie: zipfile.ZipFile, met_sleutels: bool) -> Gemaakt:
    schrijver = _Schrijver(kopie)
    aantallen: dict[str, int] = {}
    eigen_transactie = not connection.in_atomic_block
    with transaction.atomic():
        if connection.vendor == "postgresql" and eigen_transactie:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        for model in tabellen():
            aantallen[model._meta.label_lower] = schrijver.voeg_toe(
                f"tabellen/{model._meta.label_lower}.jsonl", _regels(model)
            )
        gedaan = migraties()
    uploads = list(_uploads())
    for pad in uploads:
        schrijver.voeg_toe(f"bestanden/{pad.relative_to(settings.MEDIA_ROOT).as_posix()}", _blokken(pad))
    if met_sleutels:
        schrijver.voeg_toe(SLEUTELS, iter([json.dumps(sleutels_als_json(sleutelbos())).encode()]))
    manifest = {
        "formaat": FORMAAT,
        "versie": __version__,
        "gemaakt_op": timezone.now().isoformat(),
        "sleutel_ids": list(sleutelbos().velden),
        "migraties": gedaan,
        "rijen": aantallen,
        "bestanden": schrijver.manifest,
    }
    kopie.writestr(MANIFEST, json.dumps(manifest, indent=1))
    return Gemaakt(sum(aantallen.values()), len(uploads), met_sleutels)


def lees_manifest(kopie: zipfile.ZipFile) -> dict[str, Any]:
    """The manifest, with every member checked against it. Raises Reservekopiefout at the first thing that is wrong."""
    try:
        manifest: dict[str, Any] = json.loads(kopie.read(MANIFEST))
        formaat, leden = manifest["formaat"], dict(manifest["bestanden"])
    except (KeyError, ValueError) as fout:
        raise Reservekopiefout(
            "Dit is geen reservekopie van Werklandschap: het manifest ontbreekt of is stuk."
        ) from fout
    if formaat != FORMAAT:
        raise Reservekopiefout(f"Deze kopie heeft vorm {formaat}; deze versie leest vorm {FORMAAT}.")
    namen = [info.filename for info in kopie.infolist()]
    if len(namen) != len(set(namen)) or set(namen) != {MANIFEST, *leden}:
        raise Reservekopiefout("De kopie mist bestanden of bevat er die er niet horen.")
    for naam, verwacht in leden.items():
        _controleer_lid(kopie, naam, verwacht)
    return manifest


def _controleer_lid(kopie: zipfile.ZipFile, naam: str, verwacht: dict[str, Any]) -> None:
    pad = PurePosixPath(naam)
    if pad.is_absolute() or ".." in pad.parts or "\\" in naam:
        raise Reservekopiefout(f"De kopie bevat een verkeerde bestandsnaam: {naam}")
    som, grootte = hashlib.sha256(), 0
    try:
        with kopie.open(naam) as bron:
            while blok := bron.read(BLOK):
                som.update(blok)
                grootte += len(blok)
    except (zipfile.BadZipFile, OSError, EOFError, ValueError) as fout:
        raise Reservekopiefout(f"{naam} in de kopie is beschadigd.") from fout
    if (som.hexdigest(), grootte) != (verwacht["sha256"], verwacht["grootte"]):
        raise Reservekopiefout(f"{naam} in de kopie is veranderd of beschadigd.")
