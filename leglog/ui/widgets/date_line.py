"""A line over dates, painted without a chart library; it can be read by mouse and by key."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from leglog.charts.axis import date_ticks
from leglog.ui import localized
from leglog.ui.theme import Role, current_theme

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from leglog.ui.theme import Theme

_STEPS = 4
_TICK_ROOM_PX = 62


@dataclass(frozen=True, slots=True)
class DatePoint:
    """A value on a day; ``words`` is read out at it, ``id`` is told when it is opened."""

    day: dt.date
    value: float
    words: str
    id: int


class DateLine(QWidget):
    """Points joined by a line. Arrows, Home and End read them one by one, Enter opens one."""

    opened = Signal(int)
    """The id of a point: a click on it, or Enter."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.points: tuple[DatePoint, ...] = ()
        self._ticks: tuple[float, ...] = (0.0, 1.0)
        self._read: int | None = None
        self._last = ""
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_points(self, points: Sequence[DatePoint], last: str = "") -> None:
        """Show ``points``, the oldest first; ``last`` is written beside the newest."""
        self.points, self._last = tuple(points), last
        self._ticks = round_ticks([point.value for point in points])
        self._show_reading(None)

    @property
    def reading(self) -> DatePoint | None:
        """The point that is read out, or None."""
        return None if self._read is None else self.points[self._read]

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(480), theme.px(196))

    def minimumSizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(240), theme.px(196))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        count = len(self.points)
        at = count if self._read is None else self._read
        moves = {
            Qt.Key.Key_Left: at - 1,
            Qt.Key.Key_Right: at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: count - 1,
        }
        if count and not event.modifiers() and event.key() in moves:
            self._show_reading(min(max(moves[Qt.Key(event.key())], 0), count - 1))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.reading:
            self.opened.emit(self.reading.id)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_reading(None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._show_reading(self._nearest(event.position().x()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._show_reading(self._nearest(event.position().x()))
        if self.reading is not None:
            self.opened.emit(self.reading.id)

    def leaveEvent(self, event: object) -> None:
        self._show_reading(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(Role.CAPTION))
        plot = self._plot(theme)
        self._paint_axes(painter, theme, plot)
        if not self.points:
            return
        places = [self._place(plot, point) for point in self.points]
        painter.setPen(QPen(theme.colour("e1rm"), 2))
        painter.drawPolyline(QPolygonF(places))
        painter.setBrush(theme.colour("e1rm"))
        # Dots of many years would run into each other.
        radius = (2.6 if len(places) * 7 < plot.width() else 1.2) * theme.scale
        for place in places:
            painter.drawEllipse(place, radius, radius)
        self._paint_words(painter, theme, plot, places)

    def _plot(self, theme: Theme) -> QRectF:
        left, right, below = theme.px(44), theme.px(84), theme.px(24)
        top = theme.px(24)
        return QRectF(left, top, self.width() - left - right, self.height() - top - below)

    def _place(self, plot: QRectF, point: DatePoint) -> QPointF:
        first, last = self.points[0].day, self.points[-1].day
        days = (last - first).days
        share = (point.day - first).days / days if days else 0.5
        return QPointF(plot.left() + share * plot.width(), self._height(plot, point.value))

    def _height(self, plot: QRectF, value: float) -> float:
        low, high = self._ticks[0], self._ticks[-1]
        return plot.bottom() - (value - low) / (high - low) * plot.height()

    def _nearest(self, x: float) -> int | None:
        plot = self._plot(current_theme())
        if not self.points or not plot.left() - 8 <= x <= plot.right() + 8:
            return None
        return min(
            range(len(self.points)), key=lambda n: abs(self._place(plot, self.points[n]).x() - x)
        )

    def _show_reading(self, number: int | None) -> None:
        self._read = number
        self.setAccessibleDescription(self.reading.words if self.reading else self._last)
        self.update()

    def _paint_axes(self, painter: QPainter, theme: Theme, plot: QRectF) -> None:
        beside = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for number, value in enumerate(self._ticks):
            y = round(self._height(plot, value)) + 0.5
            painter.setPen(QPen(theme.colour("chart_grid" if number else "chart_axis"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(theme.colour("text_muted"))
            place = QRectF(0, y - 10, plot.left() - theme.px(8), 20)
            painter.drawText(place, beside, localized.number(value, 1))
        for x, words in self._day_ticks(plot, theme):
            painter.setPen(QPen(theme.colour("chart_axis"), 1))
            painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + 5))
            painter.setPen(theme.colour("text_muted"))
            painter.drawText(QPointF(x + theme.px(4), plot.bottom() + theme.px(16)), words)

    def _day_ticks(self, plot: QRectF, theme: Theme) -> list[tuple[float, str]]:
        """Return where days are marked and what stands there, as many as there is room for."""
        if not self.points:
            return []
        first, last = self.points[0].day, self.points[-1].day
        days = max((last - first).days, 1)
        ticks = date_ticks(first, last)
        shown: list[tuple[float, str]] = []
        for day in ticks.days:
            x = plot.left() + (day - first).days / days * plot.width()
            if not shown or x - shown[-1][0] >= theme.px(_TICK_ROOM_PX):
                shown.append((x, _day_words(day, names_days=ticks.names_days, first=not shown)))
        return shown

    def _paint_words(
        self, painter: QPainter, theme: Theme, plot: QRectF, places: Sequence[QPointF]
    ) -> None:
        painter.setFont(theme.font(Role.CAPTION, bold=True))
        painter.setPen(theme.colour("text"))
        end = places[-1]
        beside = QRectF(end.x() + theme.px(8), end.y() - 10, self.width() - end.x(), 20)
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, self._last)
        if self._read is None or self.reading is None:
            return
        at = places[self._read]
        painter.setPen(QPen(theme.colour("text_muted"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(at.x(), plot.top()), QPointF(at.x(), plot.bottom()))
        painter.setPen(theme.colour("text"))
        painter.drawText(
            QRectF(plot.left(), 0, plot.width(), plot.top() - theme.px(4)),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            self.reading.words,
        )


def round_ticks(values: Sequence[float]) -> tuple[float, ...]:
    """Return round numbers in even steps from at or below the least value to the greatest."""
    low, high = min(values, default=0.0), max(values, default=1.0)
    room = (high - low) or max(high, 1.0) / 2
    power = 10.0 ** math.floor(math.log10(room / _STEPS))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power * _STEPS >= room)
    start = max(0, math.floor(low / step))
    count = max(math.ceil(high / step - 1e-9) - start, 1)
    return tuple(step * (start + number) for number in range(count + 1))


def _day_words(day: dt.date, *, names_days: bool, first: bool) -> str:
    if names_days:
        return localized.day_of_month(day)
    month = localized.month_name(day.month, short=True)
    return f"{month} {day.year}" if first or day.month == 1 else month
