"""Reads of the taxonomy that are more than one line."""

from __future__ import annotations

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from werklandschap.competenties.models import Beroep, Competentie

HOOGSTENS = 50


def zoek_competenties(zoek: str, *, hoogstens: int = HOOGSTENS) -> QuerySet[Competentie]:
    """Active competences whose label or synonym contains the text; names that begin with it come first.

    An empty text gives the first ones by name. One query.
    """
    rijen = Competentie.objects.filter(actief=True)
    tekst = zoek.strip()
    if tekst:
        past = Q(label__icontains=tekst) | Q(label_en__icontains=tekst) | Q(synoniemen__tekst__icontains=tekst)
        rijen = rijen.filter(pk__in=Competentie.objects.filter(past).values("pk")).annotate(rang=_rang(tekst))
        return rijen.order_by("rang", "label", "code")[:hoogstens]
    return rijen.order_by("label", "code")[:hoogstens]


def zoek_beroepen(zoek: str, *, hoogstens: int = HOOGSTENS) -> QuerySet[Beroep]:
    """Active occupations whose name or synonym contains the text; names that begin with it come first. One query."""
    rijen = Beroep.objects.filter(actief=True)
    tekst = zoek.strip()
    if tekst:
        past = Q(label__icontains=tekst) | Q(label_en__icontains=tekst) | Q(synoniemen__tekst__icontains=tekst)
        rijen = rijen.filter(pk__in=Beroep.objects.filter(past).values("pk")).annotate(rang=_rang(tekst))
        return rijen.order_by("rang", "label", "code")[:hoogstens]
    return rijen.order_by("label", "code")[:hoogstens]


def _rang(tekst: str) -> Case:
    """0 for the very name, 1 for a name that begins with the text, 2 for a name that holds it, else 3."""
    return Case(
        When(label__iexact=tekst, then=Value(0)),
        When(label__istartswith=tekst, then=Value(1)),
        When(label__icontains=tekst, then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )
