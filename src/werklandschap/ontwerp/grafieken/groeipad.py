"""Where a job can lead: steps from left to right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from werklandschap.ontwerp.grafieken.basis import Grafiek, breek_af, el, teken, tekst, tekstblok
from werklandschap.ontwerp.grafieken.lagen import lagen

VAKBREED, VAKHOOG, TUSSEN_X, TUSSEN_Y = 170.0, 54.0, 80.0, 22.0


@dataclass(frozen=True)
class Stap:
    """An occupation or profile on the way; one with words in `merk` stands out and carries them."""

    code: str
    label: str
    merk: str = ""


@dataclass(frozen=True)
class Overgang:
    """From one step to another; `tekst` says what it takes, in a few words."""

    van: str
    naar: str
    tekst: str = ""


def groeipad(titel: str, stappen: Sequence[Stap], overgangen: Sequence[Overgang], *, beschrijving: str = "") -> Grafiek:
    """A small graph without circles. Raises ValueError when the steps do run in a circle or a name is unknown."""
    namen = {stap.code: stap for stap in stappen}
    if any(o.van not in namen or o.naar not in namen for o in overgangen):
        raise ValueError("a transition names a step that is not there")
    laag = lagen(list(namen), [(o.van, o.naar) for o in overgangen])
    if laag is None:
        raise ValueError("growth paths do not run in a circle")
    kolommen: dict[int, list[str]] = {}
    for code in namen:
        kolommen.setdefault(laag[code], []).append(code)
    hoogste = max((len(codes) for codes in kolommen.values()), default=1)
    hoogte = hoogste * (VAKHOOG + TUSSEN_Y) + 20
    plek = {
        code: (
            10 + nummer * (VAKBREED + TUSSEN_X),
            12 + (hoogte - len(codes) * (VAKHOOG + TUSSEN_Y)) / 2 + i * (VAKHOOG + TUSSEN_Y),
        )
        for nummer, codes in kolommen.items()
        for i, code in enumerate(codes)
    }
    pijlen = [_pijl(plek[o.van], plek[o.naar]) for o in overgangen]
    vakken = [_vak(namen[code], *xy) for code, xy in plek.items()]
    svg = teken(
        max(len(kolommen), 1) * (VAKBREED + TUSSEN_X) - TUSSEN_X + 20, hoogte, pijlen + vakken, titel, beschrijving
    )
    rijen = [[namen[o.van].label, namen[o.naar].label, o.tekst] for o in overgangen]
    return Grafiek(svg, titel, beschrijving, [_("Van"), _("Naar"), _("Wat het vraagt")], rijen)


def _pijl(van: tuple[float, float], naar: tuple[float, float]) -> str:
    x1, y1 = van[0] + VAKBREED, van[1] + VAKHOOG / 2
    x2, y2 = naar[0] - 2, naar[1] + VAKHOOG / 2
    midden = (x1 + x2) / 2
    lijn = f"M{x1:.1f} {y1:.1f}C{midden:.1f} {y1:.1f} {midden:.1f} {y2:.1f} {x2 - 8:.1f} {y2:.1f}"
    punt = f"M{x2 - 10:.1f} {y2 - 6:.1f}L{x2:.1f} {y2:.1f}L{x2 - 10:.1f} {y2 + 6:.1f}"
    return el("path", d=lijn + punt, klasse="wl-g-pijl")


def _vak(stap: Stap, x: float, y: float) -> str:
    klasse = "wl-g-vak wl-g-vak-nu" if stap.merk else "wl-g-vak"
    vak = el("rect", x=x, y=y, width=VAKBREED, height=VAKHOOG, rx=8.0, klasse=klasse)
    woorden = tekstblok(x + VAKBREED / 2, y + VAKHOOG / 2, breek_af(stap.label, 22), "wl-g-vet", "middle")
    hier = tekst(x + VAKBREED / 2, y - 5, stap.merk, "wl-g-klein", "middle") if stap.merk else ""
    return vak + woorden + hier
