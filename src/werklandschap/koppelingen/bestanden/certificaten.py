"""Certificates as a source writes them, as the codes matching knows."""

from __future__ import annotations

from collections.abc import Iterable

from werklandschap.competenties.herkenning import herken
from werklandschap.competenties.startgegevens import certificaten
from werklandschap.competenties.taxonomie import woordenboek


def certificaatcodes(teksten: Iterable[str]) -> list[str]:
    """The code of each text: a known code stays, a name is recognised, anything else is kept as it is written."""
    bekend = {c.code for c in certificaten()}
    uit: dict[str, None] = {}
    for tekst in teksten:
        if tekst in bekend or tekst.startswith("rijbewijs:"):
            uit[tekst] = None
            continue
        vondsten = [v for v in herken(tekst, taxonomie=woordenboek()) if v.soort in {"certificaat", "rijbewijs"}]
        for code in [v.id for v in vondsten] or [tekst[:60]]:
            uit[code] = None
    return list(uit)
