"""A month in figures, beside the month before."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leglog.services.pain_series import pain_by_day
from leglog.services.preferences import read_preferences
from leglog.services.progress import planned_workouts
from leglog.services.training_volume import VolumeBucket, volume_buckets
from leglog.training.pain import band
from leglog.training.pain_change import PainChange, compare
from leglog.training.periods import DaySpan, Grouping, bucket_span
from leglog.training.vocabulary import Band, MuscleGroup

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from leglog.services.training_log import TrainingLog

DAYS_TO_COMPARE = 15
"""Both months need so many rated days before anything is said of a change; product rule."""


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """One month, or what there is of it so far."""

    days: DaySpan
    """Up to today at most."""
    volume: VolumeBucket
    planned: int
    planned_done: int
    pain: Mapping[dt.date, float]
    """The value of each rated day."""

    @property
    def mean_pain(self) -> float | None:
        """Mean of the rated days, None without any."""
        return sum(self.pain.values()) / len(self.pain) if self.pain else None

    @property
    def days_in_band(self) -> Mapping[Band, int]:
        """How many rated days fell into each band."""
        counts = Counter(band(score) for score in self.pain.values())
        return {each: counts[each] for each in Band}


@dataclass(frozen=True, slots=True)
class MonthlyReview:
    """A month and the one before."""

    month: MonthFigures
    before: MonthFigures

    @property
    def change(self) -> PainChange | None:
        """What may be said of the change in pain; None where too few days are rated."""
        now, then = self.month.mean_pain, self.before.mean_pain
        rated = min(len(self.month.pain), len(self.before.pain))
        if now is None or then is None or rated < DAYS_TO_COMPARE:
            return None
        return compare(then, now)

    @property
    def groups(self) -> tuple[MuscleGroup, ...]:
        """Muscle groups with sets in either month, in stacking order."""
        return tuple(
            group
            for group in MuscleGroup
            if self.month.volume.hard_sets.get(group) or self.before.volume.hard_sets.get(group)
        )


def monthly_review(log: TrainingLog, day: dt.date, today: dt.date) -> MonthlyReview:
    """Return the month that holds ``day`` beside the one before, up to ``today``."""
    span = bucket_span(day, Grouping.MONTH)
    with log.reading() as session:
        return MonthlyReview(
            _figures(session, span, today),
            _figures(
                session, bucket_span(span.first - dt.timedelta(days=1), Grouping.MONTH), today
            ),
        )


def _figures(session: Session, span: DaySpan, today: dt.date) -> MonthFigures:
    starts_on = read_preferences(session).week_starts_on
    days = DaySpan(span.first, max(span.first, min(span.last, today)))
    (volume,) = volume_buckets(session, span, Grouping.MONTH, starts_on, today)
    planned, done = planned_workouts(session, days)
    return MonthFigures(days, volume, planned, done, pain_by_day(session, days))
