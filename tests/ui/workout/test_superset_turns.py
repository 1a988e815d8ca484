"""A superset in the sheet: exercises take turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from leglog.services.preferences import change_preference
from leglog.services.routine_exercises import make_superset
from leglog.services.routine_reading import routine_view
from leglog.settings import LogMode
from leglog.ui.desk import Destination, Place
from tests.ui.workout.person import KEY, Person, show

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from leglog.ui.desk import Desk


@pytest.fixture
def paired(desk: Desk, routine: int, qtbot: QtBot) -> Person:
    """Rachel does the deadlift and the lunge in turn."""
    item = next(
        each for each in routine_view(desk.log, routine).exercises if "Deadlift" in each.name
    )
    make_superset(desk.log, item.id)
    person = show(desk, qtbot, Destination(Place.LOG, id=routine, start=True))
    person.page._view.sheet.setFocus()
    person.go_to("deadlift")
    return person


def names(person: Person, presses: int) -> list[str]:
    """Press Enter and say after each to which exercise and set the cursor went."""
    found = []
    for _number in range(presses):
        person.press(KEY.Key_Return)
        block = person.page._view.sheet.current_block
        assert block is not None
        found.append(f"{block.name.split()[0]} {person.here.number}")
    return found


def test_enter_goes_to_the_other_exercise_and_back(paired: Person) -> None:
    assert names(paired, 3) == ["Forward 1", "Deadlift 2", "Forward 2"]


def test_after_the_superset_the_next_exercise_follows(paired: Person) -> None:
    assert names(paired, 4)[-1] == "Clamshell 1"


def test_both_sides_of_a_set_come_before_the_turn(paired: Person) -> None:
    paired.press(KEY.Key_Return, KEY.Key_S)
    assert names(paired, 2) == ["Forward 1", "Deadlift 2"]


def test_skipped_exercise_has_no_turn(paired: Person) -> None:
    paired.go_to("lunge")
    paired.press(KEY.Key_X)
    paired.go_to("deadlift")
    assert names(paired, 2) == ["Deadlift 2", "Clamshell 1"]


def test_letters_stand_in_sheet_and_outline(paired: Person) -> None:
    model = paired.page._view.sheet._model
    assert model.superset_label(paired.block("deadlift")) == "A1"
    assert model.superset_label(paired.block("lunge")) == "A2"
    outline = paired.page._view.outline._model
    said = [outline.index(row).data() for row in range(outline.rowCount())]
    assert any(words.startswith("A2 Forward lunge") for words in said)


def test_rest_waits_for_the_end_of_a_round(desk: Desk, routine: int, paired: Person) -> None:
    change_preference(desk.log, "log_mode", LogMode.LIVE)
    paired.page._bench.switch_live(live=True)
    paired.press(KEY.Key_Return)
    assert paired.page._timers.rest is None
    paired.press(KEY.Key_Return)
    assert paired.page._timers.rest is not None
