"""Which step of a voordracht follows which: one table.

Who may set it, what it needs and what it causes are read from here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werklandschap.samen.bemiddeling.models import Voordracht

Status = Voordracht.Status
Tekst = str | Promise


class Wie(StrEnum):
    """Who sets a step."""

    PROFESSIONAL = "professional"
    KANDIDAAT = "kandidaat"
    WERKGEVER = "werkgever"
    PLAATSER = "plaatser"


def _toestemming(voordracht: Voordracht) -> str:
    if voordracht.toestemming is not None and voordracht.toestemming.is_geldig:
        return ""
    return _("De kandidaat heeft geen geldige toestemming gegeven. Vraag de kandidaat eerst.")


def _introductie(voordracht: Voordracht) -> str:
    return "" if voordracht.introductie.strip() else _("Schrijf eerst een introductie voor de werkgever.")


def _plek_vrij(voordracht: Voordracht) -> str:
    profiel = voordracht.werkprofiel
    if voordracht.open_voorstel:
        return ""
    if profiel.status != profiel.Status.OPEN:
        return _("Dit werkprofiel staat niet open. Zet het eerst open.")
    if profiel.max_voordrachten is None:
        return ""
    bezig = profiel.voordrachten.filter(status__in=LOOPT_BIJ_WERKGEVER).exclude(pk=voordracht.pk).count()
    if bezig < profiel.max_voordrachten:
        return ""
    return _("Met de werkgever is afgesproken: hooguit {aantal} kandidaten tegelijk. Dat aantal is bereikt.").format(
        aantal=profiel.max_voordrachten
    )


def _afspraak_geldt(voordracht: Voordracht) -> str:
    afspraak = getattr(voordracht.werkprofiel.werkgever, "bemiddelingsafspraak", None)
    if afspraak is None or afspraak.geldt:
        return ""
    return _("De afspraken met deze private partij gelden vandaag niet. Spreek eerst opnieuw af.")


def _teruggekoppeld(voordracht: Voordracht) -> str:
    if voordracht.status != Status.AFGEWEZEN or not voordracht.besloten_op or voordracht.teruggekoppeld_op:
        return ""
    return _("Vertel de kandidaat eerst wat de werkgever zei.")


LOOPT_BIJ_WERKGEVER = (Status.VOORGEDRAGEN, Status.IN_GESPREK, Status.AANGENOMEN)
LOPEND = (Status.VOORGESELECTEERD, Status.GEVRAAGD, Status.TOEGESTEMD, *LOOPT_BIJ_WERKGEVER)

_PRO = frozenset({Wie.PROFESSIONAL})
_PRO_OF_KANDIDAAT = frozenset({Wie.PROFESSIONAL, Wie.KANDIDAAT})
_PLAATSER = frozenset({Wie.PLAATSER})
_PRO_OF_WERKGEVER = frozenset({Wie.PROFESSIONAL, Wie.WERKGEVER})


@dataclass(frozen=True)
class Overgang:
    """One step. `van` empty: a new row. `nodig` are checks that answer what is missing, or nothing.

    Causes: `gebeurtenis` on the person's chain, `bij_werkgever` on the employer's (without a name), `sluit_taken`
    are the kinds of tasks that are done by it, `zegt_af` calls off the meetings still to come.
    """

    naam: Tekst
    van: frozenset[str]
    naar: Status
    wie: frozenset[Wie]
    nodig: tuple[Callable[[Voordracht], str], ...] = ()
    bij_werkgever: bool = False
    sluit_taken: tuple[str, ...] = ()
    zegt_af: bool = False

    @property
    def gebeurtenis(self) -> str:
        """The kind of event on the person's chain."""
        return f"voordracht.{self.naar}"

    @property
    def werkgevergebeurtenis(self) -> str:
        """The kind of event on the employer's chain."""
        return f"kandidaat.{self.naar}"


