from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from leglog.services.exercise_editing import exercise_fields
from leglog.services.exercises import exercise_list
from leglog.training.vocabulary import LoadBasis, Measure, Muscle
from leglog.ui.desk import Destination, Place
from leglog.ui.exercises.editor import ExerciseEditor
from leglog.ui.exercises.merge_sheet import MergeSheet
from tests.ui.exercises.opening import open_exercise
from tests.ui.finding import button, pick

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from leglog.ui.exercises.page import ExercisePage

KEY = Qt.Key


def _names(page: ExercisePage) -> list[str]:
    return [one.name for one in exercise_list(page.desk.log)]


def _editor(page: ExercisePage) -> ExerciseEditor:
    found = [one for one in page.findChildren(ExerciseEditor) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def _type(qtbot: QtBot, field: QWidget, text: str) -> None:
    field.setFocus()
    qtbot.keyClick(field, KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, text)


def test_new_exercise_is_typed_and_shown(page: ExercisePage, qtbot: QtBot) -> None:
    page.open(Destination(Place.EXERCISES, start=True))
    editor = _editor(page)
    qtbot.keyClicks(editor.name, "Sled push")
    _type(qtbot, editor.reps, "8-12")
    editor.muscles.choices[Muscle.QUADRICEPS].setFocus()
    qtbot.keyClick(editor.muscles.choices[Muscle.QUADRICEPS], KEY.Key_Down)
    qtbot.keyClicks(editor.instructions, "Lean in.")
    qtbot.keyClick(editor.name, KEY.Key_Return)
    assert page.head.name.text() == "Sled push"
    assert page.head.whose.text() == "Your own exercise"
    fields = exercise_fields(page.desk.log, page.finder.current_id or 0)
    assert (fields.default_reps, fields.instructions) == ((8, 12), ("Lean in.",))
    assert fields.muscles == ((Muscle.QUADRICEPS, 1.0),)


def test_search_without_a_find_offers_to_create(page: ExercisePage, qtbot: QtBot) -> None:
    page.focus_search()
    qtbot.keyClicks(page.finder.search, "qqqq wwww")
    assert page.finder.create_link.isVisible()
    qtbot.keyClick(page.finder.create_link, KEY.Key_Return)
    assert _editor(page).name.text() == "qqqq wwww"


def test_empty_name_is_asked_for_and_what_was_typed_stays(page: ExercisePage, qtbot: QtBot) -> None:
    page.new_button.click()
    editor = _editor(page)
    qtbot.keyClicks(editor.cues, "Tall")
    qtbot.keyClick(editor.name, KEY.Key_Return)
    assert editor.isVisible()
    assert editor.trouble.text() == "Give the exercise a name."
    assert editor.focusWidget() is editor.name
    assert editor.name.accessibleDescription() == "Give the exercise a name."
    assert editor.cues.lines() == ("Tall",)


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("reps", "many", "“many” cannot be read."),
        ("reps", "12-8", "Reps go from 12 down to 8."),
        ("sets", "40", "Sets are a number from 1 to 20."),
        ("seconds", "0", "Seconds are a number from 1 to 7200."),
        ("body_weight", "most", "“most” cannot be read."),
        ("name", "Leg press", "There is already an exercise called “Leg press”."),
    ],
)
def test_bad_input_is_said_and_marked(
    page: ExercisePage, qtbot: QtBot, field: str, typed: str, sentence: str
) -> None:
    page.make_exercise("Mine")
    editor = _editor(page)
    _type(qtbot, getattr(editor, field), typed)
    qtbot.keyClick(editor.name, KEY.Key_Return)
    assert editor.isVisible()
    assert editor.trouble.text().startswith(sentence)
    assert editor.focusWidget() is getattr(editor, field)


def test_weight_means_only_what_fits_the_measure(page: ExercisePage, qtbot: QtBot) -> None:
    page.make_exercise("Mine")
    editor = _editor(page)
    editor.measure.setFocus()
    while editor.measure.value != Measure.BODYWEIGHT_REPS:
        qtbot.keyClick(editor.measure, KEY.Key_Down)
    offered = [editor.load_basis.itemData(n) for n in range(editor.load_basis.count())]
    assert offered == [LoadBasis.NONE, LoadBasis.ADDED]


