"""What each instrument would give for this person and this job: an indication before anything is agreed.

Reads only; every amount comes from the law module, with its source and its warnings.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from werklandschap.kern.basis.fouten import Invoerfout
from werklandschap.ontwerp.opmaak import datum, euro
from werklandschap.regelingen.fouten import RegelingFout
from werklandschap.regelingen.getallen import als_getal
from werklandschap.regelingen.lkv import GROEPEN, lkv_indicatie
from werklandschap.regelingen.parameters import standaard_parameters
from werklandschap.samen.plaatsing import rekenen
from werklandschap.samen.plaatsing.catalogus import INSTRUMENTEN, Instrumentsoort
from werklandschap.samen.plaatsing.models import Plaatsing

WEKEN = Decimal(52)


@dataclass(frozen=True)
class Kans:
    """An instrument with what it would give here; `regels` are sentences, `let_op` warnings."""

    soort: Instrumentsoort
    regels: tuple[str, ...]
    bron: str = ""
    let_op: tuple[str, ...] = ()


def instrumentkansen(plaatsing: Plaatsing) -> list[Kans]:
    """One row per instrument, in the order of the catalogue."""
    maak = {"lks": _lks, "lkv": _lkv, "proef": _proef}
    return [maak.get(soort.som, _zonder_som)(plaatsing, soort) for soort in INSTRUMENTEN]


def _zonder_som(plaatsing: Plaatsing, soort: Instrumentsoort) -> Kans:
    teksten = {
        "praktijkroute": _("Meet de loonwaarde op de werkplek en leg die vast bij de subsidie."),
        "jobcoach": _("Spreek het regime en de uren per maand af. Uren × tarief is het bedrag."),
        "werkplekaanpassing": _("Kijk op de werkplek wat nodig is. Leg het bedrag eenmalig vast."),
        "no-risk": _("Er is geen bedrag vooraf. De werkgever meldt een zieke medewerker zelf bij UWV."),
    }
    return Kans(soort, (teksten[soort.code],))


def _lks(plaatsing: Plaatsing, soort: Instrumentsoort) -> Kans:
    meting = plaatsing.metingen.order_by("-geldt_vanaf", "-id").first()
    geboren = plaatsing.dossier.werkzoekende.geboortedatum
    bbl = plaatsing.soort == Plaatsing.Soort.BBL
    dag, uren = plaatsing.van, plaatsing.uren
    try:
        vast = rekenen.bereken_lks(datum=dag, geboortedatum=geboren, uren=uren, forfaitair=True, bbl=bbl)
        hoogst = rekenen.bereken_lks(datum=dag, geboortedatum=geboren, uren=uren, loonwaarde=Decimal(0), bbl=bbl)
        regels = [
            _("Eerste zes maanden zonder meting: {bedrag} per maand.").format(bedrag=euro(vast.totaal_per_maand)),
            _("Na een meting: hoogstens {bedrag} per maand.").format(bedrag=euro(hoogst.totaal_per_maand)),
        ]
        if meting is not None:
            som = rekenen.bereken_lks(
                datum=dag, geboortedatum=geboren, uren=uren, loonwaarde=meting.loonwaarde, bbl=bbl
            )
            zin = _("Bij de gemeten loonwaarde van {procent} %: {bedrag} per maand.")
            procent = als_getal(meting.loonwaarde)
            regels.append(zin.format(procent=procent, bedrag=euro(som.totaal_per_maand)))
    except Invoerfout as fout:
        return Kans(soort, (str(fout),), rekenen.ART_10D)
    return Kans(soort, tuple(regels), rekenen.ART_10D, vast.waarschuwingen)


def _lkv(plaatsing: Plaatsing, soort: Instrumentsoort) -> Kans:
    jaar = plaatsing.van.year
    regels, let_op = [], []
    for groep, naam in GROEPEN.items():
        try:
            som = lkv_indicatie(
                begin=plaatsing.van,
                jaar=jaar,
                uren=plaatsing.uren * WEKEN,
                groepen=(groep,),
                wsw_of_beschut=plaatsing.soort == Plaatsing.Soort.BESCHUT,
            )
        except RegelingFout as fout:
            return Kans(soort, (str(fout),), rekenen.GRONDSLAG_LKV)
        let_op += list(som.waarschuwingen)
        if som.bedrag > 0:
            zin = _("Voor een {naam}: ongeveer {bedrag} in een heel jaar.")
            regels.append(zin.format(naam=naam, bedrag=euro(som.bedrag)))
    if not regels:
        regels = [_("Er is hier geen loonkostenvoordeel.")]
    return Kans(soort, tuple(regels), rekenen.GRONDSLAG_LKV, tuple(dict.fromkeys(let_op)))


def _proef(plaatsing: Plaatsing, soort: Instrumentsoort) -> Kans:
    try:
        som = rekenen.reken_proef(plaatsing, van=plaatsing.van, maanden=None)
    except Invoerfout as fout:
        return Kans(soort, (str(fout),))
    uiterst = date.fromisoformat(som.invoer["uiterste_einde"])
    regels = (
        _("Van {van} tot en met {tot}.").format(van=datum(som.van), tot=datum(som.tot)),
        _("Verlengen kan tot en met {dag}.").format(dag=datum(uiterst)),
    )
    bron = standaard_parameters().rij("proefplaatsing.maanden", plaatsing.van).bron
    return Kans(soort, regels, bron, som.waarschuwingen)
