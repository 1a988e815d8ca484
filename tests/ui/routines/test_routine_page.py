from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from leglog.services.routine_exercises import correct_planned_sets, remove_exercise
from leglog.services.routine_reading import routine_list
from leglog.services.routines import add_routine, remove_routine
from leglog.training.vocabulary import LoadMode, LoadRule, Side
from leglog.ui.desk import Destination, Place
from leglog.ui.routines.cells import REST, SETS, SIDE, TARGET, WEIGHT
from leglog.ui.routines.templates import TemplatesSheet
from leglog.ui.theme import current_theme
from leglog.ui.widgets.asking import LineSheet
from tests.ui.finding import button, pick, texts
from tests.ui.routines.reading import follow, items, order, today, view

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from leglog.ui.routines.page import RoutinePage

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
START = [
    "main Barbell",
    "main Leg",
    "accessory Standing",
    "accessory Clamshell",
    "core Plank",
]


def _choose(page: RoutinePage, number: int, column: int = SETS) -> None:
    page.plan.table.select(items(page)[number].id, column)


def _type(page: RoutinePage, qtbot: QtBot, text: str, key: Qt.Key = Qt.Key.Key_Return) -> QLineEdit:
    """Edit the current cell with F2, as the keyboard does."""
    table = page.plan.table
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.indexWidget(table.currentIndex())
    assert isinstance(editor, QLineEdit)
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, key)
    return editor


def _section_row(page: RoutinePage, section: str) -> int:
    row = page.plan.model.find((section, 0))
    assert row is not None
    return row


def test_model_keeps_qts_rules(page: RoutinePage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.plan.model)
    qtmodeltester.check(page.library.finder.model)


def test_alt_arrows_move_within_and_across_sections(page: RoutinePage, qtbot: QtBot) -> None:
    _choose(page, 0)
    qtbot.keyClick(page.plan.table, Qt.Key.Key_Down, ALT)
    assert order(page)[:2] == ["main Leg", "main Barbell"]
    qtbot.keyClick(page.plan.table, Qt.Key.Key_Down, ALT)
    assert order(page)[1] == "accessory Barbell"
    qtbot.keyClick(page.plan.table, Qt.Key.Key_Up, ALT)
    assert order(page)[1] == "main Barbell"


def test_alt_left_and_right_change_the_section(page: RoutinePage, qtbot: QtBot) -> None:
    _choose(page, 4)
    qtbot.keyClick(page.plan.table, Qt.Key.Key_Right, ALT)
    assert order(page)[4] == "cool_down Plank"
    for _step in range(2):
        qtbot.keyClick(page.plan.table, Qt.Key.Key_Left, ALT)
    assert order(page)[4] == "accessory Plank"


def test_move_is_told_and_the_row_stays_current(page: RoutinePage, qtbot: QtBot) -> None:
    _choose(page, 0)
    with qtbot.waitSignal(page.desk.said) as said:
        qtbot.keyClick(page.plan.table, Qt.Key.Key_Down, ALT)
    assert said.args == ["Moved: Barbell back squat, Main, 2 of 2."]
    current = page.plan.table.current_item
    assert current is not None
    assert current.name == "Barbell back squat"


def test_ctrl_g_makes_and_dissolves_a_superset(page: RoutinePage, qtbot: QtBot) -> None:
    _choose(page, 2)
    qtbot.keyClick(page.plan.table, Qt.Key.Key_G, CTRL)
    assert [one.superset for one in items(page)] == [None, None, 1, 1, None]
    qtbot.keyClick(page.plan.table, Qt.Key.Key_G, CTRL)
    assert {one.superset for one in items(page)} == {None}


def test_superset_without_a_next_exercise_is_explained(page: RoutinePage, qtbot: QtBot) -> None:
    _choose(page, 4)
    with qtbot.waitSignal(page.desk.said) as said:
        qtbot.keyClick(page.plan.table, Qt.Key.Key_G, CTRL)
    assert "no exercise after it" in str(said.args)


def test_ctrl_d_duplicates_and_del_removes(page: RoutinePage, qtbot: QtBot) -> None:
    _choose(page, 0)
    qtbot.keyClick(page.plan.table, Qt.Key.Key_D, CTRL)
    assert order(page)[:2] == ["main Barbell", "main Barbell"]
    qtbot.keyClick(page.plan.table, Qt.Key.Key_Delete)
    assert order(page) == START


def test_f2_and_typing_change_sets_target_weight_and_rest(page: RoutinePage, qtbot: QtBot) -> None:
    for column, text in ((SETS, "4"), (TARGET, "10-12"), (WEIGHT, "42,5"), (REST, "2 min")):
        _choose(page, 0, column)
        _type(page, qtbot, text)
    squat = items(page)[0]
    one = squat.sets[3]
    assert (len(squat.sets), one.reps_min, one.reps_max) == (4, 10, 12)
    assert (one.load_g, one.load_rule, one.load_mode) == (
        42_500,
        LoadRule.FIXED,
        LoadMode.EXTERNAL,
    )
    assert squat.rest_s == 120


