"""Forms of the picture."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.klantbeeld.actions import uitleg_waarde
from werklandschap.kern.klantbeeld.catalogus import NIET_BESPROKEN, Aspect, themas
from werklandschap.kern.klantbeeld.models import Waarneming
from werklandschap.ontwerp.formulieren import Basisformulier

URGENTIES = [("", "–"), ("0", _("niet dringend")), ("1", _("kan wachten")), ("2", _("binnenkort")), ("3", _("nu"))]


def aspectkeuzes(zichtbaar: dict[str, Aspect]) -> list[Any]:
    """Aspects grouped by theme, for a select."""
    groepen: list[Any] = [("", _("Kies een onderwerp"))]
    for thema in themas().values():
        rijen = [(a.code, a.naam) for a in zichtbaar.values() if a.thema == thema.code]
        if rijen:
            groepen.append((thema.naam, rijen))
    return groepen


class Waarnemingformulier(Basisformulier):
    """One statement in one line. With a known aspect the value is a list to choose from, else it may be typed."""

    aspect = forms.ChoiceField(label=_("Onderwerp"))
    waarde = forms.CharField(
        label=_("Wat zag of hoorde u?"),
        max_length=500,
        help_text=_("Een cijfer van 1 tot 5, ja of nee, of een paar woorden."),
    )
    urgentie = forms.TypedChoiceField(
        label=_("Hoe dringend"), choices=URGENTIES, coerce=int, empty_value=None, required=False
    )
    bron = forms.ChoiceField(
        label=_("Volgens wie"), choices=Waarneming.Bron.choices, initial=Waarneming.Bron.PROFESSIONAL
    )
    waargenomen_op = forms.DateField(label=_("Gezien of gehoord op"), initial=timezone.localdate)
    toelichting = forms.CharField(label=_("Toelichting"), max_length=500, required=False)

    def __init__(self, *args: Any, zichtbaar: dict[str, Aspect], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zichtbaar = zichtbaar
        self.fields["aspect"].choices = aspectkeuzes(zichtbaar)  # type: ignore[attr-defined]
        gekozen = self.data.get(self.add_prefix("aspect")) if self.is_bound else self.initial.get("aspect")
        self._richt_in(zichtbaar.get(gekozen or ""))

    def _richt_in(self, wat: Aspect | None) -> None:
        if wat is None:
            return
        self.fields["waarde"].label = wat.vraag
        if wat.opties:
            keuzes = [("", _("Kies een antwoord")), *wat.opties, (NIET_BESPROKEN, _("niet besproken"))]
            self.fields["waarde"].widget = forms.Select(choices=keuzes)
            self.fields["waarde"].help_text = ""
        if not wat.belemmering:
            self.fields["urgentie"].help_text = _("Alleen bij iets dat in de weg zit. Laat hier leeg.")

    def clean(self) -> dict[str, Any]:
        """The value becomes what the aspect stores; not understood is said at the field."""
        gegevens = super().clean() or {}
        wat = self.zichtbaar.get(gegevens.get("aspect", ""))
        if wat is not None and gegevens.get("waarde"):
            waarde = wat.lees(gegevens["waarde"])
            if waarde is None:
                self.add_error("waarde", uitleg_waarde(wat))
            gegevens["waarde"] = waarde
        return gegevens


class Beeldfilter(Basisformulier):
    """Which picture to show: on which date, as it was or as it was known, and since when to show changes."""

    datum = forms.DateField(label=_("Beeld op"), required=False)
    peil = forms.ChoiceField(
        label=_("Toon"),
        required=False,
        choices=[("gezien", _("hoe het toen was")), ("geweten", _("wat wij toen wisten"))],
    )
    sinds = forms.DateField(label=_("Veranderd sinds"), required=False)


class Metingformulier(Basisformulier):
    """The result of a test: its own name and version, the date, until when it counts, and a value per aspect."""

    naam = forms.CharField(label=_("Naam van de test"), max_length=120, help_text=_("Zoals hij op de uitslag staat."))
    versie = forms.CharField(label=_("Versie of uitgave"), max_length=40)
    afgenomen_op = forms.DateField(label=_("Afgenomen op"), initial=timezone.localdate)
    geldig_tot = forms.DateField(
        label=_("Geldig tot en met"), required=False, help_text=_("Laat leeg voor de gewone termijn.")
    )
    toelichting = forms.CharField(
        label=_("Toelichting"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, aspecten: list[Aspect], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.aspecten = aspecten
        for aspect in aspecten:
            veld = forms.CharField(label=aspect.naam, required=False, max_length=500, help_text=aspect.vraag)
            if aspect.opties:
                veld.widget = forms.Select(choices=[("", _("niet gemeten")), *aspect.opties])
            self.fields[aspect.code] = veld
        self.order_fields(["naam", "versie", "afgenomen_op", "geldig_tot", *(a.code for a in aspecten), "toelichting"])

    def clean(self) -> dict[str, Any]:
        """Values as the picture keeps them, together in `waarden`."""
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        waarden: dict[str, Any] = {}
        for aspect in self.aspecten:
            tekst = schoon.pop(aspect.code, "")
            if not tekst:
                continue
            waarden[aspect.code] = aspect.lees(tekst)
            if waarden[aspect.code] is None:
                self.add_error(aspect.code, uitleg_waarde(aspect))
        return {**schoon, "waarden": waarden}
