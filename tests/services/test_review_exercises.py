from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from leglog.services.review_exercises import new_bests
from leglog.services.visits import VisitedExercise, visited_exercises
from leglog.training.periods import DaySpan
from tests.a_year import fill_year

if TYPE_CHECKING:
    from leglog.services.training_log import TrainingLog

FRIDAY = dt.date(2025, 11, 21)
DAY = dt.timedelta(days=1)
LAST_WEEKS = DaySpan(FRIDAY - 28 * DAY, FRIDAY)


@pytest.fixture
def year(log: TrainingLog) -> TrainingLog:
    """A log of forty weeks up to yesterday."""
    fill_year(log, FRIDAY, weeks=40)
    return log


def visited(log: TrainingLog, since: dt.date) -> tuple[VisitedExercise, ...]:
    with log.reading() as session:
        return visited_exercises(session, LAST_WEEKS, since)


def test_workouts_are_read_one_by_one_from_the_day_asked_for(year: TrainingLog) -> None:
    since = LAST_WEEKS.first - 14 * DAY
    squat = visited(year, since)[0]
    assert min(visit.date for visit in squat.visits) - since < 7 * DAY


def test_sets_of_the_years_before_are_kept_once_each(year: TrainingLog) -> None:
    squat = visited(year, LAST_WEEKS.first)[0]
    assert squat.earlier
    assert len(squat.earlier) == len(set(squat.earlier))


def test_new_bests_are_the_same_however_far_back_workouts_are_read(year: TrainingLog) -> None:
    by_workout = new_bests(visited(year, FRIDAY - 300 * DAY), LAST_WEEKS)
    assert new_bests(visited(year, LAST_WEEKS.first), LAST_WEEKS) == by_workout


def test_a_load_lifted_long_ago_is_no_new_best(year: TrainingLog) -> None:
    exercises = visited(year, LAST_WEEKS.first)
    known = [
        VisitedExercise(
            one.id, one.name, one.counts_reps, one.visits,
            tuple(facts for visit in one.visits for facts in visit.sets),
        )
        for one in exercises
    ]  # fmt: skip
    assert new_bests(known, LAST_WEEKS) == ()
