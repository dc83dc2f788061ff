"""Several small tables about one object, read in one query.

A page about a person shows ten kinds of rows, a few of each. `prefetch_related` asks once per kind; here all kinds
travel as JSON in one UNION ALL, in the order the database gives them, and come back as ordinary model objects. Meant
for the rows of one object or of the few hundred that one page works with; parents of different kinds may share the
question. A long list of one kind of rows is better off with `prefetch_related`.

Composing the SQL took longer than answering it, so Django composes a part once per process; only the keys of the
parents are filled in each time.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from django.db import DEFAULT_DB_ALIAS, connection, connections, models
from django.db.models.base import ModelState
from django.db.models.functions import JSONObject, RowNumber

AL_GOED = (models.CharField, models.TextField, models.IntegerField)
ONLEESBAAR = (models.BinaryField, models.DurationField)


@dataclass(frozen=True)
class Meelezen:
    """Rows that point at `ouder` (one object, or several of one model), by the path of reverse names from there:
    "competenties__bewijzen".

    `rijen` narrows or orders them. As a function of a module it is asked once per process, so what it gives may not
    depend on the day or on who asks; as a query set it is composed anew each time. `mee` names foreign keys to read
    along with the fields wanted (none named: all). The rows fill what `.all()` gives, or the attribute `naar` of their
    parent when named. A deeper path comes after the path it hangs from.
    """

    ouder: models.Model | Sequence[models.Model]
    pad: str
    rijen: models.QuerySet[Any] | Callable[[], models.QuerySet[Any]] | None = None
    mee: Mapping[str, Sequence[str]] = field(default_factory=dict)
    naar: str = ""

    @property
    def ouders(self) -> Sequence[models.Model]:
        """The parents, also when there is one."""
        return [self.ouder] if isinstance(self.ouder, models.Model) else self.ouder


def lees_samen(delen: Sequence[Meelezen]) -> None:
    """Read all parts in one query and hang the rows on their parents. TypeError for a field JSON cannot carry."""
    delen = [deel for deel in delen if deel.ouders]
    if not delen:
        return
    per_deel: dict[int, list[tuple[int, dict[str, Any]]]] = defaultdict(list)
    rijen = _vraag(delen)
    inhoud = json.loads(f"[{','.join(rij for _nummer, _rang, rij in rijen)}]")
    for (nummer, rang, _rij), waarden in zip(rijen, inhoud, strict=True):
        per_deel[nummer].append((rang, waarden))
    gelezen: dict[tuple[tuple[int, ...], str], list[Any]] = {}
    for nummer, deel in enumerate(delen):
        model = _relaties(type(deel.ouders[0]), deel.pad)[-1].related_model
        rijen_op_rang = sorted(per_deel[nummer], key=lambda paar: paar[0])
        anderen: dict[tuple[str, Any], Any] = {}
        objecten = [_object(model, deel, rij, anderen) for _rang, rij in rijen_op_rang]
        gelezen[_wie(deel), deel.pad] = objecten
        _hang_op(deel, objecten, gelezen)


def is_gelezen(ouder: models.Model, naam: str) -> bool:
    """Were the rows behind this reverse name read along already?"""
    return naam in getattr(ouder, "_prefetched_objects_cache", {})


def _wie(deel: Meelezen) -> tuple[int, ...]:
    return tuple(id(ouder) for ouder in deel.ouders)


@cache
def _relaties(ouder: type[models.Model], pad: str) -> list[Any]:
    """The reverse relations along the path, from the parent down."""
    model: Any = ouder
    stappen = []
    for naam in pad.split("__"):
        relatie = model._meta.get_field(naam)
        stappen.append(relatie)
        model = relatie.related_model
    return stappen


def _vraag(delen: Sequence[Meelezen]) -> list[tuple[int, int, str]]:
    """(number of the part, place among its rows, the row as JSON) of all parts, in one query."""
    # Not `connection`: that looks up, for everything asked of it, which thread asks.
    database = connections[DEFAULT_DB_ALIAS]
    stukken, waarden = [], []
    for nummer, deel in enumerate(delen):
        stuk = _stuk_van(deel)
        sleutelveld = deel.ouders[0]._meta.pk
        sleutels = [sleutelveld.get_db_prep_value(ouder.pk, database) for ouder in deel.ouders]
        stukken.append(f"SELECT {nummer}, {stuk.voor}{', '.join(['%s'] * len(sleutels))}{stuk.na}")
        waarden += [*stuk.waarden, *sleutels]
    with database.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(stukken), waarden)
        rijen: list[tuple[int, int, str]] = cursor.fetchall()
    return rijen


class _Stuk(NamedTuple):
    """The SQL of a part without its number, around the keys of the parents, and the values that come before them."""

    voor: str
    na: str
    waarden: tuple[Any, ...]


def _stuk_van(deel: Meelezen) -> _Stuk:
    ouder, mee = type(deel.ouders[0]), tuple((sleutel, tuple(namen)) for sleutel, namen in deel.mee.items())
    if isinstance(deel.rijen, models.QuerySet):
        return _stel_op(ouder, deel.pad, deel.rijen, mee)
    return _vast_stuk(ouder, deel.pad, deel.rijen, mee, connection.vendor)


@cache
def _vast_stuk(
    ouder: type[models.Model],
    pad: str,
    rijen: Callable[[], models.QuerySet[Any]] | None,
    mee: tuple[tuple[str, tuple[str, ...]], ...],
    _database: str,
) -> _Stuk:
    model = _relaties(ouder, pad)[-1].related_model
    return _stel_op(ouder, pad, rijen() if rijen else model._default_manager.all(), mee)


_SLEUTEL = "de sleutels van de ouders"


def _stel_op(
    ouder: type[models.Model], pad: str, rijen: models.QuerySet[Any], mee: tuple[tuple[str, tuple[str, ...]], ...]
) -> _Stuk:
    """Have Django compose the part with a mark for the keys, and cut there: they are the last value in it."""
    relaties = _relaties(ouder, pad)
    model = relaties[-1].related_model
    volgorde: Any = rijen.query.order_by or model._meta.ordering or ("pk",)
    naar_boven = "__".join(relatie.field.name for relatie in reversed(relaties))
    stukken = {"zelf": _Rij(model, "", ())}
    for sleutel, namen in mee:
        stukken[sleutel] = _Rij(_doel(model, sleutel), f"{sleutel}__", namen)
    vraag = rijen.filter(**{f"{naar_boven}__pk__in": [models.Value(_SLEUTEL)]}).annotate(
        samen_rang=models.Window(RowNumber(), order_by=list(volgorde)), samen_rij=JSONObject(**stukken)
    )
    sql, waarden = vraag.order_by().values_list("samen_rang", "samen_rij").query.sql_with_params()
    voor, _plek, na = sql.rpartition("%s")
    if waarden[-1:] != (_SLEUTEL,) or not voor.startswith("SELECT "):
        raise TypeError(f"{ouder.__name__}.{pad} cannot be read along")
    return _Stuk(voor.removeprefix("SELECT "), na, waarden[:-1])


class _Rij(models.Func):
    """Columns of a table as a JSON object, all (none named) or those named beside the primary key.

    As `JSONObject`, whose every key and column is an expression of its own: that took half the time of a question.
    """

    output_field = models.JSONField()

    def __init__(self, model: Any, voor: str, namen: tuple[str, ...]) -> None:
        # The key of the other table stands in this one too and brings no join; another column does.
        ander = next(veld for veld in model._meta.concrete_fields if not veld.primary_key)
        super().__init__(models.F(f"{voor}{ander.attname}"))
        self.velden = _gekozen(model, namen)

    def as_sql(self, compiler: Any, connection: Any, *_anders: Any, **_meer: Any) -> tuple[str, tuple[str | int, ...]]:
        """JSON_OBJECT('kolom', "tabel"."kolom", …); names of columns are names in Python, so they need no escape."""
        (bron,) = self.get_source_expressions()
        alias, naam = compiler.quote_name_unless_alias(bron.alias), connection.ops.quote_name
        paren = (f"'{veld.attname}', {_als_tekst(veld, f'{alias}.{naam(veld.column)}')}" for veld in self.velden)
        functie = "JSON_OBJECT" if connection.vendor == "sqlite" else "JSONB_BUILD_OBJECT"
        return f"{functie}({', '.join(paren)})", ()


def _als_tekst(veld: Any, kolom: str) -> str:
    """One shape on every database: a JSON column as its text, whole."""
    return f"CAST({kolom} AS text)" if isinstance(veld, models.JSONField) else kolom


def _doel(model: Any, sleutel: str) -> Any:
    return model._meta.get_field(sleutel).related_model


@cache
def _gekozen(model: Any, namen: tuple[str, ...]) -> list[Any]:
    """The columns to read: all, or the primary key and those named. TypeError for one that JSON cannot carry."""
    velden = [v for v in model._meta.concrete_fields if not namen or v.primary_key or v.name in namen]
    for veld in velden:
        if isinstance(veld, ONLEESBAAR) or veld.model._meta.db_table != model._meta.db_table:
            raise TypeError(f"{model.__name__}.{veld.name} cannot be read along")
    return velden


def _object(model: Any, deel: Meelezen, rij: dict[str, Any], anderen: dict[tuple[str, Any], Any]) -> Any:
    """The row; what several rows point at is one object for all of them, kept in `anderen`."""
    object_ = _uit_json(model, rij["zelf"])
    for sleutel, namen in deel.mee.items():
        doel = _doel(model, sleutel)
        wie = sleutel, rij[sleutel][doel._meta.pk.attname]
        if wie not in anderen:
            anderen[wie] = None if wie[1] is None else _uit_json(doel, rij[sleutel], tuple(namen))
        model._meta.get_field(sleutel).set_cached_value(object_, anderen[wie])
    return object_


def _uit_json(model: Any, waarden: dict[str, Any], namen: tuple[str, ...] = ()) -> Any:
    kolommen, omzetten = _lezer(model, namen)
    gelezen = [waarden[kolom] if veld is None else _waarde(veld, waarden[kolom]) for kolom, veld in omzetten]
    return _van_rij(model, kolommen, gelezen)


def _van_rij(model: Any, kolommen: list[str], waarden: list[Any]) -> Any:
    """What `model.from_db` makes. That passes each value through its descriptor, which takes ten times as long."""
    object_ = model.__new__(model)
    object_._state = ModelState()
    object_._state.adding = False
    object_._state.db = DEFAULT_DB_ALIAS
    object_.__dict__.update(zip(kolommen, waarden, strict=True))
    return object_


@cache
def _lezer(model: Any, namen: tuple[str, ...]) -> tuple[list[str], list[tuple[str, Any]]]:
    """The columns to read, and each with the field that makes its value; None where JSON gives the value itself."""
    omzetten = [(veld.attname, None if _is_al_goed(veld) else veld) for veld in _gekozen(model, namen)]
    return [kolom for kolom, _veld in omzetten], omzetten


def _is_al_goed(veld: Any) -> bool:
    """Is what JSON gives for this column the value itself: whole numbers and plain text?"""
    while veld.remote_field is not None:
        veld = veld.target_field
    return isinstance(veld, AL_GOED) and not hasattr(veld, "from_db_value")


def _waarde(veld: Any, ruw: Any) -> Any:
    """The value as the database would have given it."""
    if ruw is None:
        return None
    while veld.remote_field is not None:
        veld = veld.target_field
    if isinstance(veld, models.JSONField):
        return json.loads(ruw, cls=veld.decoder)
    waarde = veld.to_python(ruw)
    if isinstance(waarde, datetime):
        return waarde.replace(tzinfo=UTC) if waarde.tzinfo is None else waarde.astimezone(UTC)
    if isinstance(veld, models.DecimalField):
        return waarde.quantize(Decimal(1).scaleb(-veld.decimal_places))
    if hasattr(veld, "from_db_value"):
        return veld.from_db_value(waarde, None, None)
    return waarde


def _hang_op(deel: Meelezen, objecten: list[Any], gelezen: Mapping[tuple[tuple[int, ...], str], list[Any]]) -> None:
    relatie = _relaties(type(deel.ouders[0]), deel.pad)[-1]
    boven = deel.pad.rpartition("__")[0]
    ouders = gelezen[_wie(deel), boven] if boven else deel.ouders
    per_ouder = defaultdict(list)
    for object_ in objecten:
        per_ouder[getattr(object_, relatie.field.attname)].append(object_)
    for ouder in ouders:
        kinderen = per_ouder[ouder.pk]
        for kind in kinderen:
            relatie.field.set_cached_value(kind, ouder)
        if deel.naar:
            setattr(ouder, deel.naar, kinderen)
            continue
        # As the manager of the relation would, which takes ten times as long to be made: filtered when asked further.
        rijen = relatie.related_model._default_manager.get_queryset()
        rijen._deferred_filter = False, (), {relatie.field.name: ouder}
        rijen._result_cache = kinderen
        rijen._prefetch_done = True
        ouder.__dict__.setdefault("_prefetched_objects_cache", {})[relatie.get_accessor_name()] = rijen
