"""The frame of dialogs and popovers: head, body and a foot with the buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Button, Kind
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent


class Sheet(QDialog):
    """A native dialog with a title line, a ``body`` to fill and a foot.

    The buttons of the foot stand in the order of adding, the default one last. Esc closes.
    """

    def __init__(
        self,
        title: str,
        subtitle: str = "",
        *,
        width: int = 640,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.setWindowTitle(title)
        self.setMinimumWidth(theme.px(width))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        main = QFrame()
        main.setProperty("box", "sheet")
        column = QVBoxLayout(main)
        column.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16))
        column.setSpacing(theme.px(12))
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        self.heading = Text(title, Role.TITLE)
        self.subtitle = Text(subtitle, tone="muted")
        head.addWidget(self.heading)
        head.addWidget(self.subtitle)
        head.addStretch()
        column.addLayout(head)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(12))
        column.addLayout(self.body, 1)
        outer.addWidget(main, 1)
        outer.addWidget(self._foot())

    def sizeHint(self) -> QSize:
        """Ask for the height that the words need in the width that the sheet will have."""
        return super().sizeHint().expandedTo(QSize(self.minimumWidth(), 0))

    def add_to_foot(self, widget: QWidget) -> None:
        """Put a hint or a link at the left of the foot."""
        self._left.addWidget(widget)

    def add_button(
        self,
        text: str,
        do: Callable[[], object],
        *,
        kind: Kind = Kind.NORMAL,
        shortcut: str = "",
        icon: str = "",
        default: bool = False,
    ) -> Button:
        """Add a button at the right of the foot that calls ``do``; Enter presses the default."""
        button = Button(text, kind=kind, shortcut=shortcut, icon=icon)
        button.clicked.connect(lambda _checked: do())
        button.setDefault(default)
        self._right.addWidget(button)
        return button

    def _foot(self) -> QFrame:
        theme = current_theme()
        foot = QFrame()
        foot.setProperty("box", "footer")
        row = QHBoxLayout(foot)
        row.setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(12))
        row.setSpacing(theme.px(8))
        self._left, self._right = QHBoxLayout(), QHBoxLayout()
        for side in (self._left, self._right):
            side.setSpacing(theme.px(8))
        row.addLayout(self._left)
        row.addStretch()
        row.addLayout(self._right)
        return foot


class Popover(Sheet):
    """A sheet without a title bar that lies over its parent and closes when left."""

    def __init__(
        self, title: str, subtitle: str = "", *, width: int = 480, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, subtitle, width=width, parent=parent)
        self.setWindowFlags(Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        # Without the system's frame it would run into the white cards below it.
        self.setContentsMargins(1, 1, 1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current_theme().colour("control_border"))

    def open_over(self, widget: QWidget) -> None:
        """Show it in the upper third of ``widget``'s window."""
        window = widget.window()
        self.adjustSize()
        centre = window.mapToGlobal(window.rect().center())
        top = window.mapToGlobal(window.rect().topLeft()).y() + window.height() // 6
        self.move(centre.x() - self.width() // 2, top)
        self.open()
