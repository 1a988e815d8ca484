"""The past beside the sets: where values come from, a question about slips, new bests."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from leglog.services import sets, workouts
from leglog.services.set_values import SetValues
from leglog.services.workout_reading import workout_form
from leglog.ui.desk import Destination, Place
from leglog.ui.workout.finish import new_bests
from leglog.ui.workout.sheet_words import Column
from tests.ui.workout.person import KEY, Person, show

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from pytestqt.qtbot import QtBot

    from leglog.ui.desk import Desk

DAY = dt.date(2026, 3, 2)
TIP, DESCRIPTION = Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole


@pytest.fixture
def trained(desk: Desk, routine: int, qtbot: QtBot) -> Person:
    """Someone who has done the deadlift before, with 8 kg."""
    form = workout_form(desk.log, workouts.start_workout(desk.log, DAY, routine))
    block = next(each for each in form.blocks if "Deadlift" in each.name)
    sets.log_sets(desk.log, {row.id: SetValues(10, 8000) for row in block.sets})
    workouts.finish_workout(desk.log, form.id)
    person = show(desk, qtbot, Destination(Place.LOG, id=routine, start=True))
    person.page._view.sheet.setFocus()
    person.go_to("deadlift")
    return person


def cell(person: Person, column: Column) -> QModelIndex:
    sheet = person.page._view.sheet
    return sheet.model().index(sheet.currentIndex().row(), column)


def settle(person: Person, qtbot: QtBot) -> None:
    """Stay in the exercise until its past is read."""
    block = person.page._view.sheet.current_block
    assert block is not None
    qtbot.waitUntil(lambda: person.page._bench.bests(block) is not None)


@pytest.mark.parametrize("role", [TIP, DESCRIPTION])
def test_prefilled_value_says_where_it_comes_from(trained: Person, role: Qt.ItemDataRole) -> None:
    assert cell(trained, Column.WEIGHT).data(role) == "last time on 2 Mar, set 1"


def test_best_so_far_stands_below_the_sheet(trained: Person, qtbot: QtBot) -> None:
    foot = trained.page._view._foot
    qtbot.waitUntil(lambda: foot.best.text() == "Best so far: 8 kg × 10")


def test_click_adds_a_set_and_the_sheet_keeps_the_focus(trained: Person) -> None:
    before = len(trained.block("deadlift").sets)
    trained.page._view._foot.add.click()
    assert len(trained.block("deadlift").sets) == before + 1
    assert trained.here.id == trained.block("deadlift").sets[-1].id
    assert trained.page._view.sheet.hasFocus()


def test_side_panel_says_it_in_a_line(trained: Person) -> None:
    words = trained.page._view.side._origin
    assert words.text() == "Shown: last time on 2 Mar, set 1."
    trained.type("9")
    trained.press(KEY.Key_Tab)
    trained.go_to("deadlift")
    assert "typed, not confirmed yet" in words.text()


def test_done_set_needs_no_origin(trained: Person) -> None:
    trained.press(KEY.Key_Return, KEY.Key_Home)
    assert cell(trained, Column.REPS).data(TIP) is None


def test_value_from_the_plan_says_so(person: Person) -> None:
    person.go_to("deadlift")
    assert cell(person, Column.REPS).data(TIP) == "from the target"


def test_far_value_is_kept_and_asked_about_quietly(trained: Person) -> None:
    trained.press(KEY.Key_Left)
    trained.type("80")
    trained.press(KEY.Key_Return)
    first = trained.block("deadlift").sets[0]
    assert (first.values.load_g, first.done) == (80_000, True)
    question = "80 kg is more than 2.5 times your best, 8 kg. Is that right? It is kept."
    assert question in trained.said
    trained.press(KEY.Key_Home, KEY.Key_Left)
    assert question in cell(trained, Column.WEIGHT).data(TIP)
    assert trained.page._view.sheet._model.is_far(cell(trained, Column.WEIGHT))


def test_usual_value_is_not_asked_about(trained: Person) -> None:
    trained.press(KEY.Key_Left)
    trained.type("10")
    trained.press(KEY.Key_Return)
    assert not any("Is that right" in sentence for sentence in trained.said)


def test_last_times_stand_in_the_guide(trained: Person, qtbot: QtBot) -> None:
    settle(trained, qtbot)
    times = trained.page._view.side.guide._times
    qtbot.waitUntil(lambda: times.text() == "2 Mar:  8 × 10, 10")


def test_record_is_told_as_it_falls(trained: Person, qtbot: QtBot) -> None:
    settle(trained, qtbot)
    trained.press(KEY.Key_Left)
    trained.type("10")
    trained.press(KEY.Key_Return)
    assert "Heaviest so far: 10 kg" in trained.said
    model = trained.page._view.sheet._model
    assert model.record_words(trained.block("deadlift")) == "Heaviest so far: 10 kg"


def test_first_time_is_no_record(person: Person, qtbot: QtBot) -> None:
    person.go_to("deadlift")
    settle(person, qtbot)
    person.press(KEY.Key_Return)
    assert not any("so far" in sentence for sentence in person.said)


def test_slip_is_told_as_no_record(trained: Person, qtbot: QtBot) -> None:
    settle(trained, qtbot)
    trained.press(KEY.Key_Left)
    trained.type("80")
    trained.press(KEY.Key_Return)
    assert trained.page._view.sheet._model.record_words(trained.block("deadlift")) == ""


def test_new_bests_stand_at_the_end(trained: Person) -> None:
    trained.press(KEY.Key_Left)
    trained.type("10")
    trained.press(KEY.Key_Return)
    name = trained.block("deadlift").name
    assert new_bests(trained.page._bench, trained.form) == [f"{name}. Heaviest so far: 10 kg"]
