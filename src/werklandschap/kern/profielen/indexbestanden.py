"""The files of the search index: a folder per municipality, a file per version, one builder at a time.

A folder belongs to one formula and one format, so that older and newer software beside each other don't throw away
each other's work. A version is named after the moment it was made and never used again.
"""

from __future__ import annotations

import fcntl
import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings

from werklandschap.matching import opslag
from werklandschap.matching.motor import Index

FORMULE = "1"
"""The version of `matching.referentie`: every change of what it computes is an ADR and the next number."""
ACHTERVOEGSEL = ".index"
SLOT = "slot"
NAAM = "%Y%m%dT%H%M%S%f"
OUD = timedelta(days=1)

logboek = logging.getLogger(__name__)


def map_van(gemeente_id: int) -> Path:
    """The folder of a municipality; it need not be there."""
    return Path(settings.INDEX_MAP) / f"{gemeente_id}-{FORMULE}.{opslag.FORMAAT}"


def nieuwste(gemeente_id: int) -> Path | None:
    """The newest file of a municipality."""
    return max(map_van(gemeente_id).glob(f"[0-9]*{ACHTERVOEGSEL}"), default=None)


def gemaakt_op(versie: str) -> datetime:
    """When a version was made. Raises ValueError on what is no version."""
    return datetime.strptime(versie, NAAM).replace(tzinfo=UTC)


def nieuwe_versie(gemeente_id: int) -> str:
    """A name later than every file there is, also when the clock was set back."""
    nu, vorige = datetime.now(UTC), nieuwste(gemeente_id)
    if vorige is not None:
        nu = max(nu, gemaakt_op(vorige.stem) + timedelta(microseconds=1))
    return nu.strftime(NAAM)


@contextmanager
def bouwslot(gemeente_id: int, *, wacht: bool = True) -> Iterator[bool]:
    """Be the only one who builds; False when somebody else does and we don't wait. Falls away with the process.

    Raises OSError when the folder can't be made or written.
    """
    map_ = map_van(gemeente_id)
    map_.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (map_ / SLOT).open("w") as slot:
        try:
            fcntl.flock(slot, fcntl.LOCK_EX | (0 if wacht else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
            return
        yield True


def bewaar(gemeente_id: int, versie: str, index: Index, notitie: dict[str, Any]) -> Path:
    """Write a version and take the earlier ones away; who has one of those open keeps it. Call inside `bouwslot`.

    Raises OSError; then the earlier version stays.
    """
    map_ = map_van(gemeente_id)
    for rest in map_.glob(".*.tmp"):
        rest.unlink(missing_ok=True)
    pad = map_ / f"{versie}{ACHTERVOEGSEL}"
    opslag.bewaar(index, pad, notitie)
    for ander in map_.glob(f"[0-9]*{ACHTERVOEGSEL}"):
        if ander != pad:
            ander.unlink(missing_ok=True)
    return pad


def open_bestand(pad: Path) -> tuple[Index, dict[str, Any]] | None:
    """Map a version into memory; None when it is gone. A damaged one is reported and taken away, to be made again."""
    try:
        return opslag.open_met_notitie(pad)
    except FileNotFoundError:
        return None
    except opslag.Beschadigd as fout:
        logboek.warning("%s: %s; de index wordt opnieuw gemaakt", pad, fout)
        pad.unlink(missing_ok=True)
    except OSError as fout:
        logboek.warning("%s is niet te lezen (%s); de index wordt opnieuw gemaakt", pad, fout)
    return None


def vergeet() -> None:
    """Take all folders of municipalities away."""
    for map_ in _mappen():
        shutil.rmtree(map_, ignore_errors=True)


def ruim_op(gemeenten: set[int]) -> None:
    """Take away what no software here uses any more: other formulas and formats, municipalities that are gone."""
    blijft = {map_van(gemeente) for gemeente in gemeenten}
    grens = (datetime.now(UTC) - OUD).timestamp()
    for map_ in _mappen():
        if map_ not in blijft and map_.stat().st_mtime < grens:
            shutil.rmtree(map_, ignore_errors=True)


def _mappen() -> list[Path]:
    """Folders as `map_van` names them, and nothing else that may lie there."""
    return [map_ for map_ in Path(settings.INDEX_MAP).glob("[0-9]*-*.*") if map_.is_dir()]