def test_typing_a_digit_begins_to_edit(page: RoutinePage, qtbot: QtBot) -> None:
    _choose(page, 0, TARGET)
    table = page.plan.table
    qtbot.keyClicks(table, "8")
    editor = table.indexWidget(table.currentIndex())
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "8"
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert items(page)[0].sets[0].reps_max == 8


def test_pounds_come_back_as_they_were_typed(page: RoutinePage, qtbot: QtBot) -> None:
    _choose(page, 0, WEIGHT)
    _type(page, qtbot, "100 lb")
    assert page.plan.table.currentIndex().data() == "100 lb"


def test_weight_can_be_taken_from_the_last_time_again(page: RoutinePage, qtbot: QtBot) -> None:
    _choose(page, 0, WEIGHT)
    _type(page, qtbot, "40")
    _type(page, qtbot, "-")
    assert items(page)[0].sets[0].load_rule is LoadRule.FROM_LAST
    assert page.plan.table.currentIndex().data() == "last time"


def test_tab_goes_to_the_next_field(page: RoutinePage, qtbot: QtBot) -> None:
    _choose(page, 0, SETS)
    _type(page, qtbot, "2", Qt.Key.Key_Tab)
    assert page.plan.table.currentIndex().column() == TARGET
    assert isinstance(page.plan.table.indexWidget(page.plan.table.currentIndex()), QLineEdit)


def test_unreadable_value_stays_with_its_reason(page: RoutinePage, qtbot: QtBot) -> None:
    _choose(page, 0, TARGET)
    with qtbot.waitSignal(page.desk.said) as said:
        editor = _type(page, qtbot, "many")
    assert said.args == ["I can’t read “many”."]
    assert editor.isVisible()
    assert editor.text() == "many"
    assert editor.property("trouble") == "true"


def test_space_changes_the_side(page: RoutinePage, qtbot: QtBot) -> None:
    _choose(page, 0, SIDE)
    qtbot.keyClick(page.plan.table, Qt.Key.Key_Space)
    assert {one.side for one in items(page)[0].sets} == {Side.EACH}


def test_half_typed_text_survives_a_change_elsewhere(page: RoutinePage, qtbot: QtBot) -> None:
    _choose(page, 0, TARGET)
    table = page.plan.table
    qtbot.keyClick(table, Qt.Key.Key_F2)
    qtbot.keyClicks(table.indexWidget(table.currentIndex()), "15")
    remove_exercise(page.desk.log, items(page)[3].id)
    editor = table.indexWidget(table.currentIndex())
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "15"
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert items(page)[0].sets[0].reps_max == 15


def test_undo_keeps_the_current_row(page: RoutinePage, qtbot: QtBot) -> None:
    _choose(page, 1)
    qtbot.keyClick(page.plan.table, Qt.Key.Key_Down, ALT)
    page.desk.log.undo()
    current = page.plan.table.current_item
    assert current is not None
    assert current.id == items(page)[1].id
    assert order(page) == START


def test_enter_in_the_library_adds_to_the_home_section(page: RoutinePage, qtbot: QtBot) -> None:
    page.focus_search()
    qtbot.keyClicks(page.library.finder.search, "hip circ")
    qtbot.keyClick(page.library.finder.search, Qt.Key.Key_Return)
    assert order(page)[0].startswith("warm_up Hip")
    current = page.plan.table.current_item
    assert current is not None
    assert current.name == "Hip circles"


def test_plus_of_a_section_makes_the_library_add_there(page: RoutinePage, qtbot: QtBot) -> None:
    table = page.plan.table
    table.setCurrentIndex(page.plan.model.index(_section_row(page, "cool_down"), 0))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    page.library.finder.search.setText("dead bug")
    qtbot.keyClick(page.library.finder.search, Qt.Key.Key_Return)
    assert order(page)[-1] == "cool_down Dead"


