"""Keys of one letter or sign, as R for the rest: they can be switched off.

Speech input types letters where they do harm, and hands that tremble hit them (WCAG 2.2, 2.1.4).
The choice is kept in the log; widgets ask for it here while they handle a key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from leglog.ui.theme import application

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from leglog.services.training_log import Change, TrainingLog
    from leglog.ui.desk import Desk

_PROPERTY = "leglogLetterKeysOff"
_SIGNS = frozenset("/!")


def letter_keys_on() -> bool:
    """Say whether keys of one letter do something; they do unless they were switched off."""
    return application().property(_PROPERTY) is not True


def is_letter_key(event: QKeyEvent) -> bool:
    """Say whether this is a letter, '/' or '!' alone or with Shift.

    Digits, '+' and '−' change the value in a cell; they are no shortcuts.
    """
    if event.modifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    ):
        return False
    is_letter = Qt.Key.Key_A.value <= event.key() <= Qt.Key.Key_Z.value
    return is_letter or event.text() in _SIGNS


def is_switched_off(event: QKeyEvent) -> bool:
    """Say whether this key does nothing because keys of one letter are off."""
    return is_letter_key(event) and not letter_keys_on()


def unless_off(do: Callable[[], object]) -> Callable[[], None]:
    """Return what a shortcut of one letter does: nothing while they are off."""

    def attempt() -> None:
        if letter_keys_on():
            do()

    return attempt


def follow_preference(desk: Desk) -> None:
    """Do as the log says, now or when it is open, and after each change."""

    def read(log: TrainingLog) -> None:
        from leglog.services.preferences import preferences

        application().setProperty(_PROPERTY, not preferences(log).letter_keys)

    def on_changed(change: Change) -> None:
        # Opening announces what it renews before the desk has the log.
        if desk.is_ready and "preference" in change.tables:
            read(desk.log)

    desk.when_ready(read)
    desk.changed.connect(on_changed)
