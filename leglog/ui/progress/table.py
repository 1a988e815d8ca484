"""The figures of a chart as a table: the same data, to read, sort and copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from leglog.ui.progress.content import Table

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

AnyIndex = QModelIndex | QPersistentModelIndex
SORT_ROLE = Qt.ItemDataRole.UserRole

# Comparing enumeration members per cell is what a table of a thousand cells spends its time on.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SORT = int(SORT_ROLE)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class ProgressTable(QAbstractTableModel):
    """One row a bar, a day, a workout or an exercise, as the chart has it."""

    def __init__(self) -> None:
        super().__init__()
        self._table = Table()

    def show_table(self, table: Table) -> None:
        """Show other figures."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._table.headers)

    def data(self, index: AnyIndex, role: int = _DISPLAY) -> object:
        if not index.isValid():
            return None
        if role == _DISPLAY:
            return self._table.rows[index.row()][index.column()].words
        if role == _SORT:
            return self._table.rows[index.row()][index.column()].value
        if role == _ALIGN and index.column() > 0:
            return _RIGHT
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        headers = self._table.headers
        if orientation is not Qt.Orientation.Horizontal or section >= len(headers):
            return None
        if role == _DISPLAY:
            return headers[section]
        if role == _ALIGN and section > 0:
            return _RIGHT
        return None

    def day_of(self, row: int) -> dt.date | None:
        """Return the day that a row opens."""
        return self._table.days[row] if row < len(self._table.days) else None

    def as_text(self, rows: Sequence[int]) -> str:
        """Return rows with the headings, cells parted by tabs, for the clipboard."""
        lines = [
            list(self._table.headers),
            *([cell.words for cell in self._table.rows[row]] for row in rows),
        ]
        return "\n".join("\t".join(line) for line in lines)
