"""A set confirmed: down to the disk, beside one row written by sqlite3 with the same pragmas."""

from __future__ import annotations

import shutil
import sqlite3
import statistics
import tempfile
from contextlib import closing
from itertools import count, cycle
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select

from benchmarks.big_logs import LAST_DAY, big_log
from benchmarks.figures import Figure, Target, in_turns
from benchmarks.log_set import TEMPLATE, Floor, measure
from benchmarks.window import window_on
from leglog.models.workout import PerformedSet, WorkoutExercise
from leglog.services.routine_reading import routine_list
from leglog.services.routines import add_routine_from_template
from leglog.services.set_values import SetValues
from leglog.services.sets import log_set
from leglog.services.training_log import open_log
from leglog.services.workouts import start_workout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.figures import Run

TO_DISK, PAINTED = Target(10), Target(16, is_time=True)
KEYS = 200
ROW = "INSERT INTO row (reps, load_g) VALUES (10, 40000)"
COMMITS = 20
"""A round is this many commits: one alone is too short for the clock."""


def figures(run: Run) -> Iterator[Figure]:
    """Log the sets of a workout again and again, in each log."""
    for size in run.sizes:
        with tempfile.TemporaryDirectory(dir=run.folder) as name:
            folder = Path(name)
            yield from _saving(big_log(run.folder, size), folder, run, size.name)
            if not run.is_quick:
                yield from _painted(folder / "leglog.db", folder, size.name)


def _saving(source: Path, folder: Path, run: Run, name: str) -> Iterator[Figure]:
    path = folder / "leglog.db"
    shutil.copyfile(source, path)
    log = open_log(path)
    with (
        closing(log),
        closing(_floor(folder / "wal.db", "WAL")) as wal,
        closing(_floor(folder / "rollback.db", "DELETE")) as rollback,
    ):
        workout_id = start_workout(log, LAST_DAY, routine_list(log)[0].id)
        with log.reading() as session:
            query = (
                select(PerformedSet.id)
                .join(WorkoutExercise, WorkoutExercise.id == PerformedSet.workout_exercise_id)
                .where(WorkoutExercise.workout_id == workout_id)
            )
            ids = cycle(session.scalars(query).all())
        reps = count(1)

        def ours() -> None:
            for _commit in range(COMMITS):
                log_set(log, next(ids), SetValues(reps=next(reps) % 900 + 1, load_g=40_000))

        def floor(connection: sqlite3.Connection) -> None:
            for _commit in range(COMMITS):
                connection.execute(ROW)

        def undo() -> None:
            for _step in range(COMMITS):
                log.undo()

        plain, rolled, taken, undone = in_turns(
            3 * run.repeats, lambda: floor(wal), lambda: floor(rollback), ours, undo, cpu=False
        )
        yield Figure(f"log a set, to disk, {name}", plain / COMMITS, taken / COMMITS, TO_DISK)
        yield Figure(
            f"log a set, beside a rollback journal, {name}", rolled / COMMITS, taken / COMMITS
        )
        yield Figure(f"undo a set, {name}", plain / COMMITS, undone / COMMITS)


def _painted(path: Path, folder: Path, name: str) -> Iterator[Figure]:
    """Press Enter on the real window until the row is painted (``benchmarks.log_set``)."""
    with window_on(path, folder) as (window, log):
        routine_id = add_routine_from_template(log, TEMPLATE)
        times = measure(window, log, routine_id, Floor(folder), KEYS)
    for words, found, target in (
        ("Enter to painted row", times.entered, PAINTED),
        ("Enter to a window at rest", times.settled, None),
    ):
        middle, late = statistics.median, _p99
        yield Figure(f"{words}, median, {name}", middle(times.floors), middle(found))
        yield Figure(f"{words}, 99th of 100, {name}", late(times.floors), late(found), target)


def _p99(times: list[float]) -> float:
    return statistics.quantiles(times, n=100)[98]


def _floor(path: Path, journal: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(f"PRAGMA journal_mode = {journal}")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, reps INTEGER, load_g INTEGER)")
    return connection
