"""Another variant with one key, and leaving an exercise out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.services.exercise_guide import exercise_guide
from leglog.services.routine_reading import routine_view
from leglog.services.training_log import Action
from leglog.ui.widgets.asking import LineSheet
from leglog.ui.widgets.button import IconButton
from leglog.ui.workout.exercise_menu import ask_reason
from tests.ui.finding import named
from tests.ui.workout.person import ALT, KEY

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.workout.person import Person


def test_alt_right_swaps_for_the_harder_variant(person: Person) -> None:
    block, harder = next(
        (block, guide.harder)
        for block in person.form.blocks
        if (guide := exercise_guide(person.log, block.exercise_id)).harder
    )
    assert harder is not None
    person.page._view.sheet.go_to_block(block.id)
    person.press(KEY.Key_Right, modifier=ALT)
    after = next(each for each in person.form.blocks if each.id == block.id)
    assert after.exercise_id == harder.id
    assert len(after.sets) == len(block.sets)
    assert person.page._view.sheet.current_block == after


def test_alt_left_swaps_for_the_easier_variant(person: Person) -> None:
    person.go_to("lunge")
    block = person.block("lunge")
    easier = exercise_guide(person.log, block.exercise_id).easier
    assert easier is not None
    person.press(KEY.Key_Left, modifier=ALT)
    assert easier.id in {each.exercise_id for each in person.form.blocks}


def test_swap_leaves_the_routine_and_is_undone(person: Person, routine: int) -> None:
    before = routine_view(person.log, routine).exercises
    person.go_to("lunge")
    name = person.block("lunge").name
    person.press(KEY.Key_Left, modifier=ALT)
    assert person.log.undo_action is Action.SWAP_WORKOUT_EXERCISE
    assert routine_view(person.log, routine).exercises == before
    person.log.undo()
    assert person.block("lunge").name == name


def test_done_sets_stay_and_the_rest_is_swapped(person: Person) -> None:
    person.go_to("lunge")
    block = person.block("lunge")
    person.press(KEY.Key_Return)
    person.press(KEY.Key_Left, modifier=ALT)
    kept = next(each for each in person.form.blocks if each.id == block.id)
    assert [row.done for row in kept.sets] == [True]
    assert not person.here.done
    assert person.page._view.sheet.current_block != kept


def test_no_easier_variant_is_said(person: Person) -> None:
    block = next(
        block
        for block in person.form.blocks
        if exercise_guide(person.log, block.exercise_id).easier is None
    )
    person.page._view.sheet.go_to_block(block.id)
    person.press(KEY.Key_Left, modifier=ALT)
    assert person.said[-1] == f"No easier variant of {block.name} is known."


def test_reason_for_skipping_is_kept(person: Person, qtbot: QtBot) -> None:
    ask_reason(person.page._bench, person.block("plank"), person.page)
    sheet = person.page.findChild(LineSheet)
    assert sheet is not None
    qtbot.keyClicks(sheet.field, " knee ")
    qtbot.keyClick(sheet.field, KEY.Key_Return)
    assert person.block("plank").skip_reason == "knee"


def test_title_stays_where_the_question_is_left(person: Person, qtbot: QtBot) -> None:
    title = person.form.title
    for key, expected in ((KEY.Key_Escape, title), (KEY.Key_Return, "Legs at home")):
        named(person.page, "Change the title", IconButton).click()
        sheet = person.page.findChildren(LineSheet)[-1]
        assert sheet.field.selectedText() == title
        qtbot.keyClicks(sheet.field, "Legs at home")
        qtbot.keyClick(sheet.field, key)
        assert person.form.title == expected
