"""Sorting a list by what the address says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest


@dataclass(frozen=True)
class Sortering:
    """The chosen order: `veld` as in the address, `aflopend`, and `velden` for `order_by`."""

    veld: str
    aflopend: bool
    velden: tuple[str, ...]


def sortering(
    request: HttpRequest,
    toegestaan: Mapping[str, str | tuple[str, ...]],
    standaard: str,
    *,
    sleutel: str = "sorteer",
) -> Sortering:
    """The order asked for in `?sorteer=naam` or `?sorteer=-naam`; anything not allowed gives `standaard`.

    `toegestaan` maps the word in the address to one or more model fields. The primary key is always the last one,
    so that pages never overlap.
    """
    gevraagd = request.GET.get(sleutel, standaard)
    if gevraagd.lstrip("-") not in toegestaan:
        gevraagd = standaard
    aflopend = gevraagd.startswith("-")
    veld = gevraagd.lstrip("-")
    kolommen = toegestaan[veld]
    paden = (kolommen,) if isinstance(kolommen, str) else kolommen
    return Sortering(veld, aflopend, (*(f"-{pad}" if aflopend else pad for pad in paden), "pk"))
