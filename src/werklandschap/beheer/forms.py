"""Forms of the administrator's pages."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.organisaties.instellingen import Instelling
from werklandschap.kern.organisaties.models import Gemeente, Partnerorganisatie, Team
from werklandschap.kern.toegang.rollen import TE_GEVEN
from werklandschap.ontwerp.formulieren import Basisformulier


class Gemeenteformulier(Basisformulier):
    """Name, colour and how to reach the municipality."""

    versie = forms.IntegerField(widget=forms.HiddenInput)
    naam = forms.CharField(label=_("Naam van de gemeente"), max_length=100)
    kleur = forms.RegexField(
        r"^#[0-9a-fA-F]{6}$",
        label=_("Hoofdkleur"),
        help_text=_("Witte letters moeten er goed op te lezen zijn. Dat controleren we bij het bewaren."),
        error_messages={"invalid": _("Schrijf een kleur als # met zes tekens, bijvoorbeeld #0f3d5c.")},
    )
    telefoon = forms.CharField(label=_("Telefoon"), max_length=20, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)


class Logoformulier(Basisformulier):
    """A picture."""

    logo = forms.FileField(label=_("Logo"), help_text=_("PNG of JPEG, hooguit 512 kB."))


class Parameterformulier(Basisformulier):
    """A value with the day it starts and the reason; empty follows the region or the product."""

    gezien = forms.IntegerField(widget=forms.HiddenInput)
    bekeken = forms.CharField(widget=forms.HiddenInput, required=False)
    waarde = forms.IntegerField(
        label=_("Nieuwe waarde"),
        required=False,
        help_text=_("Laat leeg om geen eigen waarde meer te hebben. Dan geldt wat de regio afsprak, of de standaard."),
    )
    vanaf = forms.DateField(label=_("Vanaf"))
    voor_regio = forms.BooleanField(
        label=_("Dit is een afspraak voor de hele regio"),
        required=False,
        help_text=_("Geldt dan voor elke gemeente die zelf niets anders kiest, op zijn vroegst morgen."),
    )
    waarom = forms.CharField(
        label=_("Waarom"), max_length=300, help_text=_("Uw collega’s en de andere gemeenten in de regio lezen dit.")
    )

    def __init__(self, *args: Any, wat: Instelling, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not wat.regionaal:
            del self.fields["voor_regio"]

    def kenmerk(self) -> str:
        """What was looked at: the same choice gives the same text."""
        gekozen = (self.cleaned_data.get(naam) for naam in ("waarde", "vanaf", "voor_regio"))
        return "|".join(str(deel) for deel in gekozen)


class Teamformulier(Basisformulier):
    """A team's name."""

    naam = forms.CharField(label=_("Naam van het team"), max_length=100)


class Partnerformulier(Basisformulier):
    """A partner organisation."""

    naam = forms.CharField(label=_("Naam"), max_length=150)
    soort = forms.ChoiceField(label=_("Soort"), choices=Partnerorganisatie.Soort.choices)
    waarvoor = forms.CharField(label=_("Waarvoor gaat u naar deze partner?"), max_length=300, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    telefoon = forms.CharField(label=_("Telefoon"), max_length=20, required=False)


class Gebruikerformulier(Basisformulier):
    """An account."""

    email = forms.EmailField(label=_("E-mail"))
    naam = forms.CharField(label=_("Naam"), max_length=120)
    rol = forms.ChoiceField(label=_("Rol"), choices=TE_GEVEN)
    team = forms.ModelChoiceField(label=_("Team"), queryset=Team.objects.none(), required=False)
    partnerorganisatie = forms.ModelChoiceField(
        label=_("Partnerorganisatie"),
        queryset=Partnerorganisatie.objects.none(),
        required=False,
        help_text=_("Alleen voor een partner."),
    )
    telefoon = forms.CharField(label=_("Telefoon"), max_length=20, required=False)
    is_active = forms.BooleanField(label=_("Mag inloggen"), required=False, initial=True)

    def __init__(self, *args: Any, gemeente: Gemeente, bestaand: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        team, partner = self.fields["team"], self.fields["partnerorganisatie"]
        assert isinstance(team, forms.ModelChoiceField)
        assert isinstance(partner, forms.ModelChoiceField)
        team.queryset = gemeente.teams.all()
        partner.queryset = gemeente.partners.all()
        if bestaand:
            self.fields["email"].disabled = True
        else:
            del self.fields["is_active"]


class Tegeltekstformulier(Basisformulier):
    """A tile's own text in Markdown."""

    versie = forms.IntegerField(widget=forms.HiddenInput)
    kort = forms.CharField(label=_("Korte tekst"), max_length=160, required=False)
    tekst = forms.CharField(
        label=_("Tekst"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 22}),
        help_text=_(
            "Kopjes beginnen met ##, een opsomming met een streepje. Laat leeg om de tekst van Werklandschap te houden."
        ),
    )
    eigen_lijst = forms.BooleanField(label=_("Eigen lijst van instrumenten"), required=False)
    instrumenten = forms.MultipleChoiceField(
        label=_("Instrumenten op deze tegel"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, instrumenten: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["instrumenten"]
        assert isinstance(veld, forms.MultipleChoiceField)
        veld.choices = instrumenten


class Instrumentformulier(Basisformulier):
    """What the municipality changes about one instrument."""

    actief = forms.BooleanField(label=_("Wij gebruiken dit instrument"), required=False)
    naam = forms.CharField(label=_("Eigen naam"), max_length=120, required=False)
    doel = forms.CharField(label=_("Eigen omschrijving"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    aanbieder = forms.CharField(label=_("Aanbieder"), max_length=150, required=False)


class Lezingenfilter(Basisformulier):
    """Whose record, and who read."""

    dossier = forms.IntegerField(label=_("Dossiernummer"), required=False, min_value=1)
    naam = forms.CharField(label=_("Naam van de lezer"), required=False, max_length=100)
