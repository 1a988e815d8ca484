"""Today with real keys: before the log is open, after, and as it changes."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView
from sqlalchemy import select

from leglog.models.workout import PlannedWorkout
from leglog.services.pain import rate_pain
from leglog.services.preferences import change_preference
from leglog.training.vocabulary import Moment, Unit
from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.theme import Scheme, apply_theme
from tests.a_year import leave_unfinished
from tests.ui.finding import button, entry, menu, named, press
from tests.ui.today.reading import all_words, place, routine_of, ways_from

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from leglog.services.training_log import TrainingLog
    from leglog.ui.today.page import TodayPage
    from tests.ui.today.conftest import Clock

FRIDAY = dt.date(2025, 11, 21)
DAY = dt.timedelta(days=1)


def _plan(page: TodayPage) -> QTableView:
    return named(page, "Plan of the next workout", QTableView)


def test_the_first_paint_shows_what_is_next_without_the_open_log(page: TodayPage) -> None:
    shown = all_words(page)
    assert "Legs & Back A" in shown
    assert "Planned for today · 6 exercises, 16 sets" in shown
    assert "2 of 3 workouts done" in shown


def test_log_a_workout_begins_what_is_next_once_the_log_is_open(
    page: TodayPage, desk: Desk, year: TrainingLog, qtbot: QtBot
) -> None:
    wanted = ways_from(desk)
    qtbot.mouseClick(button(page, "Log a workout"), Qt.MouseButton.LeftButton)
    assert wanted == []
    desk.open_with(year)
    assert [one.place for one in wanted] == [Place.LOG]
    assert routine_of(year, wanted[0]) == "Legs & Back A"


def test_a_workout_of_today_that_is_open_is_gone_on_with(
    page: TodayPage, desk: Desk, year: TrainingLog
) -> None:
    workout_id = leave_unfinished(year, FRIDAY)
    page.reload()
    wanted = ways_from(desk)
    page.verbs()["log_workout"]()
    assert wanted == [Destination(Place.LOG, id=workout_id)]


def test_a_swapped_routine_is_shown_and_logged(
    page: TodayPage, desk: Desk, year: TrainingLog
) -> None:
    desk.open_with(year)
    wanted = ways_from(desk)
    entry(menu(page, "Swap routine"), "Legs & Back B").trigger()
    assert "Chosen instead" in all_words(page)
    page.verbs()["log_workout"]()
    assert routine_of(year, wanted[0]) == "Legs & Back B"


def test_something_else_is_chosen_from_a_menu(
    page: TodayPage, desk: Desk, year: TrainingLog
) -> None:
    desk.open_with(year)
    wanted = ways_from(desk)
    others = menu(page, "Log something else…")
    choices = [one for one in others.actions() if not one.isSeparator()]
    assert [one.text() for one in choices] == [
        "Legs && Back A",
        "Legs && Back B",
        "Without a routine",
    ]
    for words in ("Legs & Back A", "Legs & Back B", "Without"):
        entry(menu(page, "Log something else…"), words).trigger()
    begun = [routine_of(year, one) for one in wanted]
    assert begun == ["Legs & Back A", "Legs & Back B", None]


def test_a_planned_day_moves_by_its_menu(page: TodayPage, desk: Desk, year: TrainingLog) -> None:
    desk.open_with(year)
    entry(menu(page, "Move day"), "Sat 22 Nov").trigger()
    with year.reading() as session:
        moved = session.scalars(
            select(PlannedWorkout).where(PlannedWorkout.moved_from.is_not(None))
        ).one()
    assert (moved.date, moved.moved_from) == (FRIDAY + DAY, FRIDAY)
    assert "Planned for tomorrow" in all_words(page)


def test_an_unfinished_workout_is_said_and_resumed(
    page: TodayPage, desk: Desk, year: TrainingLog, qtbot: QtBot
) -> None:
    workout_id = leave_unfinished(year, FRIDAY - DAY)
    page.reload()
    wanted = ways_from(desk)
    assert "Thursday’s workout is not finished." in all_words(page)
    assert "11 of 15 sets logged" in all_words(page)
    qtbot.mouseClick(button(page, "Resume"), Qt.MouseButton.LeftButton)
    assert wanted == [Destination(Place.LOG, id=workout_id)]


def test_an_unfinished_workout_is_finished_as_it_is(
    page: TodayPage, desk: Desk, year: TrainingLog, qtbot: QtBot
) -> None:
    leave_unfinished(year, FRIDAY - DAY)
    desk.open_with(year)
    page.reload()
    qtbot.mouseClick(button(page, "Finish as it is"), Qt.MouseButton.LeftButton)
    assert "is not finished" not in all_words(page)
    assert "3 of 3 workouts done" in all_words(page)


def test_a_discarded_workout_comes_back_by_undo(
    page: TodayPage, desk: Desk, year: TrainingLog, qtbot: QtBot
) -> None:
    leave_unfinished(year, FRIDAY - DAY)
    desk.open_with(year)
    page.reload()
    qtbot.mouseClick(button(page, "Discard"), Qt.MouseButton.LeftButton)
    assert "is not finished" not in all_words(page)
    year.undo()
    assert "Thursday’s workout is not finished." in all_words(page)


def test_enter_in_the_plan_opens_the_exercise(page: TodayPage, desk: Desk, qtbot: QtBot) -> None:
    wanted = ways_from(desk)
    _plan(page).setFocus()
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert [one.place for one in wanted] == [Place.EXERCISES]


def test_double_click_in_the_plan_opens_the_exercise(
    page: TodayPage, desk: Desk, qtbot: QtBot
) -> None:
    table, left = _plan(page), Qt.MouseButton.LeftButton
    point = table.visualRect(table.model().index(1, 1)).center()
    qtbot.mouseClick(table.viewport(), left, pos=point)
    with qtbot.waitSignal(desk.destination_wanted) as wanted:
        qtbot.mouseDClick(table.viewport(), left, pos=point)
    assert wanted.args is not None
    assert wanted.args[0].place is Place.EXERCISES


def test_arrows_go_through_the_week_and_enter_opens_the_day(
    page: TodayPage, desk: Desk, qtbot: QtBot
) -> None:
    wanted = ways_from(desk)
    named(page, "This week").setFocus()
    press(qtbot, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Return)
    assert [(one.place, one.day) for one in wanted] == [(Place.HISTORY, FRIDAY - 2 * DAY)]


def test_open_progress_is_a_link(page: TodayPage, desk: Desk, qtbot: QtBot) -> None:
    wanted = ways_from(desk)
    qtbot.keyClick(named(page, "Open Progress"), Qt.Key.Key_Return)
    assert wanted == [Destination(Place.PROGRESS)]


def test_pounds_are_shown_to_who_chose_them(page: TodayPage, desk: Desk, year: TrainingLog) -> None:
    change_preference(year, "unit", Unit.LB)
    assert "Thousands of pounds per week" in all_words(page)


def test_a_reload_keeps_the_focus_and_the_row(
    page: TodayPage, year: TrainingLog, qtbot: QtBot, clock: Clock
) -> None:
    table = _plan(page)
    table.setFocus()
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down)
    row = table.currentIndex().row()
    rate_pain(year, 2, Moment.ANY, FRIDAY, now=clock())
    assert (table.hasFocus(), table.currentIndex().row()) == (True, row)


def test_a_new_day_shows_itself_when_the_computer_wakes_up(
    page: TodayPage, clock: Clock, qapp: QApplication
) -> None:
    clock.time += DAY
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert "Saturday 22 November" in all_words(page)


def test_an_unreadable_file_keeps_what_is_shown(page: TodayPage, year_path: Path) -> None:
    year_path.write_bytes(b"no database")
    page.reload()
    assert "Legs & Back A" in all_words(page)


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_narrow_pages_stack_the_columns(
    page: TodayPage, qapp: QApplication, qtbot: QtBot, scheme: Scheme
) -> None:
    apply_theme(qapp, scheme)

    def corners() -> list[tuple[int, int]]:
        found = (place(page, card) for card in ("Morning back check", "Next up", "Trends"))
        return [(each.x(), each.y()) for each in found]

    def stand_below_each_other() -> None:
        (first, top), (second, middle), (third, bottom) = corners()
        assert first == second == third
        assert top < middle < bottom

    def stand_in_two_columns() -> None:
        (question, top), (plan, beside), (trends, below) = corners()
        assert plan < question == trends
        assert top == beside < below

    page.resize(968, 640)
    qtbot.waitUntil(stand_below_each_other)
    page.resize(1104, 746)
    qtbot.waitUntil(stand_in_two_columns)


def test_painting_today_loads_no_sqlalchemy() -> None:
    code = (
        "import sys, leglog.ui.main_window, leglog.ui.today.page;"
        "print(*(m for m in ('sqlalchemy', 'alembic', 'matplotlib') if m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
