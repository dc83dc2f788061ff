"""A number to try."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from werklandschap.ontwerp.formulieren import Basisformulier


class Proefformulier(Basisformulier):
    """Where the test goes; the number is not kept."""

    nummer = forms.CharField(
        label=_("Mobiel nummer"),
        max_length=20,
        help_text=_("Bijvoorbeeld uw eigen nummer. Wij bewaren het niet."),
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
