from __future__ import annotations

import datetime as dt
import itertools
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from leglog.models.exercise import Exercise
from leglog.models.pain import PainRating
from leglog.models.workout import PerformedSet, Workout, WorkoutExercise
from leglog.services.periods import mark_days
from leglog.services.preferences import change_preference
from leglog.services.progress import Progress, progress
from leglog.training.periods import Grouping, Range
from leglog.training.vocabulary import (
    LoadMode,
    Moment,
    MuscleGroup,
    PeriodKind,
    Section,
    Side,
    WorkoutState,
)

if TYPE_CHECKING:
    from leglog.services.training_log import TrainingLog

TODAY = dt.date(2026, 11, 19)
THURSDAY = TODAY


def train(
    log: TrainingLog,
    day: dt.date,
    exercise: str = "barbell-deadlift",
    sets: int = 3,
    reps: int = 8,
    load_g: int | None = 60_000,
    mode: LoadMode = LoadMode.EXTERNAL,
    side: Side = Side.BOTH,
) -> None:
    with log.upkeep() as session:
        found = session.scalars(select(Exercise).filter_by(key=exercise)).one()
        item = WorkoutExercise(
            exercise_id=found.id, exercise_name=found.name, section=Section.MAIN, position=0
        )
        item.sets = [
            PerformedSet(
                position=place, reps=reps, load_g=load_g, load_mode=mode, side=side, done=True
            )
            for place in range(sets)
        ]
        session.add(Workout(title="Legs", date=day, state=WorkoutState.FINISHED, exercises=[item]))


def rate(log: TrainingLog, day: dt.date, score: int, moment: Moment = Moment.MORNING) -> None:
    with log.upkeep() as session:
        session.add(
            PainRating(
                date=day,
                moment=moment,
                score=score,
                recorded_at=dt.datetime.combine(day, dt.time(8), dt.UTC),
                utc_offset_min=0,
            )
        )


@pytest.fixture
def mondays(log: TrainingLog) -> None:
    change_preference(log, "week_starts_on", 1)


def shown(log: TrainingLog, reach: Range = Range.MONTHS_3) -> Progress:
    found = progress(log, reach, TODAY)
    assert found is not None
    return found


def test_empty_log_shows_gaps_and_no_figures(log: TrainingLog) -> None:
    found = shown(log)
    assert found.groups == ()
    assert {point.score for point in found.pain} == {None}
    assert found.summary.mean_pain is None
    assert progress(log, Range.ALL, TODAY) is None


def test_load_is_shared_out_and_adds_up(log: TrainingLog) -> None:
    train(log, TODAY)
    bucket = shown(log).buckets[-1]
    assert bucket.total_load_g == 3 * 8 * 60_000
    assert bucket.load_g[MuscleGroup.GLUTES] > 0
    assert bucket.so_far


def test_hard_set_counts_once_for_a_group_and_in_every_group(log: TrainingLog) -> None:
    train(log, TODAY)
    bucket = shown(log).buckets[-1]
    assert bucket.total_hard_sets == 3
    assert bucket.hard_sets[MuscleGroup.GLUTES] == 3
    assert sum(bucket.hard_sets.values()) > 3


@pytest.mark.usefixtures("mondays")
def test_weeks_without_training_stay_as_empty_bars(log: TrainingLog) -> None:
    train(log, TODAY)
    train(log, TODAY - dt.timedelta(weeks=2))
    counts = [bucket.workouts for bucket in shown(log, Range.MONTH_1).buckets]
    assert counts == [0, 0, 1, 0, 1]


@pytest.mark.usefixtures("mondays")
def test_range_snaps_out_to_whole_weeks(log: TrainingLog) -> None:
    days = shown(log, Range.MONTH_1).days
    assert days.first.isoweekday() == 1
    assert days.last == dt.date(2026, 11, 22)


def test_pain_ends_today_and_misses_no_day(log: TrainingLog) -> None:
    rate(log, TODAY, 2)
    points = shown(log).pain
    assert points[-1].day == TODAY
    steps = {(after.day - before.day).days for before, after in itertools.pairwise(points)}
    assert steps == {1}


@pytest.mark.parametrize(
    ("ratings", "value"),
    [
        ([], None),
        ([(Moment.MORNING, 0)], 0),
        ([(Moment.DURING, 6), (Moment.MORNING, 2), (Moment.ANY, 5)], 2),
        ([(Moment.BEFORE, 2), (Moment.ANY, 5), (Moment.DURING, 8)], 3.5),
        ([(Moment.DURING, 6), (Moment.AFTER, 3)], 4.5),
        ([(Moment.AFTER, 3)], 3),
    ],
)
def test_value_of_a_day(
    log: TrainingLog, ratings: list[tuple[Moment, int]], value: float | None
) -> None:
    for moment, score in ratings:
        rate(log, TODAY, score, moment)
    assert shown(log).pain[-1].score == value


def test_mean_needs_four_ratings_in_seven_days(log: TrainingLog) -> None:
    for back, score in ((0, 2), (2, 4), (4, 3)):
        rate(log, TODAY - dt.timedelta(days=back), score)
    assert shown(log).pain[-1].mean is None
    rate(log, TODAY - dt.timedelta(days=6), 5)
    assert shown(log).pain[-1].mean == 3.5


def test_mean_of_the_first_day_looks_back_before_the_range(log: TrainingLog) -> None:
    first = shown(log, Range.MONTH_1).days.first
    for back in range(1, 5):
        rate(log, first - dt.timedelta(days=back), 4)
    assert shown(log, Range.MONTH_1).pain[0].mean == 4


def test_ten_years_are_grouped_by_month(log: TrainingLog) -> None:
    train(log, TODAY - dt.timedelta(days=3650))
    assert shown(log, Range.ALL).grouping is Grouping.MONTH
    assert shown(log, Range.YEAR_1).grouping is Grouping.WEEK


def test_exercise_without_muscles_is_not_lost(log: TrainingLog) -> None:
    train(log, TODAY)
    with log.upkeep() as session:
        found = session.scalars(select(Exercise).filter_by(key="barbell-deadlift")).one()
        found.muscles = []
    bucket = shown(log).buckets[-1]
    assert bucket.load_g == {None: 3 * 8 * 60_000}
    assert bucket.hard_sets == {None: 3}


def test_summary_compares_with_as_many_days_before(log: TrainingLog) -> None:
    days = shown(log, Range.MONTH_1).days
    rate(log, TODAY, 2)
    rate(log, days.first - dt.timedelta(days=1), 6)
    summary = shown(log, Range.MONTH_1).summary
    assert (summary.mean_pain, summary.rated_days, summary.mean_pain_before) == (2, 1, 6)


def test_flares_of_the_range_are_told(log: TrainingLog) -> None:
    train(log, TODAY)
    mark_days(log, PeriodKind.FLARE, TODAY - dt.timedelta(days=200), TODAY, TODAY)
    mark_days(log, PeriodKind.REMARK, TODAY, TODAY, TODAY)
    shown = progress(log, Range.MONTH_1, TODAY)
    assert shown is not None
    assert [flare.last for flare in shown.flares] == [TODAY]
