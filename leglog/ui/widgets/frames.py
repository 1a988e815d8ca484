"""Frames that pages are made of: cards, headers, callouts, empty states, rows of settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.fields import CheckBox
from leglog.ui.widgets.text import IconLabel, Line, Text

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent


class Card(QFrame):
    """A white frame with an optional title; put content into ``body``, controls into ``header``."""

    def __init__(
        self, title: str = "", *, padding: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.setProperty("box", "card")
        outer = QVBoxLayout(self)
        edge = theme.px(padding)
        outer.setContentsMargins(edge, theme.px(padding - 2), edge, edge)
        outer.setSpacing(theme.px(8))
        self.header = QHBoxLayout()
        self.header.setSpacing(theme.px(8))
        self.title = Text(title, Role.EXERCISE)
        self.header.addWidget(self.title)
        self.header.addStretch()
        outer.addLayout(self.header)
        self.title.setVisible(bool(title))
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(8))
        outer.addLayout(self.body, 1)
        if title:
            self.setAccessibleName(title)


class Panel(QFrame):
    """A frameless part of a page; ``kind`` is 'panel' (white), 'side', 'header' or 'footer'."""

    def __init__(self, kind: str = "panel", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("box", kind)


class PageHeader(QFrame):
    """The head of a page, 64 high: title on the left, controls on the right.

    ``raised`` makes it white with a line below, as on pages that fill the window.
    """

    def __init__(self, title: str, *, raised: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        if raised:
            self.setProperty("box", "header")
        self.setFixedHeight(theme.px(64))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(24), 0, theme.px(16 if raised else 24), 0)
        self._row.setSpacing(theme.px(8))
        self.title = Text(title, Role.TITLE)
        self._row.addWidget(self.title)
        self._row.addStretch()

    def add(self, widget: QWidget) -> None:
        """Put a control at the right end."""
        self._row.addWidget(widget)

    def add_left(self, widget: QWidget) -> None:
        """Put a control after the title."""
        self._row.insertWidget(self._row.count() - self._right_count() - 1, widget)

    def _right_count(self) -> int:
        for index in range(self._row.count()):
            item = self._row.itemAt(index)
            if item is not None and item.spacerItem() is not None:
                return self._row.count() - index - 1
        return 0


class ScrollPage(QScrollArea):
    """Content that scrolls up and down; put it into ``body``."""

    def __init__(self, *, margin: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The content scrolls the focus into view; the area itself is no stop.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(theme.px(margin), 0, theme.px(margin), theme.px(margin))
        self.body.setSpacing(theme.px(16))
        self.setWidget(content)
        content.setAutoFillBackground(False)


class Callout(QFrame):
    """A tinted paragraph with a bar on its left, for advice that stays in sight."""

    def __init__(
        self, icon: str, title: str, text: str = "", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.setProperty("box", "callout")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        column.setSpacing(theme.px(2))
        head = QHBoxLayout()
        head.setSpacing(theme.px(6))
        head.addWidget(IconLabel(icon, "info", 16))
        head.addWidget(Text(title, Role.STRONG, "info"))
        head.addStretch()
        column.addLayout(head)
        self._text = Text(text, wrap=True)
        column.addWidget(self._text)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another paragraph; an empty one hides the callout."""
        self._text.setText(text)
        self.setVisible(bool(text))


class EmptyState(Card):
    """What is shown where there is nothing yet: a title, a sentence, what to do."""

    def __init__(self, title: str, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(title, padding=22, parent=parent)
        theme = current_theme()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setMaximumWidth(theme.px(420))
        self.text = Text(text, tone="muted", wrap=True)
        self.body.addWidget(self.text)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(theme.px(8))
        self._actions.addStretch()
        self.body.addLayout(self._actions)

    def add_action(self, button: QWidget) -> None:
        """Put one more button below the sentence."""
        self._actions.insertWidget(self._actions.count() - 1, button)


class SettingRow(QWidget):
    """A name, a line that explains it, and controls on the right; a hairline above if wanted."""

    def __init__(
        self,
        title: str,
        caption: str = "",
        *controls: QWidget,
        line: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = current_theme()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        if line:
            outer.addWidget(Line())
        row = QHBoxLayout()
        row.setContentsMargins(0, theme.px(7), 0, theme.px(7))
        row.setSpacing(theme.px(8))
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title = Text(title)
        self.caption = Text(caption, Role.CAPTION, "muted", wrap=True)
        self.caption.setVisible(bool(caption))
        words.addStretch()
        words.addWidget(self.title)
        words.addWidget(self.caption)
        words.addStretch()
        row.addLayout(words, 1)
        for control in controls:
            row.addWidget(control)
            if not control.accessibleName():
                control.setAccessibleName(title)
            control.setAccessibleDescription(caption)
        outer.addLayout(row)
        self.setMinimumHeight(theme.px(50))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)


class ToggleRow(SettingRow):
    """A setting that is on or off; the whole row toggles it."""

    toggled = Signal(bool)
    """The person, or ``set_on``, changed it."""

    def __init__(
        self,
        title: str,
        caption: str = "",
        *controls: QWidget,
        on: bool = False,
        line: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        self.box = CheckBox()
        self.box.setChecked(on)
        super().__init__(title, caption, *controls, self.box, line=line, parent=parent)
        self.box.toggled.connect(self.toggled)

    @property
    def is_on(self) -> bool:
        """Whether it is on."""
        return self.box.isChecked()

    def set_on(self, on: bool) -> None:
        """Turn it on or off."""
        self.box.setChecked(on)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.box.toggle()
        super().mouseReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
