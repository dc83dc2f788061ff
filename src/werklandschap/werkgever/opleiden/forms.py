"""Forms of this room."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.catalogus import keuzes
from werklandschap.kern.relaties.catalogi import sectoren
from werklandschap.ontwerp.formulieren import Basisformulier
from werklandschap.werkgever.opleiden.catalogi import trainingen
from werklandschap.werkgever.opleiden.models import Sectorplan


class Trainingformulier(Basisformulier):
    """Somebody and a training."""

    training = forms.ChoiceField(label=_("Welke training?"), choices=lambda: keuzes(trainingen()))
    naam = forms.CharField(label=_("Wie volgt de training?"), max_length=120)
    gepland_op = forms.DateField(label=_("Gepland op"), required=False)
    behaald_op = forms.DateField(label=_("Behaald op"), required=False)
    geldig_tot = forms.DateField(
        label=_("Geldig tot en met"), required=False, help_text=_("Leeg: de termijn die wordt geadviseerd.")
    )


class Behaaldformulier(Basisformulier):
    """When a planned training was followed."""

    behaald_op = forms.DateField(label=_("Gevolgd op"))


class Sectorplanformulier(Basisformulier):
    """A plan of a sector."""

    soort = forms.ChoiceField(
        label=_("Wat is het?"), choices=Sectorplan.Soort.choices, initial=Sectorplan.Soort.SECTORPLAN
    )
    naam = forms.CharField(label=_("Naam"), max_length=200)
    sector = forms.ChoiceField(
        label=_("Sector"), required=False, choices=lambda: [("", _("Alle sectoren")), *keuzes(sectoren())]
    )
    uitleg = forms.CharField(
        label=_("Wat kan een bedrijf ermee?"), max_length=3000, widget=forms.Textarea(attrs={"rows": 3})
    )
    website = forms.URLField(label=_("Website"), required=False, assume_scheme="https")
    tot = forms.DateField(label=_("Sluit op"), required=False, help_text=_("De laatste dag om mee te doen."))
