"""What the searcher can narrow down. Nothing unknown is hidden unless asked."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from werklandschap.ontwerp.formulieren import Basisformulier


class Kandidatenfilter(Basisformulier):
    """Filters above the list of candidates."""

    max_km = forms.IntegerField(label=_("Woont binnen (km)"), required=False, min_value=1, max_value=500)
    onbekend = forms.ChoiceField(
        label=_("Nog niet alles bekend"),
        required=False,
        choices=[("", _("Toon iedereen")), ("verberg", _("Alleen wie alles bekend is"))],
    )
    nee = forms.ChoiceField(
        label=_("Toestemming"),
        required=False,
        choices=[("", _("Toon iedereen")), ("verberg", _("Zonder wie al nee zei"))],
    )


class Voorselectieformulier(forms.Form):
    """Whom to preselect, and why."""

    dossier = forms.IntegerField(min_value=1)
    reden = forms.CharField(required=False, max_length=300)
