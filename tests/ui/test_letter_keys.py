from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from leglog.services.preferences import change_preference
from leglog.services.training_log import TrainingLog, open_log
from leglog.ui.desk import Desk
from leglog.ui.letter_keys import follow_preference, is_letter_key, letter_keys_on, unless_off
from leglog.ui.theme import application

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _on_again(qapp: object) -> Iterator[None]:
    yield
    application().setProperty("leglogLetterKeysOff", None)


@pytest.mark.parametrize(
    ("key", "modifier", "text", "is_one"),
    [
        (Qt.Key.Key_R, NONE, "r", True),
        (Qt.Key.Key_R, SHIFT, "R", True),
        (Qt.Key.Key_Slash, SHIFT, "/", True),
        (Qt.Key.Key_Exclam, SHIFT, "!", True),
        (Qt.Key.Key_D, CONTROL, "\x04", False),
        (Qt.Key.Key_4, NONE, "4", False),
        (Qt.Key.Key_Plus, NONE, "+", False),
        (Qt.Key.Key_Return, NONE, "\r", False),
    ],
)
def test_letters_and_signs_are_told_from_values_and_chords(
    key: Qt.Key, modifier: Qt.KeyboardModifier, text: str, is_one: bool
) -> None:
    assert is_letter_key(QKeyEvent(QEvent.Type.KeyPress, key, modifier, text)) is is_one


def test_they_follow_the_log_also_while_it_opens(log_path: Path) -> None:
    desk = Desk(log_path)
    follow_preference(desk)
    log = open_log(log_path, desk.changed.emit)
    # The opening itself announces what it renews, before the desk has the log.
    change_preference(log, "letter_keys", False)
    assert letter_keys_on()
    desk.open_with(log)
    assert not letter_keys_on()
    log.undo()
    assert letter_keys_on()
    log.close()


def test_a_shortcut_does_nothing_while_they_are_off(log: TrainingLog) -> None:
    done: list[int] = []
    attempt = unless_off(lambda: done.append(1))
    attempt()
    application().setProperty("leglogLetterKeysOff", True)
    attempt()
    assert done == [1]
