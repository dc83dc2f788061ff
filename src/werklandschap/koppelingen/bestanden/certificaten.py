"""Certificates as a source writes them, as the codes matching knows."""

from __future__ import annotations

from collections.abc import Iterable

from werklandschap.competenties.herkenning import herken
from werklandschap.competenties.taxonomie import woordenboek
from werklandschap.kern.profielen.catalogi import certificaatcodes


def herken_certificaten(teksten: Iterable[str]) -> tuple[dict[str, str], list[str]]:
    """({code: the text it came from}, texts that are no certificate we know)."""
    bekend = certificaatcodes()
    gevonden: dict[str, str] = {}
    onbekend = []
    for tekst in teksten:
        codes = [tekst] if tekst in bekend else _in_tekst(tekst)
        codes = [code for code in codes if code in bekend]
        gevonden |= dict.fromkeys(codes, tekst)
        if not codes:
            onbekend.append(tekst)
    return gevonden, onbekend


def _in_tekst(tekst: str) -> list[str]:
    vondsten = herken(tekst, taxonomie=woordenboek())
    return [vondst.id for vondst in vondsten if vondst.soort in {"certificaat", "rijbewijs"}]
