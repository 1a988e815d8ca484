"""An exercise's past beside its sets."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from leglog.services import sets, workouts
from leglog.services.exercise_past import far_values, known_bests, last_times, records_so_far
from leglog.services.routines import add_routine_from_template
from leglog.services.set_values import SetValues
from leglog.services.workout_reading import workout_form
from leglog.training.records import RecordKind
from leglog.training.vocabulary import LoadMode

if TYPE_CHECKING:
    from leglog.services.training_log import TrainingLog
    from leglog.services.workout_form import ExerciseBlock, WorkoutForm

MONDAY = dt.date(2026, 3, 2)
WEEK = dt.timedelta(weeks=1)


@pytest.fixture
def rachel(log: TrainingLog) -> int:
    return add_routine_from_template(log, "s001-rachel-beginner")


def deadlift(form: WorkoutForm) -> ExerciseBlock:
    return next(block for block in form.blocks if "deadlift" in block.name.lower())


def trained(log: TrainingLog, routine: int, day: dt.date, *values: SetValues) -> WorkoutForm:
    """Do these sets of the deadlift on a day and finish."""
    form = workout_form(log, workouts.start_workout(log, day, routine))
    for row, each in zip(deadlift(form).sets, values, strict=True):
        sets.log_set(log, row.id, each)
    workouts.finish_workout(log, form.id)
    return workout_form(log, form.id)


def begun(log: TrainingLog, routine: int) -> WorkoutForm:
    return workout_form(log, workouts.start_workout(log, MONDAY + 10 * WEEK, routine))


def test_last_five_times_are_told_newest_first(log: TrainingLog, rachel: int) -> None:
    for week in range(7):
        trained(log, rachel, MONDAY + week * WEEK, SetValues(8 + week, 8000), SetValues(8, 8000))
    form = begun(log, rachel)
    times = last_times(log, form, deadlift(form).exercise_id)
    assert [past.date for past in times] == [MONDAY + week * WEEK for week in (6, 5, 4, 3, 2)]
    assert [values.reps for _mode, values in times[0].sets] == [14, 8]


def test_workout_itself_and_later_ones_are_not_past(log: TrainingLog, rachel: int) -> None:
    form = trained(log, rachel, MONDAY, SetValues(10, 8000), SetValues(10, 8000))
    trained(log, rachel, MONDAY + WEEK, SetValues(12, 9000), SetValues(12, 9000))
    assert last_times(log, form, deadlift(form).exercise_id) == ()
    assert known_bests(log, form, deadlift(form).exercise_id).facts == ()


def test_bests_are_the_most_of_each(log: TrainingLog, rachel: int) -> None:
    trained(log, rachel, MONDAY, SetValues(12, 8000), SetValues(6, 12_000))
    form = begun(log, rachel)
    bests = known_bests(log, form, deadlift(form).exercise_id)
    assert max(bests.loads_g.values()) == 12_000
    assert bests.reps == 12


def test_heavier_set_is_a_record_and_the_first_time_is_none(log: TrainingLog, rachel: int) -> None:
    first = trained(log, rachel, MONDAY, SetValues(10, 8000), SetValues(10, 8000))
    block = deadlift(first)
    assert records_so_far(known_bests(log, first, block.exercise_id), block) == ()
    second = trained(log, rachel, MONDAY + WEEK, SetValues(10, 10_000), SetValues(10, 8000))
    block = deadlift(second)
    kinds = {
        each.kind for each in records_so_far(known_bests(log, second, block.exercise_id), block)
    }
    assert RecordKind.HEAVIEST_LOAD in kinds
    assert RecordKind.WORKOUT_VOLUME not in kinds


def test_only_typed_values_are_far(log: TrainingLog, rachel: int) -> None:
    trained(log, rachel, MONDAY, SetValues(10, 8000), SetValues(10, 8000))
    form = begun(log, rachel)
    bests = known_bests(log, form, deadlift(form).exercise_id)
    row = deadlift(form).sets[0]
    assert row.load_mode in (LoadMode.EXTERNAL, LoadMode.PER_DUMBBELL)
    assert far_values(bests, row) == frozenset()
    sets.correct_set(log, row.id, SetValues(60, 80_000))
    row = deadlift(workout_form(log, form.id)).sets[0]
    assert far_values(bests, row) == {"load_g", "reps"}
