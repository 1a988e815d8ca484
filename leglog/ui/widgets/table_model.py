"""A table of values, a row each, whose columns are declared: a heading and how a cell reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Row = TypeVar("Row")
AnyIndex = QModelIndex | QPersistentModelIndex

# Comparing enumeration members is what a table of a thousand cells would spend its time on.
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
TIP = int(Qt.ItemDataRole.ToolTipRole)
SAID = int(Qt.ItemDataRole.AccessibleTextRole)
ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its heading, and the words of a row in it; numbers stand at the right."""

    heading: str
    words: Callable[[Row], str]
    is_number: bool = False


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Shows values as rows, to be read; a cell's tip is its text, which may be cut off.

    A table with more to it answers further roles in ``data`` and leaves the others to this class.
    """

    def __init__(self, *columns: Column[Row]) -> None:
        super().__init__()
        self._columns = columns
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Iterable[Row], *columns: Column[Row]) -> None:
        """Show other rows; in other columns too, where any are given."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self._columns = columns or self._columns
        self.endResetModel()

    def row_at(self, index: AnyIndex) -> Row | None:
        """Return the value in the row of ``index``, None for an index that is nowhere."""
        return self.rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: AnyIndex, role: int = DISPLAY) -> object:
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        if role in (DISPLAY, TIP):
            return column.words(self.rows[index.row()])
        return _alignment(column) if role == ALIGN else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == DISPLAY:
            return self._columns[section].heading
        return _alignment(self._columns[section]) if role == ALIGN else None


def _alignment(column: Column[Row]) -> int:
    return RIGHT if column.is_number else LEFT
