"""Pages of the real window: to open them, to read them again, to scroll, to change and to hover.

The floor of a page is an empty table put into a window that is there; that of a chart is
matplotlib drawing as many bars and points with as little as it can.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import replace
from itertools import count, cycle
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from benchmarks.big_logs import LAST_DAY, ONE_YEAR, big_log
from benchmarks.figures import Figure, Target, in_turns
from benchmarks.window import empty_table, settle, settle_page, window_on
from leglog.services.routine_reading import routine_list
from leglog.services.workouts import start_workout
from leglog.training.periods import Range
from leglog.ui.desk import Destination, Place
from leglog.ui.history.workout_list import WorkoutList
from leglog.ui.pages import import_ahead
from leglog.ui.progress.page import ProgressPage
from leglog.ui.quick_imports import quick_imports

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.big_logs import Size
    from benchmarks.figures import Run
    from leglog.services.training_log import TrainingLog
    from leglog.ui.main_window import MainWindow
    from leglog.ui.page import Page

FIRST_GAP_MS = 16
HISTORY = Target(60, is_time=True)
SCROLLED = Target(10, is_time=True)
STOPPED = Target(16, is_time=True)
HOVERED = Target(8, is_time=True)
CHANGED = Target(1.5)
LONGER = Target(2)


def figures(run: Run) -> Iterator[Figure]:
    """Open every page on every log."""
    for size in run.sizes:
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=run.folder)))
            path = folder / "leglog.db"
            shutil.copyfile(big_log(run.folder, size), path)
            window, log = stack.enter_context(window_on(path, folder))
            floor = stack.enter_context(empty_table())
            yield from _first_chart(window)
            yield from _plain_pages(window, log, floor, run, size)
            yield from _stops(window, run, size)
            yield from _scrolling(window, run, size)
            yield from _charts(window, run, size)


def _plain_pages(
    window: MainWindow, log: TrainingLog, floor: Callable[[], None], run: Run, size: Size
) -> Iterator[Figure]:
    workout_id = start_workout(log, LAST_DAY, routine_list(log)[0].id)

    def open_log_page() -> None:
        window.show_page(Destination(Place.LOG, id=workout_id))
        settle()

    def again(place: Place) -> Callable[[], None]:
        def reload() -> None:
            page = _shown(window, place)
            page.reload()
            settle_page(page)

        return reload

    for name, work, target in (
        ("open Log", open_log_page, None),
        ("History, read and shown", again(Place.HISTORY), HISTORY),
        ("Month, read and shown", again(Place.MONTH), None),
        ("Today, read and shown", again(Place.TODAY), None),
    ):
        _shown(window, Place.TODAY)
        work()
        below, above = in_turns(run.repeats, floor, work)
        yield Figure(f"{name}, {size.name}", below, above, target)


def _stops(window: MainWindow, run: Run, size: Size) -> Iterator[Figure]:
    """How long the window stands still at most while a page reads in the background."""
    month, progress = _shown(window, Place.MONTH), _progress(window)
    for name, place, page in (
        ("Month, another month", Place.MONTH, month),
        ("Progress, read anew", Place.PROGRESS, progress),
    ):
        longest = []
        for _turn in range(run.repeats):
            _shown(window, place)
            page.reload()
            longest.append(max(settle_page(page), default=0.0))
        yield Figure(f"{name}, longest stop, {size.name}", None, median(longest), STOPPED)


def _scrolling(window: MainWindow, run: Run, size: Size) -> Iterator[Figure]:
    """Page after page, through the places where more is read."""
    page = _shown(window, Place.HISTORY)
    view = page.findChildren(WorkoutList)[0]
    bar = view.verticalScrollBar()
    steps = count()

    def page_down() -> None:
        step = bar.pageStep()
        bar.setValue(next(steps) * step % max(1, bar.maximum()))
        settle()

    (taken,) = in_turns(5 * run.repeats, page_down)
    yield Figure(f"History, a page further, {size.name}", None, taken, SCROLLED)


def _first_chart(window: MainWindow) -> Iterator[Figure]:
    """From the click to the chart, with matplotlib imported on the way: once in a process."""
    if "matplotlib" in sys.modules:
        return
    # As the program does at rest: what is loaded then is kept out of the collector's walks.
    with quick_imports():
        import_ahead(lambda: False)
    gaps: list[float] = []
    last = started = time.perf_counter()

    def beat() -> None:
        nonlocal last
        gaps.append(time.perf_counter() - last)
        last = time.perf_counter()

    beats = QTimer(window)
    beats.setTimerType(Qt.TimerType.PreciseTimer)
    beats.timeout.connect(beat)
    page = _progress(window)
    stood = last = time.perf_counter()
    beats.start(2)
    settle_page(page)
    beats.stop()
    shown = time.perf_counter()
    yield Figure("Progress, first time, to the page", None, (stood - started) * 1000)
    yield Figure("Progress, first time, to the chart", None, (shown - started) * 1000)
    longest = max(gaps, default=0) * 1000
    yield Figure(
        "longest stop while matplotlib loads", None, longest, Target(FIRST_GAP_MS, is_time=True)
    )


def _charts(window: MainWindow, run: Run, size: Size) -> Iterator[Figure]:
    page = _progress(window)
    settle_page(page)
    canvas = page.card.chart.canvas
    draw_minimum = _minimal_chart(canvas.width(), canvas.height())
    turns = cycle((0, 1))

    def change_range(reach: Range) -> Callable[[], None]:
        def change() -> None:
            page.choose(replace(page.choices, reach=reach.value, back=next(turns)))
            settle_page(page)

        return change

    year = change_range(Range.YEAR_1)
    below, changed = in_turns(run.repeats, draw_minimum, year)
    yield Figure(f"Progress, range changed, {size.name}", below, changed, CHANGED)

    def redraw() -> None:
        if page.card.content is not None:
            page.card.show_content(page.card.content, as_table=False)
        settle_page(page)

    below, drawn = in_turns(run.repeats, draw_minimum, redraw)
    yield Figure(f"Progress, drawn anew, {size.name}", below, drawn, CHANGED)
    stops = count()

    def hover() -> None:
        canvas.point_at(next(stops) % 50)
        settle()

    (hovered,) = in_turns(3 * run.repeats, hover)
    yield Figure(f"Progress, hover, {size.name}", None, hovered, HOVERED)
    if size.weeks > ONE_YEAR.weeks:
        below, all_years = in_turns(run.repeats, year, change_range(Range.ALL))
        yield Figure(f"Progress, all years beside one, {size.name}", below, all_years, LONGER)


def _minimal_chart(width: int, height: int) -> Callable[[], None]:
    """Return what moves and draws 52 bars in five colours, 364 dots and a line, in two panels."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.collections import PolyCollection
    from matplotlib.figure import Figure as Drawn

    canvas = FigureCanvasAgg(Drawn(figsize=(width / 72, height / 72), dpi=72))
    upper = canvas.figure.add_axes((0.06, 0.55, 0.8, 0.38))
    lower = canvas.figure.add_axes((0.06, 0.08, 0.8, 0.38))
    for panel, top in ((upper, 60), (lower, 10)):
        panel.set_xlim(0, 364)
        panel.set_ylim(0, top)
    bars = PolyCollection([], facecolors=[f"C{group}" for group in range(5)])
    upper.add_collection(bars, autolim=False)
    (line,) = lower.plot([], [])
    (dots,) = lower.plot([], [], ".", markersize=3)
    shift = cycle((0, 1))
    render: Callable[[], None] = canvas.draw  # matplotlib's own has no annotations

    def draw() -> None:
        by = next(shift)
        days = range(364)
        bars.set_verts(
            [
                ((7 * week, low), (7 * week + 5, low), (7 * week + 5, low + 9), (7 * week, low + 9))
                for week in range(52)
                for low in range(by, by + 50, 10)
            ]
        )
        values = [3 + (day * 7 + by) % 4 for day in days]
        line.set_data(days, values)
        dots.set_data(days, values)
        render()

    return draw


def _progress(window: MainWindow) -> ProgressPage:
    page = _shown(window, Place.PROGRESS)
    if not isinstance(page, ProgressPage):
        raise TypeError(page)
    return page


def _shown(window: MainWindow, place: Place) -> Page:
    window.show_page(Destination(place))
    settle()
    page = window.current_page
    if page is None:
        raise LookupError(place)
    return page
