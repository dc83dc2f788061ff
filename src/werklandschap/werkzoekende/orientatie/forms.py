"""Forms of this tile."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from werklandschap.ontwerp.formulieren import Basisformulier
from werklandschap.werkzoekende.orientatie.models import Werkervaringsplek
from werklandschap.werkzoekende.orientatie.pictogrammen import gezicht, pictogram
from werklandschap.werkzoekende.orientatie.vragenlijsten import Vragenlijst


class Overslaanbaar(forms.TypedChoiceField):
    """A choice one may skip, without saying so at each of sixty-six questions."""

    def validate(self, value: Any) -> None:
        """Nothing chosen is fine."""
        if value not in self.empty_values:
            super().validate(value)


class Testformulier(Basisformulier):
    """One choice per item of a questionnaire, or of a part of it; skipping is fine. Faces go with the answers."""

    use_required_attribute = False

    def __init__(
        self, *args: Any, lijst: Vragenlijst, items: Sequence[tuple[str, str, str]] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.items = lijst.items() if items is None else items
        keuzes = [(w, format_html("{} {}", gezicht(w), naam)) for w, naam in lijst.antwoorden()]
        for code, tekst, plaatje in self.items:
            self.fields[code] = Overslaanbaar(
                label=format_html("{} {}", pictogram(plaatje), tekst),
                choices=keuzes,
                coerce=int,
                empty_value=None,
                widget=forms.RadioSelect(attrs={"class": "wl-test"}),
            )

    def antwoorden(self) -> dict[str, int]:
        """{item: 0–4} of what was answered."""
        return {code: self.cleaned_data[code] for code, *_rest in self.items if self.cleaned_data.get(code) is not None}


class Meetelformulier(Basisformulier):
    """The person's yes to letting the answers count for the test itself."""

    onderzoek = forms.BooleanField(
        label=_("Mijn antwoorden mogen meetellen om de test beter te maken. Zonder mijn naam."),
        help_text=_("Dit hoeft niet. U mag later altijd stoppen."),
        required=False,
    )


class Huiswerkformulier(Basisformulier):
    """An assignment for home."""

    opdracht = forms.CharField(label=_("Opdracht"), max_length=300)
    voor_op = forms.DateField(label=_("Klaar voor"))


class Plekformulier(Basisformulier):
    """A place to try work."""

    soort = forms.ChoiceField(label=_("Wat is het?"), choices=Werkervaringsplek.Soort.choices)
    bedrijf = forms.CharField(label=_("Bij welk bedrijf?"), max_length=150)
    doel = forms.CharField(
        label=_("Wat wil iemand hier leren of ontdekken?"),
        help_text=_("Het gaat om leren. Het werk van een betaalde collega overnemen mag niet."),
        max_length=300,
    )
    van = forms.DateField(label=_("Begint op"))
    weken = forms.IntegerField(label=_("Hoeveel weken?"), min_value=1, max_value=52)
    uren = forms.IntegerField(label=_("Hoeveel uur per week?"), min_value=1, max_value=40)
    begeleider = forms.CharField(label=_("Wie begeleidt daar?"), max_length=120)


class Plekafronding(Basisformulier):
    """Looking back on a place."""

    evaluatie = forms.CharField(
        label=_("Wat leverde het op?"),
        help_text=_("Wat ging goed? Wat leerde iemand? Past dit werk?"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=2000,
    )
    cijfer = forms.TypedChoiceField(
        label=_("Welk cijfer geeft de klant?"),
        choices=[("", "–"), *[(str(n), str(n)) for n in range(1, 11)]],
        coerce=int,
        empty_value=None,
        required=False,
    )


class Plekstop(Basisformulier):
    """Why a place ends early."""

    reden = forms.CharField(label=_("Waarom stopt deze plek?"), max_length=300)
