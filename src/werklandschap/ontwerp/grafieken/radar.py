"""Scores on several domains as a web, with the previous score beside the new one."""

from __future__ import annotations

import math
from collections.abc import Sequence

from django.utils.translation import gettext as _

from werklandschap.ontwerp.grafieken.basis import (
    Grafiek,
    breek_af,
    el,
    legendalijn,
    markering,
    teken,
    tekst,
    tekstblok,
    veelhoek,
)
from werklandschap.ontwerp.opmaak import getal

BREEDTE, HOOGTE, STRAAL = 640.0, 470.0, 165.0
Score = float | int | None


def radar(
    titel: str,
    assen: Sequence[str],
    nu: Sequence[Score],
    vorige: Sequence[Score] | None = None,
    *,
    maximum: int = 5,
    beschrijving: str = "",
    nu_label: str = "",
    vorige_label: str = "",
) -> Grafiek:
    """A web of at least three axes from 0 to `maximum`. A score of None (not asked) leaves the line open there.

    Raises ValueError when the numbers of axes and scores differ.
    """
    if len(assen) < 3 or len(nu) != len(assen) or (vorige is not None and len(vorige) != len(assen)):
        raise ValueError("a radar needs at least three axes and one score per axis")
    nu_label, vorige_label = nu_label or _("Nu"), vorige_label or _("Vorige keer")
    delen = [_web(len(assen), maximum), *_namen(assen)]
    if vorige is not None:
        delen.append(_reeks(vorige, maximum, 1))
    delen.append(_reeks(nu, maximum, 0))
    kop = [_("Onderdeel"), *([vorige_label] if vorige is not None else []), nu_label]
    rijen = [[as_, *([_cel(vorige[i])] if vorige is not None else []), _cel(nu[i])] for i, as_ in enumerate(assen)]
    legenda = [legendalijn(0, nu_label)] + ([legendalijn(1, vorige_label)] if vorige is not None else [])
    return Grafiek(teken(BREEDTE, HOOGTE, delen, titel, beschrijving), titel, beschrijving, kop, rijen, legenda)


def _punt(nummer: int, aantal: int, deel: float) -> tuple[float, float]:
    hoek = 2 * math.pi * nummer / aantal - math.pi / 2
    return BREEDTE / 2 + STRAAL * deel * math.cos(hoek), HOOGTE / 2 + STRAAL * deel * math.sin(hoek)


def _web(aantal: int, maximum: int) -> str:
    ringen = [
        veelhoek([_punt(i, aantal, stap / maximum) for i in range(aantal)], "wl-g-raster")
        for stap in range(1, maximum + 1)
    ]
    midden = _punt(0, aantal, 0)
    spaken = []
    for i in range(aantal):
        rand = _punt(i, aantal, 1)
        spaken.append(el("line", x1=midden[0], y1=midden[1], x2=rand[0], y2=rand[1], klasse="wl-g-raster"))
    schaal = [
        tekst(midden[0] + 4, _punt(0, aantal, stap / maximum)[1] - 2, stap, "wl-g-klein")
        for stap in range(1, maximum + 1)
    ]
    return "".join(ringen + spaken + schaal)


def _namen(assen: Sequence[str]) -> list[str]:
    uit = []
    for i, naam in enumerate(assen):
        x, y = _punt(i, len(assen), 1.1)
        if abs(x - BREEDTE / 2) < 12:
            y += -8 if y < HOOGTE / 2 else 8
            anker = "middle"
        else:
            anker = "start" if x > BREEDTE / 2 else "end"
        uit.append(tekstblok(x, y, breek_af(naam, 20), anker=anker))
    return uit


def _reeks(scores: Sequence[Score], maximum: int, nummer: int) -> str:
    punten = [
        _punt(i, len(scores), float(score) / maximum) if score is not None else None for i, score in enumerate(scores)
    ]
    bekend = [punt for punt in punten if punt is not None]
    delen = []
    if len(bekend) == len(punten):
        delen.append(veelhoek(bekend, f"wl-g-waas wl-s{nummer}"))
    for i, punt in enumerate(punten):
        volgende = punten[(i + 1) % len(punten)]
        if punt is not None and volgende is not None:
            delen.append(veelhoek([punt, volgende], f"wl-g-lijn wl-s{nummer}", dicht=False))
    delen += [markering(*punt, nummer) for punt in bekend]
    return "".join(delen)


def _cel(score: Score) -> str:
    if score is None:
        return _("niet bekend")
    return getal(score, 0 if float(score).is_integer() else 1)
