from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from leglog.services.demo import fill_with_demo
from leglog.services.monthly_review import monthly_review
from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.month import words
from leglog.ui.month.page import MonthPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from leglog.services.training_log import TrainingLog


@pytest.fixture
def page(qtbot: QtBot, log: TrainingLog) -> Iterator[MonthPage]:
    """The review of the month before this one, of a made-up year up to today."""
    today = dt.datetime.now().astimezone().date()
    fill_with_demo(log, today)
    desk = Desk(log.path)
    desk.open_with(log)
    page = MonthPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.open(Destination(Place.MONTH, day=today.replace(day=1) - dt.timedelta(days=1)))
    yield page
    qtbot.waitUntil(lambda: not page._patterns.is_reading)


def test_headline_is_made_of_counts_and_means(page: MonthPage, log: TrainingLog) -> None:
    review = monthly_review(log, page._day, dt.datetime.now().astimezone().date())
    month = review.month
    assert f"{month.planned_done} of {month.planned} planned times" in page._headline.text()
    assert f"averaged {month.mean_pain:.1f}" in page._headline.text()


def test_keys_go_from_month_to_month_but_not_beyond_this_one(page: MonthPage, qtbot: QtBot) -> None:
    name = page._name.text()
    qtbot.keyClick(page, Qt.Key.Key_PageDown)
    assert page._name.text() != name
    assert not page._later.isEnabled()
    qtbot.keyClick(page, Qt.Key.Key_PageUp)
    assert page._name.text() == name


def test_too_few_rated_days_are_not_compared(log: TrainingLog) -> None:
    review = monthly_review(log, dt.date(2026, 3, 1), dt.date(2026, 3, 31))
    assert review.change is None
    assert words.change_title(review) == "Only 0 days rated: too few to compare."
    assert words.headline(review) == "No workouts and no ratings in March 2026."


def test_figures_of_the_running_month_end_today(log: TrainingLog) -> None:
    review = monthly_review(log, dt.date(2026, 3, 10), dt.date(2026, 3, 10))
    assert review.month.days.last == dt.date(2026, 3, 10)
    assert review.before.days.last == dt.date(2026, 2, 28)
