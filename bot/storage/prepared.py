"""Statements compiled once and run on the driver itself, inside a transaction that SQLAlchemy began.

What SQLAlchemy does at every execution costs several times what the statement costs SQLite (docs/decisions/0032). Types
are converted as the tables say. Faults of the driver rise as they are. It knows no table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Dialect, Executable
from sqlalchemy.sql.compiler import SQLCompiler

Values = Mapping[str, Any]
Row = tuple[Any, ...]
_Convert = Callable[[Any], Any]


@dataclass(frozen=True)
class _Ready:
    """SQL as the driver takes it, the names of its values in order, and what converts values and columns."""

    sql: str
    names: tuple[str, ...]
    positional: bool
    binds: tuple[tuple[str, _Convert], ...]
    columns: tuple[tuple[int, _Convert], ...]
    fixed: Values  # those that the statement itself holds

    def given(self, values: Values) -> Any:
        told = {**self.fixed, **values}
        for name, convert in self.binds:
            told[name] = convert(told[name])
        return [told[name] for name in self.names] if self.positional else told

    def row(self, found: Row) -> Row:
        if not self.columns:
            return found
        told = list(found)
        for at, convert in self.columns:
            told[at] = convert(told[at])
        return tuple(told)


class Prepared:
    """The statements of one dialect, each compiled at its first use: its values always have the same names."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._ready: dict[Executable, _Ready] = {}

    def on(self, connection: Connection) -> Runner:
        """What runs them on this connection."""
        return Runner(self, connection.connection.dbapi_connection)

    def of(self, statement: Executable, names: Sequence[str], many: bool) -> _Ready:
        """The statement, ready for values of these names."""
        found = self._ready.get(statement)
        if found is None:
            found = self._ready[statement] = self._compiled(statement, names, many)
        return found

    def _compiled(self, statement: Executable, names: Sequence[str], many: bool) -> _Ready:
        compiled: Any = statement.compile(  # type: ignore[attr-defined]
            dialect=self._dialect, column_keys=list(names), for_executemany=many
        )
        assert isinstance(compiled, SQLCompiler)
        binds = ((name, self._bind(bind.type)) for name, bind in compiled.binds.items())
        selected = getattr(statement, "exported_columns", ())
        columns = ((at, self._column(column.type)) for at, column in enumerate(selected))
        return _Ready(
            sql=compiled.string,
            names=tuple(compiled.positiontup or compiled.binds),
            positional=bool(compiled.positional),
            binds=tuple((name, convert) for name, convert in binds if convert is not None),
            columns=tuple((at, convert) for at, convert in columns if convert is not None),
            fixed={name: bind.value for name, bind in compiled.binds.items() if name not in names},
        )

    def _bind(self, kind: Any) -> _Convert | None:
        found: _Convert | None = kind.dialect_impl(self._dialect).bind_processor(self._dialect)
        return found

    def _column(self, kind: Any) -> _Convert | None:
        found: _Convert | None = kind.dialect_impl(self._dialect).result_processor(self._dialect, None)
        return found


class Runner:
    """Runs prepared statements in one open transaction."""

    def __init__(self, prepared: Prepared, driver: Any) -> None:
        self._prepared = prepared
        self._driver = driver

    def rows(self, statement: Executable, values: Values) -> list[Row]:
        """Every row that it finds, or that its RETURNING tells."""
        ready = self._prepared.of(statement, tuple(values), many=False)
        return [ready.row(one) for one in self._driver.execute(ready.sql, ready.given(values)).fetchall()]

    def row(self, statement: Executable, values: Values) -> Row | None:
        """The one row that it finds, or None."""
        found = self.rows(statement, values)
        return found[0] if found else None

    def count(self, statement: Executable, values: Values) -> int:
        """Run it; how many rows it changed."""
        ready = self._prepared.of(statement, tuple(values), many=False)
        changed: int = self._driver.execute(ready.sql, ready.given(values)).rowcount
        return changed

    def each(self, statement: Executable, many: Sequence[Values]) -> None:
        """Run it once for each of these values."""
        ready = self._prepared.of(statement, tuple(many[0]), many=True)
        if len(many) == 1:
            self._driver.execute(ready.sql, ready.given(many[0]))
        else:
            self._driver.cursor().executemany(ready.sql, [ready.given(values) for values in many])

    def say(self, sql: str) -> None:
        """Run plain SQL without values."""
        self._driver.execute(sql)
