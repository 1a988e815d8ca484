"""Every page and every dialog, as someone without a mouse or a screen meets it."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QProgressDialog, QWidget
from shiboken6 import isValid

from leglog.services.demo import fill_with_demo
from leglog.services.routines import add_routine_from_template
from leglog.services.training_log import open_log
from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.main_window import MainWindow
from leglog.ui.workout.sheet import SetSheet
from tests.diary import Diary
from tests.ui import audit
from tests.ui.every_door import DOORS, TODAY
from tests.ui.settling import settle_charts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from leglog.services.training_log import TrainingLog
    from tests.conftest import FilledFile

QUESTIONS = (
    audit.without_name,
    audit.icons_without_words,
    audit.shared_mnemonics,
    audit.silent_cells,
    audit.text_cut_off,
    audit.overlapping,
    audit.out_of_reach_of_scrolling,
)
STAYS_ON_ESC = {"first run"}
"""Esc passes over a step there; the last one has to be answered."""


@pytest.fixture(scope="module")
def small_file(filled_file: FilledFile) -> Path:
    """A log with a routine and two workouts, made once; tests work on copies."""

    def fill(log: TrainingLog) -> None:
        add_routine_from_template(log, "s001-rachel-beginner")
        diary = Diary(log, TODAY)
        diary.train(9)
        diary.train(2, reps=11)

    return filled_file(fill)


@pytest.fixture(scope="module")
def year_file(filled_file: FilledFile) -> Path:
    """The made-up year, made once."""
    return filled_file(lambda log: fill_with_demo(log, TODAY))


@pytest.fixture
def window(log_path: Path, small_file: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window on the small log, in front."""
    yield from _window(log_path, small_file, qtbot)


@pytest.fixture
def year(log_path: Path, year_file: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window on the made-up year, in front."""
    yield from _window(log_path, year_file, qtbot)


def _window(path: Path, contents: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    path.write_bytes(contents.read_bytes())
    desk = Desk(path)
    desk.open_with(open_log(path, desk.changed.emit))
    settings = QSettings(str(path.with_name("window.ini")), QSettings.Format.IniFormat)
    window = MainWindow(desk, settings)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show_first_page()
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window
    window.close()
    desk.log.close()


def offenders(root: QWidget) -> list[str]:
    """Ask everything of a page or dialog."""
    return [f"{question.__name__}: {found}" for question in QUESTIONS for found in question(root)]


def settled(root: QWidget, qtbot: QtBot) -> list[str]:
    """Ask once all is laid out; what is still wrong after a second is wrong."""
    with contextlib.suppress(qtbot.TimeoutError):
        qtbot.waitUntil(lambda: not offenders(root), timeout=1000)
    return offenders(root)


def show(window: MainWindow, place: Place, qtbot: QtBot) -> None:
    """Show a page and wait until it stands still; Log with a workout under way."""
    window.show_page(Destination(place, start=place is Place.LOG))
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    # A chart that comes in while Tab goes round is a stop that was not there at first.
    if window.current_page is not None:
        settle_charts(window.current_page)


@pytest.mark.parametrize("place", Place)
def test_page_can_be_heard_and_read(window: MainWindow, place: Place, qtbot: QtBot) -> None:
    show(window, place, qtbot)
    assert settled(window, qtbot) == []


@pytest.mark.parametrize("place", Place)
def test_page_of_a_year_can_be_heard_and_read(year: MainWindow, place: Place, qtbot: QtBot) -> None:
    show(year, place, qtbot)
    assert settled(year, qtbot) == []


@pytest.mark.parametrize("place", Place)
def test_tab_goes_round_the_page(window: MainWindow, place: Place, qtbot: QtBot) -> None:
    show(window, place, qtbot)
    first = audit.tab_stops(window)[0]
    assert audit.not_reached_by_tab(window, first, left_by_f6=SetSheet) == []


def test_f6_leaves_the_table_of_sets(window: MainWindow, qtbot: QtBot) -> None:
    show(window, Place.LOG, qtbot)
    sheet = window.findChild(SetSheet)
    assert isinstance(sheet, SetSheet)
    sheet.setFocus()
    for key, is_inside in ((Qt.Key.Key_Tab, True), (Qt.Key.Key_F6, False)):
        QTest.keyClick(QApplication.focusWidget() or sheet, key)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert (focus is sheet or sheet.isAncestorOf(focus)) is is_inside


class StrayWindows(QObject):
    """Notes the widgets that show themselves as windows before they have a place in one."""

    def __init__(self, own: QWidget) -> None:
        super().__init__()
        self.own, self.seen = own, list[str]()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and watched is not self.own
        ):
            self.seen.append(audit.described(watched))
        return False


def test_no_page_flashes_up_as_a_window(
    window: MainWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    stray = StrayWindows(window)
    qapp.installEventFilter(stray)
    for place in Place:
        show(window, place, qtbot)
    qapp.removeEventFilter(stray)
    assert stray.seen == []


def _front() -> QWidget | None:
    """Return the dialog in front; one that only tells how far a task is does not count."""
    front = QApplication.activeModalWidget() or QApplication.activePopupWidget()
    return None if isinstance(front, QProgressDialog) else front


def opened(window: MainWindow, name: str, qtbot: QtBot) -> QWidget:
    """Open a dialog and return it."""
    DOORS[name](window)
    qtbot.waitUntil(lambda: _front() is not None)
    front = _front()
    assert front is not None
    qtbot.waitUntil(lambda: front.isAncestorOf(QApplication.focusWidget() or window))
    return front


@pytest.mark.parametrize("name", DOORS)
def test_dialog_can_be_heard_read_and_left(window: MainWindow, name: str, qtbot: QtBot) -> None:
    dialog = opened(window, name, qtbot)
    assert settled(dialog, qtbot) == []
    first = QApplication.focusWidget()
    assert first is not None
    assert audit.not_reached_by_tab(dialog, first) == []
    if name not in STAYS_ON_ESC:
        QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: not isValid(dialog) or not dialog.isVisible())


def test_menus_share_no_letter(window: MainWindow) -> None:
    bar = window.menuBar()
    titles = [action.text() for action in bar.actions()]
    assert audit.shared_letters(titles) == []
    for action in bar.actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        assert audit.shared_letters([each.text() for each in menu.actions()]) == []
