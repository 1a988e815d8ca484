"""From a key to the painted row, at ten years of training (52,000 sets).

Real keys go to the real window, set after set: in every other workout in haste, else with a rest
before each, in which the exercise's past is read as beside a person's keys. Between two of them,
with the window at rest, the floor is measured: an empty table of the same size is painted anew, and
one row goes into an SQLite file with the same pragmas.

    python -m benchmarks.log_set [--sets 300] [--years 10]
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sqlite3
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
from sqlalchemy import insert, select

from benchmarks.window import settle
from leglog.models.base import new_uuid, utc_now
from leglog.models.exercise import Exercise
from leglog.models.routine import Routine
from leglog.models.workout import PerformedSet, Workout, WorkoutExercise
from leglog.services.routines import add_routine_from_template
from leglog.services.training_log import TrainingLog, open_log
from leglog.services.workouts import finish_workout, start_workout
from leglog.training.vocabulary import WorkoutState
from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.main_window import MainWindow
from leglog.ui.pages import import_ahead
from leglog.ui.quick_imports import quick_imports
from leglog.ui.theme import Scheme, apply_theme
from leglog.ui.workout.page import LogPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

TEMPLATE = "s003-legs-and-back"
WORKOUTS_A_WEEK = 5
LONGEST_WAIT_S = 5
REST_S = 0.1
TYPED_EACH = 4
"""In each fourth set two digits are typed first; an exercise of the routine has three."""
Values = dict[str, object]


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of each key."""

    floors: list[float] = field(default_factory=list)
    entered: list[float] = field(default_factory=list)
    """From Enter until the row is painted."""
    settled: list[float] = field(default_factory=list)
    """From Enter until everything else shows it too and the next key is waited for."""
    typed: list[float] = field(default_factory=list)
    """From the first of two digits, with Enter after them, until the row is painted."""


