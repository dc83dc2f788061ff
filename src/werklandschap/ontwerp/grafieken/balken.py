"""Bars: one line per competence with its parts, and how many fall in each class."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from werklandschap.ontwerp.grafieken.basis import (
    LETTERBREEDTE,
    Grafiek,
    Legendaregel,
    breek_af,
    el,
    legendavlak,
    nette_stappen,
    teken,
    tekst,
    tekstblok,
    vlak,
)
from werklandschap.ontwerp.opmaak import getal

BREEDTE = 760.0
LABELBREEDTE = 210.0
REGELHOOGTE = 34.0


@dataclass(frozen=True)
class Deel:
    """A part of a bar: `soort` is one of the kinds given to `staafbalken`; `tekst` says it in words in the table."""

    waarde: float
    soort: str
    tekst: str = ""


@dataclass(frozen=True)
class Balk:
    """One line: its name, its parts from left to right, and a mark to reach (`doel`) in the same unit."""

    label: str
    delen: Sequence[Deel]
    doel: float | None = None
    tekst: str = ""


def staafbalken(
    titel: str,
    regels: Sequence[Balk],
    soorten: Mapping[str, str],
    *,
    maximum: float | None = None,
    beschrijving: str = "",
) -> Grafiek:
    """Horizontal bars made of parts. `soorten` names the kinds, in the order of their colours and hatches."""
    nummers = {soort: i for i, soort in enumerate(soorten)}
    top = maximum or max(
        [sum(d.waarde for d in balk.delen) for balk in regels] + [b.doel or 0 for b in regels] + [1e-9]
    )
    schaal = (BREEDTE - LABELBREEDTE - 70) / top
    delen = [_balk(balk, i * REGELHOOGTE + 6, schaal, nummers) for i, balk in enumerate(regels)]
    svg = teken(BREEDTE, len(regels) * REGELHOOGTE + 12, delen, titel, beschrijving)
    kop = [_("Onderdeel"), *soorten.values(), _("Uitleg")]
    legenda = [legendavlak(nummers[soort], naam) for soort, naam in soorten.items()]
    return Grafiek(svg, titel, beschrijving, kop, [_rij(balk, soorten) for balk in regels], legenda)


def _balk(balk: Balk, y: float, schaal: float, nummers: Mapping[str, int]) -> str:
    uit = [tekstblok(LABELBREEDTE - 10, y + 11, breek_af(balk.label, 28), anker="end")]
    x = LABELBREEDTE
    for deel in balk.delen:
        uit.append(vlak(x, y, deel.waarde * schaal, 22, nummers[deel.soort]))
        x += deel.waarde * schaal
    if balk.doel is not None:
        doel = LABELBREEDTE + balk.doel * schaal
        uit.append(el("path", d=f"M{doel:.1f} {y - 4:.1f}v30", klasse="wl-g-drempel"))
        x = max(x, doel)
    if balk.tekst:
        uit.append(tekst(x + 6, y + 16, balk.tekst, "wl-g-klein"))
    return "".join(uit)


def _rij(balk: Balk, soorten: Mapping[str, str]) -> list[str]:
    per_soort = {soort: sum(d.waarde for d in balk.delen if d.soort == soort) for soort in soorten}
    uitleg = "; ".join([deel.tekst for deel in balk.delen if deel.tekst] + ([balk.tekst] if balk.tekst else []))
    cellen = [getal(waarde, 0 if float(waarde).is_integer() else 1) for waarde in per_soort.values()]
    return [balk.label, *cellen, uitleg]


def histogram(
    titel: str,
    klassen: Sequence[tuple[str, int]],
    *,
    drempel: int | None = None,
    drempel_label: str = "",
    x_label: str = "",
    beschrijving: str = "",
) -> Grafiek:
    """How many fall in each class. `drempel` is the index of the first class that passes."""
    stappen = nette_stappen(max([aantal for _label, aantal in klassen] + [1]))
    links, onder, boven = 56.0, 280.0, 36.0
    hoogte_per = (onder - boven) / stappen[-1]
    vak = (BREEDTE - links - 10) / max(len(klassen), 1)
    delen = [_hulplijn(stap, onder - stap * hoogte_per, links) for stap in stappen]
    elke = max(1, round(LETTERBREEDTE * max((len(k) for k, _a in klassen), default=1) / vak + 0.5))
    for i, (label, aantal) in enumerate(klassen):
        x, hoogte = links + i * vak, aantal * hoogte_per
        voldoet = drempel is None or i >= drempel
        delen.append(vlak(x + vak * 0.08, onder - hoogte, vak * 0.84, hoogte, 0 if voldoet else 4))
        if vak > 16:
            delen.append(tekst(x + vak / 2, onder - hoogte - 5, getal(aantal), "wl-g-klein", "middle"))
        if i % elke == 0:
            delen.append(tekst(x + vak / 2, onder + 18, label, "wl-g-klein", "middle"))
    if drempel is not None:
        x = links + drempel * vak
        delen.append(el("path", d=f"M{x:.1f} 16V{onder:.0f}", klasse="wl-g-drempel"))
        delen.append(tekst(x + 6, 22, drempel_label or _("drempel"), "wl-g-vet"))
    if x_label:
        delen.append(tekst((BREEDTE + links) / 2, onder + 40, x_label, anker="middle"))
    svg = teken(BREEDTE, onder + 50, delen, titel, beschrijving)
    rijen = [[label, getal(aantal)] for label, aantal in klassen]
    return Grafiek(svg, titel, beschrijving, [x_label or _("Klasse"), _("Aantal")], rijen, _drempellegenda(drempel))


def _drempellegenda(drempel: int | None) -> list[Legendaregel]:
    return [] if drempel is None else [legendavlak(0, _("vanaf de drempel")), legendavlak(4, _("onder de drempel"))]


def _hulplijn(waarde: float, y: float, links: float) -> str:
    decimalen = 0 if waarde.is_integer() else 1
    return el("path", d=f"M{links:.0f} {y:.1f}H{BREEDTE - 10:.0f}", klasse="wl-g-raster") + tekst(
        links - 8, y + 4, getal(waarde, decimalen), "wl-g-klein", "end"
    )
