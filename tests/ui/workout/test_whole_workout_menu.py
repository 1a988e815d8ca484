"""Whole workouts from the menu of the log."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from leglog.services import sets, workouts
from leglog.services.training_log import Action
from leglog.services.whole_workouts import others_of_day
from leglog.services.workout_reading import open_workouts, workout_form
from leglog.ui.desk import Destination, Place
from leglog.ui.whole_workout import DayDialog, WorkoutActions, as_whole
from leglog.ui.widgets.button import Button
from leglog.ui.widgets.question import Question
from tests.ui.workout.person import KEY, Person, show

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

    from leglog.ui.desk import Desk
    from leglog.ui.whole_workout import WholeWorkout


def entries(menu: QMenu) -> dict[str, QAction]:
    return {action.text().replace("&", ""): action for action in menu.actions()}


@pytest.fixture
def menu(person: Person, qtbot: QtBot) -> QMenu:
    menu = QMenu(person.page)
    person.page._actions.fill(menu, as_whole(person.form))
    return menu


def whole(person: Person) -> WholeWorkout:
    return as_whole(person.form)


def test_menu_of_the_log_names_what_can_be_done(menu: QMenu) -> None:
    assert [words for words in entries(menu) if words] == [
        "Log again today",
        "Duplicate…",
        "Move to another day…",
        "Merge with",
        "Split before",
        "Discard…",
    ]


def test_button_opens_the_menu_below_itself(person: Person, qtbot: QtBot) -> None:
    more = next(
        button
        for button in person.page._view.header.findChildren(Button)
        if button.accessibleName() == "This workout"
    )
    more.click()
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    assert "Rename…" in entries(popup)
    popup.close()


def test_day_is_asked_with_one_field_and_enter(person: Person, qtbot: QtBot) -> None:
    person.page._actions.ask_move(whole(person))
    person.wait_for_dialog()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DayDialog)
    day = person.form.date - dt.timedelta(days=2)
    dialog.day.set_day(day)
    person.press(KEY.Key_Return)
    assert person.form.date == day


def test_split_and_merge_leave_the_first_part_in_view(person: Person) -> None:
    before = person.form
    person.page._actions.split(whole(person), before.blocks[4].id)
    assert (person.form.id, len(person.form.blocks)) == (before.id, 4)
    (other,) = others_of_day(person.log, before.id)
    person.page._actions.merge(whole(person), other.id)
    assert [block.id for block in person.form.blocks] == [block.id for block in before.blocks]
    assert person.log.undo_action is Action.MERGE_WORKOUTS


def test_refused_merge_is_said(person: Person) -> None:
    person.page._actions.merge(whole(person), person.form.id)
    assert person.said[-1] == "Only two workouts of the same day can be merged."


def test_copy_is_shown(person: Person) -> None:
    day = person.form.date - dt.timedelta(days=1)
    first = person.form.id
    person.page._actions.duplicate(whole(person), day)
    assert person.form.id != first
    assert person.form.date == day
    assert others_of_day(person.log, person.form.id) == ()


def test_discarded_workout_comes_back_by_undo(person: Person) -> None:
    workout_id = person.form.id
    person.page._actions.remove(whole(person))
    assert person.page._bench.form is None
    assert open_workouts(person.log) == ()
    person.log.undo()
    assert open_workouts(person.log) == (workout_id,)


def test_past_workout_is_offered_and_begun_again(desk: Desk, qtbot: QtBot, routine: int) -> None:
    past = workouts.start_workout(desk.log, dt.date(2026, 3, 2), routine)
    form = workout_form(desk.log, past)
    sets.log_sets(desk.log, {row.id: row.shown for block in form.blocks for row in block.sets})
    workouts.finish_workout(desk.log, past)
    person = show(desk, qtbot, Destination(Place.LOG))
    again = next(
        button
        for button in person.page._chooser.findChildren(Button)
        if button.accessibleName().startswith("Log again")
    )
    again.click()
    assert person.form.date == person.page._bench.today
    assert person.form.sets_planned == form.sets_planned


def test_actions_work_without_a_page(desk: Desk, qtbot: QtBot, person: Person) -> None:
    actions = WorkoutActions(desk, person.page)
    with qtbot.waitSignal(actions.gone):
        actions.remove(whole(person))


def test_second_workout_of_a_day_is_mentioned(person: Person) -> None:
    person.page._opening.begin(person.form.date, None)
    assert person.said[-1].startswith("This is the second workout on ")
    person.page._opening.begin(person.form.date, None)
    assert person.said[-1].startswith("This is workout 3 on ")


def question_about(person: Person) -> Question:
    person.page._actions.ask_removal(whole(person))
    person.wait_for_dialog()
    question = QApplication.activeModalWidget()
    assert isinstance(question, Question)
    return question


def test_question_about_an_empty_workout_counts_nothing(person: Person) -> None:
    assert question_about(person).text.text() == (
        "Nothing is logged in it yet. Ctrl+Z brings it back."
    )


def test_question_names_only_what_there_is(person: Person) -> None:
    person.go_to("deadlift")
    person.press(KEY.Key_Return)
    assert question_about(person).text.text() == "1 set goes with it. Ctrl+Z brings it back."


def test_enter_keeps_the_workout(person: Person) -> None:
    before = person.form.id
    question_about(person)
    person.press(KEY.Key_Return)
    assert QApplication.activeModalWidget() is None
    assert person.form.id == before
