from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from leglog.services.history import EVERYTHING, workout_ids
from leglog.ui.desk import Desk, Destination, Place
from tests.ui.finding import said, texts
from tests.ui.history.reading import calendar, days, heading, workouts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from leglog.ui.history.page import HistoryPage

KEY = Qt.Key


def test_days_say_workout_sets_and_pain(page: HistoryPage) -> None:
    day = calendar(page).currentIndex()
    assert said(day) == "Thursday 19 November 2026, workout B, 19 sets, morning pain 4"


def test_day_of_the_calendar_chooses_its_workout(page: HistoryPage, qtbot: QtBot) -> None:
    grid = calendar(page)
    friday = next(day for day in days(page) if said(day).startswith("Friday 13 November 2026"))
    place = grid.visualRect(friday).center()
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert heading(page) == ("Rachel's beginner plan", "Friday 13 November 2026")
    assert said(workouts(page).currentIndex()).startswith("Fri 13 Nov, Rachel's beginner plan")


def test_enter_on_a_day_opens_its_workout(page: HistoryPage, desk: Desk, qtbot: QtBot) -> None:
    newest = workout_ids(desk.log, EVERYTHING)[0]
    with qtbot.waitSignal(desk.destination_wanted) as wanted:
        qtbot.keyClick(calendar(page), KEY.Key_Return)
    assert wanted.args == [Destination(Place.LOG, id=newest)]


def test_enter_on_a_day_without_a_workout_opens_none(
    page: HistoryPage, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.keyClick(calendar(page), KEY.Key_Left)
    assert said(calendar(page).currentIndex()).startswith("Wednesday 18 November 2026")
    with qtbot.assertNotEmitted(desk.destination_wanted):
        qtbot.keyClick(calendar(page), KEY.Key_Return)


def test_month_before_is_marked_too(page: HistoryPage, qtbot: QtBot) -> None:
    qtbot.keyClick(calendar(page), KEY.Key_PageUp)
    assert "October 2026" in texts(page)
    assert sum("workout" in said(day) for day in days(page)) > 4
