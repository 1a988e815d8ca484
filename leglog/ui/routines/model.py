"""The plan of a routine as a table: a row for each section and each exercise in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    Qt,
    Signal,
)

from leglog.ui.exercise_rows import EXERCISE_MIME
from leglog.ui.routines import words
from leglog.ui.routines.cells import (
    FIELDS,
    MORE,
    REST,
    SETS,
    SIDE,
    TARGET,
    TYPED,
    WEIGHT,
    Row,
    cell_text,
    heading,
    how_to_type,
    mixed,
    rows_of,
    said,
    tip,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from leglog.services.routine_reading import PlannedExerciseView, RoutineView
    from leglog.training.vocabulary import Section
    from leglog.ui.widgets.table_model import AnyIndex

ITEM_MIME = "application/x-leglog-routine-exercise"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a routine: the section, and how many of its exercises stand before."""

    section: Section
    place: int


class RoutineModel(QAbstractTableModel):
    """Shows one routine. A drop and a typed value only tell; whoever hears asks the service."""

    moved = Signal(int, object)
    """The id of a row that was dropped, and the Spot it was dropped on."""
    added = Signal(int, object)
    """The id of an exercise of the library, and the Spot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def show(self, view: RoutineView | None) -> None:
        """Show ``view``; where its rows are the same ones, an open editor stays as it is."""
        rows = rows_of(view) if view else ()
        if [row.key for row in rows] == [row.key for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, MORE))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows in their order."""
        return self._rows

    def row_at(self, index: AnyIndex) -> Row | None:
        """Return the row of an index, or None."""
        return self._rows[index.row()] if index.isValid() else None

    def item_at(self, index: AnyIndex) -> PlannedExerciseView | None:
        """Return the exercise of an index, or None on the head of a section."""
        row = self.row_at(index)
        return row.item if row else None

    def find(self, key: tuple[str, int]) -> int | None:
        """Return the number of the row with this key, or None."""
        return next((n for n, row in enumerate(self._rows) if row.key == key), None)

    def spot_before(self, gap: int) -> Spot:
        """Return the place that the gap above row ``gap`` stands for.

        A gap belongs to the section of the row above it; above everything is the first section.
        """
        above = self._rows[: max(gap, 1)]
        part = above[-1].part
        inside = [row for row in above if row.part is part and row.item is not None]
        return Spot(part.section, len(inside))

    def field_after(self, index: AnyIndex, step: int) -> QModelIndex:
        """Return the field after (1) or before (-1) an index, row by row, without the heads."""
        row, column = index.row(), index.column() + step
        while 0 <= row < len(self._rows):
            if column in FIELDS and self._rows[row].item is not None:
                return self.index(row, column)
            row += step
            column = FIELDS[0] if step > 0 else FIELDS[-1]
        return QModelIndex()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else MORE + 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell_text(row, index.column())
            case Qt.ItemDataRole.EditRole:
                text = cell_text(row, index.column())
                return "" if text == words.NOTHING else text
            case Qt.ItemDataRole.ToolTipRole:
                return tip(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return said(row, index.column())
            case _:
                return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in (SETS, TARGET, WEIGHT, REST):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.TextAlignmentRole and section == SIDE:
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return how_to_type(section)
        return heading(section) if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        item = self.item_at(index)
        if item is None:
            return flags | Qt.ItemFlag.ItemIsDropEnabled
        flags |= Qt.ItemFlag.ItemIsDragEnabled
        if (
            index.column() in TYPED
            and cell_text(self._rows[index.row()], index.column()) != mixed()
        ):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def mimeTypes(self) -> list[str]:
        return [ITEM_MIME, EXERCISE_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        mime = QMimeData()
        item = next((found for one in indexes if (found := self.item_at(one))), None)
        if item is not None:
            mime.setData(ITEM_MIME, QByteArray(str(item.id).encode()))
            mime.setText(item.name)
        return mime

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex
    ) -> bool:
        return bool(self._rows) and any(data.hasFormat(kind) for kind in self.mimeTypes())

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex
    ) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        # Dropped onto a row instead of between two, it goes below that row.
        gap = parent.row() + 1 if parent.isValid() else row if row >= 0 else len(self._rows)
        spot = self.spot_before(gap)
        if data.hasFormat(ITEM_MIME):
            item_id = _number(data, ITEM_MIME)
            self.moved.emit(item_id, self._without(item_id, spot))
        else:
            self.added.emit(_number(data, EXERCISE_MIME), spot)
        # The service has moved the row already; Qt must not take it out.
        return False

    def _without(self, item_id: int, spot: Spot) -> Spot:
        """Return the spot counted without the row that moves."""
        inside = [
            row.item.id for row in self._rows if row.item and row.part.section is spot.section
        ]
        gone = item_id in inside[: spot.place]
        return Spot(spot.section, spot.place - gone)


def _number(data: QMimeData, kind: str) -> int:
    return int(bytes(data.data(kind).data()).decode())
