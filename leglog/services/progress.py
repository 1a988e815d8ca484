"""Volume and back pain over time: rows of the log to numbers to series."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from leglog.models.exercise import Exercise, ExerciseMuscle
from leglog.models.pain import PainRating
from leglog.models.workout import PerformedSet, PlannedWorkout, Workout, WorkoutExercise
from leglog.services.periods import MarkedDays, read_marked_days
from leglog.services.preferences import read_preferences
from leglog.training.muscles import by_group, group_shares
from leglog.training.pain import MEAN_DAYS, day_value, seven_day_means
from leglog.training.periods import (
    DaySpan,
    Grouping,
    Range,
    bucket_span,
    bucket_start,
    bucket_starts,
    range_span,
)
from leglog.training.vocabulary import Moment, Muscle, MuscleGroup, PeriodKind, WorkoutState
from leglog.training.volume import SetFacts, hard_sets, share_out, volume_load_g

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy.orm import Session

    from leglog.services.training_log import TrainingLog

WEEKS_BEFORE_MONTHS = 104
"""From this many weeks on, bars are months: narrower ones could not be told apart."""

Group = MuscleGroup | None
"""None stands for the muscles outside of all groups, and for exercises without muscles."""


@dataclass(frozen=True, slots=True)
class VolumeBucket:
    """The training of a week or month."""

    days: DaySpan
    workouts: int
    hard_sets: Mapping[Group, float]
    """Sets of each group by its share; a set of several groups counts in each."""
    load_g: Mapping[Group, int]
    """Weight × reps, shared out to the groups: they add up to the total."""
    total_hard_sets: float
    so_far: bool
    """It holds today and is not over."""

    @property
    def total_load_g(self) -> int:
        """Weight × reps of all sets."""
        return sum(self.load_g.values())


@dataclass(frozen=True, slots=True)
class PainPoint:
    """A day: its one value from its ratings, and the mean of seven days; None is a gap."""

    day: dt.date
    score: float | None
    mean: float | None


@dataclass(frozen=True, slots=True)
class ProgressSummary:
    """The stretch in a few figures; None where there is nothing to say."""

    workouts: int
    planned: int
    planned_done: int
    load_g: int
    hard_sets: float
    mean_pain: float | None
    rated_days: int
    mean_pain_before: float | None
    """Of an equally long stretch before."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Everything that the Progress page shows of one stretch of days."""

    days: DaySpan
    grouping: Grouping
    buckets: tuple[VolumeBucket, ...]
    pain: tuple[PainPoint, ...]
    summary: ProgressSummary
    flares: tuple[MarkedDays, ...] = ()

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups that have anything, in stacking order from the bottom."""
        order: tuple[Group, ...] = (*MuscleGroup, None)
        return tuple(
            group
            for group in order
            if any(
                bucket.hard_sets.get(group) or bucket.load_g.get(group) for bucket in self.buckets
            )
        )


@dataclass(slots=True)
class _Running:
    """A bucket that is being added up."""

    workouts: set[int]
    sets: dict[Group, float]
    load_g: dict[Group, int]
    total_sets: float = 0.0


def progress(log: TrainingLog, reach: Range, today: dt.date) -> Progress | None:
    """Return volume and pain of ``reach`` up to ``today``; None for an empty log and 'All'."""
    with log.reading() as session:
        starts_on = read_preferences(session).week_starts_on
        span = range_span(reach, today, _first_day(session), starts_on)
        if span is None:
            return None
        grouping = Grouping.MONTH if len(span) > 7 * WEEKS_BEFORE_MONTHS else Grouping.WEEK
        buckets = volume_buckets(session, span, grouping, starts_on, today)
        shown = DaySpan(span.first, min(span.last, today))
        pain = _pain(session, span, shown)
        flares = read_marked_days(session, shown.first, shown.last, PeriodKind.FLARE)
        summary = _summary(session, shown, buckets, pain)
        return Progress(span, grouping, buckets, pain, summary, flares)


def _first_day(session: Session) -> dt.date | None:
    days = [session.scalar(select(func.min(column))) for column in (Workout.date, PainRating.date)]
    return min((day for day in days if day is not None), default=None)


def volume_buckets(
    session: Session, span: DaySpan, grouping: Grouping, starts_on: int, today: dt.date
) -> tuple[VolumeBucket, ...]:
    """Return the training of every week or month that touches the span, also of empty ones."""
    running = {
        start: _Running(set(), defaultdict(float), defaultdict(int))
        for start in bucket_starts(span, grouping, starts_on)
    }
    shares = _shares(session)
    starts: dict[dt.date, dt.date] = {}
    for day, workout_id, exercise_id, facts in performed_sets(session, span):
        if day not in starts:
            starts[day] = bucket_start(day, grouping, starts_on)
        bucket = running[starts[day]]
        bucket.workouts.add(workout_id)
        _count(bucket, facts, shares.get(exercise_id, _NO_SHARES))
    return tuple(
        VolumeBucket(
            days=(days := bucket_span(start, grouping, starts_on)),
            workouts=len(bucket.workouts),
            hard_sets=dict(bucket.sets),
            load_g=dict(bucket.load_g),
            total_hard_sets=bucket.total_sets,
            so_far=days.first <= today < days.last,
        )
        for start, bucket in running.items()
    )


@dataclass(frozen=True, slots=True)
class _Shares:
    muscles: Mapping[Muscle, float]
    groups: Mapping[Group, float]


_NO_SHARES = _Shares({}, {None: 1.0})


def _count(bucket: _Running, facts: SetFacts, shares: _Shares) -> None:
    sets = hard_sets(facts)
    if sets:
        bucket.total_sets += sets
        for group, share in shares.groups.items():
            bucket.sets[group] += sets * share
    load_g = volume_load_g(facts)
    if load_g:
        parts = by_group(share_out(load_g, shares.muscles)) if shares.muscles else {None: load_g}
        for group, part in parts.items():
            bucket.load_g[group] += part


def _shares(session: Session) -> dict[int, _Shares]:
    return {
        exercise_id: _Shares(parts, group_shares(parts))
        for exercise_id, parts in exercise_muscles(session).items()
    }


def exercise_muscles(session: Session) -> dict[int, dict[Muscle, float]]:
    """Return the muscles of every exercise with their shares."""
    muscles: dict[int, dict[Muscle, float]] = defaultdict(dict)
    rows = session.execute(
        select(ExerciseMuscle.exercise_id, ExerciseMuscle.muscle, ExerciseMuscle.share)
    )
    for exercise_id, muscle, share in rows:
        muscles[exercise_id][muscle] = share
    return muscles


def performed_sets(session: Session, span: DaySpan) -> Iterator[tuple[dt.date, int, int, SetFacts]]:
    """Yield day, workout, exercise and facts of every set done in the span."""
    query = (
        select(
            Workout.date,
            Workout.id,
            WorkoutExercise.exercise_id,
            Exercise.category,
            WorkoutExercise.section,
            PerformedSet.set_type,
            PerformedSet.done,
            PerformedSet.side,
            PerformedSet.reps,
            PerformedSet.load_g,
            PerformedSet.load_mode,
            PerformedSet.duration_s,
            PerformedSet.rpe_halves,
        )
        .join(WorkoutExercise, WorkoutExercise.workout_id == Workout.id)
        .join(PerformedSet, PerformedSet.workout_exercise_id == WorkoutExercise.id)
        .join(Exercise, Exercise.id == WorkoutExercise.exercise_id)
        .where(Workout.date.between(span.first, span.last), PerformedSet.done)
    )
    for day, workout_id, exercise_id, *facts in session.execute(query):
        yield day, workout_id, exercise_id, SetFacts(*facts)


def _pain(session: Session, span: DaySpan, shown: DaySpan) -> tuple[PainPoint, ...]:
    first = span.first - dt.timedelta(days=MEAN_DAYS - 1)
    values = pain_by_day(session, DaySpan(first, shown.last))
    days = list(shown)
    return tuple(
        PainPoint(day, values.get(day), mean)
        for day, mean in zip(days, seven_day_means(values, days), strict=True)
    )


def planned_workouts(session: Session, span: DaySpan) -> tuple[int, int]:
    """Return how many workouts were planned in the span, and how many of them were done."""
    planned, done = session.execute(
        select(
            func.count(),
            func.count().filter(Workout.state == WorkoutState.FINISHED),
        )
        .select_from(PlannedWorkout)
        .join(Workout, Workout.id == PlannedWorkout.workout_id, isouter=True)
        .where(PlannedWorkout.date.between(span.first, span.last))
    ).one()
    return planned, done


def pain_by_day(session: Session, span: DaySpan) -> dict[dt.date, float]:
    """Return the one value of each rated day of the span (``training.pain.day_value``)."""
    ratings: dict[dt.date, list[tuple[Moment, int]]] = defaultdict(list)
    rows = session.execute(
        select(PainRating.date, PainRating.moment, PainRating.score).where(
            PainRating.date.between(span.first, span.last)
        )
    )
    for day, moment, score in rows:
        ratings[day].append((moment, score))
    values = {day: day_value(scores) for day, scores in ratings.items()}
    return {day: value for day, value in values.items() if value is not None}


def _summary(
    session: Session,
    shown: DaySpan,
    buckets: tuple[VolumeBucket, ...],
    pain: tuple[PainPoint, ...],
) -> ProgressSummary:
    scores = [point.score for point in pain if point.score is not None]
    before = shown.first - dt.timedelta(days=1)
    earlier = pain_by_day(
        session, DaySpan(before - dt.timedelta(days=len(shown) - 1), before)
    ).values()
    planned, done = planned_workouts(session, shown)
    return ProgressSummary(
        workouts=sum(bucket.workouts for bucket in buckets),
        planned=planned,
        planned_done=done,
        load_g=sum(bucket.total_load_g for bucket in buckets),
        hard_sets=sum(bucket.total_hard_sets for bucket in buckets),
        mean_pain=sum(scores) / len(scores) if scores else None,
        rated_days=len(scores),
        mean_pain_before=sum(earlier) / len(earlier) if earlier else None,
    )
