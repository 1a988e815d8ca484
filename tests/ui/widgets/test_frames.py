from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from leglog.ui.theme import Role, Scheme, apply_theme, current_theme
from leglog.ui.widgets.banner import Banner
from leglog.ui.widgets.bars import Bar, BarRow, Meter, ShareBars
from leglog.ui.widgets.button import Button, IconButton, Kind, Size
from leglog.ui.widgets.facts import Fact, FactStrip
from leglog.ui.widgets.fields import CheckBox, DateField, LineEdit, NumberField
from leglog.ui.widgets.focus_ring import FocusRing
from leglog.ui.widgets.frames import (
    Callout,
    Card,
    EmptyState,
    PageHeader,
    Panel,
    ScrollPage,
)
from leglog.ui.widgets.rating_scale import RatingBadge, RatingScale
from leglog.ui.widgets.segments import SegmentedControl
from leglog.ui.widgets.setting_rows import SettingRow
from leglog.ui.widgets.sheet import Sheet
from leglog.ui.widgets.sparkline import MiniBars, Sparkline
from leglog.ui.widgets.text import IconLabel, KeyHint, KeyLine, Link, Tag, Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


def _chart(chart: Sparkline | MiniBars) -> QWidget:
    chart.set_axes([(0, "0"), (5, "5"), (10, "10")], "25 Oct", "today")
    if isinstance(chart, Sparkline):
        chart.set_values([3, None, 2], [3, None, 2.5], "2.5")
    else:
        chart.set_values([3, None, 2], running=True, last="3.0")
    return chart


def _bars() -> QWidget:
    bars = ShareBars("Muscles")
    bars.set_bars([Bar("Quads", 0.5, "31", "#4859B1", before=0.4, text_before="25")])
    return bars


def _facts() -> QWidget:
    strip = FactStrip()
    strip.set_facts([Fact("Sets", "18 of 18", "all planned sets"), Fact("", "2", tone="danger")])
    return strip


MAKERS: tuple[Callable[[], QWidget], ...] = (
    lambda: Banner("Not finished.", "11 of 18 sets logged.", kind="warning"),
    lambda: Button("Finish…", icon="check", shortcut="Ctrl+Return", kind=Kind.PRIMARY),
    lambda: IconButton("more", "More for Squat", size=Size.SMALL),
    lambda: Card("Next up"),
    lambda: Callout("back_pain", "Back care", "Keep the natural curve of your back."),
    lambda: EmptyState("Nothing yet", "Volume appears after 1 workout."),
    lambda: PageHeader("Progress", raised=True),
    lambda: SettingRow("Units", "Switching converts what you see.", CheckBox()),
    lambda: RatingBadge(4),
    lambda: RatingScale("Back pain"),
    lambda: SegmentedControl((("kg", "kg"),)),
    lambda: Text("Title", Role.TITLE),
    lambda: Tag("Main"),
    lambda: KeyHint("Ctrl+N"),
    lambda: IconLabel("record", "success"),
    lambda: Link("Open Progress"),
    lambda: Panel("footer"),
    lambda: _chart(Sparkline("Pain")),
    lambda: _chart(MiniBars("Volume")),
    lambda: NumberField(0, 10),
    lambda: DateField("Day"),
    lambda: LineEdit("optional", small=True),
    lambda: Meter("Progress"),
    _bars,
    _facts,
)


@pytest.mark.parametrize("make", MAKERS)
def test_widget_changes_with_the_theme(
    qtbot: QtBot, qapp: QApplication, make: Callable[[], QWidget]
) -> None:
    widget = make()
    qtbot.addWidget(widget)
    widget.resize(400, 120)
    widget.show()
    light = widget.grab().toImage()
    apply_theme(qapp, Scheme.DARK)
    assert widget.grab().toImage() != light


def test_button_paints_its_shortcut_where_there_is_room(qtbot: QtBot) -> None:
    with_key, without = Button("Export", shortcut="Ctrl+E"), Button("Export")
    qtbot.addWidget(with_key)
    qtbot.addWidget(without)
    assert with_key.sizeHint().width() > without.sizeHint().width()
    assert with_key.minimumSizeHint().width() == without.minimumSizeHint().width()


def test_header_drops_keys_before_it_cuts_its_title(qtbot: QtBot) -> None:
    header, button = PageHeader("Progress"), Button("Export", shortcut="Ctrl+E")
    header.add(button)
    qtbot.addWidget(header)
    header.show()
    whole = header.sizeHint().width()
    header.resize(whole, 64)
    assert button.sizeHint().width() > button.minimumSizeHint().width()
    header.resize(whole - 10, 64)
    assert button.sizeHint() == button.minimumSizeHint()
    qtbot.waitUntil(lambda: header.title.width() >= header.title.sizeHint().width())


