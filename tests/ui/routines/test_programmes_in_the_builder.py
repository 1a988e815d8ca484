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
from tests.ui.finding import button, named, pick, texts
from tests.ui.routines.reading import today

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from leglog.ui.routines.page import RoutinePage


@pytest.fixture
def running(page: RoutinePage) -> int:
    """'Legs' and 'Back' in turn on Mondays and Thursdays, since today; the id of 'Back'."""
    log, day = page.desk.log, today(page)
    back = add_routine(log, "Back")
    phase = PhaseValues("Ongoing", None, 2, (routine_list(log)[0].id, back))
    programme_id = add_programme(log, ProgrammeValues("A and B", frozenset({1, 4}), (phase,)))
    start_programme(log, programme_id, day, day)
    return back


def _sheet(page: RoutinePage) -> ProgrammesSheet:
    page.header.programmes_button.click()
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
    assert running_programme(page.desk.log) is not None
    assert page.strip.isVisible()
    assert page.strip.where.text() == "week 1, Ongoing"
    assert page.strip.next.text().startswith("Next: ")


def test_ending_shows_no_strip(page: RoutinePage, running: int, qtbot: QtBot) -> None:
    assert page.strip.isVisible()
    (card,) = _sheet(page).cards.values()
    qtbot.mouseClick(card.main_button, Qt.MouseButton.LeftButton)
    assert not page.strip.isVisible()


def test_chips_are_the_days_of_the_programme(page: RoutinePage, running: int, qtbot: QtBot) -> None:
    assert page.header.days.days == {1, 4}
    qtbot.mouseClick(page.header.chips[3], Qt.MouseButton.LeftButton)
    view = running_programme(page.desk.log)
    assert view is not None
    assert view.weekdays == {1}
    assert not any(line.weekdays for line in routine_list(page.desk.log))


def test_routine_outside_of_the_programme_has_no_days(page: RoutinePage, running: int) -> None:
    other = add_routine(page.desk.log, "Arms")
    page.open(Destination(Place.ROUTINES, id=other))
    assert not page.header.chips[0].isEnabled()
    assert "decides the days" in page.header.days.toolTip()


def test_own_days_come_back_when_it_ends(page: RoutinePage, running: int) -> None:
    (view,) = programme_list(page.desk.log)
    stop_programme(page.desk.log, view.id, today(page))
    assert page.header.days.days == frozenset()
    assert page.header.chips[0].isEnabled()


def test_new_programme_is_written_by_keys(page: RoutinePage, running: int, qtbot: QtBot) -> None:
    sheet = _sheet(page)
    button(sheet, "New programme…").click()
    editor = _editor(sheet)
    qtbot.keyClicks(editor.name, "Winter")
    qtbot.keyClicks(editor.phases[0].weeks, "6")
    qtbot.keyClick(editor.phases[0].weeks, Qt.Key.Key_Return)
    new = programme_list(page.desk.log)[1]
    assert (new.name, new.weeks, new.weekdays) == ("Winter", 6, frozenset({1, 4}))
    assert [name for _id, name in new.phases[0].routines] == ["Legs", "Back"]
    assert len(sheet.cards) == 2


def test_turns_are_moved_added_and_removed(page: RoutinePage, running: int) -> None:
    add_routine(page.desk.log, "Arms")
    sheet = _sheet(page)
    button(sheet, "Edit…").click()
    editor = _editor(sheet)
    phase = editor.phases[0]
    phase.turns[1].up.click()
    phase.add_turn.click()
    assert not phase.add_turn.isEnabled()
    phase.turns[1].away.click()
    editor.accept_button.click()
    (view,) = programme_list(page.desk.log)
    assert [name for _id, name in view.phases[0].routines] == ["Back", "Arms"]


def test_second_phase_closes_the_open_one(page: RoutinePage, running: int) -> None:
    sheet = _sheet(page)
    button(sheet, "Edit…").click()
    editor = _editor(sheet)
    editor.add_phase.click()
    editor.phases[1].name.setText("Load")
    editor.accept_button.click()
    (view,) = programme_list(page.desk.log)
    assert [(phase.first_week, phase.last_week) for phase in view.phases] == [(1, 4), (5, None)]


def test_what_cannot_be_used_stays_in_the_editor(page: RoutinePage, running: int) -> None:
    sheet = _sheet(page)
    button(sheet, "Edit…").click()
    editor = _editor(sheet)
    editor.phases[0].weeks.setText("many")
    editor.accept_button.click()
    assert editor.isVisible()
    assert "A phase takes 1 to 52 weeks." in texts(editor)


@pytest.mark.parametrize(("verb", "left"), [("Archive", 1), ("Delete", 0)])
def test_card_puts_the_programme_away(
    page: RoutinePage, running: int, qtbot: QtBot, verb: str, left: int
) -> None:
    sheet = _sheet(page)
    pick(qtbot, named(sheet, "More for A and B"), verb)
    assert running_programme(page.desk.log) is None
    assert len(sheet.cards) == left
    page.desk.log.undo()
    assert running_programme(page.desk.log) is not None


def test_staying_longer_is_offered_in_a_phase_with_an_end(page: RoutinePage) -> None:
    log, day = page.desk.log, today(page)
    phase = PhaseValues("Start", 4, 1, (routine_list(log)[0].id,))
    programme_id = add_programme(log, ProgrammeValues("Start", frozenset({1}), (phase,)))
    start_programme(log, programme_id, day - dt.timedelta(days=7), day)
    button(_sheet(page), "Stay a week longer in this phase").click()
    assert programme_list(log)[0].weeks == 5
    assert page.strip.where.text() == "week 2 of 5, Start"
