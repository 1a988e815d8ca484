from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings

from leglog.services.easy_week import easy_week_news
from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.today import errands
from tests.ui.finding import button, texts

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from leglog.services.training_log import TrainingLog
    from leglog.ui.today.page import TodayPage
    from tests.ui.today.conftest import Clock

FRIDAY = dt.date(2025, 11, 21)


@pytest.fixture
def after_a_break(page: TodayPage, desk: Desk, year: TrainingLog, clock: Clock) -> TodayPage:
    """The page two weeks after the last workout."""
    desk.open_with(year)
    clock.time += dt.timedelta(days=14)
    page.reload()
    return page


def _speaks_of_an_easy_week(page: TodayPage) -> bool:
    return any("easy week" in text.casefold() for text in texts(page))


def test_nothing_is_offered_while_training_goes_on(
    page: TodayPage, desk: Desk, year: TrainingLog
) -> None:
    desk.open_with(year)
    assert not _speaks_of_an_easy_week(page)


def test_a_break_ends_with_an_easy_week_if_it_is_wanted(
    after_a_break: TodayPage, desk: Desk, year: TrainingLog, qtbot: QtBot
) -> None:
    went: list[Destination] = []
    desk.destination_wanted.connect(went.append)
    assert "Welcome back." in texts(after_a_break)
    button(after_a_break, "Use Easy week").click()
    assert "Welcome back." not in texts(after_a_break)
    assert "Easy week until Thu 11 Dec." in texts(after_a_break)
    assert went == [Destination(Place.TODAY)]
    qtbot.waitUntil(lambda: button(after_a_break, "End it").isVisible())
    button(after_a_break, "End it").click()
    assert "Easy week until Thu 11 Dec." not in texts(after_a_break)
    assert easy_week_news(year, FRIDAY + dt.timedelta(days=14)).running is None


def test_the_plan_as_it_is_is_wanted_until_the_next_break(
    after_a_break: TodayPage, desk: Desk, tmp_path: Path
) -> None:
    desk.keep_in(QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat))
    button(after_a_break, "As planned").click()
    assert not _speaks_of_an_easy_week(after_a_break)
    after_a_break.reload()
    assert not _speaks_of_an_easy_week(after_a_break)


def test_the_menu_begins_an_easy_week_and_ends_it(
    page: TodayPage, desk: Desk, year: TrainingLog
) -> None:
    desk.open_with(year)
    errands.switch_easy_week(desk, FRIDAY)
    assert "Easy week until Thu 27 Nov." in texts(page)
    errands.switch_easy_week(desk, FRIDAY)
    assert not _speaks_of_an_easy_week(page)
