"""Made-up logs of one year, ten years and a million sets, through the real schema.

They are written in bulk, with all of the schema's checks and keys in force, and kept between runs
in the folder given (build/bench/), by size and revision of the schema.
"""

from __future__ import annotations

import datetime as dt
import random
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leglog.models import schema
from leglog.services.routines import add_routine_from_template, plan_weekdays
from leglog.services.training_log import open_log

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LAST_DAY = dt.date.today() - dt.timedelta(days=1)  # noqa: DTZ011  a local calendar day
TEMPLATES = {"s001-rachel-beginner": (1, 4), "ab-day-b": (2, 6)}
SETS_A_WORKOUT = 25
DAY = dt.timedelta(days=1)
Cell = str | int | None


@dataclass(frozen=True, slots=True)
class Size:
    """How large a log is; more sets than a person does are more workouts a day."""

    name: str
    sets: int
    weeks: int


TINY = Size("tiny", 400, 4)
ONE_YEAR = Size("one year", 5_200, 52)
TEN_YEARS = Size("ten years", 52_000, 520)
A_MILLION = Size("a million sets", 1_000_000, 520)
SIZES = (ONE_YEAR, TEN_YEARS, A_MILLION)


def big_log(folder: Path, size: Size) -> Path:
    """Return a log of that size in ``folder``, made where there is none of this week yet."""
    week = LAST_DAY.isocalendar()
    stem = f"{size.name.replace(' ', '-')}-{schema.REVISION}-{week.year}-{week.week:02d}"
    path = folder / f"{stem}.db"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob(f"{size.name.replace(' ', '-')}-*"):
            old.unlink()
        draft = path.with_suffix(".new")
        _make(draft, size)
        draft.replace(path)
    return path


