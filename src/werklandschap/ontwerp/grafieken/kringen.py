"""The people around somebody: rings from near to far, and a mark of its own for each kind of help."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from werklandschap.ontwerp.grafieken.basis import (
    LETTERBREEDTE,
    Grafiek,
    breek_af,
    el,
    legendapunt,
    markering,
    teken,
    tekst,
    tekstblok,
)

BREEDTE, HOOGTE = 520.0, 580.0
MIDDEN = (BREEDTE / 2, HOOGTE / 2)
# Radius across and down of each ring, and how many names fit on it.
RINGEN = ((84.0, 84.0, 3), (150.0, 160.0, 6), (216.0, 246.0, 8))
TEKENS, REGELHOOGTE, MARKERING = 11, 15.0, 7.0
# Turns of a ring that are tried, and where the first ring begins; the next begin further on.
STANDEN, BEGIN = 48, 0.6
Vak = tuple[float, float, float, float]


@dataclass(frozen=True)
class Kringpunt:
    """One of the people: `ring` 0 is nearest, `soort` the number of the kind of help, `waarmee` says it in words."""

    naam: str
    ring: int
    soort: int
    waarmee: str = ""


def kringen(
    titel: str,
    midden: str,
    ringen: Sequence[str],
    soorten: Sequence[str],
    punten: Sequence[Kringpunt],
    *,
    beschrijving: str = "",
) -> Grafiek:
    """The person in the middle and the others on at most three named rings; who doesn't fit is counted on the ring.

    Raises ValueError when a point has a ring or kind without a name.
    """
    if len(ringen) > len(RINGEN) or any(p.ring >= len(ringen) or p.soort >= len(soorten) for p in punten):
        raise ValueError("a point has a ring or kind without a name")
    lijnen = [
        el("ellipse", cx=MIDDEN[0], cy=MIDDEN[1], rx=rx, ry=ry, klasse="wl-g-kring")
        for rx, ry, _past in RINGEN[: len(ringen)]
    ]
    namen, bezet = _ringnamen(ringen, punten)
    mensen = []
    for nummer in range(len(ringen)):
        op_ring = [p for p in punten if p.ring == nummer][: RINGEN[nummer][2]]
        plekken = _plekken(nummer, [breek_af(p.naam, TEKENS) for p in op_ring], bezet)
        mensen += [_mens(p, *plek) for p, plek in zip(op_ring, plekken, strict=True)]
    kern = el("circle", cx=MIDDEN[0], cy=MIDDEN[1], r=36.0, klasse="wl-g-vak wl-g-vak-nu")
    naam = tekstblok(*MIDDEN, breek_af(midden, 9), "wl-g-vet", "middle")
    rijen = [[p.naam, ringen[p.ring], soorten[p.soort], p.waarmee] for p in punten]
    return Grafiek(
        teken(BREEDTE, HOOGTE, [*lijnen, *namen, kern, naam, *mensen], titel, beschrijving),
        titel,
        beschrijving,
        [_("Wie"), _("Hoe dichtbij"), _("Soort hulp"), _("Waarmee")],
        rijen,
        [legendapunt(soort, soorten[soort]) for soort in sorted({p.soort for p in punten})],
    )


def _ringnamen(ringen: Sequence[str], punten: Sequence[Kringpunt]) -> tuple[list[str], list[Vak]]:
    """The name of each ring at its top, and what is taken by these and by the middle."""
    delen, bezet = [], [(MIDDEN[0] - 40, MIDDEN[1] - 40, MIDDEN[0] + 40, MIDDEN[1] + 40)]
    for nummer, naam in enumerate(ringen):
        _rx, ry, past = RINGEN[nummer]
        te_veel = sum(p.ring == nummer for p in punten) - past
        woorden = f"{naam} (+{te_veel})" if te_veel > 0 else naam
        y = MIDDEN[1] - ry
        delen.append(tekst(MIDDEN[0], y + 4, woorden, "wl-g-klein wl-g-halo", "middle"))
        half = len(woorden) * LETTERBREEDTE / 2
        bezet.append((MIDDEN[0] - half, y - 8, MIDDEN[0] + half, y + 8))
    return delen, bezet


def _plekken(ring: int, namen: Sequence[Sequence[str]], bezet: list[Vak]) -> list[tuple[float, float]]:
    """Places spread evenly over the ring, turned so that names overlap least; `bezet` grows by what they take."""
    rx, ry, _past = RINGEN[ring]
    beste: tuple[int, list[tuple[float, float]], list[Vak]] | None = None
    for stand in range(STANDEN if namen else 0):
        begin = BEGIN * (ring + 1) + 2 * math.pi * stand / STANDEN / len(namen)
        hoeken = [begin + 2 * math.pi * i / len(namen) for i in range(len(namen))]
        plekken = [(MIDDEN[0] + rx * math.cos(hoek), MIDDEN[1] + ry * math.sin(hoek)) for hoek in hoeken]
        vakken = [_vak(x, y, regels) for (x, y), regels in zip(plekken, namen, strict=True)]
        botsingen = sum(_raken(a, b) for i, a in enumerate(vakken) for b in [*bezet, *vakken[:i]])
        if beste is None or botsingen < beste[0]:
            beste = (botsingen, plekken, vakken)
        if not botsingen:
            break
    if beste is None:
        return []
    bezet += beste[2]
    return beste[1]


def _vak(x: float, y: float, regels: Sequence[str]) -> Vak:
    half = max(max(map(len, regels), default=0) * LETTERBREEDTE / 2, MARKERING)
    return (x - half, y - MARKERING, x + half, y + MARKERING + REGELHOOGTE * len(regels) + 1)


def _raken(a: Vak, b: Vak) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _mens(punt: Kringpunt, x: float, y: float) -> str:
    regels = breek_af(punt.naam, TEKENS)
    onder = y + MARKERING + 7 + (len(regels) - 1) * REGELHOOGTE / 2
    return markering(x, y, punt.soort, MARKERING) + tekstblok(x, onder, regels, "wl-g-halo", "middle")
