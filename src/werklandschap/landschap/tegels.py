"""Tiles and where they come from: `tegel.md` in the folders of installed apps.

A room of one side holds `tegel.md`; a room that serves both sides holds `tegel.werkzoekenden.md` and
`tegel.werkgevers.md`. A file beside it with `.en.md` overrides texts in English. Each file is YAML front matter between
lines of three hyphens, then Markdown with `##` headings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from markdown_it import MarkdownIt

from werklandschap.landschap.tekening.gebouwen import GEBOUWEN

KANTEN = ("werkzoekenden", "werkgevers")
TALEN = ("nl", "en")
BESTANDEN = ("tegel.md", *(f"tegel.{kant}.md" for kant in KANTEN))
TEKSTSLEUTELS = {"naam", "kort", "tools", "tips", "bewijs"}
HARDHEDEN = {
    "hoog": _("sterk bewijs"),
    "midden": _("redelijk bewijs"),
    "laag": _("zwak bewijs"),
    "beschrijvend": _("beschrijving, geen bewijs van oorzaak"),
}
SLEUTELS = TEKSTSLEUTELS | {"kant", "slug", "volgorde", "gebouw", "instrumenten", "begrippen"}

T = TypeVar("T")


class Tegelfout(ImproperlyConfigured):
    """A tile file is wrong; the message names the file and the key."""

    def __init__(self, bestand: Path, sleutel: str, probleem: str) -> None:
        super().__init__(f"{bestand}: {sleutel}: {probleem}")


@dataclass(frozen=True)
class Punt:
    """One tool or point of attention."""

    tekst: str
    uitleg: str = ""


@dataclass(frozen=True)
class Groep:
    """Tools and points of attention that belong together."""

    groep: str
    punten: tuple[Punt, ...]


@dataclass(frozen=True)
class Bewijs:
    """What research says, with its source (`jaar` is None when that bears no year); `hardheid` says how firm it is."""

    tekst: str
    bron: str
    jaar: int | None = None
    hardheid: str = ""

    @property
    def sterkte(self) -> str:
        """How firm it is, in words of the active language; empty when nobody said."""
        return str(HARDHEDEN[self.hardheid]) if self.hardheid else ""


@dataclass(frozen=True)
class Tegel:
    """One tile of a landscape in one language; `inhoud` is Markdown."""

    kant: str
    slug: str
    naam: str
    kort: str
    volgorde: int
    gebouw: str
    inhoud: str
    tools: tuple[Groep, ...] = ()
    tips: tuple[str, ...] = ()
    bewijs: tuple[Bewijs, ...] = ()
    instrumenten: tuple[str, ...] = ()
    begrippen: tuple[str, ...] = ()

    @property
    def html(self) -> SafeString:
        """The body as HTML; HTML inside the Markdown is shown as text."""
        return markdown(self.inhoud)


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "linkify": False}).enable("table").disable("image")


def markdown(tekst: str) -> SafeString:
    """Markdown as safe HTML: raw HTML and unsafe links don't come through."""
    html: str = _markdown().render(tekst)
    return mark_safe(html)  # noqa: S308 - html is off, so everything is escaped


def alle_tegels(kant: str | None = None) -> list[Tegel]:
    """The tiles of one side, or of both (werkzoekenden first), in reading order and in the active language."""
    return [t for t in _tegels(_taal()).values() if kant in {None, t.kant}]


def tegel(kant: str, slug: str) -> Tegel:
    """One tile in the active language; KeyError when there is none."""
    return _tegels(_taal())[kant, slug]


def _taal() -> str:
    taal = (get_language() or "nl").split("-")[0]
    return taal if taal in TALEN else "nl"


@cache
def _tegels(taal: str) -> Mapping[tuple[str, str], Tegel]:
    """All tiles by side and slug. Raises Tegelfout for two tiles with one slug or place."""
    gevonden = [_lees_in_taal(bestand, taal) for bestand in _bestanden()]
    gevonden.sort(key=lambda paar: (KANTEN.index(paar[1].kant), paar[1].volgorde))
    uit: dict[tuple[str, str], Tegel] = {}
    for bestand, nieuw in gevonden:
        if (nieuw.kant, nieuw.slug) in uit:
            raise Tegelfout(bestand, "slug", f"{nieuw.slug!r} komt twee keer voor bij {nieuw.kant}.")
        if any(t.kant == nieuw.kant and t.volgorde == nieuw.volgorde for t in uit.values()):
            raise Tegelfout(bestand, "volgorde", f"{nieuw.volgorde} komt twee keer voor bij {nieuw.kant}.")
        uit[nieuw.kant, nieuw.slug] = nieuw
    return uit


def _bestanden() -> Iterator[Path]:
    for app in apps.get_app_configs():
        yield from (pad for naam in BESTANDEN if (pad := Path(app.path) / naam).is_file())


def _lees_in_taal(bestand: Path, taal: str) -> tuple[Path, Tegel]:
    basis = lees(bestand)
    vertaling = bestand.with_name(f"{bestand.name.removesuffix('.md')}.{taal}.md")
    if taal != "nl" and vertaling.is_file():
        return vertaling, lees(vertaling, basis)
    return bestand, basis


def lees(bestand: Path, basis: Tegel | None = None) -> Tegel:
    """Read one file. With `basis` it is a translation: only texts and the body may differ."""
    kop, inhoud = _splits(bestand)
    onbekend = sorted(set(kop) - SLEUTELS)
    if onbekend:
        raise Tegelfout(bestand, onbekend[0], "deze sleutel bestaat niet.")
    if basis is None:
        return _maak(bestand, kop, inhoud)
    for sleutel in sorted(set(kop) - TEKSTSLEUTELS):
        waarde = getattr(basis, sleutel)
        if kop[sleutel] != (list(waarde) if isinstance(waarde, tuple) else waarde):
            raise Tegelfout(bestand, sleutel, "mag in een vertaling niet anders zijn.")
    teksten: dict[str, Any] = {s: LEZERS[s](bestand, s, kop[s]) for s in TEKSTSLEUTELS & set(kop)}
    return replace(basis, **teksten, inhoud=inhoud or basis.inhoud)


