"""The tour: a newcomer picks Rachel's plan, logs every set, rates the back and looks around.

It opens the program's own window on an empty log and works it with mouse clicks and keys, then
opens a made-up year and takes a picture of every page, in light and in dark. Everything is left in
build/tour/.

    python -m scripts.tour_program [--folder build/tour]
"""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from leglog.charts.figures import save_figure
from leglog.paths import folders
from leglog.services.checking import check_log
from leglog.services.demo import fill_with_demo
from leglog.services.opening import open_for_window
from leglog.services.routine_reading import routine_list
from leglog.services.statistics import statistics
from leglog.services.training_log import TrainingLog, open_log
from leglog.ui.chart_look import chart_look
from leglog.ui.chart_view import all_drawn
from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.first_run.asking import ask_before_start
from leglog.ui.main_window import MainWindow
from leglog.ui.progress.page import ProgressPage
from leglog.ui.theme import Scheme, apply_theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from leglog.ui.page import Page

LONGEST_WAIT_S = 30
KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


class Tour:
    """Works the window as a person would and keeps pictures of what it shows."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self.app, self.folder = app, folder
        self.pictures = 0
        self.window: QWidget | None = None

    def wait_until(self, holds: Callable[[], object], what: str) -> None:
        """Let the window work until something holds; stop the tour where it never does."""
        end = time.monotonic() + LONGEST_WAIT_S
        while not holds():
            if time.monotonic() > end:
                raise SystemExit(f"the tour waited in vain for {what}")
            self.app.processEvents()
            time.sleep(0.005)
        self.app.processEvents()

    def settle(self, page: Page) -> None:
        """Wait for all that a page reads and draws in the background."""
        self.wait_until(lambda: not page.is_reading and all_drawn(page), "what the page reads")

    def click(self, words: str) -> None:
        """Click the visible button with these words, in the dialog in front or in the window."""
        self.wait_until(lambda: self._button(words), f"the button '{words}'")
        button = self._button(words)
        if button is not None:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.app.processEvents()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key where the focus is."""
        self.wait_until(self._focus, "the focus")
        focus = self._focus()
        if focus is not None:
            QTest.keyClick(focus, key, modifier or Qt.KeyboardModifier.NoModifier)
        self.app.processEvents()

    def picture(self, name: str, widget: QWidget) -> None:
        """Keep what the widget shows."""
        self.app.processEvents()
        self.pictures += 1
        path = self.folder / f"{self.pictures:02d}-{name}.png"
        if not widget.grab().save(str(path)):
            raise SystemExit(f"the tour could not write {path}")
        print(path)

    def _focus(self) -> QWidget | None:
        """Return where keys go; without a window manager no window is the active one."""
        front = QApplication.activeModalWidget() or self.window
        return QApplication.focusWidget() or (front.focusWidget() if front else None)

    def _button(self, words: str) -> QAbstractButton | None:
        front = QApplication.activeModalWidget()
        windows = [front] if front is not None else QApplication.topLevelWidgets()
        return next(
            (
                button
                for window in windows
                for button in window.findChildren(QAbstractButton)
                if button.isVisible()
                and button.isEnabled()
                and words in (button.text().replace("&", ""), button.accessibleName())
            ),
            None,
        )


def main() -> int:
    """Take the tour and return 0 when all of it worked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path("build/tour"))
    folder: Path = parser.parse_known_args()[0].folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    app = QApplication(sys.argv[:1])
    apply_theme(app, Scheme.LIGHT)
    tour = Tour(app, folder)
    _first_day(tour)
    _year(tour)
    print(f"{tour.pictures} pictures are in {folder}")
    return 0


def _first_day(tour: Tour) -> None:
    """From an empty log to a finished workout."""
    data = folders(tour.folder / "first-day")
    desk = Desk(data.database)
    log = open_for_window(data, desk.changed.emit)
    window = _window(tour, desk)
    desk.open_with(log)
    tour.picture("today-empty", window)
    _first_run(tour, desk, window)
    tour.wait_until(lambda: routine_list(log), "Rachel's plan")
    tour.picture("today-ready", window)
    window.show_page(Destination(Place.ROUTINES))
    tour.picture("routines", window)
    tour.click("Log it")
    tour.wait_until(lambda: window.current_place is Place.LOG, "the form")
    tour.press(KEY.Key_3)
    tour.press(KEY.Key_Return)
    for _number in range(6):
        tour.press(KEY.Key_Return)
    tour.picture("log", window)
    for _number in range(60):
        if QApplication.activeModalWidget() is not None:
            break
        tour.press(KEY.Key_Return)
    tour.wait_until(QApplication.activeModalWidget, "the way to finish")
    tour.press(KEY.Key_4)
    tour.press(KEY.Key_Return)
    tour.press(KEY.Key_2)
    front = QApplication.activeModalWidget()
    if front is not None:
        tour.picture("finish", front)
    tour.press(KEY.Key_Return, CONTROL)
    tour.wait_until(lambda: window.current_place is Place.TODAY, "Today")
    tour.picture("today-after", window)
    found = statistics(log)
    if found.finished_workouts != 1 or found.pain_ratings != 3 or check_log(log).problems:
        raise SystemExit(f"the log does not hold the workout: {found}")
    _close(window, log)


def _first_run(tour: Tour, desk: Desk, window: MainWindow) -> None:
    """Take the units as they are, choose Rachel's plan by key, and answer the back check."""
    dialog = ask_before_start(desk, window)
    if dialog is None:
        raise SystemExit("a new log did not ask for the first run")
    tour.wait_until(dialog.isVisible, "the first run")
    tour.picture("first-run-1-units", dialog)
    tour.press(KEY.Key_Return)
    tour.press(KEY.Key_Space)
    tour.picture("first-run-2-routine", dialog)
    tour.press(KEY.Key_Return)
    tour.press(KEY.Key_Space)
    tour.click(
        "I understand that pain during exercise is a reason to stop or go easier, "
        "and that LegLog gives no medical advice."
    )
    tour.picture("first-run-3-back-check", dialog)
    tour.press(KEY.Key_Return)


def _year(tour: Tour) -> None:
    """Every page on a made-up year, in light and in dark."""
    data = folders(tour.folder / "year")
    log = open_log(data.database)
    import datetime as dt

    fill_with_demo(log, dt.datetime.now().astimezone().date())
    desk = Desk(data.database)
    desk.open_with(log)
    window = _window(tour, desk)
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        window.change_scheme(scheme)
        for place in Place:
            window.show_page(Destination(place))
            page = window.current_page
            if page is not None:
                tour.settle(page)
            if isinstance(page, ProgressPage):
                _chart_as_pdf(page, tour.folder / f"progress-{scheme.value}.pdf")
            tour.picture(f"year-{place.value}-{scheme.value}", window)
    _close(window, log)


def _chart_as_pdf(page: ProgressPage, path: Path) -> None:
    """Write the chart in front as a PDF with its text as text."""
    chart = page.card.chart
    if chart.data is None:
        raise SystemExit("the made-up year has nothing to draw")
    save_figure(path, "pdf", chart.data, chart_look(), (chart.width(), chart.height()))
    print(path)


def _window(tour: Tour, desk: Desk) -> MainWindow:
    settings = QSettings(str(tour.folder / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(desk, settings)
    window.resize(1280, 800)
    window.show_first_page()
    window.show()
    window.activateWindow()
    tour.window = window
    tour.wait_until(window.isVisible, "the window")
    return window


def _close(window: MainWindow, log: TrainingLog) -> None:
    window.close()
    window.deleteLater()
    log.close()


if __name__ == "__main__":
    sys.exit(main())