def test_header_puts_what_is_chosen_from_below_before_it_cuts_its_title(qtbot: QtBot) -> None:
    header, day, finish = PageHeader("Rachel's beginner plan"), DateField("Day"), Button("Finish")
    header.add_left(day)
    header.add(finish)
    qtbot.addWidget(header)
    header.show()
    whole = header.sizeHint().width()
    header.resize(whole - 40, 64)
    qtbot.waitUntil(lambda: day.y() > header.title.y() + header.title.height() / 2)
    assert finish.y() < day.y()
    assert header.title.width() >= header.title.sizeHint().width()
    header.resize(whole + 40, header.height())
    qtbot.waitUntil(lambda: day.geometry().center().y() == finish.geometry().center().y())
    assert header.title.x() < day.x() < finish.x()


def test_date_can_be_read_in_the_narrowest_field(qtbot: QtBot) -> None:
    field = DateField("Day")
    qtbot.addWidget(field)
    field.set_day(dt.date(2026, 9, 30))
    field.resize(field.minimumWidth(), 32)
    field.show()
    line = field.lineEdit()
    margins = line.textMargins()
    room = line.width() - margins.left() - margins.right()
    assert line.fontMetrics().horizontalAdvance(line.text()) <= room


def test_small_button_is_as_low_as_the_design(qtbot: QtBot) -> None:
    button = Button("Add note", size=Size.SMALL)
    qtbot.addWidget(button)
    button.show()
    assert button.height() == current_theme().px(26)


def test_icon_button_says_its_name(qtbot: QtBot) -> None:
    button = IconButton("move_up", "Move Squat up")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "Move Squat up"


def test_banner_action_is_called(qtbot: QtBot) -> None:
    banner, called = Banner("Not finished."), []
    qtbot.addWidget(banner)
    button = banner.add_action("Resume", lambda: called.append("resume"))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert called == ["resume"]


def test_bar_row_says_label_and_number(qtbot: QtBot) -> None:
    bars = ShareBars()
    qtbot.addWidget(bars)
    bars.set_bars([Bar("Quads", 0.5, "45 %", "#4859B1")])
    row = bars.findChild(BarRow)
    assert row is not None
    assert row.accessibleName() == "Quads, 45 %"


def test_typed_text_is_not_read_as_markup(qtbot: QtBot) -> None:
    label = Text("<b>bold</b>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_key_line_makes_a_frame_for_each_key(qtbot: QtBot) -> None:
    line = KeyLine([("+ −", "adjust"), ("Tab", "next cell")])
    qtbot.addWidget(line)
    assert [key.text() for key in line.findChildren(KeyHint)] == ["+", "−", "Tab"]


def test_enter_presses_the_default_button_of_a_sheet(qtbot: QtBot) -> None:
    sheet = Sheet("Finish workout", "Legs & Back A")
    qtbot.addWidget(sheet)
    sheet.add_button("Keep logging", sheet.reject)
    sheet.add_button("Save workout", sheet.accept, kind=Kind.PRIMARY, default=True)
    with qtbot.waitExposed(sheet):
        sheet.show()
    with qtbot.waitSignal(sheet.accepted):
        qtbot.keyClick(sheet, Qt.Key.Key_Return)


def test_ring_surrounds_what_has_the_focus(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, second = LineEdit("first"), LineEdit("second")
    column.addWidget(first)
    column.addWidget(second)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    second.setFocus()
    ring = window.findChild(FocusRing)
    assert ring is not None
    assert ring.isVisible()
    assert ring.geometry() == second.geometry().adjusted(-3, -3, 3, 3)


def test_ring_scrolls_with_the_content(qtbot: QtBot) -> None:
    page, field = ScrollPage(), LineEdit("field")
    qtbot.addWidget(page)
    page.body.addWidget(field)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    field.setFocus()
    ring = page.findChild(FocusRing)
    assert ring is not None
    assert ring.parentWidget() is page.widget()


def test_ring_keeps_no_window_that_was_let_go(qtbot: QtBot) -> None:
    window = QWidget()
    QVBoxLayout(window).addWidget(LineEdit("field"))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.findChildren(LineEdit)[0].setFocus()
    assert window.findChild(FocusRing) is not None
    gone: list[bool] = []
    window.destroyed.connect(lambda: gone.append(True))
    del window
    assert gone


def test_ring_outlives_the_widget_it_surrounded(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    gone, stays = LineEdit("gone"), LineEdit("stays")
    column.addWidget(gone)
    column.addWidget(stays)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    gone.setFocus()
    with qtbot.waitSignal(gone.destroyed):
        gone.deleteLater()
    stays.setFocus()
    assert isinstance(QApplication.focusWidget(), LineEdit)


def test_callout_without_text_hides(qtbot: QtBot) -> None:
    callout = Callout("info", "Back care")
    qtbot.addWidget(callout)
    assert callout.isHidden()
    callout.set_text("Keep it light.")
    assert not callout.isHidden()
    assert any(label.text() == "Keep it light." for label in callout.findChildren(QLabel))


def test_check_box_breaks_words_that_have_no_room(qtbot: QtBot) -> None:
    page, words = QWidget(), "Pain during exercise is a reason to stop or go easier"
    box = CheckBox(words)
    column = QVBoxLayout(page)
    column.addWidget(box)
    column.addStretch()
    qtbot.addWidget(page)
    page.resize(600, 200)
    page.show()
    one_line = box.height()
    page.resize(200, 200)
    assert box.width() < box.sizeHint().width()
    assert box.height() > one_line
