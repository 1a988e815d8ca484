"""Faults of PySide6 that end the program without a word, and what keeps clear of them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLayout, QWidget, QWidgetItem
from shiboken6 import getAllValidWrappers, isValid

from leglog.services.routines import add_routine_from_template
from leglog.ui.pages import PageSpec, standard_pages
from tests.diary import Diary
from tests.ui.audit import described
from tests.ui.every_door import TODAY
from tests.ui.settling import settle

if TYPE_CHECKING:
    from leglog.ui.desk import Desk


def test_wrapped_calls_keep_their_references_to_none(qapp: QApplication) -> None:
    """Some releases of PySide6 lose one at each call and end the program after some thousands."""
    label = QLabel("a")
    before = sys.getrefcount(None)
    for _number in range(20_000):
        label.setText("b")
    assert abs(sys.getrefcount(None) - before) < 2_000


@pytest.mark.parametrize("spec", standard_pages(), ids=lambda spec: spec.place)
def test_no_wrapper_outlives_its_layout_item(spec: PageSpec, desk: Desk, window: QWidget) -> None:
    """PySide6 wraps the items of a layout that is added to another, and lets go of them only in
    ``removeWidget``: where Qt takes a widget out by itself, as on adding it once more, the wrapper
    stays, and what gets its address next ends the program when it is deleted.
    """
    add_routine_from_template(desk.log, "s001-rachel-beginner")
    Diary(desk.log, TODAY).train(2)
    before = _item_wrappers()
    page = spec.build(desk, window)
    made = _item_wrappers() - before
    wrapped = {item: widget for item in made if (widget := item.widget()) is not None}
    page.show()
    for width in (1500, 800, 1500):
        page.resize(width, 800)
        QApplication.processEvents()
    settle(page)
    left = [widget for item, widget in wrapped.items() if _is_left_over(item, widget)]
    assert [described(one) if isValid(one) else type(one).__name__ for one in left] == []


def _item_wrappers() -> set[QWidgetItem]:
    return {one for one in getAllValidWrappers() if isinstance(one, QWidgetItem)}


def _is_left_over(item: QWidgetItem, widget: QWidget) -> bool:
    if not isValid(item):
        return False
    parent = widget.parentWidget() if isValid(widget) else None
    layouts = parent.findChildren(QLayout) if parent else []
    standing = next((each for each in layouts if each.indexOf(widget) >= 0), None)
    return standing is None or standing.itemAt(standing.indexOf(widget)) is not item
