"""Forms of the plan."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.klantbeeld.catalogus import Aspect
from werklandschap.kern.klantbeeld.forms import aspectkeuzes
from werklandschap.kern.organisaties.models import Partnerorganisatie
from werklandschap.kern.plannen.models import Doel, Plan
from werklandschap.kern.plannen.sjablonen import plansjablonen
from werklandschap.ontwerp.formulieren import Basisformulier

DOELSOORTEN = [("leren", _("Leerdoel")), ("doen", _("Iets regelen of doen"))]
WIE = [("klant", _("Klant")), ("professional", _("Professional")), ("partner", _("Partner"))]


class Planformulier(Basisformulier):
    """The perspective in the person's own words, and when to look back."""

    perspectief = forms.CharField(
        label=_("Wat wilt u bereiken?"),
        help_text=_("In de eigen woorden van de klant."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    evalueren_op = forms.DateField(label=_("Samen terugkijken op"), required=False)
    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)


class Doelformulier(Basisformulier):
    """A small goal."""

    tekst = forms.CharField(label=_("Doel"), max_length=300, help_text=_("Klein en haalbaar, in gewone woorden."))
    soort = forms.ChoiceField(label=_("Soort doel"), choices=DOELSOORTEN, initial="leren")
    aspect = forms.ChoiceField(label=_("Gaat over"), required=False)

    def __init__(self, *args: Any, zichtbaar: dict[str, Aspect], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["aspect"].choices = aspectkeuzes(zichtbaar)  # type: ignore[attr-defined]


class Stapformulier(Basisformulier):
    """Who does what by when."""

    tekst = forms.CharField(label=_("Stap"), max_length=300, help_text=_("Wat gaat er precies gebeuren?"))
    wie = forms.ChoiceField(label=_("Wie"), choices=WIE, initial="klant")
    wie_naam = forms.CharField(label=_("Naam"), max_length=120, required=False)
    voor_op = forms.DateField(label=_("Voor"), required=False)


class Afrondformulier(Basisformulier):
    """A step that was set."""

    resultaat = forms.CharField(label=_("Wat ging goed?"), max_length=300, required=False)
    gedaan_op = forms.DateField(label=_("Gedaan op"), initial=timezone.localdate, required=False)


class Akkoordformulier(Basisformulier):
    """How the person agreed."""

    hoe = forms.ChoiceField(
        label=_("Hoe is het akkoord gegeven?"),
        choices=[("gesprek", _("In een gesprek")), ("papier", _("Op papier"))],
        widget=forms.RadioSelect,
        initial="gesprek",
    )
    op = forms.DateField(label=_("Wanneer?"), initial=timezone.localdate)
    reactie = forms.CharField(
        label=_("Wat zei de klant erover?"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


def _sjabloonkeuzes() -> list[tuple[str, Any]]:
    return [("", _("Kies een voorbeeld")), *((s.code, f"{s.naam}. {s.uitleg}") for s in plansjablonen())]


class Sjabloonformulier(Basisformulier):
    """Which template to begin from."""

    sjabloon = forms.ChoiceField(label=_("Voorbeeld"), choices=_sjabloonkeuzes)


DEELTERMIJN = timedelta(days=182)


class Deelformulier(Basisformulier):
    """Which goals to share with which partner, until when."""

    partner = forms.ModelChoiceField(label=_("Met wie?"), queryset=Partnerorganisatie.objects.none())
    doelen = forms.ModelMultipleChoiceField(
        label=_("Welke doelen?"),
        queryset=Doel.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("De partner ziet alleen deze doelen met hun stappen, en de naam en het telefoonnummer."),
    )
    tot = forms.DateField(label=_("Tot en met"))

    def __init__(self, *args: Any, dossier: Dossier, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        partner, doelen = self.fields["partner"], self.fields["doelen"]
        assert isinstance(partner, forms.ModelChoiceField)
        assert isinstance(doelen, forms.ModelMultipleChoiceField)
        partner.queryset = Partnerorganisatie.objects.filter(gemeenten=dossier.gemeente_id, actief=True)
        doelen.queryset = (
            Doel.objects.filter(plan__dossier=dossier, status=Doel.Status.OPEN)
            .exclude(plan__status=Plan.Status.VERVANGEN)
            .select_related("plan")
        )
        self.fields["tot"].initial = timezone.localdate() + DEELTERMIJN
