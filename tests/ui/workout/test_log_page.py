"""Logging with real keys on the real page."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from leglog.services import sets, workouts
from leglog.services.pain import rating_at
from leglog.services.set_values import SetValues
from leglog.services.training_log import Action, open_log
from leglog.services.workout_reading import open_workouts, workout_form
from leglog.training.vocabulary import LegSign, Moment, Side, WorkoutState
from leglog.ui.back.help_sheet import HelpSheet
from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.pain_popover import PainPopover
from leglog.ui.widgets.button import Button
from leglog.ui.workout.finish import FinishDialog
from leglog.ui.workout.sheet_model import SheetModel
from leglog.ui.workout.sheet_words import Column
from leglog.ui.workout.workbench import Workbench
from tests.ui.workout.person import CONTROL, KEY, SHIFT, Person, show

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot


def test_workout_begins_with_the_rating_before(desk: Desk, qtbot: QtBot, routine: int) -> None:
    person = show(desk, qtbot, Destination(Place.LOG, id=routine, start=True))
    person.press(KEY.Key_3, KEY.Key_Return)
    assert person.form.ratings.before == 3
    assert person.page._view.sheet.hasFocus()
    assert not person.here.done


def test_one_key_a_set_logs_the_whole_routine(person: Person) -> None:
    rows = [row for block in person.form.blocks for row in block.sets]
    person.press(*[KEY.Key_Return] * len(rows))
    assert all(row.done for block in person.form.blocks for row in block.sets)
    assert QApplication.activeModalWidget() is None


def test_enter_after_the_last_set_goes_to_the_end(person: Person) -> None:
    person.press(KEY.Key_D, modifier=CONTROL | SHIFT)
    person.press(KEY.Key_Return)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FinishDialog)
    dialog.close()


def test_one_key_logs_everything_as_planned(person: Person) -> None:
    person.press(KEY.Key_D, modifier=CONTROL | SHIFT)
    assert person.form.sets_done == person.form.sets_planned
    assert person.log.undo_action is Action.LOG_SETS
    person.log.undo()
    assert person.form.sets_done == 0


def test_whole_flow_ends_on_disk(person: Person, desk: Desk) -> None:
    workout_id = person.form.id
    person.press(KEY.Key_D, modifier=CONTROL | SHIFT)
    person.press(KEY.Key_Return, modifier=CONTROL)
    person.wait_for_dialog()
    person.press(KEY.Key_3, KEY.Key_Return, KEY.Key_4, KEY.Key_Return, KEY.Key_2)
    person.press(KEY.Key_Return, modifier=CONTROL)
    form = workout_form(desk.log, workout_id)
    assert form.state is WorkoutState.FINISHED
    assert (form.ratings.before, form.ratings.during, form.ratings.after) == (3, 4, 2)


@pytest.mark.parametrize("typed", ["12,5", "12.5"])
def test_comma_and_point_both_work(person: Person, typed: str) -> None:
    person.go_to("deadlift")
    person.press(KEY.Key_Left)
    person.type(typed)
    person.press(KEY.Key_Return)
    row = person.block("deadlift").sets[0]
    assert (row.values.load_g, row.values.reps, row.done) == (12_500, 10, True)


def test_typing_replaces_the_number_and_enter_goes_on(person: Person) -> None:
    person.go_to("deadlift")
    person.type("11")
    person.press(KEY.Key_Return)
    first, second = person.block("deadlift").sets
    assert (first.values.reps, first.done) == (11, True)
    assert person.here.id == second.id


def test_hold_is_typed_as_minutes_and_seconds(person: Person) -> None:
    person.go_to("plank")
    person.type("1:05")
    person.press(KEY.Key_Return)
    assert person.block("plank").sets[0].values.duration_s == 65


def test_typed_value_is_on_disk_without_a_tick(person: Person, desk: Desk) -> None:
    person.go_to("deadlift")
    person.type("12")
    person.press(KEY.Key_Tab)
    row = next(
        each
        for block in workout_form(desk.log, person.form.id).blocks
        for each in block.sets
        if each.values.reps == 12
    )
    assert not row.done


def test_value_out_of_range_stays_and_is_explained(person: Person) -> None:
    person.go_to("deadlift")
    person.type("5000")
    person.press(KEY.Key_Return)
    assert "between 0 and 1000" in person.said[-1]
    person.press(KEY.Key_Return)
    assert "between 0 and 1000" in person.said[-1]
    sheet = person.page._view.sheet
    assert sheet.currentIndex().data() == "5000"
    assert not person.here.done
    person.press(KEY.Key_Escape)
    assert sheet.currentIndex().data() == "10"


def test_space_ticks_and_unticks(person: Person) -> None:
    person.press(KEY.Key_Space)
    assert person.here.done
    person.press(KEY.Key_Space)
    assert not person.here.done


def test_plus_and_minus_step_the_cell(person: Person) -> None:
    person.go_to("deadlift")
    person.press(KEY.Key_Plus)
    assert person.here.shown.reps == 11
    person.press(KEY.Key_Left, KEY.Key_Plus, KEY.Key_Plus, KEY.Key_Minus)
    assert person.here.shown.load_g == 2000


def test_weight_is_offered_to_the_sets_below_and_taken_with_a_key(person: Person) -> None:
    person.go_to("deadlift")
    person.press(KEY.Key_Left)
    person.type("20")
    person.press(KEY.Key_Tab)
    assert any("Ctrl+Shift+Down" in sentence for sentence in person.said)
    assert person.block("deadlift").sets[1].shown.load_g is None
    person.press(KEY.Key_Down, modifier=CONTROL | SHIFT)
    assert person.block("deadlift").sets[1].shown.load_g == 20_000


def test_sets_are_added_and_removed(person: Person) -> None:
    person.go_to("deadlift")
    person.press(KEY.Key_Insert)
    assert len(person.block("deadlift").sets) == 3
    assert person.here.id == person.block("deadlift").sets[-1].id
    person.press(KEY.Key_Delete)
    assert len(person.block("deadlift").sets) == 2


def test_sides_split_and_join(person: Person) -> None:
    person.go_to("lunge")
    person.press(KEY.Key_S)
    assert [row.side for row in person.block("lunge").sets] == [Side.LEFT, Side.RIGHT, Side.EACH]
    person.press(KEY.Key_S)
    assert [row.side for row in person.block("lunge").sets] == [Side.EACH, Side.EACH]


def test_exercise_done_as_planned_goes_on_to_the_next(person: Person) -> None:
    person.go_to("deadlift")
    person.press(KEY.Key_D, modifier=CONTROL)
    assert all(row.done for row in person.block("deadlift").sets)
    assert person.here.id == person.block("lunge").sets[0].id


def test_control_d_on_the_warm_up_does_the_whole_section(person: Person) -> None:
    person.press(KEY.Key_D, modifier=CONTROL)
    done = [block.is_complete for block in person.form.blocks]
    assert done[:2] == [True, True]
    assert not any(done[2:])


def test_skipped_exercise_asks_nothing_and_undo_returns_it(person: Person) -> None:
    person.go_to("plank")
    person.press(KEY.Key_X)
    assert person.block("plank").skipped
    person.log.undo()
    assert not person.block("plank").skipped
    assert person.page._view.sheet.current_block == person.block("plank")


def test_exercise_taken_back_in_is_under_the_cursor(person: Person) -> None:
    person.go_to("plank")
    person.press(KEY.Key_X)
    person.go_to("plank")
    person.press(KEY.Key_X)
    assert person.here.id == person.block("plank").sets[0].id


def test_pages_go_from_exercise_to_exercise(person: Person) -> None:
    person.go_to("squat")
    person.press(KEY.Key_PageDown)
    assert person.page._view.sheet.current_block == person.block("deadlift")
    person.press(KEY.Key_End)
    assert person.here.id == person.block("deadlift").sets[-1].id


def test_undo_shows_in_the_sheet_and_keeps_the_place(person: Person) -> None:
    person.go_to("deadlift")
    person.press(KEY.Key_Return)
    here = person.here.id
    person.log.undo()
    assert not person.block("deadlift").sets[0].done
    assert person.here.id == here


def test_half_typed_text_survives_news_from_elsewhere(person: Person, desk: Desk) -> None:
    person.go_to("deadlift")
    person.type("1")
    with desk.log.action(Action.CORRECT_ROUTINE) as session:
        from leglog.models.routine import Routine

        session.add(Routine(name="Another"))
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == "1"


def test_killed_workout_goes_on_where_it_was(person: Person, qtbot: QtBot, log_path: Path) -> None:
    person.press(KEY.Key_Return, KEY.Key_Return, KEY.Key_Return)
    next_set = person.here.id
    other = Desk(log_path)
    log = open_log(log_path, other.changed.emit)
    other.open_with(log)
    again = show(other, qtbot, Destination(Place.LOG))
    assert again.here.id == next_set
    again.page.close()
    log.close()


def test_past_workout_is_corrected_in_the_same_form(desk: Desk, qtbot: QtBot, routine: int) -> None:
    day = dt.date(2026, 3, 2)
    workout_id = workouts.start_workout(desk.log, day, routine)
    form = workout_form(desk.log, workout_id)
    row = form.blocks[3].sets[0]
    sets.log_set(desk.log, row.id, SetValues(10, 8000))
    workouts.finish_workout(desk.log, workout_id)
    person = show(desk, qtbot, Destination(Place.LOG, id=workout_id))
    assert person.page._view._banner.isVisible()
    person.go_to("deadlift")
    person.press(KEY.Key_Home)
    person.type("12")
    person.press(KEY.Key_Tab)
    assert workout_form(desk.log, workout_id).blocks[3].sets[0].values.reps == 12


def test_enter_begins_the_first_routine_offered(desk: Desk, qtbot: QtBot, routine: int) -> None:
    person = show(desk, qtbot, Destination(Place.LOG))
    focused = person.page.focusWidget()
    assert isinstance(focused, Button)
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    assert person.form.routine_id == routine


def test_free_workout_starts_empty(desk: Desk, qtbot: QtBot) -> None:
    person = show(desk, qtbot, Destination(Place.LOG))
    person.page._chooser.routine_wanted.emit(None)
    assert person.form.blocks == ()
    assert len(open_workouts(desk.log)) == 1


def test_sheet_model_keeps_qts_rules(
    person: Person, desk: Desk, qtmodeltester: ModelTester
) -> None:
    bench = Workbench(desk)
    bench.show(person.form.id)
    qtmodeltester.check(SheetModel(bench))


def test_cells_are_said_in_full(person: Person) -> None:
    person.go_to("deadlift")
    model = person.page._view.sheet.model()
    index = model.index(person.page._view.sheet.currentIndex().row(), Column.REPS)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith("set 1 of 2, Reps / hold, 10, not done; last time nothing")


def test_alt_closes_the_menu_of_an_exercise_and_nothing_else(
    person: Person, qtbot: QtBot, qapp: QApplication
) -> None:
    QTest.keyClick(person.page._view.sheet, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: qapp.activePopupWidget() is not None)
    menu = qapp.activePopupWidget()
    assert menu is not None
    QTest.keyPress(menu.windowHandle(), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: qapp.activePopupWidget() is None)


def test_correcting_a_set_that_is_done_does_not_open_the_end(person: Person) -> None:
    person.press(KEY.Key_D, modifier=CONTROL | SHIFT)
    person.go_to("squat")
    person.type("9")
    person.press(KEY.Key_Return)
    assert QApplication.activeModalWidget() is None
    assert person.here.values.reps == 9
    person.press(KEY.Key_Return)
    assert QApplication.activeModalWidget() is not None


def test_search_on_a_workout_names_an_exercise_in_the_quick_line(person: Person) -> None:
    person.page.focus_search()
    assert person.page._view.quick.field.hasFocus()


def test_a_rating_of_the_workout_takes_where_it_hurt(person: Person) -> None:
    during = person.page._view.strip.scales[1]
    assert during.details.isHidden()
    during.scale.rate(8)
    assert not during.details.isHidden()
    during.details.linkActivated.emit("#")
    popover = person.page.findChild(PainPopover)
    assert isinstance(popover, PainPopover)
    assert (popover.moment, popover.scale.rating) == (Moment.DURING, 8)
    leg = next(b for b in popover.findChildren(QAbstractButton) if b.text() == "Into left leg")
    leg.click()
    popover._save()
    kept = rating_at(person.log, Moment.DURING, person.form.date, person.form.id)
    assert kept is not None
    assert (kept.score, kept.details.leg_sign) == (8, LegSign.LEFT)
    sheet = person.page.window().findChild(HelpSheet)
    assert isinstance(sheet, HelpSheet)
    sheet.reject()
