"""Text as a computer compares it."""

from __future__ import annotations

import unicodedata


def zonder_accenten(tekst: str) -> str:
    """Lower case, without accents, single spaces: `Çelik  Ünal` gives `celik unal`."""
    ontleed = unicodedata.normalize("NFKD", tekst.casefold())
    return " ".join("".join(teken for teken in ontleed if not unicodedata.combining(teken)).split())
