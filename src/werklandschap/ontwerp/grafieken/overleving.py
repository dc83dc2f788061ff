"""Who is still at work after so many days: Kaplan–Meier curves with their band of uncertainty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.translation import gettext as _

from werklandschap.ontwerp.grafieken.basis import (
    SERIES,
    Grafiek,
    el,
    legendalijn,
    markering,
    nette_stappen,
    teken,
    tekst,
    veelhoek,
)
from werklandschap.ontwerp.opmaak import getal, percentage

# More steps cannot be told apart in a curve, nor read in its table: of two years steps of two weeks and of two months.
PUNTEN, TABELRIJEN = 52, 12
BREEDTE, LINKS, RECHTS, BOVEN, ONDER = 760.0, 62.0, 745.0, 16.0, 300.0


@dataclass(frozen=True)
class Overlevingspunt:
    """From `tijd` on, the estimated share `kans` (0–1) with its band `laag`–`hoog`, and how many are followed."""

    tijd: float
    kans: float
    laag: float
    hoog: float
    gevolgd: int


def overlevingscurve(
    titel: str,
    reeksen: Sequence[tuple[str, Sequence[Overlevingspunt]]],
    *,
    eenheid: str = "",
    horizon: float | None = None,
    beschrijving: str = "",
) -> Grafiek:
    """Step curves from 100%, at most six, each with its band; `eenheid` names the time (default: days)."""
    if len(reeksen) > SERIES:
        raise ValueError(f"at most {SERIES} curves can be told apart")
    eenheid = eenheid or _("dagen")
    einde = horizon or max([p.tijd for _naam, punten in reeksen for p in punten] + [1])
    stappen = nette_stappen(einde, 6)

    def x(tijd: float) -> float:
        return LINKS + (RECHTS - LINKS) * min(tijd, einde) / einde

    def y(kans: float) -> float:
        return ONDER - (ONDER - BOVEN) * kans

    delen = []
    for tiende in range(0, 11, 2):
        delen.append(el("path", d=f"M{LINKS:.0f} {y(tiende / 10):.1f}H{RECHTS:.0f}", klasse="wl-g-raster"))
        delen.append(tekst(LINKS - 8, y(tiende / 10) + 4, percentage(tiende / 10), "wl-g-klein", "end"))
    for stap in (s for s in stappen if s <= einde):
        delen.append(tekst(x(stap), ONDER + 18, getal(stap), "wl-g-klein", "middle"))
    delen.append(tekst((LINKS + RECHTS) / 2, ONDER + 38, eenheid, anker="middle"))
    for nummer, (_naam, punten) in enumerate(reeksen):
        binnen = _dun([p for p in punten if p.tijd <= einde], einde, PUNTEN)
        boven = _trap([(x(p.tijd), y(p.hoog)) for p in binnen], x(einde))
        onder = _trap([(x(p.tijd), y(p.laag)) for p in binnen], x(einde))
        midden = _trap([(x(0), y(1.0))] + [(x(p.tijd), y(p.kans)) for p in binnen], x(einde))
        if boven:
            delen.append(veelhoek([*boven, *reversed(onder)], f"wl-g-waas wl-s{nummer}"))
        delen.append(veelhoek(midden, f"wl-g-lijn wl-s{nummer}", dicht=False))
        delen.append(markering(*midden[-1], nummer))
    kop = [_("Groep"), eenheid.capitalize(), _("Nog aan het werk"), _("Tussen"), _("Gevolgd")]
    rijen = [
        [naam, getal(p.tijd), percentage(p.kans), f"{percentage(p.laag)} – {percentage(p.hoog)}", getal(p.gevolgd)]
        for naam, punten in reeksen
        for p in _dun(punten, einde, TABELRIJEN)
    ]
    legenda = [legendalijn(i, naam) for i, (naam, _p) in enumerate(reeksen)]
    return Grafiek(teken(BREEDTE, ONDER + 48, delen, titel, beschrijving), titel, beschrijving, kop, rijen, legenda)


def _dun(punten: Sequence[Overlevingspunt], einde: float, delen: int) -> list[Overlevingspunt]:
    """The start and the last point of each of so many equal parts of the time, when there are more points than that."""
    if len(punten) <= delen:
        return list(punten)
    return [punten[0], *{int(p.tijd * delen / einde): p for p in punten[1:]}.values()]


def _trap(punten: Sequence[tuple[float, float]], eind: float) -> list[tuple[float, float]]:
    """The corners of a line that keeps its height until the next point."""
    hoeken: list[tuple[float, float]] = list(punten[:1])
    for (_x, hoogte), (x2, y2) in pairwise(punten):
        hoeken += [(x2, hoogte), (x2, y2)]
    return [*hoeken, (eind, hoeken[-1][1])] if hoeken else []
