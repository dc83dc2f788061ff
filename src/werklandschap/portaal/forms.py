"""Forms for residents, employers and partners."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.klantbeeld.catalogus import Aspect
from werklandschap.ontwerp.formulieren import Basisformulier
from werklandschap.samen.bemiddeling.forms import Besluitformulier
from werklandschap.samen.nazorg.catalogus import probleemsoorten


class Eigenbeeldformulier(Basisformulier):
    """What the person says about one subject of the own picture."""

    waarde = forms.CharField(max_length=500)
    toelichting = forms.CharField(
        label=_("Wilt u er iets bij vertellen?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, aspect: Aspect, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if aspect.opties:
            self.fields["waarde"] = forms.ChoiceField(choices=aspect.opties, widget=forms.RadioSelect)
        self.fields["waarde"].label = _("Uw antwoord")


class Plananders(Basisformulier):
    """What has to be different in the plan."""

    reactie = forms.CharField(label=_("Wat moet er anders?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))


class Bedrijfsbesluit(Besluitformulier):
    """The decision as the employer makes it."""

    groepen = [("", ["besluit", "reden", "toelichting"])]


def _soorten() -> list[tuple[str, str]]:
    return [(soort.code, soort.naam) for soort in probleemsoorten()]


class Probleemformulier(Basisformulier):
    """Something goes wrong at work."""

    soort = forms.ChoiceField(label=_("Waar gaat het over?"), choices=_soorten)
    urgentie = forms.ChoiceField(
        label=_("Hoe snel moet er iets gebeuren?"),
        choices=[("nu", _("Nu meteen")), ("snel", _("Snel")), ("gewoon", _("Het kan even wachten"))],
        initial="snel",
        widget=forms.RadioSelect,
    )
    tekst = forms.CharField(
        label=_("Wat is er aan de hand?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 5})
    )


class Overdrachtantwoord(Basisformulier):
    """Accept or refuse a handover."""

    besluit = forms.ChoiceField(
        label=_("Neemt u dit over?"),
        choices=[("ja", _("Ja, wij nemen dit over")), ("nee", _("Nee, dit kunnen wij niet"))],
        widget=forms.RadioSelect,
    )
    antwoord = forms.CharField(
        label=_("Uw bericht"),
        help_text=_("Zegt u ja? Schrijf wie belt en wanneer. Zegt u nee? Schrijf waarom."),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class Partnerbericht(Basisformulier):
    """What the municipality has to know about the shared plan."""

    tekst = forms.CharField(
        label=_("Uw bericht"),
        help_text=_("De gemeente en de klant lezen dit."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class Codeformulier(Basisformulier):
    """The code from the letter, and the birth date."""

    code = forms.CharField(
        label=_("De code uit uw brief"),
        max_length=40,
        help_text=_("Bijvoorbeeld: K7PM-2XQD-RWTA. Kleine letters mag ook."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
    geboortedatum = forms.DateField(label=_("Uw geboortedatum"))


class Wachtwoordformulier(Basisformulier):
    """A password of one's own, typed twice."""

    wachtwoord = forms.CharField(
        label=_("Kies een wachtwoord"),
        help_text=_("12 letters of meer. Een zin van vier woorden is goed: die onthoudt u beter."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
    )
    nog_een_keer = forms.CharField(
        label=_("Typ het wachtwoord nog een keer"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
    )

    def clean(self) -> dict[str, Any]:
        """Both the same."""
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        if schoon.get("wachtwoord") and schoon.get("nog_een_keer") and schoon["wachtwoord"] != schoon["nog_een_keer"]:
            self.add_error("nog_een_keer", _("Dit is niet hetzelfde. Typ het wachtwoord nog een keer."))
        return schoon
