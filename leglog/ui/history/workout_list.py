"""The list of workouts, with the back in short; rows are read as they come into view."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate

from leglog.i18n import _
from leglog.services.history import WorkoutFilter, WorkoutLine, workout_ids, workout_lines
from leglog.ui import localized
from leglog.ui.history import words
from leglog.ui.history.response_mark import MARK_PX, paint_response
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.rows import paint_row_ground

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from leglog.services.training_log import TrainingLog
    from leglog.training.vocabulary import Unit

AnyIndex = QModelIndex | QPersistentModelIndex
PAGE = 50
_WIDE_DAY = dt.date(2026, 9, 30)
"""A Wednesday in September: about as wide as a day gets."""
ROW = 44
ID_ROLE = int(Qt.ItemDataRole.UserRole)
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SAID = int(Qt.ItemDataRole.AccessibleTextRole)


class WorkoutListModel(QAbstractListModel):
    """Workouts, the newest first. Their ids are known at once, their lines as they are seen."""

    def __init__(self, log: TrainingLog, unit: Unit) -> None:
        super().__init__()
        self._log, self._unit = log, unit
        self._ids: tuple[int, ...] = ()
        self._lines: dict[int, WorkoutLine] = {}

    def search(self, sought: WorkoutFilter, unit: Unit) -> None:
        """Show the workouts that hold what is sought, read anew."""
        self.beginResetModel()
        self._unit = unit
        self._ids = workout_ids(self._log, sought)
        self._lines = {}
        self.endResetModel()

    def line(self, index: AnyIndex) -> WorkoutLine | None:
        """Return the workout of a row; it is read with the rows around it."""
        if not index.isValid():
            return None
        workout_id = self._ids[index.row()]
        if workout_id not in self._lines:
            start = index.row() // PAGE * PAGE
            around = workout_lines(self._log, self._ids[start : start + PAGE])
            self._lines |= {line.id: line for line in around}
        return self._lines.get(workout_id)

    def index_of(self, workout_id: int) -> QModelIndex:
        """Return the row of a workout; invalid where it is not among those found."""
        if workout_id not in self._ids:
            return QModelIndex()
        return self.index(self._ids.index(workout_id))

    @property
    def unit(self) -> Unit:
        """The unit in which loads are shown."""
        return self._unit

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def data(self, index: AnyIndex, role: int = _DISPLAY) -> object:
        line = self.line(index)
        if line is None:
            return None
        if role == _DISPLAY:
            return line.title
        if role == ID_ROLE:
            return line.id
        if role == _SAID:
            return ", ".join(
                part
                for part in (
                    localized.short_day(line.date),
                    line.title,
                    words.line_caption(line, self._unit),
                    words.back_in_short(line.back),
                    words.response_words(line.back.response),
                )
                if part
            )
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return words.response_words(line.back.response)
        return None


class WorkoutList(QListView):
    """Enter opens the chosen workout, Del takes it out."""

    opened = Signal(int)
    removal_wanted = Signal(int)

    def __init__(self, model: WorkoutListModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(_Delegate(self, model))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(_("Workouts"))
        self.setProperty("focusRing", "none")
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(ID_ROLE)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        workout_id = self.currentIndex().data(ID_ROLE)
        if isinstance(workout_id, int):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
                self.opened.emit(workout_id)
                return
            if event.key() == Qt.Key.Key_Delete:
                self.removal_wanted.emit(workout_id)
                return
        super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: QListView, model: WorkoutListModel) -> None:
        super().__init__(view)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(current_theme().px(200), current_theme().px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint day, title with its figures, the back in short and the shape of the response."""
        line = self._model.line(index)
        if line is None:
            return
        theme, place = current_theme(), QRect(option.rect)
        painter.save()
        current = paint_row_ground(painter, option, theme)
        place.adjust(theme.px(16), 0, -theme.px(12), 0)
        size = theme.px(MARK_PX)
        mark = QRect(place.right() - size, place.center().y() - size // 2, size, size)
        paint_response(painter, mark, line.back.response)
        day_width = self._paint_day(painter, place, line, current=current)
        painter.setFont(theme.font(Role.CAPTION))
        painter.setPen(theme.colour("text_muted"))
        back = words.back_in_short(line.back)
        right = place.adjusted(0, 0, -size - theme.px(10), 0)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(right, flags, back)
        width = QFontMetrics(painter.font()).horizontalAdvance(back)
        middle = right.adjusted(day_width, 0, -width - theme.px(8), 0)
        self._paint_title(painter, middle, line, current=current)
        painter.restore()

    def _paint_day(
        self, painter: QPainter, place: QRect, line: WorkoutLine, *, current: bool
    ) -> int:
        """Paint the day and return the room that all days take."""
        theme = current_theme()
        font = theme.font(Role.BODY, bold=True)
        painter.setFont(theme.font(Role.BODY, bold=current))
        painter.setPen(theme.colour("text"))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, localized.short_day(line.date))
        widest = QFontMetrics(font).horizontalAdvance(localized.short_day(_WIDE_DAY))
        return max(theme.px(84), widest + theme.px(10))

    def _paint_title(
        self, painter: QPainter, place: QRect, line: WorkoutLine, *, current: bool
    ) -> None:
        theme = current_theme()
        elide = Qt.TextElideMode.ElideRight
        font = theme.font(Role.BODY, bold=current)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        upper = place.adjusted(0, theme.px(4), 0, -place.height() // 2)
        title = QFontMetrics(font).elidedText(line.title, elide, place.width())
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, title)
        small = theme.font(Role.CAPTION)
        painter.setFont(small)
        painter.setPen(theme.colour("text_muted"))
        lower = place.adjusted(0, place.height() // 2, 0, -theme.px(4))
        caption = words.line_caption(line, self._model.unit)
        shown = QFontMetrics(small).elidedText(caption, elide, place.width())
        painter.drawText(lower, Qt.AlignmentFlag.AlignVCenter, shown)
