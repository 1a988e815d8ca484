"""Copying, merging and splitting whole workouts."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from leglog.errors import InvalidValue
from leglog.services import sets, whole_workouts, workouts
from leglog.services.pain import rate_pain
from leglog.services.routines import add_routine_from_template
from leglog.services.workout_form import Ratings
from leglog.services.workout_reading import workout_form
from leglog.training.vocabulary import Moment, WorkoutState

if TYPE_CHECKING:
    from leglog.services.training_log import TrainingLog
    from leglog.services.workout_form import WorkoutForm

MONDAY = dt.date(2026, 3, 2)
DAY = dt.timedelta(days=1)


@pytest.fixture
def rachel(log: TrainingLog) -> int:
    return add_routine_from_template(log, "s001-rachel-beginner")


def done(log: TrainingLog, routine: int, day: dt.date = MONDAY) -> WorkoutForm:
    id_ = workouts.start_workout(log, day, routine)
    form = workout_form(log, id_)
    sets.log_sets(log, {row.id: row.shown for block in form.blocks for row in block.sets})
    workouts.finish_workout(log, id_)
    return workout_form(log, id_)


def facts(form: WorkoutForm) -> list[object]:
    return [
        (block.name, block.section, [(row.values, row.done) for row in block.sets])
        for block in form.blocks
    ]


def test_copy_holds_the_same_sets_on_another_day(log: TrainingLog, rachel: int) -> None:
    form = done(log, rachel)
    copy = workout_form(log, whole_workouts.duplicate_workout(log, form.id, MONDAY + DAY))
    assert (copy.date, copy.title, copy.state) == (MONDAY + DAY, form.title, form.state)
    assert facts(copy) == facts(form)


def test_copy_takes_no_ratings_along(log: TrainingLog, rachel: int) -> None:
    form = done(log, rachel)
    rate_pain(log, 3, Moment.BEFORE, MONDAY, form.id)
    copy = workout_form(log, whole_workouts.duplicate_workout(log, form.id, MONDAY))
    assert copy.ratings == Ratings()


def test_copy_on_a_day_to_come_is_refused(log: TrainingLog, rachel: int) -> None:
    form = done(log, rachel)
    with pytest.raises(InvalidValue, match="not come yet"):
        whole_workouts.duplicate_workout(log, form.id, dt.date(2999, 1, 1))


def test_merged_workout_holds_the_exercises_of_both(log: TrainingLog, rachel: int) -> None:
    first, second = done(log, rachel), done(log, rachel)
    whole_workouts.merge_workouts(log, first.id, second.id)
    after = workout_form(log, first.id)
    assert len(after.blocks) == len(first.blocks) + len(second.blocks)
    assert after.volume_load_g == first.volume_load_g + second.volume_load_g
    orders = [block.section.order for block in after.blocks]
    assert orders == sorted(orders)
    assert whole_workouts.others_of_day(log, first.id) == ()


def test_merged_ratings_are_first_before_worst_during_last_after(
    log: TrainingLog, rachel: int
) -> None:
    first, second = done(log, rachel), done(log, rachel)
    for moment, one, other in ((Moment.BEFORE, 2, 4), (Moment.DURING, 3, 6), (Moment.AFTER, 4, 1)):
        rate_pain(log, one, moment, MONDAY, first.id)
        rate_pain(log, other, moment, MONDAY, second.id)
    whole_workouts.merge_workouts(log, second.id, first.id)
    assert workout_form(log, second.id).ratings == Ratings(2, 6, 1)


def test_only_workouts_of_one_day_are_merged(log: TrainingLog, rachel: int) -> None:
    first, second = done(log, rachel), done(log, rachel, MONDAY + DAY)
    with pytest.raises(InvalidValue, match="same day"):
        whole_workouts.merge_workouts(log, first.id, second.id)
    with pytest.raises(InvalidValue, match="same day"):
        whole_workouts.merge_workouts(log, first.id, first.id)


def test_merging_with_an_unfinished_one_leaves_it_unfinished(log: TrainingLog, rachel: int) -> None:
    first, other = done(log, rachel), workouts.start_workout(log, MONDAY)
    whole_workouts.merge_workouts(log, first.id, other)
    assert workout_form(log, first.id).state is WorkoutState.OPEN


def test_split_parts_the_exercises_and_nothing_else(log: TrainingLog, rachel: int) -> None:
    form = done(log, rachel)
    rate_pain(log, 3, Moment.BEFORE, MONDAY, form.id)
    rest = workout_form(log, whole_workouts.split_workout(log, form.blocks[4].id))
    first = workout_form(log, form.id)
    assert facts(first) + facts(rest) == facts(form)
    assert len(first.blocks) == 4
    assert (first.ratings.before, rest.ratings) == (3, Ratings())
    assert [each.id for each in whole_workouts.others_of_day(log, first.id)] == [rest.id]


def test_split_and_merged_again_is_the_same(log: TrainingLog, rachel: int) -> None:
    form = done(log, rachel)
    rest = whole_workouts.split_workout(log, form.blocks[4].id)
    whole_workouts.merge_workouts(log, form.id, rest)
    assert facts(workout_form(log, form.id)) == facts(form)


def test_first_exercise_is_no_place_to_split(log: TrainingLog, rachel: int) -> None:
    form = done(log, rachel)
    with pytest.raises(InvalidValue, match="second part"):
        whole_workouts.split_workout(log, form.blocks[0].id)


def test_moving_to_another_day_keeps_the_time_of_day(log: TrainingLog, rachel: int) -> None:
    form = done(log, rachel)
    start = dt.datetime(2026, 3, 2, 17, 5).astimezone()
    workouts.move_workout(log, form.id, workouts.WorkoutTimes(MONDAY, start, start + DAY / 24))
    whole_workouts.move_to_day(log, form.id, MONDAY - DAY)
    after = workout_form(log, form.id)
    assert (after.date, after.started_at, after.ended_at) == (
        MONDAY - DAY,
        start - DAY,
        start - DAY + DAY / 24,
    )


def test_latest_workouts_name_each_title_once(log: TrainingLog, rachel: int) -> None:
    done(log, rachel)
    newest = done(log, rachel, MONDAY + DAY)
    (only,) = whole_workouts.latest_workouts(log, 5)
    assert (only.id, only.sets) == (newest.id, newest.sets_done)
