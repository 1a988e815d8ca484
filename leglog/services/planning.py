"""The week: laying down what is planned, moving a planned day, what comes next."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import select

from leglog.errors import InvalidValue, NotFound
from leglog.i18n import _
from leglog.models.routine import Routine
from leglog.models.week import PLANNED_TO, Week, WeekRows, read_week_rows, week_of
from leglog.models.workout import PlannedWorkout
from leglog.services.plain_sql import fetching
from leglog.services.preferences import store_preference
from leglog.services.training_log import Action, TrainingLog
from leglog.training.periods import week_start
from leglog.training.schedule import DAY, PlannedDay, planned_by_schedule

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

__all__ = [
    "Week",
    "keep_past_plan",
    "lay_down_planned_workouts",
    "lay_down_week",
    "move_planned_workout",
    "rescheduled",
    "week",
]


def week(log: TrainingLog, today: dt.date) -> Week:
    """Return the week of ``today``: its days, plans kept, and what is next up and why."""
    with log.reading() as session:
        return week_of(read_week_rows(fetching(session), today), today)


def lay_down_planned_workouts(log: TrainingLog, today: dt.date) -> None:
    """Lay down what the schedule plans to the end of this week, once a start and once a day."""
    with log.upkeep() as session:
        lay_down_week(session, today)


@contextmanager
def rescheduled(session: Session, today: dt.date) -> Iterator[None]:
    """Change the schedule inside of this: weekdays, a routine put away or taken out, a programme.

    Past days keep what was planned then; plans from today on that nobody moved are laid down anew.
    """
    keep_past_plan(session, today)
    yield
    lay_down_week(session, today)


def keep_past_plan(session: Session, today: dt.date) -> None:
    """Write down what was planned before ``today``, and drop what nobody moved from then on.

    The new schedule lays the rest down: ``lay_down_week``, or the next start.
    """
    rows = read_week_rows(fetching(session), today)
    _fill_gap(session, rows, today)
    for plan in _plans_to_replace(rows, today):
        _remove(session, plan)
    _note_planned_to(session, today - DAY)


def lay_down_week(session: Session, today: dt.date) -> None:
    """Lay down what the schedule plans to the end of the week of ``today``, and the days missed.

    Plans of the rest of the week that no longer stand in the schedule go; moved ones stay.
    """
    rows = read_week_rows(fetching(session), today)
    _fill_gap(session, rows, today)
    end = week_start(today, rows.preferences.week_starts_on) + 6 * DAY
    replaced = _plans_to_replace(rows, today)
    wanted = planned_by_schedule(
        rows.schedule,
        today,
        end,
        standing=[plan for plan in rows.laid_down if plan not in replaced],
        last_routine_id=rows.last_routine_id,
    )
    outdated = {(plan.date, plan.routine_id): plan for plan in replaced}
    for plan in wanted:
        if outdated.pop((plan.date, plan.routine_id), None) is None:
            _add(session, plan)
    for plan in outdated.values():
        _remove(session, plan)
    _note_planned_to(session, end)


def move_planned_workout(
    log: TrainingLog, routine_id: int, day: dt.date, to: dt.date, today: dt.date
) -> None:
    """Move the workout planned with a routine from ``day`` to another day, not before today.

    Moving it back to the day it came from makes it an ordinary plan again. Raises InvalidValue
    for a past day, NotFound where nothing is planned with the routine on ``day``.
    """
    if to < today:
        raise InvalidValue(_("A planned workout can only move to today or a later day."))
    with log.action(Action.MOVE_PLANNED_WORKOUT) as session:
        lay_down_week(session, today)
        session.flush()
        plan = session.scalar(
            select(PlannedWorkout)
            .where(PlannedWorkout.routine_id == routine_id, PlannedWorkout.date == day)
            .where(PlannedWorkout.workout_id.is_(None))
        )
        plan = plan or _plan_ahead(session, routine_id, day)
        origin = plan.moved_from or day
        plan.moved_from = None if to == origin else origin
        plan.date = to


def _plan_ahead(session: Session, routine_id: int, day: dt.date) -> PlannedWorkout:
    """Write down a plan of a later week, which stands only in the schedule so far."""
    rows = read_week_rows(fetching(session), day)
    planned = planned_by_schedule(rows.schedule, day, day, last_routine_id=rows.last_routine_id)
    routine = session.get(Routine, routine_id)
    # In a programme the routine's turn may have come round by then, so any plan will do.
    if not planned or routine is None:
        raise NotFound(_("Nothing is planned for that day any more."))
    plan = PlannedWorkout(date=day, routine_id=routine_id, routine_name=routine.name)
    session.add(plan)
    return plan


def _fill_gap(session: Session, rows: WeekRows, today: dt.date) -> None:
    """Lay down the days since the last time by the schedule, which has not changed since."""
    if rows.laid_down_to is None:
        return
    missed = planned_by_schedule(
        rows.schedule,
        rows.laid_down_to + DAY,
        today - DAY,
        standing=rows.laid_down,
        last_routine_id=rows.last_routine_id,
    )
    for plan in missed:
        _add(session, plan)


def _plans_to_replace(rows: WeekRows, today: dt.date) -> list[PlannedDay]:
    """Return the plans from today on that neither the person nor a workout has touched."""
    return [
        plan
        for plan in rows.laid_down
        if plan.date >= today and plan.moved_from is None and plan.workout_id is None
    ]


def _add(session: Session, plan: PlannedDay) -> None:
    session.add(
        PlannedWorkout(date=plan.date, routine_id=plan.routine_id, routine_name=plan.routine_name)
    )


def _remove(session: Session, plan: PlannedDay) -> None:
    session.delete(session.get_one(PlannedWorkout, plan.id))


def _note_planned_to(session: Session, day: dt.date) -> None:
    store_preference(session, PLANNED_TO, json.dumps(day.isoformat()), default="")
