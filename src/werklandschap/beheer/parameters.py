"""Parameters with a day: set by a municipality for itself, or agreed for the whole region; seen before they are kept.

What already held never changes: a new value starts today or later. A value for the region starts tomorrow at the
earliest, so that the other municipalities see it before it counts; they may set their own, and that shows.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werklandschap.beheer import rules
from werklandschap.kern.basis.acties import actie, vereis
from werklandschap.kern.basis.beheerlog import leg_beheer_vast
from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.organisaties.instellingen import (
    BEGIN,
    GEMEENTE,
    INSTELLINGEN,
    PAREN,
    REGIO,
    STANDAARD,
    Instelling,
    Periode,
    als_json,
    instelling,
    maak_rooster,
    parametergevolgen,
    periode_op,
    rooster,
)
from werklandschap.kern.organisaties.models import Gemeente, Parameterwaarde
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.ontwerp.opmaak import datum
from werklandschap.regelingen.datums import plus_maanden

VERSTE_JAREN = 5
BRONNEN = {
    GEMEENTE: gettext_lazy("eigen keuze"),
    REGIO: gettext_lazy("afspraak van de regio"),
    STANDAARD: gettext_lazy("standaard"),
}


@dataclass(frozen=True)
class Keuze:
    """What somebody wants to set: None follows what lies under it (the region, else the product)."""

    code: str
    waarde: int | None
    vanaf: date
    voor_regio: bool = False


@dataclass(frozen=True)
class Stand:
    """A parameter of one municipality today: its value and where that comes from, and what is planned."""

    instelling: Instelling
    waarde: int
    bron: str
    straks: list[Periode]

    @property
    def herkomst(self) -> str:
        """Where the value comes from, in words."""
        return str(BRONNEN[self.bron])


@dataclass(frozen=True)
class Afwijking:
    """A municipality that does otherwise than the region agreed, and why."""

    gemeente: str
    waarde: int
    waarom: str


@dataclass(frozen=True)
class Verandering:
    """What a choice does to one municipality: the days before and after, and what comes of it in sentences."""

    gemeente: Gemeente
    nu: list[Periode]
    straks: list[Periode]
    gevolgen: list[str]

    @property
    def verandert(self) -> bool:
        """Is there a day on which something else holds?"""
        return self.nu != self.straks


def standen(gemeente: Gemeente) -> list[Stand]:
    """All parameters as they hold today; no query."""
    vandaag = timezone.localdate()
    return [_stand(gemeente, i, vandaag) for i in INSTELLINGEN.values()]


def _stand(gemeente: Gemeente, wat: Instelling, vandaag: date) -> Stand:
    perioden = rooster(gemeente, wat.code)
    straks = [p for p in perioden if p.vanaf > vandaag]
    return Stand(wat, instelling(gemeente, wat.code), periode_op(perioden, vandaag).bron, straks)


def geschiedenis(gemeente: Gemeente, code: str) -> list[Parameterwaarde]:
    """Every row that was ever written for this municipality or its region, newest first; one query."""
    rijen = Parameterwaarde.objects.filter(Q(gemeente=gemeente) | Q(regio=gemeente.regio_id), code=code)
    return list(rijen.select_related("door").order_by("-pk"))


def afwijkingen(gemeente: Gemeente) -> dict[str, list[Afwijking]]:
    """Per parameter of the region: who does otherwise today than the agreement or the default; two queries."""
    vandaag = timezone.localdate()
    gemeenten = list(Gemeente.objects.filter(regio=gemeente.regio_id).order_by("naam"))
    rijen = Parameterwaarde.objects.filter(gemeente__in=gemeenten, vanaf__lte=vandaag).order_by("vanaf", "pk")
    waarom = {(rij.gemeente_id, rij.code): rij.waarom for rij in rijen}
    uit: dict[str, list[Afwijking]] = defaultdict(list)
    for code, wat in INSTELLINGEN.items():
        for buur in gemeenten if wat.regionaal else ():
            nu = periode_op(rooster(buur, code), vandaag)
            if nu.bron == GEMEENTE and nu.waarde is not None:
                uit[code].append(Afwijking(buur.naam, nu.waarde, waarom.get((buur.pk, code), "")))
    return dict(uit)


def bekijk(gemeente: Gemeente, keuze: Keuze) -> list[Verandering]:
    """What this choice would change, for every municipality it is about. Raises Invoerfout; writes nothing."""
    _keur(keuze)
    return [_verandering(rij, keuze, tel=rij == gemeente) for rij in _geraakt(gemeente, keuze)]


def _geraakt(gemeente: Gemeente, keuze: Keuze) -> list[Gemeente]:
    wie = Q(regio=gemeente.regio_id) if keuze.voor_regio else Q(pk=gemeente.pk)
    return list(Gemeente.objects.filter(wie).select_related("regio").order_by("naam"))


def _verandering(gemeente: Gemeente, keuze: Keuze, *, tel: bool = False) -> Verandering:
    """Only the own people and placements are counted: those of a neighbour are not ours to know."""
    eigen, regio = _rijen(gemeente, keuze.code)
    (regio if keuze.voor_regio else eigen).append(
        Parameterwaarde(code=keuze.code, waarde=keuze.waarde, vanaf=keuze.vanaf)
    )
    straks = maak_rooster(eigen, regio)
    _keur_paren(gemeente, keuze, straks)
    return Verandering(gemeente, rooster(gemeente, keuze.code), straks, _gevolgen(gemeente, keuze, straks, tel))


def _rijen(gemeente: Gemeente, code: str) -> tuple[list[Parameterwaarde], list[Parameterwaarde]]:
    """(own rows, rows of the region); a number from before there were days counts from the beginning."""
    rijen = Parameterwaarde.objects.filter(Q(gemeente=gemeente) | Q(regio=gemeente.regio_id), code=code).order_by("pk")
    eigen: list[Parameterwaarde] = []
    regio: list[Parameterwaarde] = []
    for rij in rijen:
        (regio if rij.gemeente_id is None else eigen).append(rij)
    if isinstance(gemeente.instellingen.get(code), int):
        eigen.insert(0, Parameterwaarde(code=code, waarde=gemeente.instellingen[code], vanaf=BEGIN))
    return eigen, regio


def _gevolgen(gemeente: Gemeente, keuze: Keuze, straks: list[Periode], tel: bool) -> list[str]:
    wat = INSTELLINGEN[keuze.code]
    oud, na = instelling(gemeente, keuze.code, keuze.vanaf), periode_op(straks, keuze.vanaf).waarde
    nieuw = wat.standaard if na is None else na
    if oud == nieuw:
        return [_("Op deze dag verandert er niets: {waarde} geldt al.").format(waarde=nieuw)]
    zin = (
        _("Dit geldt vanaf die dag meteen, ook voor wat al loopt.")
        if wat.meteen
        else _("Dit geldt voor wat vanaf die dag begint. Wat al loopt, houdt zijn datum.")
    )
    tellers = [teller for code, teller in parametergevolgen.paren() if tel and code == keuze.code]
    return [zin, *filter(None, (teller(gemeente, oud, nieuw) for teller in tellers))]


def _keur(keuze: Keuze) -> None:
    wat = INSTELLINGEN[keuze.code]
    vandaag = timezone.localdate()
    fouten = {}
    if keuze.waarde is not None and not wat.minimum <= keuze.waarde <= wat.maximum:
        zin = _("Vul een getal in van {minimum} tot en met {maximum}.")
        fouten["waarde"] = zin.format(minimum=wat.minimum, maximum=wat.maximum)
    if keuze.voor_regio and not wat.regionaal:
        fouten["voor_regio"] = _("Dit kiest elke gemeente zelf.")
    eerste = vandaag + timedelta(days=1) if keuze.voor_regio else vandaag
    if not eerste <= keuze.vanaf <= plus_maanden(vandaag, 12 * VERSTE_JAREN):
        zin = _("Kies een dag vanaf {dag}, en hooguit {jaren} jaar vooruit.")
        fouten["vanaf"] = zin.format(dag=datum(eerste), jaren=VERSTE_JAREN)
    if fouten:
        raise Invoerfout(fouten)


def _keur_paren(gemeente: Gemeente, keuze: Keuze, straks: list[Periode]) -> None:
    """Refuse what makes the smaller of two larger than the other on any day from the chosen one on."""
    for paar in PAREN:
        if keuze.code not in paar:
            continue
        tijden = {code: straks if code == keuze.code else rooster(gemeente, code) for code in paar}
        dagen = {keuze.vanaf, *(p.vanaf for perioden in tijden.values() for p in perioden if p.vanaf > keuze.vanaf)}
        for dag in sorted(dagen):
            klein, groot = (_waarde_op(tijden[code], code, dag) for code in paar)
            if klein > groot:
                zin = _("Op {dag} zou in {gemeente} “{klein}” groter zijn dan “{groot}”.")
                labels = [str(INSTELLINGEN[code].label) for code in paar]
                tekst = zin.format(dag=datum(dag), gemeente=gemeente.naam, klein=labels[0], groot=labels[1])
                raise Invoerfout({"waarde": tekst})


def _waarde_op(perioden: list[Periode], code: str, dag: date) -> int:
    waarde = periode_op(perioden, dag).waarde
    return INSTELLINGEN[code].standaard if waarde is None else waarde


@actie
def zet_parameter(*, gemeente: Gemeente, keuze: Keuze, waarom: str, gezien: int, door: Gebruiker) -> list[Verandering]:
    """Keep a choice for the municipality, or for its whole region; `gezien` is the newest row the user saw (0: none).

    Raises Invoerfout when a colleague wrote in between, or the choice does not fit.
    """
    vereis(rules.mag_parameter_zetten(door, gemeente))
    _keur(keuze)
    if not waarom.strip():
        raise Invoerfout({"waarom": _("Schrijf op waarom. Uw collega’s en de regio lezen dit.")})
    geraakt = list(
        Gemeente.objects.select_for_update(of=("self",))
        .filter(Q(regio=gemeente.regio_id) if keuze.voor_regio else Q(pk=gemeente.pk))
        .select_related("regio")
        .order_by("pk")
    )
    nieuwste = Parameterwaarde.objects.filter(Q(gemeente=gemeente) | Q(regio=gemeente.regio_id), code=keuze.code)
    if (nieuwste.order_by("-pk").values_list("pk", flat=True).first() or 0) != gezien:
        raise Invoerfout(_("Een collega heeft dit net gewijzigd. Kijk eerst wat er nu staat."))
    veranderingen = [_verandering(rij, keuze) for rij in geraakt]
    for rij in geraakt:
        _bewaar_begin(rij, keuze.code)
    Parameterwaarde.objects.create(
        gemeente=None if keuze.voor_regio else gemeente,
        regio=gemeente.regio if keuze.voor_regio else None,
        code=keuze.code,
        waarde=keuze.waarde,
        vanaf=keuze.vanaf,
        waarom=waarom.strip()[:300],
        door=door,
    )
    for verandering in veranderingen:
        _bewaar(verandering, keuze, waarom.strip()[:300], door)
    return veranderingen


def _bewaar_begin(gemeente: Gemeente, code: str) -> None:
    """A number from before there were days becomes a row, so that it is not lost."""
    waarde = gemeente.instellingen.get(code)
    if isinstance(waarde, int):
        Parameterwaarde.objects.create(
            gemeente=gemeente, code=code, waarde=waarde, vanaf=BEGIN, waarom=_("Gold al"), door=None
        )


def _bewaar(verandering: Verandering, keuze: Keuze, waarom: str, door: Gebruiker) -> None:
    gemeente = verandering.gemeente
    instellingen: dict[str, Any] = {**gemeente.instellingen, keuze.code: als_json(verandering.straks)}
    gemeente.wijzig(verwacht=None, instellingen=instellingen)
    leg_beheer_vast(
        gemeente=gemeente,
        soort="parameter.regio" if keuze.voor_regio else "parameter.gezet",
        door=door,
        gegevens={
            "wat": str(INSTELLINGEN[keuze.code].label),
            "waarde": in_woorden(keuze),
            "vanaf": datum(keuze.vanaf),
            "waarom": waarom,
        },
    )


def in_woorden(keuze: Keuze) -> str:
    """The value as people read it."""
    if keuze.waarde is not None:
        return str(keuze.waarde)
    return _("de standaard") if keuze.voor_regio else _("wat in de regio geldt")


@actie
def neem_regio_over(*, gemeente: Gemeente, door: Gebruiker | None) -> None:
    """Give a municipality that is new in a region what the region agreed."""
    if door is not None:
        vereis(rules.mag_parameter_zetten(door, gemeente))
    codes = Parameterwaarde.objects.filter(regio=gemeente.regio_id).values_list("code", flat=True).distinct()
    instellingen = {code: als_json(maak_rooster(*_rijen(gemeente, code))) for code in codes.order_by("code")}
    gemeente.wijzig(verwacht=None, instellingen={**gemeente.instellingen, **instellingen})
