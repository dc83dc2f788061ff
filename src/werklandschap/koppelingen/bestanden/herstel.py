"""Putting a backup back: everything is checked before anything is written, and the rows go in as one transaction."""

from __future__ import annotations

import base64
import json
import secrets
import shutil
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.db.models import sql

from werklandschap.kern.basis.sleutels import Sleutelbos, sleutelbos
from werklandschap.kern.basis.versleuteling import OntsleutelFout, Opgeslagen, VersleuteldVeld, ontsleutel
from werklandschap.kern.profielen import index
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.koppelingen.bestanden.reservekopie import (
    SLEUTELS,
    Reservekopiefout,
    lees_manifest,
    migraties,
    tabellen,
)

PER_KEER = 200


def herstel(bestand: Path, *, vervang: bool) -> int:
    """Put the backup in this (migrated) database and data folder; returns the number of rows.

    Raises Reservekopiefout without having written anything when the file is damaged, comes from another version, the
    keys don't fit, or the database already holds accounts and `vervang` is False.
    """
    try:
        kopie = zipfile.ZipFile(bestand)
    except (zipfile.BadZipFile, OSError) as fout:
        raise Reservekopiefout(f"{bestand} is niet te lezen als reservekopie.") from fout
    with kopie:
        manifest = lees_manifest(kopie)
        _controleer_versie(manifest)
        nieuwe_sleutels = _sleutels_in(kopie, manifest)
        _controleer_sleutels(kopie, manifest, nieuwe_sleutels)
        if Gebruiker.objects.exists() and not vervang:
            raise Reservekopiefout(
                "In deze database staan al gegevens. Begin met een lege map, of geef --vervang mee om ze te vervangen."
            )
        nieuwe_map = _pak_uploads_uit(kopie, manifest)
        try:
            with transaction.atomic():
                aantal = _zet_rijen(kopie, manifest)
        except Exception:
            shutil.rmtree(nieuwe_map, ignore_errors=True)
            raise
        _wissel_uploads(nieuwe_map)
        index.vergeet()
        if nieuwe_sleutels is not None:
            _bewaar_sleutels(json.loads(kopie.read(SLEUTELS)))
    return aantal


def _controleer_versie(manifest: dict[str, Any]) -> None:
    if manifest["migraties"] != migraties():
        raise Reservekopiefout(
            f"Deze kopie is gemaakt met versie {manifest['versie']}, met andere tabellen. "
            "Zet haar terug met die versie en werk daarna bij."
        )
    bekend = {model._meta.label_lower for model in tabellen()}
    if set(manifest["rijen"]) != bekend:
        raise Reservekopiefout("De tabellen in de kopie zijn andere dan die van deze versie.")


def _sleutels_in(kopie: zipfile.ZipFile, manifest: dict[str, Any]) -> Sleutelbos | None:
    if SLEUTELS not in manifest["bestanden"]:
        return None
    inhoud = json.loads(kopie.read(SLEUTELS))
    return Sleutelbos({k: base64.b64decode(v) for k, v in inhoud["velden"].items()}, base64.b64decode(inhoud["zoek"]))


def _controleer_sleutels(kopie: zipfile.ZipFile, manifest: dict[str, Any], nieuwe: Sleutelbos | None) -> None:
    """Keys in the backup may only go where there are none yet, or the same.

    Without keys in the backup, the first value of each encrypted field must open with the keys that are here.
    """
    if nieuwe is not None:
        if (settings.VELD_SLEUTELS or settings.SLEUTEL_BESTAND.exists()) and sleutelbos() != nieuwe:
            raise Reservekopiefout("In deze map staan al andere sleutels dan in de kopie. Zet die eerst apart.")
        return
    if not settings.VELD_SLEUTELS and not settings.SLEUTEL_BESTAND.exists():
        raise Reservekopiefout(
            f"De sleutels ontbreken: de kopie is versleuteld met {', '.join(manifest['sleutel_ids'])}. "
            f"Zet het bewaarde bestand op {settings.SLEUTEL_BESTAND}, of maak een kopie met --met-sleutels."
        )
    for model in tabellen():
        for nummer, veld in enumerate(model._meta.concrete_fields):
            if isinstance(veld, VersleuteldVeld):
                _probeer(kopie, model, nummer, veld)


