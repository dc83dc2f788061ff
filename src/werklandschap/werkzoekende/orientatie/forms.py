"""Forms of this tile."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from werklandschap.ontwerp.formulieren import Basisformulier
from werklandschap.werkzoekende.orientatie import riasec


class Interesseformulier(Basisformulier):
    """One choice per item; skipping is fine."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, tekst in riasec.TEST.items():
            self.fields[code] = forms.TypedChoiceField(
                label=tekst,
                choices=riasec.TEST.antwoorden(),
                coerce=int,
                empty_value=None,
                required=False,
                widget=forms.RadioSelect,
            )

    def antwoorden(self) -> dict[str, int]:
        """{item: 0–4} of what was answered."""
        return {code: waarde for code, waarde in self.cleaned_data.items() if waarde is not None}


class Huiswerkformulier(Basisformulier):
    """An assignment for home."""

    opdracht = forms.CharField(label=_("Opdracht"), max_length=300)
    voor_op = forms.DateField(label=_("Klaar voor"))
