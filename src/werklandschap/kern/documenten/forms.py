"""Forms of documents."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.documenten.keuring import EINDES, MAX_BYTES
from werklandschap.kern.documenten.models import NODIG, Onderwerp
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.formulieren import Basisformulier


class Bestandformulier(Basisformulier):
    """A file with a few words, as the person adds one."""

    bestand = forms.FileField(
        label=_("Bestand"),
        help_text=_(
            "PDF, foto (JPG, PNG), Word, Excel of ODT. Hooguit 10 MB. Geen kopie van een paspoort of ID-kaart."
        ),
        widget=forms.FileInput(attrs={"accept": ",".join(EINDES)}),
    )
    toelichting = forms.CharField(label=_("Wat is dit?"), max_length=300, required=False)

    def clean_bestand(self) -> Any:
        """Refuse what is too large before it is read."""
        bestand = self.cleaned_data["bestand"]
        if bestand.size > MAX_BYTES:
            raise forms.ValidationError(_("Het bestand is groter dan 10 MB. Maak het kleiner of deel het op."))
        return bestand

    def gegevens(self) -> dict[str, Any]:
        """The fields as `voeg_document_toe` takes them."""
        schoon = dict(self.cleaned_data)
        bestand = schoon.pop("bestand")
        return {**schoon, "naam": bestand.name, "inhoud": bestand.read()}


class Documentformulier(Bestandformulier):
    """What a colleague adds: also who may see it."""

    onderwerp = forms.ChoiceField(label=_("Wie mag dit zien?"), initial=Onderwerp.GEWOON)
    voor_inwoner = forms.BooleanField(label=_("De klant ziet dit ook, op Mijn werklandschap"), required=False)

    def __init__(self, *args: Any, gebruiker: Gebruiker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["onderwerp"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [
            (code, label) for code, label in Onderwerp.choices if code not in NODIG or gebruiker.heeft(NODIG[code])
        ]
