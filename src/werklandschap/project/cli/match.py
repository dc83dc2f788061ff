"""`werklandschap match`: the best candidates for each werkprofiel, JSON lines in and out."""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from itertools import chain, islice, repeat
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TextIO, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    from werklandschap.matching.invoer import Kandidaat, Taxonomie, Werkprofiel
    from werklandschap.matching.kolommen import Kolommen, Woordenboeken
    from werklandschap.matching.lijst import Treffer
    from werklandschap.matching.motor import Index

NAAM = "match"
HULP = "zoek bij elk werkprofiel de best passende kandidaten (JSON-regels)"
DJANGO = False

GEDAAN, DEELS, VERKEERD = 0, 1, 2
GROEP = 256
REGELS_PER_STUK = 2000
GROEPEN_PER_PROCES = 4
"""Groups of werkprofielen that wait for a process at most, so that memory doesn't grow with the file."""
TWEE_SECONDEN = 2.0
_DATUM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_GETAL = re.compile(r"[0-9]{1,9}")


class MetId(Protocol):
    """Something read from a line."""

    @property
    def id(self) -> str:
        """Unique within its file."""


Gelezen = TypeVar("Gelezen", bound=MetId)
Lid = TypeVar("Lid")
Gegevens = TypeVar("Gegevens")
Genummerd = list[tuple[int, bytes]]
Fouten = list[tuple[int, str]]
Antwoord = list[tuple[str, "list[Treffer]"]]


class VerkeerdGebruik(Exception):
    """Nothing can be done with this; the text is the one line people see."""


def argumenten(parser: argparse.ArgumentParser) -> None:
    """Add the options; values are read in `voer_uit`, so that every error is one plain line."""
    parser.add_argument("--kandidaten", required=True, metavar="K.jsonl", help="een kandidaat per regel")
    parser.add_argument("--werkprofielen", required=True, metavar="W.jsonl", help="een werkprofiel per regel")
    parser.add_argument("--taxonomie", required=True, metavar="T.json", help="verwantschap en leertijd")
    parser.add_argument("--top", default="20", metavar="N", help="hoeveel kandidaten per werkprofiel (20)")
    parser.add_argument("--uit", metavar="M.jsonl", help="schrijf hierheen in plaats van op het scherm")
    parser.add_argument("--peildatum", metavar="JJJJ-MM-DD", help="de dag waarvandaan telt (vandaag)")
    verdeling = parser.add_mutually_exclusive_group()
    verdeling.add_argument("--processen", default="1", metavar="N", help="reken met zoveel processen (1)")
    verdeling.add_argument("--dask", metavar="ADRES", help="reken op de machines van deze Dask-planner")


def voer_uit(opties: argparse.Namespace) -> int:
    """Match and write; 0 = all done, 1 = some lines were refused, 2 = wrong use or unreadable input."""
    try:
        return _match(opties)
    except VerkeerdGebruik as fout:
        print(fout, file=sys.stderr)
        return VERKEERD


def _match(opties: argparse.Namespace) -> int:
    from werklandschap.matching.invoer import lees_kandidaat, lees_werkprofiel

    top, processen = _aantal("top", opties.top), _aantal("processen", opties.processen)
    peildatum = _dag(opties.peildatum)
    taxonomie = _lees_taxonomie(opties.taxonomie)
    _controleer_uit(opties.uit)
    werkprofielen = Regels(opties.werkprofielen, lees_werkprofiel)
    kandidaten = Regels(opties.kandidaten, lees_kandidaat)
    groepen = _in_groepen(_met_voortgang(werkprofielen, "werkprofielen gelezen"))
    if opties.dask is not None:
        gelezen = _met_voortgang(kandidaten, "kandidaten gelezen")
        antwoorden = _met_dask(gelezen, taxonomie, groepen, top, peildatum, opties.dask)
    else:
        antwoorden = _hier(kandidaten, taxonomie, groepen, top, peildatum, processen)
    with _uitvoer(opties.uit) as bestand:
        for antwoord in antwoorden:
            _schrijf(bestand, antwoord)
    return DEELS if werkprofielen.geweigerd or kandidaten.geweigerd else GEDAAN


