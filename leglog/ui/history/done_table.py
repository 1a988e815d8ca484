"""The exercises of a workout as a table: what was done against what was planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionViewItem, QTableView

from leglog.i18n import _
from leglog.ui import labels
from leglog.ui.history import words
from leglog.ui.theme import current_theme
from leglog.ui.widgets.rows import CAPTION_ROLE, TwoLineDelegate, dress_table

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QResizeEvent

    from leglog.services.history_detail import DoneExercise, WorkoutDetail
    from leglog.training.vocabulary import Unit

AnyIndex = QModelIndex | QPersistentModelIndex
_SAID = int(Qt.ItemDataRole.AccessibleTextRole)
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_RIGHT_COLUMNS = (3, 4)
SECTION, NAME, DONE = 0, 1, 2
LEAST_NAME, LEAST_DONE = 130, 64
ROW = 40


class DoneModel(QAbstractTableModel):
    """One row an exercise; below its name stands what was planned."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[str, ...]] = []
        self._plans: list[str] = []

    def show_detail(self, detail: WorkoutDetail, unit: Unit) -> None:
        """Show another workout."""
        self.beginResetModel()
        self._rows = []
        self._plans = [words.planned(each, unit) for each in detail.exercises]
        section = None
        for each in detail.exercises:
            name = "" if each.section is section else labels.section(each.section)
            section = each.section
            self._rows.append((name, *_cells(each, unit)))
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 5

    def data(self, index: AnyIndex, role: int = _DISPLAY) -> object:
        if not index.isValid():
            return None
        if role in (_DISPLAY, int(Qt.ItemDataRole.ToolTipRole)):
            return self._rows[index.row()][index.column()]
        if role == CAPTION_ROLE and index.column() == NAME:
            return self._plans[index.row()]
        if role == _SAID and index.column() == NAME:
            return f"{self._rows[index.row()][NAME]}, {self._plans[index.row()]}"
        if role == _ALIGN and index.column() in _RIGHT_COLUMNS:
            return _RIGHT
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _DISPLAY:
            return (
                _("Section"),
                _("Exercise"),
                _("Done"),
                _("Volume"),
                _("vs last time"),
            )[section]
        return _RIGHT if role == _ALIGN and section in _RIGHT_COLUMNS else None


class DoneTable(QTableView):
    """The table, with rows high enough for two lines."""

    def __init__(self, model: DoneModel) -> None:
        super().__init__()
        dress_table(self, row=ROW)
        self.setModel(model)
        self.setItemDelegateForColumn(NAME, _NameDelegate(self, height=ROW))
        self.setAccessibleName(_("Exercises of this workout"))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        model.modelReset.connect(self._leave_room_for_names)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._leave_room_for_names()

    def _leave_room_for_names(self) -> None:
        """Cut the sets, whose tip is the whole, before the names of the exercises."""
        header, theme = self.horizontalHeader(), current_theme()
        widths = {
            column: max(self.sizeHintForColumn(column), header.sectionSizeHint(column))
            for column in range(header.count())
            if column != NAME and not self.isColumnHidden(column)
        }
        missing = theme.px(LEAST_NAME) + sum(widths.values()) - self.viewport().width()
        mode = header.ResizeMode.Fixed if missing > 0 else header.ResizeMode.ResizeToContents
        header.setSectionResizeMode(DONE, mode)
        if missing > 0:
            header.resizeSection(DONE, max(theme.px(LEAST_DONE), widths[DONE] - missing))


class _NameDelegate(TwoLineDelegate):
    """A name and the plan below it, on the ground that the other cells of the row have."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one cell."""
        theme, ground = current_theme(), QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        cell = QStyle.ControlElement.CE_ItemViewItem
        ground.widget.style().drawControl(cell, ground, painter, ground.widget)
        place = QRect(option.rect).adjusted(theme.px(8), 0, -theme.px(8), 0)
        painter.save()
        self._paint_words(painter, theme, place, index, current=False)
        painter.restore()


def _cells(each: DoneExercise, unit: Unit) -> tuple[str, ...]:
    volume = words.whole_load(each.load_g, unit) if each.load_g else words.NOTHING
    return (
        each.name,
        words.sets_in_line(each, unit),
        volume,
        words.change(each.load_change_g, unit) if each.load_g else words.NOTHING,
    )
