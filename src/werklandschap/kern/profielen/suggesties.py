"""From the text of a job somebody had to competences that a professional confirms with their level."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werklandschap.competenties.herkenning import AANNEMELIJK, herken
from werklandschap.competenties.models import Competentie
from werklandschap.competenties.taxonomie import woordenboek
from werklandschap.kern.basis.acties import actie
from werklandschap.kern.dossiers.models import Werkzoekende
from werklandschap.kern.profielen import actions
from werklandschap.kern.profielen.catalogi import NIVEAUS, TAALNIVEAUS, certificaatcodes
from werklandschap.kern.profielen.forms import getalkeuze
from werklandschap.kern.profielen.models import Bewijs
from werklandschap.kern.profielen.uitleg import naam_van_code
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.formulieren import Basisformulier

NIET = ("", _("Niet overnemen"))
# Filled in beforehand at a suggestion that is likely enough.
NIVEAU_BIJ_ZEKER = 3


@dataclass(frozen=True)
class Suggestie:
    """What the text seems to say: `soort` is competentie, certificaat, rijbewijs or taal."""

    soort: str
    code: str
    naam: str
    fragment: str
    zeker: bool
    niveau: int | None

    @property
    def veld(self) -> str:
        """The name of its field: the same when the text changes in between."""
        return f"{self.soort}-{self.code}"


class Suggestieformulier(Basisformulier):
    """One list per suggestion; what is left at "Niet overnemen" is not kept."""

    def __init__(self, *args: Any, suggesties: list[Suggestie], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.suggesties = suggesties
        for suggestie in suggesties:
            self.fields[suggestie.veld] = _keuze(suggestie)

    def regels(self) -> list[tuple[Suggestie, forms.BoundField]]:
        """(suggestion, its list)."""
        return [(suggestie, self[suggestie.veld]) for suggestie in self.suggesties]

    def gekozen(self) -> list[tuple[Suggestie, int]]:
        """What the professional took over."""
        return [
            (suggestie, self.cleaned_data[suggestie.veld])
            for suggestie in self.suggesties
            if self.cleaned_data.get(suggestie.veld) is not None
        ]


def _keuze(suggestie: Suggestie) -> Any:
    if suggestie.soort == "competentie":
        keuzes: list[Any] = [NIET, *NIVEAUS[1:]]
        begin = NIVEAU_BIJ_ZEKER if suggestie.zeker else None
    elif suggestie.soort == "taal":
        keuzes, begin = [NIET, *TAALNIVEAUS[1:]], suggestie.niveau
    else:
        keuzes, begin = [NIET, (1, _("Heeft dit"))], None
    return getalkeuze(suggestie.naam, keuzes, verplicht=False, initial=begin)


def lees(tekst: str) -> list[Suggestie]:
    """Suggestions in the order of the text; competences carry the name in the reader's language. Two queries."""
    vondsten = herken(tekst, taxonomie=woordenboek())
    codes = [v.id for v in vondsten if v.soort == "competentie"]
    namen = {c.code: c.naam for c in Competentie.objects.filter(code__in=codes)}
    uit = []
    for v in vondsten:
        code = f"rijbewijs:{v.id.removeprefix('rijbewijs:')}" if v.soort == "rijbewijs" else v.id
        bekend = {"competentie": code in namen, "taal": True}.get(v.soort, code in certificaatcodes())
        if v.soort in ("competentie", "certificaat", "rijbewijs", "taal") and bekend:
            naam = namen.get(code) or naam_van_code(code)
            uit.append(Suggestie(v.soort, code, naam, v.fragment, v.zekerheid >= AANNEMELIJK, v.niveau))
    return uit


@actie
def neem_werkervaring_over(
    *, werkzoekende: Werkzoekende, werk: Mapping[str, Any], gekozen: list[tuple[Suggestie, int]], door: Gebruiker
) -> int:
    """Keep a job (fields of Werkervaringformulier) with the competences taken from its text. Returns how many.

    Each competence rests on the fragment of the text; its evidence has the date of the end of the job, else today.
    """
    ervaring = actions.voeg_werkervaring_toe(werkzoekende=werkzoekende, door=door, **werk)
    eind: date = min(ervaring.tot or timezone.localdate(), timezone.localdate())
    codes = [s.code for s, _niveau in gekozen if s.soort == "competentie"]
    competenties = {c.code: c for c in Competentie.objects.filter(code__in=codes)}
    for suggestie, niveau in gekozen:
        if suggestie.soort == "competentie":
            actions.leg_competentie_vast(
                werkzoekende=werkzoekende,
                competentie=competenties[suggestie.code],
                niveau=niveau,
                bewijs=Bewijs.Soort.WERKERVARING,
                toelichting=f"{ervaring.functie}: “{suggestie.fragment[:120]}”",
                datum=eind,
                door=door,
            )
        elif suggestie.soort == "taal":
            actions.leg_taal_vast(werkzoekende=werkzoekende, taal=suggestie.code, niveau=niveau, door=door)
        else:
            actions.leg_certificaat_vast(werkzoekende=werkzoekende, code=suggestie.code, door=door)
    return len(gekozen)