def _probeer(kopie: zipfile.ZipFile, model: type[models.Model], nummer: int, veld: VersleuteldVeld) -> None:
    sleutel = next(i for i, v in enumerate(model._meta.concrete_fields) if v.primary_key)
    for rij in _rijen(kopie, model):
        if rij[nummer]:
            plaats = f"{model._meta.db_table}.{veld.column}.{model._meta.pk.to_python(rij[sleutel])}"
            try:
                ontsleutel(rij[nummer], plaats)
            except OntsleutelFout as fout:
                raise Reservekopiefout(
                    "De sleutels van deze installatie passen niet bij de kopie. Zet de sleutels klaar die erbij horen."
                ) from fout
            return


def _rijen(kopie: zipfile.ZipFile, model: type[models.Model]) -> Iterator[list[Any]]:
    with kopie.open(f"tabellen/{model._meta.label_lower}.jsonl") as bron:
        for regel in bron:
            yield json.loads(regel)


def _waarde(veld: models.Field, ruw: Any) -> Any:
    if ruw is None:
        return None
    if isinstance(veld, VersleuteldVeld):
        return Opgeslagen(ruw)
    if isinstance(veld, models.JSONField):
        return ruw
    if isinstance(veld, models.BinaryField):
        return base64.b64decode(ruw["bytes"])
    doel = veld.target_field if isinstance(veld, models.ForeignKey) else veld
    return doel.to_python(ruw)


def _maak(model: type[models.Model], velden: list[models.Field], rij: list[Any]) -> models.Model:
    exemplaar = model.__new__(model)
    models.Model.__init__(exemplaar)
    for veld, ruw in zip(velden, rij, strict=True):
        exemplaar.__dict__[veld.attname] = _waarde(veld, ruw)
    return exemplaar


def _zet_rijen(kopie: zipfile.ZipFile, manifest: dict[str, Any]) -> int:
    modellen = tabellen()
    for model in modellen:
        sql.DeleteQuery(model).get_compiler(connection=connection).execute_sql(None)
    totaal = 0
    for model in modellen:
        velden = list(model._meta.concrete_fields)
        rijen = (_maak(model, velden, rij) for rij in _rijen(kopie, model))
        aantal = 0
        while blok := list(islice(rijen, PER_KEER)):
            # raw: values go in as they were, without automatic dates or a second encryption.
            invoer = sql.InsertQuery(model)
            invoer.insert_values(velden, blok, raw=True)
            invoer.get_compiler(connection=connection).execute_sql()
            aantal += len(blok)
        if aantal != manifest["rijen"][model._meta.label_lower]:
            raise Reservekopiefout(f"De tabel {model._meta.label_lower} in de kopie is niet volledig.")
        totaal += aantal
    with connection.cursor() as cursor:
        for opdracht in connection.ops.sequence_reset_sql(no_style(), modellen):
            cursor.execute(opdracht)
    return totaal


def _pak_uploads_uit(kopie: zipfile.ZipFile, manifest: dict[str, Any]) -> Path:
    doel = Path(settings.MEDIA_ROOT).with_name(f".herstel-{secrets.token_hex(6)}")
    doel.mkdir(parents=True)
    for naam in manifest["bestanden"]:
        if naam.startswith("bestanden/"):
            pad = doel / naam.removeprefix("bestanden/")
            pad.parent.mkdir(parents=True, exist_ok=True)
            with kopie.open(naam) as bron, pad.open("wb") as uit:
                shutil.copyfileobj(bron, uit)
    return doel


def _wissel_uploads(nieuwe_map: Path) -> None:
    map_ = Path(settings.MEDIA_ROOT)
    oud = map_.with_name(f".oud-{secrets.token_hex(6)}")
    if map_.exists():
        map_.rename(oud)
    nieuwe_map.rename(map_)
    shutil.rmtree(oud, ignore_errors=True)


def _bewaar_sleutels(inhoud: dict[str, Any]) -> None:
    bestand: Path = settings.SLEUTEL_BESTAND
    if settings.VELD_SLEUTELS or bestand.exists():
        return
    bestand.parent.mkdir(parents=True, exist_ok=True)
    bestand.touch(mode=0o600)
    bestand.write_text(json.dumps(inhoud), encoding="utf-8")
    sleutelbos.cache_clear()
