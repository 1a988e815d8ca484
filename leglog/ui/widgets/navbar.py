"""The list of pages on the left of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from leglog.ui.icons import pixmap
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.tab_stop import make_tab_stop
from leglog.ui.widgets.text import native_key

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QPoint
    from PySide6.QtGui import QPaintEvent

WIDTH, RAIL_WIDTH = 176, 56


class NavBar(QFrame):
    """Pages by icon and name; as a rail only the icons, the names become tips."""

    chosen = Signal(str)
    """The person chose the item of this key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self._rail = False
        self._items: dict[str, _Item] = {}
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._tell)
        self._column = QVBoxLayout(self)
        self._column.addStretch()
        self._measure()

    def add_item(
        self, key: str, label: str, icon: str, *, shortcut: str = "", at_end: bool = False
    ) -> None:
        """Add an item below the others, or at the lower end."""
        item = _Item(key, label, icon, native_key(shortcut), self)
        item.set_rail(self._rail)
        self._items[key] = item
        self._group.addButton(item)
        place = self._column.count() if at_end else self._column.count() - 1 - self._ends()
        self._column.insertWidget(place, item)

    def set_current(self, key: str) -> None:
        """Mark the item of the page that is shown."""
        self._items[key].setChecked(True)
        self._stop_at(self._items[key])

    @property
    def is_rail(self) -> bool:
        """Whether only the icons are shown."""
        return self._rail

    def set_rail(self, rail: bool) -> None:
        """Show only the icons, or icons and names."""
        if rail == self._rail:
            return
        self._rail = rail
        for item in self._items.values():
            item.set_rail(rail)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is event.Type.StyleChange and hasattr(self, "_column"):
            self._measure()

    def _ends(self) -> int:
        """Return how many items stand below the stretch."""
        below = 0
        for index in reversed(range(self._column.count())):
            item = self._column.itemAt(index)
            if item is None or item.widget() is None:
                break
            below += 1
        return below

    def _measure(self) -> None:
        theme = current_theme()
        self.setFixedWidth(theme.px(RAIL_WIDTH if self._rail else WIDTH))
        edge = theme.px(8)
        self._column.setContentsMargins(edge, theme.px(12), edge + 1, theme.px(12))
        self._column.setSpacing(theme.px(2))

    def _tell(self, item: QAbstractButton) -> None:
        if isinstance(item, _Item):
            self._stop_at(item)
            self.chosen.emit(item.key)

    def _stop_at(self, item: _Item) -> None:
        make_tab_stop(item, self._items.values())
        self.setFocusProxy(item)


class _Item(QRadioButton):
    def __init__(self, key: str, label: str, icon: str, shortcut: str, bar: NavBar) -> None:
        super().__init__(label, bar)
        self.key = key
        self._icon, self._shortcut = icon, shortcut
        self._rail = False
        self.setAccessibleName(label)
        self.setAccessibleDescription(shortcut)

    def set_rail(self, rail: bool) -> None:
        self._rail = rail
        tip = f"{self.text()}  {self._shortcut}" if rail else self._shortcut
        self.setToolTip(tip.strip())
        self.update()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(36), theme.px(36))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = self.isChecked()
        if current or self.underMouse():
            shape = QPainterPath()
            shape.addRoundedRect(QRectF(self.rect()), theme.px(4), theme.px(4))
            painter.fillPath(shape, theme.colour("surface" if current else "accent_tint"))
            if current:
                painter.setClipPath(shape)
                painter.fillRect(0, 0, theme.px(3), self.height(), theme.colour("accent"))
        size = theme.px(18)
        left = (self.width() - size) // 2 if self._rail else theme.px(13)
        picture = pixmap(self._icon, "accent" if current else "text_muted", 18)
        painter.drawPixmap(QRect(left, (self.height() - size) // 2, size, size), picture)
        if not self._rail:
            painter.setFont(theme.font(Role.BODY, bold=current))
            painter.setPen(theme.colour("text"))
            place = self.rect().adjusted(theme.px(42), 0, 0, 0)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.text())
