"""What a new log shows on Today."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from leglog.models.routine import Routine
from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.today.page import TodayPage
from tests.ui.finding import button
from tests.ui.today.reading import all_words, place, routine_of, ways_from

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from leglog.services.training_log import TrainingLog
    from tests.ui.today.conftest import Clock

FRIDAY = dt.date(2025, 11, 21)
DAY = dt.timedelta(days=1)


def test_a_new_log_shows_the_first_steps(
    tmp_path: Path, qtbot: QtBot, clock: Clock, qapp: QApplication
) -> None:
    desk = Desk(tmp_path / "leglog.db")
    page = TodayPage(desk, now=clock)
    qtbot.addWidget(page)
    page.show()
    wanted = ways_from(desk)
    asked: list[str] = []
    desk.action_wanted.connect(asked.append)
    assert "Let’s get your first week ready" in all_words(page)
    for text in ("Choose a routine", "Pick days", "Rate my back", "Import…"):
        qtbot.mouseClick(button(page, text), Qt.MouseButton.LeftButton)
    assert [(one.place, one.start) for one in wanted] == [
        (Place.ROUTINES, False),
        (Place.ROUTINES, False),
    ]
    assert asked == ["rate_back", "import"]


def test_a_first_workout_begins_without_a_routine(
    log: TrainingLog, qtbot: QtBot, clock: Clock, qapp: QApplication
) -> None:
    desk = Desk(log.path)
    desk.open_with(log)
    page = TodayPage(desk, now=clock)
    qtbot.addWidget(page)
    page.show()
    wanted = ways_from(desk)
    button(page, "Log a workout").click()
    assert [one.place for one in wanted] == [Place.LOG]
    assert routine_of(log, wanted[0]) is None


def test_enter_presses_the_first_step_of_a_new_log(
    tmp_path: Path, qtbot: QtBot, clock: Clock, qapp: QApplication
) -> None:
    desk = Desk(tmp_path / "leglog.db")
    page = TodayPage(desk, now=clock)
    qtbot.addWidget(page)
    page.refresh_if_stale()
    page.open(Destination(Place.TODAY))
    with qtbot.waitActive(page):
        page.show()
    wanted = ways_from(desk)
    focused = page.focusWidget()
    assert isinstance(focused, QPushButton)
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    assert [one.place for one in wanted] == [Place.ROUTINES]


def test_a_done_step_is_ticked(
    log: TrainingLog, qtbot: QtBot, clock: Clock, qapp: QApplication
) -> None:
    with log.upkeep() as session:
        session.add(Routine(name="Legs"))
    page = TodayPage(Desk(log.path), now=clock)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: place(page, "Done").y() < place(page, "2").y())
    assert button(page, "Pick days").property("kind") == "primary"
