"""Forms of this room."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.catalogus import keuzes
from werklandschap.kern.basis.openbaar import OpenbaarFormulier
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.ontwerp.formulieren import Basisformulier
from werklandschap.samen.bemiddeling.controle import mag_werkgever_niet_weten
from werklandschap.samen.nazorg.catalogus import EVALUATIEBESLUITEN, REDENEN_STOP, probleemsoorten, sjablonen
from werklandschap.samen.nazorg.models import Nazorgcontact, Probleem

OORDELEN = [("", _("Niet gevraagd")), *[(cijfer, str(cijfer)) for cijfer in range(1, 6)]]


def _nazorggevers(gebruiker: Gebruiker) -> Any:
    return Gebruiker.objects.met_recht(Recht.NAZORG_GEVEN).filter(gemeente=gebruiker.gemeente_id)


def _oordeel(label: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=OORDELEN,
        coerce=int,
        empty_value=None,
        required=False,
        help_text=_("1 is slecht, 5 is goed."),
    )


class Nazorgfilter(Basisformulier):
    """Whose contacts to show."""

    van = forms.ChoiceField(
        label=_("Van wie"), required=False, choices=[("mij", _("Van mij")), ("alle", _("Van iedereen"))]
    )


class Planformulier(Basisformulier):
    """How long, how often, by whom."""

    sjabloon = forms.ChoiceField(label=_("Hoe vaak is er contact?"), choices=[])
    van = forms.DateField(label=_("Vanaf"), widget=forms.DateInput())
    tot = forms.DateField(
        label=_("Tot en met"),
        required=False,
        widget=forms.DateInput(),
        help_text=_("Leeg: zo lang als gewoon is bij deze vorm."),
    )
    contactpersoon = forms.ModelChoiceField(label=_("Vast contact"), queryset=Gebruiker.objects.none())
    inhoud = forms.CharField(label=_("Wat doen we?"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    aanbieder = forms.CharField(
        label=_("Jobcoach van"), required=False, max_length=150, help_text=_("Alleen als u een jobcoach inkoopt.")
    )
    uren = forms.DecimalField(label=_("Uren jobcoach"), required=False, min_value=0, max_digits=6, decimal_places=1)
    kosten = forms.DecimalField(label=_("Kosten in euro"), required=False, min_value=0, max_digits=10, decimal_places=2)

    def __init__(self, *args: Any, gebruiker: Gebruiker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vorm, wie = self.fields["sjabloon"], self.fields["contactpersoon"]
        assert isinstance(vorm, forms.ChoiceField)
        assert isinstance(wie, forms.ModelChoiceField)
        vorm.choices = [(s.code, f"{s.naam}: {s.uitleg}") for s in sjablonen()]
        wie.queryset = _nazorggevers(gebruiker)


class Contactformulier(Basisformulier):
    """How it goes."""

    gehouden_op = forms.DateField(label=_("Wanneer sprak u?"), widget=forms.DateInput())
    met_wie = forms.ChoiceField(label=_("Met wie?"), choices=Nazorgcontact._meta.get_field("met_wie").flatchoices)
    oordeel_klant = _oordeel(_("Hoe gaat het volgens de klant?"))
    oordeel_werkgever = _oordeel(_("Hoe gaat het volgens de werkgever?"))
    verslag = forms.CharField(
        label=_("Verslag"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Dit blijft bij de gemeente. Vraag nooit naar een ziekte."),
    )


class Evaluatieformulier(Basisformulier):
    """Looking back together."""

    op = forms.DateField(label=_("Wanneer?"), widget=forms.DateInput())
    oordeel_klant = _oordeel(_("Hoe gaat het volgens de klant?"))
    oordeel_werkgever = _oordeel(_("Hoe gaat het volgens de werkgever?"))
    verslag = forms.CharField(label=_("Wat zeggen klant en werkgever?"), widget=forms.Textarea(attrs={"rows": 4}))
    besluit = forms.ChoiceField(label=_("Hoe gaan we verder?"), choices=list(EVALUATIEBESLUITEN.items()))


class Probleemformulier(Basisformulier):
    """What is the matter."""

    soort = forms.ChoiceField(label=_("Wat is er aan de hand?"), choices=[])
    urgentie = forms.ChoiceField(
        label=_("Hoe dringend is het?"), choices=Probleem._meta.get_field("urgentie").flatchoices, initial="snel"
    )
    tekst = forms.CharField(label=_("Vertel kort wat er gebeurt"), widget=forms.Textarea(attrs={"rows": 4}))
    gemeld_door_wie = forms.ChoiceField(
        label=_("Wie meldt dit?"), choices=Probleem._meta.get_field("gemeld_door_wie").flatchoices
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["soort"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [("", _("Kies")), *keuzes(probleemsoorten())]


class Telefoonmelding(Probleemformulier):
    """The same, with how a colleague heard it."""

    kanaal = forms.ChoiceField(
        label=_("Hoe hoorde u het?"),
        choices=[(k.value, k.label) for k in (Probleem.Kanaal.TELEFOON, Probleem.Kanaal.GESPREK)],
    )


class Linkmelding(OpenbaarFormulier):
    """A problem from the link in a mail."""

    soort = forms.ChoiceField(label=_("Waar gaat het over?"), choices=[])
    urgentie = forms.ChoiceField(
        label=_("Hoe snel moet er iets gebeuren?"),
        choices=[("nu", _("Nu meteen")), ("snel", _("Snel")), ("gewoon", _("Het kan even wachten"))],
        initial="snel",
        widget=forms.RadioSelect,
    )
    tekst = forms.CharField(
        label=_("Wat is er aan de hand?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 5})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["soort"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [("", _("Kies")), *keuzes(probleemsoorten())]


class Gespreksformulier(Basisformulier):
    """A talk about a problem."""

    met_wie = forms.CharField(label=_("Met wie sprak u?"), max_length=120)
    tekst = forms.CharField(
        label=_("Wat is besproken?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Dit blijft bij de gemeente. Vraag nooit naar een ziekte."),
    )


class Vormformulier(Basisformulier):
    """Another rhythm."""

    sjabloon = forms.ChoiceField(label=_("Hoe vaak is er contact?"), choices=[])
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["sjabloon"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [(s.code, f"{s.naam}: {s.uitleg}") for s in sjablonen()]


class Antwoordformulier(Basisformulier):
    """The answer to a problem. The box is only there when an employer reads it and a word may be a problem."""

    antwoord = forms.CharField(
        label=_("Wat heeft u gedaan of afgesproken?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Wie het meldde, leest dit en krijgt een e-mail. Zet er niets in over een ander."),
    )
    opgelost = forms.BooleanField(label=_("Het is opgelost"), required=False)
    waarschuwing_gelezen = forms.BooleanField(
        label=_("Ik heb de tekst nagekeken. Er staat niets in dat de werkgever niet mag weten."), required=False
    )

    def __init__(self, *args: Any, voor_werkgever: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not (voor_werkgever and self.is_bound and mag_werkgever_niet_weten(self.data.get("antwoord", ""))):
            self.fields["waarschuwing_gelezen"].widget = forms.HiddenInput()


class Wisselformulier(Basisformulier):
    """Another fixed contact."""

    naar = forms.ModelChoiceField(label=_("Wie wordt het vaste contact?"), queryset=Gebruiker.objects.none())
    reden = forms.CharField(
        label=_("Waarom?"), max_length=300, help_text=_("Klant en werkgever lezen dit en krijgen bericht.")
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, gebruiker: Gebruiker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["naar"]
        assert isinstance(veld, forms.ModelChoiceField)
        veld.queryset = _nazorggevers(gebruiker)


class Verlengformulier(Basisformulier):
    """Until when aftercare goes on."""

    tot = forms.DateField(label=_("Tot en met"), widget=forms.DateInput())
    versie = forms.IntegerField(widget=forms.HiddenInput)


class Stopformulier(Basisformulier):
    """Why aftercare stops."""

    reden = forms.ChoiceField(label=_("Waarom?"), choices=[("", _("Kies een reden")), *REDENEN_STOP.items()])
    toelichting = forms.CharField(label=_("Toelichting"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    versie = forms.IntegerField(widget=forms.HiddenInput)


class Doorplaatsformulier(Basisformulier):
    """Why another job fits better now."""

    reden = forms.CharField(label=_("Waarom past ander werk nu beter?"), widget=forms.Textarea(attrs={"rows": 3}))
    op = forms.DateField(label=_("Laatste dag van dit werk"), widget=forms.DateInput())
