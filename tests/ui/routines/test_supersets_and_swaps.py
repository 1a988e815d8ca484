from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from leglog.services.routine_exercises import move_exercise
from leglog.training.vocabulary import LoadRule, Section
from leglog.ui.routines.sets_sheet import SetsSheet
from tests.ui.finding import entry, texts
from tests.ui.routines.reading import items

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from leglog.ui.routines.page import RoutinePage

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def three(page: RoutinePage) -> RoutinePage:
    """Calf raise, clamshell and plank below each other in one section."""
    move_exercise(page.desk.log, items(page)[4].id, Section.ACCESSORY, 2)
    return page


def _superset(page: RoutinePage, number: int, qtbot: QtBot) -> list[int | None]:
    page.plan.table.select(items(page)[number].id)
    qtbot.keyClick(page.plan.table, Qt.Key.Key_G, CTRL)
    return [one.superset for one in items(page)][2:]


def test_last_of_a_superset_takes_in_the_next(three: RoutinePage, qtbot: QtBot) -> None:
    assert _superset(three, 2, qtbot) == [1, 1, None]
    assert _superset(three, 3, qtbot) == [1, 1, 1]
    assert _superset(three, 4, qtbot) == [None, None, None]


def test_one_is_taken_out_and_the_others_stay(three: RoutinePage, qtbot: QtBot) -> None:
    _superset(three, 2, qtbot)
    _superset(three, 3, qtbot)
    three.plan.table.select(items(three)[4].id)
    entry(three.plan.menu(), "Take out").trigger()
    assert [one.superset for one in items(three)][2:] == [1, 1, None]


def test_menu_says_whether_it_joins_or_dissolves(page: RoutinePage, qtbot: QtBot) -> None:
    page.plan.table.select(items(page)[2].id)
    assert entry(page.plan.menu(), "Superset with the next").text().endswith("\tCtrl+G")
    _superset(page, 2, qtbot)
    entry(page.plan.menu(), "Dissolve the superset").trigger()
    assert {one.superset for one in items(page)} == {None}


def test_swap_for_an_easier_one_keeps_ranges_and_section(page: RoutinePage) -> None:
    before = items(page)[0]
    page.plan.table.select(before.id)
    swaps = entry(page.plan.menu(), "Swap for").menu()
    assert isinstance(swaps, QMenu)
    entry(swaps, "Easier").trigger()
    after = items(page)[0]
    assert (after.id, after.section) == (before.id, before.section)
    assert after.name != before.name
    assert [one.reps_max for one in after.sets] == [one.reps_max for one in before.sets]
    assert {one.load_rule for one in after.sets} == {LoadRule.FROM_LAST}
    page.desk.log.undo()
    assert items(page)[0] == before


def test_s_opens_the_sets(page: RoutinePage, qtbot: QtBot) -> None:
    page.plan.table.select(items(page)[0].id)
    qtbot.keyClick(page.plan.table, Qt.Key.Key_S)
    (sheet,) = page.plan.findChildren(SetsSheet)
    assert items(page)[0].name in " ".join(texts(sheet))
    assert len(sheet.lines) == len(items(page)[0].sets)


@pytest.mark.parametrize("column", [2, 3, 5])
def test_headings_tell_what_can_be_typed(page: RoutinePage, column: int) -> None:
    tip = page.plan.model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert "“" in str(tip)
