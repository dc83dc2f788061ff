"""argparse in Dutch: the same rules, every message one clear line."""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NoReturn

from .fouten import LET_OP, toon

if TYPE_CHECKING:
    from .opdrachten import Opdracht

# argparse's own sentences and ours; what argparse puts in between is kept.
VERTALING: Final[tuple[tuple[str, str], ...]] = (
    (r"^the following arguments are required: (.+)$", r"verplicht en niet gegeven: \1"),
    (r"^unrecognized arguments: (.+)$", r"onbekend: \1"),
    (r"^ambiguous option: (.+) could match (.+)$", r"\1 kan meer dan één ding betekenen: \2"),
    (r"^argument (.+?): expected one argument$", r"\1: er hoort een waarde achter"),
    (r"^argument (.+?): expected (?:at least )?one argument.*$", r"\1: er hoort minstens één waarde achter"),
    (r"^argument (.+?): expected (\d+) arguments?$", r"\1: er horen \2 waarden achter"),
    (r"^argument (.+?): ignored explicit argument (.+)$", r"\1: hier hoort geen waarde achter (\2)"),
    (r"^argument (.+?): not allowed with argument (.+)$", r"\1 gaat niet samen met \2"),
    (r"^one of the arguments (.+) is required$", r"geef één van: \1"),
    (
        r"^argument (.+?): invalid choice: (.+?) \((?:choose from|maybe you meant:?) (.+)\)$",
        r"\1: \2 bestaat niet; kies uit \3",
    ),
    (r"^argument (.+?): invalid int value: (.+)$", r"\1: \2 is geen heel getal"),
    (r"^argument (.+?): invalid float value: (.+)$", r"\1: \2 is geen getal"),
    (r"^argument (.+?): invalid .+? value: (.+)$", r"\1: \2 klopt niet"),
    (r"^argument (.+?): (.+)$", r"\1: \2"),
)
KOPPEN: Final = {"positional arguments": "onderdelen", "options": "opties", "optional arguments": "opties"}


def vertaal(bericht: str) -> str:
    """An argparse message in Dutch; an unknown message comes back as it is."""
    regel = " ".join(bericht.split())
    for patroon, nederlands in VERTALING:
        if re.match(patroon, regel):
            return re.sub(patroon, nederlands, regel)
    return regel


class Opmaak(argparse.HelpFormatter):
    """Help with Dutch headings, as wide as a page."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28, width=100)

    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Put "gebruik:" where argparse has "usage:"."""
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        """Translate argparse's own headings."""
        super().start_section(KOPPEN.get(heading or "", heading))


class Ontleder(argparse.ArgumentParser):
    """A parser whose help and errors are Dutch; sub-parsers made from it are as well."""

    def __init__(self, *, add_help: bool = True, **kwargs: Any) -> None:
        kwargs.setdefault("formatter_class", Opmaak)
        kwargs.setdefault("allow_abbrev", False)
        super().__init__(add_help=False, **kwargs)
        if add_help:
            self.add_argument("-h", "--help", action="help", help="toon deze uitleg")

    def error(self, message: str) -> NoReturn:
        """One line on standard error, exit code 2."""
        toon(f"{self.prog}: {vertaal(message)}. Uitleg: {self.prog} --help")
        raise SystemExit(LET_OP)


def lees(argumenten: Sequence[str], opdrachten: Mapping[str, Opdracht]) -> tuple[Opdracht | None, argparse.Namespace]:
    """The command and its options; no command prints the help. Wrong use ends with exit code 2."""
    eerste = argumenten[0] if argumenten else ""
    if eerste in opdrachten and opdrachten[eerste].ruw:
        return opdrachten[eerste], argparse.Namespace(rest=list(argumenten[1:]))
    parser = maak_ontleder(opdrachten)
    opties = parser.parse_args(argumenten)
    if opties.opdracht is None:
        parser.print_help()
        return None, opties
    return opdrachten[opties.opdracht], opties


def maak_ontleder(opdrachten: Mapping[str, Opdracht]) -> Ontleder:
    """The parser with a sub-parser per command."""
    from werklandschap import __version__

    parser = Ontleder(
        prog="werklandschap",
        description="De digitale werkplek voor werkzoekenden en werkgevers. Gegevens staan in de map "
        "WERKLANDSCHAP_DATA, anders in .werklandschap/ waar u bent.",
        epilog="Elke opdracht heeft eigen uitleg: werklandschap OPDRACHT --help. "
        "Antwoord aan het systeem: 0 gedaan, 1 deels gedaan, 2 verkeerd gebruik of verkeerde invoer.",
    )
    parser.add_argument("--version", action="version", version=f"werklandschap {__version__}", help="toon de versie")
    keuze = parser.add_subparsers(dest="opdracht", metavar="OPDRACHT", title="opdrachten")
    for naam, opdracht in opdrachten.items():
        sub = keuze.add_parser(naam, help=opdracht.hulp, description=opdracht.hulp, add_help=not opdracht.ruw)
        opdracht.argumenten(sub)
    return parser
