"""Forms of the profile."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.competenties.models import Competentie, Omstandigheid
from werklandschap.kern.profielen.catalogi import (
    DAGEN,
    DELEN,
    GRENZEN,
    NIVEAUS,
    TAALNIVEAUS,
    VOORKEUREN,
    certificaatkeuzes,
    taalkeuzes,
)
from werklandschap.kern.profielen.models import Bewijs, Kandidaatgegevens, Opleidingsverleden
from werklandschap.kern.relaties.catalogi import Sector
from werklandschap.ontwerp.formulieren import Basisformulier

ONBEKEND = ("", _("Niet bekend"))
# Only an import, or a badge whose signature was verified, makes these.
NIET_MET_DE_HAND = frozenset({Bewijs.Soort.INVOER, Bewijs.Soort.BADGE})
JA_NEE = [("ja", _("Ja")), ("nee", _("Nee"))]
TEMPI = [
    ("", _("Niet bekend")),
    (0, _("Rustig: heeft meer tijd nodig")),
    (1, _("Gewoon")),
    (2, _("Vlot")),
    (3, _("Snel")),
]


def _getal(waarde: str) -> int | None:
    return int(waarde) if waarde != "" else None


def getalkeuze(label: Any, keuzes: Iterable[tuple[Any, Any]], *, verplicht: bool = True, **rest: Any) -> Any:
    """A list of numbers with names; empty is None."""
    return forms.TypedChoiceField(
        label=label, choices=list(keuzes), coerce=_getal, empty_value=None, required=verplicht, **rest
    )


class Werkervaringformulier(Basisformulier):
    """A job somebody tells about; the text gives suggestions for competences."""

    functie = forms.CharField(label=_("Welk werk deed u?"), max_length=150)
    werkgever_naam = forms.CharField(label=_("Bij wie?"), max_length=150, required=False)
    van = forms.DateField(label=_("Van"), required=False)
    tot = forms.DateField(label=_("Tot"), required=False)
    omschrijving = forms.CharField(
        label=_("Wat deed u daar?"),
        help_text=_("Vertel het in gewone woorden, of plak een tekst uit een cv."),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
    )


class Competentieformulier(Basisformulier):
    """One competence, chosen from what a search found."""

    competentie = forms.ChoiceField(label=_("Competentie"), widget=forms.RadioSelect)
    niveau = getalkeuze(_("Niveau"), NIVEAUS, initial=3)
    bewijs = forms.ChoiceField(
        label=_("Waar ziet u dat aan?"),
        choices=[keuze for keuze in Bewijs.Soort.choices if keuze[0] not in NIET_MET_DE_HAND],
        initial=Bewijs.Soort.GEZIEN,
    )
    toelichting = forms.CharField(
        label=_("Toelichting"), help_text=_("Bijvoorbeeld: op welk werk, welke dag."), max_length=300, required=False
    )
    datum = forms.DateField(label=_("Van welke dag is dit bewijs?"), initial=timezone.localdate)

    def __init__(self, *args: Any, gevonden: Sequence[Competentie], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["competentie"].choices = [(c.code, c.naam) for c in gevonden]  # type: ignore[attr-defined]


class Certificaatformulier(Basisformulier):
    """A certificate or licence, or surely none."""

    code = forms.ChoiceField(label=_("Certificaat of rijbewijs"), choices=certificaatkeuzes)
    heeft = forms.ChoiceField(
        label=_("Heeft deze persoon dit?"), choices=JA_NEE, initial="ja", widget=forms.RadioSelect
    )
    behaald_op = forms.DateField(label=_("Behaald op"), required=False)
    geldig_tot = forms.DateField(
        label=_("Geldig tot en met"), help_text=_("Kijk op het bewijs. Leeg: zonder einddatum."), required=False
    )
    uitgever = forms.CharField(label=_("Wie gaf het uit?"), max_length=120, required=False)
    gezien = forms.BooleanField(label=_("Ik heb het bewijs gezien"), required=False)

    def clean_heeft(self) -> bool:
        """Yes or no as a truth value."""
        return bool(self.cleaned_data["heeft"] == "ja")


class Taalformulier(Basisformulier):
    """A language and how well somebody speaks it."""

    taal = forms.ChoiceField(label=_("Taal"), choices=taalkeuzes)
    niveau = getalkeuze(_("Hoe goed?"), TAALNIVEAUS, initial=3)


class Opleidingformulier(Basisformulier):
    """Education somebody followed."""

    naam = forms.CharField(label=_("Welke opleiding?"), max_length=150)
    niveau = forms.ChoiceField(
        label=_("Niveau"), choices=Opleidingsverleden._meta.get_field("niveau").choices or (), initial="onbekend"
    )
    diploma = forms.TypedChoiceField(
        label=_("Diploma gehaald?"),
        choices=[("", _("Niet bekend")), *JA_NEE],
        coerce=lambda waarde: waarde == "ja",
        empty_value=None,
        required=False,
    )
    afgerond_op = forms.DateField(label=_("Afgerond op"), required=False)


class Beschikbaarheidformulier(Basisformulier):
    """When, how much and how far. The parts of the week are a table of 21 boxes."""

    groepen: ClassVar[list[tuple[Any, list[str]]]] = []
    wil_bemiddeld = forms.BooleanField(label=_("Zoekt nu werk"), required=False)
    uren_min = forms.IntegerField(label=_("Minimaal uren per week"), min_value=0, max_value=168, required=False)
    uren_max = forms.IntegerField(label=_("Maximaal uren per week"), min_value=0, max_value=168, required=False)
    beschikbaar_vanaf = forms.DateField(label=_("Kan werken vanaf"), required=False)
    reis_km = forms.IntegerField(
        label=_("Hoogstens zo ver van huis (kilometer)"), min_value=0, max_value=500, required=False
    )
    leertempo = getalkeuze(_("Hoe snel leert deze persoon?"), TEMPI, verplicht=False)
    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, gegevens: Kandidaatgegevens | None, **kwargs: Any) -> None:
        super().__init__(*args, initial=_begin(gegevens), **kwargs)
        self.dagdelen_voor = (gegevens.dagdelen if gegevens else None) or 0
        for bit in range(21):
            label = f"{DAGEN[bit // 3]} {DELEN[bit % 3]}"
            self.fields[f"d{bit}"] = forms.BooleanField(
                label=label, required=False, initial=bool(self.dagdelen_voor >> bit & 1)
            )

    def gewone_velden(self) -> list[forms.BoundField]:
        """All fields but the boxes of the week."""
        return [veld for veld in self.visible_fields() if veld.name[1:].isdigit() is False]

    def week(self) -> list[tuple[str, list[forms.BoundField]]]:
        """(day, three boxes)."""
        return [(str(dag), [self[f"d{3 * nummer + deel}"] for deel in range(3)]) for nummer, dag in enumerate(DAGEN)]

    def velden(self) -> dict[str, Any]:
        """What the action takes; a week without one box is unknown."""
        schoon = {naam: waarde for naam, waarde in self.cleaned_data.items() if not naam[1:].isdigit()}
        schoon["dagdelen"] = sum(1 << bit for bit in range(21) if self.cleaned_data.get(f"d{bit}")) or None
        return schoon


def _begin(gegevens: Kandidaatgegevens | None) -> dict[str, Any]:
    if gegevens is None:
        return {"wil_bemiddeld": True, "versie": 0}
    namen = ("wil_bemiddeld", "uren_min", "uren_max", "beschikbaar_vanaf", "reis_km", "leertempo", "versie")
    return {naam: getattr(gegevens, naam) for naam in namen}


class Omstandighedenformulier(Basisformulier):
    """Per condition what somebody can take (`g_<code>`) and wants (`v_<code>`), and per sector (`s_<code>`)."""

    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        *args: Any,
        gegevens: Kandidaatgegevens | None,
        omstandigheden: Sequence[Omstandigheid],
        sectoren: Sequence[Sector],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.omstandigheden, self.sectorlijst = omstandigheden, sectoren
        grenzen, voorkeuren = (gegevens.grenzen, gegevens.voorkeuren) if gegevens else ({}, {})
        self.fields["versie"].initial = gegevens.versie if gegevens else 0
        for o in omstandigheden:
            self._keuze(f"g_{o.code}", _("Kan aan"), o, GRENZEN, grenzen.get(o.code))
            self._keuze(f"v_{o.code}", _("Wil"), o, VOORKEUREN, voorkeuren.get(o.code))
        for s in sectoren:
            self._keuze(
                f"s_{s.code}", _("Wil"), s.naam, VOORKEUREN, (gegevens.sectoren if gegevens else {}).get(s.code)
            )

    def _keuze(self, naam: str, wat: Any, over: Any, keuzes: Iterable[tuple[Any, Any]], nu: int | None) -> None:
        self.fields[naam] = getalkeuze(f"{over}: {wat}", [ONBEKEND, *keuzes], verplicht=False, initial=nu)

    def rijen(self) -> list[tuple[str, list[tuple[Omstandigheid, forms.BoundField, forms.BoundField]]]]:
        """(kind, rows of condition, limit, preference)."""
        uit: dict[str, list[tuple[Omstandigheid, forms.BoundField, forms.BoundField]]] = {}
        for o in self.omstandigheden:
            rij = (o, self[f"g_{o.code}"], self[f"v_{o.code}"])
            uit.setdefault(o.get_soort_display(), []).append(rij)
        return list(uit.items())

    def sectorrijen(self) -> list[tuple[str, forms.BoundField]]:
        """(sector, preference)."""
        return [(s.naam, self[f"s_{s.code}"]) for s in self.sectorlijst]

    def velden(self) -> dict[str, Any]:
        """What the action takes: a map per kind with the answers given."""
        kaarten: dict[str, dict[str, int]] = {"g": {}, "v": {}, "s": {}}
        for naam, waarde in self.cleaned_data.items():
            soort, _streep, code = naam.partition("_")
            if code and waarde is not None:
                kaarten[soort][code] = waarde
        return {"grenzen": kaarten["g"], "voorkeuren": kaarten["v"], "sectoren": kaarten["s"]}
