"""Volume and back pain over time: rows of the log to numbers to series."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from leglog.models.exercise import Exercise
from leglog.models.pain import PainRating
from leglog.models.routine import Routine
from leglog.models.workout import PlannedWorkout, Workout
from leglog.services.pain_series import (
    PainPoint,
    RatedMoment,
    pain_by_day,
    pain_points,
    rated_moments,
    workout_dates,
)
from leglog.services.periods import read_marked_days
from leglog.services.preferences import read_preferences
from leglog.services.training_volume import (
    EVERYTHING,
    Key,
    Only,
    VolumeBucket,
    volume_buckets,
)
from leglog.services.volume_sums import Counted, StackBy
from leglog.training.periods import DaySpan, Grouping, Range, range_span
from leglog.training.vocabulary import MuscleGroup, PatternGroup, PeriodKind, WorkoutState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from leglog.services.periods import MarkedDays
    from leglog.services.training_log import TrainingLog

WEEKS_BEFORE_MONTHS = 104
"""From this many weeks on, bars are months: narrower ones could not be told apart."""
DAYS_BEFORE_WEEKS = 120
"""More bars of one day than these cannot be told apart either."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What of the log the Progress page shows; ``grouping`` None is chosen by the length."""

    grouping: Grouping | None = None
    stack_by: StackBy = StackBy.MUSCLE
    only: Only = EVERYTHING
    counted: Counted = Counted.LOAD
    """What is wanted beside hard sets and weight × reps."""
    with_ratings: bool = False
    """Whether every single rating is wanted too."""


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
    stack_by: StackBy
    buckets: tuple[VolumeBucket, ...]
    pain: tuple[PainPoint, ...]
    ratings: tuple[RatedMoment, ...]
    """Every single one, where they were asked for."""
    marked: tuple[MarkedDays, ...]
    workout_dates: tuple[dt.date, ...]
    summary: ProgressSummary
    names: Mapping[int, str] = field(default_factory=dict)
    """Of the exercises or routines by which the bars are stacked."""

    @property
    def flares(self) -> tuple[MarkedDays, ...]:
        """The flare-ups that touch the days shown."""
        return tuple(one for one in self.marked if one.kind is PeriodKind.FLARE)

    @property
    def remarks(self) -> tuple[MarkedDays, ...]:
        """The remarks on the days shown."""
        return tuple(one for one in self.marked if one.kind is PeriodKind.REMARK)

    @property
    def groups(self) -> tuple[Key, ...]:
        """What has anything, in stacking order from the bottom: muscles as always, else by size."""
        present = {
            key
            for bucket in self.buckets
            for parts in (bucket.hard_sets, *bucket.counted.values())
            for key in parts
        }
        orders: dict[StackBy, tuple[Key, ...]] = {
            StackBy.MUSCLE: (*MuscleGroup, None),
            StackBy.PATTERN: tuple(PatternGroup),
        }
        if self.stack_by in orders:
            return tuple(key for key in orders[self.stack_by] if key in present)
        sizes: dict[Key, float] = dict.fromkeys(present, 0.0)
        for bucket in self.buckets:
            for key, sets in bucket.hard_sets.items():
                sizes[key] += sets
        return tuple(sorted(sizes, key=lambda key: (-sizes[key], str(key))))


def progress(
    log: TrainingLog, reach: Range | DaySpan, today: dt.date, choice: Choice | None = None
) -> Progress | None:
    """Return volume and pain of ``reach`` up to ``today``; None for an empty log and 'All'."""
    choice = choice or Choice()
    with log.reading() as session:
        starts_on = read_preferences(session).week_starts_on
        span = reach
        if isinstance(span, Range):
            found = range_span(span, today, first_day(session), starts_on)
            if found is None:
                return None
            span = found
        grouping = fitting(choice.grouping, span)
        buckets = volume_buckets(
            session, span, grouping, starts_on, today, choice.stack_by, choice.only,
            tuple(dict.fromkeys((Counted.LOAD, choice.counted))),
        )  # fmt: skip
        shown = span.up_to(today)
        pain = pain_points(session, shown)
        return Progress(
            days=span,
            grouping=grouping,
            stack_by=choice.stack_by,
            buckets=buckets,
            pain=pain,
            ratings=rated_moments(session, shown) if choice.with_ratings else (),
            marked=read_marked_days(session, shown.first, shown.last),
            workout_dates=workout_dates(session, shown),
            summary=_summary(session, shown, buckets, pain),
            names=names_of(session, choice.stack_by),
        )


def fitting(wanted: Grouping | None, span: DaySpan) -> Grouping:
    """Return the grouping wanted, or a longer one where its bars could not be told apart."""
    longest = Grouping.MONTH if len(span) > 7 * WEEKS_BEFORE_MONTHS else Grouping.WEEK
    if wanted is None or longest is Grouping.MONTH:
        return longest
    if wanted is Grouping.DAY and len(span) > DAYS_BEFORE_WEEKS:
        return Grouping.WEEK
    return wanted


def first_day(session: Session) -> dt.date | None:
    """Return the earliest day with a workout or rating, None for an empty log."""
    days = [session.scalar(select(func.min(column))) for column in (Workout.date, PainRating.date)]
    return min((day for day in days if day is not None), default=None)


def first_day_of(log: TrainingLog) -> dt.date | None:
    """Return the same of the open log."""
    with log.reading() as session:
        return first_day(session)


def names_of(session: Session, stack_by: StackBy) -> dict[int, str]:
    """Return the names of what the bars are stacked by, where these are ids."""
    if stack_by is StackBy.EXERCISE:
        return dict(session.execute(select(Exercise.id, Exercise.name)).all())
    if stack_by is StackBy.ROUTINE:
        return dict(session.execute(select(Routine.id, Routine.name)).all())
    return {}


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
