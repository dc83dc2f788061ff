"""Flows: how many went from where to where, as bands whose width is the number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from werklandschap.ontwerp.grafieken.basis import SERIES, Grafiek, breek_af, el, teken, tekstblok
from werklandschap.ontwerp.grafieken.lagen import lagen
from werklandschap.ontwerp.opmaak import getal

BREEDTE, HOOGTE = 820.0, 420.0
BALK, TUSSEN, TEKSTRAND = 14.0, 16.0, 150.0

Knoop = tuple[int, str]


@dataclass(frozen=True)
class Stroom:
    """`aantal` went from `van` to `naar`."""

    van: str
    naar: str
    aantal: float


@dataclass
class _Plek:
    """Where a bar stands, and how far its bands on each side are used up."""

    x: float
    y: float
    hoogte: float
    kleur: int
    links: float = 0.0
    rechts: float = 0.0


def sankey(titel: str, stromen: Sequence[Stroom], *, beschrijving: str = "") -> Grafiek:
    """Columns from left to right; flows that run in circles get two, from (left) and to (right).

    Flows of zero or less are left out of the drawing, not of the table.
    """
    zichtbaar = [stroom for stroom in stromen if stroom.aantal > 0]
    kop = [_("Van"), _("Naar"), _("Aantal")]
    rijen = [[s.van, s.naar, getal(s.aantal)] for s in stromen]
    kolom = _kolommen(zichtbaar)
    paren = [_eindpunten(stroom, kolom) for stroom in zichtbaar]
    plekken = _plaats(zichtbaar, paren)
    schaal = _schaal(zichtbaar, paren)
    volgorde = sorted(range(len(zichtbaar)), key=lambda i: (plekken[paren[i][0]].y, plekken[paren[i][1]].y))
    banden = [_band(plekken[paren[i][0]], plekken[paren[i][1]], zichtbaar[i].aantal * schaal) for i in volgorde]
    namen = [_knoop(knoop, plek, schaal) for knoop, plek in plekken.items()]
    svg = teken(BREEDTE, HOOGTE, [*banden, *namen], titel, beschrijving)
    return Grafiek(svg, titel, beschrijving, kop, rijen)


def _kolommen(stromen: Sequence[Stroom]) -> dict[str, int] | None:
    """The column of each place; None when they run in circles and two columns must do."""
    namen = list(dict.fromkeys(naam for s in stromen for naam in (s.van, s.naar)))
    return lagen(namen, [(s.van, s.naar) for s in stromen])


def _eindpunten(stroom: Stroom, kolom: dict[str, int] | None) -> tuple[Knoop, Knoop]:
    if kolom is None:
        return (0, stroom.van), (1, stroom.naar)
    return (kolom[stroom.van], stroom.van), (kolom[stroom.naar], stroom.naar)


def _omvang(stromen: Sequence[Stroom], paren: Sequence[tuple[Knoop, Knoop]]) -> dict[Knoop, float]:
    """The larger of what enters and what leaves."""
    erin: dict[Knoop, float] = {}
    eruit: dict[Knoop, float] = {}
    for stroom, (van, naar) in zip(stromen, paren, strict=True):
        eruit[van] = eruit.get(van, 0) + stroom.aantal
        erin[naar] = erin.get(naar, 0) + stroom.aantal
    return {knoop: max(erin.get(knoop, 0), eruit.get(knoop, 0)) for knoop in sorted({*erin, *eruit})}


def _per_kolom(omvang: dict[Knoop, float]) -> dict[int, list[Knoop]]:
    kolommen: dict[int, list[Knoop]] = {}
    for knoop in sorted(omvang, key=lambda k: (k[0], -omvang[k], k[1])):
        kolommen.setdefault(knoop[0], []).append(knoop)
    return kolommen


def _schaal(stromen: Sequence[Stroom], paren: Sequence[tuple[Knoop, Knoop]]) -> float:
    """Units of height per person: the fullest column just fits."""
    omvang = _omvang(stromen, paren)
    ruimtes = [
        (HOOGTE - 30 - TUSSEN * (len(knopen) - 1)) / sum(omvang[k] for k in knopen)
        for knopen in _per_kolom(omvang).values()
    ]
    return max(min(ruimtes, default=1.0), 0.001)


def _plaats(stromen: Sequence[Stroom], paren: Sequence[tuple[Knoop, Knoop]]) -> dict[Knoop, _Plek]:
    omvang, schaal = _omvang(stromen, paren), _schaal(stromen, paren)
    kolommen = _per_kolom(omvang)
    stap = (BREEDTE - TEKSTRAND - BALK - 4) / max(len(kolommen) - 1, 1)
    plekken: dict[Knoop, _Plek] = {}
    kleuren = {naam: i for i, naam in enumerate(dict.fromkeys(knoop[1] for knoop in omvang))}
    for nummer, knopen in kolommen.items():
        y = (HOOGTE - sum(omvang[k] * schaal for k in knopen) - TUSSEN * (len(knopen) - 1)) / 2
        for knoop in knopen:
            plekken[knoop] = _Plek(4 + nummer * stap, y, omvang[knoop] * schaal, kleuren[knoop[1]] % SERIES)
            y += omvang[knoop] * schaal + TUSSEN
    return plekken


def _band(van: _Plek, naar: _Plek, dikte: float) -> str:
    x1, x2 = van.x + BALK, naar.x
    y1, y2 = van.y + van.rechts, naar.y + naar.links
    van.rechts += dikte
    naar.links += dikte
    midden = (x1 + x2) / 2
    pad = (
        f"M{x1:.1f} {y1:.1f}C{midden:.1f} {y1:.1f} {midden:.1f} {y2:.1f} {x2:.1f} {y2:.1f}v{dikte:.1f}"
        f"C{midden:.1f} {y2 + dikte:.1f} {midden:.1f} {y1 + dikte:.1f} {x1:.1f} {y1 + dikte:.1f}z"
    )
    return el("path", d=pad, klasse=f"wl-g-band wl-s{van.kleur}")


def _knoop(knoop: Knoop, plek: _Plek, schaal: float) -> str:
    balk = el(
        "rect", x=plek.x, y=plek.y, width=BALK, height=max(plek.hoogte, 1.0), klasse=f"wl-g-vlak wl-s{plek.kleur}"
    )
    regels = breek_af(f"{knoop[1]} ({getal(round(plek.hoogte / schaal))})", 22)
    return balk + tekstblok(plek.x + BALK + 6, plek.y + plek.hoogte / 2, regels, "wl-g-vet wl-g-halo")
