"""Rating the back with two keys, and all that may be said beside the number."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from leglog.services.pain import PainDetails, rate_pain, ratings_between
from leglog.training.vocabulary import LegSign, Moment, PainSide
from leglog.ui.desk import Desk
from leglog.ui.pain_popover import PainPopover
from leglog.ui.theme import Scheme, apply_theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from leglog.services.pain import PainRatingView
    from leglog.services.training_log import TrainingLog

NOW = dt.datetime(2025, 11, 21, 8, 12, tzinfo=dt.UTC)
TODAY = NOW.date()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QWidget:
    apply_theme(qapp, Scheme.LIGHT)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.show()
    qtbot.waitActive(window)
    return window


def _open(log: TrainingLog, window: QWidget, qtbot: QtBot, now: dt.datetime = NOW) -> PainPopover:
    desk = Desk(log.path, window)
    desk.open_with(log)
    popover = PainPopover(desk, window, now=lambda: now)
    popover.open_over(window)
    qtbot.waitExposed(popover)
    return popover


def _press(qtbot: QtBot, popover: PainPopover, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(popover.focusWidget(), key)


def _only(log: TrainingLog) -> PainRatingView:
    (view,) = ratings_between(log, dt.date.min, dt.date.max)
    return view


def test_a_digit_and_enter_rate_the_morning(
    log: TrainingLog, window: QWidget, qtbot: QtBot
) -> None:
    popover = _open(log, window, qtbot)
    _press(qtbot, popover, Qt.Key.Key_2, Qt.Key.Key_Return)
    view = _only(log)
    assert (view.score, view.moment, view.day) == (2, Moment.MORNING, TODAY)


def test_after_noon_any_time_is_offered(log: TrainingLog, window: QWidget, qtbot: QtBot) -> None:
    popover = _open(log, window, qtbot, NOW.replace(hour=15))
    assert popover.moment is Moment.ANY


def test_sides_legs_and_a_note_are_kept(log: TrainingLog, window: QWidget, qtbot: QtBot) -> None:
    popover = _open(log, window, qtbot)
    _press(qtbot, popover, Qt.Key.Key_4)
    popover._at_left.click()
    popover._leg_left.click()
    popover._note.setFocus()
    qtbot.keyClicks(popover._note, "after the long drive")
    _press(qtbot, popover, Qt.Key.Key_Return)
    assert _only(log).details == PainDetails(
        side=PainSide.LEFT, leg_sign=LegSign.LEFT, note="after the long drive"
    )


def test_left_and_right_are_both_and_centre_is_alone(
    log: TrainingLog, window: QWidget, qtbot: QtBot
) -> None:
    popover = _open(log, window, qtbot)
    popover._at_left.click()
    popover._at_right.click()
    assert popover._side() is PainSide.BOTH
    popover._centre.click()
    assert popover._side() is PainSide.CENTRE


def test_what_was_rated_before_is_shown_and_replaced(
    log: TrainingLog, window: QWidget, qtbot: QtBot
) -> None:
    details = PainDetails(side=PainSide.RIGHT, note="stiff")
    rate_pain(log, 5, Moment.MORNING, TODAY, details=details, now=NOW)
    popover = _open(log, window, qtbot)
    assert (popover.scale.rating, popover._note.text()) == (5, "stiff")
    _press(qtbot, popover, Qt.Key.Key_3, Qt.Key.Key_Return)
    assert (_only(log).score, _only(log).details) == (3, details)


def test_clearing_a_rating_and_saving_takes_it_away(
    log: TrainingLog, window: QWidget, qtbot: QtBot
) -> None:
    rate_pain(log, 5, Moment.MORNING, TODAY, now=NOW)
    popover = _open(log, window, qtbot)
    _press(qtbot, popover, Qt.Key.Key_Delete, Qt.Key.Key_Return)
    assert ratings_between(log, TODAY, TODAY) == ()


def test_without_a_number_there_is_nothing_to_save(
    log: TrainingLog, window: QWidget, qtbot: QtBot
) -> None:
    popover = _open(log, window, qtbot)
    assert not popover._save_button.isEnabled()
    _press(qtbot, popover, Qt.Key.Key_Return)
    assert popover.isVisible()


def test_escape_rates_nothing(log: TrainingLog, window: QWidget, qtbot: QtBot) -> None:
    popover = _open(log, window, qtbot)
    _press(qtbot, popover, Qt.Key.Key_6, Qt.Key.Key_Escape)
    assert ratings_between(log, TODAY, TODAY) == ()


def test_changing_the_moment_keeps_the_number_typed(
    log: TrainingLog, window: QWidget, qtbot: QtBot
) -> None:
    popover = _open(log, window, qtbot)
    _press(qtbot, popover, Qt.Key.Key_6)
    popover._moments._segments[Moment.ANY.value].click()
    assert (popover.scale.rating, popover.moment) == (6, Moment.ANY)


def test_an_earlier_day_can_be_rated(log: TrainingLog, window: QWidget, qtbot: QtBot) -> None:
    popover = _open(log, window, qtbot)
    _press(qtbot, popover, Qt.Key.Key_7)
    popover._day.set_day(TODAY - dt.timedelta(days=2))
    _press(qtbot, popover, Qt.Key.Key_Return)
    assert (_only(log).day, _only(log).recalled) == (TODAY - dt.timedelta(days=2), True)
