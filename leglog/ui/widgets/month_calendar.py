"""One month as a grid of days, each with a letter, a strip of colour and a state."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
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
    QHBoxLayout,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from leglog.i18n import _
from leglog.ui import localized
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Button, IconButton, Size
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent

    from leglog.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex


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


class MonthCalendar(QWidget):
    """A month to look at and to choose a day from.

    Arrows move by days and on into the next month, PgUp and PgDn by months, T goes to today,
    Enter opens the day.
    """

    day_chosen = Signal(object)
    """The current day moved to this datetime.date."""
    day_opened = Signal(object)
    """Enter or a double click on this datetime.date."""
    month_shown = Signal(object)
    """Another month is shown, given by its first day: set its marks with ``set_days``."""

    def __init__(
        self, today: dt.date, *, first_weekday: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        theme = current_theme()
        self._today = today
        first = localized.first_weekday() if first_weekday is None else first_weekday
        self._model = _MonthModel(today, first, self)
        self._grid = _Grid(self._model, self)
        self._title = Text("", Role.EXERCISE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addLayout(self._head())
        column.addWidget(self._grid)
        self.setFocusProxy(self._grid)
        self._grid.moved.connect(self._on_moved)
        self._grid.opened.connect(self.day_opened)
        self._grid.turned.connect(self.turn)
        self._grid.home_wanted.connect(self.go_to_today)
        self.set_current(today)

    @property
    def current(self) -> dt.date:
        """The chosen day."""
        return self._model.current

    @property
    def first_shown(self) -> dt.date:
        """The first day of the grid, which may lie in the month before."""
        return self._model.first_day

    @property
    def last_shown(self) -> dt.date:
        """The last day of the grid."""
        return self._model.first_day + dt.timedelta(days=7 * self._model.rowCount() - 1)

    def set_days(self, marks: Mapping[dt.date, DayMark]) -> None:
        """Show ``marks``; days that are not among them are plain."""
        self._model.set_marks(marks)

    def set_today(self, today: dt.date) -> None:
        """Mark another day as today."""
        self._today = today
        self._model.set_today(today)

    def set_current(self, date: dt.date) -> None:
        """Choose ``date`` and show its month, without telling that it was chosen."""
        turned = self._model.show_day(date)
        self._title.setText(localized.month(date))
        self._grid.show_current()
        if turned:
            self.month_shown.emit(date.replace(day=1))

    def turn(self, months: int) -> None:
        """Go ``months`` on or back, to the same day where the month has it."""
        self._choose(_add_months(self.current, months))

    def go_to_today(self) -> None:
        """Choose today."""
        self._choose(self._today)

    def _choose(self, date: dt.date) -> None:
        if date != self.current:
            self.set_current(date)
            self.day_chosen.emit(date)

    def _on_moved(self, date: dt.date) -> None:
        self._choose(date)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(current_theme().px(8))
        row.addWidget(self._title)
        row.addStretch()
        back = IconButton("chevron_left", _("Previous month"), size=Size.SMALL)
        back.clicked.connect(lambda: self.turn(-1))
        today = Button(_("Today"), size=Size.SMALL)
        today.clicked.connect(self.go_to_today)
        on = IconButton("chevron_right", _("Next month"), size=Size.SMALL)
        on.clicked.connect(lambda: self.turn(1))
        for button in (back, today, on):
            row.addWidget(button)
        return row


class _MonthModel(QAbstractTableModel):
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
        last = _add_months(start, 1) - dt.timedelta(days=1)
        self._weeks = (last - first).days // 7 + 1
        if turned:
            self.endResetModel()
        return turned

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

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        return 0 if parent.isValid() else self._weeks

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 7

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


class _Grid(QTableView):
    moved = Signal(object)
    opened = Signal(object)
    turned = Signal(int)
    home_wanted = Signal()

    def __init__(self, model: _MonthModel, parent: QWidget) -> None:
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
        elif key == Qt.Key.Key_T and not event.modifiers():
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
    def __init__(self, model: _MonthModel, parent: QWidget) -> None:
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


def _add_months(date: dt.date, months: int) -> dt.date:
    """Return the same day ``months`` later, or the month's last day where it is shorter."""
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    start_of_next = dt.date(year + (month == 11), (month + 1) % 12 + 1, 1)
    last = (start_of_next - dt.timedelta(days=1)).day
    return dt.date(year, month + 1, min(date.day, last))
