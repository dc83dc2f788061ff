"""Errors a user can mend, as one line without a traceback."""

from __future__ import annotations

import sys
from typing import Final

LET_OP: Final = 2

# By the name of an error's class or one of its bases: nothing heavy is imported to say what went wrong.
ZINNEN: Final[dict[str, str]] = {
    "OperationalError": "de database is niet te gebruiken: {fout}",
    "DatabaseError": "de database is niet te gebruiken: {fout}",
    "ProgrammingError": "de database past niet bij deze versie ({fout}); voer uit: werklandschap klaarzetten",
    "ImproperlyConfigured": "een instelling klopt niet: {fout}",
    "SystemCheckError": "de instellingen kloppen niet: {fout}",
    "CommandError": "{fout}",
    "Invoerfout": "{fout}",
    "GeenRecht": "u mag dit niet: {fout}",
    "FileNotFoundError": "bestand of map niet gevonden: {bestand}",
    "IsADirectoryError": "dit is een map, geen bestand: {bestand}",
    "PermissionError": "geen toegang tot {bestand}",
    "UnicodeDecodeError": "een bestand is geen leesbare tekst (UTF-8): {fout}",
    "OSError": "{fout}",
}
# Only the class itself: below it are errors such as IntegrityError, which are ours and worth a traceback.
ALLEEN_ZELF: Final = {"DatabaseError"}
DATABASE_ONBEKEND: Final = ("no such table", "no such column", "does not exist")


def toon(regel: str) -> None:
    """Print one line on standard error."""
    print(regel, file=sys.stderr, flush=True)


def bekende_fout(fout: Exception) -> str | None:
    """The line for this error, or None when it is unknown and its traceback is worth seeing."""
    tekst = " ".join(str(fout).split()) or type(fout).__name__
    for klasse in type(fout).__mro__:
        if klasse.__name__ not in ZINNEN or (klasse.__name__ in ALLEEN_ZELF and klasse is not type(fout)):
            continue
        naam = klasse.__name__
        if naam == "OperationalError" and any(deel in tekst for deel in DATABASE_ONBEKEND):
            naam = "ProgrammingError"
        return ZINNEN[naam].format(fout=tekst, bestand=getattr(fout, "filename", None) or tekst)
    return None
