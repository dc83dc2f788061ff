"""Forms of this room."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.catalogus import keuzes
from werklandschap.kern.basis.openbaar import OpenbaarFormulier
from werklandschap.kern.organisaties.models import Gemeente, Partnerorganisatie
from werklandschap.kern.relaties.models import Contactpersoon, Werkgever
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.formulieren import Basisformulier
from werklandschap.werkgever.contact.actions import Werkgevermelding
from werklandschap.werkgever.contact.catalogi import kanssoorten


class Meldformulier(OpenbaarFormulier):
    """What we need to call back a company."""

    gemeente = forms.ModelChoiceField(
        label=_("In welke gemeente is uw bedrijf?"), queryset=Gemeente.objects.all(), empty_label=_("Kies een gemeente")
    )
    bedrijf = forms.CharField(label=_("Naam van uw bedrijf"), max_length=200)
    kvk_nummer = forms.CharField(
        label=_("KVK-nummer"), max_length=12, required=False, help_text=_("8 cijfers. Weet u het niet? Laat het leeg.")
    )
    plaats = forms.CharField(label=_("Plaats"), max_length=80, required=False)
    vraag = forms.CharField(
        label=_("Waar kunnen we u mee helpen?"), max_length=3000, widget=forms.Textarea(attrs={"rows": 5})
    )
    naam = forms.CharField(label=_("Uw naam"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    telefoon = forms.CharField(
        label=_("Telefoonnummer"),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    email = forms.EmailField(
        label=_("E-mailadres"), required=False, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )

    def melding(self) -> Werkgevermelding:
        """What was typed."""
        return Werkgevermelding(**{n: self.cleaned_data[n] for n in Werkgevermelding.__dataclass_fields__})


class Kansformulier(Basisformulier):
    """A chance and who takes the next step."""

    code = forms.ChoiceField(
        label=_("Welke kans ziet u?"), choices=lambda: keuzes(kanssoorten()), widget=forms.RadioSelect
    )
    toelichting = forms.CharField(
        label=_("Wat wil het bedrijf?"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    volgende_stap = forms.CharField(
        label=_("Volgende stap"), required=False, max_length=200, help_text=_("Leeg: de stap die meestal past.")
    )
    voor_op = forms.DateField(label=_("Klaar voor"))
    wie = forms.ModelChoiceField(label=_("Wie doet dat?"), queryset=Gebruiker.objects.none())

    def __init__(self, *args: Any, gebruiker: Gebruiker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["wie"]
        assert isinstance(veld, forms.ModelChoiceField)
        veld.queryset = Gebruiker.objects.collega_s_van(gebruiker)
        veld.initial = gebruiker


class Verhaalformulier(Basisformulier):
    """The story of a company, with who allows it to be told."""

    kop = forms.CharField(label=_("Kop"), max_length=150)
    kans = forms.ChoiceField(label=_("Welke vraag had het bedrijf?"), choices=lambda: keuzes(kanssoorten()))
    verhaal = forms.CharField(
        label=_("Wat deed het bedrijf, en wat leverde het op?"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Noem geen kandidaten of medewerkers."),
    )
    toestemming_van = forms.ModelChoiceField(
        label=_("Wie van het bedrijf gaf toestemming?"), queryset=Contactpersoon.objects.none(), empty_label=_("Kies")
    )
    toestemming_op = forms.DateField(label=_("Toestemming op"), initial=timezone.localdate)

    def __init__(self, *args: Any, werkgever: Werkgever, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["toestemming_van"]
        assert isinstance(veld, forms.ModelChoiceField)
        veld.queryset = werkgever.contactpersonen.filter(actief=True)


class Ontwikkelingformulier(Basisformulier):
    """What changes at or around a company."""

    tekst = forms.CharField(label=_("Wat speelt er?"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
    bron = forms.CharField(label=_("Waar staat dat?"), required=False, max_length=200)
    op = forms.DateField(label=_("Datum"), initial=timezone.localdate)


class Arbeidsmarktformulier(Basisformulier):
    """A dated table of the labour market."""

    naam = forms.CharField(label=_("Naam van de tabel"), max_length=150)
    bron = forms.CharField(label=_("Bron"), max_length=200)
    peildatum = forms.DateField(label=_("Peildatum"))
    bestand = forms.FileField(label=_("Bestand (CSV)"))

    def clean_bestand(self) -> Any:
        """At most one megabyte, readable as text."""
        bestand = self.cleaned_data["bestand"]
        if bestand.size > 1_000_000:
            raise forms.ValidationError(_("Het bestand is te groot (hooguit 1 MB)."))
        try:
            self._tekst = bestand.read().decode("utf-8-sig")
        except UnicodeDecodeError as fout:
            raise forms.ValidationError(_("Bewaar het bestand als CSV in UTF-8.")) from fout
        return bestand

    def tekst(self) -> str:
        """What the file holds; only after `is_valid()`."""
        return str(self._tekst)


class Doorverwijsformulier(Basisformulier):
    """A question for another desk."""

    vraag = forms.CharField(label=_("Wat is de vraag?"), max_length=3000, widget=forms.Textarea(attrs={"rows": 3}))
    naar = forms.ModelChoiceField(
        label=_("Wie kan helpen?"), queryset=Partnerorganisatie.objects.none(), empty_label=_("Kies een organisatie")
    )
    wie_daar = forms.CharField(label=_("Wie belt het bedrijf daar?"), required=False, max_length=120)
    controle_op = forms.DateField(label=_("Wanneer vraagt u na?"), required=False, help_text=_("Leeg: over een week."))

    def __init__(self, *args: Any, gebruiker: Gebruiker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["naar"]
        assert isinstance(veld, forms.ModelChoiceField)
        veld.queryset = Partnerorganisatie.objects.voor(gebruiker).filter(actief=True).order_by("naam")
