"""Settings for eyes and hands: larger text, high contrast, keys of one letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker

from leglog.i18n import _
from leglog.ui.preferences.card import SettingsCard
from leglog.ui.theme import Scheme, current_theme
from leglog.ui.widgets.setting_rows import ToggleRow

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from leglog.services.preferences import Preferences
    from leglog.ui.desk import Desk

NORMAL_TEXT, LARGER_TEXT = 100, 130
"""Percent of the system's text size."""


class AccessibilityCard(SettingsCard):
    """Switches for what is otherwise a choice of several."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Accessibility"))
        self._larger = ToggleRow(_("Larger text"), _("130 %; Ctrl and + or − goes in steps."))
        self._larger.toggled.connect(self._enlarge)
        self._contrast = ToggleRow(_("High contrast"), _("Your system’s own colours."))
        self._contrast.toggled.connect(self._heighten)
        self._letters = ToggleRow(
            _("Single-letter keys"),
            _("As R for the rest or / for quick entry. Menus and Ctrl keys always work."),
        )
        self._letters.toggled.connect(lambda on: self.change("letter_keys", on))
        for row in (self._larger, self._contrast, self._letters):
            self.add(row)

    def renew(self, chosen: Preferences) -> None:
        """Show the preferences as they are."""
        with QSignalBlocker(self._letters):
            self._letters.set_on(chosen.letter_keys)
        self._show_looks()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is event.Type.StyleChange and hasattr(self, "_letters"):
            self._show_looks()

    def _show_looks(self) -> None:
        theme = current_theme()
        self._larger.set_on(theme.text_size >= LARGER_TEXT)
        self._contrast.set_on(theme.scheme is Scheme.HIGH_CONTRAST)

    def _enlarge(self, on: bool) -> None:
        if on != (current_theme().text_size >= LARGER_TEXT):
            self._desk.ask_for(f"text_size_{LARGER_TEXT if on else NORMAL_TEXT}")

    def _heighten(self, on: bool) -> None:
        if on != (current_theme().scheme is Scheme.HIGH_CONTRAST):
            self._desk.ask_for(Scheme.HIGH_CONTRAST.value if on else Scheme.SYSTEM.value)
