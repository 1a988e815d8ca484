from __future__ import annotations

import datetime as dt
import sqlite3
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QScrollArea

from leglog.services.history import EVERYTHING, workout_ids
from leglog.services.training_log import open_log
from leglog.services.whole_workouts import duplicate_workout
from leglog.services.workout_reading import open_workouts, workout_form
from leglog.services.workouts import rename_workout
from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.history.done_table import NAME, SECTION
from leglog.ui.history.page import HistoryPage
from leglog.ui.whole_workout import DayDialog
from leglog.ui.widgets.question import Question
from leglog.ui.widgets.rows import CAPTION_ROLE
from tests.ui.finding import button, named, pick, rows, said, texts
from tests.ui.history.reading import calendar, exercises, heading, workouts

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot


KEY = Qt.Key


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


def test_menu_of_a_workout_merges_one_of_the_same_day(
    page: HistoryPage, desk: Desk, qtbot: QtBot
) -> None:
    count, day = len(rows(workouts(page))), dt.date(2025, 3, 1)
    newest = workout_ids(desk.log, EVERYTHING)[0]
    first, second = (duplicate_workout(desk.log, newest, day) for _copy in range(2))
    rename_workout(desk.log, second, "Hips & back")
    page.open(Destination(Place.HISTORY, id=first))
    pick(qtbot, named(page, "More for this workout"), "Merge with", "Hips & back, 19 sets")
    assert len(rows(workouts(page))) == count + 1
    assert heading(page) == ("Day B: hinge and row", "Saturday 1 March 2025")
    assert "Sets&nbsp;<b>38&nbsp;of&nbsp;38</b>" in " ".join(texts(page))


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
