"""Reads from a damaged log what can be read, row by row, into a new one.

SQLite stops a query at the first damaged page. Every table is therefore read onwards behind each
place where that happens, and then from its pages one by one; rows whose own page is lost are put
together again from indexes, which repeat some of their columns, where that suffices.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, suppress
from functools import partial
from typing import TYPE_CHECKING

from leglog.i18n import _
from leglog.models.base import new_uuid, utc_now
from leglog.models.database import open_database
from leglog.models.stored import all_tables, broken_column
from leglog.services.file_head import mend_head, mend_length, mend_schema
from leglog.services.file_leaves import leaf_rows
from leglog.services.training_log import open_log

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from sqlalchemy import Table

    from leglog.models.stored import Row

_MOST_IDS = 2**31
_MOST_FAILURES = 5000
_MOST_STEPS = 5_000
"""Of ten thousand instructions each: a page that refers to itself must not be read for ever."""
_OF_EXERCISES = ("exercise", "exercise_alias", "exercise_muscle")


def salvage(damaged: Path, target: Path) -> None:
    """Make a new log at ``target`` of what can be read of ``damaged``, which is not touched.

    Raises OSError where ``target``'s folder cannot be written; whatever the damage is, what is
    made is a whole log, empty in the worst case.
    """
    open_database(target).close()
    rows = _read(damaged, target)
    with closing(_plain(target)) as connection:
        for name in _OF_EXERCISES:
            _insert(connection, all_tables()[name], rows[name])
        _mend_references(connection)
        connection.commit()
    # The catalogue puts back its own exercises that were lost, under their names.
    open_log(target).close()
    with closing(_plain(target)) as connection:
        _put_together(connection, rows)
        for name, table in all_tables().items():
            if name not in _OF_EXERCISES:
                _insert(connection, table, rows[name])
        _mend_references(connection)
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _read(damaged: Path, target: Path) -> dict[str, list[Row]]:
    """Read the file as it is, with its head put right, and with its tables described anew.

    The way that gives most counts. ``target`` is a new log, beside which copies are made.
    """
    ways: tuple[tuple[Callable[[Path], None], ...], ...] = (
        (),
        (mend_length,),
        (mend_head, mend_length),
        (mend_head, mend_length, partial(mend_schema, fresh=target)),
    )
    found: list[dict[str, list[Row]]] = []
    copy = target.with_name("damaged.copy")
    wal = damaged.with_name(damaged.name + "-wal")
    for way in ways:
        try:
            shutil.copyfile(damaged, copy)
            if wal.exists():
                shutil.copyfile(wal, copy.with_name(copy.name + "-wal"))
            for mend in way:
                mend(copy)
            found.append(_read_tables(copy))
        finally:
            for leftover in copy.parent.glob(copy.name + "*"):
                leftover.unlink()
    return max(found, key=lambda rows: sum(map(len, rows.values())))


def _read_tables(path: Path) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {name: [] for name in all_tables()}
    on_leaves = leaf_rows(path)
    with suppress(sqlite3.Error, ValueError), closing(_plain(path)) as connection:
        # Letters that are none any more must not cost the row.
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        for name, table in all_tables().items():
            with suppress(sqlite3.Error, ValueError):
                rows[name] = _read_table(connection, table, on_leaves.get(name, ()))
    return rows


def _read_table(
    connection: sqlite3.Connection, table: Table, on_leaves: Iterable[Row]
) -> list[Row]:
    found: dict[int, Row] = {}
    for row in _forward(connection, table):
        found[int(str(row["id"]))] = row
    for row in _backward(connection, table, below=max(found, default=0)):
        found.setdefault(int(str(row["id"])), row)
    whole = {number: row for number, row in found.items() if broken_column(table, row) is None}
    for row in on_leaves:
        whole.setdefault(int(str(row["id"])), row)
    _add_from_indexes(connection, table, whole)
    return [whole[number] for number in sorted(whole)]


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
    connection.set_progress_handler(_Limit(), 10_000)
    query = f"SELECT {', '.join(names)} FROM {table.name} WHERE {where}"  # noqa: S608  our own
    for row in connection.execute(query, (value,)):
        yield dict(zip(names, row, strict=True))


class _Limit:
    """Stops a query after many steps."""

    def __init__(self) -> None:
        self._steps = 0

    def __call__(self) -> bool:
        self._steps += 1
        return self._steps > _MOST_STEPS


def _add_from_indexes(connection: sqlite3.Connection, table: Table, whole: dict[int, Row]) -> None:
    """Put lost workouts and their exercises together from what indexes repeat of them."""
    wanted = {"workout": {"date"}, "workout_exercise": {"workout_id", "position", "exercise_id"}}
    if table.name not in wanted:
        return
    lost: dict[int, Row] = {}
    for columns, index in _indexes(connection, table.name):
        query = f"SELECT id, {', '.join(columns)} FROM {table.name} INDEXED BY {index}"  # noqa: S608
        with suppress(sqlite3.Error, ValueError):
            for number, *values in connection.execute(query):
                if isinstance(number, int) and number not in whole:
                    lost.setdefault(number, {}).update(zip(columns, values, strict=True))
    for number, known in lost.items():
        if wanted[table.name] <= known.keys():
            row = _blank(table) | known | {"id": number}
            if broken_column(table, row) is None:
                whole[number] = row


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


def _put_together(connection: sqlite3.Connection, rows: dict[str, list[Row]]) -> None:
    """Point what was done at exercises that are there, by the name it was done under."""
    here = connection.execute("SELECT id, name, name_folded FROM exercise").fetchall()
    names = {number: name for number, name, _folded in here}
    by_name = {folded: number for number, _name, folded in here}
    for row in rows["workout_exercise"]:
        if row["exercise_id"] not in names:
            row["exercise_id"] = by_name.get(str(row["exercise_name"]).casefold())
        if row["exercise_id"] is None:
            row["exercise_id"] = _add_exercise(connection, str(row["exercise_name"]), by_name)
            names[int(str(row["exercise_id"]))] = str(row["exercise_name"])
        elif row["exercise_name"] == "?":
            row["exercise_name"] = names[int(str(row["exercise_id"]))]
    rows["preference"] = [row for row in rows["preference"] if row["key"] != "catalogue"]


def _add_exercise(connection: sqlite3.Connection, name: str, by_name: dict[str, int]) -> int:
    name = _("Recovered exercise") if name == "?" else name
    if name.casefold() in by_name:
        return by_name[name.casefold()]
    values = {
        "uuid": new_uuid(),
        "changed_at": utc_now().isoformat(timespec="milliseconds"),
        "name": name,
        "name_folded": name.casefold(),
        "category": "strength",
        "pattern": "push",
        "measure": "weight_reps",
        "load_basis": "total",
        "per_side": 0,
        "compound": 0,
        "equipment_needs": "[]",
        "default_sets": 3,
        "back_care": "",
        "own_note": "",
        **dict.fromkeys(("equipment", "instructions", "cues", "common_mistakes", "adjusted"), "[]"),
    }
    cursor = connection.execute(
        f"INSERT INTO exercise ({', '.join(values)}) "  # noqa: S608  our own names
        f"VALUES ({', '.join('?' * len(values))})",
        tuple(values.values()),
    )
    by_name[name.casefold()] = int(cursor.lastrowid or 0)
    return by_name[name.casefold()]


def _insert(connection: sqlite3.Connection, table: Table, rows: Iterable[Row]) -> None:
    """Write rows; those that the table's own checks refuse are left out."""
    names = [column.name for column in table.columns]
    connection.executemany(
        f"INSERT OR IGNORE INTO {table.name} ({', '.join(names)}) "  # noqa: S608  our own names
        f"VALUES ({', '.join('?' * len(names))})",
        [tuple(row[name] for name in names) for row in rows],
    )


def _mend_references(connection: sqlite3.Connection) -> None:
    """Empty references to what is lost; take away what cannot stand without it."""
    for _round in range(len(all_tables())):
        loose = connection.execute("PRAGMA foreign_key_check").fetchall()
        if not loose:
            return
        for name, number, _parent, key in loose:
            column = _referring_column(connection, name, key)
            if all_tables()[name].columns[column].nullable:
                statement = f"UPDATE {name} SET {column} = NULL WHERE id = ?"  # noqa: S608
            else:
                statement = f"DELETE FROM {name} WHERE id = ?"  # noqa: S608
            connection.execute(statement, (number,))


def _referring_column(connection: sqlite3.Connection, table: str, key: int) -> str:
    keys = connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
    return next(str(row[3]) for row in keys if row[0] == key)


def _plain(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=5)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA foreign_keys = OFF")
    return connection
