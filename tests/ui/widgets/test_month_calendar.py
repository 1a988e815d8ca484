from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from leglog.ui.widgets.month_calendar import MonthCalendar
from leglog.ui.widgets.month_grid import DayMark, DayState

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TODAY = dt.date(2025, 11, 21)
MONDAY = 0


@pytest.fixture
def calendar(qtbot: QtBot) -> MonthCalendar:
    calendar = MonthCalendar(TODAY, first_weekday=MONDAY)
    qtbot.addWidget(calendar)
    with qtbot.waitExposed(calendar):
        calendar.show()
    return calendar


def _grid(calendar: MonthCalendar) -> QTableView:
    grid = calendar.findChild(QTableView)
    assert grid is not None
    return grid


def test_grid_shows_whole_weeks(calendar: MonthCalendar) -> None:
    assert calendar.first_shown == dt.date(2025, 10, 27)
    assert calendar.last_shown == dt.date(2025, 11, 30)


def test_sunday_may_begin_the_week(qtbot: QtBot) -> None:
    calendar = MonthCalendar(TODAY, first_weekday=6)
    qtbot.addWidget(calendar)
    assert calendar.first_shown == dt.date(2025, 10, 26)


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Left, dt.date(2025, 11, 20)),
        (Qt.Key.Key_Right, dt.date(2025, 11, 22)),
        (Qt.Key.Key_Up, dt.date(2025, 11, 14)),
        (Qt.Key.Key_Down, dt.date(2025, 11, 28)),
        (Qt.Key.Key_PageUp, dt.date(2025, 10, 21)),
        (Qt.Key.Key_PageDown, dt.date(2025, 12, 21)),
    ],
)
def test_keys_move(qtbot: QtBot, calendar: MonthCalendar, key: Qt.Key, day: dt.date) -> None:
    with qtbot.waitSignal(calendar.day_chosen) as told:
        qtbot.keyClick(_grid(calendar), key)
    assert told.args == [day]
    assert calendar.current == day


def test_arrow_goes_on_into_the_next_month(qtbot: QtBot, calendar: MonthCalendar) -> None:
    calendar.set_current(dt.date(2025, 11, 30))
    with qtbot.waitSignal(calendar.month_shown) as told:
        qtbot.keyClick(_grid(calendar), Qt.Key.Key_Right)
    assert told.args == [dt.date(2025, 12, 1)]


def test_month_back_from_the_31st_keeps_to_the_month(calendar: MonthCalendar) -> None:
    calendar.set_current(dt.date(2025, 3, 31))
    calendar.turn(-1)
    assert calendar.current == dt.date(2025, 2, 28)


def test_turning_over_new_year(calendar: MonthCalendar) -> None:
    calendar.turn(2)
    assert calendar.current == dt.date(2026, 1, 21)
    calendar.turn(-1)
    assert calendar.current == dt.date(2025, 12, 21)


def test_t_goes_to_today(qtbot: QtBot, calendar: MonthCalendar) -> None:
    calendar.set_current(dt.date(2025, 1, 1))
    qtbot.keyClick(_grid(calendar), Qt.Key.Key_T)
    assert calendar.current == TODAY


def test_enter_opens_the_day(qtbot: QtBot, calendar: MonthCalendar) -> None:
    with qtbot.waitSignal(calendar.day_opened) as told:
        qtbot.keyClick(_grid(calendar), Qt.Key.Key_Return)
    assert told.args == [TODAY]


def test_set_current_does_not_say_chosen(qtbot: QtBot, calendar: MonthCalendar) -> None:
    with qtbot.assertNotEmitted(calendar.day_chosen):
        calendar.set_current(dt.date(2025, 11, 3))


def test_day_says_its_date_and_mark(calendar: MonthCalendar) -> None:
    calendar.set_days({TODAY: DayMark(DayState.PLANNED, "A", said="Legs & Back A, planned")})
    index = _grid(calendar).currentIndex()
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Friday 21 November 2025, Legs & Back A, planned"


def test_all_states_are_painted(qtbot: QtBot, calendar: MonthCalendar) -> None:
    marks = {
        TODAY.replace(day=day): DayMark(state, "B", "#DDB875")
        for day, state in enumerate(DayState, start=3)
    }
    plain = calendar.grab().toImage()
    calendar.set_days(marks)
    assert calendar.grab().toImage() != plain


def test_weeks_can_begin_on_another_day(qtbot: QtBot) -> None:
    calendar = MonthCalendar(dt.date(2025, 11, 21), first_weekday=0)
    qtbot.addWidget(calendar)
    assert calendar.first_shown == dt.date(2025, 10, 27)
    calendar.set_first_weekday(6)
    assert calendar.first_shown == dt.date(2025, 10, 26)
    assert calendar.current == dt.date(2025, 11, 21)
