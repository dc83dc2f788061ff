"""Forms of this room."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis.catalogus import keuzes
from werklandschap.kern.relaties.catalogi import UITKOMSTEN, nieuwsonderwerpen, onderwerpen, sector_van_sbi, sectoren
from werklandschap.kern.relaties.duplicaten import zoek_dubbelen_van
from werklandschap.kern.relaties.gegevens import Contactgegevens, Vestigingsgegevens, Werkgevergegevens
from werklandschap.kern.relaties.models import Contactmoment, Contactpersoon, Vestiging, Werkgever
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.ontwerp.formulieren import Basisformulier

GEEN = ("", _("Nog niet bekend"))


def sectorkeuzes() -> list[tuple[str, Any]]:
    """The sectors, an empty choice first."""
    return [GEEN, *keuzes(sectoren())]


class MetSectorvoorstel(Basisformulier):
    """A form with a sector and the SBI code of the trade register: the code proposes a sector where none is known."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sbi = self["sbi"].value() or ""
        voorstel = sector_van_sbi(sbi, timezone.localdate())
        if voorstel and not self.initial.get("sector"):
            self.initial["sector"] = voorstel
            self.fields["sector"].help_text = _("Voorstel bij SBI-code %(sbi)s. Past een andere beter? Kies die.") % {
                "sbi": sbi
            }


def _lang(label: Any, hulp: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hulp, required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 3})
    )


class Profielformulier(MetSectorvoorstel):
    """The profile of a company."""

    naam = forms.CharField(label=_("Naam van het bedrijf"), max_length=200)
    kvk_nummer = forms.CharField(
        label=_("KVK-nummer"), max_length=12, required=False, help_text=_("8 cijfers, bijvoorbeeld 12345678.")
    )
    sector = forms.ChoiceField(label=_("Sector"), choices=sectorkeuzes, required=False)
    sbi = forms.CharField(label=_("SBI-code"), max_length=6, required=False)
    grootte = forms.ChoiceField(label=_("Grootte"), choices=[GEEN, *Werkgever.Grootte.choices], required=False)
    website = forms.URLField(label=_("Website"), required=False, assume_scheme="https")
    leerbedrijf = forms.ChoiceField(
        label=_("Erkend leerbedrijf"),
        choices=[GEEN, *Werkgever.Leerbedrijf.choices],
        required=False,
        help_text=_("Nodig voor bbl, bol en de praktijkverklaring."),
    )
    kenmerken = _lang(_("Wat voor bedrijf is het?"))
    producten = _lang(_("Producten en diensten"))
    werkprocessen = _lang(_("Hoe gaat het werk?"), _("Bijvoorbeeld: ploegen, seizoenen, machines."))
    missie = _lang(_("Missie"))
    hulpvraag = _lang(_("Wat is de vraag van het bedrijf?"))
    verwachtingen = _lang(_("Wat verwachten we van elkaar?"))
    groepen = [
        (_("Bedrijf"), ["naam", "kvk_nummer", "sector", "sbi", "grootte", "website", "leerbedrijf"]),
        (_("Profiel"), ["kenmerken", "producten", "werkprocessen", "missie"]),
        (_("Samenwerking"), ["hulpvraag", "verwachtingen"]),
    ]

    def gegevens(self) -> Werkgevergegevens:
        """What was typed."""
        return Werkgevergegevens(**{naam: self.cleaned_data[naam] for naam in Werkgevergegevens.__dataclass_fields__})


class Bewerkformulier(Profielformulier):
    """The same, with the version that was read."""

    versie = forms.IntegerField(widget=forms.HiddenInput)


