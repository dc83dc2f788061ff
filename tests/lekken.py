"""Marks every text in the database, so that a page can be asked which of them it shows.

A mark is one word with a number; whoever sees it knows which table, field and row it came from. A table or a
field that is added later is marked too, without a word here. Free texts are marked all at once. Short fields hold
codes, addresses and choices: a page shows a code it does not know as it stands, so these are marked too, with a mark
that fits in them.
"""

from __future__ import annotations

import io
import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import IntegrityError, models, transaction
from pypdf import PdfReader

from werklandschap.kern.basis.versleuteling import Versleuteld, VersleuteldVeld, versleutel
from werklandschap.kern.tijdlijn.models import Gebeurtenis

# Long enough not to stand in a random token by chance.
MERK = re.compile(r"Zqmerkqz(\d+)q")
# Shorter fields hold codes: the product looks those up in its catalogues.
KORTSTE_TEKST = 60
# In a code: a sign that stands nowhere else, and a number in base 36; in two characters only the field is known.
KORT_MERK = re.compile(r"ʘ([0-9a-z]{3})ʘ|ʗ([0-9a-z])")
CIJFERS = "0123456789abcdefghijklmnopqrstuvwxyz"
KORTSTE_CODE = 2
# Whoever has a session or a link keeps it.
SLEUTELS = {"password", "hash"}
GEEN_TEKST = (models.EmailField, models.URLField, models.SlugField, models.FileField)
NIET_VAN_ONS = {"auth", "contenttypes", "sessions", "account", "django_tasks_database", "mfa", "sites"}
# Logos, keys and the catalogue of competences are the same for everybody.
VOOR_IEDEREEN = {"competenties", "organisaties"}


def _tekstvelden(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    return [
        veld
        for veld in model._meta.concrete_fields
        if not veld.choices
        and not veld.primary_key
        and veld.name not in SLEUTELS
        and not isinstance(veld, GEEN_TEKST)
        and (
            type(veld) is models.TextField
            or isinstance(veld, VersleuteldVeld)
            or (type(veld) is models.CharField and (veld.max_length or 0) >= KORTSTE_TEKST and veld.editable)
        )
    ]


def naam(veld: models.Field[Any, Any]) -> str:
    """Table and field, as a mark carries it."""
    return f"{veld.model._meta.label_lower}.{veld.name}"


def codevelden(*, keuzes: bool) -> list[models.Field[Any, Any]]:
    """Every text field that is too short or too bound to be a free text: those with a list of choices, or the rest."""
    return [
        veld
        for model in onze_modellen()
        for veld in model._meta.concrete_fields
        if isinstance(veld, models.CharField)
        and bool(veld.choices) is keuzes
        and not veld.primary_key
        and veld.name not in SLEUTELS
        and veld not in _tekstvelden(model)
    ]


def onze_modellen() -> list[type[models.Model]]:
    """Every table of the product that holds something about somebody."""
    return [m for m in apps.get_models() if m._meta.app_label not in NIET_VAN_ONS | VOOR_IEDEREEN]


@dataclass
class Merken:
    """What was marked: `plekken` is number → (table.field, row)."""

    plekken: list[tuple[str, Any]] = field(default_factory=list)
    smal: dict[str, int] = field(default_factory=dict)

    def merk(self, wat: str, rij: Any) -> str:
        """A new mark."""
        self.plekken.append((wat, rij))
        return f"Zqmerkqz{len(self.plekken) - 1}q"

    def kort_merk(self, wat: str, rij: Any, lengte: int) -> str:
        """A new mark that fits in so many characters."""
        nummer = len(self.plekken)
        self.plekken.append((wat, rij))
        if lengte >= 5:
            return f"ʘ{CIJFERS[nummer // 1296]}{CIJFERS[nummer // 36 % 36]}{CIJFERS[nummer % 36]}ʘ"
        self.smal[CIJFERS[len(self.smal)]] = nummer
        return f"ʗ{CIJFERS[len(self.smal) - 1]}"

    def gezien_in(self, inhoud: bytes) -> set[tuple[str, Any]]:
        """The fields and rows whose mark stands in a page, a PDF, a calendar or a mail."""
        if inhoud.startswith(b"%PDF"):
            tekst = "\n".join(blad.extract_text() for blad in PdfReader(io.BytesIO(inhoud)).pages)
        else:
            tekst = inhoud.decode(errors="ignore")
        nummers = {int(nummer) for nummer in MERK.findall(tekst)}
        nummers |= {self.smal[smal] if smal else int(kort, 36) for kort, smal in KORT_MERK.findall(tekst)}
        return {self.plekken[nummer] for nummer in nummers}


def merk_alles() -> Merken:
    """Put a mark in every free text of every row, and in every text an event on a time line carries."""
    merken = Merken()
    for model in onze_modellen():
        velden = _tekstvelden(model)
        for rij in model._base_manager.all() if velden else ():
            nieuw = {veld.attname: _waarde(veld, rij, merken) for veld in velden if _gevuld(veld, rij)}
            if nieuw:
                model._base_manager.filter(pk=rij.pk).update(**nieuw)
    for gebeurtenis in Gebeurtenis._base_manager.all():
        gegevens = {
            sleutel: merken.merk(f"gebeurtenis.{gebeurtenis.soort}.{sleutel}", gebeurtenis.pk)
            if isinstance(waarde, str)
            else waarde
            for sleutel, waarde in gebeurtenis.gegevens.items()
        }
        Gebeurtenis._base_manager.filter(pk=gebeurtenis.pk).update(gegevens=gegevens)
    return merken


def merk_codes(velden: list[models.Field[Any, Any]], merken: Merken | None = None) -> Merken:
    """Put a short mark in these fields of every row; a row that a constraint keeps as it is stays as it is."""
    merken = merken or Merken()
    for veld in velden:
        wat = naam(veld)
        rijen = veld.model._base_manager.values_list("pk", flat=True)
        lengte = veld.max_length or 0
        smal = merken.kort_merk(wat, None, lengte) if lengte < 5 else ""
        for rij in list(rijen):
            merk = smal or merken.kort_merk(wat, rij, lengte)
            waarde = {models.EmailField: f"{merk}@proef.test", models.URLField: f"https://proef.test/{merk}"}
            with suppress(IntegrityError), transaction.atomic():
                veld.model._base_manager.filter(pk=rij).update(**{veld.name: waarde.get(type(veld), merk)})
    return merken


def _gevuld(veld: models.Field[Any, Any], rij: models.Model) -> bool:
    """An empty text stays empty where that means something; a secret is always there to be found."""
    return isinstance(veld, VersleuteldVeld) or not (veld.null and rij.__dict__.get(veld.attname) is None)


def _waarde(veld: models.Field[Any, Any], rij: models.Model, merken: Merken) -> Any:
    merk = merken.merk(f"{rij._meta.label_lower}.{veld.name}", rij.pk)
    if isinstance(veld, VersleuteldVeld):
        return Versleuteld(versleutel(merk, veld.plaats(rij)))
    return merk
