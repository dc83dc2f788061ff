"""Forms for conversations."""

from __future__ import annotations

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.ontwerp.formulieren import Basisformulier
from werklandschap.werkzoekende.diagnostiek.models import Gesprek


class Gesprekformulier(Basisformulier):
    """When, what kind, about what."""

    gepland_op = forms.DateTimeField(label=_("Wanneer?"))
    soort = forms.ChoiceField(
        label=_("Soort gesprek"), choices=Gesprek.Soort.choices, initial=Gesprek.Soort.KENNISMAKING
    )
    onderwerp = forms.CharField(label=_("Waarover?"), max_length=200, required=False)


class Voorbereidingformulier(Basisformulier):
    """What to ask."""

    voorbereiding = forms.CharField(
        label=_("Wat wilt u vragen of bespreken?"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)


class Verslagformulier(Basisformulier):
    """What was said."""

    gehouden_op = forms.DateField(label=_("Gehouden op"), initial=timezone.localdate)
    verslag = forms.CharField(
        label=_("Wat heeft u besproken?"),
        help_text=_("Kort en feitelijk. De klant mag dit lezen. Noem geen diagnoses."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)
