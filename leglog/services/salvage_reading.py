"""Reads what can be read of a damaged log, row by row.

SQLite stops a query at the first damaged page. Every table is therefore read onwards behind each
place where that happens, and then from its pages one by one; rows whose own page is lost are put
together again from indexes, which repeat some of their columns, where that suffices.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from leglog.formats.hostile_sqlite import limit_steps
from leglog.i18n import _
from leglog.models.base import new_uuid, utc_now
from leglog.models.stored import Row, all_tables, broken_column
from leglog.services.file_head import mend_head, mend_length, mend_schema
from leglog.services.file_leaves import leaf_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sqlalchemy import Table

Way = tuple[Callable[[Path], None], ...]
"""What is put right before reading, one after the other."""
Rows = dict[str, dict[int, Row]]
"""Rows of each table by their ids."""
_MOST_IDS = 2**31
_MOST_FAILURES = 5000
_MOST_STEPS = 5_000
"""Of ten thousand instructions each: a page that refers to itself must not be read for ever."""


def read_damaged(damaged: Path, target: Path) -> dict[str, list[Row]]:
    """Read the file as it is, with its head put right, and with its tables described anew.

    The way that gives most counts; of it the pages are then looked at one by one. ``target`` is a
    new log, beside which copies are made.
    """
    ways: tuple[Way, ...] = (
        (),
        (mend_length,),
        (mend_head, mend_length),
        (mend_head, mend_length, partial(mend_schema, fresh=target)),
    )
    copy = target.with_name("damaged.copy")
    found: list[tuple[Rows, Way]] = []
    for way in ways:
        with _mended(damaged, copy, way):
            found.append((_read_tables(copy), way))
    rows, best = max(found, key=lambda each: sum(map(len, each[0].values())))
    with _mended(damaged, copy, best):
        _add_from_leaves(copy, rows)
        _add_from_indexes(copy, rows)
    return {name: [known[number] for number in sorted(known)] for name, known in rows.items()}


@contextmanager
def _mended(damaged: Path, copy: Path, way: Way) -> Iterator[None]:
    """Copy the file with its write-ahead log and put the copy right, for a while."""
    wal = damaged.with_name(damaged.name + "-wal")
    try:
        shutil.copyfile(damaged, copy)
        if wal.exists():
            shutil.copyfile(wal, copy.with_name(copy.name + "-wal"))
        for mend in way:
            mend(copy)
        yield
    finally:
        for leftover in copy.parent.glob(copy.name + "*"):
            leftover.unlink()


def _read_tables(path: Path) -> Rows:
    rows: Rows = {name: {} for name in all_tables()}
    with suppress(sqlite3.Error, ValueError), _opened(path) as connection:
        for name, table in all_tables().items():
            with suppress(sqlite3.Error, ValueError):
                rows[name] = _read_table(connection, table)
    return rows


def _read_table(connection: sqlite3.Connection, table: Table) -> dict[int, Row]:
    found: dict[int, Row] = {}
    for row in _forward(connection, table):
        found[int(str(row["id"]))] = row
    for row in _backward(connection, table, below=max(found, default=0)):
        found.setdefault(int(str(row["id"])), row)
    return {number: row for number, row in found.items() if broken_column(table, row) is None}


def _add_from_leaves(path: Path, rows: Rows) -> None:
    for name, row in leaf_rows(path, rows):
        rows[name].setdefault(int(str(row["id"])), row)


def _forward(connection: sqlite3.Connection, table: Table) -> Iterable[Row]:
    """Yield rows by id; behind a damaged page the next id that can be reached is searched."""
    last = -1
    for _attempt in range(_MOST_FAILURES):
        try:
            for row in _select(connection, table, "id > ? ORDER BY id", last):
                last = max(last, int(str(row["id"])))
                yield row
        except (sqlite3.Error, ValueError):
            further = _next_reachable(connection, table, last)
            if further is None:
                return
            last = further
        else:
            return


def _next_reachable(connection: sqlite3.Connection, table: Table, last: int) -> int | None:
    """Return the smallest id behind ``last`` from which reading goes on; doubling, then halving."""
    low, step = last, 1
    while True:
        high = last + step
        if high > _MOST_IDS:
            return None
        if _can_go_on(connection, table, high):
            break
        low, step = high, step * 2
    while high - low > 1:
        middle = (low + high) // 2
        if _can_go_on(connection, table, middle):
            high = middle
        else:
            low = middle
    return high


def _can_go_on(connection: sqlite3.Connection, table: Table, last: int) -> bool:
    try:
        return any(True for _row in _select(connection, table, "id > ? ORDER BY id LIMIT 1", last))
    except (sqlite3.Error, ValueError):
        return False


def _backward(connection: sqlite3.Connection, table: Table, below: int) -> Iterable[Row]:
    with suppress(sqlite3.Error, ValueError):
        yield from _select(connection, table, "id > ? ORDER BY id DESC", below)


def _select(connection: sqlite3.Connection, table: Table, where: str, value: int) -> Iterable[Row]:
    names = [column.name for column in table.columns]
    limit_steps(connection, _MOST_STEPS)
    query = f"SELECT {', '.join(names)} FROM {table.name} WHERE {where}"  # noqa: S608  our own
    for row in connection.execute(query, (value,)):
        yield dict(zip(names, row, strict=True))


def _add_from_indexes(path: Path, rows: Rows) -> None:
    """Put lost workouts and their exercises together from what indexes repeat of them."""
    wanted = {"workout": {"date"}, "workout_exercise": {"workout_id", "position", "exercise_id"}}
    with suppress(sqlite3.Error, ValueError), _opened(path) as connection:
        for name, needed in wanted.items():
            table = all_tables()[name]
            for number, known in _lost_rows(connection, name, rows[name]).items():
                row = _blank(table) | known | {"id": number}
                if needed <= known.keys() and broken_column(table, row) is None:
                    rows[name][number] = row


def _lost_rows(
    connection: sqlite3.Connection, name: str, whole: Mapping[int, Row]
) -> dict[int, Row]:
    """Return what indexes know of rows that are not among ``whole``."""
    lost: dict[int, Row] = {}
    for columns, index in _indexes(connection, name):
        query = f"SELECT id, {', '.join(columns)} FROM {name} INDEXED BY {index}"  # noqa: S608
        with suppress(sqlite3.Error, ValueError):
            for number, *values in connection.execute(query):
                if isinstance(number, int) and number not in whole:
                    lost.setdefault(number, {}).update(zip(columns, values, strict=True))
    return lost


def _indexes(connection: sqlite3.Connection, table: str) -> list[tuple[list[str], str]]:
    found = []
    for row in connection.execute(f"PRAGMA index_list({table})").fetchall():
        columns = [each[2] for each in connection.execute(f"PRAGMA index_info({row[1]})")]
        found.append(([name for name in columns if name != "id"], str(row[1])))
    return found


def _blank(table: Table) -> Row:
    """Return a row with what a workout or its exercise needs, where nothing else is known."""
    row: Row = dict.fromkeys(column.name for column in table.columns)
    row |= {"uuid": new_uuid(), "changed_at": utc_now().isoformat(timespec="milliseconds")}
    if table.name == "workout":
        return row | {"title": _("Recovered workout"), "note": "", "state": "finished"}
    texts = {"exercise_name": "?", "section": "main", "tempo": "", "note": "", "skip_reason": ""}
    return row | texts | {"skipped": 0}


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(plain_connection(path)) as connection:
        # Letters that are none any more must not cost the row.
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        yield connection


def plain_connection(path: Path) -> sqlite3.Connection:
    """Open a file without trusting its description and without holding it to its references."""
    connection = sqlite3.connect(path, timeout=5)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA foreign_keys = OFF")
    return connection