class Painted(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count and let the event through."""
        self.times += event.type() is QEvent.Type.Paint
        return False


class Floor:
    """What any program would need: one row on disk, one empty table painted."""

    def __init__(self, folder: Path) -> None:
        self._connection = sqlite3.connect(folder / "floor.db", isolation_level=None)
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, reps INT, load INT)")
        self._window = QMainWindow()
        self._table = QTableView()
        self._window.setCentralWidget(self._table)
        self._window.resize(1280, 800)
        self._window.show()
        self._painted = Painted(self._table.viewport())

    def once(self) -> None:
        """Write and paint."""
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute("INSERT INTO row (reps, load) VALUES (10, 40000)")
        self._connection.execute("COMMIT")
        before = self._painted.times
        self._table.viewport().update()
        wait_for(self._painted, before)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sets", type=int, default=300)
    parser.add_argument("--years", type=int, default=10)
    options = parser.parse_args()
    app = QApplication(sys.argv[:1])
    apply_theme(app, Scheme.LIGHT)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        desk = Desk(folder / "leglog.db")
        log = open_log(desk.database, desk.changed.emit)
        routine_id = add_routine_from_template(log, TEMPLATE)
        print(f"{fill(log, routine_id, options.years)} sets in {options.years} years")
        desk.open_with(log)
        window = MainWindow(desk, QSettings(str(folder / "w.ini"), QSettings.Format.IniFormat))
        window.resize(1280, 800)
        window.show_first_page()
        window.show()
        times = measure(window, log, routine_id, Floor(folder), options.sets)
        window.close()
        log.close()
    report("floor: empty table + one row on disk", times.floors, times.floors)
    report("Enter to painted row", times.entered, times.floors)
    report("Enter to a window at rest", times.settled, times.floors)
    report("two digits and Enter to painted row", times.typed, times.floors)
    return 0


def measure(
    window: MainWindow, log: TrainingLog, routine_id: int, floor: Floor, wanted: int
) -> Times:
    """Log sets until enough were; the last one of a workout is left, since it opens a dialog."""
    # As the program does when it has come to rest: the collector leaves what stays alone.
    with quick_imports():
        import_ahead(lambda: False)
    times = Times()
    in_haste = False
    while len(times.entered) < wanted:
        in_haste = not in_haste
        day = dt.datetime.now().astimezone().date()
        workout_id = start_workout(log, day, routine_id)
        window.show_page(Destination(Place.LOG, id=workout_id))
        page = window.current_page
        if not isinstance(page, LogPage):
            raise SystemExit("the log did not open")
        sheet = next(area for area in page.areas() if isinstance(area, QTableView))
        sheet.setFocus()
        painted = Painted(sheet.viewport())
        rows = _undone(log, workout_id)
        for number in range(rows - 1):
            rest(0 if in_haste else REST_S)
            times.floors.append(clock(floor.once))
            settle()
            log_one(window, painted, times, types=number % TYPED_EACH == TYPED_EACH - 1)
        if _undone(log, workout_id) != 1:
            raise SystemExit("not every key logged a set")
        sheet.viewport().removeEventFilter(painted)
        finish_workout(log, workout_id)
    return times


def log_one(window: QWidget, painted: Painted, times: Times, *, types: bool) -> None:
    """Confirm the set under the cursor, as it is shown or with other repetitions."""
    keys = [Qt.Key.Key_1, Qt.Key.Key_2] if types else []
    start = time.perf_counter()
    press([*keys, Qt.Key.Key_Return], window, painted)
    shown = (time.perf_counter() - start) * 1000
    settle()
    if types:
        times.typed.append(shown)
    else:
        times.entered.append(shown)
        times.settled.append((time.perf_counter() - start) * 1000)


def rest(seconds: float) -> None:
    """Let the window do what it does between two keys."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.001)
    settle()


def press(keys: list[Qt.Key], window: QWidget, painted: Painted) -> None:
    """Press keys where the focus is, and wait until the last one is painted."""
    before = 0
    for key in keys:
        before = painted.times
        QTest.keyClick(window.focusWidget(), key)
    wait_for(painted, before)


def wait_for(painted: Painted, before: int) -> None:
    """Let the program work until it has painted once more.

    A paint is a posted event. While the program runs by itself, timers of no time come after it;
    called like this they would come in the same turn.
    """
    end = time.monotonic() + LONGEST_WAIT_S
    QApplication.sendPostedEvents()
    while painted.times == before and time.monotonic() < end:
        QApplication.processEvents()
    if painted.times == before:
        raise SystemExit("nothing was painted")


def clock(do: Callable[[], object]) -> float:
    """Return the milliseconds that something took."""
    start = time.perf_counter()
    do()
    return (time.perf_counter() - start) * 1000


def report(name: str, times: list[float], floors: list[float]) -> None:
    """Print the median and the 99th percentile, each against the floor's."""
    p50, p99 = _percentiles(times)
    floor50, floor99 = _percentiles(floors)
    print(
        f"{name:38} p50 {p50:6.2f} ms ({p50 / floor50:5.2f} x)   "
        f"p99 {p99:6.2f} ms ({p99 / floor99:5.2f} x)   n {len(times)}"
    )


def fill(log: TrainingLog, routine_id: int, years: int) -> int:
    """Train by the routine five times a week for years; return the number of sets."""
    today = dt.datetime.now().astimezone().date()
    with log.upkeep() as session:
        routine = session.get_one(Routine, routine_id)
        rows = session.execute(select(Exercise.id, Exercise.name))
        names = {row.id: row.name for row in rows}
        plan = [(item, list(item.planned_sets)) for item in routine.exercises]
        workouts: list[Values] = []
        items: list[Values] = []
        sets: list[Values] = []
        for number in range(years * 52 * WORKOUTS_A_WEEK):
            day = today - dt.timedelta(days=1 + number * 7 // WORKOUTS_A_WEEK)
            common = {"uuid": "", "changed_at": utc_now()}
            workouts.append(
                common
                | {
                    "id": number + 1,
                    "uuid": new_uuid(),
                    "title": routine.name,
                    "routine_id": routine.id,
                    "routine_name": routine.name,
                    "date": day,
                    "state": WorkoutState.FINISHED,
                }
            )
            for position, (item, goals) in enumerate(plan):
                items.append(
                    common
                    | {
                        "id": len(items) + 1,
                        "uuid": new_uuid(),
                        "workout_id": number + 1,
                        "exercise_id": item.exercise_id,
                        "exercise_name": names[item.exercise_id],
                        "routine_exercise_id": item.id,
                        "section": item.section,
                        "position": position,
                    }
                )
                for place, goal in enumerate(goals):
                    sets.append(
                        common
                        | {
                            "uuid": new_uuid(),
                            "workout_exercise_id": len(items),
                            "position": place,
                            "side": goal.side,
                            "load_mode": goal.load_mode,
                            "planned": True,
                            "reps": goal.reps_min and goal.reps_min + number % 3,
                            "duration_s": goal.s_min,
                            "load_g": 20_000 + number // 260 * 2500 if goal.reps_min else None,
                            "done": True,
                        }
                    )
        for table, values in ((Workout, workouts), (WorkoutExercise, items), (PerformedSet, sets)):
            session.execute(insert(table), values)
    return len(sets)


def _undone(log: TrainingLog, workout_id: int) -> int:
    with log.reading() as session:
        query = (
            select(PerformedSet.id)
            .join(WorkoutExercise, WorkoutExercise.id == PerformedSet.workout_exercise_id)
            .where(WorkoutExercise.workout_id == workout_id, ~PerformedSet.done)
        )
        return len(session.scalars(query).all())


def _percentiles(times: list[float]) -> tuple[float, float]:
    cuts = statistics.quantiles(times, n=100)
    return statistics.median(times), cuts[98]


if __name__ == "__main__":
    sys.exit(main())
