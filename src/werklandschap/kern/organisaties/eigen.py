"""Rows a municipality changes in, switches off or adds to a catalogue of the product; kept on the municipality itself.

`Gemeente.eigen_lijsten` is {list: {code: {"actief": bool, field: value}}}: it comes along with the municipality, so a
catalogue costs no query.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from werklandschap.kern.basis.catalogus import MetCode
from werklandschap.kern.organisaties.models import Gemeente

R = TypeVar("R", bound=MetCode)
EIGEN = "eigen_"


def eigen_rijen(gemeente: Gemeente | None, lijst: str) -> dict[str, dict[str, Any]]:
    """{code: what this municipality says about it}."""
    return dict(gemeente.eigen_lijsten.get(lijst, {})) if gemeente is not None else {}


def is_eigen(code: str) -> bool:
    """A row of the municipality's own, not of the product."""
    return code.startswith(EIGEN)


def toegepast(
    gemeente: Gemeente | None,
    lijst: str,
    rijen: Iterable[R],
    maak: Callable[[str, Mapping[str, Any]], R],
    *,
    ook_uit: bool = False,
) -> tuple[R, ...]:
    """The catalogue as this municipality uses it; what it switched off only with `ook_uit`. Own rows come last."""
    eigen = eigen_rijen(gemeente, lijst)
    uit: list[R] = []
    for rij in rijen:
        wijziging = eigen.pop(rij.code, None)
        if wijziging is None:
            uit.append(rij)
        elif wijziging["actief"] or ook_uit:
            uit.append(_gewijzigd(rij, wijziging))
    uit += [maak(code, rij) for code, rij in eigen.items() if is_eigen(code) and (rij["actief"] or ook_uit)]
    return tuple(uit)


def _gewijzigd(rij: R, wijziging: Mapping[str, Any]) -> R:
    """Only what the municipality filled in; the rest stays as the product has it."""
    namen = {veld.name for veld in fields(rij)} - {"code"}  # type: ignore[arg-type]
    gekozen = {naam: waarde for naam, waarde in wijziging.items() if naam in namen and waarde not in (None, "")}
    return replace(rij, **gekozen)  # type: ignore[type-var]
