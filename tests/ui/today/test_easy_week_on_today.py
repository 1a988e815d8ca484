from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QAbstractButton

from leglog.services.easy_week import easy_week_news
from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.today import errands

if TYPE_CHECKING:
    from pathlib import Path

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


def _press(page: TodayPage, words: str) -> None:
    banner = page._easy.banner
    assert banner is not None
    next(each for each in banner.findChildren(QAbstractButton) if each.text() == words).click()


def test_nothing_is_offered_while_training_goes_on(
    page: TodayPage, desk: Desk, year: TrainingLog
) -> None:
    desk.open_with(year)
    assert page._easy.banner is None


def test_a_break_ends_with_an_easy_week_if_it_is_wanted(
    after_a_break: TodayPage, desk: Desk, year: TrainingLog
) -> None:
    went: list[Destination] = []
    desk.destination_wanted.connect(went.append)
    banner = after_a_break._easy.banner
    assert banner is not None
    assert banner.accessibleName().startswith("Welcome back. Start with an easy week?")
    _press(after_a_break, "Use Easy week")
    assert banner.accessibleName().startswith("Easy week until Thu 11 Dec.")
    assert went == [Destination(Place.TODAY)]
    _press(after_a_break, "End it")
    assert easy_week_news(year, FRIDAY + dt.timedelta(days=14)).running is None


def test_the_plan_as_it_is_is_wanted_until_the_next_break(
    after_a_break: TodayPage, desk: Desk, tmp_path: Path
) -> None:
    desk.keep_in(QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat))
    _press(after_a_break, "As planned")
    banner = after_a_break._easy.banner
    assert banner is not None
    assert banner.isHidden()
    after_a_break.reload()
    assert banner.isHidden()


def test_the_menu_begins_an_easy_week_and_ends_it(
    page: TodayPage, desk: Desk, year: TrainingLog
) -> None:
    desk.open_with(year)
    errands.switch_easy_week(desk, FRIDAY)
    assert page._easy.banner is not None
    assert page._easy.banner.isVisible()
    errands.switch_easy_week(desk, FRIDAY)
    assert page._easy.banner.isHidden()
