"""What the log may say about what moved together, from real rows."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from leglog.services.check_in import CheckInValues, check_in
from leglog.services.pain import rate_pain
from leglog.services.patterns import moved_together, patterns
from leglog.settings import Question
from leglog.training.association import Finding
from leglog.training.vocabulary import Moment
from tests.a_year import fill_year
from tests.diary import DAY, Diary

if TYPE_CHECKING:
    from leglog.services.training_log import TrainingLog

TODAY = dt.date(2025, 11, 21)


def test_an_empty_log_says_how_much_is_missing(log: TrainingLog) -> None:
    found = patterns(log, TODAY)
    assert (found.moved.later.finding, found.moved.later.pairs) == (Finding.NOT_ENOUGH, 0)
    assert found.responses == ()


def test_weeks_are_paired_with_the_one_after_and_the_one_before(log: TrainingLog) -> None:
    fill_year(log, TODAY, weeks=16)
    found = patterns(log, TODAY).moved
    assert found.later.finding is Finding.TOO_EARLY
    # The log begins on a Friday: its first week has too few mornings for a mean.
    assert (found.later.pairs, found.same_week.pairs) == (15, 15)
    assert found.later.rho is None or -1 <= found.later.rho <= 1


def test_sets_of_a_hinge_are_a_question_of_their_own(log: TrainingLog) -> None:
    fill_year(log, TODAY, weeks=13)
    pairs = {each: moved_together(log, each, TODAY).same_week.pairs for each in Question}
    assert pairs[Question.LEG_SETS] == pairs[Question.HINGE_SETS] == 12
    assert pairs[Question.SLEEP] == 0


def test_a_check_in_needs_four_days_a_week(log: TrainingLog) -> None:
    monday = dt.date(2025, 11, 10)
    for number in range(4):
        day = monday + number * DAY
        assert moved_together(log, Question.SLEEP, TODAY).same_week.pairs == 0
        check_in(log, day, CheckInValues(sleep_min=420))
        rate_pain(log, 3, Moment.MORNING, day)
    assert moved_together(log, Question.SLEEP, TODAY).same_week.pairs == 1


def test_responses_name_how_many_days_they_come_from(log: TrainingLog) -> None:
    fill_year(log, TODAY, weeks=8)
    lines = {line.name: line.response for line in patterns(log, TODAY).responses}
    response = next(each for name, each in lines.items() if "squat" in name.lower())
    assert (response.days_with, response.days_without) == (16, 39)
    assert response.change_with is not None
    assert not any("cat" in name.lower() for name in lines)


def test_a_rare_exercise_shows_no_number(log: TrainingLog) -> None:
    diary = Diary(log, TODAY)
    for days_ago in (9, 5):
        diary.train(days_ago)
    (line,) = patterns(log, TODAY).responses
    assert line.response.change_with is None


@pytest.mark.parametrize("weeks", [0, 3])
def test_taking_back_a_rating_restores_all_figures(log: TrainingLog, weeks: int) -> None:
    if weeks:
        fill_year(log, TODAY, weeks=weeks)
    before = patterns(log, TODAY)
    rate_pain(log, 9, Moment.MORNING, TODAY - 2 * DAY)
    log.undo()
    assert patterns(log, TODAY) == before
