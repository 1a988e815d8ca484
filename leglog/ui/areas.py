"""Going from area to area of a page with F6."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence


def go_to_area(areas: Sequence[QWidget], by: int) -> None:
    """Give the focus to the next area that shows, or the one before (-1), then round again."""
    shown = [area for area in areas if area.isVisible()]
    if not shown:
        return
    focus = QApplication.focusWidget()
    inside = [place for place, area in enumerate(shown) if focus and _holds(area, focus)]
    place = (inside[-1] + by) % len(shown) if inside else 0 if by > 0 else -1
    _focus_into(shown[place])


def _holds(area: QWidget, widget: QWidget) -> bool:
    return area is widget or area.isAncestorOf(widget)


def _focus_into(area: QWidget) -> None:
    """Focus ``area``, or the first widget inside that takes the focus by Tab."""
    if _takes_tab(area) or area.focusProxy() is not None:
        area.setFocus(Qt.FocusReason.TabFocusReason)
        return
    widget = area.nextInFocusChain()
    while widget is not None and widget is not area and _holds(area, widget):
        if _takes_tab(widget) and widget.isVisible():
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return
        widget = widget.nextInFocusChain()


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
