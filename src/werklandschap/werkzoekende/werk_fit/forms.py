"""Forms of the next step, obstacles and network."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.plannen.models import Doel
from werklandschap.ontwerp.formulieren import Basisformulier
from werklandschap.werkzoekende.werk_fit.models import Netwerkcontact, Obstakel, Oefening
from werklandschap.werkzoekende.werk_fit.netwerk import Contactgegevens


class Volgendestapformulier(Basisformulier):
    """One small step."""

    doel = forms.ChoiceField(label=_("Bij welk doel?"))
    tekst = forms.CharField(
        label=_("Wat is de volgende kleine stap?"),
        max_length=300,
        help_text=_("Zo klein dat het zeker lukt. In de woorden van de klant."),
    )
    vertrouwen = forms.TypedChoiceField(
        label=_("Hoe zeker is de klant dat dit lukt?"),
        help_text=_("1 is helemaal niet zeker, 10 is heel zeker."),
        choices=[("", "–"), *[(str(n), str(n)) for n in range(1, 11)]],
        coerce=int,
        empty_value=None,
    )
    voor_op = forms.DateField(label=_("Voor wanneer?"), required=False)

    def __init__(self, *args: Any, doelen: Iterable[Doel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.doelen = {str(doel.pk): doel for doel in doelen}
        self.fields["doel"].choices = [(pk, doel.tekst) for pk, doel in self.doelen.items()]  # type: ignore[attr-defined]

    def clean_doel(self) -> Doel:
        """The goal itself; only the open goals the page already read can be chosen."""
        return self.doelen[self.cleaned_data["doel"]]


class Obstakelformulier(Basisformulier):
    """What is in the way."""

    soort = forms.ChoiceField(label=_("Soort"), choices=Obstakel.Soort.choices, initial=Obstakel.Soort.ANDERS)
    tekst = forms.CharField(label=_("Wat zit in de weg?"), max_length=200)
    wie = forms.CharField(label=_("Wie lost het op?"), max_length=120)
    voor_op = forms.DateField(label=_("Voor wanneer?"))


class Netwerkformulier(Basisformulier):
    """Somebody the person knows."""

    naam = forms.CharField(label=_("Voornaam"), max_length=60)
    waarvan = forms.CharField(label=_("Waarvan kent u elkaar?"), max_length=100, required=False)
    nabij = forms.TypedChoiceField(
        label=_("Hoe dichtbij is deze persoon?"),
        choices=Netwerkcontact.Nabij.choices,
        coerce=int,
        initial=Netwerkcontact.Nabij.DICHTBIJ,
        widget=forms.RadioSelect,
    )
    hulp = forms.ChoiceField(
        label=_("Wat voor hulp geeft deze persoon?"),
        choices=Netwerkcontact.Hulp.choices,
        widget=forms.RadioSelect,
        initial=Netwerkcontact.Hulp.WERK,
    )
    kan_helpen_met = forms.CharField(
        label=_("Waarmee kan deze persoon helpen?"),
        help_text=_("Bijvoorbeeld: kent mensen bij een bakker, of past op de kinderen."),
        max_length=200,
    )

    def gegevens(self) -> Contactgegevens:
        """What was filled in."""
        return Contactgegevens(**self.cleaned_data)


class Oefenformulier(Basisformulier):
    """A skill that was practised."""

    categorie = forms.ChoiceField(label=_("Wat voor iets?"), choices=Oefening.Categorie.choices)
    wat = forms.CharField(label=_("Wat is geoefend?"), max_length=200)
    hoe_ging_het = forms.TypedChoiceField(
        label=_("Hoe ging het?"), choices=Oefening.HOE_GING_HET, coerce=int, widget=forms.RadioSelect
    )


class Uitkomstformulier(Basisformulier):
    """What came of it."""

    uitkomst = forms.CharField(label=_("Wat leverde het op?"), max_length=300, required=False)
