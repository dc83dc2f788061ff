"""The one question of the findability box: which fields answer it, and how the answer is kept."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werklandschap.kern.basis.acties import actie
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.dossiers.models import Werkzoekende
from werklandschap.kern.profielen import actions
from werklandschap.kern.profielen.catalogi import DAGEN, DELEN, GRENZEN, TAALNIVEAUS
from werklandschap.kern.profielen.forms import JA_NEE, getalkeuze
from werklandschap.kern.profielen.models import Kandidaatgegevens
from werklandschap.kern.profielen.vindbaarheid import Vraag
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.formulieren import Basisformulier

# Questions that need a page of their own: the address of the room that asks them.
ELDERS = {"competenties": "profielen:werkervaring", "woonplek": "dossiers:persoon"}


def _uren(label: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, max_value=168)


def _velden(soort: str) -> dict[str, forms.Field]:
    dagen = [(bit, f"{DAGEN[bit // 3]} {DELEN[bit % 3]}") for bit in range(21)]
    alle: dict[str, dict[str, forms.Field]] = {
        "uren": {
            "uren_min": _uren(gettext_lazy("Minimaal uren per week")),
            "uren_max": _uren(gettext_lazy("Maximaal uren per week")),
        },
        "beschikbaar_vanaf": {"beschikbaar_vanaf": forms.DateField(label=gettext_lazy("Vanaf"))},
        "reis_km": {"reis_km": forms.IntegerField(label=gettext_lazy("Kilometer"), min_value=0, max_value=500)},
        "dagdelen": {
            "dagdelen": forms.TypedMultipleChoiceField(
                label=gettext_lazy("Kan werken op"), choices=dagen, coerce=int, widget=forms.CheckboxSelectMultiple
            )
        },
        "taal": {"niveau": getalkeuze(gettext_lazy("Hoe goed?"), TAALNIVEAUS)},
        "omstandigheid": {"grens": getalkeuze(gettext_lazy("Kan dit aan"), GRENZEN)},
        "certificaat": {
            "heeft": forms.ChoiceField(label=gettext_lazy("Antwoord"), choices=JA_NEE, widget=forms.RadioSelect),
            "geldig_tot": forms.DateField(label=gettext_lazy("Geldig tot en met"), required=False),
        },
    }
    return alle[soort]


class Vraagformulier(Basisformulier):
    """The fields that answer one question; `vraag` carries its code."""

    def __init__(self, *args: Any, code: str, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="vraag_%s", **kwargs)
        self.code = code
        self.fields.update(_velden(code.partition(":")[0]))
        self.fields["vraag"] = forms.CharField(widget=forms.HiddenInput, initial=code)
        self._gebruik_browservelden()


def formulier_bij(code: str, data: Any = None) -> Vraagformulier | None:
    """The form for a question, or None when another page asks it or nobody knows it."""
    try:
        return Vraagformulier(data, code=code)
    except KeyError:
        return None


def past_elders(vraag: Vraag) -> str:
    """The name of the page that asks this, or an empty string."""
    return ELDERS.get(vraag.code, "")


@actie
def beantwoord(*, werkzoekende: Werkzoekende, code: str, door: Gebruiker, antwoord: dict[str, Any]) -> None:
    """Keep the answer to one question; `antwoord` is the cleaned data of its form. Raises Invoerfout."""
    soort, _punt, sleutel = code.partition(":")
    if soort == "taal":
        actions.leg_taal_vast(werkzoekende=werkzoekende, taal=sleutel, niveau=antwoord["niveau"], door=door)
    elif soort == "certificaat":
        actions.leg_certificaat_vast(
            werkzoekende=werkzoekende,
            code=sleutel,
            heeft=antwoord["heeft"] == "ja",
            geldig_tot=antwoord["geldig_tot"],
            door=door,
        )
    else:
        velden = {naam: waarde for naam, waarde in antwoord.items() if naam != "vraag"}
        if soort == "omstandigheid":
            nu = Kandidaatgegevens.objects.filter(werkzoekende=werkzoekende).first()
            velden = {"grenzen": {**(nu.grenzen if nu else {}), sleutel: antwoord["grens"]}}
        elif soort == "dagdelen":
            velden = {"dagdelen": sum(1 << bit for bit in antwoord["dagdelen"])}
        if not set(velden) <= set(actions.KANDIDAATVELDEN):
            raise Invoerfout(_("Deze vraag kennen we niet. Ververs de pagina."))
        actions.wijzig_kandidaatgegevens(werkzoekende=werkzoekende, door=door, **velden)
