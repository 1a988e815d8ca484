from __future__ import annotations

import datetime as dt
import re
import sqlite3
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListView, QScrollArea, QTableView

from leglog.services.demo import fill_with_demo
from leglog.services.history import EVERYTHING, workout_ids
from leglog.services.training_log import open_log
from leglog.services.workout_reading import open_workouts, workout_form
from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.history.done_table import NAME, SECTION
from leglog.ui.history.page import HistoryPage
from leglog.ui.whole_workout import DayDialog
from leglog.ui.widgets.fields import ComboBox
from leglog.ui.widgets.question import Question
from leglog.ui.widgets.rows import CAPTION_ROLE
from tests.ui.finding import button, named, pick, rows, said, texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from tests.conftest import FilledFile

pytestmark = pytest.mark.usefixtures("british")

KEY = Qt.Key
NOTHING_CHOSEN = "Any routine", "Any exercise"


@pytest.fixture(scope="module")
def demo_file(filled_file: FilledFile) -> Path:
    """A made-up year, made once; tests work on copies."""
    return filled_file(lambda log: fill_with_demo(log, dt.date(2026, 11, 20)))


@pytest.fixture
def desk(tmp_path: Path, demo_file: Path) -> Iterator[Desk]:
    path = tmp_path / "leglog.db"
    path.write_bytes(demo_file.read_bytes())
    desk = Desk(path)
    log = open_log(path, desk.changed.emit)
    desk.open_with(log)
    yield desk
    log.close()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> HistoryPage:
    page = HistoryPage(desk)
    qtbot.addWidget(page)
    page.resize(1100, 740)
    with qtbot.waitExposed(page):
        page.show()
    return page


def workouts(page: HistoryPage) -> QListView:
    return named(page, "Workouts", QListView)


def calendar(page: HistoryPage) -> QTableView:
    return named(page, "Calendar", QTableView)


def exercises(page: HistoryPage) -> QTableView:
    return named(page, "Exercises of this workout", QTableView)


def days(page: HistoryPage) -> list[QModelIndex]:
    model = calendar(page).model()
    weeks = range(model.rowCount())
    return [model.index(week, day) for week in weeks for day in range(model.columnCount())]


def heading(page: HistoryPage) -> tuple[str, str] | None:
    """Return title and day of the workout that is shown in detail ('Friday 20 November 2026')."""
    shown = texts(page)
    for title, when in pairwise(shown):
        if found := re.match(r"\w+day \d+ \w+ \d{4}", when):
            return title, found[0]
    return None


def search(page: HistoryPage, qtbot: QtBot, words: str) -> None:
    qtbot.keyClicks(named(page, "Search exercise, note, routine"), words)


def choose(qtbot: QtBot, choice: ComboBox, words: str) -> None:
    """Go down by key to the option with these words."""
    qtbot.keyClick(choice, KEY.Key_Home)
    for _option in range(choice.findText(words)):
        qtbot.keyClick(choice, KEY.Key_Down)
    assert choice.currentText() == words


def test_newest_workout_is_shown_first(page: HistoryPage) -> None:
    assert heading(page) == ("Day B: hinge and row", "Thursday 19 November 2026")
    assert said(workouts(page).currentIndex()).startswith("Thu 19 Nov, Day B: hinge and row, ")
    assert said(calendar(page).currentIndex()).startswith("Thursday 19 November 2026, workout B")


def test_down_goes_to_the_workout_before(page: HistoryPage, qtbot: QtBot) -> None:
    qtbot.keyClick(workouts(page), KEY.Key_Down)
    assert heading(page) == ("Rachel's beginner plan", "Tuesday 17 November 2026")
    assert said(calendar(page).currentIndex()).startswith("Tuesday 17 November 2026, workout A")


def test_enter_opens_the_workout_in_the_log(page: HistoryPage, desk: Desk, qtbot: QtBot) -> None:
    before = workout_ids(desk.log, EVERYTHING)[1]
    qtbot.keyClick(workouts(page), KEY.Key_Down)
    with qtbot.waitSignal(desk.destination_wanted) as wanted:
        qtbot.keyClick(workouts(page), KEY.Key_Return)
    assert wanted.args == [Destination(Place.LOG, id=before)]


