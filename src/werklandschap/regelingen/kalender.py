"""Dutch public holidays and counting in working days and working hours, in Europe/Amsterdam."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from werklandschap.regelingen.fouten import RegelingFout

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
EERSTE_KONINGSDAG = 2014
EEN_DAG = timedelta(days=1)
Bevrijdingsdag = Literal["nooit", "lustrum", "altijd"]


@dataclass(frozen=True, slots=True)
class Werktijden:
    """Opening and closing time, days of the week (0 = Monday), and when 5 May is a day off."""

    open: time = time(9)
    dicht: time = time(17)
    dagen: frozenset[int] = frozenset(range(5))
    bevrijdingsdag: Bevrijdingsdag = "lustrum"

    def __post_init__(self) -> None:
        if self.open >= self.dicht:
            raise RegelingFout("De openingstijd ligt niet voor de sluitingstijd.")
        if not self.dagen or not self.dagen <= frozenset(range(7)):
            raise RegelingFout("Kies ten minste een werkdag, van 0 (maandag) tot en met 6 (zondag).")


KANTOOR = Werktijden()


def eerste_paasdag(jaar: int) -> date:
    """Easter Sunday in the Gregorian calendar (the anonymous algorithm of 1876)."""
    gulden = jaar % 19
    eeuw, rest = divmod(jaar, 100)
    schrikkeleeuw, eeuwrest = divmod(eeuw, 4)
    correctie = (eeuw - (eeuw + 8) // 25 + 1) // 3
    epacta = (19 * gulden + eeuw - schrikkeleeuw - correctie + 15) % 30
    weekdag = (32 + 2 * eeuwrest + 2 * (rest // 4) - epacta - rest % 4) % 7
    terug = (gulden + 11 * epacta + 22 * weekdag) // 451
    maand, dag0 = divmod(epacta + weekdag - 7 * terug + 114, 31)
    return date(jaar, maand, dag0 + 1)


def koningsdag(jaar: int) -> date:
    """27 April, or 26 April when that is a Sunday; exists since 2014."""
    if jaar < EERSTE_KONINGSDAG:
        raise RegelingFout(f"Feestdagen zijn bekend vanaf {EERSTE_KONINGSDAG}.")
    dag = date(jaar, 4, 27)
    return dag - EEN_DAG if dag.weekday() == 6 else dag


@lru_cache(maxsize=256)
def _feestdagen(jaar: int, bevrijdingsdag: Bevrijdingsdag) -> tuple[tuple[date, str], ...]:
    pasen = eerste_paasdag(jaar)
    dagen = {
        date(jaar, 1, 1): "Nieuwjaarsdag",
        pasen: "Eerste Paasdag",
        pasen + timedelta(days=1): "Tweede Paasdag",
        koningsdag(jaar): "Koningsdag",
        pasen + timedelta(days=49): "Eerste Pinksterdag",
        pasen + timedelta(days=50): "Tweede Pinksterdag",
        date(jaar, 12, 25): "Eerste Kerstdag",
        date(jaar, 12, 26): "Tweede Kerstdag",
    }
    if bevrijdingsdag == "altijd" or (bevrijdingsdag == "lustrum" and jaar % 5 == 0):
        dagen[date(jaar, 5, 5)] = "Bevrijdingsdag"
    dagen.setdefault(pasen + timedelta(days=39), "Hemelvaartsdag")
    return tuple(sorted(dagen.items()))


def feestdagen(jaar: int, *, bevrijdingsdag: Bevrijdingsdag = "lustrum") -> dict[date, str]:
    """Public holidays of a year with their name, in order; by default 5 May once in five years."""
    return dict(_feestdagen(jaar, bevrijdingsdag))


def is_werkdag(dag: date, werktijden: Werktijden = KANTOOR) -> bool:
    """Whether work is done on this day."""
    if dag.weekday() not in werktijden.dagen:
        return False
    return dag not in feestdagen(dag.year, bevrijdingsdag=werktijden.bevrijdingsdag)


def tel_werkdagen_op(dag: date, aantal: int, werktijden: Werktijden = KANTOOR) -> date:
    """The day that lies `aantal` working days after this one; 0 gives the day itself."""
    if aantal < 0:
        raise RegelingFout("Het aantal werkdagen is 0 of meer.")
    while aantal:
        dag += EEN_DAG
        aantal -= is_werkdag(dag, werktijden)
    return dag


def tel_werkuren_op(start: datetime, uren: int, werktijden: Werktijden = KANTOOR) -> datetime:
    """The moment at which `uren` working hours have passed since `start`; 0 gives `start` itself.

    `start` carries a time zone; the answer is in Europe/Amsterdam. Time is counted as it really passes, so
    an hour lost or gained with summer time is not counted twice. A term that ends at closing time ends that
    day.
    """
    if start.tzinfo is None:
        raise RegelingFout("Een tijdstip zonder tijdzone kan niet meetellen.")
    if uren < 0:
        raise RegelingFout("Het aantal werkuren is 0 of meer.")
    if uren == 0:
        return start.astimezone(AMSTERDAM)
    over = timedelta(hours=uren)
    nu = start.astimezone(UTC)
    for begin, einde in _vensters(start.astimezone(AMSTERDAM).date(), werktijden):
        vanaf = max(begin, nu)
        if vanaf + over <= einde:
            return (vanaf + over).astimezone(AMSTERDAM)
        over -= max(einde - vanaf, timedelta())
    raise RegelingFout("Dit tijdstip ligt te ver weg.")


def _vensters(dag: date, werktijden: Werktijden) -> Iterator[tuple[datetime, datetime]]:
    """Opening and closing moment (UTC) of every working day from this day on."""
    while dag < date.max:
        if is_werkdag(dag, werktijden):
            yield _moment(dag, werktijden.open), _moment(dag, werktijden.dicht)
        dag += EEN_DAG


def _moment(dag: date, klok: time) -> datetime:
    return datetime.combine(dag, klok, tzinfo=AMSTERDAM).astimezone(UTC)
