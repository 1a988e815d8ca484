"""A month in figures, beside the month before; or three, six, twelve months likewise."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from leglog.models.pain import CheckIn
from leglog.services.pain_series import PainPoint, pain_by_day, pain_points
from leglog.services.periods import MarkedDays, read_marked_days
from leglog.services.physio_note import read_physio_note
from leglog.services.preferences import read_preferences
from leglog.services.progress import planned_workouts
from leglog.services.review_exercises import (
    AroundExercise,
    NewBest,
    ToleratedLoad,
    around_exercises,
    new_bests,
    tolerated_loads,
)
from leglog.services.sides import SideNote, side_notes
from leglog.services.training_volume import VolumeBucket, volume_buckets, volume_of
from leglog.services.visits import visited_exercises
from leglog.services.weekly_pattern import MovedTogether, read_moved_together
from leglog.services.workouts_reviewed import ReviewedWorkout, backs_around, reviewed_workouts
from leglog.training.pain import band
from leglog.training.pain_change import PainChange, compare
from leglog.training.periods import DaySpan, Grouping, bucket_span, months_before
from leglog.training.vocabulary import Band, MuscleGroup, PeriodKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from leglog.services.training_log import TrainingLog

DAYS_TO_COMPARE = 15
"""Both months need so many rated days before anything is said of a change; product rule."""
MONTHS_AROUND_EXERCISES = 3
"""One month has too few workouts of an exercise for a mean; product rule."""


@dataclass(frozen=True, slots=True)
class DailyMean:
    """The mean of what was said on some of the days; None without any."""

    mean: float | None
    days: int


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """One month or several, or what there is of them so far."""

    days: DaySpan
    """Up to today at most."""
    volume: VolumeBucket
    planned: int
    planned_done: int
    pain: Mapping[dt.date, float]
    """The value of each rated day."""
    sleep_min: DailyMean
    steps: DailyMean
    sitting_min: DailyMean

    @property
    def mean_pain(self) -> float | None:
        """Mean of the rated days, None without any."""
        return sum(self.pain.values()) / len(self.pain) if self.pain else None

    @property
    def days_in_band(self) -> Mapping[Band, int]:
        """How many rated days fell into each band."""
        counts = Counter(band(score) for score in self.pain.values())
        return {each: counts[each] for each in Band}

    @property
    def is_empty(self) -> bool:
        """Whether nothing was trained and nothing rated."""
        return not self.volume.workouts and not self.pain


@dataclass(frozen=True, slots=True)
class MonthlyReview:
    """A stretch of whole months and the equally long one before."""

    months: int
    month: MonthFigures
    before: MonthFigures
    by_month: tuple[VolumeBucket, ...]
    pain: tuple[PainPoint, ...]
    marked: tuple[MarkedDays, ...]
    workouts: tuple[ReviewedWorkout, ...]
    around_days: DaySpan
    """The days over which the back around exercises is told."""
    around: tuple[AroundExercise, ...]
    bests: tuple[NewBest, ...]
    tolerated: tuple[ToleratedLoad, ...]
    sides: tuple[SideNote, ...]
    together: MovedTogether
    physio_note: str

    @property
    def is_over(self) -> bool:
        """Whether its last month is over: a running one is not compared in percent."""
        last = self.month.days.last
        return last == bucket_span(last, Grouping.MONTH).last

    @property
    def pain_by_day(self) -> list[tuple[dt.date, float]]:
        """The rated days with their value."""
        return [(one.day, one.score) for one in self.pain if one.score is not None]

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
        """Muscle groups with sets in either stretch, in stacking order."""
        return tuple(
            group
            for group in MuscleGroup
            if self.month.volume.hard_sets.get(group) or self.before.volume.hard_sets.get(group)
        )


def monthly_review(
    log: TrainingLog, day: dt.date, today: dt.date, months: int = 1
) -> MonthlyReview:
    """Return the month that holds ``day``, or several up to it, beside as many before.

    Everything ends with ``today``.
    """
    span = review_span(day, months)
    earlier = review_span(span.first - dt.timedelta(days=1), months)
    with log.reading() as session:
        month = _figures(session, span, today)
        around_days = month.days
        if months < MONTHS_AROUND_EXERCISES:
            around_days = DaySpan(review_span(day, MONTHS_AROUND_EXERCISES).first, month.days.last)
        looked_back = DaySpan(months_before(around_days.first, 2), month.days.last)
        backs = backs_around(session, looked_back)
        exercises = visited_exercises(session, month.days, looked_back.first)
        starts_on = read_preferences(session).week_starts_on
        marked = read_marked_days(session, month.days.first, month.days.last)
        flares = [each for each in marked if each.kind is PeriodKind.FLARE]
        return MonthlyReview(
            months=months,
            month=month,
            before=_figures(session, earlier, today),
            by_month=volume_buckets(session, month.days, Grouping.MONTH, starts_on, today),
            pain=pain_points(session, month.days),
            marked=marked,
            workouts=reviewed_workouts(session, month.days),
            around_days=around_days,
            around=around_exercises(exercises, around_days, backs),
            bests=new_bests(exercises, month.days, flares),
            tolerated=tolerated_loads(exercises, month.days.last, backs),
            sides=side_notes(exercises, month.days),
            together=read_moved_together(session, month.days.last, today),
            physio_note=read_physio_note(session, span.last),
        )


def review_span(day: dt.date, months: int) -> DaySpan:
    """Return the whole months that end with the month of ``day``."""
    last = bucket_span(day, Grouping.MONTH).last
    return DaySpan(months_before(last.replace(day=1), months - 1), last)


def _figures(session: Session, span: DaySpan, today: dt.date) -> MonthFigures:
    days = span.up_to(today)
    planned, done = planned_workouts(session, days)
    sleep, steps, sitting = _check_ins(session, days)
    return MonthFigures(
        days=days,
        volume=volume_of(session, days),
        planned=planned,
        planned_done=done,
        pain=pain_by_day(session, days),
        sleep_min=sleep,
        steps=steps,
        sitting_min=sitting,
    )


def _check_ins(session: Session, days: DaySpan) -> tuple[DailyMean, DailyMean, DailyMean]:
    rows = session.execute(
        select(CheckIn.sleep_min, CheckIn.steps, CheckIn.sitting_min).where(
            CheckIn.date.between(days.first, days.last)
        )
    ).all()
    sleep, steps, sitting = (_daily_mean([row[place] for row in rows]) for place in range(3))
    return sleep, steps, sitting


def _daily_mean(values: list[int | None]) -> DailyMean:
    said = [value for value in values if value is not None]
    return DailyMean(sum(said) / len(said) if said else None, len(said))
