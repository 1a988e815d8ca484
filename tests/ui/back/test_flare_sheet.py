"""The sheet in which a flare-up is started, ended and corrected."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from leglog.services.periods import all_marked_days, mark_days
from leglog.training.vocabulary import PeriodKind
from leglog.ui.back.flare_sheet import FlareSheet
from leglog.ui.widgets.fields import ComboBox, DateField
from tests.ui.finding import button, named, texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from leglog.services.training_log import TrainingLog
    from leglog.ui.desk import Desk

TODAY = dt.date(2025, 11, 21)
DAY = dt.timedelta(days=1)

pytestmark = pytest.mark.usefixtures("british")


@pytest.fixture
def log(desk: Desk) -> TrainingLog:
    return desk.log


@pytest.fixture
def opened(desk: Desk, window: QWidget) -> Callable[[], FlareSheet]:
    """Return a function that opens the sheet."""

    def open_sheet() -> FlareSheet:
        sheet = FlareSheet(desk, TODAY, window)
        sheet.open()
        return sheet

    return open_sheet


def _flares(log: TrainingLog) -> list[tuple[dt.date, dt.date | None, str]]:
    return [(one.first, one.last, one.note) for one in all_marked_days(log, PeriodKind.FLARE)]


def test_flare_begins_today_and_goes_on(
    log: TrainingLog, opened: Callable[[], FlareSheet], qtbot: QtBot
) -> None:
    sheet = opened()
    qtbot.keyClicks(named(sheet, "Note"), "after gardening")
    button(sheet, "Save").click()
    assert _flares(log) == [(TODAY, None, "after gardening")]
    assert not sheet.isVisible()


def test_running_flare_is_shown_and_ended(
    log: TrainingLog, opened: Callable[[], FlareSheet]
) -> None:
    mark_days(log, PeriodKind.FLARE, TODAY - 4 * DAY, None, TODAY)
    sheet = opened()
    assert named(sheet, "First day", DateField).day == TODAY - 4 * DAY
    last = named(sheet, "Last day", DateField)
    assert not last.isEnabled()
    button(sheet, "It is over").click()
    assert last.isEnabled()
    last.set_day(TODAY - DAY)
    button(sheet, "Save").click()
    assert _flares(log) == [(TODAY - 4 * DAY, TODAY - DAY, "")]


def test_earlier_flare_is_chosen_by_key_and_corrected(
    log: TrainingLog, opened: Callable[[], FlareSheet], qtbot: QtBot
) -> None:
    first, last = TODAY - 30 * DAY, TODAY - 25 * DAY
    mark_days(log, PeriodKind.FLARE, first, last, TODAY)
    sheet = opened()
    assert not named(sheet, "Last day").isEnabled()
    qtbot.keyClick(named(sheet, "Which flare-up", ComboBox), Qt.Key.Key_Down)
    assert named(sheet, "First day", DateField).day == first
    assert named(sheet, "Last day", DateField).day == last
    named(sheet, "First day", DateField).set_day(first - DAY)
    button(sheet, "Save").click()
    assert _flares(log) == [(first - DAY, last, "")]


def test_end_before_the_beginning_is_refused_in_words(
    log: TrainingLog, opened: Callable[[], FlareSheet]
) -> None:
    sheet = opened()
    button(sheet, "It is over").click()
    named(sheet, "Last day", DateField).set_day(TODAY - DAY)
    button(sheet, "Save").click()
    assert sheet.isVisible()
    assert "The last day comes before the first one." in texts(sheet)
    assert _flares(log) == []


def test_flare_is_removed_and_undo_brings_it_back(
    log: TrainingLog, opened: Callable[[], FlareSheet]
) -> None:
    mark_days(log, PeriodKind.FLARE, TODAY - DAY, None, TODAY)
    button(opened(), "Remove").click()
    assert _flares(log) == []
    log.undo()
    assert _flares(log) == [(TODAY - DAY, None, "")]
