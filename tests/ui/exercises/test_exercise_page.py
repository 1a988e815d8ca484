from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from leglog.services.exercises import exercise_detail
from leglog.services.routine_reading import routine_list, routine_view
from leglog.services.routines import add_routine, remove_routine
from leglog.ui import localized
from leglog.ui.desk import Destination, Place
from leglog.ui.exercises.editor import ExerciseEditor
from leglog.ui.widgets.text import Link
from tests.ui.exercises.opening import open_exercise
from tests.ui.finding import named, pick, texts

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from leglog.ui.exercises.page import ExercisePage

TODAY = dt.date(2025, 11, 21)
ALT = Qt.KeyboardModifier.AltModifier


def test_model_keeps_qts_rules(page: ExercisePage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.finder.model)


def test_typing_finds_and_shows_the_best_match(page: ExercisePage, qtbot: QtBot) -> None:
    page.focus_search()
    qtbot.keyClicks(page.finder.search, "goblet")
    assert page.head.name.text() == "Goblet squat"
    qtbot.keyClick(page.finder.search, Qt.Key.Key_Down)
    assert page.finder.list.hasFocus()


def test_enter_in_the_search_goes_on_to_the_note(page: ExercisePage, qtbot: QtBot) -> None:
    page.focus_search()
    qtbot.keyClicks(page.finder.search, "goblet")
    qtbot.keyClick(page.finder.search, Qt.Key.Key_Return)
    assert page.focusWidget() is page.detail.note


def test_destination_clears_filters_that_hide_the_exercise(page: ExercisePage) -> None:
    page.finder.search.setText("goblet")
    open_exercise(page, "Leg press")
    assert page.head.name.text() == "Leg press"
    assert page.finder.search.text() == ""


def test_detail_shows_history_and_best_sets(page: ExercisePage, qtbot: QtBot) -> None:
    open_exercise(page, "Barbell back squat")
    qtbot.waitUntil(lambda: "Best so far" in texts(page.detail))
    assert any(" kg × " in text for text in texts(page.detail))
    assert "Heaviest" in texts(page.detail)


def test_exercise_never_done_says_so(page: ExercisePage, qtbot: QtBot) -> None:
    open_exercise(page, "Leg press")
    qtbot.waitUntil(lambda: any(text.startswith("Not logged yet.") for text in texts(page.detail)))


def test_alt_arrows_go_to_easier_and_harder(page: ExercisePage, qtbot: QtBot) -> None:
    open_exercise(page, "Squat (bodyweight)")
    qtbot.keyClick(page.finder.list, Qt.Key.Key_Left, ALT)
    assert page.head.name.text() == "Sit to stand (box squat, bodyweight)"
    qtbot.keyClick(page.finder.list, Qt.Key.Key_Right, ALT)
    assert page.head.name.text() == "Squat (bodyweight)"


def test_link_in_the_ladder_shows_its_exercise(page: ExercisePage, qtbot: QtBot) -> None:
    open_exercise(page, "Squat (bodyweight)")
    easier = "Sit to stand (box squat, bodyweight)"
    qtbot.waitUntil(lambda: named(page.detail, easier, Link).isVisible())
    qtbot.keyClick(named(page.detail, easier, Link), Qt.Key.Key_Return)
    assert page.head.name.text() == easier


def test_past_workout_is_opened_in_history(page: ExercisePage, qtbot: QtBot) -> None:
    squat = open_exercise(page, "Barbell back squat")
    newest = exercise_detail(page.desk.log, squat).last_workouts[0]
    day = localized.short_day(newest.date)
    qtbot.waitUntil(lambda: named(page.detail, day, Link).isVisible())
    with qtbot.waitSignal(page.desk.destination_wanted) as wanted:
        qtbot.keyClick(named(page.detail, day, Link), Qt.Key.Key_Return)
    assert wanted.args == [Destination(Place.HISTORY, id=newest.workout_id)]


def test_own_note_is_written_when_the_field_is_left(page: ExercisePage, qtbot: QtBot) -> None:
    squat = open_exercise(page, "Barbell back squat")
    page.detail.note.setFocus()
    qtbot.keyClicks(page.detail.note, "Rack hole 9")
    page.finder.search.setFocus()
    assert exercise_detail(page.desk.log, squat).own_note == "Rack hole 9"


def test_half_typed_note_goes_to_its_own_exercise(page: ExercisePage, qtbot: QtBot) -> None:
    squat = open_exercise(page, "Barbell back squat")
    page.detail.note.setFocus()
    qtbot.keyClicks(page.detail.note, "Rack hole 9")
    press = open_exercise(page, "Leg press")
    assert exercise_detail(page.desk.log, squat).own_note == "Rack hole 9"
    assert exercise_detail(page.desk.log, press).own_note == ""
    assert page.detail.note.toPlainText() == ""


def test_without_a_routine_the_way_leads_to_one(page: ExercisePage, qtbot: QtBot) -> None:
    for line in routine_list(page.desk.log):
        remove_routine(page.desk.log, line.id, TODAY)
    open_exercise(page, "Leg press")
    with qtbot.waitSignal(page.desk.destination_wanted) as wanted:
        pick(qtbot, page.head.add_button, "Make a routine first…")
    assert wanted.args == [Destination(Place.ROUTINES, start=True)]


def test_f2_opens_the_editor(page: ExercisePage, qtbot: QtBot) -> None:
    open_exercise(page, "Leg press")
    qtbot.keyClick(page.finder.list, Qt.Key.Key_F2)
    (editor,) = page.findChildren(ExerciseEditor)
    assert editor.name.text() == "Leg press"


def test_exercise_is_added_to_a_routine(page: ExercisePage, qtbot: QtBot) -> None:
    routine_id = add_routine(page.desk.log, "Hips & core")
    open_exercise(page, "Leg press")
    with qtbot.waitSignal(page.desk.said) as said:
        pick(qtbot, page.head.add_button, "Hips & core")
    assert said.args == ["Leg press added to Hips & core."]
    assert [one.name for one in routine_view(page.desk.log, routine_id).exercises] == ["Leg press"]
