"""Forms of this tile."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.profielen.catalogi import certificaatkeuzes
from werklandschap.ontwerp.formulieren import Basisformulier
from werklandschap.werkzoekende.opleiden import catalogus
from werklandschap.werkzoekende.opleiden.models import Traject

DAGEN_PER_MAAND = 365.25 / 12


def _certificaten() -> list[tuple[str, Any]]:
    return [("", _("Geen")), *certificaatkeuzes()]


class Trajectformulier(Basisformulier):
    """A training to agree on."""

    vorm = forms.ChoiceField(label=_("Vorm"), choices=lambda: [(v.code, v.naam) for v in catalogus.vormen()])
    naam = forms.CharField(label=_("Welke opleiding?"), max_length=150)
    aanbieder = forms.CharField(label=_("Bij wie?"), max_length=150, required=False)
    van = forms.DateField(label=_("Begint op"))
    tot = forms.DateField(label=_("Duurt tot en met"), required=False)
    kosten = forms.DecimalField(label=_("Kosten in euro"), min_value=0, max_digits=8, decimal_places=2, required=False)
    certificaat = forms.ChoiceField(label=_("Certificaat aan het eind"), choices=_certificaten, required=False)
    inhoud = forms.CharField(
        label=_("Wat leert iemand daar?"),
        help_text=_("In gewone woorden. Aan het eind stellen we hieruit competenties voor."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=5000,
        required=False,
    )


class Afrondformulier(Basisformulier):
    """The result, with the certificate and its end."""

    afgerond_op = forms.DateField(label=_("Afgerond op"), initial=timezone.localdate)
    resultaat = forms.CharField(label=_("Wat is het resultaat?"), max_length=300, required=False)
    certificaat = forms.ChoiceField(label=_("Certificaat gehaald"), choices=_certificaten, required=False)
    geldig_tot = forms.DateField(
        label=_("Certificaat geldig tot en met"),
        help_text=_("Kijk op het bewijs: die datum telt. Leeg: zonder einddatum."),
        required=False,
    )
    bewijs_gezien = forms.BooleanField(label=_("Ik heb het bewijs gezien"), required=False)

    werkprocessen = forms.CharField(
        label=_("Welke werkprocessen staan op de verklaring?"),
        help_text=_("Elk werkproces op een eigen regel, zoals het op de praktijkverklaring staat."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=4000,
        required=False,
    )

    def __init__(self, *args: Any, traject: Traject, **kwargs: Any) -> None:
        maanden = catalogus.geldig_maanden(traject.certificaat)
        tot = timezone.localdate() + timedelta(days=round(maanden * DAGEN_PER_MAAND)) if maanden else None
        super().__init__(*args, initial={"certificaat": traject.certificaat, "geldig_tot": tot}, **kwargs)
        vorm = catalogus.vorm(traject.vorm)
        if vorm is None or vorm.vorm != "praktijkverklaring":
            del self.fields["werkprocessen"]

    def clean_werkprocessen(self) -> list[str]:
        """One per line."""
        regels: list[str] = self.cleaned_data["werkprocessen"].splitlines()
        return regels


class Stopformulier(Basisformulier):
    """Why it ends."""

    stopreden = forms.ChoiceField(label=_("Wat voor reden?"), choices=Traject.Stopreden.choices)
    reden = forms.CharField(label=_("Waarom stopt de opleiding?"), max_length=300)
