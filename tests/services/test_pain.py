"""Rating the back: what replaces what, what is refused, what is from memory."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from leglog.errors import InvalidValue, NotFound
from leglog.models.workout import Workout
from leglog.services.pain import (
    PainDetails,
    correct_rating,
    moment_to_offer,
    rate_pain,
    rating,
    rating_at,
    ratings_between,
    ratings_of_workout,
    remove_rating,
    usual_score,
    workout_of_day,
)
from leglog.training.vocabulary import LegSign, Moment, PainSide, WorkoutState

if TYPE_CHECKING:
    from leglog.services.training_log import TrainingLog

HERE = dt.timezone(dt.timedelta(hours=1))
NOW = dt.datetime(2025, 11, 21, 8, 12, tzinfo=HERE)
TODAY = NOW.date()
DAY = dt.timedelta(days=1)


def _workout(log: TrainingLog, day: dt.date, ended_at: dt.datetime | None = None) -> int:
    with log.upkeep() as session:
        workout = Workout(title="Legs", date=day, ended_at=ended_at, state=WorkoutState.FINISHED)
        session.add(workout)
        session.flush()
        return workout.id


def _scores(log: TrainingLog) -> list[int]:
    return [view.score for view in ratings_between(log, dt.date.min, dt.date.max)]


def test_a_rating_comes_back_as_it_was_given(log: TrainingLog) -> None:
    details = PainDetails(side=PainSide.LEFT, leg_sign=LegSign.LEFT, note="stiff")
    rate_pain(log, 3, Moment.ANY, TODAY, details=details, now=NOW)
    (view,) = ratings_between(log, TODAY, TODAY)
    assert (view.score, view.moment, view.day) == (3, Moment.ANY, TODAY)
    assert (view.details, view.recorded_at, view.recalled) == (details, NOW, False)


def test_a_morning_has_one_rating(log: TrainingLog) -> None:
    first = rate_pain(log, 3, Moment.MORNING, TODAY, now=NOW)
    assert rate_pain(log, 2, Moment.MORNING, TODAY, now=NOW) == first
    assert _scores(log) == [2]


def test_a_new_number_keeps_the_details_of_the_old_one(log: TrainingLog) -> None:
    details = PainDetails(side=PainSide.CENTRE, note="slept badly")
    rating_id = rate_pain(log, 3, Moment.MORNING, TODAY, details=details, now=NOW)
    rate_pain(log, 2, Moment.MORNING, TODAY, now=NOW)
    assert rating(log, rating_id).details == details


def test_other_ratings_of_a_day_stand_side_by_side(log: TrainingLog) -> None:
    rate_pain(log, 3, Moment.ANY, TODAY, now=NOW)
    rate_pain(log, 5, Moment.ANY, TODAY, now=NOW + dt.timedelta(hours=2))
    assert _scores(log) == [3, 5]


def test_a_moment_of_a_workout_has_one_rating(log: TrainingLog) -> None:
    workout = _workout(log, TODAY)
    rate_pain(log, 4, Moment.AFTER, TODAY, workout, now=NOW)
    rate_pain(log, 1, Moment.AFTER, TODAY, workout, now=NOW)
    assert _scores(log) == [1]


def test_two_workouts_of_a_day_are_rated_apart(log: TrainingLog) -> None:
    for score in (2, 4):
        rate_pain(log, score, Moment.AFTER, TODAY, _workout(log, TODAY), now=NOW)
    assert _scores(log) == [2, 4]


def test_the_morning_after_is_also_the_workouts_next_morning(log: TrainingLog) -> None:
    workout = _workout(log, TODAY - DAY)
    rate_pain(log, 4, Moment.BEFORE, TODAY - DAY, workout, now=NOW - DAY)
    rate_pain(log, 2, Moment.MORNING, TODAY, now=NOW)
    found = ratings_of_workout(log, workout)
    assert found.before is not None
    assert found.next_morning is not None
    assert (found.before.score, found.during, found.next_morning.score) == (4, None, 2)


@pytest.mark.parametrize("score", [-1, 11])
def test_a_number_off_the_scale_is_refused(log: TrainingLog, score: int) -> None:
    with pytest.raises(InvalidValue, match="0 to 10"):
        rate_pain(log, score, Moment.ANY, TODAY, now=NOW)


def test_a_day_to_come_is_refused(log: TrainingLog) -> None:
    with pytest.raises(InvalidValue, match="has not come yet"):
        rate_pain(log, 1, Moment.MORNING, TODAY + DAY, now=NOW)


def test_rating_for_a_workout_that_is_gone_is_refused(log: TrainingLog) -> None:
    with pytest.raises(NotFound):
        rate_pain(log, 1, Moment.AFTER, TODAY, 77, now=NOW)


def test_yesterdays_morning_answered_today_is_recalled(log: TrainingLog) -> None:
    rate_pain(log, 1, Moment.MORNING, TODAY - DAY, now=NOW)
    assert ratings_between(log, TODAY - DAY, TODAY)[0].recalled


def test_this_morning_answered_at_night_is_not_recalled(log: TrainingLog) -> None:
    rate_pain(log, 1, Moment.MORNING, TODAY, now=NOW.replace(hour=23))
    assert not ratings_between(log, TODAY, TODAY)[0].recalled


@pytest.mark.parametrize(("hours", "recalled"), [(24, False), (25, True)])
def test_a_workouts_rating_is_recalled_a_day_after_its_end(
    log: TrainingLog, hours: int, recalled: bool
) -> None:
    workout = _workout(log, TODAY - DAY, ended_at=NOW - dt.timedelta(hours=hours))
    rate_pain(log, 1, Moment.AFTER, TODAY - DAY, workout, now=NOW)
    assert ratings_between(log, TODAY - DAY, TODAY)[0].recalled is recalled


def test_a_removed_rating_leaves_a_gap(log: TrainingLog) -> None:
    rating_id = rate_pain(log, 1, Moment.MORNING, TODAY, now=NOW)
    remove_rating(log, rating_id)
    assert ratings_between(log, TODAY, TODAY) == ()


def test_removing_a_rating_twice_says_that_it_is_gone(log: TrainingLog) -> None:
    rating_id = rate_pain(log, 1, Moment.MORNING, TODAY, now=NOW)
    remove_rating(log, rating_id)
    with pytest.raises(NotFound):
        remove_rating(log, rating_id)


def test_undo_brings_the_replaced_number_back(log: TrainingLog) -> None:
    rate_pain(log, 3, Moment.MORNING, TODAY, now=NOW)
    rate_pain(log, 2, Moment.MORNING, TODAY, now=NOW)
    log.undo()
    assert _scores(log) == [3]


@pytest.mark.parametrize(
    ("hour", "ended_h", "moment"),
    [
        (8, None, Moment.MORNING),
        (15, None, Moment.ANY),
        (11, 9, Moment.AFTER),
        (20, 17, Moment.AFTER),
        (21, 17, Moment.ANY),
        (10, 18, Moment.MORNING),
    ],
)
def test_the_moment_offered_goes_by_time_and_workout(
    log: TrainingLog, hour: int, ended_h: int | None, moment: Moment
) -> None:
    if ended_h is not None:
        _workout(log, TODAY, ended_at=NOW.replace(hour=ended_h, minute=12))
    assert moment_to_offer(log, TODAY, NOW.replace(hour=hour)) is moment


def test_the_rating_to_replace_is_found(log: TrainingLog) -> None:
    workout = _workout(log, TODAY)
    rate_pain(log, 4, Moment.AFTER, TODAY, workout, now=NOW)
    found = rating_at(log, Moment.AFTER, TODAY, workout_of_day(log, TODAY))
    assert found is not None
    assert (found.score, rating_at(log, Moment.BEFORE, TODAY, workout)) == (4, None)


def test_a_corrected_rating_keeps_when_it_was_recorded(log: TrainingLog) -> None:
    rating_id = rate_pain(log, 3, Moment.ANY, TODAY - DAY, now=NOW)
    before = rating(log, rating_id)
    correct_rating(log, rating_id, 6, PainDetails(triggers=("sitting",)))
    after = rating(log, rating_id)
    assert (after.score, after.details.triggers) == (6, ("sitting",))
    assert (after.recorded_at, after.recalled) == (before.recorded_at, before.recalled)


def test_usual_needs_seven_ratings_of_the_days_before(log: TrainingLog) -> None:
    for days in range(1, 8):
        assert usual_score(log, TODAY) is None
        rate_pain(log, 2, Moment.MORNING, TODAY - days * DAY, now=NOW)
    assert usual_score(log, TODAY) == 2
