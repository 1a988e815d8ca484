"""The grid of a month: its days as a model, the keys in it, and how a day is painted."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from leglog.i18n import _
from leglog.ui import localized
from leglog.ui.letter_keys import letter_keys_on
from leglog.ui.theme import Role, current_theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent

    from leglog.ui.theme import Theme
    from leglog.ui.widgets.table_model import AnyIndex


class DayState(StrEnum):
    """How a day's cell is drawn."""

    PLAIN = "plain"
    DONE = "done"
    """Tinted and framed."""
    UNFINISHED = "unfinished"
    """Dashed frame in the warning colour."""
    PLANNED = "planned"
    """Dashed frame in the accent colour."""


@dataclass(frozen=True, slots=True)
class DayMark:
    """What one day shows; ``said`` is added to its date for screen readers."""

    state: DayState = DayState.PLAIN
    letter: str = ""
    strip: str = ""
    """A colour ('#AADFE5'), or empty for no strip."""
    said: str = ""
    level: float | None = None
    """How long the bar above the strip is, 0 to 1; None for no bar."""


class MonthModel(QAbstractTableModel):
    """The days of one month and its neighbours, as many weeks as it needs."""

    def __init__(self, today: dt.date, first_weekday: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.current = today
        self._today, self._first_weekday = today, first_weekday
        self._marks: Mapping[dt.date, DayMark] = {}
        self.first_day = dt.date.min
        self._weeks = 0

    def show_day(self, date: dt.date) -> bool:
        """Make ``date`` current; return whether another month is shown now."""
        start = date.replace(day=1)
        first = start - dt.timedelta(days=(start.weekday() - self._first_weekday) % 7)
        turned = self._weeks == 0 or start != self.current.replace(day=1)
        if turned:
            self.beginResetModel()
        self.current = date
        self.first_day = first
        last = add_months(start, 1) - dt.timedelta(days=1)
        self._weeks = (last - first).days // 7 + 1
        if turned:
            self.endResetModel()
        return turned

    def set_first_weekday(self, first_weekday: int) -> bool:
        """Begin weeks on another day, 0 for Monday; return whether that is a change."""
        if first_weekday == self._first_weekday:
            return False
        self._first_weekday = first_weekday
        self._weeks = 0
        return self.show_day(self.current)

    def set_marks(self, marks: Mapping[dt.date, DayMark]) -> None:
        self._marks = dict(marks)
        self._tell()

    def set_today(self, today: dt.date) -> None:
        self._today = today
        self._tell()

    def date_at(self, index: AnyIndex) -> dt.date:
        return self.first_day + dt.timedelta(days=index.row() * 7 + index.column())

    def index_of(self, date: dt.date) -> QModelIndex:
        row, column = divmod((date - self.first_day).days, 7)
        return self.index(row, column)

    def mark(self, date: dt.date) -> DayMark:
        return self._marks.get(date, DayMark())

    def is_today(self, date: dt.date) -> bool:
        return date == self._today

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._weeks

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 7

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the day's number, or its date and mark in words."""
        date = self.date_at(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return str(date.day)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = self.mark(date).said
            return ", ".join(filter(None, (localized.long_day(date, year=True), said)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.mark(date).said or None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        day = (self._first_weekday + section) % 7
        if role == Qt.ItemDataRole.DisplayRole:
            return localized.weekday(day)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return localized.weekday(day, short=False)
        return None

    def _tell(self) -> None:
        if self._weeks:
            self.dataChanged.emit(self.index(0, 0), self.index(self._weeks - 1, 6))


class MonthGrid(QTableView):
    """The days as cells; it tells where keys and clicks go and moves nothing itself."""

    moved = Signal(object)
    opened = Signal(object)
    turned = Signal(int)
    home_wanted = Signal()

    def __init__(self, model: MonthModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._days = model
        self.setModel(model)
        self.setItemDelegate(_DayDelegate(model, self))
        self.setAccessibleName(_("Calendar"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        header.setProperty("plain", "true")
        self.clicked.connect(lambda index: self.moved.emit(model.date_at(index)))
        self.doubleClicked.connect(lambda index: self.opened.emit(model.date_at(index)))
        model.modelReset.connect(self._measure)

    def show_current(self) -> None:
        """Put the table's cursor on the chosen day."""
        flags = QItemSelectionModel.SelectionFlag.NoUpdate
        self.selectionModel().setCurrentIndex(self._days.index_of(self._days.current), flags)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        days = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7,
        }  # fmt: skip
        key = Qt.Key(event.key())
        if key in days:
            self.moved.emit(self._days.current + dt.timedelta(days=days[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turned.emit(1 if key == Qt.Key.Key_PageDown else -1)
        elif key == Qt.Key.Key_T and not event.modifiers() and letter_keys_on():
            self.home_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self._days.current)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(7 * 49), self._wanted_height())

    def minimumSizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(7 * 40), self._wanted_height())

    def _wanted_height(self) -> int:
        theme = current_theme()
        return self._days.rowCount() * theme.px(46) + self.horizontalHeader().sizeHint().height()

    def _measure(self) -> None:
        self.setFixedHeight(self._wanted_height())
        self.updateGeometry()


class _DayDelegate(QStyledItemDelegate):
    def __init__(self, model: MonthModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._days = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        theme, date = current_theme(), self._days.date_at(index)
        mark = self._days.mark(date)
        selected = date == self._days.current
        cell = QRect(option.rect).adjusted(theme.px(2), theme.px(2), -theme.px(3), -theme.px(2))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = (date.year, date.month) == (self._days.current.year, self._days.current.month)
        painter.setOpacity(1 if inside else 0.5)
        self._paint_ground(painter, theme, cell, mark.state, selected=selected)
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(cell).adjusted(-1, -1, 1, 1), theme.px(5), theme.px(5))
        self._paint_words(painter, theme, cell, date, selected=selected)
        if mark.level is not None:
            bar = QRect(cell.left() + theme.px(6), cell.bottom() - theme.px(11), 0, theme.px(4))
            bar.setWidth(max(theme.px(2), round((cell.width() - theme.px(12)) * mark.level)))
            painter.fillRect(bar, theme.colour("on_accent" if selected else "accent"))
        if mark.strip:
            strip = QRect(cell.left() + theme.px(6), cell.bottom() - theme.px(5), 0, theme.px(3))
            strip.setWidth(cell.width() - theme.px(12))
            painter.fillRect(strip, mark.strip)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, theme: Theme, cell: QRect, state: DayState, *, selected: bool
    ) -> None:
        frame = QRectF(cell).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
        elif state is DayState.DONE:
            painter.setPen(QPen(theme.colour("accent_border"), 1))
            painter.setBrush(theme.colour("accent_tint"))
        elif state is DayState.PLAIN:
            return
        else:
            name = "accent" if state is DayState.PLANNED else "warning"
            painter.setPen(QPen(theme.colour(name), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(frame, theme.px(4), theme.px(4))

    def _paint_words(
        self, painter: QPainter, theme: Theme, cell: QRect, date: dt.date, *, selected: bool
    ) -> None:
        mark = self._days.mark(date)
        painter.setFont(theme.font(Role.BODY, bold=self._days.is_today(date)))
        painter.setPen(theme.colour("on_accent" if selected else "text"))
        words = cell.adjusted(theme.px(6), theme.px(2), -theme.px(6), 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft, str(date.day))
        if mark.letter:
            painter.setFont(theme.font(Role.CAPTION, bold=True))
            if mark.state is DayState.PLANNED and not selected:
                painter.setPen(theme.colour("accent"))
            painter.drawText(
                words.adjusted(0, theme.px(1), 0, 0), Qt.AlignmentFlag.AlignRight, mark.letter
            )


def add_months(date: dt.date, months: int) -> dt.date:
    """Return the same day ``months`` later, or the month's last day where it is shorter."""
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    start_of_next = dt.date(year + (month == 11), (month + 1) % 12 + 1, 1)
    last = (start_of_next - dt.timedelta(days=1)).day
    return dt.date(year, month + 1, min(date.day, last))
