"""Volume with body weight, held against values worked out by hand."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from leglog.models.exercise import Exercise
from leglog.models.pain import CheckIn
from leglog.models.workout import PerformedSet, Workout, WorkoutExercise
from leglog.services.training_volume import volume_of
from leglog.services.volume_sums import Counted, StackBy
from leglog.training.periods import DaySpan
from leglog.training.vocabulary import Category, LoadMode, Section, SetType, Side
from leglog.training.volume import SetFacts, volume_load_g

if TYPE_CHECKING:
    from leglog.services.training_log import TrainingLog
    from leglog.services.training_volume import VolumeBucket

DAY = dt.date(2026, 11, 18)
EARLIER = DAY - dt.timedelta(days=40)


def train(
    log: TrainingLog, *sets: PerformedSet, factor: float | None = 0.88, weight_g: int | None = None
) -> None:
    with log.upkeep() as session:
        exercise = session.scalars(select(Exercise).filter_by(category=Category.STRENGTH)).first()
        assert exercise is not None
        for position, one in enumerate(sets):
            one.position = position
        exercise.bodyweight_factor = factor
        item = WorkoutExercise(
            exercise_id=exercise.id, exercise_name="", section=Section.MAIN, position=0,
            sets=list(sets),
        )  # fmt: skip
        session.add(Workout(title="", date=DAY, body_weight_g=weight_g, exercises=[item]))


def weigh(log: TrainingLog, day: dt.date, weight_g: int) -> None:
    with log.upkeep() as session:
        session.add(CheckIn(date=day, body_weight_g=weight_g))


def performed(
    reps: int, load_g: int | None = None, mode: LoadMode = LoadMode.BODYWEIGHT,
    side: Side = Side.BOTH,
) -> PerformedSet:  # fmt: skip
    return PerformedSet(
        position=0, set_type=SetType.WORKING, done=True, side=side, reps=reps, load_g=load_g,
        load_mode=mode,
    )  # fmt: skip


def bucket(log: TrainingLog, by: StackBy = StackBy.MUSCLE) -> VolumeBucket:
    with log.reading() as session:
        return volume_of(session, DaySpan(DAY, DAY), by, (Counted.LOAD, Counted.BODY_LOAD))


@pytest.mark.parametrize("by", StackBy)
def test_ten_squats_at_75_kg_come_to_660_kg(log: TrainingLog, by: StackBy) -> None:
    weigh(log, EARLIER, 75_000)
    train(log, performed(10))
    assert bucket(log, by).total(Counted.BODY_LOAD) == 660_000
    assert bucket(log, by).total_load_g == 0


def test_weight_is_added_to_the_body(log: TrainingLog) -> None:
    weigh(log, DAY, 80_000)
    train(log, performed(5, 20_000, LoadMode.ADDED, Side.EACH), factor=0.5)
    assert bucket(log).total(Counted.BODY_LOAD) == 5 * 2 * (20_000 + 40_000)


def test_help_is_taken_off_but_never_below_nothing(log: TrainingLog) -> None:
    weigh(log, DAY, 60_000)
    helped = [performed(4, load_g, LoadMode.ASSISTED) for load_g in (25_000, 70_000)]
    train(log, *helped, factor=1.0)
    assert bucket(log).total(Counted.BODY_LOAD) == 4 * 35_000


def test_latest_weight_up_to_the_day_counts(log: TrainingLog) -> None:
    for day, weight_g in ((EARLIER, 90_000), (DAY - dt.timedelta(days=1), 70_000)):
        weigh(log, day, weight_g)
    weigh(log, DAY + dt.timedelta(days=1), 50_000)
    train(log, performed(1), factor=1.0)
    assert bucket(log).total(Counted.BODY_LOAD) == 70_000


def test_weight_of_the_workout_goes_before_that_of_the_day(log: TrainingLog) -> None:
    weigh(log, DAY, 70_000)
    train(log, performed(1), factor=1.0, weight_g=71_000)
    assert bucket(log).total(Counted.BODY_LOAD) == 71_000


def test_unknown_weight_is_left_out_and_counted(log: TrainingLog) -> None:
    weigh(log, DAY + dt.timedelta(days=1), 50_000)
    train(log, performed(10), performed(8, 30_000, LoadMode.EXTERNAL))
    found = bucket(log)
    assert found.total(Counted.BODY_LOAD) == 8 * 30_000
    assert found.unweighed_days == 1


def test_exercise_without_a_share_moves_no_body(log: TrainingLog) -> None:
    train(log, performed(10), factor=None)
    found = bucket(log)
    assert (found.total(Counted.BODY_LOAD), found.unweighed_days) == (0, 0)


@pytest.mark.parametrize("mode", LoadMode)
def test_database_says_what_the_arithmetic_of_one_set_says(
    log: TrainingLog, mode: LoadMode
) -> None:
    weigh(log, DAY, 72_300)
    train(log, performed(7, 12_500, mode, Side.EACH), factor=0.65)
    facts = SetFacts(
        Category.STRENGTH, Section.MAIN, SetType.WORKING, True, Side.EACH, 7, 12_500, mode, None,
        None, 72_300, 0.65,
    )  # fmt: skip
    expected = volume_load_g(facts, include_body_weight=True)
    assert bucket(log).total(Counted.BODY_LOAD) == expected
