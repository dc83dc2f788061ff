"""Hooks: lower rooms show what upper rooms register.

Filled in each room's `haken.py`, read by the pages of the core.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from django.urls import reverse

if TYPE_CHECKING:
    from django.http import HttpRequest

T = TypeVar("T")


class Register(Generic[T]):
    """A list that rooms add to while Django starts. Registering the same code twice replaces the first."""

    def __init__(self) -> None:
        self._delen: dict[str, T] = {}

    def registreer(self, code: str, deel: T) -> None:
        """Add `deel` under its code."""
        self._delen[code] = deel

    def alle(self) -> list[T]:
        """Everything registered, in order of registration (apps start from `project` downward)."""
        return list(self._delen.values())

    def paren(self) -> list[tuple[str, T]]:
        """Codes with what is registered under them."""
        return list(self._delen.items())


@dataclass(frozen=True)
class Paginadeel:
    """A part of the dossier or employer page: a template with what it shows, ordered by `volgorde`.

    `mag(gebruiker, onderwerp)` decides whether it is there at all; `context(request, onderwerp)` fills it.
    `kolom` is "hoofd" or "zij".
    """

    titel: Any
    sjabloon: str
    context: Callable[[HttpRequest, Any], dict[str, Any]]
    volgorde: int = 50
    kolom: str = "hoofd"
    mag: Callable[[Any, Any], bool] = lambda gebruiker, onderwerp: True


@dataclass(frozen=True)
class Tab:
    """A page about one dossier or employer: `url_naam` takes its number."""

    label: Any
    url_naam: str
    volgorde: int = 50
    mag: Callable[[Any, Any], bool] = lambda gebruiker, onderwerp: True


@dataclass(frozen=True)
class Dagregel:
    """One line on Mijn dag."""

    tekst: str
    url: str
    datum: date | None = None
    te_laat: bool = False
    wie: str = ""


@dataclass(frozen=True)
class Dagblok:
    """A group of lines on Mijn dag: `soort` is te_laat, vandaag, wacht_op_mij or nieuw."""

    soort: str
    titel: str
    regels: Sequence[Dagregel] = ()
    totaal: int = 0
    alles_url: str = ""


@dataclass(frozen=True)
class Zoekresultaat:
    """One hit of the search box."""

    soort: str
    titel: str
    ondertitel: str
    url: str


@dataclass(frozen=True)
class Tegelsuggestie:
    """A tile that could help next, with the reason in one sentence; higher `gewicht` first."""

    kant: str
    slug: str
    reden: str
    gewicht: int = 10


@dataclass(frozen=True)
class Afspraak:
    """One line in a colleague's own calendar; `code` is unique. A `begin` without a time is a whole day.

    `naam` is shown only when the colleague asked for names. `bron` is the cause of the task about the same thing:
    a line with `is_taak` gives way to another line with that cause. `volgnummer` counts the changes (RFC 5545).
    `url` is the page about it in the product; who lacks `recht` may not open it, and sees no link.
    """

    code: str
    begin: datetime | date
    titel: str
    naam: str = ""
    einde: datetime | None = None
    waar: str = ""
    gaat_door: bool = True
    volgnummer: int = 0
    bron: str = ""
    is_taak: bool = False
    url: str = ""
    recht: str = ""


@dataclass(frozen=True)
class Teamafspraak:
    """An appointment of one of several colleagues: `wie` is the key of the colleague, `dossier` whom it is about."""

    wie: int
    afspraak: Afspraak
    dossier: Any


@dataclass(frozen=True)
class Gezondheid:
    """An answer for /healthz."""

    goed: bool
    uitleg: str = ""
    gegevens: dict[str, Any] = field(default_factory=dict)


dossierdelen: Register[Paginadeel] = Register()
dossiertabs: Register[Tab] = Register()
werkgeverdelen: Register[Paginadeel] = Register()
werkgevertabs: Register[Tab] = Register()
# Pages about one report of a contact; the path takes the employer and the contact
contactmomenttabs: Register[Tab] = Register()
# functie(gebruiker) -> list[Dagblok]
dagblokken: Register[Callable[[Any], list[Dagblok]]] = Register()
# functie(gebruiker, vraag) -> list[Zoekresultaat], at most ten each
zoekers: Register[Callable[[Any, str], list[Zoekresultaat]]] = Register()
# functie(dossier) -> list[Tegelsuggestie]
dossiersuggesties: Register[Callable[[Any], list[Tegelsuggestie]]] = Register()
# functie(werkgever) -> list[Tegelsuggestie]
werkgeversuggesties: Register[Callable[[Any], list[Tegelsuggestie]]] = Register()
# functie() -> Gezondheid, for /healthz
gezondheid: Register[Callable[[], Gezondheid]] = Register()
# functie() -> str: what has to happen every day, safe to repeat; answers with one line of report
dagtaken: Register[Callable[[], str]] = Register()
# functie() -> int: what cannot wait for tomorrow, at every look of the worker (ten minutes). Cheap when nothing is due,
# safe to repeat and to run in two workers at once; answers how many things it did
rondetaken: Register[Callable[[], int]] = Register()
# functie() -> int: encrypt again with the newest key what lies outside the tables; answers how many, may be resumed
sleutelrondes: Register[Callable[[], int]] = Register()
# functie(gebruiker, van, tot) -> lines of this colleague's calendar between two moments, a fixed number of queries
agendabronnen: Register[Callable[[Any, datetime, datetime], Iterable[Afspraak]]] = Register()
# functie(collega's, van, tot) -> what these colleagues have at an hour and goes on, in one query, with the dossier and
# who is responsible for it; who may see more than that they are busy is decided by who asks
teamagendabronnen: Register[Callable[[Sequence[Any], datetime, datetime], Iterable[Teamafspraak]]] = Register()
# functie(gebruiker) -> list[(url, label)] extra navigation
navigatie: Register[Callable[[Any], list[tuple[str, Any]]]] = Register()


def delen_voor(register: Register[Paginadeel], request: HttpRequest, onderwerp: Any) -> list[dict[str, Any]]:
    """The parts this user may see of `onderwerp`, in order, with their context."""
    zichtbaar = [deel for deel in register.alle() if deel.mag(request.user, onderwerp)]
    return [
        {"deel": deel, "context": deel.context(request, onderwerp)}
        for deel in sorted(zichtbaar, key=lambda d: d.volgorde)
    ]


def tabs_voor(register: Register[Tab], gebruiker: Any, onderwerp: Any) -> list[tuple[str, Tab]]:
    """The tabs this user may open, as (code, tab) in order."""
    zichtbaar = [(code, tab) for code, tab in register.paren() if tab.mag(gebruiker, onderwerp)]
    return sorted(zichtbaar, key=lambda paar: paar[1].volgorde)


def tabregels(register: Register[Tab], request: HttpRequest, onderwerp: Any) -> list[tuple[str, str, bool | str]]:
    """(address, label, active) of the pages about `onderwerp` this user may open.

    A page below one of them makes that one "sectie"; below the overview, which all others are below, it does not.
    """
    paren = [
        (reverse(tab.url_naam, args=[onderwerp.pk]), str(tab.label))
        for _code, tab in tabs_voor(register, request.user, onderwerp)
    ]
    hier, overzicht = request.path, min((url for url, _label in paren), key=len, default="")
    boven = [url for url, _label in paren if url == hier or (url != overzicht and hier.startswith(url))]
    dichtst = max(boven, key=len, default="")
    return [(url, label, url == dichtst and (url == hier or "sectie")) for url, label in paren]
