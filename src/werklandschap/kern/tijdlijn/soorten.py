"""The kinds of events: a name and a sentence a professional can read.

Each room registers its own in `gebeurtenissen.py`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Soort:
    """A kind of event; `zin` is a format string over the payload."""

    code: str
    titel: Any
    zin: Any
    # Shown to the person on /mijn/ or to the employer on /bedrijf/, there in words of their own: (title, sentence).
    voor_betrokkene: bool = False
    gewoon: tuple[Any, Any] | None = None


SOORTEN: dict[str, Soort] = {}

# What people typed may end in a full stop of its own.
_DUBBELE_PUNT = re.compile(r"(?<!\.)([.!?])\.(?!\.)")


def registreer(
    code: str, titel: Any, zin: Any, *, voor_betrokkene: bool = False, gewoon: tuple[Any, Any] | None = None
) -> None:
    """Make a kind of event known. Texts are lazy translations.

    `gewoon` is the title and the sentence for the person or the employer where a professional's say too little or too
    much to them; it makes the event one that they see.
    """
    SOORTEN[code] = Soort(code, titel, zin, voor_betrokkene or gewoon is not None, gewoon)


def lees_titel(code: str, *, voor_betrokkene: bool = False) -> str:
    """The title of a kind of event."""
    return str(_woorden(SOORTEN[code], voor_betrokkene)[0])


def lees_zin(code: str, gegevens: dict[str, Any] | None, *, voor_betrokkene: bool = False) -> str:
    """The sentence for one event; says so when the payload was destroyed."""
    titel, zin = _woorden(SOORTEN[code], voor_betrokkene)
    if gegevens is None:
        from django.utils.translation import gettext as _

        return _("{titel}. De gegevens zijn vernietigd omdat de bewaartermijn voorbij is.").format(titel=titel)
    return _DUBBELE_PUNT.sub(r"\1", str(zin).format_map(defaultdict(str, gegevens)).strip())


def _woorden(soort: Soort, voor_betrokkene: bool) -> tuple[Any, Any]:
    return soort.gewoon if voor_betrokkene and soort.gewoon else (soort.titel, soort.zin)
