"""The back over time: a value a day, every rating by its moment, marked stretches."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from leglog.models.pain import PainRating
from leglog.models.workout import Workout
from leglog.training.pain import MEAN_DAYS, ORDER_OF_MOMENTS, seven_day_means
from leglog.training.periods import DaySpan
from leglog.training.vocabulary import Moment, WorkoutState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class PainPoint:
    """A day: its one value from its ratings, and the mean of seven days; None is a gap."""

    day: dt.date
    score: float | None
    mean: float | None


@dataclass(frozen=True, slots=True)
class RatedMoment:
    """One rating as it was given."""

    day: dt.date
    moment: Moment
    score: int


def pain_points(session: Session, span: DaySpan) -> tuple[PainPoint, ...]:
    """Return every day of the span; means look back beyond its first day."""
    first = span.first - dt.timedelta(days=MEAN_DAYS - 1)
    values = pain_by_day(session, DaySpan(first, span.last))
    days = list(span)
    return tuple(
        PainPoint(day, values.get(day), mean)
        for day, mean in zip(days, seven_day_means(values, days), strict=True)
    )


def pain_by_day(session: Session, span: DaySpan) -> dict[dt.date, float]:
    """Return the one value of each rated day of the span, see ``ORDER_OF_MOMENTS``.

    Worked out by the database: ten years of ratings are twice as many rows as days.
    """
    value = func.coalesce(*(_mean_of(*moments) for moments in ORDER_OF_MOMENTS))
    query = (
        select(PainRating.date, value)
        .where(PainRating.date.between(span.first, span.last))
        .group_by(PainRating.date)
    )
    return dict(session.execute(query).all())


def _mean_of(*moments: Moment) -> ColumnElement[float]:
    return func.avg(PainRating.score).filter(PainRating.moment.in_(moments))


def rated_moments(session: Session, span: DaySpan) -> tuple[RatedMoment, ...]:
    """Return all ratings of the span, the oldest first."""
    rows = session.execute(
        select(PainRating.date, PainRating.moment, PainRating.score)
        .where(PainRating.date.between(span.first, span.last))
        .order_by(PainRating.date, PainRating.id)
    )
    return tuple(RatedMoment(*row) for row in rows)


def morning_pain(session: Session, span: DaySpan) -> Mapping[dt.date, int]:
    """Return the rated mornings of the span."""
    query = select(PainRating.date, PainRating.score).where(
        PainRating.date.between(span.first, span.last), PainRating.moment == Moment.MORNING
    )
    return dict(session.execute(query).all())


def workout_dates(session: Session, span: DaySpan) -> tuple[dt.date, ...]:
    """Return the days of the finished workouts of the span, the oldest first."""
    return tuple(
        session.scalars(
            select(Workout.date)
            .where(Workout.date.between(span.first, span.last))
            .where(Workout.state == WorkoutState.FINISHED)
            .order_by(Workout.date, Workout.id)
        )
    )
