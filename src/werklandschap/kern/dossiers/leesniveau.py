"""Texts for a person, checked against their level of Dutch: a field that helps while writing, a form that asks once.

The limits per level are data (`data/taalniveaus.yaml`); measuring is `ontwerp.leesbaarheid`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _

from werklandschap.kern.basis.catalogus import vind
from werklandschap.kern.basis.haken import Register
from werklandschap.kern.dossiers.catalogi import taalniveaus
from werklandschap.kern.dossiers.models import Werkzoekende
from werklandschap.ontwerp.formulieren import Basisformulier
from werklandschap.ontwerp.leesbaarheid import LANG_WOORD_LETTERGREPEN, Leesgrens, beoordeel

ONBEKEND = "onbekend"
TOCH = "toch_zo"
# Who reads at the first levels stumbles over shorter words already.
BEGINNERS = ("A1", "A2")


def grens_voor(code: str) -> Leesgrens:
    """The limit of a language level ("A2", "laaggeletterd"); that of "not known yet" for another code."""
    regel = vind(taalniveaus(), code.lower()) or vind(taalniveaus(), ONBEKEND)
    assert regel is not None
    return Leesgrens(
        regel.schrijf_op,
        regel.zin_woorden,
        regel.flesch_douma,
        LANG_WOORD_LETTERGREPEN - (regel.schrijf_op in BEGINNERS),
    )


@dataclass(frozen=True)
class Leesadvies:
    """At which level to write to somebody (A1 to B2), with a sentence that says why."""

    niveau: str
    waarom: str = ""


# functie(persoon) -> a lower level than the language level says, or None; a room above knows a reason for it
leesadviezen: Register[Callable[[Werkzoekende], Leesadvies | None]] = Register()


def advies_voor(persoon: Werkzoekende) -> Leesadvies:
    """The level without a choice of a colleague: the language level, or a lower one that a room above gives."""
    gegeven = [advies for geef in leesadviezen.alle() if (advies := geef(persoon)) is not None]
    lager = [advies for advies in gegeven if advies.niveau < persoon.taalniveau]
    return min(lager, key=lambda advies: advies.niveau, default=Leesadvies(persoon.taalniveau))


def niveau_van(persoon: Werkzoekende) -> Leesadvies:
    """The level at which one writes to this person: chosen by a colleague, else the advice."""
    if persoon.leesniveau:
        return Leesadvies(persoon.leesniveau, _("Een collega koos dit niveau."))
    return advies_voor(persoon)


class Leesinvoer(forms.Textarea):
    """A text area that says how it reads at `niveau`: at once, while typing, and by a button without JavaScript."""

    template_name = "dossiers/leesinvoer.html"

    def __init__(self, niveau: str, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"rows": 6, **(attrs or {})})
        self.niveau = niveau

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Adds the judgement of what stands in the field, and where to ask for a new one."""
        context = super().get_context(name, value, attrs)
        tekst = value or ""
        context["adres"] = f"{reverse('dossiers:leesbaarheid', args=[self.niveau.lower()])}?veld={name}"
        context["oordeel"] = beoordeel(tekst, grens_voor(self.niveau)) if tekst.strip() else None
        return context


class Leesformulier(Basisformulier):
    """A form whose `leesvelden` are read by the person: too hard a text is refused once, with a way to go on.

    `cleaned_data` holds nothing of that choice. Give `persoon` when making the form.
    """

    leesvelden: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, persoon: Werkzoekende, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.persoon = persoon
        self.niveau = niveau_van(persoon)
        for naam in self.leesvelden:
            veld = self.fields[naam]
            invoer = Leesinvoer(self.niveau.niveau, veld.widget.attrs)
            invoer.is_required = veld.required
            veld.widget = invoer
        if any(self._is_te_moeilijk(self.data.get(self.add_prefix(naam), "")) for naam in self.leesvelden):
            self.fields[TOCH] = forms.BooleanField(
                label=_("Verstuur de tekst toch zo. Ik leg hem uit in een gesprek."), required=False
            )

    def _is_te_moeilijk(self, tekst: str) -> bool:
        return not beoordeel(tekst, grens_voor(self.niveau.niveau)).past

    def clean(self) -> dict[str, Any]:
        """Refuse a text above the level of the person until somebody says that it may go."""
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        toch = schoon.pop(TOCH, False)
        for naam in () if toch else self.leesvelden:
            if self._is_te_moeilijk(schoon.get(naam) or ""):
                niveau = grens_voor(self.niveau.niveau).niveau
                tekst = _("Deze tekst is te moeilijk voor deze persoon (niveau {niveau}). Maak hem eenvoudiger.")
                self.add_error(naam, tekst.format(niveau=niveau))
        return schoon
