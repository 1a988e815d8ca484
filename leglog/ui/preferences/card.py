"""A card of settings: rows that can be searched, and what all cards do alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from leglog.errors import LeglogError
from leglog.services.preferences import change_preference
from leglog.ui.widgets.frames import Card
from leglog.ui.widgets.setting_rows import SettingRow
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from leglog.services.preferences import Preferences
    from leglog.settings import Value
    from leglog.ui.desk import Desk


class SettingsCard(Card):
    """One category; subclasses fill it in ``__init__`` and show what holds in ``renew``."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(title)
        self._desk = desk
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._parts: list[tuple[QWidget, str]] = []

    def renew(self, chosen: Preferences) -> None:
        """Show the preferences as they are."""

    @property
    def rows(self) -> tuple[SettingRow, ...]:
        """Its settings, in order."""
        return tuple(part for part, _said in self._parts if isinstance(part, SettingRow))

    def add_row(self, title: str, caption: str, *controls: QWidget) -> SettingRow:
        """Add a name, what it means and its controls."""
        return self.add(SettingRow(title, caption, *controls))

    def add(self, row: SettingRow) -> SettingRow:
        """Add a row that was made elsewhere; it is found by its name and what it means."""
        # Not Maximum: a caption that wraps needs more height than the hint says.
        row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.body.addWidget(row)
        self._parts.append((row, f"{row.title.text()} {row.caption.text()}".casefold()))
        return row

    def add_text(self, text: str, tone: str = "normal") -> Text:
        """Add a paragraph."""
        part = Text(text, tone=tone, wrap=True)
        self.body.addWidget(part)
        self._parts.append((part, text.casefold()))
        return part

    def show_matching(self, words: str) -> bool:
        """Show only what has all ``words``, all of it where the title has; say if there is any."""
        wanted = words.casefold().split()
        title = self.title.text().casefold()
        whole = all(word in title for word in wanted)
        found = False
        for part, said in self._parts:
            matches = whole or all(word in f"{title} {said}" for word in wanted)
            part.setVisible(matches)
            found |= matches
        self.setVisible(found)
        return found

    def focus_first(self) -> bool:
        """Put the focus on the first control that is shown; say whether there is one."""
        shown = (row for row in self.rows if not row.isHidden())
        control = next((one for row in shown for one in row.controls if one.isEnabled()), None)
        if control is not None:
            control.setFocus(Qt.FocusReason.TabFocusReason)
        return control is not None

    def change(self, key: str, value: Value) -> None:
        """Keep a preference in the log; the undo step is made there."""
        try:
            change_preference(self._desk.log, key, value)
        except LeglogError as error:
            self._desk.say(error.sentence)
