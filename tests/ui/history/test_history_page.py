from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from leglog.services.demo import fill_with_demo
from leglog.services.training_log import open_log
from leglog.services.workout_reading import workout_form
from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.history.done_table import NAME, DoneModel
from leglog.ui.history.page import HistoryPage
from leglog.ui.whole_workout import as_whole
from leglog.ui.widgets.button import Button
from leglog.ui.widgets.question import Question
from leglog.ui.widgets.rows import CAPTION_ROLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from tests.conftest import FilledFile


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


def shown_id(page: HistoryPage) -> int:
    assert page._shown is not None
    return page._shown.id


def test_newest_workout_is_shown_first(page: HistoryPage) -> None:
    assert page._shown is not None
    assert page._calendar.current == page._shown.date
    assert page._detail._title.text() == page._shown.title


def test_down_goes_to_the_workout_before(page: HistoryPage, qtbot: QtBot) -> None:
    newest = shown_id(page)
    page._list.setFocus()
    qtbot.keyClick(page._list, Qt.Key.Key_Down)
    assert shown_id(page) != newest


def test_enter_opens_the_workout_in_the_log(page: HistoryPage, desk: Desk, qtbot: QtBot) -> None:
    wanted: list[Destination] = []
    desk.destination_wanted.connect(wanted.append)
    qtbot.keyClick(page._list, Qt.Key.Key_Return)
    assert wanted == [Destination(Place.LOG, id=shown_id(page))]


def test_search_narrows_the_list_and_says_when_nothing_matches(
    page: HistoryPage, qtbot: QtBot
) -> None:
    everything = page._model.rowCount()
    qtbot.keyClicks(page._filters.search, "day b")
    assert 0 < page._model.rowCount() < everything
    qtbot.keyClicks(page._filters.search, " xyz")
    assert page._model.rowCount() == 0
    assert "xyz" in page._filters.nothing.text()


def test_all_workouts_are_there_and_lines_are_read_as_they_are_seen(page: HistoryPage) -> None:
    assert page._model.rowCount() > len(page._model._lines)
    oldest = page._model.index_of(1)
    assert oldest.isValid()
    assert page._model.line(oldest) is not None


def test_nothing_found_offers_to_clear_by_key(page: HistoryPage, qtbot: QtBot) -> None:
    everything = page._model.rowCount()
    qtbot.keyClicks(page._filters.search, "xyzzy")
    assert page._right.currentIndex() == 2
    qtbot.keyClick(page._filters._clear, Qt.Key.Key_Return)
    assert page._model.rowCount() == everything
    assert page._right.currentIndex() == 0


def test_list_is_filtered_by_routine_and_exercise(page: HistoryPage, qtbot: QtBot) -> None:
    everything = page._model.rowCount()
    qtbot.keyClick(page._filters.routine, Qt.Key.Key_Down)
    of_routine = page._model.rowCount()
    assert 0 < of_routine < everything
    while "Plank" not in page._filters.exercise.currentText():
        qtbot.keyClick(page._filters.exercise, Qt.Key.Key_Down)
    assert page._model.rowCount() <= of_routine
    page._filters.clear()
    assert page._model.rowCount() == everything


def test_day_hidden_by_a_filter_is_shown_all_the_same(page: HistoryPage, qtbot: QtBot) -> None:
    line = page._model.line(page._model.index(5))
    assert line is not None
    qtbot.keyClicks(page._filters.search, "xyzzy")
    page._on_day(line.date)
    assert shown_id(page) == line.id
    assert page._right.currentIndex() == 0


def test_days_carry_sets_and_pain_in_words(page: HistoryPage) -> None:
    line = page._model.line(page._model.index(0))
    assert line is not None
    grid = page._calendar._model
    said = grid.data(grid.index_of(line.date), Qt.ItemDataRole.AccessibleTextRole)
    assert " sets" in said
    assert grid.mark(line.date).level is not None


def test_plan_stands_below_what_was_done(page: HistoryPage) -> None:
    model = page._detail._model
    plans = [model.index(row, NAME).data(CAPTION_ROLE) for row in range(model.rowCount())]
    assert plans
    assert all(plan.startswith("planned ") for plan in plans)
    assert plans[0] in model.index(0, NAME).data(Qt.ItemDataRole.AccessibleTextRole)


def test_deleting_asks_once_and_undo_brings_it_back(
    page: HistoryPage, desk: Desk, qtbot: QtBot
) -> None:
    workout_id, rows = shown_id(page), page._model.rowCount()
    qtbot.keyClick(page._list, Qt.Key.Key_Delete)
    question = page.findChild(Question)
    assert question is not None
    assert "Ctrl+Z" in question.text.text()
    buttons = question.findChildren(Button)
    next(button for button in buttons if "Delete" in button.text()).click()
    assert page._model.index_of(workout_id).isValid() is False
    desk.log.undo()
    assert page._model.index_of(workout_id).isValid()
    assert page._model.rowCount() >= rows


def test_day_of_the_calendar_chooses_its_workout(page: HistoryPage) -> None:
    line = page._model.line(page._model.index(5))
    assert line is not None
    page.open(Destination(Place.HISTORY, day=line.date))
    assert shown_id(page) == line.id


def test_workout_is_copied_as_text(page: HistoryPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page._list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert page._shown is not None
    assert copied.startswith(page._shown.title)
    assert "Volume" in copied


def test_models_keep_qts_rules(page: HistoryPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page._model)
    assert page._shown is not None
    done = DoneModel()
    done.show_detail(page._shown, page._preferences.unit)
    qtmodeltester.check(done)


def test_empty_log_says_what_will_be_here(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(tmp_path / "leglog.db")
    log = open_log(desk.database)
    desk.open_with(log)
    page = HistoryPage(desk)
    qtbot.addWidget(page)
    page.show()
    assert page._right.currentIndex() == 1
    log.close()


def test_copy_of_a_workout_is_shown_in_history(page: HistoryPage, desk: Desk) -> None:
    form = workout_form(desk.log, shown_id(page))
    page._whole.duplicate(as_whole(form), form.date - dt.timedelta(days=1))
    assert page._shown is not None
    assert (page._shown.title, page._shown.date) == (
        form.title,
        form.date - dt.timedelta(days=1),
    )


def test_menu_of_a_workout_opens_in_history(page: HistoryPage) -> None:
    page._open_menu(page._detail)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert any("Split before" in action.text().replace("&", "") for action in menu.actions())
    menu.close()


def test_narrow_page_leaves_out_sections_and_keeps_the_names(page: HistoryPage) -> None:
    assert not page._detail._table.isColumnHidden(0)
    page._detail.resize(560, 600)
    assert page._detail._table.isColumnHidden(0)
    assert page._detail._table.columnWidth(NAME) > 150
