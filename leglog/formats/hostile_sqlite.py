"""Reads tables of an SQLite file that somebody else wrote, and that may mean harm.

The file is opened in memory: nothing is written, no other file is reached. Its schema is not
trusted, only plain tables are read, only reading is permitted, and every query has a limit on the
length of its values, the number of its rows and the steps it may take.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING

from leglog.errors import ImportRejected
from leglog.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HEADER = b"SQLite format 3\0"
LONGEST_VALUE = 100_000
MOST_ROWS = 1_000_000
_MOST_STEPS = 20_000
"""Of ten thousand instructions each, for the whole file: some seconds."""
_READING = frozenset(
    {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_PRAGMA, sqlite3.SQLITE_TRANSACTION}
)
_PRAGMAS = ("trusted_schema", "table_info", "cell_size_check")

Value = str | int | float | bytes | None


class HostileSqlite:
    """An opened file; ask for tables and columns, those that are not there are told."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        rows = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 LIMIT 500"
        )
        # Views and virtual tables have no root page: they are code, not data.
        self.tables = frozenset(str(row[0]) for row in rows)

    def columns(self, table: str) -> frozenset[str]:
        """Return the columns of a table, none where it is not there."""
        if table not in self.tables:
            return frozenset()
        rows = self._connection.execute(f"PRAGMA table_info({_quoted(table)})").fetchmany(500)
        return frozenset(str(row[1]) for row in rows)

    def rows(
        self, table: str, columns: Sequence[str], order: str = ""
    ) -> Iterator[dict[str, Value]]:
        """Yield rows; a column that is not there is None in all of them."""
        here = self.columns(table)
        wanted = [column for column in columns if column in here]
        if not wanted:
            return
        names = ", ".join(_quoted(column) for column in wanted)
        order = f" ORDER BY {_quoted(order)}" if order in here else ""
        query = f"SELECT {names} FROM {_quoted(table)}{order} LIMIT {MOST_ROWS}"  # noqa: S608
        for row in self._connection.execute(query):
            yield dict.fromkeys(columns) | dict(zip(wanted, row, strict=True))


@contextmanager
def open_hostile(content: bytes) -> Iterator[HostileSqlite]:
    """Open the bytes of a file; raises ImportRejected for all that SQLite complains of."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, LONGEST_VALUE)
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        connection.deserialize(_without_log(content))
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.set_authorizer(_permit)
        limit_steps(connection, _MOST_STEPS)
        yield HostileSqlite(connection)
    except (sqlite3.Error, sqlite3.Warning, UnicodeDecodeError, OverflowError) as error:
        raise ImportRejected(
            _("This file is damaged, or no backup that LegLog can read."),
            _("Make a new backup in the other program and choose that."),
        ) from error
    finally:
        connection.close()


def _without_log(content: bytes) -> bytes:
    """Say in the head that there is no write-ahead log: in memory there can be none."""
    return content[:18] + b"\1\1" + content[20:]


def _permit(action: int, first: str | None, _second: str | None, *_where: str | None) -> int:
    if action == sqlite3.SQLITE_PRAGMA and first not in _PRAGMAS:
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK if action in _READING else sqlite3.SQLITE_DENY


def limit_steps(connection: sqlite3.Connection, most: int) -> None:
    """Let what runs on ``connection`` fail after ``most`` times ten thousand instructions."""
    steps = count(1)
    connection.set_progress_handler(lambda: next(steps) > most, 10_000)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
