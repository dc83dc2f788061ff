"""Forms of this room."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.catalogus import keuzes
from werklandschap.ontwerp.formulieren import Basisformulier, Basismodelformulier
from werklandschap.regelingen.lkv import GROEPEN
from werklandschap.samen.plaatsing.catalogus import INSTRUMENTEN, REDENEN_EINDE, valkuilen
from werklandschap.samen.plaatsing.models import Plaatsing


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
    grondslag = forms.CharField(label=_("Grondslag"), required=False, max_length=200)
    toelichting = forms.CharField(label=_("Toelichting"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    groepen = [
        ("", ["instrument", "van", "tot"]),
        (_("Bij loonkostensubsidie"), ["loonwaarde", "forfaitair"]),
        (_("Bij loonkostenvoordeel"), ["lkv_groepen"]),
        (_("Bij een proefplaatsing"), ["maanden"]),
        (_("Bij andere instrumenten"), ["bedrag_per_maand"]),
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
