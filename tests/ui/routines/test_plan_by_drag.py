from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt
from PySide6.QtGui import QDragLeaveEvent, QDragMoveEvent, QDropEvent

from leglog.ui.routines.cells import EXERCISE
from tests.ui.routines.reading import items, order

if TYPE_CHECKING:
    from leglog.ui.routines.page import RoutinePage

BUTTONS, KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
MOVE = Qt.DropAction.MoveAction


def _mime(page: RoutinePage, number: int) -> QMimeData:
    model = page.plan.model
    row = model.find(("", items(page)[number].id))
    assert row is not None
    return model.mimeData([model.index(row, EXERCISE)])


def _section_row(page: RoutinePage, section: str) -> int:
    row = page.plan.model.find((section, 0))
    assert row is not None
    return row


def test_drop_within_a_section_moves(page: RoutinePage) -> None:
    model = page.plan.model
    gap = _section_row(page, "main") + 3
    done = model.dropMimeData(_mime(page, 0), Qt.DropAction.MoveAction, gap, 0, QModelIndex())
    assert done is False
    assert order(page)[:2] == ["main Leg", "main Barbell"]


def test_drop_into_an_empty_section_moves_there(page: RoutinePage) -> None:
    model = page.plan.model
    gap = _section_row(page, "cool_down") + 1
    model.dropMimeData(_mime(page, 4), Qt.DropAction.MoveAction, gap, 0, QModelIndex())
    assert order(page)[4] == "cool_down Plank"


def test_dragged_row_shows_its_target_and_lands_there(page: RoutinePage) -> None:
    table, mime = page.plan.table, _mime(page, 4)
    place = table.visualRect(page.plan.model.index(_section_row(page, "main"), 0))
    point = QPoint(place.center().x(), place.bottom() - 2)
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.MoveAction
    table.dragMoveEvent(QDragMoveEvent(point, action, mime, buttons, none))
    assert table.mark.tag.text() == "Plank (forearms) into Main, place 1"
    table.dropEvent(QDropEvent(point, action, mime, buttons, none))
    assert not table.mark.tag.isVisible()
    assert order(page)[0] == "main Plank"


def test_exercise_of_the_library_is_dropped_at_its_place(page: RoutinePage) -> None:
    finder, model = page.library.finder, page.plan.model
    finder.search.setText("glute bridge")
    mime = finder.model.mimeData([finder.model.index(0)])
    gap = _section_row(page, "accessory") + 2
    model.dropMimeData(mime, Qt.DropAction.CopyAction, gap, 0, QModelIndex())
    assert order(page)[3] == "accessory Glute"


def _drag_to_the_edge(page: RoutinePage) -> QMimeData:
    """Hold the first row over the lower edge of a plan that does not fit."""
    page.setMinimumSize(1, 1)
    page.resize(1000, 420)
    table, mime = page.plan.table, _mime(page, 0)
    point = QPoint(80, table.viewport().height() - 4)
    table.dragMoveEvent(QDragMoveEvent(point, MOVE, mime, BUTTONS, KEYS))
    return mime


def test_tag_follows_what_scrolls_under_the_pointer(page: RoutinePage) -> None:
    mime, table = _drag_to_the_edge(page), page.plan.table
    table.stopAutoScroll()
    before = table.mark.tag.text()
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    assert table.mark.tag.text() != before
    assert "Cool-down" in table.mark.tag.text()
    assert mime.text() == "Barbell back squat"


def test_drag_that_leaves_shows_nothing_more(page: RoutinePage) -> None:
    mime, table = _drag_to_the_edge(page), page.plan.table
    table.dragLeaveEvent(QDragLeaveEvent())
    assert not table.mark.tag.isVisible()
    assert mime.text() == "Barbell back squat"
