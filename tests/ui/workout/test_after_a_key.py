"""What the page shows once a key has been worked off: all of it, read again or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from leglog.services.exercise_guide import exercise_guide
from leglog.services.pain import rate_pain
from leglog.services.preferences import change_preference
from leglog.services.sets import log_set
from leglog.training.vocabulary import Moment, Unit
from leglog.ui.workout.sheet_words import Column
from tests.ui.workout.person import KEY, Person

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_the_next_exercise_stands_beside_after_the_last_set(person: Person, qtbot: QtBot) -> None:
    side, blocks = person.page._view.side, person.form.blocks
    person.press(*[KEY.Key_Return] * len(blocks[0].sets))
    cue = exercise_guide(person.log, blocks[1].exercise_id).cues[0]
    qtbot.waitUntil(lambda: cue in side.guide._cues.text())


def test_all_that_changed_meanwhile_is_read_when_the_page_comes_back(person: Person) -> None:
    form = person.form
    person.page.hide()
    rate_pain(person.log, 3, Moment.BEFORE, form.date, form.id)
    change_preference(person.log, "unit", Unit.LB)
    log_set(person.log, person.here.id, person.here.shown)
    person.page.show()
    header = person.page._view.sheet.model().headerData(Column.WEIGHT, Qt.Orientation.Horizontal)
    assert (person.form.ratings.before, person.form.blocks[0].done) == (3, 1)
    assert "lb" in str(header)


def test_lines_moved_by_scrolling_look_as_painted_anew(person: Person, qtbot: QtBot) -> None:
    if QGuiApplication.platformName() != "offscreen":
        pytest.skip("only there the picture in the window can be taken")
    page, sheet = person.page, person.page._view.sheet
    page.resize(1100, 520)

    def is_alike() -> bool:
        view = sheet.viewport()
        place = view.rect().translated(view.mapTo(page, QPoint()))
        shown = page.screen().grabWindow(page.winId()).toImage().copy(place)
        return shown == view.grab().toImage().convertToFormat(shown.format())

    qtbot.waitUntil(is_alike)
    for _set in range(6):
        person.press(KEY.Key_Return)
        qtbot.waitUntil(is_alike)
    assert sheet.verticalScrollBar().value()
