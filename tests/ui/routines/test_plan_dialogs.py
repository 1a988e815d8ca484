from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from leglog.training.vocabulary import SetType
from leglog.ui.routines.cells import EXERCISE, SETS, TARGET
from leglog.ui.routines.sets_sheet import SetsSheet
from leglog.ui.routines.sheets import DetailsSheet
from tests.ui.finding import texts
from tests.ui.routines.reading import items

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from leglog.ui.routines.page import RoutinePage


def _choose(page: RoutinePage, number: int, column: int = SETS) -> None:
    page.plan.table.select(items(page)[number].id, column)


def test_mixed_sets_are_told_and_edited_set_by_set(page: RoutinePage, qtbot: QtBot) -> None:
    _choose(page, 0, TARGET)
    page.plan.do("sets")
    sheet = page.plan.findChild(SetsSheet)
    assert sheet is not None
    sheet.lines[0].target.setText("15")
    sheet.lines[0].kind.set_value(SetType.WARM_UP.value)
    sheet.lines[1].weight.setText("60")
    sheet.lines[2].rpe.setText("8,5")
    sheet.accept_button.click()
    sets = items(page)[0].sets
    assert (sets[0].set_type, sets[0].reps_max) == (SetType.WARM_UP, 15)
    assert (sets[1].load_g, sets[2].rpe_halves) == (60_000, 17)
    assert page.plan.table.currentIndex().data() == "mixed"
    said = page.plan.table.currentIndex().siblingAtColumn(EXERCISE)
    assert "3 sets, mixed" in str(said.data(Qt.ItemDataRole.AccessibleTextRole))


def test_trouble_in_the_set_dialog_names_the_set_and_stays(page: RoutinePage) -> None:
    _choose(page, 0)
    page.plan.do("sets")
    sheet = page.plan.findChild(SetsSheet)
    assert sheet is not None
    sheet.lines[1].rpe.setText("11")
    sheet.accept_button.click()
    assert sheet.isVisible()
    assert "Set 2: RPE must be between 1 and 10, in halves." in texts(sheet)


def test_note_and_tempo_are_written_by_their_dialog(page: RoutinePage, qtbot: QtBot) -> None:
    _choose(page, 0)
    qtbot.keyClick(page.plan.table, Qt.Key.Key_N)
    sheet = page.plan.findChild(DetailsSheet)
    assert sheet is not None
    sheet.note.setPlainText("heels down")
    sheet.tempo.setText("fast")
    sheet.accept_button.click()
    assert any("Tempo" in text for text in texts(sheet))
    sheet.tempo.setText("3-1-1-0")
    sheet.accept_button.click()
    assert (items(page)[0].note, items(page)[0].tempo) == ("heels down", "3-1-1-0")
