from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from leglog.errors import NotFound
from leglog.services import sets, workouts
from leglog.services.history import WorkoutFilter, filter_choices, workout_ids, workout_lines
from leglog.services.history_days import day_summaries
from leglog.services.history_detail import workout_detail
from leglog.services.pain import rate_pain
from leglog.services.routines import add_routine_from_template
from leglog.services.set_values import SetValues
from leglog.services.workout_reading import workout_form
from leglog.training.vocabulary import Moment, Response, Side, WorkoutState

if TYPE_CHECKING:
    from leglog.services.training_log import TrainingLog

MONDAY = dt.date(2026, 11, 2)
DAY = dt.timedelta(days=1)


@pytest.fixture
def rachel(log: TrainingLog) -> int:
    return add_routine_from_template(log, "s001-rachel-beginner")


def train(log: TrainingLog, routine_id: int, day: dt.date, load_g: int = 10_000) -> int:
    """A finished workout with two sets of deadlift."""
    form = workout_form(log, workouts.start_workout(log, day, routine_id))
    deadlift = next(block for block in form.blocks if "Deadlift" in block.name)
    for row in deadlift.sets:
        sets.log_set(log, row.id, SetValues(10, load_g))
    workouts.finish_workout(log, form.id, note="Long day of meetings.")
    return form.id


def test_days_tell_what_was_done_planned_and_rated(log: TrainingLog, rachel: int) -> None:
    train(log, rachel, MONDAY)
    rate_pain(log, 2, Moment.MORNING, MONDAY + DAY)
    workouts.start_workout(log, MONDAY + 2 * DAY)
    days = day_summaries(log, MONDAY, MONDAY + 6 * DAY)
    assert (days[MONDAY].letter, days[MONDAY].state) == ("A", WorkoutState.FINISHED)
    assert (days[MONDAY + DAY].state, days[MONDAY + DAY].morning) == (None, 2)
    assert days[MONDAY + 2 * DAY].state is WorkoutState.OPEN
    assert MONDAY + 3 * DAY not in days


def test_newest_workout_comes_first(log: TrainingLog, rachel: int) -> None:
    ids = tuple(train(log, rachel, MONDAY - number * DAY) for number in range(3))
    assert workout_ids(log) == ids


@pytest.mark.parametrize(
    ("text", "count"), [("DEADLIFT", 1), ("meetings", 1), ("rachel", 1), ("100%", 0), ("_", 0)]
)
def test_search_looks_into_titles_notes_and_exercises(
    log: TrainingLog, rachel: int, text: str, count: int
) -> None:
    train(log, rachel, MONDAY)
    assert len(workout_ids(log, WorkoutFilter(text))) == count


def test_routine_exercise_and_text_all_have_to_hold(log: TrainingLog, rachel: int) -> None:
    with_plan = train(log, rachel, MONDAY)
    workouts.start_workout(log, MONDAY + DAY)
    deadlift = next(
        one.exercise_id
        for one in workout_detail(log, with_plan).exercises
        if "Deadlift" in one.name
    )
    assert workout_ids(log, WorkoutFilter(routine_id=rachel)) == (with_plan,)
    assert workout_ids(log, WorkoutFilter(exercise_id=deadlift)) == (with_plan,)
    assert workout_ids(log, WorkoutFilter("meetings", rachel, deadlift)) == (with_plan,)
    assert workout_ids(log, WorkoutFilter("xyzzy", rachel, deadlift)) == ()


def test_search_knows_capitals_of_other_languages(log: TrainingLog, rachel: int) -> None:
    form = workout_form(log, workouts.start_workout(log, MONDAY, rachel))
    workouts.finish_workout(log, form.id, note="Übung ging gut")
    assert workout_ids(log, WorkoutFilter("übung")) == (form.id,)
    assert workout_ids(log, WorkoutFilter("ÜBUNG")) == (form.id,)


def test_filters_offer_what_the_history_has(log: TrainingLog, rachel: int) -> None:
    assert filter_choices(log).exercises == ()
    workout_id = train(log, rachel, MONDAY)
    choices = filter_choices(log)
    assert [id_ for id_, _name in choices.routines] == [rachel]
    done = {one.exercise_id for one in workout_detail(log, workout_id).exercises}
    assert {id_ for id_, _name in choices.exercises} == done


def test_lines_come_in_the_order_asked_for_without_those_that_are_gone(
    log: TrainingLog, rachel: int
) -> None:
    first, second = train(log, rachel, MONDAY), train(log, rachel, MONDAY + DAY)
    assert [one.id for one in workout_lines(log, [first, 999_999, second])] == [first, second]


def test_day_counts_its_sets_without_warm_ups(log: TrainingLog, rachel: int) -> None:
    train(log, rachel, MONDAY)
    days = day_summaries(log, MONDAY, MONDAY + DAY)
    assert days[MONDAY].sets == 2


def test_both_sides_of_a_set_count_once(log: TrainingLog, rachel: int) -> None:
    form = workout_form(log, workouts.start_workout(log, MONDAY, rachel))
    block = next(block for block in form.blocks if block.sets[0].side is Side.EACH)
    sets.split_sides(log, block.sets[0].id)
    block = next(one for one in workout_form(log, form.id).blocks if one.id == block.id)
    for row in block.sets[:2]:
        sets.log_set(log, row.id, SetValues(10))
    assert day_summaries(log, MONDAY, MONDAY)[MONDAY].sets == 1


def test_detail_keeps_what_was_planned_then(log: TrainingLog, rachel: int) -> None:
    detail = workout_detail(log, train(log, rachel, MONDAY))
    deadlift = next(each for each in detail.exercises if "Deadlift" in each.name)
    assert deadlift.planned_sets == len(deadlift.planned) == 2
    assert all(one.reps[0] is not None for one in deadlift.planned)


def test_line_holds_sets_volume_and_the_back(log: TrainingLog, rachel: int) -> None:
    workout_id = train(log, rachel, MONDAY)
    for moment, score in ((Moment.BEFORE, 3), (Moment.DURING, 4), (Moment.AFTER, 3)):
        rate_pain(log, score, moment, MONDAY, workout_id)
    (line,) = workout_lines(log, [workout_id])
    assert (line.sets, line.load_g) == (2, 200_000)
    assert (line.back.before, line.back.during, line.back.after) == (3, 4, 3)
    assert line.back.response is None
    rate_pain(log, 3, Moment.MORNING, MONDAY + DAY)
    (line,) = workout_lines(log, [workout_id])
    assert line.back.response is Response.AMBER


def test_detail_compares_with_the_time_before(log: TrainingLog, rachel: int) -> None:
    train(log, rachel, MONDAY - 7 * DAY, 8000)
    detail = workout_detail(log, train(log, rachel, MONDAY))
    deadlift = next(each for each in detail.exercises if "Deadlift" in each.name)
    assert (detail.load_g, detail.last_load_g) == (200_000, 160_000)
    assert (deadlift.load_change_g, deadlift.planned_sets, len(deadlift.sets)) == (40_000, 2, 2)


def test_first_workout_has_nothing_to_compare_with(log: TrainingLog, rachel: int) -> None:
    detail = workout_detail(log, train(log, rachel, MONDAY))
    assert detail.last_load_g is None
    assert {each.load_change_g for each in detail.exercises} == {None}


def test_workout_that_is_gone_is_not_found(log: TrainingLog) -> None:
    with pytest.raises(NotFound):
        workout_detail(log, 1)
