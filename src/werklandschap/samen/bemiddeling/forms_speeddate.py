"""Forms for speed dates."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.dossiers.models import Dossier
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.formulieren import Basisformulier
from werklandschap.samen.bemiddeling.forms import Mensenveld
from werklandschap.samen.bemiddeling.models import Speeddate, Speeddatekandidaat, Speeddatevoorkeur, Wens


class _Profielkeuze(forms.ModelChoiceField):
    def label_from_instance(self, obj: Werkprofiel) -> str:
        return f"{obj.werkgever.naam}: {obj.titel}"


class Speeddateformulier(Basisformulier):
    """The event."""

    naam = forms.CharField(label=_("Naam"), max_length=120)
    begin = forms.DateTimeField(label=_("Wanneer begint het?"), widget=forms.DateTimeInput())
    waar = forms.CharField(label=_("Waar?"), max_length=200)
    rondes = forms.IntegerField(label=_("Aantal rondes"), min_value=1, max_value=30, initial=6)
    minuten = forms.IntegerField(label=_("Minuten per gesprek"), min_value=3, max_value=60, initial=10)
    wissel = forms.IntegerField(label=_("Minuten om te wisselen"), min_value=0, max_value=15, initial=2)
    pauze_na = forms.CharField(
        label=_("Pauze na ronde"), max_length=40, required=False, help_text=_("Meer pauzes? Schrijf bijvoorbeeld 3, 6.")
    )
    pauze_minuten = forms.IntegerField(label=_("Minuten pauze"), min_value=0, max_value=120, initial=15)
    max_gesprekken = forms.IntegerField(label=_("Hooguit gesprekken per kandidaat"), min_value=1, initial=5)
    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)


class Werkgevererbij(Basisformulier):
    """An employer at the event."""

    werkprofiel = _Profielkeuze(label=_("Welk bedrijf, voor welk werk?"), queryset=Werkprofiel.objects.none())
    tafels = forms.IntegerField(label=_("Aantal tafels"), min_value=1, max_value=20, initial=1)
    ruimte = forms.CharField(label=_("Zaal"), max_length=60, required=False)

    def __init__(self, *args: Any, gebruiker: Gebruiker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["werkprofiel"]
        assert isinstance(veld, forms.ModelChoiceField)
        veld.queryset = (
            Werkprofiel.objects.voor(gebruiker).zoekbaar().select_related("werkgever").order_by("werkgever__naam", "id")
        )


class Kandidaaterbij(Basisformulier):
    """A candidate to invite."""

    dossier = Mensenveld(label=_("Wie nodigt u uit?"))

    def __init__(self, *args: Any, gebruiker: Gebruiker, speeddate: Speeddate, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.speeddate = speeddate
        veld = self.fields["dossier"]
        assert isinstance(veld, Mensenveld)
        veld.zoek_voor(gebruiker)

    def clean_dossier(self) -> Dossier:
        """Not who takes part already."""
        dossier: Dossier = self.cleaned_data["dossier"]
        mee = self.speeddate.kandidaten.exclude(status=Speeddatekandidaat.Status.AFGEMELD)
        if mee.filter(dossier=dossier).exists():
            raise forms.ValidationError(_("{naam} doet al mee.").format(naam=dossier.werkzoekende.naam))
        return dossier


class Wensenformulier(Basisformulier):
    """Who one side likes to meet; for a candidate also how many talks, and from which round.

    `kant` is kandidaat or werkgever. A colleague sees the match and what the other side wishes, nobody else does.
    """

    grens = forms.IntegerField(label=_("Hooguit zoveel gesprekken"), min_value=1, required=False)
    vanaf_ronde = forms.IntegerField(label=_("Kan vanaf ronde"), min_value=1, initial=1)

    def __init__(
        self, *args: Any, voorkeuren: list[Speeddatevoorkeur], kant: str, voor_collega: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.voorkeuren, self.kant = voorkeuren, kant
        if kant == "werkgever":
            del self.fields["grens"], self.fields["vanaf_ronde"]
        elif not voor_collega:
            del self.fields["vanaf_ronde"]
        for voorkeur in voorkeuren:
            self.fields[f"wens_{voorkeur.pk}"] = forms.TypedChoiceField(
                label=_ander(voorkeur, kant),
                help_text=_uitleg(voorkeur, kant) if voor_collega else "",
                choices=Wens.choices,
                coerce=int,
                initial=getattr(voorkeur, f"wens_{kant}"),
            )

    def wensen(self) -> dict[int, int]:
        """{the other one at the event: wish}."""
        ander = "werkgever_id" if self.kant == "kandidaat" else "kandidaat_id"
        return {getattr(v, ander): self.cleaned_data[f"wens_{v.pk}"] for v in self.voorkeuren}


def _ander(voorkeur: Speeddatevoorkeur, kant: str) -> str:
    if kant == "werkgever":
        return str(voorkeur.kandidaat.dossier.werkzoekende.naam)
    profiel = voorkeur.werkgever.werkprofiel
    return f"{profiel.werkgever.naam}: {profiel.titel}"


def _uitleg(voorkeur: Speeddatevoorkeur, kant: str) -> str:
    zin = _("Match: {match} van 1000. De werkgever zegt: {wens}.")
    wens = voorkeur.get_wens_werkgever_display()
    if kant == "werkgever":
        zin, wens = _("Match: {match} van 1000. De kandidaat zegt: {wens}."), voorkeur.get_wens_kandidaat_display()
    return str(zin).format(match=voorkeur.match, wens=str(wens).lower())
