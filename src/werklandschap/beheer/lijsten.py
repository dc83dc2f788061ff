"""The catalogues a municipality changes itself: which rows there are, the form of one, and what to keep of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from werklandschap.kern.dossiers.catalogi import SIGNALEN, Signaalsoort, signaalsoorten
from werklandschap.kern.organisaties.eigen import EIGEN, eigen_rijen, is_eigen
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.ontwerp.formulieren import Basisformulier
from werklandschap.werkzoekende.maatschappelijk_fit import voorzieningen
from werklandschap.werkzoekende.maatschappelijk_fit.voorzieningen import Voorziening

LANGSTE_CODE = 40


class Signaalrij(Basisformulier):
    """A signal: the action it asks for and within how many days; everything of an own one."""

    actief = forms.BooleanField(label=_("Wij gebruiken dit signaal"), required=False, initial=True)
    naam = forms.CharField(label=_("Naam"), max_length=80)
    herkenning = forms.CharField(label=_("Hoe herkent u het?"), max_length=200)
    neutrale_tekst = forms.CharField(
        label=_("Neutrale tekst"),
        max_length=150,
        help_text=_("Dit leest wie het signaal niet mag kennen. Zeg wat helpt, niet wat er is."),
    )
    actie = forms.CharField(label=_("Wat moet er gebeuren?"), max_length=150, help_text=_("Dit wordt de taak."))
    termijn_dagen = forms.IntegerField(label=_("Binnen hoeveel dagen?"), min_value=0, max_value=90)
    tip = forms.CharField(label=_("Tip: hoe gaat u verder?"), max_length=300)
    ernst = forms.ChoiceField(
        label=_("Hoe erg?"), choices=[("aandacht", _("vraagt aandacht")), ("acuut", _("acuut"))], initial="aandacht"
    )
    gevoelig = forms.ChoiceField(
        label=_("Wie mag de naam lezen?"),
        choices=[
            ("", _("iedereen die het dossier mag lezen")),
            ("gezondheid", _("wie gezondheid mag zien")),
            ("schulden", _("wie schulden mag zien")),
        ],
        required=False,
    )


class Voorzieningrij(Basisformulier):
    """A provision: texts, and of an own one the answers that make it likely."""

    actief = forms.BooleanField(label=_("Wij gebruiken deze voorziening"), required=False, initial=True)
    naam = forms.CharField(label=_("Naam"), max_length=80)
    uitleg = forms.CharField(label=_("Uitleg"), max_length=200)
    waar = forms.CharField(label=_("Waar vraagt iemand dit aan?"), max_length=120)
    bron = forms.CharField(label=_("Bron"), max_length=200, help_text=_("De regeling of de verordening."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [("", _("maakt niet uit")), ("ja", _("ja")), ("nee", _("nee"))]
        for vraag in voorzieningen.vragen().values():
            self.fields[f"v_{vraag.code}"] = forms.ChoiceField(label=vraag.vraag, choices=keuzes, required=False)
        self.groepen = [  # type: ignore[misc]
            ("", ["actief", "naam", "uitleg", "waar", "bron"]),
            (_("Kansrijk als dit zo is"), [naam for naam in self.fields if naam.startswith("v_")]),
        ]

    def clean(self) -> dict[str, Any]:
        """The conditions together; an own provision needs at least one."""
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        antwoorden = {naam: schoon.pop(naam) for naam in list(schoon) if naam.startswith("v_")}
        schoon["voorwaarden"] = {naam[2:]: waarde == "ja" for naam, waarde in antwoorden.items() if waarde}
        vraagt = any(naam.startswith("v_") for naam in self.fields)
        if vraagt and not schoon["voorwaarden"]:
            self.add_error(None, _("Kies ten minste één voorwaarde. Anders past de voorziening altijd."))
        return schoon


@dataclass(frozen=True)
class Lijst:
    """A catalogue: its rows for a municipality, and the form of a row. `vast` fields can't change on product rows."""

    code: str
    naam: Any
    uitleg: Any
    nieuw: Any
    formulier: type[Basisformulier]
    rijen: Callable[[Gemeente | None], dict[str, Any]]
    vast: tuple[str, ...]


def _signalen(gemeente: Gemeente | None) -> dict[str, Signaalsoort]:
    return {soort.code: soort for soort in signaalsoorten(gemeente, ook_uit=True)}


def _voorzieningen(gemeente: Gemeente | None) -> dict[str, Voorziening]:
    return voorzieningen.voorzieningen(gemeente, ook_uit=True)


LIJSTEN = {
    lijst.code: lijst
    for lijst in (
        Lijst(
            SIGNALEN,
            _("Signalen"),
            _("Wat collega's kunnen opmerken, met de actie en de termijn."),
            _("Nieuw signaal"),
            Signaalrij,
            _signalen,
            ("ernst", "gevoelig"),
        ),
        Lijst(
            voorzieningen.LIJST,
            _("Voorzieningen"),
            _("Waar mensen recht op kunnen hebben, met de voorwaarden."),
            _("Nieuwe voorziening"),
            Voorzieningrij,
            _voorzieningen,
            ("v_",),
        ),
    )
}


def is_uit(gemeente: Gemeente, lijst: Lijst, code: str) -> bool:
    """Switched off by the municipality."""
    return not eigen_rijen(gemeente, lijst.code).get(code, {}).get("actief", True)


def formulier_van(lijst: Lijst, gemeente: Gemeente, code: str, gegevens: Any) -> Basisformulier:
    """The form of one row, filled with how it is now; an empty code makes a new one."""
    rij = lijst.rijen(gemeente).get(code)
    begin: dict[str, Any] = {"actief": not is_uit(gemeente, lijst, code)}
    if rij is not None:
        begin |= {naam: getattr(rij, naam) for naam in lijst.formulier.base_fields if hasattr(rij, naam)}
        eigen = eigen_rijen(gemeente, lijst.code).get(code, {}).get("voorwaarden", {})
        begin |= {f"v_{vraag}": "ja" if is_ else "nee" for vraag, is_ in eigen.items()}
    formulier = lijst.formulier(gegevens, initial=begin)
    if rij is not None and not is_eigen(code):
        for naam in [naam for naam in formulier.fields if naam.startswith(lijst.vast)]:
            del formulier.fields[naam]
    return formulier


def te_bewaren(lijst: Lijst, code: str, schoon: dict[str, Any]) -> dict[str, Any]:
    """All of an own row; of a row of the product only what differs, so that its translation and updates stay."""
    product = lijst.rijen(None).get(code)
    if product is None:
        return schoon
    anders = {naam: waarde for naam, waarde in schoon.items() if waarde != getattr(product, naam, waarde)}
    return {**anders, "actief": schoon["actief"]}


def nieuwe_code(lijst: Lijst, gemeente: Gemeente, naam: str) -> str:
    """A code for a row of the municipality that is not in use."""
    basis = (EIGEN + slugify(naam).replace("-", "_"))[: LANGSTE_CODE - 3]
    bestaand = lijst.rijen(gemeente)
    nummer, code = 1, basis
    while code in bestaand:
        nummer += 1
        code = f"{basis}_{nummer}"
    return code
