"""Quick entry with real keys on the real page."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QApplication

from leglog.services import workouts
from leglog.services.training_log import Action
from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.main_window import MainWindow
from leglog.ui.workout.quick_field import QuickField
from tests.ui.workout.person import CONTROL, KEY, Person, show

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from leglog.ui.workout.quick_line import QuickBar


@pytest.fixture
def typist(person: Person) -> Person:
    """Someone who has opened quick entry from the sheet."""
    person.type("/")
    assert quick(person).field.hasFocus()
    return person


def quick(person: Person) -> QuickBar:
    return person.page._view.quick


def done(person: Person, part: str) -> list[tuple[int | None, int | None]]:
    return [(row.values.load_g, row.values.reps) for row in person.block(part).sets if row.done]


def enter(person: Person, text: str) -> None:
    person.type(text)
    person.press(KEY.Key_Return)


def paste(person: Person, text: str) -> None:
    QApplication.clipboard().setText(text)
    person.press(KEY.Key_V, modifier=CONTROL)


def test_control_l_opens_it_too(person: Person) -> None:
    person.press(KEY.Key_L, modifier=CONTROL)
    assert quick(person).field.hasFocus()


def test_slash_in_a_cell_stays_what_it_is(person: Person) -> None:
    person.go_to("lunge")
    person.type("10/8")
    assert not quick(person).field.hasFocus()


def test_line_logs_its_sets_and_the_field_is_empty_for_the_next(typist: Person) -> None:
    enter(typist, "deadlift 20x12 x10 @8")
    assert done(typist, "deadlift") == [(20_000, 12), (20_000, 10)]
    assert quick(typist).field.text == ""
    assert quick(typist).field.hasFocus()
    assert any("logged" in sentence for sentence in typist.said)


def test_sheet_goes_to_what_was_logged(typist: Person) -> None:
    enter(typist, "deadlift 20x12")
    block = typist.page._view.sheet.current_block
    assert block is not None
    assert block.id == typist.block("deadlift").id


def test_preview_shows_the_sets_while_typing(typist: Person) -> None:
    typist.type("deadlift 20x12 x10")
    (reading,) = quick(typist).readings
    assert reading.plan is not None
    assert len(reading.plan.entries) == 2
    assert done(typist, "deadlift") == []
    assert "20 kg × 12, 20 kg × 10" in quick(typist).field.accessibleDescription()


def test_german_comma_is_a_decimal(typist: Person) -> None:
    enter(typist, "deadlift 42,5x10")
    assert done(typist, "deadlift") == [(42_500, 10)]


def test_more_sets_than_planned_are_added(typist: Person) -> None:
    planned = len(typist.block("deadlift").sets)
    enter(typist, "deadlift 20kg " + "10 " * (planned + 1))
    assert len(done(typist, "deadlift")) == planned + 1


def test_exercise_that_is_not_in_the_workout_is_added(typist: Person) -> None:
    enter(typist, "leg press 80x10 x8")
    assert done(typist, "leg press") == [(80_000, 10), (80_000, 8)]


def test_line_without_a_name_is_for_the_exercise_under_the_cursor(person: Person) -> None:
    person.go_to("deadlift")
    person.type("/")
    enter(person, "11 9")
    assert [reps for _load, reps in done(person, "deadlift")] == [11, 9]


def test_skip_takes_its_reason(typist: Person) -> None:
    enter(typist, "skip lunge knee")
    assert typist.block("lunge").skipped


def test_one_undo_takes_the_whole_line_back(typist: Person) -> None:
    before = typist.form
    enter(typist, "deadlift 20x12 x12 x12 x12")
    assert typist.log.undo_action is Action.LOG_QUICK_LINE
    typist.log.undo()
    assert typist.form == before


# What is not clear


def test_unreadable_word_is_marked_in_its_place_and_nothing_is_logged(typist: Person) -> None:
    enter(typist, "deadlift 20x12 banana")
    field = quick(typist).field
    (mark,) = field.extraSelections()
    assert mark.cursor.selectedText() == "banana"
    assert mark.format.underlineStyle() is QTextCharFormat.UnderlineStyle.WaveUnderline
    assert field.text == "deadlift 20x12 banana"
    assert "I can’t read “banana”." in quick(typist).preview.sentence
    assert done(typist, "deadlift") == []


def test_what_was_understood_before_the_trouble_is_shown(typist: Person) -> None:
    typist.type("deadlift 20x12 banana")
    (reading,) = quick(typist).readings
    assert reading.so_far is not None
    assert len(reading.so_far.entries) == 1


def test_arrow_and_enter_choose_an_exercise_and_enter_logs(typist: Person) -> None:
    enter(typist, "press 40x10")
    assert quick(typist).field.text == "press 40x10"
    names = [choice.name for choice in quick(typist).readings[0].choices]
    typist.press(KEY.Key_Down, KEY.Key_Down, KEY.Key_Up, KEY.Key_Return)
    assert quick(typist).field.text.startswith(names[0])
    typist.press(KEY.Key_Return)
    assert done(typist, names[0].lower()) == [(40_000, 10)]


def test_tab_takes_the_closest_name(typist: Person) -> None:
    typist.type("deadlfit 20x12")
    assert "Closest" in quick(typist).preview.sentence
    typist.press(KEY.Key_Tab)
    assert quick(typist).field.hasFocus()
    assert quick(typist).readings[0].is_whole


def test_control_enter_takes_the_second_reading(typist: Person) -> None:
    typist.type("leg press 3x12")
    typist.press(KEY.Key_Return, modifier=CONTROL)
    assert QApplication.activeModalWidget() is None
    assert quick(typist).field.text == "leg press x12 x12 x12"


def test_choice_can_be_clicked(typist: Person, qtbot: QtBot) -> None:
    typist.type("leg press 3x12")
    choices = quick(typist).preview._choices
    place = choices.visualItemRect(choices.item(0)).center()
    qtbot.mouseClick(choices.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert quick(typist).field.text == "leg press 3kgx12"


# Nothing typed is lost


def test_escape_goes_back_to_the_sheet_and_keeps_the_text(typist: Person) -> None:
    typist.type("deadlift 20x")
    typist.press(KEY.Key_Escape)
    assert typist.page._view.sheet.hasFocus()
    typist.type("/")
    assert quick(typist).field.text == "deadlift 20x"
    enter(typist, "12")
    assert done(typist, "deadlift") == [(20_000, 12)]


def test_text_stays_while_the_workout_changes_under_it(typist: Person) -> None:
    typist.type("deadlift 20x12")
    workouts.rename_workout(typist.log, typist.form.id, "Legs")
    assert quick(typist).field.text == "deadlift 20x12"
    typist.press(KEY.Key_Return)
    assert done(typist, "deadlift") == [(20_000, 12)]


def test_up_recalls_earlier_lines_and_down_what_was_being_typed(typist: Person) -> None:
    enter(typist, "deadlift 20x12")
    enter(typist, "plank 30s")
    typist.type("12")
    field = quick(typist).field
    seen = []
    for key in (KEY.Key_Up, KEY.Key_Up, KEY.Key_Up, KEY.Key_Down, KEY.Key_Down):
        typist.press(key)
        seen.append(field.text)
    assert seen == ["plank 30s", "deadlift 20x12", "deadlift 20x12", "plank 30s", "12"]


# Several lines


def test_pasted_lines_are_read_each_and_logged_together(typist: Person) -> None:
    before = typist.form
    paste(typist, "deadlift 20x12 x12\n\nleg press 80x10\r\nskip lunge knee\n")
    assert [one.is_whole for one in quick(typist).readings] == [True, True, True]
    typist.press(KEY.Key_Return)
    assert len(done(typist, "deadlift")) == 2
    assert done(typist, "leg press") == [(80_000, 10)]
    assert typist.block("lunge").skipped
    typist.log.undo()
    assert typist.form.blocks == before.blocks


def test_pasted_lines_wait_until_all_are_understood(typist: Person) -> None:
    paste(typist, "deadlift 20x12\nplank 30y")
    typist.press(KEY.Key_Return)
    field = quick(typist).field
    assert done(typist, "deadlift") == []
    assert field.textCursor().position() == len(field.text)
    typist.press(KEY.Key_Backspace)
    typist.type("s")
    typist.press(KEY.Key_Return)
    assert done(typist, "deadlift") == [(20_000, 12)]
    assert typist.block("plank").sets[0].values.duration_s == 30


def test_trouble_in_a_later_line_is_marked_there(typist: Person) -> None:
    paste(typist, "deadlift 20x12\nplank 30y")
    (mark,) = quick(typist).field.extraSelections()
    assert mark.cursor.selectedText() == "30y"


# Around it


def test_empty_workout_begins_in_quick_entry(desk: Desk, qtbot: QtBot) -> None:
    workout_id = workouts.start_workout(desk.log, dt.date(2026, 11, 2))
    person = show(desk, qtbot, Destination(Place.LOG, id=workout_id))
    assert quick(person).field.hasFocus()
    enter(person, "leg press 80x10")
    assert done(person, "leg press") == [(80_000, 10)]


def test_status_line_shows_its_keys_while_it_has_the_focus(typist: Person) -> None:
    while_typing = typist.page.keys()
    typist.press(KEY.Key_Escape)
    assert ("Esc", "back to the table") in while_typing
    in_the_sheet = typist.page.keys()
    assert ("/", "quick entry") in in_the_sheet


def test_control_z_in_the_window_takes_the_line_back(
    desk: Desk, qtbot: QtBot, routine: int, tmp_path: Path
) -> None:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(desk, settings)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    desk.go(Destination(Place.LOG, id=routine, start=True))
    field = window.findChild(QuickField)
    assert field is not None
    field.setFocus()
    qtbot.keyClicks(field, "deadlift 20x12 x12")
    qtbot.keyClick(field, KEY.Key_Return)
    actions = [desk.log.undo_action]
    qtbot.keyClick(field, KEY.Key_Z, CONTROL)
    actions.append(desk.log.undo_action)
    assert actions == [Action.LOG_QUICK_LINE, Action.START_WORKOUT]


def test_nothing_typed_logs_nothing_and_says_how(typist: Person) -> None:
    typist.press(KEY.Key_Return)
    assert "Type what was done" in typist.said[-1]
    assert typist.form.sets_done == 0
