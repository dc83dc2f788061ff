"""Forms of this room."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.formulieren import Basisformulier


class Stapformulier(Basisformulier):
    """A step of the company's plan."""

    tekst = forms.CharField(label=_("Welke stap?"), max_length=300)
    voor_op = forms.DateField(label=_("Klaar voor"))
    wie = forms.ModelChoiceField(
        label=_("Wie van ons?"),
        queryset=Gebruiker.objects.none(),
        required=False,
        empty_label=_("Het bedrijf zelf"),
    )

    def __init__(self, *args: Any, gebruiker: Gebruiker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["wie"]
        assert isinstance(veld, forms.ModelChoiceField)
        veld.queryset = Gebruiker.objects.collega_s_van(gebruiker)
