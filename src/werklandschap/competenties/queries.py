"""Reads of the taxonomy that are more than one line."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When

from werklandschap.competenties.models import Beroep, Beroepssynoniem, Competentie, Synoniem

HOOGSTENS = 50
M = TypeVar("M", Competentie, Beroep)


def zoek_competenties(zoek: str, *, hoogstens: int = HOOGSTENS) -> QuerySet[Competentie]:
    """Active competences whose label or synonym contains the text; names that begin with it come first.

    An empty text gives the first ones by name. One query.
    """
    return _zoek(Competentie.objects.filter(actief=True), Synoniem.objects.filter(competentie=OuterRef("pk")), zoek)[
        :hoogstens
    ]


def zoek_beroepen(zoek: str, *, hoogstens: int = HOOGSTENS) -> QuerySet[Beroep]:
    """Active occupations whose name or synonym contains the text; names that begin with it come first. One query."""
    return _zoek(Beroep.objects.filter(actief=True), Beroepssynoniem.objects.filter(beroep=OuterRef("pk")), zoek)[
        :hoogstens
    ]


def _zoek(rijen: QuerySet[M], synoniemen: QuerySet[Any], zoek: str) -> QuerySet[M]:
    """The rows that hold the text, best first; `synoniemen` are those of the outer row."""
    tekst = zoek.strip()
    if not tekst:
        return rijen.order_by("label", "code")
    in_synoniem = Exists(synoniemen.filter(tekst__icontains=tekst))
    past = rijen.filter(Q(label__icontains=tekst) | Q(label_en__icontains=tekst) | in_synoniem)
    return past.annotate(rang=_rang(tekst)).order_by("rang", "label", "code")


def _rang(tekst: str) -> Case:
    """0 for the very name, 1 for a name that begins with the text, 2 for a name that holds it, else 3."""
    return Case(
        When(label__iexact=tekst, then=Value(0)),
        When(label__istartswith=tekst, then=Value(1)),
        When(label__icontains=tekst, then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )
