"""What of two logs is the same, and which of two versions counts.

Works on stored values without the object mapper, so that each table needs no code of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy.exc import IntegrityError

from leglog.models.base import new_uuid
from leglog.models.stored import all_tables, read_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from leglog.models.stored import Cell, Row

Key = tuple[object, ...]
Sameness = Callable[[Mapping[str, "Cell"]], Key | None]
"""Gives what makes two rows the same besides their UUID, or None where nothing else does."""

_Below = dict[str, dict["Cell", list["Row"]]]

PROGRAM_KEYS = frozenset({"catalogue", "planned_to"})
"""Preferences that the program keeps for itself; each log has its own."""


@dataclass(frozen=True, slots=True)
class MergeCounts:
    """How many of one kind were added, renewed, kept as here, and left out."""

    added: int = 0
    renewed: int = 0
    kept: int = 0
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Family:
    """Rows that are compared as a whole: a root and those below, each naming its parent column."""

    root: str
    below: tuple[tuple[str, str], ...] = ()
    same: tuple[Sameness, ...] = ()


def _by(*columns: str) -> Sameness:
    def key(row: Mapping[str, Cell]) -> Key | None:
        values = tuple(row[column] for column in columns)
        return None if None in values else (columns, *values)

    return key


def _morning(row: Mapping[str, Cell]) -> Key | None:
    return ("morning", row["date"]) if row["moment"] == "morning" else None


FAMILIES = (
    Family(
        "exercise",
        (("exercise_alias", "exercise_id"), ("exercise_muscle", "exercise_id")),
        (_by("key"), _by("name_folded")),
    ),
    Family("routine", (("routine_exercise", "routine_id"), ("planned_set", "routine_exercise_id"))),
    Family("programme", (("programme_phase", "programme_id"), ("phase_routine", "phase_id"))),
    Family("import_batch"),
    Family(
        "workout",
        (("workout_exercise", "workout_id"), ("performed_set", "workout_exercise_id")),
        (_by("import_key"),),
    ),
    Family("planned_workout", (), (_by("workout_id"), _by("date", "routine_id"))),
    Family("pain_rating", (), (_morning, _by("workout_id", "moment"))),
    Family("check_in", (), (_by("date"),)),
    Family("period", (), (_by("kind", "first_date", "last_date"),)),
    Family("daily_task", (), (_by("text"),)),
    Family("task_rating", (), (_by("daily_task_id", "date"),)),
    Family("peg_rating", (), (_by("date"),)),
    Family("preference", (), (_by("key"),)),
)


@dataclass(slots=True)
class _Local:
    """Rows of a table that are here already, to be found by what they are known by."""

    rows: dict[int, Row] = field(default_factory=dict)
    by_uuid: dict[Cell, int] = field(default_factory=dict)
    by_key: dict[Key, int] = field(default_factory=dict)
    last_id: int = 0

    def add(self, row: Row, same: tuple[Sameness, ...]) -> None:
        number = _id(row)
        self.rows[number] = row
        self.last_id = max(self.last_id, number)
        if "uuid" in row:
            self.by_uuid[row["uuid"]] = number
        for key in filter(None, (each(row) for each in same)):
            self.by_key.setdefault(key, number)

    def find(self, row: Row, same: tuple[Sameness, ...]) -> int | None:
        found = self.by_uuid.get(row.get("uuid")) if "uuid" in row else None
        keys = (key for key in (each(row) for each in same) if key is not None)
        return found or next((self.by_key[key] for key in keys if key in self.by_key), None)


class IntoLog:
    """Brings the rows of a file into the log, family by family."""

    def __init__(self, connection: Connection, rows: Mapping[str, list[Row]]) -> None:
        self._connection, self._file = connection, rows
        self._tables = all_tables()
        self._ids: dict[tuple[str, Cell], int] = {}
        self._fresh: list[tuple[str, Cell, int]] = []
        self._local: dict[str, _Local] = {}
        same = {family.root: family.same for family in FAMILIES}
        for name, table in self._tables.items():
            local = self._local[name] = _Local()
            for row in read_rows(connection, table):
                local.add(row, same.get(name, ()))

    def bring(self, family: Family) -> MergeCounts:
        """Add what is new and renew what is newer in the file."""
        counts = {"added": 0, "renewed": 0, "kept": 0, "left_out": 0}
        here = {name: list(local.rows.values()) for name, local in self._local.items()}
        newest_here = self._newest(family, here)
        newest_there = self._newest(family, self._file)
        below = self._below(family)
        for row in self._file[family.root]:
            self._fresh = []
            try:
                with self._connection.begin_nested():
                    counts[self._bring_one(family, row, below, newest_here, newest_there)] += 1
            except IntegrityError:
                # Two rows here stand for one of the file; what is here goes before.
                counts["left_out"] += 1
                for name, file_id, number in self._fresh:
                    del self._ids[name, file_id], self._local[name].rows[number]
        if family.root == "exercise":
            self._link_variants()
        return MergeCounts(**counts)

    def _parent_table(self, name: str, parent: str) -> str:
        (key,) = self._tables[name].columns[parent].foreign_keys
        return str(key.column.table.name)

    def _below(self, family: Family) -> _Below:
        """Return, for each table below, the file's rows by their parent's id."""
        found: _Below = {}
        for name, parent in family.below:
            by_parent = found.setdefault(name, {})
            for row in self._file[name]:
                by_parent.setdefault(row[parent], []).append(row)
        return found

    def _newest(self, family: Family, rows: Mapping[str, list[Row]]) -> dict[Cell, str]:
        """Return when each root, or anything below it, was changed last."""
        if "changed_at" not in self._tables[family.root].columns:
            return {}
        newest = {row["id"]: str(row["changed_at"]) for row in rows[family.root]}
        root_of: dict[tuple[str, Cell], Cell] = {(family.root, each): each for each in newest}
        for name, parent in family.below:
            above = self._parent_table(name, parent)
            for row in rows[name]:
                root = root_of.get((above, row[parent]))
                root_of[name, row["id"]] = root
                if root is not None and "changed_at" in row:
                    newest[root] = max(newest[root], str(row["changed_at"]))
        return newest

    def _bring_one(
        self,
        family: Family,
        row: Row,
        below: _Below,
        newest_here: Mapping[Cell, str],
        newest_there: Mapping[Cell, str],
    ) -> str:
        root = family.root
        mapped = self._mapped(root, row)
        if root == "programme" and mapped["is_running"] and self._one_runs():
            mapped["is_running"] = 0
        local_id = self._local[root].find(mapped, family.same)
        if local_id is None:
            if root == "preference" and row["key"] in PROGRAM_KEYS:
                return "kept"
            self._insert(root, row["id"], mapped)
            self._write_below(family, row, below)
            return "added"
        self._ids[root, row["id"]] = local_id
        is_newer = newest_there.get(row["id"], "") > newest_here.get(local_id, "")
        if not _file_counts(root, row, self._local[root].rows[local_id], is_newer=is_newer):
            self._map_below(family, row, below)
            return "kept"
        self._update(root, local_id, mapped)
        self._write_below(family, row, below)
        return "renewed"

    def _one_runs(self) -> bool:
        return any(row["is_running"] for row in self._local["programme"].rows.values())

    def _levels(
        self, family: Family, root: Row, below: _Below
    ) -> Iterator[tuple[str, str, list[Row], list[Row]]]:
        """Yield each table below with its parent column, the parents and their children."""
        level = {family.root: [root]}
        for name, parent in family.below:
            above = level[self._parent_table(name, parent)]
            level[name] = [child for row in above for child in below[name].get(row["id"], ())]
            yield name, parent, above, level[name]

    def _write_below(self, family: Family, root: Row, below: _Below) -> None:
        """Make what is below the root here what it is in the file; known rows keep their id."""
        for name, parent, above, children in self._levels(family, root, below):
            table = self._parent_table(name, parent)
            parents = {self._ids[table, row["id"]] for row in above}
            self._write_level(name, parent, children, parents)

    def _write_level(self, name: str, parent: str, children: list[Row], parents: set[int]) -> None:
        local = self._local[name]
        # New parents have nothing below them yet; most are new.
        here = {number for number, row in local.rows.items() if row[parent] in parents}
        wanted = [(child["id"], self._mapped(name, child)) for child in children]
        kept: dict[Cell, int] = {}
        for file_id, row in wanted:
            found = local.by_uuid.get(row["uuid"]) if "uuid" in row else None
            if found is not None and found in here:
                kept[file_id] = found
            elif found is not None:
                # It belongs to something else here; what is here stays with it.
                row["uuid"] = new_uuid()
        for gone in here - set(kept.values()):
            self._delete(name, gone)
        if "position" in self._tables[name].columns:
            # SQLite checks uniqueness row by row, so places are freed before they are given.
            for number in kept.values():
                self._set(name, number, {"position": -1 - number})
        for file_id, row in wanted:
            if file_id in kept:
                self._ids[name, file_id] = kept[file_id]
                self._update(name, kept[file_id], row)
            else:
                self._insert(name, file_id, row)

    def _map_below(self, family: Family, root: Row, below: _Below) -> None:
        """Learn which rows below are the same, so that others may refer to them."""
        for name, _parent, _above, children in self._levels(family, root, below):
            for child in children:
                found = self._local[name].by_uuid.get(child.get("uuid"))
                if found is not None:
                    self._ids[name, child["id"]] = found

    def _mapped(self, name: str, row: Row) -> Row:
        """Return a row of the file with the ids that what it refers to has here."""
        mapped = dict(row)
        for column in self._tables[name].columns:
            for key in column.foreign_keys:
                target = key.column.table.name
                if target == name:
                    mapped[column.name] = None
                elif row[column.name] is not None:
                    mapped[column.name] = self._ids.get((target, row[column.name]))
        return mapped

    def _link_variants(self) -> None:
        """Point easier and harder variants at each other, now that all exercises are here."""
        for row in self._file["exercise"]:
            here = self._ids.get(("exercise", row["id"]))
            if here is None or self._local["exercise"].rows[here]["uuid"] != row["uuid"]:
                continue
            links = {
                column: self._ids.get(("exercise", row[column]))
                for column in ("easier_id", "harder_id")
            }
            if any(self._local["exercise"].rows[here][name] != to for name, to in links.items()):
                self._set("exercise", here, dict(links))

    def _insert(self, name: str, file_id: Cell, row: Row) -> None:
        local = self._local[name]
        number = _id(row) if _id(row) not in local.rows and _id(row) > 0 else local.last_id + 1
        row["id"] = number
        columns = ", ".join(row)
        self._connection.exec_driver_sql(
            f"INSERT INTO {name} ({columns}) VALUES ({', '.join('?' * len(row))})",  # noqa: S608
            tuple(row.values()),
        )
        self._ids[name, file_id] = number
        self._fresh.append((name, file_id, number))
        family = next((family for family in FAMILIES if family.root == name), None)
        local.add(row, family.same if family else ())

    def _update(self, name: str, number: int, row: Row) -> None:
        changed = {column: value for column, value in row.items() if column != "id"}
        local = self._local[name]
        if "uuid" in changed and local.by_uuid.get(changed["uuid"], number) != number:
            changed["uuid"] = local.rows[number]["uuid"]
        self._set(name, number, changed)

    def _set(self, name: str, number: int, values: Mapping[str, Cell]) -> None:
        assignments = ", ".join(f"{column} = ?" for column in values)
        self._connection.exec_driver_sql(
            f"UPDATE {name} SET {assignments} WHERE id = ?",  # noqa: S608  our own names
            (*values.values(), number),
        )
        self._local[name].rows[number] |= values

    def _delete(self, name: str, number: int) -> None:
        self._connection.exec_driver_sql(f"DELETE FROM {name} WHERE id = ?", (number,))  # noqa: S608
        del self._local[name].rows[number]


def _file_counts(root: str, row: Row, local: Row, *, is_newer: bool) -> bool:
    """Say whether the file's version goes before the one here."""
    if root == "preference":
        return False
    if root == "exercise" and row["key"] is not None:
        # A fresh catalogue, perhaps in another language, is newer than a person's adjustments and
        # still counts for less.
        return _touched(row) and (is_newer or not _touched(local))
    return is_newer


def _touched(row: Row) -> bool:
    """Say whether a person changed a built-in exercise."""
    return row["adjusted"] != "[]" or bool(row["own_note"]) or row["archived_at"] is not None


def _id(row: Row) -> int:
    return int(str(row["id"]))
