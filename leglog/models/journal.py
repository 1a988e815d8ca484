"""Records the inverse of each row change, so that an action can be undone.

Temporary triggers on the connection write one SQL statement per changed row
(https://www.sqlite.org/undoredo.html). They see every write: flushes of the ORM, bulk statements
and the database's own cascades, which events of the ORM miss.
"""

from __future__ import annotations

import itertools
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from leglog.models.schema import ROWS_A_STATEMENT
from leglog.models.tables import Base

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection, Table


@dataclass(frozen=True, slots=True)
class Reversal:
    """Statements that take one action back, newest change first."""

    statements: tuple[str, ...]
    tables: frozenset[str]


def install(dbapi_connection: Any, _record: object) -> None:
    """Create the journal on a fresh connection (a SQLAlchemy connect listener)."""
    cursor = dbapi_connection.cursor()
    cursor.execute("PRAGMA temp_store = MEMORY")
    cursor.execute("CREATE TEMP TABLE journal (seq INTEGER PRIMARY KEY, tbl TEXT, sql TEXT)")
    for statement in itertools.chain.from_iterable(map(_triggers, Base.metadata.sorted_tables)):
        cursor.execute(statement)
    cursor.close()


def drain(connection: Connection) -> Reversal:
    """Take what was recorded; call inside the transaction that made the changes."""
    rows = connection.exec_driver_sql("SELECT tbl, sql FROM journal ORDER BY seq DESC").all()
    connection.exec_driver_sql("DELETE FROM journal")
    return Reversal(tuple(sql for _, sql in rows), frozenset(tbl for tbl, _ in rows))


@contextmanager
def as_one_range(connection: Connection, table: Table) -> Iterator[int]:
    """Yield the first free id; rows inserted meanwhile from there on are recorded as one range.

    A record a row would take a third of the time of a large import. Where an error ends this, the
    transaction has to be rolled back; that brings the trigger back too.
    """
    name = table.name
    last = connection.exec_driver_sql(f"SELECT coalesce(max(id), 0) FROM {name}").scalar_one()
    connection.exec_driver_sql(f"DROP TRIGGER temp.journal_{name}_insert")
    yield last + 1
    connection.exec_driver_sql(_triggers(table)[0])
    connection.exec_driver_sql(
        "INSERT INTO journal(tbl, sql) "
        f"SELECT '{name}', 'DELETE FROM {name} WHERE id BETWEEN {last + 1} AND '||max(id) "
        f"FROM {name} HAVING max(id) > {last}"
    )


def replay(connection: Connection, reversal: Reversal) -> None:
    """Run a reversal; the triggers record its own inverse meanwhile."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    cursor = connection.connection.cursor()
    for statement in _joined(reversal.statements):
        cursor.execute(statement)
    cursor.close()


def _joined(statements: Iterable[str]) -> Iterator[str]:
    """Put rows that go back into one table after another into one statement, many at a time.

    An import that is done again is a hundred thousand of them, and would take twice as long.
    """
    for head, alike in itertools.groupby(statements, lambda each: each.partition(" VALUES")[0]):
        if not head.startswith("INSERT"):
            yield from alike
            continue
        while some := list(itertools.islice(alike, ROWS_A_STATEMENT)):
            yield head + " VALUES" + ",".join(each[len(head) + 7 :] for each in some)


def _triggers(table: Table) -> tuple[str, str, str]:
    # Every table has an INTEGER PRIMARY KEY, so a row put back keeps its rowid.
    name = table.name
    columns = [column.name for column in table.columns]
    values = "||','||".join(f"quote(old.{column})" for column in columns)
    assignments = "||','||".join(f"'{column}='||quote(old.{column})" for column in columns)
    record = f"INSERT INTO journal(tbl, sql) VALUES ('{name}',"
    return (
        f"CREATE TEMP TRIGGER journal_{name}_insert AFTER INSERT ON main.{name} BEGIN {record}"
        f"'DELETE FROM {name} WHERE id='||new.id); END",
        f"CREATE TEMP TRIGGER journal_{name}_update AFTER UPDATE ON main.{name} BEGIN {record}"
        f"'UPDATE {name} SET '||{assignments}||' WHERE id='||new.id); END",
        f"CREATE TEMP TRIGGER journal_{name}_delete BEFORE DELETE ON main.{name} BEGIN {record}"
        f"'INSERT INTO {name}({','.join(columns)}) VALUES('||{values}||')'); END",
    )
