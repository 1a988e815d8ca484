from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QRadioButton

from leglog.ui.widgets.chip import Chip
from leglog.ui.widgets.fields import CheckBox, ComboBox, LineEdit, SearchField
from leglog.ui.widgets.navbar import NavBar
from leglog.ui.widgets.segments import SegmentedControl
from leglog.ui.widgets.setting_rows import ToggleRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

UNITS = (("kg", "kg"), ("lb", "lb"))


def _shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()


@pytest.fixture
def units(qtbot: QtBot) -> SegmentedControl:
    control = SegmentedControl(UNITS, name="Units")
    _shown(qtbot, control)
    return control


def test_first_segment_is_chosen(units: SegmentedControl) -> None:
    assert units.value == "kg"


def test_click_on_a_segment_tells_its_value(qtbot: QtBot, units: SegmentedControl) -> None:
    with qtbot.waitSignal(units.chosen) as told:
        qtbot.mouseClick(units.findChildren(QRadioButton)[1], Qt.MouseButton.LeftButton)
    assert told.args == ["lb"]


def test_arrow_goes_to_the_next_segment(qtbot: QtBot, units: SegmentedControl) -> None:
    units.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert units.value == "lb"


def test_setting_a_segment_tells_nobody(qtbot: QtBot, units: SegmentedControl) -> None:
    with qtbot.assertNotEmitted(units.chosen):
        units.set_value("lb")
    assert units.value == "lb"


def test_other_options_replace_the_old(units: SegmentedControl) -> None:
    units.set_options((("3m", "3M"), ("1y", "1Y")), "1y")
    assert units.value == "1y"


def test_chip_toggles_by_space(qtbot: QtBot) -> None:
    chip = Chip("Mon", name="Monday")
    _shown(qtbot, chip)
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert chip.isChecked()
    assert chip.accessibleName() == "Monday"


def test_combo_box_keeps_its_value_when_offered_again(qtbot: QtBot) -> None:
    box = ComboBox((("a", "A"), ("b", "B")), "b")
    qtbot.addWidget(box)
    box.set_options((("c", "C"), ("b", "B")))
    assert box.value == "b"


def test_combo_box_tells_only_what_the_person_chose(qtbot: QtBot) -> None:
    box = ComboBox((("a", "A"), ("b", "B")))
    _shown(qtbot, box)
    with qtbot.assertNotEmitted(box.chosen):
        box.set_value("b")
    with qtbot.waitSignal(box.chosen) as told:
        qtbot.keyClick(box, Qt.Key.Key_Up)
    assert told.args == ["a"]


def test_whole_row_toggles(qtbot: QtBot) -> None:
    row = ToggleRow("Automatic backup", "After each workout.")
    row.resize(400, 50)
    _shown(qtbot, row)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert row.is_on
    assert row.box.accessibleName() == "Automatic backup"


def test_click_beside_the_tick_toggles_once(qtbot: QtBot) -> None:
    box = CheckBox("Others: keep the same weight")
    _shown(qtbot, box)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    assert box.isChecked()


def test_escape_empties_the_search(qtbot: QtBot) -> None:
    field = SearchField("Search")
    _shown(qtbot, field)
    qtbot.keyClicks(field, "squat")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_down_leaves_the_search(qtbot: QtBot) -> None:
    field = SearchField("Search")
    _shown(qtbot, field)
    with qtbot.waitSignal(field.went_down):
        qtbot.keyClick(field, Qt.Key.Key_Down)


def test_trouble_of_a_field_is_said(qtbot: QtBot) -> None:
    field = LineEdit(name="Reps")
    qtbot.addWidget(field)
    field.set_trouble("Reps must be between 0 and 1000.")
    assert field.accessibleDescription() == "Reps must be between 0 and 1000."
    field.set_trouble("")
    assert field.toolTip() == ""


def test_navigation_tells_what_was_chosen(qtbot: QtBot) -> None:
    bar = NavBar()
    bar.add_item("today", "Today", "today", shortcut="Ctrl+1")
    bar.add_item("settings", "Settings", "settings", at_end=True)
    bar.add_item("log", "Log", "log")
    bar.set_current("today")
    _shown(qtbot, bar)
    with qtbot.waitSignal(bar.chosen) as told:
        bar.setFocus()
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert told.args == ["log"]


def test_rail_says_names_as_tips(qtbot: QtBot) -> None:
    bar = NavBar()
    qtbot.addWidget(bar)
    bar.add_item("today", "Today", "today")
    wide = bar.width()
    bar.set_rail(True)
    assert bar.width() < wide
    assert bar.findChildren(QRadioButton)[0].toolTip() == "Today"
