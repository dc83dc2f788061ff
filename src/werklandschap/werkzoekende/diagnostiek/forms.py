"""Forms for conversations."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.klantbeeld.actions import uitleg_waarde
from werklandschap.kern.klantbeeld.catalogus import Aspect
from werklandschap.ontwerp.formulieren import Basisformulier
from werklandschap.werkzoekende.diagnostiek.actions import Antwoord
from werklandschap.werkzoekende.diagnostiek.models import Gesprek


class Gesprekformulier(Basisformulier):
    """When, what kind, about what."""

    gepland_op = forms.DateTimeField(label=_("Wanneer?"))
    waar = forms.CharField(
        label=_("Waar?"),
        max_length=200,
        required=False,
        help_text=_("Staat in de herinnering. Uw vorige plek staat er al."),
    )
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


# The names of the fields for what the client says and what the professional sees.
VOORVOEGSEL = {"klant": "k_", "professional": "p_"}


class Verslagformulier(Basisformulier):
    """What was said, and per subject what the client says and what the professional sees."""

    gehouden_op = forms.DateField(label=_("Gehouden op"), initial=timezone.localdate)
    verslag = forms.CharField(
        label=_("Wat heeft u besproken?"),
        help_text=_("Kort en feitelijk. De klant mag dit lezen. Noem geen diagnoses. Ctrl+Enter legt vast."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, onderwerpen: list[Aspect], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.onderwerpen = onderwerpen
        for aspect in onderwerpen:
            for voor in VOORVOEGSEL.values():
                self.fields[voor + aspect.code] = _antwoordveld(aspect)

    def basis(self) -> list[forms.BoundField]:
        """The date and the report."""
        return [self["verslag"], self["gehouden_op"]]

    def regels(self) -> list[tuple[Aspect, forms.BoundField, forms.BoundField]]:
        """Per subject: the field of the client and that of the professional."""
        return [(a, self[f"k_{a.code}"], self[f"p_{a.code}"]) for a in self.onderwerpen]

    def clean(self) -> dict[str, Any]:
        """Answers as values the klantbeeld knows; what is not understood is said at its field."""
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        self.antwoorden: list[Antwoord] = []
        for aspect in self.onderwerpen:
            for bron, voor in VOORVOEGSEL.items():
                tekst = schoon.pop(voor + aspect.code, "")
                if not tekst:
                    continue
                waarde = aspect.lees(tekst)
                if waarde is None:
                    self.add_error(voor + aspect.code, uitleg_waarde(aspect))
                else:
                    self.antwoorden.append(Antwoord(aspect.code, bron, waarde))
        return schoon


def _antwoordveld(aspect: Aspect) -> forms.CharField:
    veld = forms.CharField(label=aspect.naam, required=False, max_length=500)
    if aspect.opties:
        veld.widget = forms.Select(choices=[("", "–"), *aspect.opties])
    return veld
