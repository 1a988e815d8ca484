from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, Qt

from leglog.services.pain import ratings_between
from leglog.services.preferences import preferences
from leglog.services.routine_reading import routine_list, routine_view
from leglog.settings import BackCheck
from leglog.training.vocabulary import Moment, Unit
from leglog.ui.desk import Desk
from leglog.ui.first_run.asking import ask_before_start
from leglog.ui.first_run.dialog import BACK, ROUTINE, UNITS, FirstRunDialog
from leglog.ui.first_run.units_step import usual_unit, usual_week_start
from tests.ui.finding import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from leglog.services.training_log import Change, TrainingLog

KEY = Qt.Key
NOW = dt.datetime(2025, 11, 21, 17, 5, tzinfo=dt.UTC)
TODAY = NOW.date()
TO_THE_END = (KEY.Key_Return, KEY.Key_Return, KEY.Key_Space, KEY.Key_Tab, KEY.Key_Tab)


@pytest.fixture
def desk(log: TrainingLog, window: QWidget) -> Desk:
    desk = Desk(log.path, window)
    desk.open_with(log)
    return desk


@pytest.fixture
def dialog(desk: Desk, window: QWidget, qtbot: QtBot) -> FirstRunDialog:
    dialog = FirstRunDialog(desk, window, now=lambda: NOW)
    dialog.open()
    qtbot.waitExposed(dialog)
    return dialog


@pytest.fixture
def american() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    yield
    QLocale.setDefault(before)


def press(qtbot: QtBot, dialog: FirstRunDialog, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(dialog.focusWidget(), key)


def test_eight_keys_choose_a_routine_and_answer_the_check(
    dialog: FirstRunDialog, log: TrainingLog, qtbot: QtBot
) -> None:
    press(qtbot, dialog, KEY.Key_Return, KEY.Key_Space, KEY.Key_Return)
    press(qtbot, dialog, KEY.Key_Space, KEY.Key_Tab, KEY.Key_Tab, KEY.Key_Space, KEY.Key_Return)
    assert not dialog.isVisible()
    (line,) = routine_list(log)
    assert line.name == "Rachel's beginner plan"
    assert routine_view(log, line.id).weekdays == {1, 4}
    assert preferences(log).back_check is BackCheck.NONE


def test_nothing_is_written_before_the_end(
    dialog: FirstRunDialog, changes: list[Change], qtbot: QtBot
) -> None:
    changes.clear()
    press(qtbot, dialog, KEY.Key_Right, KEY.Key_Return, KEY.Key_Space, KEY.Key_Return)
    press(qtbot, dialog, KEY.Key_Space, KEY.Key_Tab, KEY.Key_4)
    dialog.close()
    assert changes == []


def test_closed_it_comes_again_and_finished_it_does_not(
    dialog: FirstRunDialog, desk: Desk, window: QWidget
) -> None:
    dialog.close()
    again = ask_before_start(desk, window)
    assert again is not None
    again.pass_over()
    again.back.some.click()
    again.back.understood.click()
    again.go_on()
    assert ask_before_start(desk, window) is None


def test_no_answer_and_no_card_is_chosen_beforehand(dialog: FirstRunDialog) -> None:
    assert dialog.routine.template_id is None
    assert dialog.back.answer is BackCheck.OPEN
    assert not dialog.back.understood.isChecked()
    assert dialog.back.score is None


def test_alt_left_goes_back_and_keeps_what_was_chosen(dialog: FirstRunDialog, qtbot: QtBot) -> None:
    press(qtbot, dialog, KEY.Key_Return, KEY.Key_Space, KEY.Key_Return)
    chosen = dialog.routine.template_id
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(dialog, KEY.Key_Left, alt)
    assert (dialog.step, dialog.routine.template_id) == (ROUTINE, chosen)
    qtbot.keyClick(dialog, KEY.Key_Left, alt)
    qtbot.keyClick(dialog, KEY.Key_Left, alt)
    assert dialog.step == UNITS


def test_esc_passes_over_two_steps_and_not_over_the_third(
    dialog: FirstRunDialog, qtbot: QtBot
) -> None:
    press(qtbot, dialog, KEY.Key_Return, KEY.Key_Space, KEY.Key_Escape)
    assert (dialog.step, dialog.routine.template_id) == (BACK, None)
    press(qtbot, dialog, KEY.Key_Escape)
    assert dialog.isVisible()


def test_third_step_needs_an_answer_and_the_box(
    dialog: FirstRunDialog, log: TrainingLog, qtbot: QtBot
) -> None:
    press(qtbot, dialog, *TO_THE_END, KEY.Key_Return)
    assert dialog.isVisible()
    press(qtbot, dialog, KEY.Key_Space, KEY.Key_Return)
    assert not dialog.isVisible()
    assert routine_list(log) == ()


def test_a_sign_brings_advice_and_locks_nothing(
    dialog: FirstRunDialog, log: TrainingLog, qtbot: QtBot
) -> None:
    press(qtbot, dialog, KEY.Key_Return, KEY.Key_Return, KEY.Key_Space, KEY.Key_Down)
    assert any("get emergency help now" in text for text in texts(dialog.back))
    press(qtbot, dialog, KEY.Key_Tab, KEY.Key_Tab, KEY.Key_Space, KEY.Key_Return)
    assert preferences(log).back_check is BackCheck.SOME


def test_first_rating_is_kept_when_it_was_given(
    dialog: FirstRunDialog, log: TrainingLog, qtbot: QtBot
) -> None:
    press(qtbot, dialog, KEY.Key_Return, KEY.Key_Return, KEY.Key_Space, KEY.Key_Tab)
    press(qtbot, dialog, KEY.Key_3, KEY.Key_Return, KEY.Key_Space, KEY.Key_Return)
    (rating,) = ratings_between(log, TODAY, TODAY)
    assert (rating.score, rating.moment) == (3, Moment.ANY)


def test_pounds_bring_steps_in_pounds_and_undo_takes_all_of_it_back(
    dialog: FirstRunDialog, log: TrainingLog, qtbot: QtBot
) -> None:
    dialog.units.units.setFocus()
    press(qtbot, dialog, KEY.Key_Right, *TO_THE_END, KEY.Key_Space, KEY.Key_Return)
    chosen = preferences(log)
    assert (chosen.unit, chosen.load_step_g) == (Unit.LB, 2268)
    while log.undo_action is not None:
        log.undo()
    assert (preferences(log).unit, preferences(log).load_step_g) == (Unit.KG, 2500)


def test_days_are_proposed_with_a_routine_and_can_be_changed(dialog: FirstRunDialog) -> None:
    assert not dialog.routine.days.isEnabled()
    dialog.routine.cards[0].click()
    assert dialog.routine.weekdays == {1, 4}
    dialog.routine.days.chips[0].click()
    assert dialog.routine.weekdays == {4}


def test_import_waits_for_the_end(dialog: FirstRunDialog, desk: Desk, qtbot: QtBot) -> None:
    asked: list[str] = []
    desk.action_wanted.connect(asked.append)
    dialog.units.old_data.box.click()
    assert asked == []
    press(qtbot, dialog, *TO_THE_END, KEY.Key_Space, KEY.Key_Return)
    assert asked == ["import"]


def test_units_and_week_are_those_of_the_country(american: None) -> None:
    assert (usual_unit(), usual_week_start()) == (Unit.LB, 7)
