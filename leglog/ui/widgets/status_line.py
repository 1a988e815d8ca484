"""The line at the foot of the window: what is saved, what was said, which keys help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QStatusBar, QWidget

from leglog.i18n import _
from leglog.ui.announcer import announce
from leglog.ui.localized import time_of_day
from leglog.ui.theme import Role, current_theme
from leglog.ui.widgets.text import IconLabel, KeyLine, Text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

SAID_FOR_MS = 8000
"""How long a sentence stays."""


class StatusLine(QStatusBar):
    """Save state, then a sentence for eight seconds or the page's keys; backup and unit right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.setSizeGripEnabled(False)
        self._state = Text(_("All changes saved"), Role.CAPTION, "muted")
        self._promise = Text(_("Data stays on this computer"), Role.CAPTION, "muted")
        self._said = Text("", Role.CAPTION)
        self._keys = KeyLine()
        self._middle = QStackedWidget()
        for widget in (self._promise, self._keys, self._said):
            self._middle.addWidget(widget)
        left = QWidget()
        row = QHBoxLayout(left)
        row.setContentsMargins(theme.px(10), 0, 0, 0)
        row.setSpacing(theme.px(5))
        row.addWidget(IconLabel("check", "text_muted", 14))
        row.addWidget(self._state)
        row.addSpacing(theme.px(13))
        row.addWidget(self._middle, 1)
        self.addWidget(left, 1)
        self._backup = Text("", Role.CAPTION, "muted")
        self._unit = Text("", Role.CAPTION, "muted")
        self._unit.setContentsMargins(theme.px(12), 0, theme.px(6), 0)
        self.addPermanentWidget(self._backup)
        self.addPermanentWidget(self._unit)
        self._resting: QWidget = self._promise
        self._shown_keys: tuple[tuple[str, str], ...] = ()
        self._clear = QTimer(self)
        self._clear.setSingleShot(True)
        self._clear.setInterval(SAID_FOR_MS)
        self._clear.timeout.connect(self._rest)

    @property
    def sentence(self) -> str:
        """The sentence that is shown now, or an empty text."""
        return self._said.text() if self._middle.currentWidget() is self._said else ""

    @property
    def save_state(self) -> str:
        """What is said about saving."""
        return self._state.text()

    def say(self, sentence: str) -> None:
        """Show ``sentence`` for a while and read it to screen readers."""
        self._said.setText(sentence)
        self._middle.setCurrentWidget(self._said)
        self._clear.start()
        announce(self, sentence)

    def show_saved(self, at: dt.datetime) -> None:
        """Say when the last change reached the disk; ``at`` is local."""
        self._state.setText(_("Saved {time}").format(time=time_of_day(at, seconds=True)))

    def show_keys(self, keys: Iterable[tuple[str, str]]) -> None:
        """Show the page's keys, or the promise where it has none."""
        keys = tuple(keys)
        if keys == self._shown_keys:
            return
        self._shown_keys = keys
        self._keys.set_keys(keys)
        self._resting = self._keys if keys else self._promise
        # The keys need the room; the other pages show the backup.
        self._backup.setVisible(not keys)
        if not self._clear.isActive():
            self._rest()

    def show_backup(self, text: str) -> None:
        """Show when the last backup was made."""
        self._backup.setText(text)

    def show_unit(self, unit: str) -> None:
        """Show the unit of weights."""
        self._unit.setText(unit)

    def _rest(self) -> None:
        self._middle.setCurrentWidget(self._resting)
