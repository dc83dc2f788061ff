"""Forms of the dossier pages."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.basis import sms
from werklandschap.kern.basis.catalogus import keuzes
from werklandschap.kern.dossiers import catalogi
from werklandschap.kern.dossiers.gegevens import Persoonsgegevens, fouten_in, gegevens_uit, lengte_van
from werklandschap.kern.dossiers.kolommen import Kolom, gekozen_kolommen
from werklandschap.kern.dossiers.leesniveau import Leesformulier
from werklandschap.kern.dossiers.models import Contactwijze, Dossier, Taalniveau, Toestemming
from werklandschap.kern.dossiers.overdrachten import fouten_in_aanbod
from werklandschap.kern.organisaties.instellingen import instelling
from werklandschap.kern.organisaties.models import Gemeente, Partnerorganisatie, Team
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Recht
from werklandschap.landschap.tegels import alle_tegels
from werklandschap.ontwerp.formulieren import Basisformulier

TALEN = [
    ("nld", _("Nederlands")),
    ("eng", _("Engels")),
    ("ara", _("Arabisch")),
    ("tur", _("Turks")),
    ("pol", _("Pools")),
    ("ukr", _("Oekraïens")),
    ("tir", _("Tigrinya")),
    ("fas", _("Farsi of Dari")),
    ("spa", _("Spaans")),
    ("fra", _("Frans")),
    ("som", _("Somalisch")),
    ("zho", _("Chinees")),
    ("und", _("Een andere taal")),
]


def contactkeuzes() -> list[tuple[str, Any]]:
    """How somebody may be reached; by SMS only where this installation can send one."""
    return [(c.value, c.label) for c in Contactwijze if c != Contactwijze.SMS or sms.is_aan()]


def _tekst(label: Any, veld: str, *, autocomplete: str = "off", **extra: Any) -> forms.CharField:
    """A text field as long as the column of Werkzoekende it fills."""
    widget = forms.TextInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(label=label, max_length=lengte_van(veld), required=False, widget=widget, **extra)


class Persoonsvelden(Basisformulier):
    """Who somebody is and how to reach them; `gegevens()` gives it to an action."""

    voornaam = _tekst(_("Voornaam"), "voornaam")
    tussenvoegsel = _tekst(_("Tussenvoegsel"), "tussenvoegsel")
    achternaam = _tekst(_("Achternaam"), "achternaam")
    geboortedatum = forms.DateField(label=_("Geboortedatum"), required=False)
    telefoon = _tekst(_("Telefoon"), "telefoon")
    email = _tekst(_("E-mail"), "email")
    contactwijze = forms.ChoiceField(
        label=_("Hoe bereiken we deze persoon het best?"), choices=contactkeuzes, initial="telefoon"
    )
    straat = _tekst(_("Straat"), "straat")
    huisnummer = _tekst(_("Huisnummer"), "huisnummer")
    postcode = _tekst(_("Postcode"), "postcode")
    plaats = _tekst(_("Plaats"), "plaats")
    taalniveau = forms.ChoiceField(
        label=_("Taalniveau"),
        choices=Taalniveau.choices,
        initial=Taalniveau.B1,
        help_text=_("Brieven en berichten worden hierop getoetst."),
    )
    contacttaal = forms.ChoiceField(label=_("Taal van het contact"), choices=TALEN, initial="nld")

    def gegevens(self) -> Persoonsgegevens:
        """The cleaned fields as data for an action."""
        return gegevens_uit(self.cleaned_data)

    def clean(self) -> dict[str, Any]:
        """Say everything that is wrong at once."""
        schoon = super().clean() or self.cleaned_data
        self.zet_fouten(
            {naam: tekst for naam, tekst in fouten_in(gegevens_uit(schoon)).items() if naam not in self.errors}
        )
        return schoon


class Persoonformulier(Persoonsvelden):
    """Edit a person. The BSN is only filled in to change it."""

    bsn = forms.CharField(
        label=_("Nieuw BSN"),
        max_length=20,
        required=False,
        help_text=_("Vul dit alleen in om het BSN toe te voegen of te verbeteren."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )
    wis_bsn = forms.BooleanField(label=_("Haal het BSN weg, het hoort bij iemand anders"), required=False)
    versie = forms.IntegerField(widget=forms.HiddenInput)
    groepen = [
        (_("Naam"), ["voornaam", "tussenvoegsel", "achternaam", "geboortedatum"]),
        (_("Bereikbaar"), ["telefoon", "email", "contactwijze"]),
        (_("Adres"), ["straat", "huisnummer", "postcode", "plaats"]),
        (_("Taal"), ["taalniveau", "contacttaal"]),
        (_("BSN"), ["bsn", "wis_bsn"]),
    ]

    def __init__(self, *args: Any, met_bsn: bool, heeft_bsn: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not met_bsn:
            del self.fields["bsn"]
        if not (met_bsn and heeft_bsn):
            del self.fields["wis_bsn"]
        taal = self.initial.get("contacttaal")
        veld = self.fields["contacttaal"]
        assert isinstance(veld, forms.ChoiceField)
        if taal and taal not in dict(TALEN):
            veld.choices = [*TALEN, (taal, taal)]


class Hulpvraagformulier(Basisformulier):
    """The question in the person's own words and after the conversation."""

    hulpvraag = forms.CharField(
        label=_("Hulpvraag in eigen woorden"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    verhelderd = forms.CharField(
        label=_("Hulpvraag na het gesprek"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)


class Doelgroepformulier(Basisformulier):
    """The legal group from a date."""

    doelgroep = forms.ChoiceField(label=_("Doelgroep"))
    van = forms.DateField(label=_("Vanaf"), initial=timezone.localdate)
    tot = forms.DateField(label=_("Tot en met"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["doelgroep"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [("", _("Kies een doelgroep")), *keuzes(catalogi.doelgroepen())]


class Inkomenformulier(Basisformulier):
    """The application for income support that came along."""

    inkomensaanvraag = forms.CharField(label=_("Nummer van de aanvraag"), max_length=40)
    datum = forms.DateField(label=_("Datum van de aanvraag"), required=False)
    status = forms.CharField(label=_("Status"), max_length=20, required=False)


class Accountformulier(Basisformulier):
    """Which resident's account belongs to this person."""

    account = forms.EmailField(label=_("E-mailadres van het account"))


class Leesniveauformulier(Basisformulier):
    """At which level to write to one person."""

    niveau = forms.ChoiceField(label=_("Op welk niveau schrijft u?"), required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, advies: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["niveau"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [("", _("Volg het advies: {niveau}").format(niveau=advies)), *Taalniveau.choices]


class Overdrachtformulier(Leesformulier):
    """Offer a handover; the message is checked against the level of Dutch of the person."""

    leesvelden = ("bericht",)

    naar_partner = forms.ModelChoiceField(
        label=_("Naar welke partner?"), queryset=Partnerorganisatie.objects.none(), required=False
    )
    naar_collega = forms.ModelChoiceField(
        label=_("Of naar welke collega?"),
        queryset=Gebruiker.objects.none(),
        required=False,
        help_text=_("Een collega neemt het hele dossier over."),
    )
    onderwerp = forms.CharField(label=_("Waarvoor?"), max_length=150)
    toelichting = forms.CharField(
        label=_("Wat moet de ander weten?"),
        help_text=_("Schrijf alleen op wat de ander nodig heeft. De klant kan dit lezen."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    wie_belt = forms.CharField(
        label=_("Wie neemt contact op met de klant?"),
        max_length=120,
        required=False,
        help_text=_("De klant ziet dit. Bijvoorbeeld: het wijkteam, voor vrijdag."),
    )
    antwoord_voor = forms.DateField(label=_("Antwoord voor"))
    bericht = forms.CharField(
        label=_("Bericht aan de klant"),
        required=False,
        help_text=_("Laat leeg voor een kort standaardbericht: wie er helpt, wie er belt en wanneer."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, dossier: Dossier, **kwargs: Any) -> None:
        super().__init__(*args, persoon=dossier.werkzoekende, **kwargs)
        self.dossier = dossier
        dagen = instelling(dossier.gemeente, "overdracht_termijn_dagen")
        self.fields["antwoord_voor"].initial = timezone.localdate() + timedelta(days=dagen)
        partner, collega = self.fields["naar_partner"], self.fields["naar_collega"]
        assert isinstance(partner, forms.ModelChoiceField)
        assert isinstance(collega, forms.ModelChoiceField)
        partner.queryset = Partnerorganisatie.objects.filter(gemeenten=dossier.gemeente_id, actief=True)
        collega.queryset = mogelijke_verantwoordelijken(dossier.gemeente).exclude(pk=dossier.verantwoordelijke_id)

    def clean(self) -> dict[str, Any]:
        """Say everything that is wrong at once, also when the message is still too hard."""
        schoon = super().clean()
        fouten = fouten_in_aanbod(
            self.dossier,
            schoon.get("onderwerp", ""),
            schoon.get("toelichting", ""),
            schoon.get("naar_partner"),
            schoon.get("naar_collega"),
            schoon.get("antwoord_voor") or timezone.localdate(),
        )
        self.zet_fouten({naam: tekst for naam, tekst in fouten.items() if naam not in self.errors})
        return schoon


def mogelijke_verantwoordelijken(gemeente: Gemeente | None) -> Any:
    """Colleagues who may have a caseload."""
    return Gebruiker.objects.met_recht(Recht.DOSSIERS_BEWERKEN).filter(gemeente=gemeente).order_by("naam")


class Antwoordformulier(Basisformulier):
    """Answer a handover; a refusal needs a reason."""

    antwoord = forms.CharField(
        label=_("Uw antwoord"),
        required=False,
        help_text=_("Verplicht als u niet overneemt."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class Toewijsformulier(Basisformulier):
    """Who becomes responsible."""

    naar = forms.ModelChoiceField(label=_("Wie wordt verantwoordelijk?"), queryset=Gebruiker.objects.none())

    def __init__(self, *args: Any, gemeente: Gemeente | None, behalve: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["naar"]
        assert isinstance(veld, forms.ModelChoiceField)
        veld.queryset = mogelijke_verantwoordelijken(gemeente).exclude(pk=behalve)


class Verdeelformulier(Toewijsformulier):
    """Who gets the chosen dossiers, and why. `aantal` is how many the page showed."""

    reden = forms.CharField(
        label=_("Waarom?"),
        max_length=200,
        help_text=_("Eén reden voor alle dossiers. Bijvoorbeeld: Kim gaat met verlof. Collega's lezen dit."),
    )
    aantal = forms.IntegerField(widget=forms.HiddenInput)


class Caseloadformulier(Toewijsformulier):
    """All dossiers and tasks of one colleague to another."""

    van = forms.ModelChoiceField(label=_("Van welke collega?"), queryset=Gebruiker.objects.none())
    reden = forms.CharField(label=_("Waarom?"), max_length=200, help_text=_("Uw collega's lezen dit."))
    field_order = ["van", "naar", "reden"]

    def __init__(self, *args: Any, gebruiker: Gebruiker, **kwargs: Any) -> None:
        super().__init__(*args, gemeente=gebruiker.gemeente, **kwargs)
        veld = self.fields["van"]
        assert isinstance(veld, forms.ModelChoiceField)
        veld.queryset = Gebruiker.objects.filter(gemeente=gebruiker.gemeente, dossiers__isnull=False).distinct()
        if not gebruiker.heeft(Recht.CASELOAD_VERDELEN):
            veld.queryset = Gebruiker.objects.filter(pk=gebruiker.pk)
        veld.initial = gebruiker


def toestemmingsoorten() -> list[tuple[str, Any]]:
    """What one can ask consent for: the exchange with other municipalities only where it is on."""
    return [keuze for keuze in Toestemming.Soort.choices if settings.VUM["aan"] or keuze[0] != Toestemming.Soort.VUM]


class Toestemmingformulier(Basisformulier):
    """Ask the person for consent."""

    soort = forms.ChoiceField(label=_("Waarvoor?"), choices=toestemmingsoorten)
    voor_wie = forms.CharField(label=_("Voor wie?"), max_length=200)
    wat = forms.CharField(label=_("Wat wordt gedeeld?"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    tot = forms.DateField(label=_("Geldig tot en met"), required=False)


class Toestemmingantwoord(Basisformulier):
    """What the person answered, and how."""

    hoe = forms.ChoiceField(
        label=_("Hoe gaf de klant antwoord?"),
        choices=[("gesprek", _("In een gesprek")), ("telefoon", _("Per telefoon")), ("papier", _("Op papier"))],
    )


class Sluitformulier(Basisformulier):
    """Why the dossier is closed."""

    reden = forms.ChoiceField(label=_("Waarom gaat het dossier dicht?"))
    toelichting = forms.CharField(label=_("Toelichting"), required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["reden"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [("", _("Kies een reden")), *keuzes(catalogi.sluitredenen())]


class Redenformulier(Basisformulier):
    """Why somebody opens a dossier outside the own caseload."""

    reden = forms.CharField(label=_("Waarom opent u dit dossier?"), min_length=5, max_length=200)


class Bsnformulier(Basisformulier):
    """Search a person by BSN; always by POST, so that it is in no address."""

    bsn = forms.CharField(
        label=_("BSN"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )


class Samenvoegkeuze(Basisformulier):
    """The number of the dossier to merge with."""

    met = forms.IntegerField(label=_("Nummer van het andere dossier"), min_value=1)


class Bewaarformulier(Basisformulier):
    """A name for the list as it stands."""

    naam = forms.CharField(
        label=_("Naam van de lijst"), max_length=60, error_messages={"required": _("Geef de lijst een naam.")}
    )
    opent_hiermee = forms.BooleanField(label=_("Begin voortaan met deze lijst"), required=False)
    vraag = forms.CharField(widget=forms.HiddenInput, required=False)


class Kolomveld(forms.Field):
    """Codes of columns; what the role may not see, or does not exist, drops out."""

    widget = forms.MultipleHiddenInput

    def __init__(self, gebruiker: Gebruiker) -> None:
        super().__init__(required=False)
        self.gebruiker = gebruiker

    def clean(self, value: Any) -> list[Kolom]:
        """The columns in their fixed order, the usual ones when none was chosen."""
        return gekozen_kolommen(self.gebruiker, value or ())


class Lijstfilter(Basisformulier):
    """Which dossiers to show, with which columns."""

    q = forms.CharField(label=_("Naam of nummer"), required=False, max_length=100)
    wie = forms.ChoiceField(label=_("Van wie"), required=False)
    status = forms.ChoiceField(
        label=_("Status"),
        required=False,
        choices=[("open", _("Open")), ("gesloten", _("Gesloten")), ("", _("Alle"))],
    )
    tegel = forms.ChoiceField(label=_("Nu op tegel"), required=False)
    team = forms.ModelChoiceField(
        label=_("Team"), queryset=Team.objects.none(), required=False, empty_label=_("Alle teams")
    )
    niet_gezien = forms.IntegerField(label=_("Niet gezien (weken)"), required=False, min_value=1, max_value=520)

    def __init__(self, *args: Any, gebruiker: Gebruiker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wie, tegel, team = self.fields["wie"], self.fields["tegel"], self.fields["team"]
        assert isinstance(wie, forms.ChoiceField)
        assert isinstance(tegel, forms.ChoiceField)
        assert isinstance(team, forms.ModelChoiceField)
        collegas = mogelijke_verantwoordelijken(gebruiker.gemeente).exclude(pk=gebruiker.pk)
        wie.choices = [
            ("mij", _("Mijn mensen")),
            ("vervang", _("Mensen van wie ik vervang")),
            ("gemeente", _("Hele gemeente")),
            ("zonder", _("Nog niemand verantwoordelijk")),
            (_("Van een collega"), [(str(pk), naam) for pk, naam in collegas.values_list("pk", "naam")]),
        ]
        self.fields["kolom"] = Kolomveld(gebruiker)
        tegel.choices = [("", _("Alle tegels")), *((t.slug, t.naam) for t in alle_tegels("werkzoekenden"))]
        team.queryset = Team.objects.filter(gemeente=gebruiker.gemeente)
