"""Compiles the engine beforehand: `python -m werklandschap.matching.verwarmen`.

numba compiles a loop at its first call, some twenty seconds for all of them, and keeps the result on disk. Done while
the product is installed or upgraded, nobody has to wait for it on a page.
"""

from __future__ import annotations

from datetime import date

from werklandschap.matching.invoer import Eis, Kandidaat, Taxonomie, Werkprofiel
from werklandschap.matching.motor import Index


def verwarm() -> None:
    """Build, ask, change and ask again, with one person who has something of everything."""
    kandidaat = Kandidaat(id="a", competenties={"k": 3}, uren_max=32, talen={"nld": 3}, certificaten={"bhv": None})
    taxonomie = Taxonomie(verwantschap={"k": {"v": 500}})
    werk = Werkprofiel(id="w", start=date(2030, 1, 1), eisen=(Eis("k", 3, 5),), uren_min=8, certificaten=("bhv",))
    index = Index.bouw([kandidaat], taxonomie)
    index.zoek(werk, top=1, peildatum=date(2029, 1, 1))
    index.wijzig(kandidaat)
    list(index.zoek_alle([werk], top=1, peildatum=date(2029, 1, 1)))


if __name__ == "__main__":
    verwarm()
