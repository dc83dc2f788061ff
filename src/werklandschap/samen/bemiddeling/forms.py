"""Forms of this room."""

from __future__ import annotations

from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.dossiers.models import Dossier, Toestemming
from werklandschap.kern.dossiers.queries import op_naam
from werklandschap.kern.klantbeeld.catalogus import Aspect
from werklandschap.kern.relaties.models import Werkgever
from werklandschap.kern.relaties.queries import op_naam_of_nummer
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.formulieren import Basisformulier, Opzoekveld
from werklandschap.samen.bemiddeling.controle import mag_werkgever_niet_weten
from werklandschap.samen.bemiddeling.models import (
    Begeleidingsnotitie,
    Bemiddelingsafspraak,
    Ontmoeting,
    Voordracht,
)
from werklandschap.samen.bemiddeling.redenen import keuzes


class Voordrachtfilter(Basisformulier):
    """Which rows of the list to show."""

    status = forms.ChoiceField(
        label=_("Status"),
        required=False,
        choices=[("lopend", _("Loopt nog")), ("", _("Alles")), *Voordracht.Status.choices],
    )
    van = forms.ChoiceField(
        label=_("Van wie"), required=False, choices=[("alle", _("Van iedereen")), ("mij", _("Van mij"))]
    )


class Vraagformulier(Basisformulier):
    """What the candidate is asked to agree to."""

    wat = forms.CharField(
        label=_("Wat vertelt u aan de werkgever?"),
        help_text=_("De kandidaat leest deze tekst en zegt dan ja of nee."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class Antwoordformulier(Basisformulier):
    """What the candidate answered, and how."""

    antwoord = forms.TypedChoiceField(
        label=_("Wat zegt de kandidaat?"),
        choices=[("ja", _("Ja, stel mij voor")), ("nee", _("Nee, liever niet"))],
        coerce=lambda waarde: waarde == "ja",
        widget=forms.RadioSelect,
    )
    hoe = forms.ChoiceField(label=_("Hoe kreeg u het antwoord?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = Toestemming._meta.get_field("hoe")
        assert veld.choices is not None
        keuze = self.fields["hoe"]
        assert isinstance(keuze, forms.ChoiceField)
        keuze.choices = [paar for paar in veld.flatchoices if paar[0] != "mijn"]


class Introductieformulier(Basisformulier):
    """The text for the employer. The box is only there when a word may be a problem."""

    introductie = forms.CharField(
        label=_("Introductie voor de werkgever"),
        help_text=_("Wat kan en wil de kandidaat? Niets over gezondheid, schulden, uitkering of privé."),
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    waarschuwing_gelezen = forms.BooleanField(
        label=_("Ik heb de tekst nagekeken. Er staat niets in dat de werkgever niet mag weten."), required=False
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not (self.is_bound and mag_werkgever_niet_weten(self.data.get("introductie", ""))):
            self.fields["waarschuwing_gelezen"].widget = forms.HiddenInput()


class Ontmoetingformulier(Basisformulier):
    """A meeting to plan."""

    soort = forms.ChoiceField(label=_("Wat voor ontmoeting?"), choices=Ontmoeting.Soort.choices)
    wanneer = forms.DateTimeField(label=_("Wanneer?"), widget=forms.DateTimeInput())
    minuten = forms.IntegerField(label=_("Hoe lang (minuten)?"), initial=60, min_value=5, max_value=720, required=False)
    waar = forms.CharField(label=_("Waar?"), max_length=200, required=False)
    begeleider = forms.ModelChoiceField(
        label=_("Wie gaat mee?"), queryset=Gebruiker.objects.none(), required=False, empty_label=_("Niemand")
    )

    def __init__(self, *args: Any, gebruiker: Gebruiker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["begeleider"]
        assert isinstance(veld, forms.ModelChoiceField)
        veld.queryset = Gebruiker.objects.collega_s_van(gebruiker)

    def clean_minuten(self) -> int:
        """An hour unless somebody says otherwise."""
        return int(self.cleaned_data["minuten"] or 60)


class Verzetformulier(Ontmoetingformulier):
    """Another moment, place or colleague for a meeting that was planned."""

    volgnummer = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["soort"]


class Afzegformulier(Basisformulier):
    """Why a meeting does not go on."""

    reden = forms.CharField(
        label=_("Waarom gaat het niet door?"),
        help_text=_("Dit blijft bij de gemeente. Iedereen krijgt bericht dat de afspraak niet doorgaat."),
        max_length=200,
    )


class Begeleidingsformulier(Basisformulier):
    """What was said about help."""

    voor = forms.ChoiceField(label=_("Voor wie is de hulp?"), choices=Begeleidingsnotitie.Voor.choices)
    tekst = forms.CharField(
        label=_("Wat heeft u besproken?"),
        help_text=_("Dit blijft bij de gemeente."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    vervolg_op = forms.DateField(label=_("Wanneer kijkt u weer?"), required=False)


class Reeksformulier(Basisformulier):
    """The same step for several rows of the list."""

    wat = forms.ChoiceField(
        label=_("Wat wilt u doen?"),
        choices=[
            ("vraag", _("Vraag de kandidaten")),
            ("herinner", _("Herinner de werkgevers")),
            ("trek_in", _("Stop de voordrachten")),
        ],
    )
    tekst = forms.CharField(
        label=_("Wat deelt u, of waarom stopt u?"),
        help_text=_("Niet nodig bij een herinnering."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class Partijformulier(Basisformulier):
    """What is agreed with a private party."""

    soort = forms.ChoiceField(label=_("Wat voor partij?"), choices=Bemiddelingsafspraak.Soort.choices)
    afspraken = forms.CharField(
        label=_("Wat spreekt u af?"),
        help_text=_("Bijvoorbeeld: wie begeleidt, wie betaalt, hoe lang iemand blijft, en wat wij van elkaar horen."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    van = forms.DateField(label=_("Geldt vanaf"))
    tot = forms.DateField(label=_("Geldt tot en met"), required=False)
    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)


class Mensenveld(Opzoekveld):
    """An open dossier of the own municipality, by the name of the person or its number."""

    def __init__(self, *, label: Any) -> None:
        super().__init__(
            label=label,
            help_text=_("Typ een deel van de naam, of het nummer van het dossier."),
            noem=lambda dossier: f"{dossier.werkzoekende.naam} ({dossier.pk})",
        )

    def zoek_voor(self, gebruiker: Gebruiker) -> None:
        """Among the people of this colleague's municipality."""
        mensen = Dossier.objects.filter(gemeente=gebruiker.gemeente_id, status=Dossier.Status.OPEN)
        alle = mensen.select_related("werkzoekende", "keten", "gemeente").order_by("werkzoekende__achternaam", "id")
        self.zoek = partial(op_naam, alle)


class _Aanbod(Basisformulier):
    """What work, and why this person there."""

    functie = forms.CharField(label=_("Voor wat voor werk?"), max_length=150)
    reden = forms.CharField(
        label=_("Waarom past deze kandidaat hier?"), max_length=300, widget=forms.Textarea(attrs={"rows": 3})
    )


class Aanbodbijformulier(_Aanbod):
    """Which person for this employer without a vacancy."""

    dossier = Mensenveld(label=_("Wie stelt u voor?"))
    field_order = ("dossier", "functie", "reden")

    def __init__(self, *args: Any, gebruiker: Gebruiker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["dossier"]
        assert isinstance(veld, Mensenveld)
        veld.zoek_voor(gebruiker)


class Aanbodformulier(_Aanbod):
    """Which employer without a vacancy for this person."""

    werkgever = Opzoekveld(
        label=_("Welk bedrijf?"),
        help_text=_("Typ een deel van de naam, of het KVK-nummer."),
        noem=lambda bedrijf: f"{bedrijf.naam} ({bedrijf.kvk_nummer})" if bedrijf.kvk_nummer else bedrijf.naam,
    )
    field_order = ("werkgever", "functie", "reden")

    def __init__(self, *args: Any, gebruiker: Gebruiker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["werkgever"]
        assert isinstance(veld, Opzoekveld)
        veld.zoek = partial(op_naam_of_nummer, Werkgever.objects.filter(gemeente=gebruiker.gemeente_id))


class Uitkomstformulier(Basisformulier):
    """How a meeting went."""

    uitkomst = forms.ChoiceField(
        label=_("Hoe liep het af?"),
        choices=Ontmoeting._meta.get_field("uitkomst").flatchoices,
        widget=forms.RadioSelect,
    )
    verslag = forms.CharField(
        label=_("Verslag"),
        help_text=_("Dit blijft bij de gemeente. De werkgever ziet het niet."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class Besluitformulier(Basisformulier):
    """Yes or no, with why. `besluit` is known from the button that opened the form."""

    besluit = forms.ChoiceField(
        label=_("Gaat u verder met deze kandidaat?"),
        choices=[("ja", _("Ja, wij willen verder")), ("nee", _("Nee, wij gaan niet verder"))],
        widget=forms.RadioSelect,
    )
    reden = forms.ChoiceField(label=_("Belangrijkste reden"), choices=[])
    toelichting = forms.CharField(
        label=_("Toelichting"),
        help_text=_("Wat ging goed? Wat kan beter? Bij een nee is dit nodig: de kandidaat leert ervan."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["reden"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [
            ("", _("Kies een reden")),
            (_("Bij een ja"), keuzes("ja")),
            (_("Bij een nee"), keuzes("nee")),
        ]


class Terugkoppelformulier(Basisformulier):
    """What the candidate hears, and what of it belongs in the klantbeeld."""

    tekst = forms.CharField(
        label=_("Wat vertelt u de kandidaat?"),
        help_text=_("Gewone woorden. Dit komt op de tijdlijn van de kandidaat."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, aspecten: list[Aspect], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.aspecten = aspecten
        for aspect in aspecten:
            self.fields[f"aspect_{aspect.code}"] = self._veld(aspect)
        self.groepen = [  # type: ignore[misc]
            ("", ["tekst"]),
            (str(_("Ook in het klantbeeld zetten?")), [f"aspect_{a.code}" for a in aspecten]),
        ]

    @staticmethod
    def _veld(aspect: Aspect) -> forms.Field:
        if aspect.opties:
            return forms.ChoiceField(
                label=aspect.vraag, choices=[("", _("Niet opnemen")), *aspect.opties], required=False
            )
        return forms.CharField(label=aspect.vraag, max_length=500, required=False)

    def waarnemingen(self) -> dict[str, Any]:
        """{aspect: value} of what was filled in."""
        uit = {}
        for aspect in self.aspecten:
            tekst = self.cleaned_data.get(f"aspect_{aspect.code}", "")
            waarde = aspect.lees(tekst) if tekst else None
            if waarde is not None:
                uit[aspect.code] = waarde
        return uit


class Intrekformulier(Basisformulier):
    """Why the voordracht stops."""

    reden = forms.CharField(label=_("Waarom stopt u?"), max_length=300)
    versie = forms.IntegerField(widget=forms.HiddenInput)
