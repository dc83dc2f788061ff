"""Loonkostensubsidie: what an employer receives per month for someone who cannot earn the full minimum
wage.

Source: Participatiewet art. 10d and Regeling loonkostensubsidie Participatiewet 2021 art. 1. With
  basis   = minimum wage per hour × hours per week × 52 / 12 × (1 + holiday allowance)
  subsidie = basis × min(100 − loonwaarde, 70) %, or basis × 50 % forfaitair
  lasten   = 23,5 % of the unrounded subsidy

Decimals go in and come out; in between everything is exact (fractions). Subsidy and charges are each
rounded half up to cents once, from their unrounded value; the total is their sum. The 70 % is a ceiling on
the whole basis, not a share of the difference.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from werklandschap.regelingen.fouten import RegelingFout
from werklandschap.regelingen.getallen import als_getal, rond_op_centen
from werklandschap.regelingen.parameters import (
    BBL_LEEFTIJDEN,
    Parameters,
    Rij,
    standaard_parameters,
)

MAX_UREN = Decimal(60)
HONDERD = Decimal(100)
MAAND = Fraction(52, 12)  # weeks in a month
REKENREGEL = "Rekenregel: uren per week × 52 weken / 12 maanden"


@dataclass(frozen=True, slots=True)
class Regel:
    """One step of the sum: a plain sentence, its amount in euros and the source of the rule."""

    tekst: str
    bedrag: Decimal
    bron: str


@dataclass(frozen=True, slots=True)
class Berekening:
    """The outcome, in euros with two decimals; `regels` explain it step by step."""

    wml_per_uur: Decimal
    subsidie_per_maand: Decimal
    werkgeverslasten_per_maand: Decimal
    totaal_per_maand: Decimal
    regels: tuple[Regel, ...]
    waarschuwingen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Percentages:
    """The percentages of one date, as rows with their source."""

    toeslag: Rij
    grens: Rij
    forfaitair: Rij
    lasten: Rij

    @classmethod
    def op(cls, datum: date, parameters: Parameters) -> _Percentages:
        return cls(
            toeslag=parameters.rij("lks.vakantietoeslag", datum),
            grens=parameters.rij("lks.grens", datum),
            forfaitair=parameters.rij("lks.forfaitair", datum),
            lasten=parameters.rij("lks.werkgeverslasten", datum),
        )


def bereken(
    *,
    datum: date,
    leeftijd: int,
    uren: Decimal,
    loonwaarde: Decimal | None = None,
    forfaitair: bool = False,
    bbl: bool = False,
    parameters: Parameters | None = None,
) -> Berekening:
    """The subsidy per month on one date.

    `leeftijd` in years, `uren` per week (above 0 to 60), `loonwaarde` in percent of the minimum wage
    (0–100; not used when `forfaitair`). Raises RegelingFout, and GeenParameter for a date or age without an
    amount.
    """
    _controleer(uren, loonwaarde, forfaitair)
    bekend = parameters or standaard_parameters()
    wml = bekend.wml_per_uur(datum, leeftijd, bbl)
    procenten = _Percentages.op(datum, bekend)
    aandeel = _aandeel(loonwaarde, forfaitair, procenten)
    maand = Fraction(wml.waarde) * Fraction(uren) * MAAND
    basis = maand + _procent(maand, procenten.toeslag.bedrag)
    onafgerond = _procent(basis, aandeel)
    subsidie = rond_op_centen(onafgerond)
    lasten = rond_op_centen(_procent(onafgerond, procenten.lasten.bedrag))
    regels = (
        _regel(f"Minimumloon per uur bij {leeftijd} jaar{_staffel(leeftijd, bbl)}", wml.waarde, wml.bron),
        _regel(f"Minimumloon per maand bij {als_getal(uren)} uur per week", maand, REKENREGEL),
        *_regels_basis(maand, basis, procenten),
        *_regels_aandeel(basis, loonwaarde, forfaitair, procenten),
        *_regels_uitkomst(subsidie, lasten, procenten),
    )
    waarschuwingen = (wml.waarschuwing,) if wml.waarschuwing else ()
    return Berekening(wml.waarde, subsidie, lasten, subsidie + lasten, regels, waarschuwingen)


def _controleer(uren: Decimal, loonwaarde: Decimal | None, forfaitair: bool) -> None:
    if not uren.is_finite() or not 0 < uren <= MAX_UREN:
        raise RegelingFout("Uren per week: vul een getal in boven 0 en hoogstens 60.")
    if loonwaarde is None and not forfaitair:
        raise RegelingFout("Loonwaarde: vul een percentage in van 0 tot en met 100, of kies forfaitair.")
    if loonwaarde is not None and not (loonwaarde.is_finite() and 0 <= loonwaarde <= HONDERD):
        raise RegelingFout("Loonwaarde: vul een percentage in van 0 tot en met 100.")


def _aandeel(loonwaarde: Decimal | None, forfaitair: bool, procenten: _Percentages) -> Decimal:
    """The share of the basis that is paid, in percent."""
    if forfaitair or loonwaarde is None:
        return procenten.forfaitair.bedrag
    return min(HONDERD - loonwaarde, procenten.grens.bedrag)


def _procent(bedrag: Fraction, procent: Decimal) -> Fraction:
    return bedrag * Fraction(procent) / 100


def _staffel(leeftijd: int, bbl: bool) -> str:
    return " op de BBL-staffel" if bbl and leeftijd in BBL_LEEFTIJDEN else ""


def _regels_basis(maand: Fraction, basis: Fraction, procenten: _Percentages) -> tuple[Regel, ...]:
    toeslag = procenten.toeslag
    return (
        _regel(f"Vakantietoeslag: {als_getal(toeslag.bedrag)} % erbij", basis - maand, toeslag.bron),
        _regel("Minimumloon met vakantietoeslag per maand", basis, toeslag.bron),
    )


def _regels_aandeel(
    basis: Fraction, loonwaarde: Decimal | None, forfaitair: bool, procenten: _Percentages
) -> tuple[Regel, ...]:
    if forfaitair or loonwaarde is None:
        vast = procenten.forfaitair
        tekst = f"De loonwaarde is nog niet gemeten. Daarom geldt een vast deel: {als_getal(vast.bedrag)} %"
        return (_regel(tekst, _procent(basis, vast.bedrag), vast.bron),)
    grens = procenten.grens
    waarde = _procent(basis, loonwaarde)
    geldt = (
        "Het verschil is hoger, dus deze grens geldt"
        if HONDERD - loonwaarde > grens.bedrag
        else "Het verschil blijft daaronder"
    )
    return (
        _regel(f"Loonwaarde: dit werk is {als_getal(loonwaarde)} % van het minimumloon waard", waarde, grens.bron),
        _regel("Verschil tussen minimumloon en loonwaarde", basis - waarde, grens.bron),
        _regel(
            f"Hoogstens {als_getal(grens.bedrag)} % van het minimumloon met vakantietoeslag. {geldt}",
            _procent(basis, grens.bedrag),
            grens.bron,
        ),
    )


def _regels_uitkomst(subsidie: Decimal, lasten: Decimal, procenten: _Percentages) -> tuple[Regel, ...]:
    deel_lasten = als_getal(procenten.lasten.bedrag)
    return (
        _regel("Loonkostensubsidie per maand", subsidie, procenten.grens.bron),
        _regel(f"Vergoeding van werkgeverslasten: {deel_lasten} % van de subsidie", lasten, procenten.lasten.bron),
        _regel("Samen per maand voor de werkgever", subsidie + lasten, procenten.lasten.bron),
    )


def _regel(tekst: str, bedrag: Fraction | Decimal, bron: str) -> Regel:
    return Regel(f"{tekst}.", rond_op_centen(bedrag), bron)
