"""Inserting rows whose number nobody needs: one prepared statement, without the checks that cost most of the time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from django.db import connection, models

from werklandschap.kern.basis.versleuteling import VersleuteldVeld

Lezer = Callable[[models.Model], Any]


def voeg_toe(model: type[models.Model], rijen: Iterable[models.Model]) -> None:
    """Insert rows of one model. A key the database hands out is not read back; one that is set is kept."""
    rijen = list(rijen)
    if not rijen:
        return
    met_sleutel = rijen[0].pk is not None
    velden = [v for v in model._meta.concrete_fields if met_sleutel or not v.primary_key]
    lezers = [_lezer(veld) for veld in velden]
    naam = connection.ops.quote_name
    kolommen = ", ".join(naam(str(veld.column)) for veld in velden)
    plekken = ", ".join(["%s"] * len(velden))
    opdracht = f"INSERT INTO {naam(model._meta.db_table)} ({kolommen}) VALUES ({plekken})"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.executemany(opdracht, [[lees(rij) for lees in lezers] for rij in rijen])


@cache
def _lezer(veld: models.Field[Any, Any]) -> Lezer:
    """How the value of a field goes into the database."""
    if isinstance(veld, models.ForeignKey):
        return _lezer_van_verwijzing(veld)
    gewoon: tuple[type, ...] = ()
    if type(veld) in {models.CharField, models.TextField} and not isinstance(veld, VersleuteldVeld):
        gewoon = (str,)
    elif isinstance(veld, models.IntegerField):
        gewoon = (int,)

    def lees(rij: models.Model) -> Any:
        waarde = veld.pre_save(rij, True)
        return waarde if waarde is None or type(waarde) in gewoon else veld.get_db_prep_save(waarde, connection)

    return lees


def _lezer_van_verwijzing(veld: models.ForeignKey[Any, Any]) -> Lezer:
    def lees(rij: models.Model) -> Any:
        waarde = rij.__dict__.get(veld.attname)
        if waarde is None and veld.is_cached(rij):
            doel = veld.get_cached_value(rij)
            # The row it points at had no number yet when it was assigned.
            waarde = None if doel is None else doel.pk
        if waarde is None or type(waarde) is int:
            return waarde
        return veld.get_db_prep_save(waarde, connection)

    return lees
