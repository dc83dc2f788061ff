"""Forms of the job profile."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werklandschap.competenties.models import Beroep
from werklandschap.kern.basis.catalogus import keuzes
from werklandschap.kern.profielen.models import Werkprofiel
from werklandschap.kern.relaties.catalogi import sectoren
from werklandschap.kern.relaties.models import Vestiging, Werkgever
from werklandschap.ontwerp.formulieren import Basisformulier, Basismodelformulier
from werklandschap.werkgever.werkprofiel.actions import ADVIEZEN, TE_WIJZIGEN


def _sectoren() -> list[tuple[str, str]]:
    return [("", str(_("Kies een sector"))), *keuzes(sectoren())]


class Nieuwformulier(Basisformulier):
    """A new profile: from the text of a vacancy, from an occupation, or both."""

    groepen = [
        (_("De plek"), ["titel", "vestiging", "posities", "start", "einde", "reden", "sector"]),
        (_("Wat voor werk is het?"), ["omschrijving", "beroep"]),
    ]

    titel = forms.CharField(label=_("Functie"), max_length=150)
    vestiging = forms.ModelChoiceField(label=_("Vestiging"), queryset=Vestiging.objects.none(), required=False)
    posities = forms.IntegerField(label=_("Aantal plekken"), min_value=1, max_value=500, initial=1)
    start = forms.DateField(
        label=_("Begint op"),
        initial=timezone.localdate,
        help_text=_("Een datum in de toekomst mag ook. Dan telt mee wat mensen tot die dag kunnen leren."),
    )
    einde = forms.DateField(label=_("Loopt tot"), required=False)
    reden = forms.ChoiceField(
        label=_("Waarom komt deze plek?"), choices=Werkprofiel.Reden.choices, initial=Werkprofiel.Reden.VACANT
    )
    sector = forms.ChoiceField(label=_("Sector"), choices=_sectoren, required=False)
    omschrijving = forms.CharField(
        label=_("Tekst van de vacature"),
        required=False,
        max_length=50_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("Plak hier de hele tekst. In de volgende stap ziet u welke eisen wij erin lezen."),
    )
    beroep = forms.ModelChoiceField(
        label=_("Beroep"),
        queryset=Beroep.objects.none(),
        required=False,
        help_text=_("Is er geen tekst? Kies een beroep. Dan stellen wij voor wat dat beroep meestal vraagt."),
    )

    def __init__(self, *args: Any, werkgever: Werkgever, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _zet_keuzes(self.fields, werkgever)


class Bewerkformulier(Basismodelformulier):
    """All of a profile but what it asks."""

    groepen = [
        (
            _("De plek"),
            ["titel", "vestiging", "posities", "start", "einde", "reden", "sector", "beroep", "loon", "contract"],
        ),
        (_("De werkplek"), ["omgeving", "cultuur", "begeleiding"]),
        (_("De tekst"), ["omschrijving"]),
    ]

    versie = forms.IntegerField(widget=forms.HiddenInput)
    sector = forms.ChoiceField(label=_("Sector"), choices=_sectoren, required=False)

    class Meta:
        model = Werkprofiel
        fields = TE_WIJZIGEN
        widgets = {naam: forms.Textarea(attrs={"rows": 3}) for naam in ("omgeving", "cultuur", "begeleiding")}
        help_texts = {
            "omgeving": _("Bijvoorbeeld: buiten, een druk magazijn, een stil kantoor."),
            "cultuur": _("Bijvoorbeeld: een hecht team, veel humor, vaste gewoontes."),
            "begeleiding": _("Wie helpt een nieuwe collega, en hoeveel tijd is daarvoor?"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["versie"].initial = self.instance.versie
        _zet_keuzes(self.fields, self.instance.werkgever)

    def velden(self) -> dict[str, Any]:
        """What was filled in, without the version."""
        return {naam: waarde for naam, waarde in self.cleaned_data.items() if naam in TE_WIJZIGEN}


def _zet_keuzes(velden: dict[str, forms.Field], werkgever: Werkgever) -> None:
    vestiging, beroep = velden["vestiging"], velden["beroep"]
    assert isinstance(vestiging, forms.ModelChoiceField)
    assert isinstance(beroep, forms.ModelChoiceField)
    vestiging.queryset = werkgever.vestigingen.all()
    beroep.queryset = Beroep.objects.filter(actief=True, beroepcompetenties__isnull=False).distinct().order_by("label")


class Filterformulier(Basisformulier):
    """Which profiles to show."""

    q = forms.CharField(label=_("Functie, werkgever of nummer"), required=False, max_length=100)
    status = forms.ChoiceField(
        label=_("Status"), required=False, choices=[("", _("Alle")), *Werkprofiel.Status.choices]
    )
    sector = forms.ChoiceField(
        label=_("Sector"), required=False, choices=lambda: [("", _("Alle sectoren")), *keuzes(sectoren())]
    )
    wanneer = forms.ChoiceField(
        label=_("Begint"),
        required=False,
        choices=[("", _("Nu en later")), ("nu", _("Nu")), ("straks", _("Later"))],
    )
    wie = forms.ChoiceField(
        label=_("Van wie"),
        required=False,
        choices=[("", _("De hele regio")), ("gemeente", _("Onze gemeente")), ("mij", _("Van mij"))],
    )


class Openformulier(Basisformulier):
    """Agreements on selection."""

    opengesteld_op = forms.DateField(label=_("Open vanaf"), initial=timezone.localdate)
    open_voor = forms.ChoiceField(
        label=_("Voor wie?"),
        choices=Werkprofiel.Openvoor.choices,
        initial=Werkprofiel.Openvoor.REGIO,
        widget=forms.RadioSelect,
        help_text=_("Alleen voor collega’s? Dan zien inwoners dit werk nog niet op hun pagina."),
    )
    voordragen_voor = forms.DateField(
        label=_("Tot en met wanneer stellen wij kandidaten voor?"),
        required=False,
        help_text=_("De lijst met open plekken houdt deze datum aan."),
    )
    max_voordrachten = forms.IntegerField(
        label=_("Hoeveel kandidaten stellen wij voor?"),
        required=False,
        min_value=1,
        max_value=200,
        help_text=_("Laat leeg als u daar niets over afsprak."),
    )
    reactie_dagen = forms.IntegerField(
        label=_("Binnen hoeveel dagen reageert de werkgever?"), min_value=1, max_value=60, initial=5
    )
    selectieafspraken = forms.CharField(
        label=_("Hoe verloopt de selectie?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Bijvoorbeeld: eerst een rondleiding, dan een gesprek met de teamleider."),
    )


class Sluitformulier(Basisformulier):
    """How a profile ends."""

    uitkomst = forms.ChoiceField(
        label=_("Hoe loopt het af?"),
        choices=[("vervuld", _("De plek is vervuld")), ("gesloten", _("De plek gaat niet door"))],
    )
    toelichting = forms.CharField(label=_("Toelichting"), required=False, max_length=300)


class Adviesformulier(Basisformulier):
    """What we advise when few people fit."""

    advies = forms.ChoiceField(label=_("Advies aan de werkgever"), choices=list(ADVIEZEN.items()))


class Carveformulier(Basisformulier):
    """Which tasks go to a new profile, and how many hours a week each takes."""

    titel = forms.CharField(label=_("Naam van de nieuwe functie"), max_length=150)
    haal_weg = forms.BooleanField(label=_("Haal deze taken uit het oude werkprofiel"), required=False, initial=True)

    def __init__(self, *args: Any, taken: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._taken = taken
        for nummer, taak in enumerate(taken):
            self.fields[f"nieuw_{nummer}"] = forms.BooleanField(label=taak, required=False)
            self.fields[f"uren_{nummer}"] = forms.DecimalField(
                label=gettext("Uren per week: {taak}").format(taak=taak),
                required=False,
                min_value=0,
                max_value=168,
                decimal_places=1,
                widget=forms.NumberInput(attrs={"step": "0.5", "data-uren": "", "inputmode": "decimal"}),
            )

    def regels(self) -> list[tuple[str, forms.BoundField, forms.BoundField]]:
        """(task, goes to the new function, hours)."""
        return [(taak, self[f"nieuw_{n}"], self[f"uren_{n}"]) for n, taak in enumerate(self._taken)]

    def gekozen(self) -> dict[str, Decimal | None]:
        """{task: hours a week, or None} of the new function; only after `is_valid()`."""
        g = self.cleaned_data
        return {taak: g[f"uren_{n}"] for n, taak in enumerate(self._taken) if g[f"nieuw_{n}"]}


class Takenformulier(Basisformulier):
    """Tasks to add, each on a line."""

    taken = forms.CharField(
        label=_("Plak of schrijf de taken"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Elke taak op een eigen regel."),
    )


class Verwachtingformulier(Basisformulier):
    """What the employer expects for one function."""

    functie = forms.CharField(label=_("Welke functie?"), max_length=150)
    mensen = forms.IntegerField(label=_("Hoeveel mensen doen dit werk nu?"), min_value=0, max_value=100_000)
    groei = forms.IntegerField(
        label=_("Hoeveel komen er per jaar bij door groei?"),
        initial=0,
        min_value=-10_000,
        max_value=10_000,
        help_text=_("Wordt het minder? Vul een getal onder nul in."),
    )
    verloop_procent = forms.DecimalField(
        label=_("Hoeveel procent gaat per jaar weg?"), initial=0, min_value=0, max_value=100, decimal_places=1
    )
    met_pensioen = forms.IntegerField(
        label=_("Hoeveel gaan er binnen twee jaar met pensioen?"), initial=0, min_value=0, max_value=10_000
    )
    doorstroom = forms.IntegerField(
        label=_("Hoeveel gaan er binnen twee jaar ander werk doen na een opleiding?"),
        initial=0,
        min_value=0,
        max_value=10_000,
    )
    instroom = forms.IntegerField(
        label=_("Hoeveel eigen leerlingen komen er per jaar in dit werk?"), initial=0, min_value=0, max_value=10_000
    )
