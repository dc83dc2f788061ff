"""The desk form and the public form."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.catalogus import keuzes
from werklandschap.kern.dossiers import catalogi
from werklandschap.kern.dossiers.forms import Persoonsvelden, contactkeuzes
from werklandschap.kern.dossiers.gegevens import fouten_in, gegevens_uit
from werklandschap.kern.dossiers.models import Kanaal
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.ontwerp.formulieren import Basisformulier
from werklandschap.werkzoekende.melding.gegevens import Meldgegevens
from werklandschap.werkzoekende.melding.models import Terugkoppeling


class Meldformulier(Persoonsvelden):
    """A request at the desk or by telephone: one page, the question first."""

    kanaal = forms.ChoiceField(
        label=_("Hoe komt de melding binnen?"),
        choices=[(k.value, k.label) for k in (Kanaal.BALIE, Kanaal.TELEFOON, Kanaal.EMAIL, Kanaal.PARTNER)],
        initial=Kanaal.BALIE,
        widget=forms.RadioSelect,
    )
    hulpvraag = forms.CharField(
        label=_("Waar vraagt deze persoon hulp bij?"),
        help_text=_("Schrijf het op in de woorden van de persoon zelf."),
        widget=forms.Textarea(attrs={"rows": 3, "autofocus": True}),
    )
    bsn = forms.CharField(
        label=_("BSN"),
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )
    signalen = forms.MultipleChoiceField(
        label=_("Wat merkt u nog meer?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Bij elk signaal komt een taak met een datum. Anderen lezen neutrale woorden."),
    )
    doelgroep = forms.ChoiceField(label=_("Doelgroep in de wet"), required=False)
    inkomensaanvraag = forms.CharField(
        label=_("Nummer van de aanvraag voor inkomen"),
        required=False,
        max_length=40,
        help_text=_("Loopt er een aanvraag mee? Dan vragen wij niets daarvan opnieuw."),
    )
    inkomensaanvraag_op = forms.DateField(label=_("Datum van die aanvraag"), required=False)
    ik = forms.BooleanField(label=_("Ik word verantwoordelijk voor deze persoon"), required=False)
    groepen = [
        (_("De vraag"), ["kanaal", "hulpvraag"]),
        (_("Wie is het?"), ["voornaam", "tussenvoegsel", "achternaam", "geboortedatum", "bsn"]),
        (
            _("Hoe bereiken we deze persoon?"),
            ["telefoon", "email", "contactwijze", "straat", "huisnummer", "postcode", "plaats"],
        ),
        (_("Taal"), ["taalniveau", "contacttaal"]),
        (_("Signalen"), ["signalen"]),
        (_("Erbij"), ["doelgroep", "inkomensaanvraag", "inkomensaanvraag_op", "ik"]),
    ]

    def __init__(self, *args: Any, met_bsn: bool, gemeente: Gemeente, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        signalen, doelgroep = self.fields["signalen"], self.fields["doelgroep"]
        assert isinstance(signalen, forms.MultipleChoiceField)
        assert isinstance(doelgroep, forms.ChoiceField)
        signalen.choices = keuzes(catalogi.signaalsoorten(gemeente))
        doelgroep.choices = [("", _("Nog niet bekend")), *keuzes(catalogi.doelgroepen())]
        self.fields["achternaam"].required = True
        if not met_bsn:
            del self.fields["bsn"]

    def melding(self) -> Meldgegevens:
        """The cleaned fields as data for an action."""
        data = self.cleaned_data
        return Meldgegevens(
            persoon=self.gegevens(),
            hulpvraag=data["hulpvraag"],
            kanaal=data["kanaal"],
            signalen=tuple(data["signalen"]),
            doelgroep=data["doelgroep"],
            inkomensaanvraag=data["inkomensaanvraag"],
            inkomensaanvraag_op=data["inkomensaanvraag_op"],
        )


# Fields of the public form that a draft keeps.
CONCEPTVELDEN = (
    "gemeente",
    "hulpvraag",
    "voornaam",
    "achternaam",
    "geboortedatum",
    "telefoon",
    "email",
    "contactwijze",
    "straat",
    "huisnummer",
    "postcode",
    "plaats",
)


class Hulpvraagformulier(Basisformulier):
    """The public form: short, in plain words. `website` is a trap that people don't see."""

    gemeente = forms.ModelChoiceField(
        label=_("In welke gemeente woont u?"),
        queryset=Gemeente.objects.order_by("naam"),
        empty_label=_("Kies uw gemeente"),
    )
    hulpvraag = forms.CharField(
        label=_("Waar wilt u hulp bij?"),
        help_text=_("Schrijf het op zoals u het zou zeggen. Een paar woorden is genoeg."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    voornaam = forms.CharField(
        label=_("Uw voornaam"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "given-name"})
    )
    achternaam = forms.CharField(
        label=_("Uw achternaam"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "family-name"})
    )
    geboortedatum = forms.DateField(
        label=_("Uw geboortedatum"), required=False, widget=forms.DateInput(attrs={"autocomplete": "bday"})
    )
    telefoon = forms.CharField(
        label=_("Uw telefoonnummer"),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
        help_text=_("Vul uw telefoonnummer of uw e-mailadres in. Dan kunnen wij u bereiken."),
    )
    email = forms.EmailField(
        label=_("Uw e-mailadres"), required=False, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
    contactwijze = forms.ChoiceField(label=_("Hoe bereiken wij u het best?"), choices=contactkeuzes, initial="telefoon")
    straat = forms.CharField(
        label=_("Straat"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "address-line1"}),
    )
    huisnummer = forms.CharField(label=_("Huisnummer"), max_length=20, required=False)
    postcode = forms.CharField(
        label=_("Postcode"),
        max_length=10,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "postal-code"}),
    )
    plaats = forms.CharField(
        label=_("Woonplaats"),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "address-level2"}),
    )
    teken = forms.CharField(widget=forms.HiddenInput, required=False)
    code = forms.CharField(widget=forms.HiddenInput, required=False)
    groepen = [
        (_("Uw vraag"), ["gemeente", "hulpvraag"]),
        (_("Wie bent u?"), ["voornaam", "achternaam", "geboortedatum"]),
        (_("Hoe bereiken wij u?"), ["telefoon", "email", "contactwijze"]),
        (_("Waar woont u?"), ["straat", "huisnummer", "postcode", "plaats"]),
    ]

    def melding(self) -> Meldgegevens:
        """The cleaned fields as data for an action."""
        data = self.cleaned_data
        return Meldgegevens(persoon=gegevens_uit(data), hulpvraag=data["hulpvraag"], kanaal=Kanaal.FORMULIER)

    def clean(self) -> dict[str, Any]:
        """Say everything that is wrong at once, also while something else is missing."""
        schoon = super().clean() or self.cleaned_data
        fouten = fouten_in(gegevens_uit(schoon))
        self.zet_fouten({naam: tekst for naam, tekst in fouten.items() if naam not in self.errors})
        return schoon


class Codeformulier(Basisformulier):
    """Go on with a draft."""

    code = forms.CharField(
        label=_("Uw code"), max_length=30, widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"})
    )


class Reactieformulier(Codeformulier):
    """Did you feel understood and helped?"""

    antwoord = forms.ChoiceField(
        label=_("Voelde u zich begrepen en geholpen?"),
        choices=Terugkoppeling.Antwoord.choices,
        widget=forms.RadioSelect,
    )
    opmerking = forms.CharField(
        label=_("Wat kan beter?"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


class Signaalformulier(Basisformulier):
    """Add a signal to a dossier."""

    code = forms.ChoiceField(label=_("Wat merkt u?"))
    toelichting = forms.CharField(label=_("Toelichting"), max_length=300, required=False)

    def __init__(self, *args: Any, gemeente: Gemeente, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["code"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [("", _("Kies een signaal")), *keuzes(catalogi.signaalsoorten(gemeente))]