def test_filters_narrow_the_library_and_can_be_cleared(page: RoutinePage, qtbot: QtBot) -> None:
    finder = page.library.finder
    everything = finder.model.rowCount()
    qtbot.mouseClick(finder.filters.holds, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(finder.filters.no_equipment, Qt.MouseButton.LeftButton)
    assert 0 < finder.model.rowCount() < everything
    finder.search.setText("xyzzy")
    assert finder.model.rowCount() == 0
    assert "Nothing matches “xyzzy”." in texts(finder)
    finder.clear()
    assert finder.model.rowCount() == everything


def test_unequal_superset_is_hinted_fixed_and_hidden(page: RoutinePage, qtbot: QtBot) -> None:
    _choose(page, 2)
    qtbot.keyClick(page.plan.table, Qt.Key.Key_G, CTRL)
    calf = items(page)[2]
    correct_planned_sets(page.desk.log, calf.id, calf.sets[:1])
    count = len(items(page)[3].sets)
    follow(page, qtbot, f"Make all {count}", "Superset")
    assert len(items(page)[2].sets) == count
    follow(page, qtbot, "Hide this hint", "No cool-down yet")
    assert view(page).hidden_hints == 1
    assert not any(text.startswith("No cool-down yet") for text in texts(page.balance))


def test_weekday_chips_plan_the_routine(page: RoutinePage, qtbot: QtBot) -> None:
    for day in (0, 4):
        qtbot.mouseClick(page.header.chips[day], Qt.MouseButton.LeftButton)
    assert routine_list(page.desk.log)[0].weekdays == {1, 5}


def test_log_it_starts_a_workout_with_the_routine(page: RoutinePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.desk.destination_wanted) as wanted:
        qtbot.mouseClick(page.header.log_button, Qt.MouseButton.LeftButton)
    routine_id = routine_list(page.desk.log)[0].id
    assert wanted.args == [Destination(Place.LOG, id=routine_id, start=True)]


def test_destination_shows_its_routine(page: RoutinePage) -> None:
    other = add_routine(page.desk.log, "Back")
    page.open(Destination(Place.ROUTINES, id=other))
    assert page.header.switcher.value == str(other)
    assert not page.header.log_button.isEnabled()


def test_start_asks_for_a_name_and_makes_a_routine(page: RoutinePage, qtbot: QtBot) -> None:
    page.open(Destination(Place.ROUTINES, start=True))
    sheet = page.findChild(LineSheet)
    assert sheet is not None
    qtbot.keyClicks(sheet.field, "Hips")
    qtbot.keyClick(sheet.field, Qt.Key.Key_Return)
    assert [one.name for one in routine_list(page.desk.log)] == ["Legs", "Hips"]
    assert page.header.switcher.currentText() == "Hips"


def test_name_that_cannot_be_used_stays_in_its_dialog(page: RoutinePage, qtbot: QtBot) -> None:
    pick(qtbot, page.header.menu_button, "Rename…")
    sheet = page.findChild(LineSheet)
    assert sheet is not None
    sheet.field.setText(" ")
    sheet.accept_button.click()
    assert "A name needs 1 to 100 characters." in texts(sheet)
    sheet.field.setText("Legs A")
    sheet.accept_button.click()
    assert page.header.switcher.currentText() == "Legs A"


def test_template_is_chosen_in_an_empty_log(empty_page: RoutinePage, qtbot: QtBot) -> None:
    assert not empty_page.plan.isVisible()
    qtbot.mouseClick(button(empty_page, "Choose a template…"), Qt.MouseButton.LeftButton)
    sheet = empty_page.findChild(TemplatesSheet)
    assert sheet is not None
    assert len(sheet.cards) == 14
    button(sheet, "Use this template").click()
    assert [one.name for one in routine_list(empty_page.desk.log)] == ["Rachel's beginner plan"]
    assert empty_page.plan.isVisible()


def test_archived_routine_is_reached_and_taken_out_again(page: RoutinePage, qtbot: QtBot) -> None:
    pick(qtbot, page.header.menu_button, "Archive")
    assert page.header.switcher.currentText() == "Legs (archived)"
    assert not page.header.log_button.isEnabled()
    pick(qtbot, page.header.menu_button, "Take out of the archive")
    assert routine_list(page.desk.log)[0].name == "Legs"


def test_duplicate_is_shown_and_deleting_goes_back(page: RoutinePage, qtbot: QtBot) -> None:
    pick(qtbot, page.header.menu_button, "Duplicate")
    assert page.header.switcher.currentText() == "Legs (copy)"
    pick(qtbot, page.header.menu_button, "Delete")
    assert page.header.switcher.currentText() == "Legs"


def test_narrow_window_shows_the_sum_in_the_head(page: RoutinePage) -> None:
    theme = current_theme()
    page.setMinimumSize(1, 1)  # as in the window, which shows pages smaller than they want
    page.resize(theme.px(1280), theme.px(800))
    assert page.balance.isVisible()
    page.resize(theme.px(1024), theme.px(700))
    assert not page.balance.isVisible()
    assert "22 min · 12 sets" in texts(page.header)
    page.verbs()["side_panel"]()
    assert page.balance.isVisible()


@pytest.mark.parametrize("column", [SETS, TARGET, WEIGHT, SIDE, REST])
def test_cells_say_the_exercise_and_the_column(page: RoutinePage, column: int) -> None:
    _choose(page, 0, column)
    said = page.plan.table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert str(said).startswith("Barbell back squat, ")


def test_removing_the_shown_routine_elsewhere_shows_another(page: RoutinePage) -> None:
    first = routine_list(page.desk.log)[0].id
    add_routine(page.desk.log, "Back")
    remove_routine(page.desk.log, first, today(page))
    assert page.header.switcher.currentText() == "Back"
    assert page.header.switcher.count() == 1


def test_buttons_keep_their_keys_without_their_words(page: RoutinePage) -> None:
    theme, header = current_theme(), page.header
    buttons = (header.new_button, header.templates_button, header.programmes_button)
    keys = [button.shortcut().toString() for button in buttons]
    page.setMinimumSize(1, 1)
    page.resize(theme.px(1024), theme.px(700))
    assert [button.text() for button in buttons] == ["", "", ""]
    assert (
        [button.shortcut().toString() for button in buttons] == keys == ["Alt+N", "Alt+T", "Alt+R"]
    )
