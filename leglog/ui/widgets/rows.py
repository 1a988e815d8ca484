"""How lists and tables look: hairlines, a bar at the current row, titles with a line below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from leglog.ui.theme import Role, current_theme

if TYPE_CHECKING:
    from leglog.ui.theme import Theme
    from leglog.ui.widgets.table_model import AnyIndex


CAPTION_ROLE = Qt.ItemDataRole.UserRole + 101
"""The muted line below the title."""
TRAILING_ROLE = Qt.ItemDataRole.UserRole + 102
"""The muted text at the right end."""


class TwoLineDelegate(QStyledItemDelegate):
    """Rows of a list: title (DisplayRole), caption below, text at the right end, icon after it."""

    def __init__(self, view: QAbstractItemView, *, height: int = 44) -> None:
        super().__init__(view)
        self._height = height

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        theme = current_theme()
        return QSize(theme.px(160), theme.px(self._height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one row."""
        theme, place = current_theme(), QRect(option.rect)
        current = paint_row_ground(painter, option, theme)
        place.adjust(theme.px(14), 0, -theme.px(12), 0)
        trailing = _text(index, TRAILING_ROLE)
        painter.setFont(theme.font(Role.CAPTION))
        painter.setPen(theme.colour("text_muted"))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, flags, trailing)
        place.setRight(place.right() - QFontMetrics(painter.font()).horizontalAdvance(trailing) - 8)
        self._paint_words(painter, theme, place, index, current=current)

    def _paint_words(
        self, painter: QPainter, theme: Theme, place: QRect, index: AnyIndex, *, current: bool
    ) -> None:
        caption = _text(index, CAPTION_ROLE)
        title = QRect(place)
        if caption:
            title.setHeight(place.height() // 2 + theme.px(3))
        font = theme.font(Role.BODY, bold=current)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        width = place.width()
        words = QFontMetrics(font).elidedText(
            _text(index, Qt.ItemDataRole.DisplayRole), Qt.TextElideMode.ElideRight, width
        )
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, words)
        if caption:
            below = place.adjusted(0, place.height() // 2, 0, -theme.px(3))
            small = theme.font(Role.CAPTION)
            painter.setFont(small)
            painter.setPen(theme.colour("text_muted"))
            shown = QFontMetrics(small).elidedText(caption, Qt.TextElideMode.ElideRight, width)
            painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, shown)


def paint_row_ground(
    painter: QPainter, option: QStyleOptionViewItem, theme: Theme, *, bar: bool = True
) -> bool:
    """Paint ground, hairline and focus of a row or cell; return whether it is selected.

    The ``bar`` of the current row stands at its beginning: in a table, in the first cell alone.
    """
    place, state = QRect(option.rect), option.state
    selected = bool(state & QStyle.StateFlag.State_Selected)
    if selected or state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(place, theme.colour("accent_tint" if selected else "surface_alt"))
    painter.fillRect(place.left(), place.bottom(), place.width(), 1, theme.colour("border"))
    if selected and bar:
        beginning = QRect(place.topLeft(), QSize(theme.px(3), place.height()))
        painter.fillRect(beginning, theme.colour("accent"))
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(theme.colour("focus"), 2))
        painter.drawRect(place.adjusted(1, 1, -1, -2))
    return selected


def dress_table(table: QTableView, *, row: int = 32) -> None:
    """Give a table the look of the program: hairlines, whole rows, a quiet header."""
    theme = current_theme()
    table.setShowGrid(False)
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(theme.px(row))
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def _text(index: AnyIndex, role: int) -> str:
    data = index.data(role)
    return data if isinstance(data, str) else ""