def _splits(bestand: Path) -> tuple[dict[str, Any], str]:
    delen = bestand.read_text(encoding="utf-8").split("---\n", 2)
    if len(delen) != 3 or delen[0].strip():
        raise Tegelfout(bestand, "---", "het bestand begint met gegevens tussen twee regels '---'.")
    try:
        kop = yaml.safe_load(delen[1])
    except yaml.YAMLError as fout:
        raise Tegelfout(bestand, "---", f"geen geldige YAML: {fout}") from fout
    if not isinstance(kop, dict):
        raise Tegelfout(bestand, "---", "hier horen sleutels met waarden te staan.")
    return kop, delen[2].strip()


def _maak(bestand: Path, kop: dict[str, Any], inhoud: str) -> Tegel:
    for sleutel in ("kant", "slug", "naam", "kort", "volgorde", "gebouw"):
        if sleutel not in kop:
            raise Tegelfout(bestand, sleutel, "ontbreekt.")
    if not inhoud:
        raise Tegelfout(bestand, "inhoud", "onder de gegevens hoort tekst te staan.")
    gelezen: dict[str, Any] = {s: LEZERS[s](bestand, s, waarde) for s, waarde in kop.items()}
    return Tegel(**gelezen, inhoud=inhoud)


def _tekst(bestand: Path, sleutel: str, waarde: object) -> str:
    if not isinstance(waarde, str) or not waarde.strip():
        raise Tegelfout(bestand, sleutel, f"hier hoort tekst te staan, niet {waarde!r}.")
    return waarde.strip()


def _getal(bestand: Path, sleutel: str, waarde: object) -> int:
    if not isinstance(waarde, int) or isinstance(waarde, bool):
        raise Tegelfout(bestand, sleutel, f"hier hoort een heel getal te staan, niet {waarde!r}.")
    return waarde


def _keuze(mogelijk: tuple[str, ...]) -> Callable[[Path, str, object], str]:
    def lees_keuze(bestand: Path, sleutel: str, waarde: object) -> str:
        tekst = _tekst(bestand, sleutel, waarde)
        if tekst not in mogelijk:
            raise Tegelfout(bestand, sleutel, f"{tekst!r} kan niet; kies uit {', '.join(mogelijk)}.")
        return tekst

    return lees_keuze


def _lijst(lees_deel: Callable[[Path, str, object], T]) -> Callable[[Path, str, object], tuple[T, ...]]:
    def lees_lijst(bestand: Path, sleutel: str, waarde: object) -> tuple[T, ...]:
        if not isinstance(waarde, list):
            raise Tegelfout(bestand, sleutel, "hier hoort een lijst te staan.")
        return tuple(lees_deel(bestand, f"{sleutel}[{nummer}]", deel) for nummer, deel in enumerate(waarde, 1))

    return lees_lijst


def _velden(bestand: Path, sleutel: str, waarde: object, verplicht: set[str], mag: set[str]) -> dict[str, object]:
    if not isinstance(waarde, dict):
        raise Tegelfout(bestand, sleutel, f"hier horen de sleutels {', '.join(sorted(verplicht))} te staan.")
    for naam in sorted(verplicht - set(waarde)):
        raise Tegelfout(bestand, f"{sleutel}.{naam}", "ontbreekt.")
    for naam in sorted(set(waarde) - verplicht - mag):
        raise Tegelfout(bestand, f"{sleutel}.{naam}", "deze sleutel bestaat niet.")
    return waarde


def _punt(bestand: Path, sleutel: str, waarde: object) -> Punt:
    velden = _velden(bestand, sleutel, waarde, {"tekst"}, {"uitleg"})
    return Punt(**{naam: _tekst(bestand, f"{sleutel}.{naam}", v) for naam, v in velden.items()})


def _groep(bestand: Path, sleutel: str, waarde: object) -> Groep:
    velden = _velden(bestand, sleutel, waarde, {"groep", "punten"}, set())
    naam = _tekst(bestand, f"{sleutel}.groep", velden["groep"])
    return Groep(naam, _lijst(_punt)(bestand, f"{sleutel}.punten", velden["punten"]))


def _bewijs(bestand: Path, sleutel: str, waarde: object) -> Bewijs:
    velden = dict(_velden(bestand, sleutel, waarde, {"tekst", "bron", "jaar"}, {"hardheid"}))
    jaar = velden.pop("jaar")
    if jaar is not None:
        jaar = _getal(bestand, f"{sleutel}.jaar", jaar)
    if "hardheid" in velden:
        _keuze(tuple(HARDHEDEN))(bestand, f"{sleutel}.hardheid", velden["hardheid"])
    return Bewijs(jaar=jaar, **{naam: _tekst(bestand, f"{sleutel}.{naam}", v) for naam, v in velden.items()})


LEZERS: dict[str, Callable[[Path, str, object], Any]] = {
    "kant": _keuze(KANTEN),
    "slug": _tekst,
    "naam": _tekst,
    "kort": _tekst,
    "volgorde": _getal,
    "gebouw": _keuze(tuple(GEBOUWEN)),
    "tools": _lijst(_groep),
    "tips": _lijst(_tekst),
    "bewijs": _lijst(_bewijs),
    "instrumenten": _lijst(_tekst),
    "begrippen": _lijst(_tekst),
}
