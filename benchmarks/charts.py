"""Charts: first showing, range change, hover and ten years of data, each against a floor.

The floor of drawing is matplotlib at its barest with the same marks: one panel of bars, one line
with dots, no titles, redrawn as a whole. It runs in turns with ours in the same process, so that
a busy machine slows both; the ratio of the medians counts.

    QT_QPA_PLATFORM=offscreen python -m benchmarks.charts [--runs 25]
"""

from __future__ import annotations

import argparse
import builtins
import datetime as dt
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.figure import Figure

    from leglog.services.training_log import TrainingLog
    from leglog.ui.progress.page import ProgressPage

SIZE = (1056, 560)
RANGE_TARGET, HOVER_TARGET_MS, TEN_YEARS_TARGET = 1.5, 8.0, 2.0
GAP_TARGET_MS = 16.7
COPIES = 10
"""Years that the long log holds."""


def main() -> int:
    """Print the figures; return 1 where one misses its target."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=25)
    parser.add_argument("--first", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.first is not None:
        print(json.dumps(_first_chart(options.first)))
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        year, decade = _logs(Path(scratch))
        missed = _report_first(year)
        missed += _report_drawing(year, decade, options.runs)
    return 1 if missed else 0


def _report_first(path: Path) -> int:
    """Print how long the window stayed blocked while matplotlib was loaded and drawn."""
    found = json.loads(
        subprocess.run(
            [sys.executable, "-m", "benchmarks.charts", "--first", str(path)],
            check=True,
            capture_output=True,
            text=True,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        ).stdout
    )
    print(f"page shown                     {found['shown_ms']:7.0f} ms  axes or words at once")
    print(f"first chart painted            {found['painted_ms']:7.0f} ms  matplotlib not loaded")
    print(f"longest gap while it loads     {found['gap_ms']:7.1f} ms  target {GAP_TARGET_MS} ms"
          f"  (idle {found['idle_gap_ms']:.1f} ms)")  # fmt: skip
    print(f"taking the drawing over        {found['taken_over_ms']:7.1f} ms  target {GAP_TARGET_MS}"
          " ms of the processor")  # fmt: skip
    print(f"painting it                    {found['draw_ms']:7.1f} ms")
    return 0


def _first_chart(path: Path) -> dict[str, float]:
    """Start as the program does: with the plain import put back, the page imported ahead."""
    plain_import = builtins.__import__
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    builtins.__import__ = plain_import
    from leglog.ui.pages import import_ahead
    from leglog.ui.quick_imports import give_way_often, quick_imports

    app = QApplication([])
    give_way_often()
    with quick_imports():
        from leglog.services.training_log import open_log

        log = open_log(path)
        import_ahead(lambda: False)
    # How long a busy machine keeps even an idle loop waiting.
    idle, quiet_until = [0.0], time.perf_counter() + 1
    while (before := time.perf_counter()) < quiet_until:
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 2)
        idle.append(time.perf_counter() - before)
    page, started = _page(log), time.perf_counter()
    page.show()
    app.processEvents()
    shown, gaps = time.perf_counter(), [0.0]
    last, taken = shown, 0.0
    while not page.card.chart.is_drawn:
        before, worked = time.perf_counter(), time.thread_time()
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 2)
        last, taken = time.perf_counter(), time.thread_time() - worked
        if not page.card.chart.is_drawn:
            gaps.append(last - before)
    app.processEvents()
    painted = time.perf_counter()
    log.close()
    return {
        "shown_ms": (shown - started) * 1000,
        "painted_ms": (painted - started) * 1000,
        "gap_ms": max(gaps) * 1000,
        "idle_gap_ms": max(idle) * 1000,
        "taken_over_ms": taken * 1000,
        "draw_ms": (painted - last) * 1000,
    }


def _report_drawing(year: Path, decade: Path, runs: int) -> int:
    from PySide6.QtWidgets import QApplication

    from leglog.services.training_log import open_log

    app = QApplication.instance() or QApplication([])
    logs = [open_log(year), open_log(decade)]
    short, long = (_drawn_page(log) for log in logs)
    floor = _Floor()
    steps = _Steps(short)
    times = _in_turns(
        {
            "floor": floor.change,
            "range": steps.change_range,
            "group": steps.change_grouping,
            "hover": steps.hover,
            "year": lambda: _show(short, "1Y"),
            "decade": lambda: _show(long, "All"),
        },
        runs,
    )
    base = times["floor"]
    missed = 0
    for name, target in (("range", RANGE_TARGET), ("group", RANGE_TARGET)):
        ratio = times[name] / base
        missed += ratio > target
        print(f"{name} change, read and drawn      {times[name]:7.1f} ms  {ratio:5.2f} x floor"
              f"  target {target} x")  # fmt: skip
    missed += times["hover"] > HOVER_TARGET_MS
    print(f"hover                          {times['hover']:7.2f} ms  {times['hover'] / base:5.2f} x"
          f"  target {HOVER_TARGET_MS} ms")  # fmt: skip
    ratio = times["decade"] / times["year"]
    missed += ratio > TEN_YEARS_TARGET
    print(f"a year, read and drawn         {times['year']:7.1f} ms")
    print(f"ten years, read and drawn      {times['decade']:7.1f} ms  {ratio:5.2f} x a year"
          f"  target {TEN_YEARS_TARGET} x")  # fmt: skip
    print(f"floor, barest matplotlib       {base:7.1f} ms")
    for log in logs:
        log.close()
    app.processEvents()
    return missed


def _in_turns(ways: dict[str, Callable[[], object]], runs: int) -> dict[str, float]:
    """Return the median milliseconds of each way; the first round warms up."""
    found: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(runs + 2):
        for name, way in ways.items():
            started = time.perf_counter()
            way()
            found[name].append((time.perf_counter() - started) * 1000)
    return {name: statistics.median(values[2:]) for name, values in found.items()}


class _Floor:
    """The same marks in the barest matplotlib: two panels, 52 bars in eight parts, one line."""

    def __init__(self) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        self._figure: Figure = Figure(figsize=(SIZE[0] / 72, SIZE[1] / 72), dpi=72)
        self._canvas = FigureCanvasAgg(self._figure)
        self._turn = 0
        upper, lower = self._figure.subplots(2, 1)
        self._bars = [
            upper.stairs([5.0] * 52, range(53), baseline=5.0 * n, fill=True) for n in range(8)
        ]
        (self._line,) = lower.plot(range(364), [3.0] * 364, marker="o", markersize=3)

    def change(self) -> None:
        """Give the marks other values and draw all."""
        self._turn += 1
        self._line.set_ydata([3.0 + (n * self._turn) % 3 for n in range(364)])
        self._canvas.draw()  # type: ignore[no-untyped-call]  # matplotlib has no annotation here


class _Steps:
    """What a person does on the page."""

    def __init__(self, page: ProgressPage) -> None:
        self._page = page
        self._turn = 0

    def change_range(self) -> None:
        """Show another range of about a year."""
        self._turn += 1
        _show(self._page, "1Y", back=self._turn % 2)

    def change_grouping(self) -> None:
        """Show the same year by week and by month."""
        self._turn += 1
        choices = replace(
            self._page.choices, reach="1Y", grouping=("week", "month")[self._turn % 2]
        )
        self._page.choose(choices)
        _draw(self._page)

    def hover(self) -> None:
        """Move the cursor to another bar and paint."""
        from PySide6.QtWidgets import QApplication

        canvas = self._page.card.chart.canvas
        self._turn += 1
        canvas.point_at(self._turn % len(canvas.readings))
        QApplication.processEvents()


def _show(page: ProgressPage, reach: str, back: int = 0) -> None:
    page.choose(replace(page.choices, reach=reach, back=back, grouping="week"))
    _draw(page)


def _draw(page: ProgressPage) -> None:
    from benchmarks.window import settle_page

    settle_page(page)


def _page(log: TrainingLog) -> ProgressPage:
    from leglog.ui.desk import Desk
    from leglog.ui.progress.page import ProgressPage

    desk = Desk(log.path)
    desk.open_with(log)
    page = ProgressPage(desk)
    page.resize(*SIZE)
    return page


def _drawn_page(log: TrainingLog) -> ProgressPage:
    page = _page(log)
    page.show()
    _draw(page)
    return page


def _logs(folder: Path) -> tuple[Path, Path]:
    """Return a log of one year and one of ten: the same year, told ten times further back."""
    import sqlite3

    from leglog.services.demo import fill_with_demo
    from leglog.services.training_log import open_log

    today = dt.datetime.now().astimezone().date()
    year, decade = folder / "year" / "leglog.db", folder / "decade" / "leglog.db"
    for path in (year, decade):
        path.parent.mkdir()
        log = open_log(path)
        fill_with_demo(log, today)
        log.close()
    raw = sqlite3.connect(decade)
    for number in range(1, COPIES):
        _tell_again(raw, 364 * number)
    raw.commit()
    raw.close()
    return year, decade


def _tell_again(raw: object, days: int) -> None:
    """Copy the newest year ``days`` back, with new ids."""
    import sqlite3

    assert isinstance(raw, sqlite3.Connection)  # noqa: S101  sqlite3 is imported where it is used
    shift = f"date(date, '-{days} days')"
    newest = raw.execute("SELECT date(max(date), '-360 days') FROM workout").fetchone()[0]
    jump = {
        table: raw.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0]  # noqa: S608
        for table in ("workout", "workout_exercise", "performed_set", "pain_rating", "check_in")
    }
    kept = f"workout_id IN (SELECT id FROM workout WHERE date >= '{newest}')"  # noqa: S608
    rows = {
        "workout": (f"date >= '{newest}'", {"date": shift, "import_key": "NULL"}),
        "workout_exercise": (kept, {"workout_id": f"workout_id + {jump['workout']}"}),
        "performed_set": (
            f"workout_exercise_id IN (SELECT id FROM workout_exercise WHERE {kept})",  # noqa: S608
            {"workout_exercise_id": f"workout_exercise_id + {jump['workout_exercise']}"},
        ),
        "pain_rating": (
            f"date >= '{newest}'",
            {"date": shift, "workout_id": f"workout_id + {jump['workout']}"},
        ),
        "check_in": (f"date >= '{newest}'", {"date": shift}),
    }
    for table, (condition, changed) in rows.items():
        names = [row[1] for row in raw.execute(f"PRAGMA table_info({table})")]
        changed |= {"id": f"id + {jump[table]}"}
        changed |= {name: "lower(hex(randomblob(16)))" for name in names if name == "uuid"}
        values = ", ".join(changed.get(name, name) for name in names)
        raw.execute(
            f"INSERT OR IGNORE INTO {table} SELECT {values} FROM {table} WHERE {condition}"  # noqa: S608
        )


if __name__ == "__main__":
    sys.exit(main())
