"""What the searcher can narrow down. Nothing unknown is hidden unless asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.catalogus import keuzes
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.formulieren import Basisformulier
from werklandschap.werkgever.werving.catalogi import redenen_niet
from werklandschap.werkgever.werving.models import Overleg, Overlegkandidaat
from werklandschap.werkgever.werving.overleg import mogelijke_deelnemers

GEKOZEN, EIGEN = _("Hier kwam u voor"), _("Uw werkgevers")
HIER, REGIO = _("Andere werkgevers van uw gemeente"), _("Werkgevers van de regio")


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


class Overlegformulier(Basisformulier):
    """When, where, about which jobs and with whom."""

    naam = forms.CharField(label=_("Naam van het overleg"), max_length=150)
    wanneer = forms.DateTimeField(label=_("Wanneer?"))
    waar = forms.CharField(label=_("Waar?"), required=False, max_length=150)
    werkprofielen = forms.ModelMultipleChoiceField(
        label=_("Over welk werk?"),
        queryset=Werkprofiel.objects.none(),
        widget=forms.CheckboxSelectMultiple(attrs={"class": "wl-kolommen"}),
    )
    deelnemers = forms.ModelMultipleChoiceField(
        label=_("Wie doen mee?"),
        queryset=Gebruiker.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "wl-kolommen"}),
        help_text=_("Collega’s uit de regio en partners. Zij zien geen namen van kandidaten."),
    )

    def __init__(self, *args: Any, gebruiker: Gebruiker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        werk, wie = self.fields["werkprofielen"], self.fields["deelnemers"]
        assert isinstance(werk, forms.ModelMultipleChoiceField)
        assert isinstance(wie, forms.ModelMultipleChoiceField)
        open_ = Werkprofiel.objects.voor(gebruiker).zoekbaar().select_related("werkgever")
        werk.queryset = open_.order_by("werkgever__naam", "titel", "pk")
        wie.queryset = mogelijke_deelnemers(gebruiker).select_related("gemeente", "partnerorganisatie")
        gekozen = {str(sleutel) for sleutel in self.initial.get("werkprofielen", ())}
        werk.choices = _groepen(
            ((_herkomst(p, gebruiker, gekozen), p.pk, f"{p.werkgever.naam}: {p.titel}") for p in werk.queryset),
            eerst=(GEKOZEN, EIGEN, HIER, REGIO),
        )
        wie.choices = _groepen((str(m.gemeente or m.partnerorganisatie), m.pk, m.naam) for m in wie.queryset)


class Bestaandoverlegformulier(Overlegformulier):
    """A planned meeting, with the version that was read."""

    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, gebruiker: Gebruiker, overleg: Overleg) -> None:
        begin = {veld: getattr(overleg, veld) for veld in ("naam", "wanneer", "waar", "versie")}
        for veld in ("werkprofielen", "deelnemers"):
            begin[veld] = list(getattr(overleg, veld).values_list("pk", flat=True))
        super().__init__(*args, gebruiker=gebruiker, initial=begin)


def _herkomst(profiel: Werkprofiel, gebruiker: Gebruiker, gekozen: set[str]) -> Any:
    """Under which heading a job profile stands: what one came for first, then the own employers."""
    if str(profiel.pk) in gekozen:
        return GEKOZEN
    if profiel.werkgever.accountmanager_id == gebruiker.pk:
        return EIGEN
    return HIER if profiel.gemeente_id == gebruiker.gemeente_id else REGIO


def _groepen(
    rijen: Iterable[tuple[Any, int, str]], eerst: Sequence[Any] = ()
) -> list[tuple[Any, list[tuple[int, str]]]]:
    """Choices under headings: those of `eerst` in that order, other headings by name; empty ones are left out."""
    per_kop: dict[Any, list[tuple[int, str]]] = {kop: [] for kop in eerst}
    for kop, sleutel, label in rijen:
        per_kop.setdefault(kop, []).append((sleutel, label))
    rest = sorted(kop for kop in per_kop if kop not in eerst)
    return [(kop, per_kop[kop]) for kop in (*eerst, *rest) if per_kop[kop]]


class Besluitformulier(Basisformulier):
    """What the meeting decides about one candidate."""

    besluit = forms.ChoiceField(label=_("Besluit"), choices=Overlegkandidaat.Besluit.choices)
    reden = forms.ChoiceField(
        label=_("Waarom niet?"),
        required=False,
        choices=lambda: [("", _("Niet van toepassing")), *keuzes(redenen_niet())],
    )
    toelichting = forms.CharField(label=_("Toelichting"), required=False, max_length=300)
