"""A plain note when a week holds clearly more leg sets than usual; it predicts nothing."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from leglog.models.workout import Workout
from leglog.services.weekly_pattern import leg_sets_by_week
from leglog.training.periods import DaySpan, week_start
from leglog.training.steps import COMPARED_WEEKS, BiggerStep, bigger_step

if TYPE_CHECKING:
    from leglog.services.training_log import TrainingLog

_WEEK = dt.timedelta(weeks=1)


def bigger_step_in_week(log: TrainingLog, day: dt.date) -> BiggerStep | None:
    """Return a note when the week of ``day`` goes well beyond the four before it, else None.

    It needs four full weeks of a log that had begun by then.
    """
    monday = week_start(day)
    first = monday - COMPARED_WEEKS * _WEEK
    with log.reading() as session:
        began = session.scalar(select(func.min(Workout.date)))
        if began is None or began > first:
            return None
        sets = leg_sets_by_week(session, DaySpan(first, monday + _WEEK - dt.timedelta(days=1)), day)
    before = [sets.get(first + number * _WEEK, 0.0) for number in range(COMPARED_WEEKS)]
    return bigger_step(before, sets.get(monday, 0.0))