def _met_voortgang(stroom: Iterable[Lid], wat: str, tel: Callable[[Lid], int] = lambda _: 1) -> Iterator[Lid]:
    """Pass everything on, and say on standard error how far it is, for what takes longer than two seconds."""
    volgende, aantal = time.monotonic() + TWEE_SECONDEN, 0
    for lid in stroom:
        aantal += tel(lid)
        yield lid
        if time.monotonic() >= volgende:
            print(f"{aantal} {wat}", file=sys.stderr, flush=True)
            volgende = time.monotonic() + TWEE_SECONDEN


def _in_groepen(stroom: Iterator[Werkprofiel]) -> Iterator[list[Werkprofiel]]:
    while groep := list(islice(stroom, GROEP)):
        yield groep


class Regels(Iterator[Gelezen]):
    """Reads a file of JSON lines once; a bad line is reported on standard error and counted."""

    def __init__(self, pad: str, lees: Callable[[object], Gelezen]) -> None:
        self.pad = pad
        self.geweigerd = 0
        self._lees = lees
        self._gezien: set[str] = set()
        try:
            self._regels = enumerate(open(pad, "rb"), start=1)  # noqa: SIM115 - closed at the end of the stream
        except OSError as fout:
            raise _onleesbaar(pad, fout) from fout

    def __next__(self) -> Gelezen:
        return next(lees_regels(self._regels, self._lees, self._gezien, self._weiger))

    def in_stukken(
        self, processen: int, lees: Callable[[Genummerd, set[str]], tuple[Gegevens, list[str], Fouten]]
    ) -> Iterator[Gegevens]:
        """Read a part of the lines at a time in other processes; what they made of it, in the order of the file.

        ``lees`` gets numbered lines and the ids that are taken, and gives its result, the new ids and the bad lines.
        """
        wachtend: deque[tuple[Genummerd, Future[tuple[Gegevens, list[str], Fouten]]]] = deque()
        stukken = iter(lambda: list(islice(self._regels, REGELS_PER_STUK)), [])
        with _proces_groep(processen) as werkers:
            for stuk in chain(stukken, repeat(None)):
                if stuk is not None:
                    wachtend.append((stuk, werkers.submit(lees, stuk, set())))
                if stuk is None or len(wachtend) >= GROEPEN_PER_PROCES * processen:
                    if not wachtend:
                        return
                    regels, antwoord = wachtend.popleft()
                    gegevens, ids, fouten = antwoord.result()
                    if not self._gezien.isdisjoint(ids):
                        gegevens, ids, fouten = lees(regels, self._gezien)
                    self._gezien.update(ids)
                    for nummer, reden in fouten:
                        self._weiger(nummer, reden)
                    yield gegevens

    def _weiger(self, nummer: int, reden: str) -> None:
        self.geweigerd += 1
        print(f"{self.pad}, regel {nummer}: {reden}", file=sys.stderr)


def lees_regels(
    regels: Iterable[tuple[int, bytes]],
    lees: Callable[[object], Gelezen],
    gezien: set[str],
    weiger: Callable[[int, str], None],
) -> Iterator[Gelezen]:
    """Read numbered lines; ``weiger`` hears the number and the reason of a bad one. ``gezien`` grows with the ids."""
    for nummer, regel in regels:
        if not regel.strip():
            continue
        try:
            gelezen = lees(ontleed(regel.removeprefix(b"\xef\xbb\xbf") if nummer == 1 else regel))
            if gelezen.id in gezien:
                raise ValueError(f"id {gelezen.id} staat er al; de eerste blijft")
        except ValueError as fout:
            weiger(nummer, str(fout))
            continue
        gezien.add(gelezen.id)
        yield gelezen


def _lees_kolommen(regels: Genummerd, bezet: set[str]) -> tuple[tuple[Kolommen, Woordenboeken], list[str], Fouten]:
    """People of some lines as columns, with codes numbered for these lines only."""
    from werklandschap.matching.invoer import lees_kandidaat
    from werklandschap.matching.kolommen import Woordenboeken, naar_kolommen

    woorden, fouten = Woordenboeken(), list[tuple[int, str]]()
    mensen = lees_regels(regels, lees_kandidaat, set(bezet), lambda nummer, reden: fouten.append((nummer, reden)))
    kolommen = naar_kolommen(mensen, woorden)
    return (kolommen, woorden), kolommen.ids, fouten


