"""Forms of this room."""

from __future__ import annotations

from dataclasses import fields
from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.catalogus import keuzes
from werklandschap.kern.instrumenten.catalogus import instrumenten_van
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.relaties.catalogi import nieuwsonderwerpen, sectoren
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.ontwerp.formulieren import Basisformulier
from werklandschap.werkgever.voorzorg.catalogi import risicosoorten, routes
from werklandschap.werkgever.voorzorg.models import Risico
from werklandschap.werkgever.voorzorg.nieuws import Selectie

GEBRUIKT = [(0, _("Nu")), (1, _("Nu of in het afgelopen jaar")), (3, _("Nu of in de laatste drie jaar"))]

TERUGKIJKEN_NA = timedelta(weeks=6)


class Routeformulier(Basisformulier):
    """A route that was discussed."""

    route = forms.ChoiceField(label=_("Welke route?"), choices=lambda: keuzes(routes()))
    besproken_op = forms.DateField(label=_("Besproken op"), initial=timezone.localdate)
    uitkomst = forms.CharField(label=_("Wat kwam eruit?"), max_length=5000, widget=forms.Textarea(attrs={"rows": 3}))
    opnieuw_op = forms.DateField(label=_("Opnieuw bespreken op"), required=False)


class Vraagformulier(Basisformulier):
    """A question of an employer."""

    vraag = forms.CharField(
        label=_("Welke vraag heeft het bedrijf?"), max_length=3000, widget=forms.Textarea(attrs={"rows": 2})
    )


class Antwoordformulier(Basisformulier):
    """The answer."""

    antwoord = forms.CharField(label=_("Antwoord"), max_length=5000, widget=forms.Textarea(attrs={"rows": 4}))
    bron = forms.CharField(label=_("Waar staat dat?"), max_length=200, required=False)


class Nieuwsformulier(Basisformulier):
    """News and for whom."""

    titel = forms.CharField(label=_("Titel"), max_length=150)
    tekst = forms.CharField(
        label=_("Tekst"),
        max_length=10000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Verandert er iets? Noem de datum en waar het staat."),
    )
    onderwerpen = forms.MultipleChoiceField(
        label=_("Waarover gaat het?"),
        help_text=_("Wie hierover geen nieuws wil, krijgt het niet."),
        required=False,
        choices=lambda: keuzes(nieuwsonderwerpen()),
        widget=forms.CheckboxSelectMultiple,
    )
    instrumenten = forms.MultipleChoiceField(
        label=_("Werkgevers die dit instrument gebruiken"),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "wl-kolommen"}),
    )
    jaren = forms.TypedChoiceField(label=_("Wanneer gebruikten zij dat?"), coerce=int, choices=GEBRUIKT, initial=0)
    sectoren = forms.MultipleChoiceField(
        label=_("Sector"),
        required=False,
        choices=lambda: keuzes(sectoren()),
        widget=forms.CheckboxSelectMultiple(attrs={"class": "wl-kolommen"}),
    )
    groottes = forms.MultipleChoiceField(
        label=_("Grootte"),
        required=False,
        choices=Werkgever.Grootte.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    groepen = [
        (_("Het bericht"), ["titel", "tekst", "onderwerpen"]),
        (
            _("Voor wie? Niets gekozen: alle werkgevers"),
            ["instrumenten", "jaren", "sectoren", "groottes"],
        ),
    ]

    def __init__(self, *args: Any, gemeente: Gemeente, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["instrumenten"]
        assert isinstance(veld, forms.MultipleChoiceField)
        veld.choices = [(i.code, i.naam) for i in instrumenten_van(gemeente) if i.is_voor("werkgevers")]

    def velden(self) -> dict[str, Any]:
        """The arguments of the action."""
        schoon = self.cleaned_data
        voor = Selectie(**{veld.name: schoon[veld.name] for veld in fields(Selectie)})
        return {"titel": schoon["titel"], "tekst": schoon["tekst"], "voor": voor}


class Nieuwskeuze(Basisformulier):
    """About what somebody wants news."""

    over = forms.MultipleChoiceField(
        label=_("Waarover wilt u nieuws?"),
        choices=lambda: keuzes(nieuwsonderwerpen()),
        widget=forms.CheckboxSelectMultiple,
    )


class Zoekformulier(Basisformulier):
    """Search the answers."""

    q = forms.CharField(label=_("Zoek in vragen en antwoorden"), required=False, max_length=100)


class Risicoformulier(Basisformulier):
    """An employee at risk; no name, nothing medical."""

    soort = forms.ChoiceField(
        label=_("Wat speelt er?"), choices=lambda: keuzes(risicosoorten()), widget=forms.RadioSelect
    )
    functie = forms.CharField(
        label=_("Welke functie heeft de medewerker?"), max_length=100, help_text=_("Noem geen naam.")
    )
    werk = forms.CharField(
        label=_("Wat lukt niet meer op het werk?"),
        required=False,
        max_length=300,
        help_text=_("Alleen over het werk. Niets over gezondheid."),
    )
    aanpak = forms.ChoiceField(label=_("Wat doen wij?"), choices=Risico.Aanpak.choices, widget=forms.RadioSelect)
    instrument = forms.ChoiceField(
        label=_("Welk instrument?"), required=False, help_text=_("Alleen bij: instrument inzetten.")
    )
    naar = forms.CharField(
        label=_("Naar wie?"), required=False, max_length=150, help_text=_("Alleen bij: doorverwijzen.")
    )
    terug_op = forms.DateField(
        label=_("Wanneer kijken we terug?"), initial=lambda: timezone.localdate() + TERUGKIJKEN_NA
    )

    def __init__(self, *args: Any, gemeente: Gemeente, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["instrument"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [
            ("", _("Geen")),
            *((i.code, i.naam) for i in instrumenten_van(gemeente) if i.is_voor("werkgevers")),
        ]
