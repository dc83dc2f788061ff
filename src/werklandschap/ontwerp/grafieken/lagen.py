"""Which column a point of a directed graph belongs in."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


def lagen(knopen: Sequence[K], pijlen: Iterable[tuple[K, K]]) -> dict[K, int] | None:
    """The longest way from a start to each point, or None when the arrows run in a circle."""
    naar: dict[K, list[K]] = {knoop: [] for knoop in knopen}
    inkomend = dict.fromkeys(knopen, 0)
    for van, doel in set(pijlen):
        if van != doel:
            naar[van].append(doel)
            inkomend[doel] += 1
        else:
            return None
    laag = dict.fromkeys(knopen, 0)
    klaar = [knoop for knoop in knopen if inkomend[knoop] == 0]
    for knoop in klaar:
        for doel in naar[knoop]:
            laag[doel] = max(laag[doel], laag[knoop] + 1)
            inkomend[doel] -= 1
            if inkomend[doel] == 0:
                klaar.append(doel)
    return laag if len(klaar) == len(knopen) else None
