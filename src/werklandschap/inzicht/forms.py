"""Forms of this room."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from werklandschap.inzicht import geslacht
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.ontwerp.formulieren import Basisformulier

MEESTE_BYTES = 5_000_000


class Geslachtformulier(Basisformulier):
    """A list with the sex of people, for one comparison."""

    bestand = forms.FileField(
        label=_("Lijst (CSV)"),
        help_text=_(
            "Eerste regel: dossier;geslacht. Daaronder per persoon het dossiernummer en v, m of x. Hooguit 5 MB."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )
    akkoord = forms.BooleanField(
        label=_("Onze functionaris gegevensbescherming vindt het goed dat wij deze lijst hiervoor gebruiken")
    )

    def clean_bestand(self) -> Any:
        """Not too large, readable, and every line understood."""
        bestand = self.cleaned_data["bestand"]
        if bestand.size > MEESTE_BYTES:
            raise forms.ValidationError(_("Het bestand is te groot (hooguit 5 MB)."))
        try:
            self._geslacht = geslacht.lees(bestand.read().decode("utf-8-sig"))
        except UnicodeDecodeError as fout:
            raise forms.ValidationError(_("Bewaar het bestand als CSV in UTF-8.")) from fout
        except Invoerfout as fout:
            raise forms.ValidationError(fout.fouten["bestand"]) from fout
        return bestand

    def geslacht(self) -> dict[int, str]:
        """What the list says; only after `is_valid()`."""
        return self._geslacht
