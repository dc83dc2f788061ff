"""What Django's own database expressions lack, the same in SQLite and PostgreSQL."""

from __future__ import annotations

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import FloatField, Func, IntegerField
from django.db.models.functions import TruncDate
from django.db.models.sql.compiler import SQLCompiler


class DagenTussen(Func):
    """Whole days from one date to another: `DagenTussen("van", "tot")`.

    Django subtracts dates in SQLite with a function in Python, called for each row; this stays in the database.
    """

    arity = 2
    template = "(%(expressions)s)"
    arg_joiner = " - "
    output_field = IntegerField()

    def __init__(self, van: Any, tot: Any, **extra: Any) -> None:
        super().__init__(tot, van, **extra)

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **extra: Any) -> tuple[str, Any]:
        """SQLite keeps dates as text."""
        kopie = self.copy()
        kopie.set_source_expressions(
            [Func(dag, function="JULIANDAY", output_field=FloatField()) for dag in self.get_source_expressions()]
        )
        return kopie.as_sql(compiler, connection, template="CAST(%(expressions)s AS INTEGER)")


class LokaleDag(TruncDate):
    """The day of a moment in the time zone of the product: `TruncDate`, in SQLite without a function in Python.

    Django puts the time zone of the settings in the process, where SQLite looks for the local time.
    """

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **extra: Any) -> tuple[str, Any]:
        """SQLite keeps moments as text in UTC."""
        sql, waarden = compiler.compile(self.lhs)
        return f"DATE({sql}, 'localtime')", waarden
