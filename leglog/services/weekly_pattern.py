"""Whether leg training and morning pain moved together, week by week, in this log."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leglog.services.pain_series import morning_pain
from leglog.services.training_volume import volume_buckets
from leglog.services.volume_sums import StackBy
from leglog.training.association import Association, associate, pair_weeks
from leglog.training.muscles import LEG_AND_HIP
from leglog.training.periods import DaySpan, Grouping, week_start, whole_weeks
from leglog.training.weekly import weekly_means

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from leglog.services.training_log import TrainingLog

WEEKS_LOOKED_AT = 52


@dataclass(frozen=True, slots=True)
class MovedTogether:
    """The one question asked of the weeks, and what it is always shown beside.

    The keys of both series are Mondays.
    """

    sets: Mapping[dt.date, float]
    """Hard sets of legs and hips."""
    pain: Mapping[dt.date, float]
    """Mean of the mornings, where at least four are rated."""
    next_week: Association
    """Sets and the pain of the week after: the question chosen beforehand."""
    same_week: Association
    reverse: Association
    """Pain and the sets of the week after."""


def moved_together(log: TrainingLog, last: dt.date, today: dt.date) -> MovedTogether:
    """Return what the full weeks of the year up to ``last`` say."""
    with log.reading() as session:
        return read_moved_together(session, last, today)


def read_moved_together(session: Session, last: dt.date, today: dt.date) -> MovedTogether:
    """Return the same inside of a reading that is under way."""
    span = weeks_looked_at(min(last, today))
    sets, pain = leg_sets_by_week(session, span, today), pain_by_week(session, span)
    return MovedTogether(
        sets=sets,
        pain=pain,
        next_week=associate(*pair_weeks(sets, pain, 1)),
        same_week=associate(*pair_weeks(sets, pain, 0)),
        reverse=associate(*pair_weeks(pain, sets, 1)),
    )


def weeks_looked_at(last: dt.date) -> DaySpan:
    """Return the full weeks of the year up to ``last``.

    A running week has fewer sets only because it is not over.
    """
    over = week_start(last + dt.timedelta(days=1)) - dt.timedelta(days=1)
    return whole_weeks(DaySpan(over - dt.timedelta(weeks=WEEKS_LOOKED_AT, days=-1), over))


def leg_sets_by_week(session: Session, span: DaySpan, today: dt.date) -> dict[dt.date, float]:
    """Return hard sets of leg and hip patterns by Monday, from the first week with any."""
    buckets = volume_buckets(session, span, Grouping.WEEK, 1, today, StackBy.PATTERN)
    sums = {
        bucket.days.first: sum(bucket.hard_sets.get(group, 0.0) for group in LEG_AND_HIP)
        for bucket in buckets
    }
    # Weeks before the log began are not weeks without training.
    first = min((week for week, count in sums.items() if count), default=None)
    return {week: count for week, count in sums.items() if first is not None and week >= first}


def pain_by_week(session: Session, span: DaySpan) -> dict[dt.date, float]:
    """Return the mean morning rating by Monday, of weeks with at least four."""
    return weekly_means({day: float(score) for day, score in morning_pain(session, span).items()})
