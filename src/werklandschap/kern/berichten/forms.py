"""Forms of messages."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.berichten.actions import LANGSTE, manieren_voor
from werklandschap.kern.dossiers.leesniveau import Leesformulier
from werklandschap.ontwerp.formulieren import Basisformulier


class Berichtformulier(Leesformulier):
    """Write to a person; Dutch is checked against the level of the person."""

    leesvelden: ClassVar[tuple[str, ...]] = ("tekst",)
    manier = forms.ChoiceField(label=_("Hoe gaat het naar de klant?"))
    onderwerp = forms.CharField(label=_("Onderwerp"), max_length=150)
    tekst = forms.CharField(label=_("Bericht"), max_length=LANGSTE, widget=forms.Textarea(attrs={"rows": 14}))
    sjabloon = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, meten: bool = True, **kwargs: Any) -> None:
        if not meten:
            self.leesvelden = ()  # type: ignore[misc]
        super().__init__(*args, **kwargs)
        veld = self.fields["manier"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [(manier.value, manier.label) for manier in manieren_voor(self.persoon)]


class Terugschrijfformulier(Basisformulier):
    """A message from the person."""

    tekst = forms.CharField(label=_("Uw bericht"), max_length=LANGSTE, widget=forms.Textarea(attrs={"rows": 5}))
