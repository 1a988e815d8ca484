"""With the keys of one letter off, the sheet takes values and chords and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from leglog.services.preferences import change_preference
from leglog.ui.letter_keys import follow_preference
from leglog.ui.theme import application
from tests.ui.workout.person import KEY, Person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import Qt

    from leglog.ui.desk import Desk


@pytest.fixture(autouse=True)
def _letters_off(person: Person, desk: Desk) -> Iterator[None]:
    follow_preference(desk)
    change_preference(desk.log, "letter_keys", False)
    yield
    application().setProperty("leglogLetterKeysOff", None)


@pytest.mark.parametrize(
    "key", [KEY.Key_X, KEY.Key_S, KEY.Key_W, KEY.Key_N, KEY.Key_T, KEY.Key_R, KEY.Key_A, KEY.Key_I]
)
def test_a_letter_changes_nothing(person: Person, desk: Desk, key: Qt.Key) -> None:
    before, step = person.page._bench.form, desk.log.undo_action
    person.press(key)
    assert (person.page._bench.form, desk.log.undo_action) == (before, step)
    assert not person.page._timers.is_awake


def test_slash_opens_no_line(person: Person) -> None:
    person.press(KEY.Key_Slash)
    assert person.page._view.sheet.hasFocus()


def test_return_still_confirms(person: Person) -> None:
    row = person.here.id
    person.press(KEY.Key_Return)
    form = person.page._bench.form
    assert form is not None
    assert next(one for block in form.blocks for one in block.sets if one.id == row).done
