"""The two columns of Today, which lie below each other where the page is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from leglog.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Iterable

STACKED_BELOW = 1100
"""The page's width, in pixels of the design, below which the columns lie below each other."""
RIGHT_COLUMN = 360
_ANY_WIDTH = 16_777_215


class TodayColumns(QBoxLayout):
    """Places cards left and right; ``question`` always stands at the head of a column."""

    def __init__(
        self, left: Iterable[QWidget], right: Iterable[QWidget], question: QWidget
    ) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight)
        self.setSpacing(current_theme().px(16))
        self.left, self.right = _column(left), _column(right)
        self._question = question
        self.addWidget(self.left, 1)
        self.addWidget(self.right)
        self.set_visible(False)

    def set_visible(self, visible: bool) -> None:
        """Show or hide both columns."""
        self.left.setVisible(visible)
        self.right.setVisible(visible)

    def put_first(self, left: QWidget, right: QWidget) -> None:
        """Put two cards at the heads of the columns."""
        _insert_first(self.left, left)
        _insert_first(self.right, right)

    def fit(self, width: int) -> None:
        """Lay the columns out for a page of this width."""
        theme = current_theme()
        stacked = width < theme.px(STACKED_BELOW)
        way = QBoxLayout.Direction
        self.setDirection(way.TopToBottom if stacked else way.LeftToRight)
        self.right.setMaximumWidth(_ANY_WIDTH if stacked else theme.px(RIGHT_COLUMN))
        self.right.setMinimumWidth(0 if stacked else theme.px(RIGHT_COLUMN))
        self._place_question(self.left if stacked else self.right)

    def _place_question(self, column: QWidget) -> None:
        """Put the question at the head of a column: below the other cards it would be missed."""
        if self._question.parent() is column:
            return
        focus = _focus_in(column.window())
        _insert_first(column, self._question)
        if focus is not None and self._question.isAncestorOf(focus):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)


def _focus_in(window: QWidget) -> QWidget | None:
    """Return where keys would go; at start the focus is put before the window is in front."""
    return window.focusWidget()


def _column(parts: Iterable[QWidget]) -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(current_theme().px(16))
    for part in parts:
        layout.addWidget(part)
    return column


def _insert_first(column: QWidget, widget: QWidget) -> None:
    layout = column.layout()
    if isinstance(layout, QBoxLayout):
        layout.insertWidget(0, widget)
