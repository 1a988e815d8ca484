"""Where a drag would land in the plan: a line between two rows, and a tag that says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QLabel

from leglog.i18n import _
from leglog.ui import labels
from leglog.ui.theme import current_theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView

    from leglog.ui.routines.model import RoutineModel


class DropMark:
    """Follows a drag over ``view``; the gap above row n has the number n."""

    def __init__(self, view: QTableView, model: RoutineModel) -> None:
        self._view, self._model = view, model
        self._point: QPoint | None = None
        self._name = ""
        self.tag = QLabel(view.viewport())
        self.tag.setProperty("box", "tag")
        self.tag.hide()
        # What is under the pointer is another row once the plan has scrolled.
        view.verticalScrollBar().valueChanged.connect(self._follow)

    def show_at(self, point: QPoint, name: str) -> None:
        """Show where the exercise of this name would go."""
        self._point, self._name = point, name
        spot = self._model.spot_before(self.gap_at(point))
        words = _("{name} into {section}, place {place}").format(
            name=name, section=labels.section(spot.section), place=spot.place + 1
        )
        self.tag.setText(words)
        self.tag.adjustSize()
        room = self._view.viewport().size()
        right, below = room.width() - self.tag.width() - 4, room.height() - self.tag.height() - 4
        self.tag.move(max(0, min(point.x() + 16, right)), max(0, min(point.y() + 10, below)))
        self.tag.show()
        self._view.viewport().update()

    def hide(self) -> None:
        """The drag has left or ended."""
        self._point = None
        self.tag.hide()
        self._view.viewport().update()

    def gap_at(self, point: QPoint) -> int:
        """Return the gap nearest to ``point``; on the head of a section it is the one below."""
        index = self._view.indexAt(point)
        if not index.isValid():
            return self._model.rowCount()
        place = self._view.visualRect(index)
        row = self._model.row_at(index)
        share = (point.y() - place.top()) / max(1, place.height())
        border = 0.25 if row is not None and row.item is None else 0.5
        return max(1, index.row() + (share > border))

    def gap_y(self, gap: int) -> int:
        """Return where a gap is, in pixels from the top of the viewport."""
        last = self._model.rowCount() - 1
        if gap > last:
            return self._view.visualRect(self._model.index(last, 0)).bottom()
        return self._view.visualRect(self._model.index(gap, 0)).top()

    def paint(self) -> None:
        """Paint the line with its dot, where a drag is under way."""
        if self._point is None:
            return
        theme, viewport = current_theme(), self._view.viewport()
        y = self.gap_y(self.gap_at(self._point))
        painter = QPainter(viewport)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent"), 3))
        left, dot = theme.px(14), theme.px(5)
        painter.drawLine(left, y, viewport.width() - theme.px(8), y)
        painter.setBrush(theme.colour("accent"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QPoint(left, y), dot, dot)

    def _follow(self) -> None:
        if self._point is not None:
            self.show_at(self._point, self._name)
