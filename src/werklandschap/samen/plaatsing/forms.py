"""Forms of this room."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.catalogus import keuzes
from werklandschap.ontwerp.formulieren import Basisformulier, Basismodelformulier
from werklandschap.regelingen.lkv import GROEPEN
from werklandschap.samen.plaatsing.catalogus import INSTRUMENTEN, REDENEN_EINDE, REGIMES, valkuilen
from werklandschap.samen.plaatsing.models import Plaatsing
from werklandschap.samen.plaatsing.proef import NA_PROEF


class Plaatsingfilter(Basisformulier):
    """Which rows of the list to show."""

    status = forms.ChoiceField(
        label=_("Status"),
        required=False,
        choices=[("nu", _("In voorbereiding of loopt")), ("", _("Alles")), *Plaatsing.Status.choices],
    )


class Plaatsingformulier(Basismodelformulier):
    """What both sides agree to."""

    class Meta:
        model = Plaatsing
        fields = ("functie", "soort", "van", "tot", "uren", "afspraken", "begeleiding")
        help_texts = {
            "tot": _("Leeg als het contract geen einde heeft."),
            "afspraken": _(
                "Werktijden, loon, opbouw van uren. De werkgever leest dit ook: niets over gezondheid of geld."
            ),
            "begeleiding": _("Wie helpt op de werkplek, en wie neemt het over bij ziekte?"),
        }


class Wijzigformulier(Plaatsingformulier):
    """The same, with the version that was read."""

    versie = forms.IntegerField(widget=forms.HiddenInput)


class Akkoordformulier(Basisformulier):
    """Who agreed, and when."""

    wie = forms.CharField(label=_("Wie is akkoord?"), max_length=120)
    op = forms.DateField(label=_("Op welke dag?"), widget=forms.DateInput())


class Besluitformulier(Basisformulier):
    """An instrument to calculate or agree."""

    instrument = forms.ChoiceField(label=_("Instrument"), choices=[(s.code, s.naam) for s in INSTRUMENTEN])
    van = forms.DateField(label=_("Vanaf"), widget=forms.DateInput())
    tot = forms.DateField(label=_("Tot en met"), required=False, widget=forms.DateInput())
    loonwaarde = forms.DecimalField(
        label=_("Loonwaarde in procent"),
        required=False,
        min_value=0,
        max_value=100,
        decimal_places=2,
        max_digits=5,
        help_text=_("De gemeten waarde van dit werk, in procent van het minimumloon."),
    )
    forfaitair = forms.BooleanField(
        label=_("De loonwaarde is nog niet gemeten (forfaitair)"),
        required=False,
        help_text=_("Dan geldt het eerste half jaar een vast deel."),
    )
    lkv_groepen = forms.MultipleChoiceField(
        label=_("Doelgroep op de verklaring"),
        required=False,
        choices=list(GROEPEN.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    maanden = forms.IntegerField(label=_("Aantal maanden"), required=False, min_value=1, max_value=12)
    bedrag_per_maand = forms.DecimalField(
        label=_("Bedrag per maand in euro"), required=False, min_value=0, max_digits=10, decimal_places=2
    )
    bedrag_eenmalig = forms.DecimalField(
        label=_("Eenmalig bedrag in euro"),
        required=False,
        min_value=0,
        max_digits=10,
        decimal_places=2,
        help_text=_("Bij een aanpassing van de werkplek."),
    )
    regime = forms.ChoiceField(label=_("Regime"), required=False, choices=[("", _("Kies")), *REGIMES.items()])
    uren_per_maand = forms.DecimalField(
        label=_("Uren per maand"), required=False, min_value=0, max_digits=5, decimal_places=1
    )
    tarief = forms.DecimalField(
        label=_("Tarief per uur in euro"), required=False, min_value=0, max_digits=7, decimal_places=2
    )
    aanbieder = forms.CharField(label=_("Jobcoach van"), required=False, max_length=150)
    grondslag = forms.CharField(label=_("Grondslag"), required=False, max_length=200)
    toelichting = forms.CharField(label=_("Toelichting"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    groepen = [
        ("", ["instrument", "van", "tot"]),
        (_("Bij loonkostensubsidie"), ["loonwaarde", "forfaitair"]),
        (_("Bij loonkostenvoordeel"), ["lkv_groepen"]),
        (_("Bij een proefplaatsing"), ["maanden"]),
        (_("Bij een jobcoach"), ["regime", "uren_per_maand", "tarief", "aanbieder"]),
        (_("Bij andere instrumenten"), ["bedrag_per_maand", "bedrag_eenmalig"]),
        (_("Waarom"), ["grondslag", "toelichting"]),
    ]


class Vervangformulier(Besluitformulier):
    """A new decision in place of the old one."""

    reden = forms.CharField(label=_("Waarom verandert het besluit?"), max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["instrument"]


class Risicoformulier(Basisformulier):
    """A pitfall with plan B."""

    code = forms.ChoiceField(label=_("Kies een bekende valkuil"), required=False, choices=[])
    tekst = forms.CharField(label=_("Of beschrijf zelf wat mis kan gaan"), max_length=300, required=False)
    plan_b = forms.CharField(
        label=_("Wat doen we dan?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Leeg bij een bekende valkuil: dan nemen wij het voorstel uit de lijst."),
    )
    wie = forms.CharField(label=_("Wie doet dat?"), max_length=120, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["code"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [("", _("Geen, ik schrijf zelf")), *keuzes(valkuilen())]


class Eindeformulier(Basisformulier):
    """Why it ends or does not go ahead."""

    reden = forms.ChoiceField(label=_("Waarom?"), choices=[("", _("Kies een reden")), *REDENEN_EINDE.items()])
    op = forms.DateField(label=_("Laatste dag"), required=False, widget=forms.DateInput())
    toelichting = forms.CharField(
        label=_("Toelichting"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("De klant kan dit lezen. De werkgever niet."),
    )


class Standformulier(Basisformulier):
    """Other hours or another wage."""

    vanaf = forms.DateField(label=_("Vanaf"), widget=forms.DateInput())
    uren = forms.DecimalField(label=_("Uren per week"), min_value=1, max_value=60, max_digits=4, decimal_places=1)
    loon_per_uur = forms.DecimalField(
        label=_("Bruto loon per uur in euro"),
        required=False,
        max_digits=7,
        decimal_places=2,
        help_text=_("De subsidie hangt af van het minimumloon, niet van dit loon."),
    )
    reden = forms.CharField(label=_("Waarom?"), required=False, max_length=300)


class Metingformulier(Basisformulier):
    """A measured loonwaarde."""

    gemeten_op = forms.DateField(label=_("Gemeten op"), widget=forms.DateInput())
    geldt_vanaf = forms.DateField(label=_("Geldt vanaf"), widget=forms.DateInput())
    loonwaarde = forms.DecimalField(
        label=_("Loonwaarde in procent"),
        min_value=0,
        max_value=100,
        max_digits=5,
        decimal_places=2,
        help_text=_("De waarde van dit werk, in procent van het minimumloon."),
    )
    methode = forms.CharField(label=_("Hoe is er gemeten?"), max_length=120)
    door_wie = forms.CharField(label=_("Wie heeft gemeten?"), max_length=120)
    praktijkroute = forms.BooleanField(
        label=_("Dit was voor de praktijkroute"),
        required=False,
        help_text=_("Is de loonwaarde lager dan 100? Dan krijgt u een taak om die door te geven."),
    )
    toelichting = forms.CharField(
        label=_("Toelichting"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Dit blijft bij de gemeente."),
    )


class Uitbetalingformulier(Basisformulier):
    """What was paid for a month."""

    maand = forms.DateField(
        label=_("Voor welke maand?"), widget=forms.DateInput(), help_text=_("Kies een dag in die maand.")
    )
    bedrag = forms.DecimalField(
        label=_("Bedrag in euro"),
        max_digits=10,
        decimal_places=2,
        help_text=_("Kwam er geld terug? Zet er een min voor."),
    )
    betaald_op = forms.DateField(label=_("Betaald op"), widget=forms.DateInput())
    kenmerk = forms.CharField(label=_("Kenmerk"), required=False, max_length=60)


class Weigerformulier(Basisformulier):
    """Why a decision does not go ahead."""

    reden = forms.CharField(label=_("Waarom bent u het er niet mee eens?"), max_length=300)


class Naproefformulier(Basisformulier):
    """What comes after the trial."""

    keuze = forms.ChoiceField(label=_("Hoe gaat het verder?"), choices=list(NA_PROEF.items()), widget=forms.RadioSelect)
    maanden = forms.IntegerField(
        label=_("Hoeveel maanden duurt de hele proef?"),
        required=False,
        min_value=1,
        max_value=12,
        help_text=_("Alleen als de proef langer duurt."),
    )
    contract_tot = forms.DateField(
        label=_("Contract tot"),
        required=False,
        widget=forms.DateInput(),
        help_text=_("Alleen bij een baan. Leeg als het contract geen einde heeft."),
    )
    toelichting = forms.CharField(
        label=_("Wat zeggen klant en werkgever?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("De klant kan dit lezen. De werkgever niet."),
    )
