"""The question at the end: which changes shall stay in the routine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from leglog.services.keeping_changes import NamedChange
from leglog.services.routine_reading import routine_view
from leglog.services.training_log import Action
from leglog.training.routine_changes import ChangeKind, RoutineChange
from leglog.training.vocabulary import Unit
from leglog.ui.workout.finish import FinishDialog
from leglog.ui.workout.keep_changes import change_words
from tests.ui.workout.person import CONTROL, KEY, SHIFT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.workout.person import Person


def finish(person: Person) -> FinishDialog:
    """Do everything and come to the last question."""
    person.press(KEY.Key_D, modifier=CONTROL | SHIFT)
    person.press(KEY.Key_Return, modifier=CONTROL)
    person.wait_for_dialog()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FinishDialog)
    return dialog


def words_of(dialog: FinishDialog) -> list[str]:
    return [box.text() for box, _change in dialog.kept.boxes]


def test_as_planned_nothing_is_asked(person: Person) -> None:
    dialog = finish(person)
    assert dialog.kept.boxes == []
    dialog.close()


def test_differences_are_listed_and_not_ticked(person: Person) -> None:
    person.go_to("deadlift")
    person.press(KEY.Key_Insert)
    name = person.block("deadlift").name
    dialog = finish(person)
    assert words_of(dialog) == [f"{name}: 3 sets instead of 2"]
    assert dialog.kept.wanted() == []
    dialog.close()


def test_ticked_change_is_kept_with_a_key(person: Person, qtbot: QtBot, routine: int) -> None:
    person.go_to("deadlift")
    person.press(KEY.Key_Insert)
    item = next(
        each for each in routine_view(person.log, routine).exercises if "Deadlift" in each.name
    )
    dialog = finish(person)
    (box, _change) = dialog.kept.boxes[0]
    box.setFocus()
    qtbot.keyClick(box, KEY.Key_Space)
    person.press(KEY.Key_Return, modifier=CONTROL)
    after = {each.id: each for each in routine_view(person.log, routine).exercises}
    assert len(after[item.id].sets) == len(item.sets) + 1
    person.log.undo()
    assert person.log.undo_action is Action.KEEP_CHANGES


def test_unticked_change_leaves_the_routine(person: Person, routine: int) -> None:
    before = routine_view(person.log, routine)
    person.go_to("deadlift")
    person.press(KEY.Key_Insert)
    finish(person)
    person.press(KEY.Key_Return, modifier=CONTROL)
    assert routine_view(person.log, routine) == before


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (RoutineChange(ChangeKind.ADDED, None, 9, (), (3,)), "Add Squat, 3 sets"),
        (RoutineChange(ChangeKind.REMOVED, 1), "Take Squat out"),
        (RoutineChange(ChangeKind.SETS, 1, 9, (3,), (1,)), "Squat: 1 set instead of 3"),
        (
            RoutineChange(ChangeKind.LOAD, 1, 9, (40_000,) * 2, (42_500,) * 2),
            "Squat: 42.5 kg instead of 40 kg",
        ),
        (
            RoutineChange(ChangeKind.LOAD, 1, 9, (40_000,) * 2, (40_000, 42_500)),
            "Squat: 40, 42.5 kg instead of 40 kg",
        ),
        (
            RoutineChange(ChangeKind.REPS, 1, 9, (8, 10), (11, 12)),
            "Squat: 11–12 reps instead of 8–10",
        ),
        (RoutineChange(ChangeKind.REPS, 1, 9, (2, 2), (1, 1)), "Squat: 1 rep instead of 2"),
        (
            RoutineChange(ChangeKind.SECONDS, 1, 9, (20, 30), (40, 40)),
            "Squat: 40 s instead of 20–30 s",
        ),
    ],
)
def test_each_difference_has_its_words(change: RoutineChange, words: str) -> None:
    assert change_words(NamedChange(change, "Squat"), Unit.KG) == words


def test_order_names_only_what_moved() -> None:
    named = NamedChange(
        RoutineChange(ChangeKind.ORDER), "", ("A", "B", "C", "D"), ("A", "C", "B", "D")
    )
    assert change_words(named, Unit.KG) == "Order: C, B"