def test_shown_workout_is_opened_in_the_log(page: HistoryPage, desk: Desk, qtbot: QtBot) -> None:
    newest = workout_ids(desk.log, EVERYTHING)[0]
    with qtbot.waitSignal(desk.destination_wanted) as wanted:
        button(page, "Open in Log").click()
    assert wanted.args == [Destination(Place.LOG, id=newest)]


def test_shown_workout_is_logged_again(page: HistoryPage, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.destination_wanted) as wanted:
        button(page, "Log again").click()
    (begun,) = open_workouts(desk.log)
    assert wanted.args == [Destination(Place.LOG, id=begun)]
    assert workout_form(desk.log, begun).title == "Day B: hinge and row"


def test_search_narrows_the_list_and_says_when_nothing_matches(
    page: HistoryPage, qtbot: QtBot
) -> None:
    everything = rows(workouts(page))
    search(page, qtbot, "day b")
    assert rows(workouts(page)) == [line for line in everything if "Day B" in line]
    search(page, qtbot, " xyz")
    assert rows(workouts(page)) == []
    assert "Nothing matches “day b xyz”." in texts(page)


def test_down_goes_from_the_search_into_the_list(page: HistoryPage, qtbot: QtBot) -> None:
    page.focus_search()
    qtbot.keyClick(named(page, "Search exercise, note, routine"), KEY.Key_Down)
    assert page.focusWidget() is workouts(page)


def test_double_click_opens_a_workout_in_the_log(
    page: HistoryPage, desk: Desk, qtbot: QtBot
) -> None:
    before = workout_ids(desk.log, EVERYTHING)[1]
    view, left = workouts(page), Qt.MouseButton.LeftButton
    place = view.visualRect(view.model().index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), left, pos=place)
    with qtbot.waitSignal(desk.destination_wanted) as wanted:
        qtbot.mouseDClick(view.viewport(), left, pos=place)
    assert wanted.args == [Destination(Place.LOG, id=before)]


def test_lines_are_read_as_they_come_into_view(page: HistoryPage, desk: Desk) -> None:
    model = workouts(page).model()
    newest, oldest = model.index(0, 0), model.index(model.rowCount() - 1, 0)
    before = said(newest)
    with sqlite3.connect(desk.database) as behind_its_back:
        behind_its_back.execute("UPDATE workout SET title = 'Read just now'")
    behind_its_back.close()
    assert said(newest) == before
    assert "Read just now" in said(oldest)


def test_nothing_found_offers_to_clear_by_key(page: HistoryPage, qtbot: QtBot) -> None:
    everything, newest = rows(workouts(page)), heading(page)
    search(page, qtbot, "xyzzy")
    assert heading(page) is None
    qtbot.keyClick(named(page, "Clear search and filters"), KEY.Key_Return)
    assert rows(workouts(page)) == everything
    assert heading(page) == newest


def test_list_is_filtered_by_routine_and_exercise(page: HistoryPage, qtbot: QtBot) -> None:
    everything = rows(workouts(page))
    routine = named(page, "Filter by routine", ComboBox)
    exercise = named(page, "Filter by exercise", ComboBox)
    choose(qtbot, exercise, "Side plank")
    of_exercise = rows(workouts(page))
    assert 0 < len(of_exercise) < len(everything)
    choose(qtbot, routine, "Day B: hinge and row")
    assert rows(workouts(page)) == [line for line in of_exercise if "Day B" in line]
    for choice, words in zip((routine, exercise), NOTHING_CHOSEN, strict=True):
        choose(qtbot, choice, words)
    assert rows(workouts(page)) == everything


def test_day_hidden_by_a_filter_is_shown_all_the_same(page: HistoryPage, qtbot: QtBot) -> None:
    search(page, qtbot, "xyzzy")
    page.open(Destination(Place.HISTORY, day=dt.date(2026, 11, 13)))
    assert heading(page) == ("Rachel's beginner plan", "Friday 13 November 2026")