def test_wheel_over_a_choice_leaves_it_alone(page: ExercisePage, qtbot: QtBot) -> None:
    page.make_exercise("Mine")
    choice = _editor(page).pattern
    before = choice.value
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(choice.mapToGlobal(QPoint(5, 5))),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(choice, turn)
    assert choice.value == before


def test_saving_unchanged_writes_nothing(page: ExercisePage, qtbot: QtBot) -> None:
    for name in ("Barbell back squat", "Plank (forearms)", "Pull-up", "Walking", "Glute bridge"):
        open_exercise(page, name)
        before = page.desk.log.undo_action
        page.edit_exercise()
        qtbot.keyClick(_editor(page).name, KEY.Key_Return)
        qtbot.waitUntil(lambda: not page.findChildren(ExerciseEditor))
        assert page.desk.log.undo_action is before
        assert page.head.whose.text() == ""


def test_built_in_is_adjusted_reset_and_undone(page: ExercisePage, qtbot: QtBot) -> None:
    open_exercise(page, "Leg press")
    button(page, "Edit").click()
    editor = _editor(page)
    _type(qtbot, editor.name, "Sled")
    qtbot.keyClick(editor.name, KEY.Key_Return)
    assert page.head.name.text() == "Sled"
    assert page.head.whose.text() == "Adjusted by you"
    pick(qtbot, page.head.more_button, "Reset")
    assert page.head.name.text() == "Leg press"
    page.desk.log.undo()
    assert page.head.name.text() == "Sled"


def test_archived_exercise_is_found_with_the_chip_and_brought_back(
    page: ExercisePage, qtbot: QtBot
) -> None:
    press = open_exercise(page, "Leg press")
    with qtbot.waitSignal(page.desk.said) as said:
        pick(qtbot, page.head.more_button, "Archive")
    assert said.args[0].startswith("Leg press is archived")
    assert "Leg press" not in _names(page)
    qtbot.mouseClick(page.archived, Qt.MouseButton.LeftButton)
    assert page.finder.current_id == press
    assert "Archived" in page.head.whose.text()
    pick(qtbot, page.head.more_button, "Bring back")
    assert "Leg press" in _names(page)


def test_way_to_an_archived_exercise_opens_the_archive(page: ExercisePage, qtbot: QtBot) -> None:
    press = open_exercise(page, "Leg press")
    pick(qtbot, page.head.more_button, "Archive")
    page.open(Destination(Place.EXERCISES, id=press))
    assert page.archived.isChecked()
    assert page.head.name.text() == "Leg press"


def test_movement_is_a_filter(page: ExercisePage, qtbot: QtBot) -> None:
    choice = page.finder.filters.movement
    choice.setFocus()
    while choice.value != "calf":
        qtbot.keyClick(choice, KEY.Key_Down)
    names = [page.finder.model.index(n).data() for n in range(page.finder.model.rowCount())]
    assert len(names) >= 5
    assert all("calf" in name.casefold() for name in names)


def test_merge_is_previewed_done_by_keys_and_undone_at_once(
    page: ExercisePage, qtbot: QtBot
) -> None:
    open_exercise(page, "Barbell back squat")
    pick(qtbot, page.head.more_button, "Merge")
    sheet = page.findChildren(MergeSheet)[0]
    assert not sheet.merge_button.isEnabled()
    qtbot.keyClicks(sheet.search, "leg pres")
    qtbot.keyClick(sheet.search, KEY.Key_Down)
    assert sheet.focusWidget() is sheet.list
    assert "move to “Leg press”" in sheet.moves.text()
    assert "Barbell back squat" in sheet.doubts.text()
    with qtbot.waitSignal(page.desk.said) as said:
        qtbot.keyClick(sheet.search, KEY.Key_Return)
    assert said.args[0].startswith("“Barbell back squat” is part of “Leg press” now:")
    assert page.head.name.text() == "Leg press"
    assert "Barbell back squat" not in _names(page)
    page.desk.log.undo()
    assert "Barbell back squat" in _names(page)