def _make(path: Path, size: Size) -> None:
    log = open_log(path)
    for template, weekdays in TEMPLATES.items():
        plan_weekdays(log, add_routine_from_template(log, template), weekdays, LAST_DAY)
    log.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in ("foreign_keys = ON", "cache_size = -400000", "synchronous = OFF"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN")
        _fill(connection, size)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _fill(connection: sqlite3.Connection, size: Size) -> None:
    chance = random.Random(7)
    routines = _routines(connection)
    first = LAST_DAY - (size.weeks * 7 - 1) * DAY
    count = size.sets // SETS_A_WORKOUT
    days = [first + number * size.weeks * 7 // count * DAY for number in range(count)]
    _insert(connection, "workout", _workouts(days, routines))
    _insert(connection, "planned_workout", _planned(days, routines))
    _insert(connection, "workout_exercise", _exercises(count, routines))
    _insert(connection, "performed_set", _sets(days, routines, chance))
    _insert(connection, "pain_rating", _ratings(first, days, chance))
    _insert(connection, "check_in", _check_ins(first, size.weeks * 7, chance))


@dataclass(frozen=True, slots=True)
class _Exercise:
    id: int
    name: str
    section: str
    counts_reps: bool
    has_load: bool
    sets: int


@dataclass(frozen=True, slots=True)
class _Routine:
    id: int
    name: str
    exercises: tuple[_Exercise, ...]


def _routines(connection: sqlite3.Connection) -> list[_Routine]:
    found = connection.execute("SELECT id, name FROM routine ORDER BY id").fetchall()
    return [_Routine(id_, name, _share_sets(connection.execute(_PLANNED, (id_,)).fetchall()))
            for id_, name in found]  # fmt: skip


_PLANNED = """
    SELECT exercise.id, exercise.name, section, measure FROM routine_exercise
    JOIN exercise ON exercise.id = exercise_id WHERE routine_id = ? ORDER BY position
"""


def _share_sets(rows: list[tuple[int, str, str, str]]) -> tuple[_Exercise, ...]:
    """Give every workout the same number of sets."""
    each, more = divmod(SETS_A_WORKOUT, len(rows))
    return tuple(
        _Exercise(
            id_, name, section, "reps" in measure, measure.startswith("weight"),
            each + (place < more),
        )
        for place, (id_, name, section, measure) in enumerate(rows)
    )  # fmt: skip


def _insert(connection: sqlite3.Connection, table: str, rows: Iterator[dict[str, Cell]]) -> None:
    """Write rows as they come; id, uuid and time of change are added."""
    chance = random.Random(table)
    first = next(rows)
    names = [*first, "uuid", "changed_at"]
    marks = ", ".join("?" * len(names))
    statement = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608  our own

    def values() -> Iterator[tuple[Cell, ...]]:
        yield (*first.values(), _uuid(chance), _AT)
        for row in rows:
            yield (*row.values(), _uuid(chance), _AT)

    connection.executemany(statement, values())


_AT = dt.datetime.combine(LAST_DAY, dt.time(12), dt.UTC).isoformat(timespec="milliseconds")


def _uuid(chance: random.Random) -> str:
    digits = f"{chance.getrandbits(128):032x}"
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-8{digits[17:20]}-{digits[20:]}"


def _instant(day: dt.date, hour: int, minute: int = 0) -> str:
    return f"{day}T{hour:02d}:{minute:02d}:00.000+00:00"


def _workouts(days: list[dt.date], routines: list[_Routine]) -> Iterator[dict[str, Cell]]:
    for number, day in enumerate(days):
        routine = routines[number % len(routines)]
        yield {
            "id": number + 1,
            "title": routine.name,
            "routine_id": routine.id,
            "routine_name": routine.name,
            "date": str(day),
            "started_at": _instant(day, 17),
            "ended_at": _instant(day, 17, 50),
            "utc_offset_min": 0,
            "note": "Slept well, the first sets felt stiff." if number % 9 == 0 else "",
            "state": "finished",
        }


def _planned(days: list[dt.date], routines: list[_Routine]) -> Iterator[dict[str, Cell]]:
    for number, day in enumerate(days):
        routine = routines[number % len(routines)]
        yield {
            "date": str(day),
            "routine_id": routine.id,
            "routine_name": routine.name,
            "workout_id": number + 1,
        }


def _exercises(count: int, routines: list[_Routine]) -> Iterator[dict[str, Cell]]:
    number = 0
    for workout in range(count):
        for position, exercise in enumerate(routines[workout % len(routines)].exercises):
            number += 1
            yield {
                "id": number,
                "workout_id": workout + 1,
                "exercise_id": exercise.id,
                "exercise_name": exercise.name,
                "section": exercise.section,
                "position": position,
                "tempo": "",
                "note": "",
                "skipped": 0,
                "skip_reason": "",
            }


def _sets(
    days: list[dt.date], routines: list[_Routine], chance: random.Random
) -> Iterator[dict[str, Cell]]:
    item = 0
    for number, day in enumerate(days):
        stage = 40 * number // len(days)
        for exercise in routines[number % len(routines)].exercises:
            item += 1
            for position in range(exercise.sets):
                reps = chance.randrange(6, 13) if exercise.counts_reps else None
                load = 20_000 + 500 * (stage + chance.randrange(20)) if exercise.has_load else None
                yield {
                    "workout_exercise_id": item,
                    "position": position,
                    "set_type": "working",
                    "side": "both",
                    "planned": 1,
                    "removed": 0,
                    "target_reps_min": reps and 8,
                    "target_reps_max": reps and 10,
                    "reps": reps,
                    "load_g": load,
                    "load_unit": "kg",
                    "load_mode": "external" if load else "none",
                    "duration_s": None if reps else chance.randrange(20, 61, 5),
                    "rpe_halves": chance.choice((None, 13, 14, 15, 16)),
                    "note": "",
                    "done": 1,
                    "done_at": _instant(day, 17, 2 * position % 50),
                }


def _ratings(
    first: dt.date, days: list[dt.date], chance: random.Random
) -> Iterator[dict[str, Cell]]:
    for number in range((LAST_DAY - first).days + 1):
        if chance.random() < 0.85:
            yield _rating(first + number * DAY, "morning", chance.randrange(1, 6), 7)
    for number, day in enumerate(days):
        for moment in ("before", "during", "after"):
            yield _rating(day, moment, chance.randrange(1, 6), 18, number + 1)


def _rating(
    day: dt.date, moment: str, score: int, hour: int, workout_id: int | None = None
) -> dict[str, Cell]:
    return {
        "date": str(day),
        "moment": moment,
        "recorded_at": _instant(day, hour),
        "utc_offset_min": 0,
        "score": score,
        "triggers": "[]",
        "workout_id": workout_id,
        "recalled": 0,
        "note": "",
    }


def _check_ins(first: dt.date, days: int, chance: random.Random) -> Iterator[dict[str, Cell]]:
    for number in range(days):
        yield {
            "date": str(first + number * DAY),
            "steps": chance.randrange(2_000, 9_000),
            "sitting_min": 30 * chance.randrange(8, 20),
            "sleep_min": 15 * chance.randrange(22, 34),
            "body_weight_unit": "kg",
            "note": "",
        }