OVERGANGEN: dict[str, Overgang] = {
    "voorselecteer": Overgang(gettext_lazy("Voorselecteren"), frozenset(), Status.VOORGESELECTEERD, _PRO),
    "opnieuw": Overgang(
        gettext_lazy("Opnieuw beginnen"),
        frozenset({Status.AFGEZIEN, Status.INGETROKKEN, Status.AFGEWEZEN}),
        Status.VOORGESELECTEERD,
        _PRO,
        nodig=(_teruggekoppeld,),
    ),
    "vraag": Overgang(
        gettext_lazy("Vraag de kandidaat"),
        frozenset({Status.VOORGESELECTEERD, Status.TOEGESTEMD}),
        Status.GEVRAAGD,
        _PRO,
        sluit_taken=("wil_zelf",),
    ),
    "stem_toe": Overgang(
        gettext_lazy("De kandidaat zegt ja"),
        frozenset({Status.GEVRAAGD}),
        Status.TOEGESTEMD,
        _PRO_OF_KANDIDAAT,
        nodig=(_toestemming,),
        sluit_taken=("antwoord",),
    ),
    "zie_af": Overgang(
        gettext_lazy("De kandidaat ziet ervan af"),
        frozenset(LOPEND),
        Status.AFGEZIEN,
        _PRO_OF_KANDIDAAT,
        bij_werkgever=True,
        sluit_taken=("wil_zelf", "antwoord", "voordragen", "reactie", "plaatsen"),
        zegt_af=True,
    ),
    "draag_voor": Overgang(
        gettext_lazy("Stel voor aan de werkgever"),
        frozenset({Status.TOEGESTEMD}),
        Status.VOORGEDRAGEN,
        _PRO,
        nodig=(_toestemming, _introductie, _plek_vrij, _afspraak_geldt),
        bij_werkgever=True,
        sluit_taken=("voordragen",),
    ),
    "ontmoet": Overgang(
        gettext_lazy("Plan een ontmoeting"),
        frozenset({Status.VOORGEDRAGEN, Status.IN_GESPREK}),
        Status.IN_GESPREK,
        _PRO,
        nodig=(_toestemming,),
        bij_werkgever=True,
        sluit_taken=("reactie",),
    ),
    "neem_aan": Overgang(
        gettext_lazy("De werkgever zegt ja"),
        frozenset({Status.VOORGEDRAGEN, Status.IN_GESPREK}),
        Status.AANGENOMEN,
        _PRO_OF_WERKGEVER,
        nodig=(_toestemming,),
        bij_werkgever=True,
        sluit_taken=("reactie",),
    ),
    "wijs_af": Overgang(
        gettext_lazy("De werkgever zegt nee"),
        frozenset({Status.VOORGEDRAGEN, Status.IN_GESPREK}),
        Status.AFGEWEZEN,
        _PRO_OF_WERKGEVER,
        bij_werkgever=True,
        sluit_taken=("reactie",),
        zegt_af=True,
    ),
    "plaats": Overgang(
        gettext_lazy("Geplaatst"),
        frozenset({Status.AANGENOMEN}),
        Status.GEPLAATST,
        _PLAATSER,
        bij_werkgever=True,
        sluit_taken=("plaatsen",),
    ),
    "trek_in": Overgang(
        gettext_lazy("Trek de voordracht in"),
        frozenset(LOPEND),
        Status.INGETROKKEN,
        _PRO,
        bij_werkgever=True,
        sluit_taken=("wil_zelf", "antwoord", "voordragen", "reactie", "plaatsen"),
        zegt_af=True,
    ),
}


def mogelijk(voordracht: Voordracht) -> set[str]:
    """The codes of the steps that can follow now, whoever may set them."""
    return {code for code, overgang in OVERGANGEN.items() if voordracht.status in overgang.van}


def ontbreekt(voordracht: Voordracht, code: str) -> list[str]:
    """What is still needed for a step, in sentences; empty when nothing."""
    return [melding for controle in OVERGANGEN[code].nodig if (melding := controle(voordracht))]
