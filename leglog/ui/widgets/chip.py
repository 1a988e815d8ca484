"""Small switches for filters and weekdays, and a layout in which they wrap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLayout, QLayoutItem, QPushButton, QWidget

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


class FlowLayout(QLayout):
    """Puts widgets beside each other and goes on in the next line where they do not fit."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802  Qt's name
        """Put one more at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Return one of them, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Take one of them out, or None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802  Qt's name
        """Return that it does not want more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802  Qt's name
        """Place all of them in ``rect``."""
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802  Qt's name
        """Return the size of the widest one."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        gap = current_theme().px(self._gap)
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            size = item.sizeHint()
            if line and x + size.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + gap, 0
            if place:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + gap
            line = max(line, size.height())
        return y + line - rect.y()
