"""The picture of a chart, to be read by mouse and by keys.

The cursor is painted over the picture: moving it costs no drawing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from leglog.charts.readings import Reading, Spot, nearest
from leglog.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import (
        QEnterEvent,
        QFocusEvent,
        QImage,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QWheelEvent,
    )

    from leglog.charts.screen import Picture


class ChartCanvas(QWidget):
    """Shows a picture of a chart and lets it be read by mouse and by keys."""

    pointed = Signal(object)
    """The reading under the cursor, or None."""
    opened = Signal(object)
    """The reading that was clicked or opened by Enter."""
    zoomed = Signal(int)
    """1 for closer, -1 for wider."""
    panned = Signal(int)
    """1 for later, -1 for earlier."""
    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._image: QImage | None = None
        self.picture: Picture | None = None
        """What is shown."""
        self._current: int | None = None

    @property
    def readings(self) -> Sequence[Reading]:
        """What the cursor stops at, in reading order."""
        return () if self.picture is None else self.picture.readings

    @property
    def _drawn_height(self) -> float:
        """How high the picture is; while the window is resized it lags behind."""
        return (
            self.height() if self._image is None else self._image.deviceIndependentSize().height()
        )

    @property
    def _spots(self) -> Sequence[Spot]:
        return () if self.picture is None else self.picture.spots

    @property
    def current(self) -> Reading | None:
        """The reading under the cursor."""
        return None if self._current is None else self.readings[self._current]

    def show_picture(self, image: QImage, picture: Picture) -> None:
        """Show ``image``, which is made of ``picture``; other readings take the cursor away."""
        is_same = picture.readings is self.readings
        self._image, self.picture = image, picture
        self.update()
        if not is_same:
            self._current = None
            self.pointed.emit(None)

    def point_at(self, number: int | None) -> None:
        """Move the cursor to a reading; None takes it away."""
        if number == self._current:
            return
        for each in (self._current, number):
            if each is not None:
                self.update(self._stripe(self._spots[each]))
        self._current = number
        self.pointed.emit(self.current)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        self.point_at(nearest(self._spots, at.x(), self._drawn_height - at.y()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.current is not None:
            self.opened.emit(self.current)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def enterEvent(self, event: QEnterEvent) -> None:
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self.point_at(None)
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.point_at(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._on_key(event):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def _on_key(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; say whether it was one of ours."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            if key is Qt.Key.Key_C:
                self.copy_wanted.emit()
            return key is Qt.Key.Key_C
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if key in steps:
            if modifiers & Qt.KeyboardModifier.ShiftModifier:
                self.panned.emit(steps[key])
            else:
                self._step(steps[key])
            return True
        return self._on_other_key(key)

    def _on_other_key(self, key: Qt.Key) -> bool:
        last = len(self.readings) - 1
        match key:
            case Qt.Key.Key_Home | Qt.Key.Key_End if last >= 0:
                self.point_at(0 if key is Qt.Key.Key_Home else last)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal | Qt.Key.Key_Minus:
                self.zoomed.emit(-1 if key is Qt.Key.Key_Minus else 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.current is not None:
                self.opened.emit(self.current)
            case Qt.Key.Key_Escape if self._current is not None:
                self.point_at(None)
            case _:
                return False
        return True

    def _step(self, by: int) -> None:
        if not self.readings:
            return
        last = len(self.readings) - 1
        if self._current is None:
            self.point_at(last if by < 0 else 0)
        else:
            self.point_at(min(max(self._current + by, 0), last))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image is None or self.picture is None:
            return
        painter = QPainter(self)
        # While a window is drawn larger or smaller the picture before stays at its size.
        painter.drawImage(QPointF(0, 0), self._image)
        if self._current is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_cursor(painter, self._spots[self._current], self.picture)

    def _paint_cursor(self, painter: QPainter, spot: Spot, picture: Picture) -> None:
        theme = current_theme()
        colour = theme.colour("focus")
        painter.setPen(QPen(colour, 1.5))
        if spot.x is None or spot.y is None:
            top, bottom = self._drawn_height - picture.top, self._drawn_height - picture.bottom
            if spot.x is not None:
                painter.drawLine(QPointF(spot.x, top - 4), QPointF(spot.x, bottom))
                painter.setBrush(colour)
                tip = (QPointF(spot.x - 5, top - 8), QPointF(spot.x + 5, top - 8))
                painter.drawPolygon(QPolygonF([*tip, QPointF(spot.x, top - 2)]))
            elif spot.y is not None:
                y = self._drawn_height - spot.y
                right = self.width() - theme.px(8)
                half = theme.px(11)
                painter.drawRoundedRect(
                    QRect(theme.px(4), round(y) - half, right, 2 * half), theme.px(4), theme.px(4)
                )
            return
        radius = theme.px(8)
        painter.drawEllipse(QPointF(spot.x, self._drawn_height - spot.y), radius, radius)

    def _stripe(self, spot: Spot) -> QRect:
        """Return what has to be painted anew when the cursor comes or goes there."""
        room = current_theme().px(14)
        if spot.x is None:
            y = self._drawn_height - (spot.y or 0)
            return QRect(0, round(y) - room, self.width(), 2 * room)
        if spot.y is None:
            return QRect(round(spot.x) - room, 0, 2 * room, self.height())
        return QRect(
            round(spot.x) - room, round(self._drawn_height - spot.y) - room, 2 * room, 2 * room
        )
