"""A door between tiles: who of a company is trained for what, as sentences under the code of the training."""

from __future__ import annotations

from collections.abc import Callable

from werklandschap.kern.basis.haken import Register
from werklandschap.kern.relaties.models import Werkgever

# functie(werkgever) -> [(code of the training, sentence)] of what holds today; one query
opgeleiden: Register[Callable[[Werkgever], list[tuple[str, str]]]] = Register()


def opgeleid_bij(werkgever: Werkgever) -> dict[str, list[str]]:
    """{training: sentences}."""
    uit: dict[str, list[str]] = {}
    for zoek in opgeleiden.alle():
        for code, zin in zoek(werkgever):
            uit.setdefault(code, []).append(zin)
    return uit
