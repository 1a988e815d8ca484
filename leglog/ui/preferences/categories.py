"""The list of categories beside the cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from leglog.i18n import _
from leglog.ui.theme import Role, current_theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent

    from leglog.ui.widgets.table_model import AnyIndex

WIDTH_PX, ROW_PX = 176, 36


class Categories(QListWidget):
    """Arrows scroll to a category; Enter and a click go into it."""

    shown = Signal(int)
    """The category under the cursor is another one."""
    entered_into = Signal(int)
    """The person goes into the category of this row."""

    def __init__(self, titles: Iterable[str]) -> None:
        super().__init__()
        self.setAccessibleName(_("Categories"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("focusRing", "none")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("box", "plain")
        self.setItemDelegate(_Delegate(self))
        self.addItems(list(titles))
        self.setCurrentRow(0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.currentRowChanged.connect(self.shown)
        self.clicked.connect(lambda index: self.entered_into.emit(index.row()))

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(WIDTH_PX), theme.px(ROW_PX) * self.count() + theme.px(2))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.entered_into.emit(self.currentRow())
        else:
            super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        theme = current_theme()
        return QSize(theme.px(WIDTH_PX) - 2, theme.px(ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint a name; the current one lies on white with a bar at its left."""
        theme, place = current_theme(), QRect(option.rect)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        if current or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, theme.colour("surface" if current else "surface_alt"))
        if current:
            bar = QRect(place.topLeft(), QSize(theme.px(3), place.height()))
            painter.fillRect(bar, theme.colour("accent"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRect(place.adjusted(1, 1, -1, -1))
        painter.setFont(theme.font(Role.BODY, bold=current))
        painter.setPen(theme.colour("text"))
        words = place.adjusted(theme.px(14), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, str(index.data()))