def ontleed(inhoud: bytes) -> object:
    """Strict JSON: UTF-8, no name twice, no NaN; raises ValueError with the reason in Dutch."""
    try:
        tekst = inhoud.decode()
    except UnicodeDecodeError as fout:
        raise ValueError(f"dit is geen UTF-8 (byte {fout.start + 1})") from None
    try:
        return _ontleder().decode(tekst)
    except json.JSONDecodeError as fout:
        raise ValueError(f"dit is geen geldige JSON (teken {fout.pos + 1})") from None
    except RecursionError:
        raise ValueError("dit is te diep genest") from None


@cache
def _ontleder() -> json.JSONDecoder:
    return json.JSONDecoder(object_pairs_hook=_enkele_namen, parse_constant=_geen_getal)


def _enkele_namen(paren: list[tuple[str, object]]) -> dict[str, object]:
    velden = dict(paren)
    if len(velden) != len(paren):
        raise ValueError("een naam staat twee keer in hetzelfde object")
    return velden


def _geen_getal(naam: str) -> object:
    raise ValueError(f"{naam} is geen getal")


def _lees_taxonomie(pad: str) -> Taxonomie:
    from werklandschap.matching.invoer import lees_taxonomie

    try:
        return lees_taxonomie(ontleed(Path(pad).read_bytes().removeprefix(b"\xef\xbb\xbf")))
    except OSError as fout:
        raise _onleesbaar(pad, fout) from fout
    except ValueError as fout:
        raise VerkeerdGebruik(f"{pad}: {fout}") from fout


def _onleesbaar(pad: str, fout: OSError) -> VerkeerdGebruik:
    if isinstance(fout, FileNotFoundError):
        return VerkeerdGebruik(f"{pad}: dit bestand is er niet")
    return VerkeerdGebruik(f"{pad}: niet te lezen of te schrijven ({fout.strerror})")


def _aantal(naam: str, tekst: str) -> int:
    if not _GETAL.fullmatch(tekst) or int(tekst) == 0:
        raise VerkeerdGebruik(f"--{naam}: '{tekst}' is geen geheel getal vanaf 1")
    return int(tekst)


def _dag(tekst: str | None) -> date:
    if tekst is None:
        return date.today()  # noqa: DTZ011 - the calendar day where the command runs
    try:
        if _DATUM.fullmatch(tekst):
            return date.fromisoformat(tekst)
    except ValueError:
        pass
    raise VerkeerdGebruik(f"--peildatum: '{tekst}' is geen datum zoals 2026-02-01")


def _hier(
    kandidaten: Regels[Kandidaat],
    taxonomie: Taxonomie,
    groepen: Iterable[list[Werkprofiel]],
    top: int,
    peildatum: date,
    processen: int,
) -> Iterator[Antwoord]:
    begin = time.monotonic()
    index = _bouw(kandidaten, taxonomie, processen)
    if time.monotonic() - begin >= TWEE_SECONDEN:
        print(f"index klaar: {len(index)} kandidaten", file=sys.stderr, flush=True)
    if processen > 1:
        yield from _met_processen(index, groepen, top, peildatum, processen)
        return
    for groep in groepen:
        yield zoek_groep(groep, index, top, peildatum)


def _bouw(kandidaten: Regels[Kandidaat], taxonomie: Taxonomie, processen: int) -> Index:
    from werklandschap.matching.kolommen import Woordenboeken, voeg_samen
    from werklandschap.matching.motor import Index

    if processen == 1:
        return Index.bouw(_met_voortgang(kandidaten, "kandidaten gelezen"), taxonomie)
    stukken = kandidaten.in_stukken(processen, _lees_kolommen)
    woorden = Woordenboeken()
    kolommen = voeg_samen(_met_voortgang(stukken, "kandidaten gelezen", lambda stuk: len(stuk[0].ids)), woorden)
    return Index(taxonomie, woorden, kolommen)


