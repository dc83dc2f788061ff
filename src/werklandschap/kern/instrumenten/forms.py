"""Forms for deploying, evaluating and stopping."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.instrumenten.catalogus import Instrument
from werklandschap.kern.klantbeeld.catalogus import Aspect
from werklandschap.ontwerp.formulieren import Basisformulier

OORDEEL = [("", "–"), *[(str(n), str(n)) for n in range(1, 6)]]


class Inzetformulier(Basisformulier):
    """An instrument with a goal."""

    instrument = forms.ChoiceField(label=_("Instrument"))
    doel = forms.CharField(label=_("Wat wilt u hiermee samen bereiken?"), max_length=300)
    reden = forms.CharField(label=_("Waarom dit instrument?"), max_length=300, required=False)
    van = forms.DateField(label=_("Start"), initial=timezone.localdate)
    tot = forms.DateField(label=_("Einde"), required=False)
    evalueren_op = forms.DateField(
        label=_("Samen terugkijken op"),
        required=False,
        help_text=_("Laat leeg voor de gebruikelijke duur."),
    )
    aanbieder = forms.CharField(label=_("Aanbieder"), max_length=150, required=False)
    kosten = forms.DecimalField(label=_("Kosten in euro"), max_digits=10, decimal_places=2, min_value=0, required=False)

    def __init__(self, *args: Any, instrumenten: Iterable[Instrument], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [("", _("Kies een instrument")), *[(i.code, i.naam) for i in instrumenten]]
        self.fields["instrument"].choices = keuzes  # type: ignore[attr-defined]


class Evaluatieformulier(Basisformulier):
    """Looking back together; per aspect the value now, as the professional and as the client sees it."""

    datum = forms.DateField(label=_("Wanneer keek u samen terug?"), initial=timezone.localdate)
    met_klant = forms.BooleanField(label=_("De klant was erbij"), required=False, initial=True)
    oordeel_klant = forms.TypedChoiceField(
        label=_("Wat vond de klant ervan? (1 = hielp niet, 5 = hielp heel goed)"),
        choices=OORDEEL,
        coerce=int,
        empty_value=None,
        required=False,
    )
    toelichting = forms.CharField(
        label=_("Wat werkte wel en wat niet?"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    gaat_door = forms.TypedChoiceField(
        label=_("Hoe gaat het verder?"),
        choices=[("nee", _("Het is klaar")), ("ja", _("Het gaat door"))],
        coerce=lambda waarde: waarde == "ja",
        widget=forms.RadioSelect,
        initial="nee",
    )
    evalueren_op = forms.DateField(label=_("Dan weer terugkijken op"), required=False)

    def __init__(self, *args: Any, aspecten: Iterable[Aspect], nulmeting: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.aspecten = list(aspecten)
        namen: list[str] = []
        for wat in self.aspecten:
            was = nulmeting.get(wat.code)
            self._voeg_toe(f"nu_{wat.code}", _("{naam} nu, volgens u"), wat, was)
            self._voeg_toe(f"klant_{wat.code}", _("{naam} nu, volgens de klant"), wat, None)
            namen += [f"nu_{wat.code}", f"klant_{wat.code}"]
        self.groepen = [  # type: ignore[misc]
            (str(_("Terugkijken")), ["datum", "met_klant", "oordeel_klant", "toelichting"]),
            (str(_("Wat is er veranderd?")), namen),
            (str(_("Vervolg")), ["gaat_door", "evalueren_op"]),
        ]

    def _voeg_toe(self, veld: str, label: Any, wat: Aspect, was: Any) -> None:
        hulp = _("Bij de start: {waarde}.").format(waarde=wat.toon(was)) if was is not None else ""
        keuzes = [("", _("niet besproken")), *wat.opties]
        widget: forms.Widget = forms.Select(choices=keuzes) if wat.opties else forms.TextInput()
        self.fields[veld] = forms.CharField(
            label=label.format(naam=wat.naam), help_text=hulp, required=False, max_length=500, widget=widget
        )

    def effect(self, voorvoegsel: str) -> dict[str, Any]:
        """{aspect: value} of the filled-in fields that start with `nu` or `klant`."""
        uit = {}
        for wat in self.aspecten:
            tekst = self.cleaned_data.get(f"{voorvoegsel}_{wat.code}", "")
            waarde = wat.lees(tekst) if tekst else None
            if waarde is not None:
                uit[wat.code] = waarde
        return uit

    def clean(self) -> dict[str, Any]:
        """Every filled-in value must be one the aspect can have."""
        gegevens = super().clean() or {}
        for wat in self.aspecten:
            for voorvoegsel in ("nu", "klant"):
                veld = f"{voorvoegsel}_{wat.code}"
                if gegevens.get(veld) and wat.lees(gegevens[veld]) is None:
                    self.add_error(veld, _("Kies een antwoord uit de lijst."))
        return gegevens


class Stopformulier(Basisformulier):
    """Why it stops."""

    reden = forms.CharField(label=_("Waarom stopt u hiermee?"), max_length=300)
