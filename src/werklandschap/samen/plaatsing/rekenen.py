"""The sums at a placement: law in, explained lines out. Amounts are Decimals in euros; nothing is written here."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.kern.organisaties.instellingen import INSTELLINGEN, REGIO, instelling, periode_op, rooster
from werklandschap.kern.organisaties.models import Gemeente
from werklandschap.ontwerp.opmaak import datum as in_woorden
from werklandschap.ontwerp.opmaak import euro
from werklandschap.regelingen.datums import leeftijd_op, plus_maanden
from werklandschap.regelingen.fouten import RegelingFout
from werklandschap.regelingen.getallen import als_getal, rond_op_centen
from werklandschap.regelingen.lkv import lkv_indicatie
from werklandschap.regelingen.loonkostensubsidie import Berekening, Regel, bereken
from werklandschap.regelingen.parameters import Parameters, Rij, standaard_parameters
from werklandschap.regelingen.proefplaatsing import proefplaatsing
from werklandschap.samen.plaatsing.catalogus import REGIMES
from werklandschap.samen.plaatsing.models import Besluit, Plaatsing
from werklandschap.samen.plaatsing.verloop import LKS, blijvende_stroken, eerste_lks_dag, uren_op

ART_10D = "Participatiewet, artikel 10d"
GRONDSLAG_LKV = "Wet tegemoetkomingen loondomein"
# Fields of a decision about help that has no sum of law.
HULPVELDEN = ("uren_per_maand", "tarief", "regime", "aanbieder", "bedrag_eenmalig")


@dataclass(frozen=True)
class Uitkomst:
    """What a calculation gives a decision: period, amount per month (None: none), input, lines and warnings."""

    van: date
    tot: date | None = None
    bedrag_per_maand: Decimal | None = None
    bedrag_eenmalig: Decimal | None = None
    invoer: dict[str, Any] = field(default_factory=dict)
    regels: list[dict[str, str]] = field(default_factory=list)
    waarschuwingen: tuple[str, ...] = ()
    grondslag: str = ""


def parameters_van(gemeente: Gemeente, begin: date) -> Parameters:
    """The parameters of the law, with the durations that the municipality or its region sets on this day."""
    eigen = {"proefplaatsing_maanden": "maanden", "proefplaatsing_maximum_maanden": "maanden_maximaal"}
    rijen = []
    for code, naam in eigen.items():
        periode = periode_op(rooster(gemeente, code), begin)
        if periode.waarde is not None:
            wie = _("Afspraak van de regio") if periode.bron == REGIO else _("Instelling van {gemeente}")
            rijen.append(
                Rij(
                    code=f"proefplaatsing.{naam}",
                    vanaf=begin,
                    bedrag=Decimal(periode.waarde),
                    eenheid="maanden",
                    bron=wie.format(gemeente=gemeente.naam),
                    zekerheid="V",
                )
            )
    return standaard_parameters().met(rijen)


def als_rijen(regels: Iterable[Regel]) -> list[dict[str, str]]:
    """Lines as they are kept: text, amount with two decimals, source."""
    return [{"tekst": r.tekst, "bedrag": f"{r.bedrag:.2f}", "bron": r.bron} for r in regels]


def bereken_lks(
    *,
    datum: date,
    geboortedatum: date | None,
    uren: Decimal,
    loonwaarde: Decimal | None = None,
    forfaitair: bool = False,
    bbl: bool = False,
) -> Berekening:
    """The loonkostensubsidie per month on a date. Raises Invoerfout with what does not fit, in plain words."""
    if geboortedatum is None:
        raise Invoerfout(_("De geboortedatum is niet bekend. Vul die eerst in bij het dossier."))
    try:
        return bereken(
            datum=datum,
            leeftijd=leeftijd_op(geboortedatum, datum),
            uren=uren,
            loonwaarde=None if forfaitair else loonwaarde,
            forfaitair=forfaitair,
            bbl=bbl,
        )
    except RegelingFout as fout:
        raise Invoerfout({"loonwaarde" if "oonwaarde" in str(fout) else "": str(fout)}) from fout


def reken_lks(
    plaatsing: Plaatsing,
    *,
    van: date,
    tot: date | None,
    loonwaarde: Decimal | None,
    forfaitair: bool,
    vervangt: Besluit | None = None,
) -> Uitkomst:
    """The subsidy for this placement; a forfaitair one ends after the months of the law at the latest.

    Those months count from the first day with subsidy, so one that begins earlier may leave too little of a later one.
    """
    uren = uren_op(plaatsing, van)
    som = bereken_lks(
        datum=van,
        geboortedatum=plaatsing.dossier.werkzoekende.geboortedatum,
        uren=uren,
        loonwaarde=loonwaarde,
        forfaitair=forfaitair,
        bbl=plaatsing.soort == Plaatsing.Soort.BBL,
    )
    if forfaitair:
        maanden = int(standaard_parameters().rij("lks.forfaitair_maanden", van).bedrag)
        begin = min(van, eerste_lks_dag(plaatsing) or van)
        laatste = plus_maanden(begin, maanden) - timedelta(days=1)
        if laatste < van:
            zin = _("Het vaste deel kan hoogstens {maanden} maanden: tot en met {dag}. Meet eerst de loonwaarde.")
            raise Invoerfout({"forfaitair": zin.format(maanden=maanden, dag=in_woorden(laatste))})
        blijft = blijvende_stroken(plaatsing, LKS, van, vervangt)
        if any(strook.tot > laatste and strook.besluit.invoer.get("forfaitair") for strook in blijft):
            zin = _(
                "Het vaste deel kan hoogstens {maanden} maanden: tot en met {dag}. "
                "Er staat al een vast deel na die dag. Vervang dat besluit."
            )
            raise Invoerfout({"forfaitair": zin.format(maanden=maanden, dag=in_woorden(laatste))})
        tot = min(tot, laatste) if tot else laatste
    return Uitkomst(
        van=van,
        tot=tot,
        bedrag_per_maand=som.totaal_per_maand,
        invoer={
            "uren": str(uren),
            "loonwaarde": "" if forfaitair or loonwaarde is None else str(loonwaarde),
            "forfaitair": forfaitair,
            "subsidie": f"{som.subsidie_per_maand:.2f}",
            "lasten": f"{som.werkgeverslasten_per_maand:.2f}",
        },
        regels=als_rijen(som.regels),
        waarschuwingen=som.waarschuwingen,
        grondslag=ART_10D,
    )


def reken_lkv(plaatsing: Plaatsing, *, van: date, groepen: Collection[str]) -> Uitkomst:
    """An indication of the LKV in the first calendar year; the tax office decides."""
    if not groepen:
        raise Invoerfout({"lkv_groepen": _("Kies ten minste één doelgroep. Die staat op de doelgroepverklaring.")})
    laatste = min(date(van.year, 12, 31), plaatsing.tot or date.max)
    weken = Decimal((laatste - van).days + 1) / 7
    uren = (plaatsing.uren * weken).quantize(Decimal("0.1"))
    try:
        som = lkv_indicatie(
            begin=plaatsing.van,
            jaar=van.year,
            uren=max(uren, Decimal(0)),
            groepen=groepen,
            wsw_of_beschut=plaatsing.soort == Plaatsing.Soort.BESCHUT,
        )
    except RegelingFout as fout:
        raise Invoerfout(str(fout)) from fout
    verklaring = _("Vraag de doelgroepverklaring aan voor {dag}.").format(dag=in_woorden(som.verklaring_uiterlijk))
    return Uitkomst(
        van=van,
        tot=laatste,
        invoer={"jaar": van.year, "bedrag_per_jaar": f"{som.bedrag:.2f}", "uren": str(uren), "groepen": list(groepen)},
        regels=als_rijen(som.regels),
        waarschuwingen=(*som.waarschuwingen, verklaring),
        grondslag=GRONDSLAG_LKV,
    )


def reken_proef(plaatsing: Plaatsing, *, van: date, maanden: int | None) -> Uitkomst:
    """First and last day of a trial placement with the durations of this municipality."""
    try:
        proef = proefplaatsing(van, maanden, parameters_van(plaatsing.dossier.gemeente, van))
    except RegelingFout as fout:
        raise Invoerfout({"maanden": str(fout)}) from fout
    return Uitkomst(
        van=proef.begin,
        tot=proef.einde,
        invoer={"uiterste_einde": proef.uiterste_einde.isoformat()},
        waarschuwingen=(proef.waarschuwing,) if proef.waarschuwing else (),
    )


def reken_hulp(
    instrument: str,
    *,
    van: date,
    tot: date | None,
    bedrag_per_maand: Decimal | None,
    uren_per_maand: Decimal | None = None,
    tarief: Decimal | None = None,
    regime: str = "",
    aanbieder: str = "",
    bedrag_eenmalig: Decimal | None = None,
) -> Uitkomst:
    """An instrument without a sum of law. A jobcoach costs hours per month × rate (euros per hour) when both are given.

    Raises Invoerfout when an amount is given twice, or a regime is not known.
    """
    if regime and regime not in REGIMES:
        raise Invoerfout({"regime": _("Kies een regime uit de lijst.")})
    regels: list[dict[str, str]] = []
    if uren_per_maand is not None and tarief is not None:
        kosten = rond_op_centen(uren_per_maand * tarief)
        if bedrag_per_maand is not None and bedrag_per_maand != kosten:
            raise Invoerfout({"bedrag_per_maand": _("Laat dit leeg: uren × tarief geeft het bedrag.")})
        bedrag_per_maand = kosten
        tekst = _("{uren} uur per maand × {tarief} per uur.").format(
            uren=als_getal(uren_per_maand), tarief=euro(tarief)
        )
        regels = [{"tekst": tekst, "bedrag": f"{kosten:.2f}", "bron": aanbieder or _("Afspraak met de aanbieder")}]
    waarden = {
        "uren_per_maand": "" if uren_per_maand is None else str(uren_per_maand),
        "tarief": "" if tarief is None else str(tarief),
        "regime": regime,
        "aanbieder": aanbieder.strip(),
    }
    return Uitkomst(
        van=van,
        tot=tot,
        bedrag_per_maand=bedrag_per_maand,
        bedrag_eenmalig=bedrag_eenmalig,
        invoer={naam: waarde for naam, waarde in waarden.items() if waarde},
        regels=regels,
        waarschuwingen=_let_op(instrument),
    )


def _let_op(instrument: str) -> tuple[str, ...]:
    if instrument == "praktijkroute":
        return (_("Controleer bij UWV of de uitkomst leidt tot het doelgroepregister."),)
    return ()


@dataclass(frozen=True)
class Afwijking:
    """A parameter that this municipality sets otherwise than others in the region."""

    label: str
    hier: int
    elders: str


def afwijkingen_in_de_regio(gemeente: Gemeente) -> list[Afwijking]:
    """Where this municipality differs from a neighbour, so that an employer of the region is told why."""
    buren = list(Gemeente.objects.filter(regio=gemeente.regio_id).exclude(pk=gemeente.pk))
    uit = []
    for code, wat in INSTELLINGEN.items():
        if not wat.regionaal:
            continue
        hier = instelling(gemeente, code)
        anders = [f"{buur.naam}: {instelling(buur, code)}" for buur in buren if instelling(buur, code) != hier]
        if anders:
            uit.append(Afwijking(str(wat.label), hier, ", ".join(anders)))
    return uit
