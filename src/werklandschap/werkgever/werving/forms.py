"""What the searcher can narrow down. Nothing unknown is hidden unless asked."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.catalogus import keuzes
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.formulieren import Basisformulier
from werklandschap.werkgever.werving.catalogi import redenen_niet
from werklandschap.werkgever.werving.models import Overlegkandidaat
from werklandschap.werkgever.werving.overleg import mogelijke_deelnemers


class Kandidatenfilter(Basisformulier):
    """Filters above the list of candidates."""

    max_km = forms.IntegerField(label=_("Woont binnen (km)"), required=False, min_value=1, max_value=500)
    onbekend = forms.ChoiceField(
        label=_("Nog niet alles bekend"),
        required=False,
        choices=[("", _("Toon iedereen")), ("verberg", _("Alleen wie alles bekend is"))],
    )
    nee = forms.ChoiceField(
        label=_("Toestemming"),
        required=False,
        choices=[("", _("Toon iedereen")), ("verberg", _("Zonder wie al nee zei"))],
    )


class Voorselectieformulier(forms.Form):
    """Whom to preselect, and why."""

    dossier = forms.IntegerField(min_value=1)
    reden = forms.CharField(required=False, max_length=300)


class Afwegingformulier(Basisformulier):
    """Why somebody is not presented."""

    dossier = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    reden = forms.ChoiceField(label=_("Waarom niet?"), choices=lambda: keuzes(redenen_niet()))
    toelichting = forms.CharField(label=_("Toelichting"), required=False, max_length=300)


class Zoekmensformulier(Basisformulier):
    """Look for somebody by name."""

    q = forms.CharField(label=_("Naam"), required=False, max_length=100)


class Persoonlijkformulier(Basisformulier):
    """A personal match: the reason is the professional's."""

    dossier = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    reden = forms.CharField(
        label=_("Waarom past deze persoon?"), max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )


class Profielkeuze(forms.ModelMultipleChoiceField):
    """Job profiles, with their employer."""

    def label_from_instance(self, obj: Werkprofiel) -> str:
        """Employer and title."""
        return f"{obj.werkgever.naam}: {obj.titel}"


class Menskeuze(forms.ModelMultipleChoiceField):
    """People, with where they work."""

    def label_from_instance(self, obj: Gebruiker) -> str:
        """Name and municipality or organisation."""
        return f"{obj.naam} ({obj.gemeente or obj.partnerorganisatie})"


class Overlegformulier(Basisformulier):
    """When, where, about which jobs and with whom."""

    naam = forms.CharField(label=_("Naam van het overleg"), max_length=150)
    wanneer = forms.DateTimeField(label=_("Wanneer?"))
    waar = forms.CharField(label=_("Waar?"), required=False, max_length=150)
    werkprofielen = Profielkeuze(
        label=_("Over welk werk?"), queryset=Werkprofiel.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    deelnemers = Menskeuze(
        label=_("Wie doen mee?"),
        queryset=Gebruiker.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Collega’s uit de regio en partners. Zij zien geen namen van kandidaten."),
    )

    def __init__(self, *args: Any, gebruiker: Gebruiker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        werk, wie = self.fields["werkprofielen"], self.fields["deelnemers"]
        assert isinstance(werk, Profielkeuze)
        assert isinstance(wie, Menskeuze)
        open_ = Werkprofiel.objects.voor(gebruiker).zoekbaar().select_related("werkgever")
        werk.queryset = open_.order_by("werkgever__naam", "titel", "pk")
        wie.queryset = mogelijke_deelnemers(gebruiker).select_related("gemeente", "partnerorganisatie")


class Besluitformulier(Basisformulier):
    """What the meeting decides about one candidate."""

    besluit = forms.ChoiceField(label=_("Besluit"), choices=Overlegkandidaat.Besluit.choices)
    reden = forms.ChoiceField(
        label=_("Waarom niet?"),
        required=False,
        choices=lambda: [("", _("Niet van toepassing")), *keuzes(redenen_niet())],
    )
    toelichting = forms.CharField(label=_("Toelichting"), required=False, max_length=300)
