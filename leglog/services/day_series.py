"""Day by day: workouts done and planned, training beside later pain, check-ins."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from leglog.models.pain import CheckIn
from leglog.models.workout import PlannedWorkout
from leglog.services.pain_series import PainPoint, morning_pain, pain_points, workout_dates
from leglog.services.preferences import read_preferences
from leglog.services.training_volume import EVERYTHING, Only, volume_buckets
from leglog.services.volume_sums import StackBy
from leglog.training.pain import MEAN_DAYS, seven_day_means
from leglog.training.periods import DaySpan, Grouping

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy.orm import Session

    from leglog.services.training_log import TrainingLog

LAGS = (0, 1, 2)
"""Days between training and the pain that is held beside it."""
LEAST_PAIRS = 20
"""Fewer days with both give no picture; product rule."""


@dataclass(frozen=True, slots=True)
class ConsistentDay:
    """A day with its workouts and whether one was planned."""

    day: dt.date
    workouts: int
    planned: bool


@dataclass(frozen=True, slots=True)
class LaggedDay:
    """A day's hard sets and the morning's pain some days later."""

    day: dt.date
    hard_sets: float
    score: float


@dataclass(frozen=True, slots=True)
class Lagged:
    """All days with a rated morning ``lag`` days later."""

    lag: int
    days: tuple[LaggedDay, ...]

    def mean(self, *, trained: bool) -> float | None:
        """Return the mean pain after days with training, or without; None without such days."""
        scores = [one.score for one in self.days if bool(one.hard_sets) is trained]
        return sum(scores) / len(scores) if scores else None


@dataclass(frozen=True, slots=True)
class Habit:
    """One thing of the check-in, day by day, with its mean of seven days; None is a gap."""

    values: tuple[float | None, ...]
    means: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Habits:
    """The check-ins beside the back."""

    days: tuple[dt.date, ...]
    pain: tuple[PainPoint, ...]
    body_weight_kg: Habit
    sleep_h: Habit
    steps: Habit
    sitting_h: Habit


def consistency(log: TrainingLog, span: DaySpan, today: dt.date) -> tuple[ConsistentDay, ...]:
    """Return every day of the span up to today."""
    shown = span.up_to(today)
    with log.reading() as session:
        done = Counter(workout_dates(session, shown))
        planned = set(
            session.scalars(
                select(PlannedWorkout.date).where(
                    PlannedWorkout.date.between(shown.first, shown.last)
                )
            )
        )
    # Today's plan is not missed before the day is over.
    return tuple(
        ConsistentDay(day, done[day], day in planned and (day < today or bool(done[day])))
        for day in shown
    )


def lagged(
    log: TrainingLog, span: DaySpan, today: dt.date, only: Only = EVERYTHING
) -> tuple[Lagged, ...]:
    """Return the days of the span with the pain 0, 1 and 2 mornings later.

    The morning of the same day comes before its training, so it is the reverse question.
    """
    shown = span.up_to(today)
    with log.reading() as session:
        starts_on = read_preferences(session).week_starts_on
        buckets = volume_buckets(
            session, shown, Grouping.DAY, starts_on, today, StackBy.EXERCISE, only
        )
        mornings = morning_pain(
            session, DaySpan(shown.first, shown.last + dt.timedelta(days=max(LAGS)))
        )
    sets = {bucket.days.first: bucket.total_hard_sets for bucket in buckets}
    return tuple(
        Lagged(
            lag,
            tuple(
                LaggedDay(day, count, float(mornings[later]))
                for day, count in sets.items()
                if (later := day + dt.timedelta(days=lag)) in mornings
            ),
        )
        for lag in LAGS
    )


def habits(log: TrainingLog, span: DaySpan, today: dt.date) -> Habits:
    """Return the check-ins of the span up to today, beside the back."""
    shown = span.up_to(today)
    with log.reading() as session:
        rows = _check_ins(session, shown)
        pain = pain_points(session, shown)
    days = tuple(shown)
    return Habits(
        days=days,
        pain=pain,
        body_weight_kg=_habit(days, rows, lambda row: _part(row.body_weight_g, 1000)),
        sleep_h=_habit(days, rows, lambda row: _part(row.sleep_min, 60)),
        steps=_habit(days, rows, lambda row: _part(row.steps, 1)),
        sitting_h=_habit(days, rows, lambda row: _part(row.sitting_min, 60)),
    )


def _check_ins(session: Session, span: DaySpan) -> Mapping[dt.date, CheckIn]:
    first = span.first - dt.timedelta(days=MEAN_DAYS - 1)
    rows = session.scalars(select(CheckIn).where(CheckIn.date.between(first, span.last)))
    return {row.date: row for row in rows}


def _part(value: int | None, whole: int) -> float | None:
    return None if value is None else value / whole


def _habit(
    days: tuple[dt.date, ...],
    rows: Mapping[dt.date, CheckIn],
    value_of: Callable[[CheckIn], float | None],
) -> Habit:
    values = {day: value for day, row in rows.items() if (value := value_of(row)) is not None}
    return Habit(tuple(map(values.get, days)), tuple(seven_day_means(values, days)))
