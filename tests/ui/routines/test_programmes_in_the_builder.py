from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from leglog.services.programme_reading import programme_list, running_programme
from leglog.services.programmes import (
    PhaseValues,
    ProgrammeValues,
    add_programme,
    start_programme,
    stop_programme,
)
from leglog.services.routine_reading import routine_list
from leglog.services.routines import add_routine
from leglog.ui.desk import Destination, Place
from leglog.ui.routines.programme_editor import ProgrammeEditor
from leglog.ui.routines.programmes_sheet import ProgrammesSheet

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from leglog.ui.routines.page import RoutinePage


@pytest.fixture
def running(page: RoutinePage) -> int:
    """'Legs' and 'Back' in turn on Mondays and Thursdays, since today; the id of 'Back'."""
    log, today = page._desk.log, page._changes.today()
    back = add_routine(log, "Back")
    phase = PhaseValues("Ongoing", None, 2, (routine_list(log)[0].id, back))
    programme_id = add_programme(log, ProgrammeValues("A and B", frozenset({1, 4}), (phase,)))
    start_programme(log, programme_id, today, today)
    return back


def _sheet(page: RoutinePage) -> ProgrammesSheet:
    page._programmes.show_all()
    sheet = page.findChild(ProgrammesSheet)
    assert sheet is not None
    return sheet


def _editor(sheet: ProgrammesSheet) -> ProgrammeEditor:
    editor = sheet.findChild(ProgrammeEditor)
    assert editor is not None
    return editor


def test_template_is_added_started_and_told(page: RoutinePage, qtbot: QtBot) -> None:
    sheet = _sheet(page)
    assert list(sheet.template_buttons) == ["rachel-12-weeks", "ab-split", "three-full-body"]
    qtbot.mouseClick(sheet.template_buttons["ab-split"], Qt.MouseButton.LeftButton)
    (card,) = sheet.cards.values()
    assert sheet.focusWidget() is card.main_button
    qtbot.keyClick(card.main_button, Qt.Key.Key_Space)
    assert running_programme(page._desk.log) is not None
    assert page._strip.isVisible()
    assert page._strip.where.text() == "week 1, Ongoing"
    assert page._strip.next.text().startswith("Next: ")


def test_ending_shows_no_strip(page: RoutinePage, running: int, qtbot: QtBot) -> None:
    assert page._strip.isVisible()
    (card,) = _sheet(page).cards.values()
    qtbot.mouseClick(card.main_button, Qt.MouseButton.LeftButton)
    assert not page._strip.isVisible()


def test_chips_are_the_days_of_the_programme(page: RoutinePage, running: int, qtbot: QtBot) -> None:
    assert page._header._days.days == {1, 4}
    qtbot.mouseClick(page._header.chips[3], Qt.MouseButton.LeftButton)
    view = running_programme(page._desk.log)
    assert view is not None
    assert view.weekdays == {1}
    assert not any(line.weekdays for line in routine_list(page._desk.log))


def test_routine_outside_of_the_programme_has_no_days(page: RoutinePage, running: int) -> None:
    other = add_routine(page._desk.log, "Arms")
    page.open(Destination(Place.ROUTINES, id=other))
    assert not page._header.chips[0].isEnabled()
    assert "decides the days" in page._header._days.toolTip()


def test_own_days_come_back_when_it_ends(page: RoutinePage, running: int) -> None:
    (view,) = programme_list(page._desk.log)
    stop_programme(page._desk.log, view.id, page._changes.today())
    assert page._header._days.days == frozenset()
    assert page._header.chips[0].isEnabled()


def test_new_programme_is_written_by_keys(page: RoutinePage, running: int, qtbot: QtBot) -> None:
    sheet = _sheet(page)
    sheet.new_wanted.emit()
    editor = _editor(sheet)
    qtbot.keyClicks(editor.name, "Winter")
    qtbot.keyClicks(editor.phases[0].weeks, "6")
    qtbot.keyClick(editor.phases[0].weeks, Qt.Key.Key_Return)
    new = programme_list(page._desk.log)[1]
    assert (new.name, new.weeks, new.weekdays) == ("Winter", 6, frozenset({1, 4}))
    assert [name for _id, name in new.phases[0].routines] == ["Legs", "Back"]
    assert len(sheet.cards) == 2


def test_turns_are_moved_added_and_removed(page: RoutinePage, running: int) -> None:
    add_routine(page._desk.log, "Arms")
    sheet = _sheet(page)
    next(iter(sheet.cards.values())).wanted.emit("edit")
    editor = _editor(sheet)
    phase = editor.phases[0]
    phase.turns[1].up.click()
    phase.add_turn.click()
    assert not phase.add_turn.isEnabled()
    phase.turns[1].away.click()
    editor._try()
    (view,) = programme_list(page._desk.log)
    assert [name for _id, name in view.phases[0].routines] == ["Back", "Arms"]


def test_second_phase_closes_the_open_one(page: RoutinePage, running: int) -> None:
    sheet = _sheet(page)
    next(iter(sheet.cards.values())).wanted.emit("edit")
    editor = _editor(sheet)
    editor.add_phase.click()
    editor.phases[1].name.setText("Load")
    editor._try()
    (view,) = programme_list(page._desk.log)
    assert [(phase.first_week, phase.last_week) for phase in view.phases] == [(1, 4), (5, None)]


def test_what_cannot_be_used_stays_in_the_editor(page: RoutinePage, running: int) -> None:
    sheet = _sheet(page)
    next(iter(sheet.cards.values())).wanted.emit("edit")
    editor = _editor(sheet)
    editor.phases[0].weeks.setText("many")
    editor._try()
    assert editor.isVisible()
    assert editor._trouble.text() == "A phase takes 1 to 52 weeks."


@pytest.mark.parametrize("what", ["archive", "delete"])
def test_card_puts_the_programme_away(page: RoutinePage, running: int, what: str) -> None:
    sheet = _sheet(page)
    next(iter(sheet.cards.values())).wanted.emit(what)
    assert running_programme(page._desk.log) is None
    assert len(sheet.cards) == (what == "archive")
    page._desk.log.undo()
    assert running_programme(page._desk.log) is not None


def test_staying_longer_is_offered_in_a_phase_with_an_end(page: RoutinePage) -> None:
    log, today = page._desk.log, page._changes.today()
    phase = PhaseValues("Start", 4, 1, (routine_list(log)[0].id,))
    programme_id = add_programme(log, ProgrammeValues("Start", frozenset({1}), (phase,)))
    start_programme(log, programme_id, today - dt.timedelta(days=7), today)
    sheet = _sheet(page)
    sheet.cards[programme_id].wanted.emit("longer")
    assert programme_list(log)[0].weeks == 5
    assert page._strip.where.text() == "week 2 of 5, Start"