class Nieuwformulier(MetSectorvoorstel):
    """Enough to begin with: the company, its place, and one person."""

    naam = forms.CharField(label=_("Naam van het bedrijf"), max_length=200)
    kvk_nummer = forms.CharField(
        label=_("KVK-nummer"), max_length=12, required=False, help_text=_("8 cijfers, bijvoorbeeld 12345678.")
    )
    plaats = forms.CharField(label=_("Plaats"), max_length=80, required=False)
    sector = forms.ChoiceField(label=_("Sector"), choices=sectorkeuzes, required=False)
    grootte = forms.ChoiceField(label=_("Grootte"), choices=[GEEN, *Werkgever.Grootte.choices], required=False)
    hulpvraag = _lang(_("Wat is de vraag van het bedrijf?"))
    contact_naam = forms.CharField(label=_("Naam van de contactpersoon"), max_length=120, required=False)
    contact_functie = forms.CharField(label=_("Functie"), max_length=100, required=False)
    contact_email = forms.EmailField(label=_("E-mail"), required=False)
    contact_telefoon = forms.CharField(label=_("Telefoon"), max_length=20, required=False)
    mijn = forms.BooleanField(label=_("Ik word het vaste contact"), required=False, initial=True)
    ander_bedrijf = forms.BooleanField(required=False, widget=forms.HiddenInput)
    sbi = forms.CharField(required=False, max_length=6, widget=forms.HiddenInput)
    groepen = [
        (_("Bedrijf"), ["naam", "kvk_nummer", "plaats", "sector", "grootte", "hulpvraag"]),
        (_("Contactpersoon"), ["contact_naam", "contact_functie", "contact_email", "contact_telefoon"]),
    ]

    def gegevens(self) -> Werkgevergegevens:
        """What was typed about the company."""
        namen = ("naam", "kvk_nummer", "sector", "sbi", "grootte", "hulpvraag")
        return Werkgevergegevens(**{naam: self.cleaned_data[naam] for naam in namen})

    def contact(self) -> Contactgegevens | None:
        """What was typed about the person; None when nothing was."""
        waarden = {naam: self.cleaned_data[f"contact_{naam}"] for naam in ("naam", "functie", "email", "telefoon")}
        return Contactgegevens(**waarden) if any(waarden.values()) else None

    def clean(self) -> dict[str, Any]:
        waarden = super().clean() or {}
        if not waarden.get("contact_naam") and any(
            waarden.get(f"contact_{naam}") for naam in ("functie", "email", "telefoon")
        ):
            self.add_error("contact_naam", _("Vul de naam van de contactpersoon in."))
        return waarden


class Lijstfilter(Basisformulier):
    """Which employers to show."""

    q = forms.CharField(label=_("Zoek op naam of nummer"), required=False, max_length=100)
    sector = forms.ChoiceField(
        label=_("Sector"), required=False, choices=lambda: [("", _("Alle sectoren")), *keuzes(sectoren())]
    )
    grootte = forms.ChoiceField(
        label=_("Grootte"), required=False, choices=[("", _("Alle")), *Werkgever.Grootte.choices]
    )
    wie = forms.ChoiceField(
        label=_("Vast contact"),
        required=False,
        choices=[
            ("", _("Hele regio")),
            ("mij", _("Van mij")),
            ("gemeente", _("Van mijn gemeente")),
            ("zonder", _("Zonder vast contact")),
        ],
    )
    geen_contact = forms.TypedChoiceField(
        label=_("Laatste contact"),
        required=False,
        coerce=int,
        choices=[
            ("", _("Maakt niet uit")),
            (3, _("Langer dan 3 maanden")),
            (6, _("Langer dan 6 maanden")),
            (12, _("Langer dan een jaar")),
        ],
    )

    def wens(self) -> dict[str, Any]:
        """What was chosen; months as a number."""
        return {**self.cleaned_data, "geen_contact": self.cleaned_data["geen_contact"] or 0}


class Vestigingformulier(Basisformulier):
    """A branch."""

    naam = forms.CharField(label=_("Naam van de vestiging"), max_length=200, required=False)
    vestigingsnummer = forms.CharField(
        label=_("Vestigingsnummer"), max_length=16, required=False, help_text=_("12 cijfers, van de KVK.")
    )
    straat = forms.CharField(label=_("Straat"), max_length=120, required=False)
    huisnummer = forms.CharField(label=_("Huisnummer"), max_length=20, required=False)
    postcode = forms.CharField(label=_("Postcode"), max_length=7, required=False)
    plaats = forms.CharField(label=_("Plaats"), max_length=80, required=False)
    is_hoofdvestiging = forms.BooleanField(label=_("Dit is de hoofdvestiging"), required=False)

    def gegevens(self) -> Vestigingsgegevens:
        """What was typed."""
        return Vestigingsgegevens(**self.cleaned_data)


class Persoonformulier(Basisformulier):
    """Somebody to speak to."""

    naam = forms.CharField(label=_("Naam"), max_length=120)
    functie = forms.CharField(label=_("Functie"), max_length=100, required=False)
    rol = forms.ChoiceField(
        label=_("Rol in de samenwerking"), choices=[GEEN, *Contactpersoon.Rol.choices], required=False
    )
    email = forms.EmailField(label=_("E-mail"), required=False)
    telefoon = forms.CharField(label=_("Telefoon"), max_length=20, required=False)
    wil_nieuws = forms.BooleanField(
        label=_("Wil nieuws van ons ontvangen"),
        required=False,
        help_text=_("Alleen als deze persoon ja zei. Wij bewaren de dag. Stoppen kan altijd."),
    )
    nieuws_over = forms.MultipleChoiceField(
        label=_("Nieuws waarover?"),
        required=False,
        choices=lambda: keuzes(nieuwsonderwerpen()),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Niets gekozen: over alles."),
    )

    def gegevens(self) -> Contactgegevens:
        """What was typed."""
        return Contactgegevens(**{naam: self.cleaned_data[naam] for naam in Contactgegevens.__dataclass_fields__})


class Bestaandpersoonformulier(Persoonformulier):
    """Somebody we know already."""

    actief = forms.BooleanField(label=_("Werkt nog bij dit bedrijf"), required=False)


