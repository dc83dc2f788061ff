"""Through time: what ran from when to when, and how values changed step by step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.utils import formats
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from werklandschap.ontwerp.grafieken.basis import (
    LETTERBREEDTE,
    SERIES,
    Grafiek,
    breek_af,
    el,
    legendalijn,
    legendavlak,
    markering,
    teken,
    tekst,
    tekstblok,
    veelhoek,
    vlak,
)
from werklandschap.ontwerp.opmaak import datum, getal

BREEDTE = 820.0
LINKS = 170.0
RECHTS = BREEDTE - 15
RIJHOOGTE = 36.0
MAANDEN_MAX = 10


@dataclass(frozen=True)
class Periode:
    """Something that ran: on which line, its name, first day, last day (None: still running), and its kind."""

    rij: str
    label: str
    van: date
    tot: date | None = None
    soort: str = ""


@dataclass(frozen=True)
class _Dagas:
    """Days to x, and the months to write under it."""

    van: date
    tot: date

    def x(self, dag: date) -> float:
        """Position of a day; days outside are drawn at the edge."""
        dagen = max((self.tot - self.van).days, 1)
        deel = (min(max(dag, self.van), self.tot) - self.van).days / dagen
        return LINKS + (RECHTS - LINKS) * deel

    def maanden(self) -> list[date]:
        """Firsts of months, thinned so that their names never touch."""
        eerste = [
            date(jaar, maand, 1)
            for jaar in range(self.van.year, self.tot.year + 1)
            for maand in range(1, 13)
            if self.van <= date(jaar, maand, 1) <= self.tot
        ]
        return eerste[:: max(1, -(-len(eerste) // MAANDEN_MAX))]

    def teken(self, boven: float, onder: float) -> str:
        """Upright lines with the names of the months above them."""
        delen = []
        for maand in self.maanden():
            x = self.x(maand)
            naam = _maandnaam(maand, met_jaar=maand.month == 1 or maand == self.maanden()[0])
            delen.append(el("path", d=f"M{x:.1f} {boven:.0f}V{onder:.0f}", klasse="wl-g-raster"))
            delen.append(tekst(x + 3, boven - 5, naam, "wl-g-klein"))
        return "".join(delen)


def _maandnaam(maand: date, *, met_jaar: bool) -> str:
    """`mrt` or `mrt 2026`; Dutch writes months without a capital."""
    naam = formats.date_format(maand, "M Y" if met_jaar else "M")
    return naam.lower() if (get_language() or "nl").startswith("nl") else naam


def tijdlijn(titel: str, perioden: Sequence[Periode], *, vandaag: date, beschrijving: str = "") -> Grafiek:
    """Bars from first to last day, one line per `rij`; parallel and repeated periods each get their own height.

    What still runs goes on to `vandaag` with an open end.
    """
    if not perioden:
        return Grafiek(teken(BREEDTE, 40, [], titel, beschrijving), titel, beschrijving, _kop_tijdlijn(), [])
    as_ = _Dagas(min(p.van for p in perioden), max([p.tot or vandaag for p in perioden] + [vandaag]))
    soorten = list(dict.fromkeys(p.soort for p in perioden))
    delen: list[str] = []
    y = 34.0
    for rij in dict.fromkeys(p.rij for p in perioden):
        banen = _banen([p for p in perioden if p.rij == rij])
        delen.append(tekstblok(0, y + RIJHOOGTE / 2, breek_af(rij, 22), "wl-g-vet"))
        for baan in banen:
            delen += [_balk(p, as_, y, soorten.index(p.soort), vandaag) for p in baan]
            y += RIJHOOGTE
        delen.append(el("path", d=f"M0 {y:.0f}H{RECHTS:.0f}", klasse="wl-g-raster"))
    x = as_.x(vandaag)
    nu = el("path", d=f"M{x:.1f} 28V{y:.0f}", klasse="wl-g-drempel")
    svg = teken(BREEDTE, y + 10, [as_.teken(26, y), *delen, nu], titel, beschrijving)
    legenda = [legendavlak(i, soort) for i, soort in enumerate(soorten) if soort]
    rijen = [[p.rij, p.label, datum(p.van), datum(p.tot) if p.tot else _("loopt nog")] for p in perioden]
    return Grafiek(svg, titel, beschrijving, _kop_tijdlijn(), rijen, legenda)


def _kop_tijdlijn() -> list[str]:
    return [_("Regel"), _("Wat"), _("Van"), _("Tot en met")]


def _banen(perioden: Sequence[Periode]) -> list[list[Periode]]:
    """Periods that overlap go below each other."""
    banen: list[list[Periode]] = []
    for periode in sorted(perioden, key=lambda p: p.van):
        for baan in banen:
            if baan[-1].tot is not None and baan[-1].tot < periode.van:
                baan.append(periode)
                break
        else:
            banen.append([periode])
    return banen


def _balk(periode: Periode, as_: _Dagas, y: float, soort: int, vandaag: date) -> str:
    x1, x2 = as_.x(periode.van), as_.x(periode.tot or vandaag)
    breed = max(x2 - x1, 5.0)
    balk = vlak(x1, y + 5, breed, RIJHOOGTE - 10, soort, straal=5)
    if periode.tot is None:
        balk += el(
            "path",
            d=f"M{x1 + breed:.1f} {y + 5:.1f}l6 {RIJHOOGTE / 2 - 5:.0f}l-6 {RIJHOOGTE / 2 - 5:.0f}",
            klasse="wl-g-open",
        )
    ruimte = int((breed - 12) / LETTERBREEDTE)
    if ruimte >= len(periode.label):
        plaat = el(
            "rect",
            x=x1 + 4,
            y=y + 9,
            width=len(periode.label) * LETTERBREEDTE + 8,
            height=18,
            rx=3,
            klasse="wl-g-plaat",
        )
        return balk + plaat + tekst(x1 + 8, y + RIJHOOGTE / 2 + 4.5, periode.label)
    if x1 + breed + 12 + len(periode.label) * LETTERBREEDTE < RECHTS:
        return balk + tekst(x1 + breed + 10, y + RIJHOOGTE / 2 + 4.5, periode.label)
    return balk + tekst(x1 - 6, y + RIJHOOGTE / 2 + 4.5, periode.label, anker="end")


def lijn(
    titel: str,
    reeksen: Mapping[str, Sequence[tuple[date, float]]],
    *,
    minimum: float = 0,
    maximum: float = 5,
    tot: date | None = None,
    waarden: Mapping[int, str] | None = None,
    beschrijving: str = "",
) -> Grafiek:
    """Values that hold until the next one: a step line per aspect, at most six.

    Points are (day, value) in order of time. `waarden` gives whole values a name in the table and at the axis.
    Raises ValueError for more than six series.
    """
    if len(reeksen) > SERIES:
        raise ValueError(f"at most {SERIES} lines can be told apart")
    dagen = [dag for punten in reeksen.values() for dag, _w in punten]
    kop = [_("Aspect"), _("Datum"), _("Waarde")]
    if not dagen:
        return Grafiek(teken(BREEDTE, 40, [], titel, beschrijving), titel, beschrijving, kop, [])
    as_ = _Dagas(min(dagen), max([*dagen, tot or max(dagen)]))
    boven, onder = 34.0, 300.0

    def hoogte(waarde: float) -> float:
        return onder - (waarde - minimum) / ((maximum - minimum) or 1) * (onder - boven - 12)

    namen = waarden or {}
    delen = [as_.teken(26, onder)]
    for stap in range(int(minimum), int(maximum) + 1):
        delen.append(el("path", d=f"M{LINKS:.0f} {hoogte(stap):.1f}H{RECHTS:.0f}", klasse="wl-g-raster"))
        delen.append(tekst(LINKS - 8, hoogte(stap) + 4, namen.get(stap, str(stap)), "wl-g-klein", "end"))
    for nummer, punten in enumerate(reeksen.values()):
        delen.append(_trap([(as_.x(dag), hoogte(w) + nummer * 1.6) for dag, w in punten], as_.x(as_.tot), nummer))
    rijen = [
        [naam, datum(dag), namen.get(int(w), getal(w, 0 if float(w).is_integer() else 1))]
        for naam, punten in reeksen.items()
        for dag, w in punten
    ]
    legenda = [legendalijn(i, naam) for i, naam in enumerate(reeksen)]
    return Grafiek(teken(BREEDTE, onder + 12, delen, titel, beschrijving), titel, beschrijving, kop, rijen, legenda)


def _trap(punten: Sequence[tuple[float, float]], eind: float, nummer: int) -> str:
    if not punten:
        return ""
    hoeken = [punten[0]]
    for (_x, y), (x2, y2) in pairwise(punten):
        hoeken += [(x2, y), (x2, y2)]
    hoeken.append((eind, hoeken[-1][1]))
    klasse = f"wl-g-lijn wl-s{nummer % SERIES}"
    return veelhoek(hoeken, klasse, dicht=False) + "".join(markering(x, y, nummer) for x, y in punten)
