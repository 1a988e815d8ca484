"""The heading of the exercise at hand, and its button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from leglog.services.set_values import SetValues
from leglog.services.sets import log_sets
from leglog.ui.workout.past_words import top_in_words
from leglog.ui.workout.sheet_rows import ExerciseLine

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from pytestqt.qtbot import QtBot

    from leglog.services.workout_form import ExerciseBlock
    from tests.ui.workout.person import Person


def heading(person: Person, part: str) -> tuple[QRect, ExerciseBlock]:
    """Return where an exercise's heading is painted, and the exercise as it is now."""
    person.go_to(part)
    sheet, block = person.page._view.sheet, person.block(part)
    row = next(
        row
        for row in range(sheet._model.rowCount())
        if isinstance(line := sheet._model.line(row), ExerciseLine) and line.block.id == block.id
    )
    return sheet.visualRect(sheet._model.index(row, 0)), block


def button(person: Person, part: str) -> QPoint | None:
    place, block = heading(person, part)
    found = person.page._view.sheet._heading.button(place, block)
    return None if found is None else found.center()


def click(person: Person, qtbot: QtBot, place: QPoint) -> None:
    viewport = person.page._view.sheet.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)


def test_button_logs_the_exercise_as_planned(person: Person, qtbot: QtBot) -> None:
    place = button(person, "clamshell")
    assert place is not None
    click(person, qtbot, place)
    assert person.block("clamshell").is_complete


def test_finished_exercise_has_no_button(person: Person, qtbot: QtBot) -> None:
    place = button(person, "clamshell")
    assert place is not None
    click(person, qtbot, place)
    assert button(person, "clamshell") is None


def test_button_of_another_exercise_is_not_there_yet(person: Person, qtbot: QtBot) -> None:
    """Its place only takes the cursor to the exercise."""
    person.go_to("lunge")
    place, block = heading(person, "clamshell")
    spot = person.page._view.sheet._heading.button(place, block)
    person.go_to("lunge")
    assert spot is not None
    click(person, qtbot, spot.center())
    assert not person.block("clamshell").is_complete


def test_heading_without_room_shows_the_name_alone(person: Person) -> None:
    place, block = heading(person, "clamshell")
    place.setWidth(200)
    assert person.page._view.sheet._heading.button(place, block) is None


def test_empty_workout_shows_no_guide_of_the_last_exercise(person: Person) -> None:
    person.go_to("squat")
    assert person.page._view.side.guide._works.isVisible()
    person.page._opening.begin(person.form.date, None)
    assert not person.page._view.side.guide._works.isVisible()


def test_heading_says_when_every_set_reached_the_top(person: Person) -> None:
    block = person.block("squat")
    log_sets(person.log, {row.id: SetValues(reps=12) for row in block.sets[1:]})
    assert top_in_words(person.block("squat")) == ""
    log_sets(person.log, {block.sets[0].id: SetValues(reps=12)})
    assert top_in_words(person.block("squat")) == "12 reps on every set"
    log_sets(person.log, {block.sets[0].id: SetValues(reps=11)})
    assert top_in_words(person.block("squat")) == ""


def test_heading_says_when_every_hold_reached_the_top(person: Person) -> None:
    block = person.block("plank")
    log_sets(person.log, {row.id: SetValues(duration_s=31) for row in block.sets})
    assert top_in_words(person.block("plank")) == "30 s on every set"


def test_warm_up_moves_have_no_top(person: Person) -> None:
    block = person.block("hip hinge")
    log_sets(person.log, {row.id: SetValues(reps=10) for row in block.sets})
    assert top_in_words(person.block("hip hinge")) == ""
