"""The form in which a professional confirms, line by line, what a job asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werklandschap.competenties import startgegevens
from werklandschap.competenties.models import Competentie, Omstandigheid
from werklandschap.kern.profielen.uitleg import naam_van_code
from werklandschap.ontwerp.formulieren import Basisformulier
from werklandschap.werkgever.werkprofiel.eisen import Eisen, Eisregel
from werklandschap.werkgever.werkprofiel.herkennen import Voorstel, Voorstellen

EXTRA = 4
RIJBEWIJZEN = ("AM", "A", "B", "BE", "C", "CE", "D", "T")
TAALNIVEAUS = [(0, _("geen eis")), *((n, cefr) for n, cefr in enumerate(("A1", "A2", "B1", "B2", "C1", "C2"), 1))]
NIVEAUS = [
    (1, _("1 beginner")),
    (2, _("2 met hulp")),
    (3, _("3 zelfstandig")),
    (4, _("4 ervaren")),
    (5, _("5 leert het anderen")),
]
DAGEN = (_("ma"), _("di"), _("wo"), _("do"), _("vr"), _("za"), _("zo"))
DELEN = (_("ochtend"), _("middag"), _("avond"))


class Schuif(forms.NumberInput):
    """A slider from `minst` to `meest`; `woorden` are what each step means, divided by bars. Arrow keys move it."""

    input_type = "range"

    def __init__(self, minst: int, meest: int, woorden: str = "") -> None:
        super().__init__({"min": minst, "max": meest, "step": 1, "class": "wl-schuif", "data-woorden": woorden})


@dataclass(frozen=True)
class Eisrij:
    """One line of the table: the suggestion and its four inputs."""

    voorstel: Voorstel
    aan: forms.BoundField
    niveau: forms.BoundField
    gewicht: forms.BoundField
    hard: forms.BoundField


@dataclass(frozen=True)
class Velduitleg:
    """An input with the words of the text it rests on."""

    veld: forms.BoundField
    fragment: str


class Eisenformulier(Basisformulier):
    """Built from what is confirmed (`vast`) and what is suggested; `eisen()` gives what it shows or what was chosen."""

    versie = forms.IntegerField(widget=forms.HiddenInput)
    uren_min = forms.IntegerField(label=_("Minimaal uren per week"), required=False, min_value=0, max_value=168)
    uren_max = forms.IntegerField(label=_("Maximaal uren per week"), required=False, min_value=0, max_value=168)
    certificaten = forms.MultipleChoiceField(
        label=_("Certificaten en rijbewijzen"), required=False, widget=forms.CheckboxSelectMultiple
    )
    dagdelen = forms.TypedMultipleChoiceField(
        label=_("Op welke dagdelen wordt altijd gewerkt?"),
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        choices=[(3 * d + p, f"{dag} {deel}") for d, dag in enumerate(DAGEN) for p, deel in enumerate(DELEN)],
        help_text=_("Kies alleen dagdelen die vastliggen. Wie dan niet kan, valt af."),
    )

    def __init__(self, *args: Any, vast: Eisen, voorstellen: Voorstellen, versie: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.voorstellen = voorstellen
        self._extra: list[Competentie] = []
        self.eerste_keer = not vast.competenties
        self._lijst = [Voorstel(regel, True) for regel in vast.competenties] + voorstellen.competenties
        self.fields["versie"].initial = versie
        self._zet_competenties()
        self._zet_certificaten(vast)
        self._zet_talen(vast)
        self._zet_omstandigheden(vast)
        uren = voorstellen.uren if self.eerste_keer and vast.uren_max is None else None
        self.fields["uren_min"].initial = uren[0] if uren else vast.uren_min
        self.fields["uren_max"].initial = uren[1] if uren else vast.uren_max
        self.fields["dagdelen"].initial = [bit for bit in range(21) if (vast.dagdelen or 0) >> bit & 1]

    def _zet_competenties(self) -> None:
        for voorstel in self._lijst:
            regel, naam = voorstel.regel, voorstel.regel.competentie.naam
            pk = regel.competentie.pk
            self.fields[f"aan_{pk}"] = forms.BooleanField(label=naam, required=False, initial=voorstel.aan)
            self.fields[f"niveau_{pk}"] = forms.TypedChoiceField(
                label=gettext("Niveau van {naam}").format(naam=naam),
                coerce=int,
                choices=NIVEAUS,
                initial=regel.niveau,
                widget=Schuif(1, 5, "|".join(str(woord) for _nummer, woord in NIVEAUS)),
            )
            self.fields[f"gewicht_{pk}"] = forms.IntegerField(
                label=gettext("Gewicht van {naam}").format(naam=naam),
                min_value=1,
                max_value=10,
                initial=regel.gewicht,
                widget=Schuif(1, 10),
            )
            self.fields[f"hard_{pk}"] = forms.BooleanField(
                label=gettext("{naam} is een harde eis").format(naam=naam), required=False, initial=regel.hard
            )
        for nummer in range(1, EXTRA + 1):
            self.fields[f"extra_{nummer}"] = forms.CharField(
                label=gettext("Nog een competentie ({nummer})").format(nummer=nummer),
                required=False,
                max_length=300,
                widget=forms.TextInput(attrs={"list": "competenties", "autocomplete": "off"}),
            )

    def _zet_certificaten(self, vast: Eisen) -> None:
        veld = self.fields["certificaten"]
        assert isinstance(veld, forms.MultipleChoiceField)
        bekend = list(dict.fromkeys([*vast.certificaten, *self.voorstellen.certificaten]))
        alle = [f"rijbewijs:{soort}" for soort in RIJBEWIJZEN] + [t.code for t in startgegevens.certificaten()]
        veld.choices = [(code, self._met_fragment(code)) for code in bekend]
        veld.initial = bekend if self.eerste_keer else list(vast.certificaten)
        rest = [(code, naam_van_code(code)) for code in alle if code not in bekend]
        self.fields["certificaat_erbij"] = forms.ChoiceField(
            label=gettext("Nog een certificaat of rijbewijs"), required=False, choices=[("", gettext("Geen")), *rest]
        )

    def _met_fragment(self, code: str) -> str:
        fragment = self.voorstellen.certificaten.get(code, "")
        return f"{naam_van_code(code)} (“{fragment}”)" if fragment else naam_van_code(code)

    def _zet_talen(self, vast: Eisen) -> None:
        self._talen = list(dict.fromkeys(["nld", *vast.talen, *self.voorstellen.talen]))
        for taal in self._talen:
            gevonden = self.voorstellen.talen.get(taal, (0, ""))[0] if self.eerste_keer else 0
            self.fields[f"taal_{taal}"] = forms.TypedChoiceField(
                label=naam_van_code(taal), coerce=int, choices=TAALNIVEAUS, initial=vast.talen.get(taal, gevonden)
            )

    def _zet_omstandigheden(self, vast: Eisen) -> None:
        self._omstandigheden = list(Omstandigheid.objects.all())
        for rij in self._omstandigheden:
            gevonden = self.voorstellen.omstandigheden.get(rij.code, (0, ""))[0] if self.eerste_keer else 0
            keuzes = [(0, gettext("komt niet voor")), *((n, rij.tekst_voor(n)) for n in (1, 2, 3))]
            self.fields[f"omst_{rij.code}"] = forms.TypedChoiceField(
                label=str(rij), coerce=int, choices=keuzes, initial=vast.omstandigheden.get(rij.code, gevonden)
            )

    def rijen(self) -> Iterator[Eisrij]:
        """The competences, one line each."""
        for voorstel in self._lijst:
            pk = voorstel.regel.competentie.pk
            yield Eisrij(voorstel, *(self[f"{soort}_{pk}"] for soort in ("aan", "niveau", "gewicht", "hard")))

    def extra(self) -> list[forms.BoundField]:
        """Empty lines for competences nobody suggested."""
        return [self[f"extra_{nummer}"] for nummer in range(1, EXTRA + 1)]

    def talen(self) -> list[Velduitleg]:
        """The languages, with the words of the text."""
        return [Velduitleg(self[f"taal_{t}"], self.voorstellen.talen.get(t, (0, ""))[1]) for t in self._talen]

    def omstandigheden(self) -> tuple[list[Velduitleg], list[Velduitleg]]:
        """Conditions that are there or were found in the text, and all others."""
        eerst: list[Velduitleg] = []
        rest: list[Velduitleg] = []
        for rij in self._omstandigheden:
            veld = self[f"omst_{rij.code}"]
            gevonden = self.voorstellen.omstandigheden.get(rij.code)
            lijst = eerst if gevonden or str(veld.value() or "0") != "0" else rest
            lijst.append(Velduitleg(veld, gevonden[1] if gevonden else ""))
        return eerst, rest

    def clean(self) -> dict[str, Any]:
        """Look up the competences that were typed; an unknown name is said at its field."""
        gegevens = super().clean() or {}
        for nummer in range(1, EXTRA + 1):
            naam = (gegevens.get(f"extra_{nummer}") or "").strip()
            if not naam:
                continue
            zelfde = Q(label__iexact=naam) | Q(label_en__iexact=naam) | Q(synoniemen__tekst__iexact=naam)
            gevonden = Competentie.objects.filter(zelfde, actief=True).order_by("bron", "pk").first()
            if gevonden is None:
                fout = gettext("“{naam}” kennen wij niet. Kies een competentie uit de lijst.").format(naam=naam)
                self.add_error(f"extra_{nummer}", fout)
            else:
                self._extra.append(gevonden)
        return gegevens

    def eisen(self) -> Eisen:
        """What was chosen, after `is_valid()`; a wrong field, and a form just opened, as it was shown first."""
        g = {naam: self.get_initial_for_field(veld, naam) for naam, veld in self.fields.items()}
        g |= getattr(self, "cleaned_data", {})
        gekozen = [_regel(v.regel, g) for v in self._lijst if g[f"aan_{v.regel.competentie.pk}"]]
        er_al = {regel.competentie.pk for regel in gekozen}
        gekozen += [Eisregel(c) for c in dict.fromkeys(self._extra) if c.pk not in er_al]
        certificaten = [*g["certificaten"], *([g["certificaat_erbij"]] if g["certificaat_erbij"] else [])]
        return Eisen(
            competenties=tuple(gekozen),
            certificaten=tuple(dict.fromkeys(certificaten)),
            talen={t: g[f"taal_{t}"] for t in self._talen if g[f"taal_{t}"]},
            omstandigheden={r.code: g[f"omst_{r.code}"] for r in self._omstandigheden if g[f"omst_{r.code}"]},
            uren_min=g["uren_min"],
            uren_max=g["uren_max"],
            dagdelen=sum(1 << bit for bit in g["dagdelen"]) or None,
        )


def _regel(regel: Eisregel, g: dict[str, Any]) -> Eisregel:
    pk = regel.competentie.pk
    return Eisregel(regel.competentie, g[f"niveau_{pk}"], g[f"gewicht_{pk}"], g[f"hard_{pk}"], regel.fragment)
