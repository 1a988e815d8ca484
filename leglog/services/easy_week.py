"""An easy week: seven days in which workouts begin with half the sets at 60 % of the weight."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import exists, func, select

from leglog.models.exercise import Exercise
from leglog.models.pain import Period
from leglog.models.workout import Workout
from leglog.services.last_time import sets_last_time
from leglog.services.periods import (
    MarkedDays,
    end_marked_days,
    read_marked_days,
    remove_marked_days,
)
from leglog.services.preferences import read_preferences
from leglog.services.training_log import Action, TrainingLog
from leglog.training.set_counts import is_counted
from leglog.training.steps import easy_load_g, easy_sets
from leglog.training.vocabulary import LoadMode, PeriodKind, WorkoutState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from leglog.models.preferences import Preferences
    from leglog.models.workout import PerformedSet, WorkoutExercise
    from leglog.services.last_time import LastSet

DAY = dt.timedelta(days=1)
LENGTH = 7 * DAY
BREAK = 10 * DAY
"""After so long without a workout an easy week is offered."""


@dataclass(frozen=True, slots=True)
class EasyWeekNews:
    """What is to be said of easy weeks on a day."""

    running: MarkedDays | None
    break_since: dt.date | None
    """The day of the last workout, where that is long ago and nothing else is going on."""


def easy_week_news(log: TrainingLog, today: dt.date) -> EasyWeekNews:
    """Return the easy week of ``today``, else since when there was no workout."""
    with log.reading() as session:
        running = _easy_week_on(session, today)
        if running is not None or _is_busy(session, today):
            return EasyWeekNews(running, None)
        last = session.scalar(
            select(func.max(Workout.date)).where(Workout.state == WorkoutState.FINISHED)
        )
        return EasyWeekNews(None, last if last is not None and today - last >= BREAK else None)


def begin_easy_week(log: TrainingLog, today: dt.date) -> dt.date:
    """Mark the seven days from ``today``; return the last of them. One that runs stays."""
    with log.action(Action.ADD_PERIOD) as session:
        running = _easy_week_on(session, today)
        if running is not None and running.last is not None:
            return running.last
        last = today + LENGTH - DAY
        session.add(Period(kind=PeriodKind.EASY_WEEK, first_date=today, last_date=last, note=""))
        return last


def end_easy_week(log: TrainingLog, running: MarkedDays, today: dt.date) -> None:
    """Let the plan hold again from ``today`` on."""
    if running.first >= today:
        remove_marked_days(log, running.id)
    else:
        end_marked_days(log, running.id, today - DAY)


def is_easy(session: Session, day: dt.date) -> bool:
    """Say whether ``day`` belongs to an easy week."""
    return _easy_week_on(session, day) is not None


def ease_plan(session: Session, workout: Workout) -> None:
    """Make the plan of a new workout an easy one, where its day belongs to an easy week.

    Of the sets that count half are left, rounded up, with 60 % of the weight that is planned or
    was used before the easy week. Help by a machine or a band stays as it is. Product rule.
    """
    if not is_easy(session, workout.date):
        return
    preferences = read_preferences(session)
    ids = {item.exercise_id for item in workout.exercises}
    exercises = {
        row.id: row for row in session.scalars(select(Exercise).where(Exercise.id.in_(ids)))
    }
    last = sets_last_time(session, ids, workout.date + DAY, 0)
    for item in workout.exercises:
        _ease(item, exercises[item.exercise_id], last.get(item.exercise_id, ()), preferences)


def _ease(
    item: WorkoutExercise,
    exercise: Exercise,
    last: Sequence[LastSet],
    preferences: Preferences,
) -> None:
    counted = [one for one in item.sets if is_counted(item.section, one.set_type)]
    for one in counted[easy_sets(len(counted)) :]:
        item.sets.remove(one)
    step_g = preferences.smallest_step_g(exercise.load_basis)
    used_g = max((one.load_g for one in last if one.load_g), default=None)
    for one in counted:
        load_g = one.target_load_g or used_g
        if load_g and _is_lifted(one):
            one.target_load_g = easy_load_g(load_g, step_g, preferences.unit)
            one.load_unit = preferences.unit


def _is_lifted(one: PerformedSet) -> bool:
    return one.load_mode not in (LoadMode.BAND, LoadMode.ASSISTED)


def _easy_week_on(session: Session, day: dt.date) -> MarkedDays | None:
    return next(iter(read_marked_days(session, day, day, PeriodKind.EASY_WEEK)), None)


def _is_busy(session: Session, today: dt.date) -> bool:
    """Say whether a workout is open, or a flare-up runs: those have words of their own."""
    is_open = session.scalar(select(exists().where(Workout.state == WorkoutState.OPEN)))
    return bool(is_open) or bool(read_marked_days(session, today, today, PeriodKind.FLARE))
