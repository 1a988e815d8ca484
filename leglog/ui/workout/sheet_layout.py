"""The set sheet's measures: how high its lines are and how its columns share the width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView

from leglog.i18n import _
from leglog.ui.theme import current_theme
from leglog.ui.widgets.rows import dress_table
from leglog.ui.workout.sheet_rows import SectionLine, SetLine
from leglog.ui.workout.sheet_words import Column

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QTableView

    from leglog.ui.workout.sheet_model import SheetModel

WIDTHS = {
    Column.SET: 40,
    Column.TARGET: 92,
    Column.LAST: 96,
    Column.WEIGHT: 84,
    Column.REPS: 84,
    Column.SIDE: 64,
    Column.RPE: 54,
    Column.DONE: 54,
}
LEAST_READ_PX = 56
STRETCHED = (Column.TARGET, Column.LAST, Column.WEIGHT, Column.REPS)
HEADER_HEIGHT, SECTION_HEIGHT, EXERCISE_HEIGHT = 28, 24, 40
SET_HEIGHT, LOW_SET_HEIGHT = 32, 30
BAR = 3
"""The width of the bar beside the current exercise."""


class SheetLayout:
    """Gives lines their height and columns their width; lengths are pixels of the design."""

    def __init__(self, view: QTableView, model: SheetModel) -> None:
        self._view, self._model = view, model
        self._set_height = SET_HEIGHT
        dress_table(view)
        view.setProperty("focusRing", "none")
        # What paints its own ground is moved when it is scrolled, and only the new rows painted.
        view.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionsClickable(False)
        header.setFixedHeight(current_theme().px(HEADER_HEIGHT))

    def set_low(self, low: bool) -> None:
        """Use lower rows, where there is little room."""
        self._set_height = LOW_SET_HEIGHT if low else SET_HEIGHT
        self.lay_out()

    def lay_out(self) -> None:
        """Give every line its height and let headings span the columns."""
        theme = current_theme()
        self._view.clearSpans()
        for row in range(self._model.rowCount()):
            line = self._model.line(row)
            height = self._set_height
            if not isinstance(line, SetLine):
                self._view.setSpan(row, 0, 1, len(Column))
                height = SECTION_HEIGHT if isinstance(line, SectionLine) else EXERCISE_HEIGHT
            self._view.setRowHeight(row, theme.px(height))
        self.share_width()

    def share_width(self) -> None:
        """Give the columns the width of the view; some of them take what is spare."""
        theme = current_theme()
        header = self._view.horizontalHeader()
        # Heads may be longer in another language.
        fixed = {
            column: max(theme.px(width), header.sectionSizeHint(column))
            for column, width in WIDTHS.items()
        }
        spare = self._view.viewport().width() - sum(fixed.values())
        if spare < 0:
            # The tick must stay in sight: what is only read gives way and ends in dots.
            for column in (Column.TARGET, Column.LAST):
                fixed[column] = max(fixed[column] + spare // 2, theme.px(LEAST_READ_PX))
        spare = max(spare, 0)
        for column in Column:
            more = spare // len(STRETCHED) if column in STRETCHED else 0
            self._view.setColumnWidth(column, fixed[column] + more)

    def paint_rows(self, *rows: int) -> None:
        """Paint whole lines again."""
        for row in rows:
            self._paint_again(row, self._view.viewport().width())

    def paint_current_marks(self, ids: Collection[int]) -> None:
        """Paint again what tells the current exercise: its heading, and the bar beside its sets."""
        bar, whole = current_theme().px(BAR), self._view.viewport().width()
        for row in self._model.block_rows(ids):
            self._paint_again(row, whole if self._model.set_line(row) is None else bar)

    def paint_ground(self, place: QRect) -> None:
        """Paint what lies behind the lines."""
        QPainter(self._view.viewport()).fillRect(place, current_theme().colour("surface"))

    def paint_hint(self) -> None:
        """Say what to do where there is no set yet."""
        theme, painter = current_theme(), QPainter(self._view.viewport())
        painter.setPen(theme.colour("text_muted"))
        edge = theme.px(24)
        place = self._view.viewport().rect().adjusted(edge, edge, -edge, -edge)
        flags = Qt.AlignmentFlag.AlignHCenter.value | Qt.TextFlag.TextWordWrap.value
        words = _("No exercises yet. Type what you do in the line below, or add an exercise.")
        painter.drawText(place, flags, words)

    def _paint_again(self, row: int, width: int) -> None:
        top, height = self._view.rowViewportPosition(row), self._view.rowHeight(row)
        self._view.viewport().update(0, top, width, height)
