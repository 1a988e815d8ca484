"""A list in columns that is gone through by keys: what is done with a row, its keys do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView, QTableView

from leglog.ui.theme import current_theme
from leglog.ui.widgets.rows import dress_table
from leglog.ui.widgets.table_model import Column, RowsModel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Row = TypeVar("Row")


class ListTable(QTableView, Generic[Row]):
    """Shows values as rows; other rows leave the cursor where it was."""

    def __init__(self, name: str, *columns: Column[Row], stretched: int, height: int) -> None:
        """Name the table for screen readers; the column ``stretched`` takes the room left over.

        ``height`` is the least, in pixels of the design.
        """
        super().__init__()
        dress_table(self)
        self._rows = RowsModel(*columns)
        self.setModel(self._rows)
        self.setAccessibleName(name)
        self.setMinimumHeight(current_theme().px(height))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)

    def on_key(self, key: str, do: Callable[[], object]) -> None:
        """Let a key do something while the table has the focus."""
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(do)

    @property
    def values(self) -> tuple[Row, ...]:
        """What is shown, from the top."""
        return self._rows.rows

    @property
    def current(self) -> Row | None:
        """The value at the cursor."""
        return self._rows.row_at(self.currentIndex())

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Show other rows."""
        row = self.currentIndex().row()
        self._rows.show_rows(rows)
        if self.values:
            self.selectRow(min(max(row, 0), len(self.values) - 1))
