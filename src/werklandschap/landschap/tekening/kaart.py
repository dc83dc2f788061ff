"""Puts a landscape together: scenery and buildings as one hidden picture, and over it the links in reading order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import TYPE_CHECKING

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werklandschap.landschap.tekening import decor
from werklandschap.landschap.tekening.figuren import Penseel, definities
from werklandschap.landschap.tekening.gebouwen import GEBOUWEN
from werklandschap.landschap.tekening.opschriften import GEWOON, KLEIN, Letter, Opschrift, Tekst, Vak, plaats
from werklandschap.landschap.tekening.plekken import BREED, HOOG, PLEKKEN, Plek
from werklandschap.landschap.tekening.primitives import (
    EENHEID,
    SCHADUW,
    Doek,
    Punt,
    afgerond,
    getal,
    pad,
    projecteer,
    tint,
)

if TYPE_CHECKING:
    from werklandschap.landschap.haken import Badge
    from werklandschap.landschap.tegels import Tegel

KAVELSTRAAL = 0.6
RAND = 0.17


@dataclass(frozen=True)
class Kaartlabels:
    """The words on a map: its title and description, and how numbers and statuses are said."""

    titel: str
    omschrijving: str
    mensen: Callable[[int], str]
    te_laat: Callable[[int], str]
    status: Mapping[str, str]


def standaardlabels(kant: str) -> Kaartlabels:
    """The words of a map in the active language."""
    werkgevers = kant == "werkgevers"
    return Kaartlabels(
        titel=_("Landschap van werkgevers") if werkgevers else _("Landschap van werkzoekenden"),
        omschrijving=_(
            "Een eiland met gebouwen. Elk gebouw is een tegel: een deel van de hulp. U kiest zelf waar u heen gaat; "
            "er is geen vaste volgorde."
        ),
        mensen=_tel_werkgevers if werkgevers else _tel_mensen,
        te_laat=_tel_te_laat,
        status={"nu": _("nu hier"), "geweest": _("geweest"), "kan": _("kan helpen")},
    )


def _tel_mensen(aantal: int) -> str:
    return ngettext("%(aantal)d persoon", "%(aantal)d mensen", aantal) % {"aantal": aantal}


def _tel_werkgevers(aantal: int) -> str:
    return ngettext("%(aantal)d werkgever", "%(aantal)d werkgevers", aantal) % {"aantal": aantal}


def _tel_te_laat(aantal: int) -> str:
    return _("%(aantal)d te laat") % {"aantal": aantal}


def kaart(
    kant: str,
    tegels: Sequence[Tegel],
    *,
    url: Callable[[str], str],
    labels: Kaartlabels | None = None,
    badges: Mapping[str, Badge] | None = None,
    status: Mapping[str, str] | None = None,
    klein: bool = False,
) -> SafeString:
    """One landscape as inline SVG.

    `tegels` in reading order; `url(slug)` gives the address of a tile; `badges` per slug for who works here; `status`
    per slug ("nu", "geweest", "kan" or "") for one dossier. `klein` leaves out most scenery and enlarges the labels.
    Ids start with the side (and `k` when small): each kind may appear once on a page. Raises ValueError when a
    landscape has more tiles than places.
    """
    plekken = _plekken(kant, len(tegels))
    labels = labels or standaardlabels(kant)
    v = id_voorvoegsel(kant, klein)
    statussen = [(t.gebouw, (status or {}).get(t.slug, "")) for t in tegels]
    opschriften = opschriften_van(kant, tegels, labels=labels, badges=badges, status=status, klein=klein)
    koppelingen = "".join(
        _koppeling(v, tegel, plek, opschrift, url(tegel.slug))
        for tegel, plek, opschrift in zip(tegels, plekken, opschriften, strict=True)
    )
    return mark_safe(  # noqa: S308 - every text below is escaped, the rest is our own drawing
        f'<svg class="kaart{" kaart-klein" if klein else ""}" viewBox="0 0 {BREED} {HOOG}" role="group" '
        f'aria-labelledby="{v}titel" aria-describedby="{v}uitleg"><title id="{v}titel">{escape(labels.titel)}</title>'
        f'<desc id="{v}uitleg">{escape(labels.omschrijving)}</desc>'
        f"{_achtergrond(kant, statussen, klein)}{koppelingen}</svg>"
    )


def opschriften_van(
    kant: str,
    tegels: Sequence[Tegel],
    *,
    labels: Kaartlabels,
    badges: Mapping[str, Badge] | None = None,
    status: Mapping[str, str] | None = None,
    klein: bool = False,
) -> list[Opschrift]:
    """The labels of a map with their boxes, in the order of `tegels`; no two boxes touch."""
    letter: Letter = KLEIN if klein else GEWOON
    teksten = [
        Tekst(t.naam, tuple(_bijzinnen(labels, (badges or {}).get(t.slug), (status or {}).get(t.slug, ""))))
        for t in tegels
    ]
    ankers = [_anker(plek, t.gebouw) for t, plek in zip(tegels, _plekken(kant, len(tegels)), strict=True)]
    return plaats(teksten, ankers, letter)


def labelvakken(opschriften: Sequence[Opschrift]) -> list[Vak]:
    """The boxes of labels."""
    return [o.vak for o in opschriften]


def tekening(tegel: Tegel, *, uit_kaart: bool = False) -> SafeString:
    """The small drawing of one tile, decorative (the name stands beside it).

    It holds no ids, so a page may have any number of them. `uit_kaart` points to the full-size map on the same page
    instead of drawing the building again.
    """
    top = min(_gebouw(None, tegel.gebouw)[1], -30) - 6
    beeld = f"-152 {getal(top)} 304 {getal(186 - top)}"
    inhoud = (
        f'<use href="#{id_voorvoegsel(tegel.kant, False)}{tegel.gebouw}"/>'
        if uit_kaart
        else _wand(None, 0.12) + _kavel(tegel.gebouw) + _gebouw(None, tegel.gebouw)[0]
    )
    return mark_safe(  # noqa: S308 - only our own drawing
        f'<svg class="tegel-tekening" viewBox="{beeld}" aria-hidden="true" focusable="false">{inhoud}</svg>'
    )


def id_voorvoegsel(kant: str, klein: bool) -> str:
    """What the ids of a map start with."""
    return f"{'g' if kant == 'werkgevers' else 'w'}{'k' if klein else ''}-"


def _plekken(kant: str, aantal: int) -> tuple[Plek, ...]:
    beschikbaar = PLEKKEN[kant]
    if aantal > len(beschikbaar):
        raise ValueError(f"The landscape {kant} has places for {len(beschikbaar)} tiles, not for {aantal}.")
    return beschikbaar[:aantal]


def _bijzinnen(labels: Kaartlabels, badge: Badge | None, status: str) -> list[tuple[str, str]]:
    zinnen = []
    if status:
        zinnen.append((labels.status[status], f"status-{status}"))
    if badge and badge.mensen:
        zinnen.append((labels.mensen(badge.mensen), "mensen"))
    if badge and badge.te_laat:
        zinnen.append((labels.te_laat(badge.te_laat), "te-laat"))
    return zinnen


def _anker(plek: Plek, gebouw: str) -> Punt:
    """The point on top of a building, where its label points to."""
    x, y = plek.hoek
    return x, y + _gebouw(None, gebouw)[1]


@cache
def _gebouw(voorvoegsel: str | None, naam: str) -> tuple[str, float]:
    """The drawing of a building around the back corner of its plot, and its highest y."""
    doek = Doek()
    GEBOUWEN[naam].teken(Penseel(doek, voorvoegsel))
    return doek.svg(), doek.top


@cache
def _omtrek(straal: float = KAVELSTRAAL) -> tuple[Punt, ...]:
    """The outline of a plot around its back corner, in SVG units."""
    return tuple(projecteer(x, y) for x, y in afgerond(0, 0, 4, 4, straal))


@cache
def _wand(voorvoegsel: str | None, rijzing: float) -> str:
    """The earth of a terrace and its shadow, below its kerb."""
    doek = Doek()
    onder = (rijzing + RAND) * EENHEID
    if voorvoegsel:
        doek.pad(pad([(x + 14, y + onder + 5) for x, y in _omtrek()]), fill=SCHADUW, opacity=".16")
    doek.pad(_zoom(_omtrek(), RAND * EENHEID, onder), fill=f"url(#{voorvoegsel}wand)" if voorvoegsel else decor.AARDE)
    return doek.svg()


@cache
def _kavel(gebouw: str) -> str:
    """The plot of a building: a kerb and a coloured top; the building stands on it."""
    kleur = GEBOUWEN[gebouw].kavel
    doek = Doek()
    doek.pad(_zoom(_omtrek(), 0, RAND * EENHEID), fill=tint(kleur, 0.8))
    doek.pad(_zoom(_omtrek(), 0, RAND * EENHEID, rechts=True), fill=tint(kleur, 0.68))
    doek.pad(pad(_omtrek()), fill=kleur)
    return doek.svg()


def _zoom(omtrek: Sequence[Punt], van: float, tot: float, *, rechts: bool = False) -> str:
    """The visible side of a terrace between two depths below its top: from the left to the right corner, or only the
    half that looks right."""
    voor = sorted((p for p in omtrek if p[1] >= 2 * EENHEID and (not rechts or p[0] >= 0)), key=lambda p: p[0])
    return pad([(x, y + van) for x, y in voor] + [(x, y + tot) for x, y in reversed(voor)])


def _achtergrond(kant: str, tegels: Sequence[tuple[str, str]], klein: bool) -> str:
    """Everything that is picture only, painted back to front; `tegels` are (building, status)."""
    v = id_voorvoegsel(kant, klein)
    plekken = _plekken(kant, len(tegels))
    staand = [(plek.diepte, _staand(v, plek, *tegel)) for plek, tegel in zip(plekken, tegels, strict=True)]
    if not klein:
        staand += [(los.diepte, los.svg) for los in decor.losse_dingen(v, kant)]
    staand.sort(key=lambda deel: deel[0])
    return (
        f'{_vast(v)}<g aria-hidden="true" class="decor">{_ondergrond(v)}{"".join(svg for _diepte, svg in staand)}'
        f"{'' if klein else decor.boten()}</g>"
    )


@cache
def _vast(v: str) -> str:
    """Definitions that the map refers to."""
    return f'<defs>{decor.verloop(v)}{definities(v)}<path id="{v}ring" d="{pad(_omtrek())}"/></defs>'


@cache
def _ondergrond(v: str) -> str:
    """Sky, sea and island."""
    return decor.lucht_en_zee(v) + decor.eiland(v)


@cache
def _staand(v: str, plek: Plek, gebouw: str, status: str) -> str:
    """One tile at its place; a status shows as a ring on the plot, behind the building."""
    x, y = plek.hoek
    ring = f'<use class="ring-{status}" href="#{v}ring"/>' if status else ""
    return (
        f'<g transform="translate({getal(x)} {getal(y)})">{_wand(v, plek.rijzing)}'
        f'<g id="{v}{gebouw}">{_kavel(gebouw)}{ring}'
        f"{_gebouw(v, gebouw)[0]}</g></g>"
    )


def _koppeling(v: str, tegel: Tegel, plek: Plek, opschrift: Opschrift, url: str) -> str:
    """The link of one tile: what one can hit, two rings for focus, and the label, which is its name."""
    x, y = plek.hoek
    ring = f'href="#{v}ring" x="{getal(x)}" y="{getal(y)}"'
    return (
        f'<a class="kaart-tegel" href="{escape(url)}"><path class="raakvlak" d="{_raakvlak(plek, tegel.gebouw)}"/>'
        f'<use class="ring-buiten" {ring}/><use class="ring-binnen" {ring}/>{_opschrift(opschrift)}</a>'
    )


def _raakvlak(plek: Plek, gebouw: str) -> str:
    """The silhouette of plot and building."""
    x, y = plek.hoek
    breed, midden = projecteer(4, 0)[0], 2 * EENHEID
    hoog = midden - _gebouw(None, gebouw)[1]
    onder = y + 4 * EENHEID + (plek.rijzing + RAND) * EENHEID
    schouder = y + midden - hoog * 0.75
    return pad([
        (x - breed, y + midden), (x - breed * 0.6, min(schouder, y + midden * 0.6)), (x, y + midden - hoog),
        (x + breed * 0.6, min(schouder, y + midden * 0.6)), (x + breed, y + midden),
        (x + breed, onder - midden), (x, onder), (x - breed, onder - midden),
    ])  # fmt: skip


def _opschrift(opschrift: Opschrift) -> str:
    vak, (ax, ay) = opschrift.vak, opschrift.anker
    voet = min(max(ax, vak.x + 24), vak.x + vak.breed - 24)
    punt = ""
    if ay > vak.y + vak.hoog:
        punt = f"M{getal(voet - 9)} {getal(vak.y + vak.hoog - 1)}h18L{getal(ax)} {getal(ay)}z"
    regels, y = [], vak.y + 9
    for nummer, regel in enumerate(opschrift.regels):
        y += regel.grootte * 1.22
        spatie = " " if nummer else ""
        regels.append(
            f'{spatie}<tspan class="{regel.klasse}" x="{getal(vak.x + vak.breed / 2)}" '
            f'y="{getal(y - regel.grootte * 0.26)}" font-size="{getal(regel.grootte)}" '
            f'textLength="{getal(regel.breedte)}" '
            f'lengthAdjust="spacingAndGlyphs">{escape(regel.tekst)}</tspan>'
        )
    return (
        f'<g class="opschrift"><path class="vlag" d="{punt}M{getal(vak.x + 12)} {getal(vak.y)}h{getal(vak.breed - 24)}'
        f"a12 12 0 0 1 12 12v{getal(vak.hoog - 24)}a12 12 0 0 1-12 12h{getal(24 - vak.breed)}a12 12 0 0 1-12-12"
        f'v{getal(24 - vak.hoog)}a12 12 0 0 1 12-12z"/><text text-anchor="middle">{"".join(regels)}</text></g>'
    )