def zoek_groep(groep: list[Werkprofiel], index: Index, top: int, peildatum: date) -> Antwoord:
    """The matches of a number of werkprofielen, in their order."""
    return [(werk.id, treffers) for werk, treffers in index.zoek_alle(groep, top, peildatum)]


_werk: dict[str, Any] = {}


def _begin_proces(index: Index, top: int, peildatum: date) -> None:
    _werk.update(index=index, top=top, peildatum=peildatum)


def _in_proces(groep: list[Werkprofiel]) -> Antwoord:
    return zoek_groep(groep, **_werk)


def _met_processen(
    index: Index, groepen: Iterable[list[Werkprofiel]], top: int, peildatum: date, processen: int
) -> Iterator[Antwoord]:
    wachtend: deque[Future[Antwoord]] = deque()
    with _proces_groep(processen, _begin_proces, (index, top, peildatum)) as werkers:
        for groep in groepen:
            wachtend.append(werkers.submit(_in_proces, groep))
            if len(wachtend) >= GROEPEN_PER_PROCES * processen:
                yield wachtend.popleft().result()
        while wachtend:
            yield wachtend.popleft().result()


def _proces_groep(
    processen: int, begin: Callable[..., None] | None = None, met: tuple[Any, ...] = ()
) -> ProcessPoolExecutor:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    # A fork shares the index without copying it; where there is no fork each process gets a copy.
    soort = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    return ProcessPoolExecutor(processen, multiprocessing.get_context(soort), begin, met)


def _met_dask(
    kandidaten: Iterable[Kandidaat],
    taxonomie: Taxonomie,
    groepen: Iterable[list[Werkprofiel]],
    top: int,
    peildatum: date,
    adres: str,
) -> Iterator[Antwoord]:
    try:
        from distributed import Client
    except ImportError:
        raise VerkeerdGebruik(
            "--dask: hiervoor is het pakket distributed nodig; installeer werklandschap[schaal]"
        ) from None
    from werklandschap.matching.verdeeld import GeenWerkers, Verdeling

    try:
        klant = Client(adres, timeout=10)
    except (OSError, ValueError) as fout:
        raise VerkeerdGebruik(f"--dask: geen verbinding met {adres} ({fout})") from fout
    with klant:
        try:
            yield from Verdeling(klant, kandidaten, taxonomie).zoek_alle(groepen, top, peildatum)
        except GeenWerkers as fout:
            raise VerkeerdGebruik(f"--dask: {fout}") from fout


def _schrijf(bestand: TextIO, antwoord: Antwoord) -> None:
    for werkprofiel, treffers in antwoord:
        for rang, treffer in enumerate(treffers, start=1):
            regel = {
                "werkprofiel": werkprofiel,
                "kandidaat": treffer.kandidaat,
                "rang": rang,
                "nu": treffer.nu,
                "straks": treffer.straks,
                "onbekend": list(treffer.onbekend),
            }
            bestand.write(json.dumps(regel, ensure_ascii=False) + "\n")


def _controleer_uit(uit: str | None) -> None:
    """Say before the work starts that the result cannot be written."""
    if uit is not None and (Path(uit).is_dir() or not os.access(Path(uit).resolve().parent, os.W_OK)):
        raise VerkeerdGebruik(f"--uit: {uit} is niet te schrijven")


@contextmanager
def _uitvoer(uit: str | None) -> Iterator[TextIO]:
    """Where to write: the screen, or a file that appears only when it is complete."""
    if uit is None:
        yield sys.stdout
        return
    doel = Path(uit).resolve()
    if doel.exists() and not doel.is_file():
        with doel.open("w", encoding="utf-8") as bestand:
            yield bestand
        return
    tijdelijk = doel.with_name(f".{doel.name}.{os.getpid()}.tmp")
    try:
        with tijdelijk.open("w", encoding="utf-8") as bestand:
            yield bestand
            bestand.flush()
            os.fsync(bestand.fileno())
        tijdelijk.replace(doel)
    except OSError as fout:
        raise _onleesbaar(uit, fout) from fout
    finally:
        tijdelijk.unlink(missing_ok=True)
