"""Two small charts, painted without a chart library so that they cost nothing at start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from leglog.ui.theme import Role, current_theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from leglog.ui.theme import Theme


class _SmallChart(QWidget):
    """Axes that both charts share: ticks on the left, words at both ends below."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._ticks: tuple[tuple[float, str], ...] = ()
        self._ends = ("", "")

    def set_axes(self, ticks: Sequence[tuple[float, str]], first: str, last: str) -> None:
        """Set the ticks (value and its words, from the lowest up) and the words below."""
        self._ticks, self._ends = tuple(ticks), (first, last)
        self.update()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(320), theme.px(104))

    def minimumSizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(160), theme.px(104))

    def _plot(self, theme: Theme) -> QRectF:
        top, below = theme.px(10), theme.px(24)
        metrics = QFontMetrics(theme.font(Role.CAPTION))
        widest = max((metrics.horizontalAdvance(words) for _value, words in self._ticks), default=0)
        left, right = max(theme.px(22), widest + theme.px(8)), theme.px(30)
        return QRectF(left, top, self.width() - left - right, self.height() - top - below)

    def _height(self, plot: QRectF, value: float) -> float:
        low, high = (self._ticks[0][0], self._ticks[-1][0]) if self._ticks else (0.0, 1.0)
        return plot.bottom() - (value - low) / ((high - low) or 1) * plot.height()

    def _paint_axes(self, painter: QPainter, theme: Theme, plot: QRectF) -> None:
        painter.setFont(theme.font(Role.CAPTION))
        for number, (value, words) in enumerate(self._ticks):
            y = round(self._height(plot, value)) + 0.5
            painter.setPen(QPen(theme.colour("chart_grid" if number else "chart_axis"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(theme.colour("text_muted"))
            place = QRectF(0, y - 10, plot.left() - theme.px(6), 20)
            painter.drawText(
                place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words
            )
        below = QRectF(plot.left(), plot.bottom() + theme.px(3), plot.width(), theme.px(18))
        painter.setPen(theme.colour("text_muted"))
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, self._ends[0])
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, self._ends[1])


class Sparkline(_SmallChart):
    """Dots for single values and a line for their mean; gaps stay gaps."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._dots: tuple[float | None, ...] = ()
        self._line: tuple[float | None, ...] = ()
        self._last = ""

    def set_values(
        self, dots: Sequence[float | None], line: Sequence[float | None], last: str = ""
    ) -> None:
        """Show one dot and one point of the line a day; ``last`` is written at the right end."""
        self._dots, self._line, self._last = tuple(dots), tuple(line), last
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = self._plot(theme)
        self._paint_axes(painter, theme, plot)
        radius = 2.2 * theme.scale
        painter.setPen(QPen(theme.colour("text_muted"), 1.2))
        painter.setBrush(theme.colour("surface"))
        for point in self._points(plot, self._dots):
            if point is not None:
                painter.drawEllipse(point, radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("chart_line"), 2))
        end = self._paint_line(painter, plot)
        if end is not None and self._last:
            painter.setFont(theme.font(Role.CAPTION, bold=True))
            painter.setPen(theme.colour("text"))
            place = QRectF(plot.right() + theme.px(6), end.y() - 10, theme.px(40), 20)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._last)

    def _points(self, plot: QRectF, values: Sequence[float | None]) -> list[QPointF | None]:
        step = plot.width() / max(1, len(values))
        return [
            None
            if value is None
            else QPointF(plot.left() + (number + 0.5) * step, self._height(plot, value))
            for number, value in enumerate(values)
        ]

    def _paint_line(self, painter: QPainter, plot: QRectF) -> QPointF | None:
        """Paint each unbroken stretch and return the last point."""
        stretch, last = QPolygonF(), None
        for point in [*self._points(plot, self._line), None]:
            if point is not None:
                stretch.append(point)
                last = point
            else:
                painter.drawPolyline(stretch)
                stretch = QPolygonF()
        return last


class MiniBars(_SmallChart):
    """One bar a week; the running week has a dashed frame, the last full one its number."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._values: tuple[float | None, ...] = ()
        self._last = ""
        self._runs = False

    def set_values(
        self, values: Sequence[float | None], *, running: bool = False, last: str = ""
    ) -> None:
        """Show ``values``; ``running`` says that the last one is not over yet.

        ``last`` is written above the last bar that is complete.
        """
        self._values, self._runs, self._last = tuple(values), running, last
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        plot = self._plot(theme)
        self._paint_axes(painter, theme, plot)
        complete = len(self._values) - (1 if self._runs else 0)
        for number, value in enumerate(self._values):
            if not value:
                continue
            bar = self._bar(plot, number, value)
            if number < complete:
                painter.fillRect(bar, theme.colour("accent"))
                if number == complete - 1:
                    self._paint_last(painter, theme, bar)
            else:
                painter.setPen(QPen(theme.colour("accent"), 1, Qt.PenStyle.DashLine))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, 0))

    def _bar(self, plot: QRectF, number: int, value: float) -> QRectF:
        step = plot.width() / max(1, len(self._values))
        width = max(4, round(step * 0.79))
        top = round(self._height(plot, value))
        left, bottom = round(plot.left() + number * step) + 1, round(plot.bottom())
        return QRectF(left, top, width, bottom - top)

    def _paint_last(self, painter: QPainter, theme: Theme, bar: QRectF) -> None:
        font = theme.font(Role.CAPTION, bold=True)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        height = QFontMetrics(font).height()
        place = QRectF(bar.center().x() - 40, bar.top() - height - 1, 80, height)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._last)
