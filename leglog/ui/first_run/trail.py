"""The steps as a trail: done, here, still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from leglog.i18n import _
from leglog.ui.icons import pixmap
from leglog.ui.theme import Role, current_theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

DOT, GAP, LINE = 24, 8, 48
"""Sizes in pixels of the design: a circle, the room around words, a line between steps."""


class StepTrail(QWidget):
    """Circles with numbers and names; what is done has a tick."""

    def __init__(self, names: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names, self._current = names, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_step(0)

    def show_step(self, step: int) -> None:
        """Show that ``step`` (0 is the first) is the one in front."""
        self._current = step
        said = _("Step {number} of {count}, {name}").format(
            number=step + 1, count=len(self._names), name=self._names[step]
        )
        self.setAccessibleName(said)
        self.update()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        lines = len(self._names) - 1
        width = sum(self._step_width(name) for name in self._names)
        return QSize(width + lines * theme.px(LINE + 2 * GAP), theme.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, middle = 0, self.height() // 2
        for step, name in enumerate(self._names):
            if step:
                painter.setPen(QPen(theme.colour("control_border"), 1))
                painter.drawLine(x + theme.px(GAP), middle, x + theme.px(GAP + LINE), middle)
                x += theme.px(LINE + 2 * GAP)
            self._paint_dot(painter, x, step)
            painter.setFont(self._font(here=step == self._current))
            painter.setPen(theme.colour("text" if step == self._current else "text_muted"))
            left = x + theme.px(DOT + GAP)
            words = QRectF(left, 0, self._step_width(name), self.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, name)
            x += self._step_width(name)

    def _paint_dot(self, painter: QPainter, x: int, step: int) -> None:
        theme, here, done = current_theme(), step == self._current, step < self._current
        side = theme.px(DOT)
        dot = QRectF(x, (self.height() - side) / 2, side, side).adjusted(0.5, 0.5, -0.5, -0.5)
        ground = "accent" if here else "success_tint" if done else "surface"
        painter.setBrush(theme.colour(ground))
        edge = ground if here or done else "control_border"
        painter.setPen(QPen(theme.colour(edge), 1))
        painter.drawEllipse(dot)
        if done:
            tick = theme.px(14)
            place = dot.adjusted(*(((side - tick) / 2,) * 2), *((-(side - tick) / 2,) * 2))
            painter.drawPixmap(place.toRect(), pixmap("check", "success", 14))
            return
        painter.setFont(self._font(here=True))
        painter.setPen(theme.colour("on_accent" if here else "text_muted"))
        painter.drawText(dot, Qt.AlignmentFlag.AlignCenter, str(step + 1))

    def _step_width(self, name: str) -> int:
        """Return the room for a step; bold, so that nothing moves when the step changes."""
        words = QFontMetrics(self._font(here=True)).horizontalAdvance(name)
        return current_theme().px(DOT + GAP) + words + 2

    def _font(self, *, here: bool) -> QFont:
        return current_theme().font(Role.BODY, bold=here)
