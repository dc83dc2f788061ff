"""Loonkostenvoordeel (LKV): an indication per calendar year; the tax office decides.

Paid hours × amount per hour, up to a maximum per year, for a number of years from the start. A declaration
must be asked for within three months. Not with Wsw or beschut werk. Advantages do not stack: the highest
counts.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from werklandschap.regelingen.datums import als_dag, plus_maanden
from werklandschap.regelingen.fouten import RegelingFout
from werklandschap.regelingen.getallen import als_euro, als_getal, rond_op_centen
from werklandschap.regelingen.loonkostensubsidie import Regel
from werklandschap.regelingen.parameters import Parameters, standaard_parameters

NUL = Decimal("0.00")
MAX_UREN_PER_JAAR = Decimal(3120)  # 52 weeks of 60 hours
GROEPEN = {
    "oudere": "werknemer van 56 jaar of ouder",
    "arbeidsgehandicapt": "werknemer met een arbeidshandicap",
    "herplaatsen": "werknemer met een arbeidshandicap die u herplaatst",
    "banenafspraak": "werknemer uit de doelgroep banenafspraak",
    "scholingsbelemmerd": "werknemer die door een beperking moeite had met leren",
}


@dataclass(frozen=True, slots=True)
class LkvIndicatie:
    """The highest advantage of one year in euros; `groep` is None when there is none."""

    groep: str | None
    bedrag: Decimal
    verklaring_uiterlijk: date
    regels: tuple[Regel, ...]
    waarschuwingen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _PerGroep:
    """What one group gives in the year."""

    groep: str
    regel: Regel
    waarschuwingen: tuple[str, ...]


def lkv_indicatie(
    *,
    begin: date,
    jaar: int,
    uren: Decimal,
    groepen: Collection[str],
    wsw_of_beschut: bool = False,
    verklaring_gevraagd: date | None = None,
    parameters: Parameters | None = None,
) -> LkvIndicatie:
    """The LKV of one calendar year.

    `uren`: paid hours in that year within the period of the right; `groepen`: keys of GROEPEN that the
    declaration names. Raises RegelingFout for an unknown group or hours out of range, GeenParameter for a
    year without amounts.
    """
    _controleer(uren, groepen)
    bekend = parameters or standaard_parameters()
    uiterlijk = plus_maanden(begin, int(bekend.rij("lkv.verklaring_maanden", max(begin, date(2024, 1, 1))).bedrag))
    reden = _geen_recht(wsw_of_beschut, verklaring_gevraagd, uiterlijk)
    if reden is not None:
        return LkvIndicatie(None, NUL, uiterlijk, (), (reden,))
    uitkomsten = [_reken(groep, begin, jaar, uren, bekend) for groep in GROEPEN if groep in groepen]
    hoogste = max(uitkomsten, key=lambda uitkomst: uitkomst.regel.bedrag, default=None)
    if hoogste is None or hoogste.regel.bedrag == 0:
        return LkvIndicatie(None, NUL, uiterlijk, tuple(u.regel for u in uitkomsten), ())
    return LkvIndicatie(
        hoogste.groep,
        hoogste.regel.bedrag,
        uiterlijk,
        tuple(uitkomst.regel for uitkomst in uitkomsten),
        hoogste.waarschuwingen + _stapelt_niet(uitkomsten),
    )


def _controleer(uren: Decimal, groepen: Collection[str]) -> None:
    if not uren.is_finite() or not 0 <= uren <= MAX_UREN_PER_JAAR:
        raise RegelingFout(f"Uren per jaar: vul een getal in van 0 tot en met {MAX_UREN_PER_JAAR}.")
    onbekend = sorted(set(groepen) - set(GROEPEN))
    if onbekend:
        raise RegelingFout(f"Deze doelgroep voor het LKV is niet bekend: {', '.join(onbekend)}.")


def _geen_recht(wsw_of_beschut: bool, gevraagd: date | None, uiterlijk: date) -> str | None:
    if wsw_of_beschut:
        return "Bij Wsw of beschut werk is er geen loonkostenvoordeel."
    if gevraagd is not None and gevraagd > uiterlijk:
        return f"De doelgroepverklaring is te laat gevraagd. Dat kon tot en met {als_dag(uiterlijk)}."
    return None


def _stapelt_niet(uitkomsten: list[_PerGroep]) -> tuple[str, ...]:
    if sum(uitkomst.regel.bedrag > 0 for uitkomst in uitkomsten) < 2:
        return ()
    return ("Loonkostenvoordelen tellen niet bij elkaar op. Het hoogste bedrag geldt.",)


def _code(groep: str, begin: date) -> str:
    """Older workers whose job started in 2024 or later have amounts of their own."""
    return "oudere_vanaf_2024" if groep == "oudere" and begin >= date(2024, 1, 1) else groep


def _reken(groep: str, begin: date, jaar: int, uren: Decimal, parameters: Parameters) -> _PerGroep:
    code, nieuwjaar = _code(groep, begin), date(jaar, 1, 1)
    tarief = parameters.rij(f"lkv.{code}.per_uur", nieuwjaar)
    if not _in_looptijd(code, begin, jaar, parameters):
        tekst = f"{jaar} valt buiten de looptijd voor een {GROEPEN[groep]}."
        return _PerGroep(groep, Regel(tekst, NUL, tarief.bron), ())
    maximum = parameters.zoek(f"lkv.{code}.maximum", nieuwjaar)
    vol = Fraction(uren) * Fraction(tarief.bedrag)
    bedrag = rond_op_centen(vol if maximum is None else min(vol, Fraction(maximum.bedrag)))
    grens = "" if maximum is None else f", hoogstens {als_euro(maximum.bedrag)} per jaar"
    tekst = f"Voor een {GROEPEN[groep]}: {als_getal(uren)} uur × {als_euro(tarief.bedrag)}{grens}."
    return _PerGroep(groep, Regel(tekst, bedrag, tarief.bron), _waarschuwingen(code, jaar, nieuwjaar, parameters))


def _in_looptijd(code: str, begin: date, jaar: int, parameters: Parameters) -> bool:
    """Whether a day of the year lies in the term; without a known term only the start counts."""
    if jaar < begin.year:
        return False
    jaren = parameters.zoek(f"lkv.{code}.jaren", date(jaar, 1, 1))
    return jaren is None or plus_maanden(begin, 12 * int(jaren.bedrag)) > date(jaar, 1, 1)


def _waarschuwingen(code: str, jaar: int, nieuwjaar: date, parameters: Parameters) -> tuple[str, ...]:
    meldingen = []
    for naam, wat in (("per_uur", "bedrag per uur"), ("maximum", "maximum per jaar")):
        rij = parameters.zoek(f"lkv.{code}.{naam}", nieuwjaar)
        if rij is None or rij.vanaf.year < jaar:
            meldingen.append(f"Het {wat} van {jaar} is hier niet zeker. Controleer het.")
    if parameters.zoek(f"lkv.{code}.jaren", nieuwjaar) is None:
        meldingen.append("Hoeveel jaar dit voordeel duurt, is hier niet bekend. Controleer het.")
    return tuple(meldingen)
