"""Skills as another system names them, by the words of ours."""

from __future__ import annotations

from collections.abc import Iterable

from werklandschap.competenties.herkenning import herken
from werklandschap.competenties.taxonomie import woordenboek

MEESTE_TEKENS = 50_000


def genoemde_vaardigheden(teksten: Iterable[str]) -> dict[str, str]:
    """{competence code: the words for it}: of each text the competence of that name, else all that is recognised in it.

    A source names a skill on purpose: how sure the recogniser is of a word by itself does not matter.
    """
    uit: dict[str, str] = {}
    boek = woordenboek()
    for tekst in (tekst[:MEESTE_TEKENS] for tekst in teksten):
        if genoemd := boek.genoemd(tekst, "competentie"):
            uit.setdefault(genoemd.id, tekst.strip())
            continue
        for vondst in herken(tekst, taxonomie=boek, soort="competentie"):
            uit.setdefault(vondst.id, vondst.fragment)
    return uit
