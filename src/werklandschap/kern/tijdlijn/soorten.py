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
    # Shown to the person on /mijn/ or to the employer on /bedrijf/.
    voor_betrokkene: bool = False


SOORTEN: dict[str, Soort] = {}

# What people typed may end in a full stop of its own.
_DUBBELE_PUNT = re.compile(r"(?<!\.)([.!?])\.(?!\.)")


def registreer(code: str, titel: Any, zin: Any, *, voor_betrokkene: bool = False) -> None:
    """Make a kind of event known. Texts are lazy translations."""
    SOORTEN[code] = Soort(code, titel, zin, voor_betrokkene)


def lees_zin(code: str, gegevens: dict[str, Any] | None) -> str:
    """The sentence for one event; says so when the payload was destroyed."""
    soort = SOORTEN[code]
    if gegevens is None:
        from django.utils.translation import gettext as _

        return _("{titel}. De gegevens zijn vernietigd omdat de bewaartermijn voorbij is.").format(titel=soort.titel)
    return _DUBBELE_PUNT.sub(r"\1", str(soort.zin).format_map(defaultdict(str, gegevens)).strip())
