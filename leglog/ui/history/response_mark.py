"""The shape of how the back took a workout: the colour is never the only sign."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from leglog.training.vocabulary import Response
from leglog.ui.theme import current_theme

MARK_PX = 10
"""The side of the shape in pixels of the design."""


class ResponseMark(QWidget):
    """The shape beside words that say the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._response: Response | None = None
        side = current_theme().px(MARK_PX) + 2
        self.setFixedSize(side, side)

    def show_response(self, response: Response | None) -> None:
        """Show the shape of another response; a ring where it is not known."""
        self._response = response
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_response(QPainter(self), self.rect().adjusted(1, 1, -1, -1), self._response)


def paint_response(painter: QPainter, place: QRect, response: Response | None) -> None:
    """Paint a circle, a diamond, a triangle or a ring: the colour is never the only sign."""
    theme = current_theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if response is None:
        painter.setPen(QPen(theme.colour("text_muted"), 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(place.adjusted(1, 1, -1, -1))
        return
    colours = {Response.GREEN: "success", Response.AMBER: "warning", Response.RED: "danger"}
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(colours[response]))
    middle, box = place.center(), place
    corners: list[QPointF]
    if response is Response.GREEN:
        painter.drawEllipse(box)
    elif response is Response.AMBER:
        corners = [
            QPointF(middle.x(), box.top()),
            QPointF(box.right(), middle.y()),
            QPointF(middle.x(), box.bottom()),
            QPointF(box.left(), middle.y()),
        ]
        painter.drawPolygon(QPolygonF(corners))
    else:
        corners = [
            QPointF(middle.x(), box.top()),
            QPointF(box.right(), box.bottom()),
            QPointF(box.left(), box.bottom()),
        ]
        painter.drawPolygon(QPolygonF(corners))
