from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from leglog.models.exercise import Exercise
from leglog.models.workout import PerformedSet, Workout, WorkoutExercise
from leglog.services.last_time import RECENT_WORKOUTS, sets_last_time
from leglog.training.vocabulary import Section, WorkoutState

if TYPE_CHECKING:
    from leglog.services.training_log import TrainingLog

FIRST = dt.date(2026, 1, 1)
COMMON, RARE = 1, 2


@pytest.fixture
def trained(log: TrainingLog) -> TrainingLog:
    """The rare exercise once, then the common one on more days than are looked at first."""
    with log.upkeep() as session:
        for number in range(RECENT_WORKOUTS + 5):
            exercise_id = COMMON if number else RARE
            item = WorkoutExercise(
                exercise_id=exercise_id,
                exercise_name=session.get_one(Exercise, exercise_id).name,
                section=Section.MAIN,
                position=0,
                sets=[PerformedSet(position=0, reps=number, done=True)],
            )
            day = FIRST + dt.timedelta(days=number)
            done = Workout(title="A", date=day, state=WorkoutState.FINISHED, exercises=[item])
            session.add(done)
    return log


def reps_last_time(log: TrainingLog, exercise_id: int, day: dt.date) -> list[int | None]:
    with log.reading() as session:
        found = sets_last_time(session, [exercise_id], day, workout_id=0)
    return [one.reps for one in found[exercise_id]]


def test_newest_of_many_workouts_is_last_time(trained: TrainingLog) -> None:
    assert reps_last_time(trained, COMMON, dt.date(2027, 1, 1)) == [RECENT_WORKOUTS + 4]


def test_last_time_of_a_past_day_is_the_workout_before_it(trained: TrainingLog) -> None:
    assert reps_last_time(trained, COMMON, FIRST + dt.timedelta(days=7)) == [6]


def test_rare_exercise_is_found_beyond_the_recent_workouts(trained: TrainingLog) -> None:
    assert reps_last_time(trained, RARE, dt.date(2027, 1, 1)) == [0]
