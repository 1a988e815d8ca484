"""Rows of all tables as plain values, the way they stand in the file."""

from __future__ import annotations

import datetime as dt
import json
from itertools import chain, islice
from typing import TYPE_CHECKING, cast

from sqlalchemy import Boolean, Date, Float, Integer

from leglog.models.base import UtcInstant, Weekdays, Word, Words
from leglog.models.schema import ROWS_A_STATEMENT
from leglog.models.tables import Base

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Column, Connection, Table

Cell = str | int | float | None
Row = dict[str, Cell]
LONGEST_TEXT = 100_000
_WIDEST_INTEGER = 2**63


def all_tables() -> dict[str, Table]:
    """Return every table by its name; one comes after those that it refers to."""
    return {table.name: table for table in Base.metadata.sorted_tables}


def read_rows(connection: Connection, table: Table) -> list[Row]:
    """Return all rows of ``table``, in the order of their ids."""
    names = [column.name for column in table.columns]
    statement = f"SELECT {', '.join(names)} FROM {table.name} ORDER BY id"  # noqa: S608  our own
    return [
        dict(zip(names, row, strict=True)) for row in connection.exec_driver_sql(statement).all()
    ]


def insert_rows(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Write rows as they are; every column has to be there."""
    names = [column.name for column in table.columns]
    statement = _insert(table, names, 1)
    values = [tuple(row[name] for name in names) for row in rows]
    if values:
        connection.exec_driver_sql(statement, values)


def insert_tuples(
    connection: Connection, table: Table, columns: Sequence[str], rows: Iterable[tuple[Cell, ...]]
) -> None:
    """Write rows as they come, each with the values of ``columns``; the others stay empty.

    Errors of SQLite come as they are, and those that ``rows`` raises.
    """
    plain = cast("sqlite3.Connection", connection.connection.driver_connection)
    left = iter(rows)
    statement = _insert(table, columns, ROWS_A_STATEMENT)
    while some := list(islice(left, ROWS_A_STATEMENT)):
        if len(some) < ROWS_A_STATEMENT:
            statement = _insert(table, columns, len(some))
        plain.execute(statement, list(chain.from_iterable(some)))


def _insert(table: Table, columns: Sequence[str], rows: int) -> str:
    row = f"({', '.join('?' * len(columns))})"
    values = ", ".join([row] * rows)
    return f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES {values}"  # noqa: S608  our own


def broken_column(table: Table, row: Mapping[str, object]) -> str | None:
    """Return the name of a column whose value LegLog could not read again, or None.

    Ranges and words are not looked at: the table's own checks hold them.
    """
    return next(
        (column.name for column in table.columns if not is_readable(column, row.get(column.name))),
        None,
    )


def is_readable(column: Column[object], value: object) -> bool:
    """Say whether a stored value is of the form that its column is read in."""
    if value is None:
        return bool(column.nullable)
    kind = column.type
    if isinstance(kind, Boolean):
        return value in (0, 1)
    if isinstance(kind, Integer):
        whole = isinstance(value, int) and not isinstance(value, bool)
        return whole and abs(int(str(value))) < _WIDEST_INTEGER
    if isinstance(kind, Float):
        return isinstance(value, int | float) and not isinstance(value, bool)
    if not isinstance(value, str) or len(value) > LONGEST_TEXT or "\0" in value:
        return False
    return _is_readable_text(kind, value)


def _is_readable_text(kind: object, value: str) -> bool:
    try:
        if isinstance(kind, Date):
            return dt.date.fromisoformat(value).isoformat() == value
        if isinstance(kind, UtcInstant):
            return dt.datetime.fromisoformat(value).tzinfo is not None
        if isinstance(kind, Weekdays):
            return set(value) <= set("1234567")
        if isinstance(kind, Words):
            words = json.loads(value)
            return isinstance(words, list) and all(isinstance(word, str) for word in words)
        if isinstance(kind, Word):
            return value in [word.value for word in kind.words]
    except (ValueError, RecursionError):
        return False
    return True
