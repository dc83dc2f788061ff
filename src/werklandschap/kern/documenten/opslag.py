"""Where the content of documents lies: one encrypted file each in the private files, outside every web address."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from werklandschap.kern.basis.sleutels import sleutelbos
from werklandschap.kern.basis.versleuteling import OntsleutelFout, ontsleutel_bytes, sleutel_van_bytes, versleutel_bytes

logboek = logging.getLogger(__name__)
MAP = "dossierstukken"
# A file without a row is of a transaction that may still be running, or that failed.
WEES_NA = timedelta(days=1)


def pad_van(sleutel: UUID) -> Path:
    """The file of one document."""
    return Path(settings.MEDIA_ROOT) / MAP / sleutel.hex[:2] / sleutel.hex


def _plaats(sleutel: UUID) -> str:
    return f"documenten.inhoud.{sleutel}"


def bewaar(sleutel: UUID, inhoud: bytes) -> None:
    """Encrypt and write; complete or not there. Raises OSError."""
    pad = pad_van(sleutel)
    pad.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    tijdelijk = pad.with_suffix(".deel")
    with open(os.open(tijdelijk, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as doel:
        doel.write(versleutel_bytes(inhoud, _plaats(sleutel)))
        doel.flush()
        os.fsync(doel.fileno())
    tijdelijk.replace(pad)


def lees(sleutel: UUID) -> bytes:
    """The content. Raises OSError when it is gone, OntsleutelFout when it was changed or its key is gone."""
    return ontsleutel_bytes(pad_van(sleutel).read_bytes(), _plaats(sleutel))


def gooi_weg(sleutel: UUID) -> None:
    """Remove the file; nothing happens when it is gone already."""
    pad_van(sleutel).unlink(missing_ok=True)


def bestanden() -> Iterator[Path]:
    """All files of documents on the disk."""
    map_ = Path(settings.MEDIA_ROOT) / MAP
    if map_.is_dir():
        yield from (pad for pad in map_.glob("??/*") if pad.is_file() and not pad.is_symlink())


def is_oud(pad: Path) -> bool:
    """Older than any transaction that could still give it a row."""
    return pad.stat().st_mtime < (timezone.now() - WEES_NA).timestamp()


def versleutel_opnieuw() -> int:
    """Give files of an older key the newest. Returns how many; may be stopped and started again.

    A file that cannot be read (damaged, or its key is gone) stays as it is and is named in the log.
    """
    aantal = 0
    for pad in list(bestanden()):
        if pad.suffix or sleutel_van_bytes(pad.read_bytes()) == sleutelbos().nieuwste:
            continue
        sleutel = UUID(pad.name)
        try:
            bewaar(sleutel, lees(sleutel))
        except OntsleutelFout:
            logboek.warning("document %s is niet te lezen en blijft zoals het is", sleutel)
        else:
            aantal += 1
    return aantal
