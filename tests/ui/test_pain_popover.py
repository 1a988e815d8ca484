"""Rating the back with two keys, and all that may be said beside the number."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from leglog.services.pain import PainDetails, rate_pain, rating, ratings_between
from leglog.services.periods import all_marked_days, mark_days
from leglog.settings import BackCheck
from leglog.training.vocabulary import LegSign, Moment, PainRegion, PainSide, PeriodKind
from leglog.ui.back.flare_sheet import FlareSheet
from leglog.ui.back.help_sheet import HelpSheet
from leglog.ui.desk import Desk
from leglog.ui.pain_popover import PainPopover
from leglog.ui.theme import Scheme, apply_theme
from leglog.ui.widgets.fields import DateField
from tests.ui.finding import button, named, texts

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
    popover.form.at_left.click()
    popover.form.leg_left.click()
    popover.form.note.setFocus()
    qtbot.keyClicks(popover.form.note, "after the long drive")
    _press(qtbot, popover, Qt.Key.Key_Return)
    assert _only(log).details == PainDetails(
        side=PainSide.LEFT, leg_sign=LegSign.LEFT, note="after the long drive"
    )


def test_left_and_right_are_both_and_centre_is_alone(
    log: TrainingLog, window: QWidget, qtbot: QtBot
) -> None:
    popover = _open(log, window, qtbot)
    popover.form.at_left.click()
    popover.form.at_right.click()
    assert popover.form.details().side is PainSide.BOTH
    popover.form.centre.click()
    assert popover.form.details().side is PainSide.CENTRE


def test_what_was_rated_before_is_shown_and_replaced(
    log: TrainingLog, window: QWidget, qtbot: QtBot
) -> None:
    details = PainDetails(side=PainSide.RIGHT, note="stiff")
    rate_pain(log, 5, Moment.MORNING, TODAY, details=details, now=NOW)
    popover = _open(log, window, qtbot)
    assert (popover.scale.rating, popover.form.note.text()) == (5, "stiff")
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
    assert not button(popover, "Save").isEnabled()
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
    button(popover, "Other").click()
    assert (popover.scale.rating, popover.moment) == (6, Moment.ANY)


def test_an_earlier_day_can_be_rated(log: TrainingLog, window: QWidget, qtbot: QtBot) -> None:
    popover = _open(log, window, qtbot)
    _press(qtbot, popover, Qt.Key.Key_7)
    day = named(popover, "Day")
    assert isinstance(day, DateField)
    day.set_day(TODAY - dt.timedelta(days=2))
    _press(qtbot, popover, Qt.Key.Key_Return)
    assert (_only(log).day, _only(log).recalled) == (TODAY - dt.timedelta(days=2), True)


def test_height_and_what_came_before_are_kept(
    log: TrainingLog, window: QWidget, qtbot: QtBot
) -> None:
    popover = _open(log, window, qtbot)
    _press(qtbot, popover, Qt.Key.Key_4)
    popover.form.region.set_value(PainRegion.LOWER_BACK.value)
    popover.form.triggers["sitting"].click()
    popover.form.own_trigger.setText("gardening")
    button(popover, "Save").click()
    details = _only(log).details
    assert (details.region, details.triggers) == (PainRegion.LOWER_BACK, ("sitting", "gardening"))


def test_several_ratings_a_day_stand_beside_each_other(
    log: TrainingLog, window: QWidget, qtbot: QtBot
) -> None:
    for key in (Qt.Key.Key_3, Qt.Key.Key_5):
        popover = _open(log, window, qtbot, NOW.replace(hour=15))
        _press(qtbot, popover, key, Qt.Key.Key_Return)
    assert [view.score for view in ratings_between(log, TODAY, TODAY)] == [3, 5]


def test_one_of_several_can_be_corrected(log: TrainingLog, window: QWidget, qtbot: QtBot) -> None:
    first = rate_pain(log, 3, Moment.ANY, TODAY, now=NOW)
    rate_pain(log, 5, Moment.ANY, TODAY, now=NOW)
    desk = Desk(log.path, window)
    desk.open_with(log)
    popover = PainPopover(desk, window, now=lambda: NOW, rating=rating(log, first))
    popover.open_over(window)
    qtbot.waitExposed(popover)
    _press(qtbot, popover, Qt.Key.Key_1, Qt.Key.Key_Return)
    assert [view.score for view in ratings_between(log, TODAY, TODAY)] == [1, 5]


def _sheets(window: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [sheet for sheet in window.findChildren(kind) if sheet.isVisible()]


@pytest.mark.parametrize(("key", "leg", "shown"), [(8, True, 1), (8, False, 0), (7, True, 0)])
def test_eight_with_signs_in_a_leg_shows_when_to_get_help(
    log: TrainingLog, window: QWidget, qtbot: QtBot, key: int, leg: bool, shown: int
) -> None:
    popover = _open(log, window, qtbot)
    popover.scale.rate(key)
    popover.form.leg_left.setChecked(leg)
    _press(qtbot, popover, Qt.Key.Key_Return)
    assert _only(log).score == key
    assert len(_sheets(window, HelpSheet)) == shown


def test_the_lists_lock_nothing_and_keep_the_answer(
    log: TrainingLog, window: QWidget, qtbot: QtBot
) -> None:
    desk = Desk(log.path, window)
    desk.open_with(log)
    sheet = HelpSheet(desk, window)
    sheet.open()
    assert sheet.answer is BackCheck.OPEN
    sheet.some.click()
    assert HelpSheet(desk, window).answer is BackCheck.SOME
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_a_high_rating_points_quietly_to_the_help(
    log: TrainingLog, window: QWidget, qtbot: QtBot
) -> None:
    popover = _open(log, window, qtbot)
    shown = []
    for score in (7, 8):
        popover.scale.rate(score)
        shown.append(any("higher than usual" in text for text in texts(popover)))
    assert shown == [False, True]


def test_a_flare_starts_from_the_popover(log: TrainingLog, window: QWidget, qtbot: QtBot) -> None:
    popover = _open(log, window, qtbot)
    qtbot.keyClick(named(popover, "Mark the start of one…"), Qt.Key.Key_Return)
    (sheet,) = _sheets(window, FlareSheet)
    assert isinstance(sheet, FlareSheet)
    sheet.save.click()
    assert any(">since" in text for text in texts(_open(log, window, qtbot)))


def test_a_flare_ends_and_is_taken_away_in_its_sheet(
    log: TrainingLog, window: QWidget, qtbot: QtBot
) -> None:
    mark_days(log, PeriodKind.FLARE, TODAY, None, TODAY)
    desk = Desk(log.path, window)
    desk.open_with(log)
    sheet = FlareSheet(desk, TODAY, window)
    sheet.is_over.click()
    sheet.save.click()
    again = FlareSheet(desk, TODAY, window)
    assert again.is_over.isChecked()
    again.remove.click()
    assert not all_marked_days(log, PeriodKind.FLARE)


def test_what_was_said_of_another_moment_is_not_taken_along(
    log: TrainingLog, window: QWidget, qtbot: QtBot
) -> None:
    details = PainDetails(side=PainSide.RIGHT, leg_sign=LegSign.NONE, note="stiff")
    rate_pain(log, 5, Moment.MORNING, TODAY, details=details, now=NOW)
    popover = _open(log, window, qtbot)
    assert popover.form.details() == details
    button(popover, "Other").click()
    assert popover.form.details() == PainDetails()
