"""What the database sums is what the arithmetic of one set says."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import delete, select

from leglog.models.exercise import Exercise
from leglog.models.workout import PerformedSet, Workout, WorkoutExercise
from leglog.services.set_rows import performed_sets
from leglog.services.training_volume import (
    Only,
    volume_buckets,
    volume_of,
)
from leglog.services.volume_sums import Counted, StackBy
from leglog.training.periods import DaySpan, Grouping
from leglog.training.vocabulary import (
    MuscleGroup,
    PatternGroup,
)
from leglog.training.volume import (
    SetFacts,
    hard_sets,
    repetitions,
    time_under_tension_s,
    volume_load_g,
)
from tests.a_year import fill_year
from tests.training.builders import SETS_OF_ANY_KIND

if TYPE_CHECKING:
    from leglog.services.training_log import TrainingLog
    from leglog.services.training_volume import VolumeBucket

DAY = dt.date(2026, 11, 18)
SPAN = DaySpan(DAY, DAY)


def store(log: TrainingLog, facts: SetFacts) -> None:
    with log.upkeep() as session:
        session.execute(delete(Workout))
        exercise = session.scalars(select(Exercise).filter_by(category=facts.category)).first()
        assert exercise is not None
        done = PerformedSet(
            position=0,
            set_type=facts.set_type,
            done=facts.done,
            side=facts.side,
            reps=facts.reps,
            load_g=facts.load_g,
            load_mode=facts.load_mode,
            duration_s=facts.duration_s,
            rpe_halves=facts.rpe_halves,
        )
        item = WorkoutExercise(
            exercise_id=exercise.id,
            exercise_name="",
            section=facts.section,
            position=0,
            sets=[done],
        )
        session.add(Workout(title="", date=DAY, exercises=[item]))


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(SETS_OF_ANY_KIND)
def test_sums_of_the_database_are_those_of_the_arithmetic(
    log: TrainingLog, facts: SetFacts
) -> None:
    store(log, facts)
    with log.reading() as session:
        bucket = volume_of(session, SPAN, counted=tuple(Counted))
    assert bucket.total_hard_sets == hard_sets(facts)
    assert bucket.total_load_g == volume_load_g(facts)
    assert bucket.total(Counted.HELD) == time_under_tension_s(facts)
    assert bucket.total(Counted.REPS) == repetitions(facts)
    assert bucket.workouts == int(facts.done)


@pytest.fixture
def year(log: TrainingLog) -> DaySpan:
    fill_year(log, DAY)
    return DaySpan(DAY - dt.timedelta(days=363), DAY)


def buckets(
    log: TrainingLog, span: DaySpan, grouping: Grouping, by: StackBy, only: Only | None = None
) -> tuple[VolumeBucket, ...]:
    with log.reading() as session:
        return volume_buckets(session, span, grouping, 1, DAY, by, only or Only())


@pytest.mark.parametrize("grouping", Grouping)
def test_bars_hold_what_the_rows_of_their_days_come_to(
    log: TrainingLog, year: DaySpan, grouping: Grouping
) -> None:
    found = buckets(log, year, grouping, StackBy.EXERCISE)
    expected: dict[int, dict[int | None, float]] = defaultdict(lambda: defaultdict(float))
    with log.reading() as session:
        for day, _workout, exercise, facts in performed_sets(session, year):
            place = next(n for n, bucket in enumerate(found) if day in bucket.days)
            if sets := hard_sets(facts):
                expected[place][exercise] += sets
    assert {n: dict(b.hard_sets) for n, b in enumerate(found) if b.hard_sets} == expected


@pytest.mark.parametrize("by", StackBy)
def test_load_is_the_same_however_it_is_stacked(
    log: TrainingLog, year: DaySpan, by: StackBy
) -> None:
    totals = [bucket.total_load_g for bucket in buckets(log, year, Grouping.WEEK, by)]
    muscles = buckets(log, year, Grouping.WEEK, StackBy.MUSCLE)
    assert totals == [bucket.total_load_g for bucket in muscles]
    assert sum(totals) > 0


def test_patterns_count_each_set_once(log: TrainingLog, year: DaySpan) -> None:
    found = buckets(log, year, Grouping.MONTH, StackBy.PATTERN)
    assert all(sum(b.hard_sets.values()) == b.total_hard_sets for b in found)
    assert PatternGroup.HINGE in found[1].hard_sets


def test_only_one_muscle_leaves_its_own_share(log: TrainingLog, year: DaySpan) -> None:
    only = Only(muscles=frozenset({MuscleGroup.CALVES}))
    found = buckets(log, year, Grouping.MONTH, StackBy.MUSCLE, only)
    assert {key for bucket in found for key in bucket.load_g} == {MuscleGroup.CALVES}
    everything = buckets(log, year, Grouping.MONTH, StackBy.MUSCLE)
    calves = [bucket.load_g.get(MuscleGroup.CALVES) for bucket in everything]
    assert calves == [bucket.load_g.get(MuscleGroup.CALVES) for bucket in found]


def test_kinds_of_a_filter_hold_together(log: TrainingLog, year: DaySpan) -> None:
    groups = frozenset({MuscleGroup.CALVES, MuscleGroup.GLUTES})
    both = buckets(log, year, Grouping.MONTH, StackBy.MUSCLE, Only(muscles=groups))
    assert {key for bucket in both for key in bucket.hard_sets} == groups
    elsewhere = Only(muscles=groups, routine_ids=frozenset({9_999}))
    none = buckets(log, year, Grouping.MONTH, StackBy.MUSCLE, elsewhere)
    assert not any(bucket.total_hard_sets for bucket in none)


def test_only_one_exercise_counts_its_workouts(log: TrainingLog, year: DaySpan) -> None:
    with log.reading() as session:
        squat = session.scalars(select(Exercise.id).filter_by(key="barbell-back-squat")).one()
    only = Only(exercise_ids=frozenset({squat}))
    found = buckets(log, year, Grouping.WEEK, StackBy.EXERCISE, only)
    assert {bucket.workouts for bucket in found[1:-1]} == {2}
    assert {key for bucket in found for key in bucket.hard_sets} == {squat}
