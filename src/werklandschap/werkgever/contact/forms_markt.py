"""Forms of the regional plan."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.catalogus import keuzes
from werklandschap.kern.organisaties.models import Partnerorganisatie
from werklandschap.kern.relaties.catalogi import sectoren
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.formulieren import Basisformulier
from werklandschap.werkgever.contact.catalogi import kanssoorten
from werklandschap.werkgever.contact.marktbeeld import standnamen
from werklandschap.werkgever.contact.marktplan import Bedrijfsdoel
from werklandschap.werkgever.contact.models import Marktdoel, Marktplan

ONBEKEND = ("", _("Nog niet bekend"))


class Marktdoelformulier(Basisformulier):
    """A company for the plan."""

    naam = forms.CharField(label=_("Naam van het bedrijf"), max_length=200)
    sector = forms.ChoiceField(label=_("Sector"), required=False, choices=lambda: [ONBEKEND, *keuzes(sectoren())])
    grootte = forms.ChoiceField(label=_("Grootte"), required=False, choices=[ONBEKEND, *Werkgever.Grootte.choices])
    kans = forms.ChoiceField(label=_("Kans"), required=False, choices=lambda: [ONBEKEND, *keuzes(kanssoorten())])
    waarom = forms.CharField(label=_("Waarom dit bedrijf?"), required=False, max_length=300)

    def gegevens(self) -> Bedrijfsdoel:
        """What was typed."""
        return Bedrijfsdoel(**{naam: self.cleaned_data[naam] for naam in Bedrijfsdoel.__dataclass_fields__})


class Marktfilter(Basisformulier):
    """Which companies of the plan to show."""

    q = forms.CharField(label=_("Zoek op naam"), required=False, max_length=100)
    sector = forms.ChoiceField(
        label=_("Sector"), required=False, choices=lambda: [("", _("Alle sectoren")), *keuzes(sectoren())]
    )
    grootte = forms.ChoiceField(
        label=_("Grootte"), required=False, choices=[("", _("Elke grootte")), *Werkgever.Grootte.choices]
    )
    kans = forms.ChoiceField(
        label=_("Kans"), required=False, choices=lambda: [("", _("Elke kans")), *keuzes(kanssoorten())]
    )
    stand = forms.ChoiceField(
        label=_("Stand"), required=False, choices=lambda: [("", _("Alle")), *standnamen().items()]
    )


class Resultaatformulier(Basisformulier):
    """What an approach brought."""

    uitkomst = forms.ChoiceField(
        label=_("Wat leverde het op?"), choices=Marktdoel.Uitkomst.choices, widget=forms.RadioSelect
    )
    resultaat = forms.CharField(label=_("In één zin"), max_length=300)
    weer_vanaf = forms.DateField(
        label=_("Wanneer mag iemand weer bellen?"),
        required=False,
        help_text=_("Alleen als het bedrijf nu niet wil. Leeg: na 3 maanden, of na een jaar bij geen contact."),
    )


class Partnerkeuze(Basisformulier):
    """Which party of the region approaches the company."""

    partner = forms.ModelChoiceField(
        label=_("Wie benadert dit bedrijf?"), queryset=Partnerorganisatie.objects.none(), empty_label=_("Kies")
    )

    def __init__(self, *args: Any, gebruiker: Gebruiker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["partner"]
        assert isinstance(veld, forms.ModelChoiceField)
        veld.queryset = Partnerorganisatie.objects.voor(gebruiker).filter(soort__in=Marktplan.SAMEN, actief=True)


class Marktplanformulier(Basisformulier):
    """The period, the goals per sector, and with whom the plan was made."""

    van = forms.DateField(label=_("Het plan begint op"), help_text=_("Een andere dag is een nieuw plan."))
    tot = forms.DateField(label=_("Het plan loopt tot en met"))
    ambitie = forms.CharField(
        label=_("Wat willen we bereiken?"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    met = forms.ModelMultipleChoiceField(
        label=_("Met wie is het plan gemaakt?"),
        queryset=Partnerorganisatie.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "UWV, het WerkgeversServicepunt en Economische Zaken. Staat er een niet bij? Vraag het uw beheerder."
        ),
    )

    def __init__(
        self, *args: Any, gebruiker: Gebruiker, plan: Marktplan | None, vervolg: bool = False, **kwargs: Any
    ) -> None:
        """`vervolg`: begin with the plan that comes after this one, as long and with the same goals."""
        streven = {d.sector: d.aantal for d in plan.sectordoelen.all()} if plan is not None else {}
        begin: dict[str, Any] = {f"doel_{sector or 'rest'}": aantal for sector, aantal in streven.items()}
        if plan is not None:
            begin |= {"van": plan.van, "tot": plan.tot, "ambitie": plan.ambitie, "met": list(plan.met.all())}
            if vervolg:
                van = plan.tot + timedelta(days=1)
                begin |= {"van": van, "tot": van + (plan.tot - plan.van), "ambitie": ""}
        super().__init__(*args, initial=begin, **kwargs)
        veld = self.fields["met"]
        assert isinstance(veld, forms.ModelMultipleChoiceField)
        veld.queryset = Partnerorganisatie.objects.voor(gebruiker).filter(soort__in=Marktplan.SAMEN, actief=True)
        namen = {f"doel_{code}": naam for code, naam in keuzes(sectoren())} | {"doel_rest": _("Andere sectoren")}
        for sleutel, naam in namen.items():
            self.fields[sleutel] = forms.IntegerField(label=naam, required=False, min_value=0, max_value=9999)
        self.groepen = [  # type: ignore[misc]
            (_("Het plan"), ["van", "tot", "ambitie", "met"]),
            (_("Hoeveel werkgevers wilt u in het netwerk?"), list(namen)),
        ]

    def velden(self) -> dict[str, Any]:
        """The arguments of the action."""
        schoon = self.cleaned_data
        doelen = {
            "" if naam == "doel_rest" else naam.removeprefix("doel_"): aantal
            for naam, aantal in schoon.items()
            if naam.startswith("doel_") and aantal
        }
        vast = {naam: schoon[naam] for naam in ("van", "tot", "ambitie")}
        return {**vast, "met": list(schoon["met"]), "doelen": doelen}