class Persoonaccountformulier(Basisformulier):
    """With which account this person signs in."""

    account = forms.EmailField(
        label=_("E-mailadres van het account"), help_text=_("Uw beheerder maakt het account, met de rol werkgever.")
    )


def _datumveld(label: Any, hulp: Any = "", verplicht: bool = False) -> forms.DateField:
    return forms.DateField(label=label, help_text=hulp, required=verplicht)


class Verslagformulier(Basisformulier):
    """What was said, promised and when we speak again."""

    verslag = forms.CharField(
        label=_("Wat is er besproken?"), required=False, max_length=10000, widget=forms.Textarea(attrs={"rows": 5})
    )
    afspraken = forms.CharField(
        label=_("Wat heeft u beloofd?"),
        required=False,
        max_length=2000,
        help_text=_("Dit wordt een taak voor u."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    afspraak_voor = _datumveld(_("Klaar voor"))
    volgend_contact_op = _datumveld(_("Volgend contact"), _("Leeg: na de termijn van uw gemeente."))


class Contactformulier(Verslagformulier):
    """A contact; short, because it is filled in on a phone in front of the door."""

    soort = forms.ChoiceField(label=_("Hoe"), choices=Contactmoment.Soort.choices, widget=forms.RadioSelect)
    onderwerp = forms.CharField(
        label=_("Waarover"),
        max_length=150,
        widget=forms.TextInput(attrs={"list": "onderwerpen", "autocomplete": "off"}),
    )
    datum = _datumveld(_("Wanneer"), _("Een datum na vandaag wordt een plan."), verplicht=True)
    contactpersoon = forms.ModelChoiceField(
        label=_("Met wie"), queryset=Contactpersoon.objects.none(), required=False, empty_label=_("Kies een naam")
    )
    field_order = ["soort", "contactpersoon", "onderwerp", "datum", "verslag", "afspraken", "afspraak_voor"]

    def __init__(self, *args: Any, werkgever: Werkgever, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["contactpersoon"]
        assert isinstance(veld, forms.ModelChoiceField)
        veld.queryset = werkgever.contactpersonen.filter(actief=True)
        self.fields["datum"].initial = timezone.localdate
        self.fields["soort"].initial = Contactmoment.Soort.BEZOEK

    @staticmethod
    def onderwerpen() -> list[str]:
        """Subjects to choose from; another may be typed."""
        return [o.naam for o in onderwerpen()]


class Accountmanagerformulier(Basisformulier):
    """Who becomes the fixed contact."""

    naar = forms.ModelChoiceField(label=_("Wie wordt het vaste contact?"), queryset=Gebruiker.objects.none())

    def __init__(self, *args: Any, werkgever: Werkgever, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["naar"]
        assert isinstance(veld, forms.ModelChoiceField)
        veld.queryset = Gebruiker.objects.met_recht(Recht.RELATIES_BEWERKEN).filter(gemeente=werkgever.gemeente_id)


class Bezoekeindformulier(Basisformulier):
    """How a visit to a tile ended."""

    uitkomst = forms.ChoiceField(label=_("Hoe is het afgelopen?"), choices=UITKOMSTEN)


class Samenvoegformulier(Basisformulier):
    """Which other employer is the same company."""

    vervalt = forms.ModelChoiceField(
        label=_("Welke werkgever is hetzelfde bedrijf?"), queryset=Werkgever.objects.none(), empty_label=_("Kies")
    )

    def __init__(self, *args: Any, werkgever: Werkgever, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["vervalt"]
        assert isinstance(veld, forms.ModelChoiceField)
        veld.queryset = Werkgever.objects.filter(gemeente=werkgever.gemeente_id, samengevoegd_in__isnull=True).exclude(
            pk=werkgever.pk
        )
        lijkt = {dubbel.werkgever.pk for dubbel in zoek_dubbelen_van(werkgever)}
        per_kop: dict[bool, list[tuple[int, str]]] = {True: [], False: []}
        for ander in veld.queryset:
            per_kop[ander.pk in lijkt].append((ander.pk, f"{ander.naam} {ander.kvk_nummer}".strip()))
        koppen = {True: _("Lijkt op dit bedrijf"), False: _("Andere werkgevers")}
        veld.choices = [("", _("Kies")), *((koppen[kop], rijen) for kop, rijen in per_kop.items() if rijen)]
        if len(per_kop[True]) == 1:
            self.initial.setdefault("vervalt", per_kop[True][0][0])


def vestigingsregel(vestiging: Vestiging) -> str:
    """An address on one line."""
    straat = f"{vestiging.straat} {vestiging.huisnummer}".strip()
    plaats = f"{vestiging.postcode} {vestiging.plaats}".strip()
    return ", ".join(deel for deel in (vestiging.naam, straat, plaats) if deel)