def test_days_say_workout_sets_and_pain(page: HistoryPage) -> None:
    day = calendar(page).currentIndex()
    assert said(day) == "Thursday 19 November 2026, workout B, 19 sets, morning pain 4"


def test_plan_stands_below_what_was_done(page: HistoryPage) -> None:
    model = exercises(page).model()
    names = [model.index(row, NAME) for row in range(model.rowCount())]
    plans = [name.data(CAPTION_ROLE) for name in names]
    assert "planned 3 × 8–12 each side" in plans
    assert all(plan.startswith("planned ") for plan in plans)
    assert [said(name) for name in names] == [
        f"{name.data()}, {plan}" for name, plan in zip(names, plans, strict=True)
    ]


def test_del_asks_and_enter_keeps_the_workout(page: HistoryPage, qtbot: QtBot) -> None:
    everything = rows(workouts(page))
    qtbot.keyClick(workouts(page), KEY.Key_Delete)
    (question,) = page.findChildren(Question)
    qtbot.keyClick(question, KEY.Key_Return)
    assert not question.isVisible()
    assert rows(workouts(page)) == everything


def test_deleting_asks_once_and_undo_brings_it_back(page: HistoryPage, desk: Desk) -> None:
    everything = rows(workouts(page))
    button(page, "Delete…").click()
    (question,) = page.findChildren(Question)
    assert any("Ctrl+Z brings it back" in text for text in texts(question))
    assert rows(workouts(page)) == everything
    button(question, "Delete").click()
    assert rows(workouts(page)) == everything[1:]
    desk.log.undo()
    assert rows(workouts(page)) == everything


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


def test_workout_is_copied_as_text(page: HistoryPage, qtbot: QtBot) -> None:
    qtbot.keyClick(workouts(page), KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    title, when, *lines = QGuiApplication.clipboard().text().splitlines()
    assert {title, when} <= set(texts(page))
    assert title == "Day B: hinge and row"
    assert "Volume 2,166 kg" in lines


def test_models_keep_qts_rules(page: HistoryPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(workouts(page).model())
    qtmodeltester.check(exercises(page).model())


def test_empty_log_says_what_will_be_here(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(tmp_path / "leglog.db")
    log = open_log(desk.database)
    desk.open_with(log)
    page = HistoryPage(desk)
    qtbot.addWidget(page)
    page.show()
    assert "Nothing here yet" in texts(page)
    with qtbot.waitSignal(desk.destination_wanted) as wanted:
        button(page, "Log a workout").click()
    assert wanted.args == [Destination(Place.LOG, start=True)]
    log.close()


def test_copy_of_a_workout_is_shown_in_history(page: HistoryPage, qtbot: QtBot) -> None:
    count = len(rows(workouts(page)))
    pick(qtbot, named(page, "More for this workout"), "Duplicate…")
    (dialog,) = page.findChildren(DayDialog)
    dialog.day.set_day(dt.date(2025, 3, 1))
    button(dialog, "Duplicate").click()
    assert heading(page) == ("Day B: hinge and row", "Saturday 1 March 2025")
    assert len(rows(workouts(page))) == count + 1


def test_menu_of_a_workout_splits_it(page: HistoryPage, qtbot: QtBot) -> None:
    names = [exercises(page).model().index(row, NAME).data() for row in range(2)]
    pick(qtbot, named(page, "More for this workout"), "Split before", names[1])
    done = exercises(page).model()
    assert [done.index(row, NAME).data() for row in range(done.rowCount())] == names[:1]


def test_narrow_page_leaves_out_sections_and_keeps_the_names(
    page: HistoryPage, qtbot: QtBot
) -> None:
    table = exercises(page)
    assert not table.isColumnHidden(SECTION)
    page.resize(860, 740)
    qtbot.waitUntil(lambda: table.isColumnHidden(SECTION))
    assert table.columnWidth(NAME) > 150


def test_smallest_window_shows_a_workout_without_scrolling_sideways(
    page: HistoryPage, qtbot: QtBot
) -> None:
    page.resize(968, 640)
    areas = page.findChildren(QScrollArea)
    qtbot.waitUntil(lambda: all(area.horizontalScrollBar().maximum() == 0 for area in areas))
    assert len(areas) == 2
