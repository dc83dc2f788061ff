"""Forms of the matrix, quick help and the check."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.catalogus import keuzes
from werklandschap.kern.klantbeeld.catalogus import NIET_BESPROKEN, Aspect
from werklandschap.ontwerp.formulieren import Basisformulier
from werklandschap.werkzoekende.maatschappelijk_fit.meedoen import meedoensoorten
from werklandschap.werkzoekende.maatschappelijk_fit.voorzieningen import vragen


class Zrmformulier(Basisformulier):
    """A score per domain the user may see, or not discussed."""

    def __init__(
        self, *args: Any, domeinen: list[Aspect], vorige: dict[str, Any], bekend: dict[str, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.domeinen = domeinen
        for domein in domeinen:
            self.fields[domein.code] = forms.ChoiceField(
                label=domein.naam,
                choices=[(NIET_BESPROKEN, _("niet besproken")), *domein.opties],
                initial=NIET_BESPROKEN,
                required=False,
            )
        self.vorige, self.bekend = vorige, bekend
        self.fields["afgenomen_op"] = forms.DateField(label=_("Besproken op"), initial=timezone.localdate)
        self.fields["herzien_op"] = forms.DateField(
            label=_("Opnieuw bekijken op"), required=False, help_text=_("Laat leeg voor de vaste termijn.")
        )
        self.fields["toelichting"] = forms.CharField(
            label=_("Toelichting"), required=False, widget=forms.Textarea(attrs={"rows": 3})
        )
        self._gebruik_browservelden()

    def regels(self) -> list[tuple[Aspect, forms.BoundField, str, str]]:
        """Per domain: the aspect, its field, the previous score in words, and where that says nothing what is known."""
        return [(domein, self[domein.code], *self._eerder(domein)) for domein in self.domeinen]

    def _eerder(self, domein: Aspect) -> tuple[str, str]:
        vorige = self.vorige.get(domein.code)
        bekend = self.bekend.get(domein.code, "")
        if vorige is None or (vorige == NIET_BESPROKEN and bekend):
            return "", bekend
        return domein.toon(vorige), ""

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


def _soorten() -> list[tuple[str, Any]]:
    return [("", _("Kies een soort")), *keuzes(meedoensoorten())]


class Activiteitformulier(Basisformulier):
    """An activity with hours, place and contact."""

    soort = forms.ChoiceField(label=_("Soort"), choices=_soorten)
    wat = forms.CharField(label=_("Wat gaat de klant doen?"), max_length=150)
    plek = forms.CharField(
        label=_("Waar?"), max_length=150, help_text=_("Naam van de plek, en de straat als dat helpt.")
    )
    uren = forms.DecimalField(
        label=_("Uren per week"), max_digits=4, decimal_places=1, min_value=Decimal("0.5"), max_value=60
    )
    van = forms.DateField(label=_("Vanaf"), initial=timezone.localdate)
    contact = forms.CharField(label=_("Contactpersoon op die plek"), max_length=120, required=False)
    telefoon = forms.CharField(label=_("Telefoon van die persoon"), max_length=20, required=False)
    herzien_op = forms.DateField(
        label=_("Samen terugkijken op"), required=False, help_text=_("Laat leeg voor de vaste termijn.")
    )


class Terugkijkformulier(Basisformulier):
    """How it goes, and whether it goes on."""

    gaat_door = forms.TypedChoiceField(
        label=_("Gaat het door?"),
        choices=[("ja", _("Ja")), ("nee", _("Nee, het stopt"))],
        coerce=lambda waarde: waarde == "ja",
        widget=forms.RadioSelect,
    )
    reactie = forms.CharField(label=_("Wat vindt de klant ervan?"), max_length=300, required=False)
    uren = forms.DecimalField(
        label=_("Uren per week vanaf nu"),
        max_digits=4,
        decimal_places=1,
        min_value=Decimal("0.5"),
        max_value=60,
        required=False,
    )
    herzien_op = forms.DateField(
        label=_("Opnieuw terugkijken op"), required=False, help_text=_("Laat leeg voor de vaste termijn.")
    )


class Meedoendoelformulier(Basisformulier):
    """Taking part as the highest aim for now."""

    eerste_stap = forms.CharField(
        label=_("Welke eerste stap wil de klant zelf zetten?"),
        max_length=300,
        help_text=_("In de woorden van de klant."),
    )
    waarom = forms.CharField(label=_("Waarom is meedoen nu het hoogste doel?"), max_length=500)
    herzien_op = forms.DateField(
        label=_("Opnieuw kijken op"), required=False, help_text=_("Laat leeg voor de vaste termijn.")
    )


class Meerformulier(Basisformulier):
    """Is more possible now?"""

    meer_kan = forms.TypedChoiceField(
        label=_("Kan er nu meer?"),
        choices=[("ja", _("Ja, er kan meer")), ("nee", _("Nee, meedoen blijft het doel"))],
        coerce=lambda waarde: waarde == "ja",
        widget=forms.RadioSelect,
    )
    reden = forms.CharField(label=_("Wat ziet u, en wat zegt de klant?"), max_length=300, required=False)
    herzien_op = forms.DateField(
        label=_("Opnieuw kijken op"), required=False, help_text=_("Alleen als meedoen het doel blijft.")
    )
