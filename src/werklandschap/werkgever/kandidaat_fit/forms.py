"""Forms of this room: fields come from the catalogues."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werklandschap.kern.basis.catalogus import keuzes
from werklandschap.kern.basis.openbaar import OpenbaarFormulier
from werklandschap.kern.organisaties.models import Partnerorganisatie
from werklandschap.kern.relaties.models import Contactmoment, Werkgever
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.formulieren import Basisformulier
from werklandschap.ontwerp.opmaak import datum
from werklandschap.werkgever.kandidaat_fit.catalogi import (
    antwoorden,
    draagvlakvragen,
    ipsprincipes,
    lijnen,
    punten,
    schaal,
)
from werklandschap.werkgever.kandidaat_fit.models import Gereedheid, Gespreksbewijs


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


class Gesprekskeuze(forms.ModelChoiceField):
    """A conversation by its date, kind and subject."""

    def label_from_instance(self, obj: Any) -> str:
        """As the user knows it."""
        return f"{datum(obj.datum)}, {obj.get_soort_display()}: {obj.onderwerp}"


class Bewijsformulier(Basisformulier):
    """What a conversation says about a point."""

    moment = Gesprekskeuze(
        label=gettext_lazy("In welk gesprek is dit gezegd?"), queryset=Contactmoment.objects.none(), empty_label=None
    )
    punt = forms.ChoiceField(label=gettext_lazy("Waar gaat het over?"))
    zegt = forms.ChoiceField(
        label=gettext_lazy("Wat zegt dit?"), choices=Gespreksbewijs.Zegt.choices, widget=forms.RadioSelect
    )
    fragment = forms.CharField(
        label=gettext_lazy("De zin uit het verslag die dit zegt"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Laat alleen die zin staan. Noem geen naam en schrijf niets over iemands gezondheid."),
    )

    def __init__(self, *args: Any, werkgever: Werkgever, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        momenten, punt = self.fields["moment"], self.fields["punt"]
        assert isinstance(momenten, forms.ModelChoiceField)
        assert isinstance(punt, forms.ChoiceField)
        momenten.queryset = Contactmoment.objects.filter(werkgever=werkgever, gehouden=True)
        punt.choices = [
            (lijn.naam, [(p.code, p.stelling) for p in punten() if p.lijn == lijn.code]) for lijn in lijnen()
        ]


# Long enough for who is away a week, short enough to answer at once.
ONDERZOEK_DUURT = timedelta(days=14)


class Onderzoekformulier(Basisformulier):
    """Until when the survey is open."""

    sluit_op = forms.DateField(
        label=gettext_lazy("Open tot en met"), initial=lambda: timezone.localdate() + ONDERZOEK_DUURT
    )


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


class Ipsformulier(Basisformulier):
    """Begin: the wish and with which care."""

    wens = forms.CharField(
        label=gettext_lazy("Welk werk wil de persoon?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("In eigen woorden. Of iemand klaar is, vragen wij niet."),
    )
    zorgpartner = forms.ModelChoiceField(
        label=gettext_lazy("Met welke zorg werkt u samen?"),
        queryset=Partnerorganisatie.objects.none(),
        empty_label=gettext_lazy("Kies"),
        help_text=gettext_lazy("De persoon gaf toestemming om met deze zorg te overleggen."),
    )

    def __init__(self, *args: Any, gebruiker: Gebruiker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["zorgpartner"]
        assert isinstance(veld, forms.ModelChoiceField)
        veld.queryset = Partnerorganisatie.objects.voor(gebruiker).filter(actief=True, soort="zorg").order_by("naam")


class Ipsstapformulier(Basisformulier):
    """What happened."""

    stap = forms.ChoiceField(
        label=gettext_lazy("Wat is er gebeurd?"),
        choices=[
            ("zorg", gettext_lazy("Met de zorg afgestemd")),
            ("contact", gettext_lazy("Contact met een werkgever")),
            ("plek", gettext_lazy("Er is een plek")),
            ("leren", gettext_lazy("Leren op de plek")),
            ("stop", gettext_lazy("Gestopt")),
        ],
        widget=forms.RadioSelect,
    )
    werkgever = forms.ModelChoiceField(
        label=gettext_lazy("Welke werkgever?"),
        queryset=Werkgever.objects.none(),
        required=False,
        empty_label=gettext_lazy("Kies"),
        help_text=gettext_lazy("Nodig bij contact en bij een plek."),
    )
    tekst = forms.CharField(
        label=gettext_lazy("Kort erbij"),
        required=False,
        max_length=1000,
        help_text=gettext_lazy("Nodig bij leren en bij stoppen."),
    )

    def __init__(self, *args: Any, gebruiker: Gebruiker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["werkgever"]
        assert isinstance(veld, forms.ModelChoiceField)
        rijen = Werkgever.objects.voor(gebruiker).filter(samengevoegd_in__isnull=True)
        veld.queryset = rijen.exclude(status=Werkgever.Status.GESTOPT).order_by("naam")


class Modeltrouwformulier(Basisformulier):
    """Every principle 1 to 5."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for principe in ipsprincipes():
            self.fields[principe.code] = forms.TypedChoiceField(
                label=principe.vraag,
                choices=[(n, str(n)) for n in range(1, 6)],
                coerce=int,
                initial=3,
                help_text=f"1: {principe.laag}. 5: {principe.hoog}.",
            )
        self.fields["verbeterpunt"] = forms.CharField(
            label=_("Wat gaan we verbeteren?"), required=False, max_length=300
        )

    def scores(self) -> dict[str, int]:
        """{principle: 1–5}."""
        return {p.code: self.cleaned_data[p.code] for p in ipsprincipes()}
