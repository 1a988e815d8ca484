"""Frames that pages are made of: cards, headers, callouts, empty states."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.button import Button
from leglog.ui.widgets.text import IconLabel, ShortText, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

_LINE_PX, _TWO_LINES_PX = 64, 104
_LONGEST_TITLE_PX = 220
"""A title up to this width is shown whole before controls stay beside it."""


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
    little room, first the keys painted on its buttons go, then what is chosen from gets a line of
    its own below the title, and only then a long title is cut.
    """

    def __init__(self, title: str, *, raised: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        if raised:
            self.setProperty("box", "header")
        self._left: list[QWidget] = []
        self._right: list[QWidget] = []
        self._folded = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(24), 0, theme.px(16 if raised else 24), 0)
        self._column.setSpacing(0)
        self._row, self._below = QHBoxLayout(), QHBoxLayout()
        for row in (self._row, self._below):
            row.setSpacing(theme.px(8))
            self._column.addLayout(row)
        self.title = ShortText(title, Role.TITLE)
        self._row.addWidget(self.title)
        self._row.addStretch()
        self._below.addStretch()
        self._fit_height()

    def share_width(self) -> None:
        """Give the title and the controls their places in the width that there is."""
        controls = [*self._left, *self._right]
        self._show_keys(controls)
        choosers = self._choosers()
        folded = bool(choosers) and self._needed(controls) > self.width()
        if folded != self._folded:
            self._fold(choosers, folded=folded)
        if folded:
            self._show_keys([each for each in controls if each not in choosers])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_width()

    def add(self, widget: QWidget) -> None:
        """Put a control at the right end."""
        self._right.append(widget)
        self._row.addWidget(widget)

    def add_left(self, widget: QWidget) -> None:
        """Put a control after the title."""
        self._left.append(widget)
        self._row.insertWidget(len(self._left), widget)

    def _choosers(self) -> list[QWidget]:
        """Return what stands after the title, or else on the right before the first command."""
        return self._left or list(takewhile(lambda each: not _is_command(each), self._right))

    def _fold(self, choosers: Sequence[QWidget], *, folded: bool) -> None:
        """Move the choosers below the title, or back to their place beside it."""
        self._folded = folded
        before, after = (self._row, self._below) if folded else (self._below, self._row)
        # Beside the title come first the title, then what is left of the stretch, then the rest.
        start = 0 if folded else 1 if self._left else 2
        for place, widget in enumerate(choosers, start):
            before.removeWidget(widget)
            after.insertWidget(place, widget)
        self._fit_height()

    def _fit_height(self) -> None:
        self._column.setStretch(0, 1)
        self._column.setStretch(1, int(self._folded))
        self.setFixedHeight(current_theme().px(_TWO_LINES_PX if self._folded else _LINE_PX))

    def _show_keys(self, controls: Sequence[QWidget]) -> None:
        """Paint the keys of the controls that stand in a line with the title, if there is room."""
        buttons = [each for each in controls if isinstance(each, Button)]
        for button in buttons:
            button.set_key_shown(True)
        for button in buttons:
            if self._needed(controls) > self.width():
                button.set_key_shown(False)

    def _needed(self, controls: Sequence[QWidget]) -> int:
        """Return the width of a line of the title, of which the end may be cut, and controls."""
        longest, margins = current_theme().px(_LONGEST_TITLE_PX), self._column.contentsMargins()
        widths = [_width(each) for each in controls if not each.isHidden()]
        return (
            min(_width(self.title), longest)
            + sum(widths)
            + self._row.spacing() * len(widths)
            + margins.left()
            + margins.right()
        )


def _is_command(widget: QWidget) -> bool:
    return isinstance(widget, Button) and bool(widget.text())


def _width(widget: QWidget) -> int:
    """Return the width that a widget wants, within the bounds that it has."""
    wanted = widget.sizeHint().expandedTo(widget.minimumSize())
    return wanted.boundedTo(widget.maximumSize()).width()


class ScrollPage(QScrollArea):
    """Content that scrolls up and down; put it into ``body``.

    Where large text leaves too little width, it scrolls sideways rather than being cut.
    """

    def __init__(self, *, margin: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.setWidgetResizable(True)
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
