"""Forms of the matrix, quick help and the check."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.klantbeeld.catalogus import NIET_BESPROKEN, Aspect
from werklandschap.ontwerp.formulieren import Basisformulier
from werklandschap.werkzoekende.maatschappelijk_fit.voorzieningen import vragen


class Zrmformulier(Basisformulier):
    """A score per domain the user may see, or not discussed."""

    def __init__(self, *args: Any, domeinen: list[Aspect], vorige: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.domeinen = domeinen
        for domein in domeinen:
            self.fields[domein.code] = forms.ChoiceField(
                label=domein.naam,
                choices=[(NIET_BESPROKEN, _("niet besproken")), *domein.opties],
                initial=NIET_BESPROKEN,
                required=False,
            )
        self.vorige = vorige
        self.fields["afgenomen_op"] = forms.DateField(label=_("Besproken op"), initial=timezone.localdate)
        self.fields["herzien_op"] = forms.DateField(
            label=_("Opnieuw bekijken op"), required=False, help_text=_("Laat leeg voor de vaste termijn.")
        )
        self.fields["toelichting"] = forms.CharField(
            label=_("Toelichting"), required=False, widget=forms.Textarea(attrs={"rows": 3})
        )
        self._gebruik_browservelden()

    def regels(self) -> list[tuple[Aspect, forms.BoundField, str]]:
        """Per domain: the aspect, its field and the previous score in words."""
        return [
            (domein, self[domein.code], domein.toon(self.vorige[domein.code]) if domein.code in self.vorige else "")
            for domein in self.domeinen
        ]

    def overige(self) -> list[forms.BoundField]:
        """Dates and explanation."""
        return [self[naam] for naam in ("afgenomen_op", "herzien_op", "toelichting")]

    def scores(self) -> dict[str, Any]:
        """{aspect: 1–5 or not discussed}."""
        uit: dict[str, Any] = {}
        for domein in self.domeinen:
            waarde = self.cleaned_data.get(domein.code) or NIET_BESPROKEN
            uit[domein.code] = waarde if waarde == NIET_BESPROKEN else int(waarde)
        return uit


class Hulpformulier(Basisformulier):
    """Quick help."""

    wat = forms.CharField(label=_("Wat is er nodig?"), max_length=150)
    waarom = forms.CharField(label=_("Waarom helpt dit nu?"), max_length=300, required=False)
    bedrag = forms.DecimalField(label=_("Bedrag in euro"), max_digits=8, decimal_places=2, min_value=0, initial=0)


class Besluitformulier(Basisformulier):
    """Yes or no."""

    akkoord = forms.TypedChoiceField(
        label=_("Akkoord?"),
        choices=[("ja", _("Ja")), ("nee", _("Nee"))],
        coerce=lambda waarde: waarde == "ja",
        widget=forms.RadioSelect,
    )
    besluit = forms.CharField(label=_("Toelichting"), max_length=300, required=False)


class Voorzieningenformulier(Basisformulier):
    """Every question with yes, no or skip."""

    KEUZES = [("ja", _("ja")), ("nee", _("nee")), ("", _("overslaan"))]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for vraag in vragen().values():
            self.fields[vraag.code] = forms.ChoiceField(
                label=vraag.vraag, choices=self.KEUZES, required=False, initial="", widget=forms.RadioSelect
            )

    def antwoorden(self) -> dict[str, bool]:
        """{question: yes} without what was skipped."""
        return {code: waarde == "ja" for code, waarde in self.cleaned_data.items() if waarde}
