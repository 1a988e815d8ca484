"""A layout that breaks its widgets into lines, as words of a paragraph are."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from leglog.ui.theme import current_theme


class FlowLayout(QLayout):
    """Puts widgets beside each other, and on to the next line where the width ends.

    The gaps between neighbours (``across``) and between lines (``down``) are pixels of the design.
    """

    def __init__(self, parent: QWidget | None = None, *, across: int = 6, down: int = 6) -> None:
        super().__init__(parent)
        self._across, self._down = across, down
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Ask for no more than the widest of all needs."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        places = self._places(rect.width())
        for item, place in zip(self._shown(), places, strict=True):
            item.setGeometry(place.translated(rect.topLeft()))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _places(self, width: int) -> list[QRect]:
        """Return where the items stand in a room of ``width``."""
        theme = current_theme()
        across, down = theme.px(self._across), theme.px(self._down)
        places: list[QRect] = []
        left = top = below = 0
        for item in self._shown():
            size = item.sizeHint()
            if left and left + size.width() > width:
                left, top = 0, below + down
            places.append(QRect(QPoint(left, top), size))
            left += size.width() + across
            below = max(below, top + size.height())
        return places
