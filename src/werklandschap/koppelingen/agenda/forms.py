"""The choice that goes with a calendar link."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from werklandschap.ontwerp.formulieren import Basisformulier


class Agendaformulier(Basisformulier):
    """Names, or not."""

    met_namen = forms.BooleanField(
        label=_("Zet namen en taken voluit in mijn agenda"),
        required=False,
        help_text=_("Kies dit alleen als uw agenda van uw werk is en niemand meekijkt."),
    )
