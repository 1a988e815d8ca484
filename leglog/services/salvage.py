"""Makes a new log of what can be read of a damaged one; the damaged file is not touched."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from leglog.i18n import _, language
from leglog.models.base import new_uuid, utc_now
from leglog.models.database import open_database
from leglog.models.stored import all_tables
from leglog.services.salvage_reading import plain_connection, read_damaged
from leglog.services.training_log import open_log

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from pathlib import Path

    from sqlalchemy import Table

    from leglog.models.stored import Row

_OF_EXERCISES = ("exercise", "exercise_alias", "exercise_muscle")


def salvage(damaged: Path, target: Path) -> None:
    """Make a new log at ``target`` of what can be read of ``damaged``, which is not touched.

    Raises OSError where ``target``'s folder cannot be written; whatever the damage is, what is
    made is a whole log, empty in the worst case.
    """
    open_database(target).close()
    rows = read_damaged(damaged, target)
    with closing(plain_connection(target)) as connection:
        for name in _OF_EXERCISES:
            _insert(connection, all_tables()[name], rows[name])
        _mend_references(connection)
        connection.commit()
    # The catalogue puts back its own exercises that were lost, under their names.
    open_log(target, language=language()).close()
    with closing(plain_connection(target)) as connection:
        _put_together(connection, rows)
        for name, table in all_tables().items():
            if name not in _OF_EXERCISES:
                _insert(connection, table, rows[name])
        _mend_references(connection)
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


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
