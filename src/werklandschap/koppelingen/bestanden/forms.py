"""The form with which a file comes in."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from werklandschap.koppelingen.bestanden.models import Invoer
from werklandschap.ontwerp.formulieren import Basisformulier


class Invoerformulier(Basisformulier):
    """What is in the file, and the file."""

    soort = forms.ChoiceField(label=_("Wat staat er in het bestand?"), choices=Invoer.Soort.choices)
    bestand = forms.FileField(
        label=_("Bestand"),
        help_text=_("Csv, xlsx of VUM-json, hooguit 10 MB. We controleren het eerst. Er verandert nog niets."),
        error_messages={"empty": _("Dit bestand is leeg. Kies een ander bestand.")},
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt,.xlsx,.json"}),
    )
