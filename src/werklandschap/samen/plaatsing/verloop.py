"""The loonkostensubsidie of a placement through time: which decision held when, with which hours, and what was paid.

Reads only. Amounts are Decimals in euros.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.regelingen.fouten import RegelingFout
from werklandschap.regelingen.getallen import als_getal
from werklandschap.regelingen.periodes import Periode, Stand, Verloop, bereken_verloop
from werklandschap.regelingen.verrekening import Verrekening, verreken
from werklandschap.samen.plaatsing.models import Besluit, Plaatsing

LKS = "loonkostensubsidie"
EEN_DAG = timedelta(days=1)


@dataclass(frozen=True)
class Strook:
    """The days on which one decision held (both included)."""

    van: date
    tot: date
    besluit: Besluit


@dataclass(frozen=True)
class Verlooprij:
    """One period with the reason why it begins."""

    periode: Periode
    uren: Decimal
    loonwaarde: str
    reden: str


@dataclass(frozen=True)
class Subsidieverloop:
    """Everything about the subsidy of one placement; `fout` says in a sentence what is missing to calculate."""

    rijen: tuple[Verlooprij, ...] = ()
    per_jaar: tuple[tuple[int, Decimal], ...] = ()
    verrekening: Verrekening = field(default_factory=lambda: Verrekening(()))
    waarschuwingen: tuple[str, ...] = ()
    tot: date | None = None
    fout: str = ""

    def op(self, dag: date) -> Periode | None:
        """The period of a day, or None."""
        return next((r.periode for r in self.rijen if r.periode.van <= dag <= r.periode.tot_en_met), None)


def standen_van(plaatsing: Plaatsing) -> list[tuple[date, Decimal]]:
    """(from which day, hours per week) in order; the newest row of a day counts."""
    if plaatsing._state.adding:
        return [(plaatsing.van, plaatsing.uren)]
    per_dag = {stand.vanaf: stand.uren for stand in plaatsing.standen.all()}
    if not per_dag or min(per_dag) > plaatsing.van:
        per_dag[plaatsing.van] = plaatsing.uren if not per_dag else per_dag[min(per_dag)]
    return sorted(per_dag.items())


def uren_op(plaatsing: Plaatsing, dag: date) -> Decimal:
    """Hours per week on a day; before the start those of the start."""
    standen = standen_van(plaatsing)
    return next((uren for vanaf, uren in reversed(standen) if vanaf <= dag), standen[0][1])


def stroken(besluiten: Sequence[Besluit], laatste: date) -> list[Strook]:
    """When each decision held, through `laatste`. One that was replaced holds until the day before its replacement."""
    vervangers: dict[int, list[Besluit]] = {}
    for besluit in besluiten:
        if besluit.vervangt_id is not None:
            vervangers.setdefault(besluit.vervangt_id, []).append(besluit)
    eerste_dag: dict[int, date] = {}
    uit = []
    for besluit in sorted(besluiten, key=lambda b: b.pk, reverse=True):
        later = [min(b.van, eerste_dag.get(b.pk, b.van)) for b in vervangers.get(besluit.pk, ())]
        if later:
            eerste_dag[besluit.pk] = min(later)
        einden = [laatste, *(dag - EEN_DAG for dag in later)]
        if besluit.tot is not None:
            einden.append(besluit.tot)
        if min(einden) >= besluit.van:
            uit.append(Strook(besluit.van, min(einden), besluit))
    return sorted(uit, key=lambda strook: strook.van)


def eerste_lks_dag(plaatsing: Plaatsing) -> date | None:
    """The first day with subsidy, from which the forfaitair months count."""
    if plaatsing._state.adding:
        return None
    rijen = plaatsing.besluiten.filter(instrument=LKS, geweigerd_op__isnull=True)
    return rijen.order_by("van").values_list("van", flat=True).first()


def blijvende_stroken(plaatsing: Plaatsing, instrument: str, van: date, vervangt: Besluit | None) -> list[Strook]:
    """The days that are taken for an instrument when a decision from `van` comes, in place of `vervangt` if given.

    What a replaced decision held counts, and so does what waits for a second colleague.
    """
    if plaatsing._state.adding:
        return []
    rijen = list(plaatsing.besluiten.filter(instrument=instrument, geweigerd_op__isnull=True))
    gelden = [rij for rij in rijen if not rij.wacht]
    nieuw = Besluit(pk=sys.maxsize, van=van, vervangt=vervangt)
    houdt = stroken([*gelden, nieuw], date.max)
    return [strook for strook in houdt if strook.besluit is not nieuw] + [
        Strook(rij.van, rij.tot or date.max, rij) for rij in rijen if rij.wacht
    ]


def einde_van(plaatsing: Plaatsing, vandaag: date) -> date:
    """The last day to calculate: the end of the job or contract, else the end of this year or of the first year."""
    jaareinde = date(max(vandaag.year, plaatsing.van.year), 12, 31)
    return min(plaatsing.geeindigd_op or jaareinde, plaatsing.tot or jaareinde, jaareinde)


def subsidieverloop(plaatsing: Plaatsing, vandaag: date | None = None) -> Subsidieverloop:
    """The whole subsidy of a placement: periods, total per year, and what is due after what was paid."""
    nu = vandaag or timezone.localdate()
    laatste = einde_van(plaatsing, nu)
    besluiten = [rij for rij in plaatsing.besluiten.all() if rij.instrument == LKS and rij.is_vastgesteld]
    betaald: dict[date, Decimal] = {}
    for maand, bedrag in plaatsing.uitbetalingen.values_list("maand", "bedrag"):
        betaald[maand] = betaald.get(maand, Decimal(0)) + bedrag
    geboren = plaatsing.dossier.werkzoekende.geboortedatum
    if besluiten and geboren is None:
        return Subsidieverloop(fout=_("De geboortedatum is niet bekend. Vul die eerst in bij het dossier."))
    standen = standen_van(plaatsing)
    periodes: list[tuple[Periode, Decimal, Besluit]] = []
    try:
        for strook in stroken(besluiten, laatste):
            assert geboren is not None
            verloop = _bereken(plaatsing, strook, geboren, standen)
            periodes += [(p, _uren(standen, p.van), strook.besluit) for p in verloop.periodes]
        rijen = tuple(_rij(periodes, nummer) for nummer in range(len(periodes)))
        los = [p for p, _u, _b in periodes]
        grens = min(nu, laatste)
        return Subsidieverloop(
            rijen=rijen,
            per_jaar=tuple(sorted(Verloop(tuple(los)).per_jaar().items())),
            verrekening=verreken(los, betaald, grens),
            waarschuwingen=tuple(dict.fromkeys(w for p in los for w in p.berekening.waarschuwingen)),
            tot=laatste,
        )
    except RegelingFout as fout:
        return Subsidieverloop(fout=str(fout))


def _bereken(plaatsing: Plaatsing, strook: Strook, geboren: date, standen: list[tuple[date, Decimal]]) -> Verloop:
    invoer = strook.besluit.invoer
    forfaitair = bool(invoer.get("forfaitair"))
    loonwaarde = Decimal(invoer["loonwaarde"]) if invoer.get("loonwaarde") else None
    binnen = [Stand(strook.van, _uren(standen, strook.van), loonwaarde)]
    binnen += [Stand(dag, uren, loonwaarde) for dag, uren in standen if strook.van < dag <= strook.tot]
    return bereken_verloop(
        begin=strook.van,
        einde=strook.tot,
        geboren=geboren,
        standen=binnen,
        forfaitair=forfaitair,
        bbl=plaatsing.soort == Plaatsing.Soort.BBL,
    )


def _uren(standen: list[tuple[date, Decimal]], dag: date) -> Decimal:
    return next((uren for vanaf, uren in reversed(standen) if vanaf <= dag), standen[0][1])


def _rij(alle: list[tuple[Periode, Decimal, Besluit]], nummer: int) -> Verlooprij:
    periode, uren, besluit = alle[nummer]
    loonwaarde = _("vast deel") if periode.forfaitair else f"{als_getal(Decimal(besluit.invoer['loonwaarde']))} %"
    vorige = alle[nummer - 1] if nummer else None
    return Verlooprij(periode, uren, loonwaarde, _reden(periode, uren, besluit, vorige))


def _reden(periode: Periode, uren: Decimal, besluit: Besluit, vorige: tuple[Periode, Decimal, Besluit] | None) -> str:
    if vorige is None or vorige[0].tot_en_met + EEN_DAG != periode.van:
        return _("De subsidie begint")
    eerder, uren_eerder, besluit_eerder = vorige
    redenen = []
    if eerder.forfaitair and not periode.forfaitair:
        redenen.append(_("de loonwaarde is gemeten"))
    elif besluit.invoer.get("loonwaarde") != besluit_eerder.invoer.get("loonwaarde"):
        redenen.append(_("een andere loonwaarde"))
    if uren != uren_eerder:
        redenen.append(_("andere uren"))
    if periode.berekening.wml_per_uur != eerder.berekening.wml_per_uur:
        redenen.append(_("een ander minimumloon"))
    if not redenen and besluit.pk != besluit_eerder.pk:
        redenen.append(_("een nieuw besluit"))
    zin = ", ".join(redenen) or _("een nieuw jaar")
    return zin[:1].upper() + zin[1:]


def lees_maand(dag: date) -> date:
    """The first day of the month of `dag`; raises Invoerfout for a day before this product knows amounts."""
    if dag.year < 2017:
        raise Invoerfout({"maand": _("Kies een maand vanaf 2017.")})
    return dag.replace(day=1)
