"""Forms of this room."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from werklandschap.ontwerp.formulieren import Basisformulier


class Badgebestand(Basisformulier):
    """The file of a badge."""

    bestand = forms.FileField(
        label=_("Bestand van de badge"),
        help_text=_("Een plaatje (PNG of SVG) of een bestand met JSON, hooguit 2 MB."),
        error_messages={"empty": _("Dit bestand is leeg. Kies een ander bestand.")},
        widget=forms.ClearableFileInput(attrs={"accept": ".png,.svg,.json,.jsonld,.jws,.jwt,.txt"}),
    )


class Badgeformulier(Badgebestand):
    """The same, with another address of the person a professional vouches for."""

    adres = forms.EmailField(
        label=_("Kreeg deze persoon de badge op een ander e-mailadres?"),
        help_text=_(
            "Bijvoorbeeld een adres van school. Vul het alleen in als u zeker weet dat het van deze persoon is."
        ),
        required=False,
    )


class Uitgeverformulier(Basisformulier):
    """An issuer to trust."""

    naam = forms.CharField(label=_("Naam van de uitgever"), max_length=150)
    kenmerk = forms.CharField(
        label=_("Kenmerk"),
        help_text=_("Zo heet de uitgever in zijn badges: een webadres of een DID. U ziet het bij een badge."),
        max_length=300,
    )
    sleutels = forms.CharField(
        label=_("Openbare sleutel"),
        help_text=_(
            "Plak wat de uitgever publiceert: PEM, JWK of JWKS, een DID-document of een profiel. "
            "Meer dan een mag onder elkaar. Niet nodig als het kenmerk met did:key of did:jwk begint."
        ),
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
        max_length=50_000,
        required=False,
    )
    bron = forms.CharField(
        label=_("Waar hebt u het kenmerk en de sleutel vandaan?"),
        help_text=_("Bijvoorbeeld: website van de school, bekeken op 3 maart 2026."),
        max_length=300,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sleutels"].strip = False  # type: ignore[attr-defined]
