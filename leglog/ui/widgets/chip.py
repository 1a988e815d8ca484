"""Small switches for filters and weekdays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from leglog.ui.icons import pixmap
from leglog.ui.theme import current_theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Chip(QPushButton):
    """A word that is on or off; ``toggled`` and ``clicked`` tell. Space toggles.

    ``ticked`` paints a tick before the word while it is on.
    """

    def __init__(
        self,
        text: str,
        *,
        on: bool = False,
        ticked: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._ticked = ticked
        self.setCheckable(True)
        self.setChecked(on)
        self.setAutoDefault(False)
        self.setProperty("room", "chip")
        self.setAccessibleName(name or text)
        self.toggled.connect(lambda _on: self.updateGeometry())

    def sizeHint(self) -> QSize:
        theme = current_theme()
        width = QFontMetrics(theme.small_font(bold=True)).horizontalAdvance(self.text())
        return QSize(width + theme.px(18) + self._tick_width(), theme.px(24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, live = self.isChecked(), self.isEnabled()
        painter.setBrush(theme.colour("accent_tint" if on or self.underMouse() else "surface_alt"))
        painter.setPen(QPen(theme.colour("accent" if on and live else "border"), 1))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, theme.px(4), theme.px(4))
        colour = "accent" if on else "text"
        painter.setPen(theme.colour(colour if live else "text_disabled"))
        painter.setFont(theme.small_font(bold=on))
        place = self.rect()
        if tick := self._tick_width():
            size = theme.px(14)
            picture = pixmap("check", colour, 14)
            painter.drawPixmap(QRect(theme.px(8), (self.height() - size) // 2, size, size), picture)
            place.setLeft(tick)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.text())

    def _tick_width(self) -> int:
        return current_theme().px(18) if self._ticked and self.isChecked() else 0
