"""Forms of this room: fields come from the catalogues."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werklandschap.kern.basis.catalogus import keuzes
from werklandschap.kern.basis.openbaar import OpenbaarFormulier
from werklandschap.ontwerp.formulieren import Basisformulier
from werklandschap.werkgever.kandidaat_fit.catalogi import antwoorden, draagvlakvragen, lijnen, punten, schaal
from werklandschap.werkgever.kandidaat_fit.models import Gereedheid


class Gereedheidformulier(Basisformulier):
    """Every point with its answer and who helps."""

    def __init__(self, *args: Any, stand: dict[str, Gereedheid], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for punt in punten():
            nu = stand.get(punt.code)
            self.fields[punt.code] = forms.ChoiceField(
                label=punt.stelling,
                choices=keuzes(antwoorden()),
                initial=nu.antwoord if nu else "niet_besproken",
            )
            self.fields[f"wie_{punt.code}"] = forms.CharField(
                label=_("Wie helpt daarbij?"),
                required=False,
                max_length=150,
                initial=nu.wie_helpt if nu else "",
                help_text=_("Kan helpen: {actie}").format(actie=punt.actie),
            )
        self.groepen = [  # type: ignore[misc]
            (
                lijn.naam,
                [naam for p in punten() if p.lijn == lijn.code for naam in (p.code, f"wie_{p.code}")],
            )
            for lijn in lijnen()
        ]

    def oordelen(self) -> dict[str, tuple[str, str]]:
        """{point: (answer, who helps)}, without points nobody spoke about."""
        alle = {p.code: (self.cleaned_data[p.code], self.cleaned_data[f"wie_{p.code}"]) for p in punten()}
        return {code: oordeel for code, oordeel in alle.items() if oordeel != ("niet_besproken", "")}


class Onderzoekformulier(Basisformulier):
    """Until when the survey is open."""

    sluit_op = forms.DateField(label=gettext_lazy("Open tot en met"))


class Draagvlakformulier(OpenbaarFormulier):
    """The survey, as a colleague sees it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        niveaus = [(s.waarde, s.naam) for s in schaal()]
        for vraag in draagvlakvragen():
            self.fields[vraag.code] = (
                forms.TypedChoiceField(label=vraag.tekst, choices=niveaus, coerce=int, widget=forms.RadioSelect)
                if vraag.soort == "schaal5"
                else forms.CharField(
                    label=vraag.tekst, required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
                )
            )

    def antwoord(self) -> tuple[dict[str, int], str]:
        """(values per question, free words)."""
        vragen = draagvlakvragen()
        waarden = {v.code: self.cleaned_data[v.code] for v in vragen if v.soort == "schaal5"}
        return waarden, "\n".join(self.cleaned_data[v.code] for v in vragen if v.soort != "schaal5")
