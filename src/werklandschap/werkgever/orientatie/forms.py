"""Forms of this room."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.catalogus import keuzes
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.formulieren import Basisformulier
from werklandschap.ontwerp.opmaak import datum, getal
from werklandschap.werkgever.orientatie.catalogi import (
    beleidsblokken,
    bouwblokken,
    checkvragen,
    manieren,
    sroi_instelling,
)
from werklandschap.werkgever.orientatie.haken_uit import Werkplek
from werklandschap.werkgever.orientatie.models import Functie
from werklandschap.werkgever.orientatie.pso import Normen
from werklandschap.werkgever.orientatie.sroi_bedragen import MET_BEDRAG, Bedragen

ONBEKEND = "onbekend"


class Stapformulier(Basisformulier):
    """A step of the company's plan."""

    tekst = forms.CharField(label=_("Welke stap?"), max_length=300)
    voor_op = forms.DateField(label=_("Klaar voor"))
    wie = forms.ModelChoiceField(
        label=_("Wie van ons?"),
        queryset=Gebruiker.objects.none(),
        required=False,
        empty_label=_("Het bedrijf zelf"),
    )

    def __init__(self, *args: Any, gebruiker: Gebruiker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["wie"]
        assert isinstance(veld, forms.ModelChoiceField)
        veld.queryset = Gebruiker.objects.collega_s_van(gebruiker)


class Checklistformulier(Basisformulier):
    """The situation of the employer: yes, no, or not spoken about."""

    def __init__(self, *args: Any, antwoorden: dict[str, bool], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for vraag in checkvragen():
            bekend = antwoorden.get(vraag.code)
            self.fields[vraag.code] = forms.ChoiceField(
                label=vraag.vraag,
                choices=[("ja", _("Ja")), ("nee", _("Nee")), (ONBEKEND, _("Niet besproken"))],
                widget=forms.RadioSelect(attrs={"class": "wl-naast"}),
                initial=ONBEKEND if bekend is None else ("ja" if bekend else "nee"),
            )

    def antwoorden(self) -> dict[str, bool]:
        """{question: yes or no} of what was answered."""
        return {code: waarde == "ja" for code, waarde in self.cleaned_data.items() if waarde != ONBEKEND}


class Functieformulier(Basisformulier):
    """A function of the company, and whether it qualifies."""

    naam = forms.CharField(label=_("Welke functie?"), max_length=120)
    mensen = forms.IntegerField(
        label=_("Hoeveel mensen doen dit werk?"), required=False, min_value=0, max_value=100_000
    )
    geschikt = forms.ChoiceField(
        label=_("Is deze functie geschikt?"), choices=Functie.Geschikt.choices, widget=forms.RadioSelect
    )
    manier = forms.ChoiceField(
        label=_("Welke manier past?"),
        required=False,
        choices=lambda: [("", _("Nog niet bekend")), *keuzes(manieren())],
    )
    waarom = forms.CharField(label=_("Waarom?"), required=False, max_length=300)


class Opdrachtformulier(Basisformulier):
    """An order with social return."""

    naam = forms.CharField(label=_("Naam van de opdracht"), max_length=150)
    opdrachtgever = forms.CharField(label=_("Wie is de opdrachtgever?"), required=False, max_length=150)
    waarde = forms.DecimalField(label=_("Waarde van de opdracht (euro)"), max_digits=12, decimal_places=2)
    percentage = forms.DecimalField(
        label=_("Percentage social return"),
        max_digits=5,
        decimal_places=2,
        initial=lambda: sroi_instelling().percentage,
        help_text=_("Dit staat in het contract."),
    )
    van = forms.DateField(label=_("Begint op"))
    tot = forms.DateField(label=_("Loopt tot en met"))


class Bedragenformulier(Basisformulier):
    """What each effort is worth in the region, or in the own municipality."""

    voor = forms.ChoiceField(label=_("Voor wie gelden deze bedragen?"), widget=forms.RadioSelect, initial="regio")
    vanaf = forms.DateField(
        label=_("Vanaf welke dag?"),
        help_text=_("Voor opdrachten die dan of later beginnen."),
        initial=timezone.localdate,
    )
    bron = forms.CharField(label=_("Waar staan deze bedragen?"), max_length=200)

    def __init__(self, *args: Any, bedragen: Bedragen, gemeente: Gemeente, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        voor = self.fields["voor"]
        assert isinstance(voor, forms.ChoiceField)
        voor.choices = [
            ("regio", gettext("Alle gemeenten van {naam}").format(naam=gemeente.regio.naam)),
            ("gemeente", gettext("Alleen {naam}").format(naam=gemeente.naam)),
        ]
        if bedragen.versie is not None and bedragen.versie.gemeente_id is not None:
            voor.initial = "gemeente"
        self.fields["bron"].initial = bedragen.bron
        for blok in bedragen.blokken:
            if blok.soort in MET_BEDRAG:
                self.fields[f"bedrag_{blok.code}"] = forms.DecimalField(
                    label=blok.naam, min_value=0, max_digits=9, decimal_places=2, initial=blok.bedrag
                )
        namen = [naam for naam in self.fields if naam.startswith("bedrag_")]
        self.groepen = [("", ["voor", "vanaf", "bron"]), (gettext("Bedragen in euro"), namen)]  # type: ignore[misc]

    def velden(self) -> dict[str, Any]:
        """The arguments of the action."""
        schoon = self.cleaned_data
        bedragen = {n.removeprefix("bedrag_"): w for n, w in schoon.items() if n.startswith("bedrag_")}
        voor_regio = schoon["voor"] == "regio"
        return {"vanaf": schoon["vanaf"], "bron": schoon["bron"], "bedragen": bedragen, "voor_regio": voor_regio}


class Invulformulier(Basisformulier):
    """What fulfils an order."""

    bouwblok = forms.ChoiceField(label=_("Wat zet het bedrijf in?"), choices=lambda: keuzes(bouwblokken()))
    plek = forms.TypedChoiceField(
        label=_("Welke plek?"), required=False, coerce=int, empty_value=None, help_text=_("Nodig bij een plek.")
    )
    aantal = forms.DecimalField(
        label=_("Hoeveel uur of hoeveel euro?"),
        required=False,
        max_digits=12,
        decimal_places=2,
        help_text=_("Nodig bij kennis, hulp of inkoop."),
    )
    omschrijving = forms.CharField(label=_("Omschrijving"), required=False, max_length=200)

    def __init__(self, *args: Any, plekken: Iterable[Werkplek], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["plek"]
        assert isinstance(veld, forms.TypedChoiceField)
        veld.choices = [("", _("Geen")), *((p.sleutel, self._naam(p)) for p in plekken)]

    def _naam(self, plek: Werkplek) -> str:
        return gettext("{functie}, vanaf {dag}, {uren} uur").format(
            functie=plek.functie, dag=datum(plek.van), uren=getal(plek.uren, 0)
        )


class Telformulier(Basisformulier):
    """A count for the PSO."""

    mensen = forms.IntegerField(label=_("Hoeveel mensen zijn in dienst?"), min_value=1, max_value=1_000_000)
    fte = forms.DecimalField(
        label=_("Hoeveel voltijdbanen zijn dat?"), max_digits=8, decimal_places=2, help_text=_("Tel de uren op.")
    )
    fte_doelgroep = forms.DecimalField(
        label=_("Hoeveel voltijdbanen zijn van mensen uit de doelgroep?"),
        max_digits=8,
        decimal_places=2,
        help_text=_("Vul alleen een getal in. Noem geen namen."),
    )


class Normenformulier(Basisformulier):
    """The norms of the PSO from a day on."""

    vanaf = forms.DateField(label=_("Vanaf welke dag?"), initial=timezone.localdate)
    bron = forms.CharField(label=_("Waar staan deze normen?"), max_length=200)
    dertig_plus = forms.DecimalField(label=_("PSO 30+ vanaf (%)"), max_digits=5, decimal_places=2, min_value=0)
    normen = forms.CharField(
        label=_("Normen per grootte"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 18}),
        help_text=_(
            "Per regel: aantal mensen; trede 1; trede 2; trede 3. De treden zijn percentages. "
            "U kunt de regels uit een rekenblad plakken."
        ),
    )

    def __init__(self, *args: Any, nu: Normen, **kwargs: Any) -> None:
        begin = {"bron": nu.bron, "dertig_plus": nu.dertig_plus, "normen": nu.als_tekst()}
        super().__init__(*args, initial=begin, **kwargs)


class Beleidformulier(Basisformulier):
    """The building blocks, to keep, change or empty."""

    def __init__(self, *args: Any, soort: str, teksten: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for blok in beleidsblokken(soort):
            self.fields[blok.code] = forms.CharField(
                label=blok.kop,
                help_text=blok.vraag,
                required=False,
                max_length=4000,
                widget=forms.Textarea(attrs={"rows": 4}),
                initial=teksten.get(blok.code, ""),
            )
