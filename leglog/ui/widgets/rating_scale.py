"""A scale from 0 to 10 with one key for each number and no value until one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from leglog.i18n import _
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.focus_ring import AROUND, FRAMED
from leglog.ui.widgets.tab_stop import make_tab_stop

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPaintEvent

    from leglog.ui.theme import RatingColours, Theme

HIGHEST = 10
_MARGIN = 2
"""Room above and below the cells, so that the chosen one may stand out."""


class RatingScale(QWidget):
    """Eleven cells, 0 to 10, of which one or none is chosen.

    Digits rate, 1 then 0 within ``pause_ms`` or '=' rates 10, Left and Right change, Del clears,
    Enter goes on. ``words`` gives the word for a number ('moderate') for screen readers.
    ``ten_is_best`` turns the colours round, for scales on which more is better.
    """

    rated = Signal(int)
    """The person chose a number; 1 then 0 gives ``rated(1)`` and at once ``rated(10)``."""
    cleared = Signal()
    accepted = Signal()
    """Enter was pressed, with or without a rating."""

    def __init__(
        self,
        name: str = "",
        *,
        large: bool = False,
        words: Callable[[int], str] | None = None,
        pause_ms: int = 1500,
        ten_is_best: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._large, self._words = name, large, words
        self._pause_ms, self._ten_is_best = pause_ms, ten_is_best
        self._since_one = QElapsedTimer()
        self._rating: int | None = None
        self._hovered: int | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.setContentsMargins(0, _MARGIN, 0, _MARGIN)
        row.setSpacing(0)
        self._cells = tuple(_Cell(number, self) for number in range(HIGHEST + 1))
        for cell in self._cells:
            row.addWidget(cell)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self._cells[0])
        self.setProperty(FRAMED, True)
        self._tell()

    @property
    def rating(self) -> int | None:
        """The chosen number, or None."""
        return self._rating

    def set_rating(self, rating: int | None) -> None:
        """Show ``rating`` without telling anyone; ValueError outside of 0 to 10."""
        if rating is not None and not 0 <= rating <= HIGHEST:
            msg = f"a rating is 0 to {HIGHEST}, not {rating}"
            raise ValueError(msg)
        had_focus = any(cell.hasFocus() for cell in self._cells)
        self._rating = rating
        for cell in self._cells:
            cell.setChecked(cell.number == rating)
        current = self._cells[rating or 0]
        self._make_tab_stop(current)
        if had_focus:
            current.setFocus()
        self._tell()
        self.update()

    def set_name(self, name: str) -> None:
        """Say what is rated ('Back pain before training')."""
        self._name = name
        self._tell()

    def rate(self, number: int) -> None:
        """Choose ``number`` as the person would, and tell."""
        self.set_rating(number)
        self.rated.emit(number)

    def clear(self) -> None:
        """Choose nothing, as the person would, and tell where something was chosen."""
        had_one = self._rating is not None
        self.set_rating(None)
        if had_one:
            self.cleared.emit()

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means here; False says that it means nothing."""
        if event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        ):
            return False
        text = event.text()
        if text and text in "0123456789":
            self._press_digit(int(text))
            return True
        if text == "=":
            self.rate(HIGHEST)
            return True
        return self._press_other(Qt.Key(event.key()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is event.Type.StyleChange:
            for cell in self._cells:
                cell.updateGeometry()
            self.update()

    def hover(self, number: int | None) -> None:
        """Show that the mouse is over a cell."""
        self._hovered = number
        self.update()

    def forget_digit(self) -> None:
        """Take the next 0 as a rating of 0."""
        self._since_one.invalidate()

    def cell_size(self) -> QSize:
        """Return the size of one cell in pixels of the screen."""
        theme = current_theme()
        width, height = (40, 40) if self._large else (28, 30)
        return QSize(theme.px(width), theme.px(height))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.contentsRect())
        shape = QPainterPath()
        shape.addRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(4), theme.px(4))
        painter.fillPath(shape, theme.colour("surface"))
        painter.save()
        painter.setClipPath(shape)
        for cell in self._cells:
            self._paint_cell(painter, theme, cell)
        painter.restore()
        painter.setPen(QPen(theme.colour("control_border"), 1))
        painter.drawPath(shape)
        if self._rating is not None:
            self._paint_chosen(painter, theme, self._cells[self._rating].geometry())

    def _paint_cell(self, painter: QPainter, theme: Theme, cell: _Cell) -> None:
        place = cell.geometry()
        if cell.number == self._hovered:
            painter.fillRect(place, theme.colour("accent_tint"))
        strip = QRect(place)
        strip.setTop(place.bottom() - theme.px(4) + 1)
        fill = self._colours(theme, cell.number).fill
        painter.fillRect(strip, fill if self.isEnabled() else theme.colour("border"))
        if cell.number:
            divider = QRect(place.topLeft(), QSize(1, place.height()))
            painter.fillRect(divider, theme.colour("control_border"))
        painter.setFont(theme.font(Role.SECTION if self._large else Role.BODY))
        font = painter.font()
        font.setWeight(font.Weight.Normal)
        painter.setFont(font)
        painter.setPen(theme.colour("text" if self.isEnabled() else "text_disabled"))
        place.setBottom(place.bottom() - theme.px(3))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(cell.number))

    def _paint_chosen(self, painter: QPainter, theme: Theme, place: QRect) -> None:
        colours = self._colours(theme, self._rating or 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        outer = place.adjusted(-1, -_MARGIN, 2, _MARGIN).intersected(self.rect())
        painter.fillRect(outer, theme.colour("text"))
        painter.fillRect(outer.adjusted(2, 2, -2, -2), colours.fill)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(Role.SECTION if self._large else Role.STRONG))
        painter.setPen(colours.on)
        painter.drawText(outer, Qt.AlignmentFlag.AlignCenter, str(self._rating))

    def _colours(self, theme: Theme, number: int) -> RatingColours:
        return theme.ramp[HIGHEST - number if self._ten_is_best else number]

    def _press_digit(self, digit: int) -> None:
        ten = (
            digit == 0
            and self._rating == 1
            and self._since_one.isValid()
            and self._since_one.elapsed() < self._pause_ms
        )
        self._since_one.invalidate()
        self.rate(HIGHEST if ten else digit)
        if digit == 1:
            self._since_one.start()

    def _press_other(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(1 if (key == Qt.Key.Key_Right) is self._runs_right() else -1)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        else:
            return False
        return True

    def _runs_right(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.LeftToRight

    def _step(self, by: int) -> None:
        if self._rating is None:
            self.rate(0 if by > 0 else HIGHEST)
        elif 0 <= self._rating + by <= HIGHEST:
            self.rate(self._rating + by)

    def _make_tab_stop(self, chosen: _Cell) -> None:
        make_tab_stop(chosen, self._cells)
        self.setFocusProxy(chosen)

    def _tell(self) -> None:
        """Keep the names for screen readers true."""
        for cell in self._cells:
            cell.setAccessibleName(self._in_words(cell.number))
        state = _("not rated") if self._rating is None else self._in_words(self._rating)
        self.setAccessibleName(f"{self._name}, {state}" if self._name else state)
        for cell in self._cells:
            cell.setAccessibleDescription(self._name)

    def _in_words(self, number: int) -> str:
        said = _("{number} of {highest}").format(number=number, highest=HIGHEST)
        return f"{said}, {self._words(number)}" if self._words else said


class _Cell(QRadioButton):
    """One number: gives the native role and the focus; the scale paints it."""

    def __init__(self, number: int, scale: RatingScale) -> None:
        super().__init__(scale)
        self.number = number
        self._scale = scale
        self.setAutoExclusive(False)
        self.setProperty(AROUND, "parent")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus if number else Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        return self._scale.cell_size()

    def minimumSizeHint(self) -> QSize:
        return self._scale.cell_size()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def nextCheckState(self) -> None:
        self._scale.forget_digit()
        self._scale.rate(self.number)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Leave the painting to the scale, which lets the chosen cell stand out."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._scale.press(event):
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._scale.hover(self.number)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._scale.hover(None)
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() is not Qt.FocusReason.OtherFocusReason:
            self._scale.forget_digit()
        super().focusOutEvent(event)


class RatingBadge(QWidget):
    """A number on its colour, or a dash where nothing was rated; it cannot be changed."""

    def __init__(self, rating: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rating: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_rating(rating)

    def set_rating(self, rating: int | None) -> None:
        """Show ``rating``."""
        self._rating = rating
        self.setAccessibleName(_("not rated") if rating is None else str(rating))
        self.update()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(24), theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text, colour = "–", theme.colours["text_muted"]
        if self._rating is not None:
            text, colour = str(self._rating), theme.ramp[self._rating].on
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.ramp[self._rating].fill)
            painter.drawRoundedRect(self.rect(), theme.px(3), theme.px(3))
        painter.setFont(theme.font(Role.STRONG))
        painter.setPen(colour)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)
