"""The figures of a chart as a table: the same data, to read, sort and copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from leglog.ui.progress.content import Cell, Table
from leglog.ui.widgets.table_model import DISPLAY, Column, RowsModel

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from leglog.ui.widgets.table_model import AnyIndex

SORT_ROLE = int(Qt.ItemDataRole.UserRole)


class ProgressTable(RowsModel["Sequence[Cell]"]):
    """One row a bar, a day, a workout or an exercise, as the chart has it."""

    def __init__(self) -> None:
        super().__init__()
        self._table = Table()

    def show_table(self, table: Table) -> None:
        """Show other figures."""
        self._table = table
        columns = (
            Column(heading, _cell(place), is_number=place > 0)
            for place, heading in enumerate(table.headers)
        )
        self.show_rows(table.rows, *columns)

    def data(self, index: AnyIndex, role: int = DISPLAY) -> object:
        row = self.row_at(index)
        if row is not None and role == SORT_ROLE:
            return row[index.column()].value
        return super().data(index, role)

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


def _cell(place: int) -> Callable[[Sequence[Cell]], str]:
    return lambda row: row[place].words
