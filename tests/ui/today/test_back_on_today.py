"""What Today shows of flare-ups, and its ways to all else that is kept of the back."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from leglog.services.daily_tasks import Answers, answer_questions
from leglog.services.periods import all_marked_days, mark_days
from leglog.services.routine_reading import routine_list
from leglog.training.vocabulary import PeriodKind
from leglog.ui.back.check_in_sheet import CheckInSheet
from leglog.ui.back.daily_life_sheet import DailyLifeSheet
from leglog.ui.back.flare_sheet import FlareSheet
from leglog.ui.back.ratings_sheet import RatingsSheet
from leglog.ui.desk import Desk, Destination, Place
from tests.ui.finding import button, texts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from leglog.services.training_log import TrainingLog
    from leglog.ui.today.page import TodayPage

FRIDAY = dt.date(2025, 11, 21)
DAY = dt.timedelta(days=1)


def test_a_running_flare_has_a_banner_until_it_is_over(
    page: TodayPage, desk: Desk, year: TrainingLog
) -> None:
    desk.open_with(year)
    assert "Flare-up since Wed 19 Nov." not in texts(page)
    mark_days(year, PeriodKind.FLARE, FRIDAY - 2 * DAY, None, FRIDAY)
    assert "Flare-up since Wed 19 Nov." in texts(page)
    button(page, "It is over").click()
    assert "Flare-up since Wed 19 Nov." not in texts(page)
    assert all_marked_days(year, PeriodKind.FLARE)[0].last == FRIDAY - DAY


def test_the_banner_makes_a_lighter_copy_and_goes_to_it(
    page: TodayPage, desk: Desk, year: TrainingLog
) -> None:
    went: list[Destination] = []
    desk.destination_wanted.connect(went.append)
    desk.open_with(year)
    mark_days(year, PeriodKind.FLARE, FRIDAY, None, FRIDAY)
    button(page, "Make a lighter copy").click()
    (copy,) = (line for line in routine_list(year) if line.name.endswith("(lighter)"))
    assert went == [Destination(Place.ROUTINES, id=copy.id)]


def test_the_banner_leads_to_the_days_of_the_flare(
    page: TodayPage, desk: Desk, year: TrainingLog
) -> None:
    desk.open_with(year)
    mark_days(year, PeriodKind.FLARE, FRIDAY, None, FRIDAY)
    button(page, "Edit…").click()
    assert [sheet.isVisible() for sheet in page.findChildren(FlareSheet)] == [True]


def test_tasks_are_mentioned_only_after_two_weeks(
    page: TodayPage, desk: Desk, year: TrainingLog
) -> None:
    desk.open_with(year)
    mention = "Daily tasks were last rated on 7 Nov."
    assert mention not in texts(page)
    answer_questions(year, FRIDAY - 14 * DAY, Answers(6, 5, 7))
    assert mention in texts(page)
    answer_questions(year, FRIDAY - 13 * DAY, Answers(6, 5, 7))
    assert not any("last rated" in text for text in texts(page))


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Ratings", RatingsSheet),
        ("Daily tasks", DailyLifeSheet),
        ("My day", CheckInSheet),
        ("Flare-up", FlareSheet),
    ],
)
def test_the_card_leads_to_all_that_is_kept_of_the_back(
    page: TodayPage, desk: Desk, year: TrainingLog, words: str, kind: type[QWidget]
) -> None:
    desk.open_with(year)
    button(page, words).click()
    assert [sheet.isVisible() for sheet in page.findChildren(kind)] == [True]
