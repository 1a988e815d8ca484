"""Frames that pages are made of: cards, headers, callouts, empty states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Button
from leglog.ui.widgets.text import IconLabel, ShortText, Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


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
    """A part of a page; ``kind`` is 'panel' (white), 'side', 'header' or 'footer'.

    ``edge`` ('left', 'right' or 'top') draws a hairline on that side.
    """

    def __init__(
        self, kind: str = "panel", parent: QWidget | None = None, *, edge: str = ""
    ) -> None:
        super().__init__(parent)
        self.setProperty("box", kind)
        self.setProperty("edge", edge)


class PageHeader(QFrame):
    """The head of a page, 64 high: title on the left, controls on the right.

    ``raised`` makes it white with a line below, as on pages that fill the window. Where there is
    little room, the keys painted on its buttons go before the title is cut.
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
        self.title = ShortText(title, Role.TITLE)
        self._row.addWidget(self.title)
        self._row.addStretch()

    def share_width(self) -> None:
        """Paint the keys on the buttons where the title can be read whole beside them."""
        buttons = [one for one in self.findChildren(Button) if self._row.indexOf(one) >= 0]
        for button in buttons:
            button.set_key_shown(True)
        for button in buttons:
            if self._row.sizeHint().width() > self.width():
                button.set_key_shown(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_width()

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
        # The content scrolls the focus into view; for plain text the area is a stop.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._be_a_stop_for_text)
        content = QWidget()
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(theme.px(margin), 0, theme.px(margin), theme.px(margin))
        self.body.setSpacing(theme.px(16))
        self.setWidget(content)
        content.setAutoFillBackground(False)

    def _be_a_stop_for_text(self, _top: int, bottom: int) -> None:
        """Take the focus where nothing inside does, or the arrows could not scroll it."""
        tab, content = Qt.FocusPolicy.TabFocus, self.widget()
        inside = content.findChildren(QWidget) if content is not None else []
        is_stop = bottom > 0 and not any(child.focusPolicy() & tab for child in inside)
        self.setFocusPolicy(tab if is_stop else Qt.FocusPolicy.NoFocus)


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
