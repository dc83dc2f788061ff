"""Forms for tasks."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.taken.models import Taak
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.formulieren import Basisformulier


class Taakformulier(Basisformulier):
    """A new task for oneself or a colleague."""

    titel = forms.CharField(label=_("Wat moet er gebeuren?"), max_length=200)
    voor_op = forms.DateField(
        label=_("Voor wanneer?"), initial=timezone.localdate, widget=forms.DateInput(attrs={"type": "date"})
    )
    eigenaar = forms.ModelChoiceField(label=_("Wie doet het?"), queryset=Gebruiker.objects.none())
    toelichting = forms.CharField(label=_("Toelichting"), required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, gebruiker: Gebruiker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["eigenaar"]
        assert isinstance(veld, forms.ModelChoiceField)
        veld.queryset = Gebruiker.objects.collega_s_van(gebruiker)
        veld.initial = gebruiker


class Overdraagformulier(Basisformulier):
    """Who gets the task, or all tasks."""

    naar = forms.ModelChoiceField(label=_("Naar welke collega?"), queryset=Gebruiker.objects.none())

    def __init__(self, *args: Any, gebruiker: Gebruiker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["naar"]
        assert isinstance(veld, forms.ModelChoiceField)
        veld.queryset = Gebruiker.objects.collega_s_van(gebruiker).exclude(pk=gebruiker.pk)


class Takenfilter(Basisformulier):
    """Which tasks to show."""

    status = forms.ChoiceField(label=_("Status"), required=False, choices=[("", _("Alle")), *Taak.Status.choices])
    van = forms.ChoiceField(
        label=_("Van wie"), required=False, choices=[("mij", _("Van mij")), ("alle", _("Van iedereen die ik mag zien"))]
    )
