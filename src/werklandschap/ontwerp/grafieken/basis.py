"""What all drawings share: the result, a writer of SVG, scales and hatching.

Coordinates are units of the view box; text is 13 units high. No ids and no inline styles: a page may hold the same
drawing twice, and the content security policy stays strict. Colours, dashes and hatches come from grafieken.css.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

SERIES = 6
LETTERBREEDTE = 7.1
MARKERINGEN = ("vierkant", "rond", "ruit", "driehoek", "kruis", "ring")


@dataclass(frozen=True)
class Legendaregel:
    """A sample of the mark or area, and what it stands for."""

    monster: SafeString
    tekst: str


@dataclass(frozen=True)
class Grafiek:
    """A drawing with the table behind it; shown by `{% grafiek g %}`."""

    svg: SafeString
    titel: str
    beschrijving: str
    tabel_kop: list[str]
    tabel_rijen: list[list[str]]
    legenda: list[Legendaregel] = field(default_factory=list)


def el(naam: str, inhoud: str = "", /, **kenmerken: object) -> str:
    """One SVG element with escaped attributes; `klasse` is the class, underscores become hyphens.

    `inhoud` must be SVG already: text goes through `tekst`, which escapes it.
    """
    delen = [naam]
    for sleutel, waarde in kenmerken.items():
        if waarde is None or waarde == "":
            continue
        attribuut = "class" if sleutel == "klasse" else sleutel.replace("_", "-")
        delen.append(f'{attribuut}="{escape(rond(waarde) if isinstance(waarde, float) else waarde)}"')
    return f"<{' '.join(delen)}>{inhoud}</{naam}>" if inhoud else f"<{' '.join(delen)}/>"


def rond(waarde: float) -> str:
    """A coordinate with at most one decimal."""
    return f"{waarde:.1f}".removesuffix(".0")


def tekst(x: float, y: float, woorden: object, klasse: str = "", anker: str = "") -> str:
    """A line of text; `anker` is start, middle or end."""
    return el("text", escape(woorden), x=x, y=y, klasse=f"wl-g-tekst {klasse}".strip(), text_anchor=anker)


def veelhoek(punten: Sequence[tuple[float, float]], klasse: str, *, dicht: bool = True) -> str:
    """A polygon, or an open line with `dicht=False`."""
    vorm = "polygon" if dicht else "polyline"
    return el(vorm, points=" ".join(f"{rond(x)},{rond(y)}" for x, y in punten), klasse=klasse)


def markering(x: float, y: float, nummer: int, straal: float = 4.5) -> str:
    """The mark of series `nummer`: every series has a shape of its own."""
    klasse = f"wl-g-punt wl-s{nummer % SERIES}"
    soort = MARKERINGEN[nummer % len(MARKERINGEN)]
    if soort in {"rond", "ring"}:
        return el("circle", cx=x, cy=y, r=straal, klasse=f"{klasse} wl-g-{soort}")
    hoeken = {"vierkant": (4, 45), "ruit": (4, 0), "driehoek": (3, -90), "kruis": (4, 22)}[soort]
    aantal, begin = hoeken
    punten = [
        (
            x + 1.25 * straal * math.cos(math.radians(begin + 360 * i / aantal)),
            y + 1.25 * straal * math.sin(math.radians(begin + 360 * i / aantal)),
        )
        for i in range(aantal)
    ]
    return veelhoek(punten, klasse)


def arcering(x: float, y: float, breedte: float, hoogte: float, soort: int, stap: float = 7) -> str:
    """Lines over a rectangle so that areas differ without colour: 0 none, 1 rising, 2 falling, 3 both, 4 upright."""
    if soort % 5 == 0 or breedte <= 0 or hoogte <= 0:
        return ""
    delen: list[str] = []
    if soort % 5 in {1, 3}:
        delen += _schuin(x, y, breedte, hoogte, stap, stijgend=True)
    if soort % 5 in {2, 3}:
        delen += _schuin(x, y, breedte, hoogte, stap, stijgend=False)
    if soort % 5 == 4:
        delen += [f"M{rond(x + i * stap)} {rond(y)}v{rond(hoogte)}" for i in range(1, math.ceil(breedte / stap))]
    return el("path", d="".join(delen), klasse="wl-g-arcering")


def _schuin(x: float, y: float, breedte: float, hoogte: float, stap: float, *, stijgend: bool) -> list[str]:
    """Slanting lines at 45 degrees, cut off at the edges of the rectangle."""
    lijnen = []
    for nummer in range(1, math.ceil((breedte + hoogte) / stap)):
        c = nummer * stap
        begin, eind = max(0.0, c - hoogte), min(breedte, c)
        if eind - begin < 0.5:
            continue
        if stijgend:
            lijnen.append(f"M{rond(x + begin)} {rond(y + c - begin)}L{rond(x + eind)} {rond(y + c - eind)}")
        else:
            lijnen.append(
                f"M{rond(x + begin)} {rond(y + hoogte - c + begin)}L{rond(x + eind)} {rond(y + hoogte - c + eind)}"
            )
    return lijnen


def vlak(x: float, y: float, breedte: float, hoogte: float, nummer: int, *, straal: float = 2) -> str:
    """A filled rectangle of series `nummer`, with its hatching."""
    if breedte <= 0 or hoogte <= 0:
        return ""
    rechthoek = el("rect", x=x, y=y, width=breedte, height=hoogte, rx=straal, klasse=f"wl-g-vlak wl-s{nummer % SERIES}")
    return rechthoek + arcering(x, y, breedte, hoogte, nummer)


def legendavlak(nummer: int, woorden: str) -> Legendaregel:
    """A legend line for an area."""
    return Legendaregel(_monster(vlak(2, 3, 30, 14, nummer)), woorden)


def legendalijn(nummer: int, woorden: str) -> Legendaregel:
    """A legend line for a line with marks."""
    streep = veelhoek([(1, 10), (33, 10)], f"wl-g-lijn wl-s{nummer % SERIES}", dicht=False)
    return Legendaregel(_monster(streep + markering(17, 10, nummer)), woorden)


def legendapunt(nummer: int, woorden: str) -> Legendaregel:
    """A legend line for a mark alone."""
    return Legendaregel(_monster(markering(17, 10, nummer, 6)), woorden)


def _monster(inhoud: str) -> SafeString:
    return _veilig(
        el(
            "svg",
            inhoud,
            klasse="wl-g-monster",
            viewBox="0 0 34 20",
            width=34,
            height=20,
            aria_hidden="true",
            focusable="false",
        )
    )


def teken(breedte: float, hoogte: float, delen: Iterable[str], titel: str, beschrijving: str) -> SafeString:
    """The whole drawing: one image for a screen reader, with title and description as its name."""
    naam = f"{titel}. {beschrijving}".strip() if beschrijving else titel
    return _veilig(
        el(
            "svg",
            el("title", escape(titel)) + "".join(delen),
            klasse="wl-g",
            viewBox=f"0 0 {rond(breedte)} {rond(hoogte)}",
            width=rond(breedte),
            height=rond(hoogte),
            role="img",
            aria_label=naam,
        )
    )


def _veilig(svg: str) -> SafeString:
    return mark_safe(svg)  # noqa: S308  # made of escaped parts by `el` and `tekst`


def nette_stappen(maximum: float, aantal: int = 4) -> list[float]:
    """Round values from 0 up to at least `maximum`, about `aantal` steps: 0, 10, 20 …"""
    if maximum <= 0:
        return [0.0, 1.0]
    ruw = maximum / aantal
    macht = 10.0 ** math.floor(math.log10(ruw))
    stap = next(factor * macht for factor in (1, 2, 5, 10) if factor * macht >= ruw)
    return [stap * i for i in range(math.ceil(maximum / stap - 1e-9) + 1)]


def breek_af(woorden: str, tekens: int, regels: int = 2) -> list[str]:
    """Words over at most `regels` lines of `tekens` characters; what does not fit ends in an ellipsis."""
    uit: list[str] = []
    for woord in woorden.split():
        if uit and len(uit[-1]) + 1 + len(woord) <= tekens:
            uit[-1] += f" {woord}"
        else:
            uit.append(woord)
    kort = [regel if len(regel) <= tekens else f"{regel[: tekens - 1]}…" for regel in uit[:regels]]
    if len(uit) > regels:
        kort[-1] = f"{kort[-1][: tekens - 1].rstrip('… ')}…"
    return kort


def tekstblok(x: float, y: float, regels: Sequence[str], klasse: str = "", anker: str = "") -> str:
    """Lines of text around the height `y`."""
    boven = y - (len(regels) - 1) * 7.5 + 4.5
    return "".join(tekst(x, boven + 15 * i, regel, klasse, anker) for i, regel in enumerate(regels))
