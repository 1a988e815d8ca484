"""Rows of words in columns, as in a small table that is only read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from leglog.ui.widgets.text import Text


class WordGrid(QGridLayout):
    """Shows rows of words, again and again.

    A label stays for whatever comes into its place next: making, dressing and laying out a
    hundred new ones would stop the window. ``make`` makes the one of a row and a column.
    """

    def __init__(self, make: Callable[[int, int], Text]) -> None:
        super().__init__()
        self._make = make
        self._labels: dict[tuple[int, int], Text] = {}

    def show_rows(self, rows: Iterable[tuple[str, ...]]) -> None:
        """Show other rows in the place of those before."""
        words = {
            (row, column): text
            for row, cells in enumerate(rows)
            for column, text in enumerate(cells)
        }
        for place, text in words.items():
            label = self._labels.get(place)
            if label is None:
                label = self._labels[place] = self._make(*place)
                self.addWidget(label, *place)
            label.setText(text)
        for place, label in self._labels.items():
            label.setVisible(place in words)
