"""Which key does what in the set sheet."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QKeyEvent

    from leglog.ui.workout.sheet import SetSheet
    from leglog.ui.workout.sheet_cursor import SheetCursor
    from leglog.ui.workout.sheet_editing import SheetEditing
    from leglog.ui.workout.sheet_timing import SheetTiming

Verb = Callable[[], object]
KeyTable = dict[tuple[int, Qt.Key], Verb]
"""What to do, by the modifiers as a number and the key."""

_PLAIN = 0
_SHIFT = int(Qt.KeyboardModifier.ShiftModifier.value)
_CONTROL = int(Qt.KeyboardModifier.ControlModifier.value)
_ALT = int(Qt.KeyboardModifier.AltModifier.value)
_TYPING = frozenset("0123456789.,:")
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_F2)


class SheetKeys:
    """Finds what a key does; signs are known by what they write, wherever they are typed."""

    def __init__(self, sheet: SetSheet, cursor: SheetCursor, editing: SheetEditing) -> None:
        self._keys: KeyTable = {
            **_confirming(sheet),
            **_moving(sheet, cursor),
            **_changing(editing),
            **_timing(sheet.timing),
            **_asking(sheet),
        }
        self._signs: dict[str, Verb] = {
            "+": lambda: editing.adjust(1),
            "-": lambda: editing.adjust(-1),
            "−": lambda: editing.adjust(-1),
            "!": _tell(sheet, sheet.felt_wanted),
        }

    def verb(self, event: QKeyEvent) -> Verb | None:
        """Return what a key does, or None where it means nothing here."""
        found = self._keys.get((_modifiers(event), Qt.Key(event.key())))
        return found or self._signs.get(event.text())


def begins_typing(event: QKeyEvent) -> bool:
    """Say whether a key is the beginning of a value."""
    return event.text() in _TYPING and _modifiers(event) == _PLAIN


def moves_by_cell(event: QKeyEvent) -> bool:
    """Say whether a key is one with which tables move, or open a field, by themselves."""
    held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return not held and event.key() in _MOVES


def _confirming(sheet: SetSheet) -> KeyTable:
    return {
        (_PLAIN, Qt.Key.Key_Return): sheet.confirm_current,
        (_PLAIN, Qt.Key.Key_Enter): sheet.confirm_current,
        (_PLAIN, Qt.Key.Key_Space): sheet.switch_done,
        (_CONTROL, Qt.Key.Key_D): sheet.confirm_block,
        (_PLAIN, Qt.Key.Key_Escape): sheet.give_up,
    }


def _moving(sheet: SetSheet, cursor: SheetCursor) -> KeyTable:
    return {
        (_PLAIN, Qt.Key.Key_Tab): lambda: sheet.step_cell(1),
        (_SHIFT, Qt.Key.Key_Backtab): lambda: sheet.step_cell(-1),
        (_PLAIN, Qt.Key.Key_PageUp): lambda: cursor.step_block(-1),
        (_PLAIN, Qt.Key.Key_PageDown): lambda: cursor.step_block(1),
        (_PLAIN, Qt.Key.Key_Home): lambda: cursor.in_block(0),
        (_PLAIN, Qt.Key.Key_End): lambda: cursor.in_block(-1),
    }


def _changing(editing: SheetEditing) -> KeyTable:
    return {
        (_PLAIN, Qt.Key.Key_Insert): editing.add_set,
        (_PLAIN, Qt.Key.Key_Delete): editing.remove_set,
        (_PLAIN, Qt.Key.Key_S): editing.switch_sides,
        (_PLAIN, Qt.Key.Key_W): editing.switch_warm_up,
        (_PLAIN, Qt.Key.Key_X): editing.switch_skipped,
        (_CONTROL | _SHIFT, Qt.Key.Key_Down): editing.take_below,
        (_ALT, Qt.Key.Key_Up): lambda: editing.move_exercise(-1),
        (_ALT, Qt.Key.Key_Down): lambda: editing.move_exercise(1),
    }


def _timing(timing: SheetTiming) -> KeyTable:
    return {
        (_PLAIN, Qt.Key.Key_T): timing.switch_hold,
        (_PLAIN, Qt.Key.Key_R): timing.switch_rest,
    }


def _asking(sheet: SetSheet) -> KeyTable:
    return {
        (_PLAIN, Qt.Key.Key_G): sheet.guide_wanted.emit,
        (_PLAIN, Qt.Key.Key_N): _tell(sheet, sheet.note_wanted),
        (_ALT, Qt.Key.Key_Left): _tell(sheet, sheet.swap_wanted, False),
        (_ALT, Qt.Key.Key_Right): _tell(sheet, sheet.swap_wanted, True),
        (_SHIFT, Qt.Key.Key_F10): sheet.open_menu,
    }


def _tell(sheet: SetSheet, signal: SignalInstance, *more: object) -> Verb:
    """Return what emits a signal with the exercise under the cursor, where there is one."""

    def tell() -> None:
        block = sheet.current_block
        if block is not None:
            signal.emit(block, *more)

    return tell


def _modifiers(event: QKeyEvent) -> int:
    """Return the modifiers without the keypad's, as a number."""
    return int((event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier).value)
