"""Which plans were kept: the days of a week, and workouts done of those planned.

Pure rules over rows, for the first look at the file and for the open log, as in ``schedule``.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from leglog.training.adherence import Adherence
from leglog.training.periods import DaySpan, week_start
from leglog.training.schedule import DAY, WEEK, PlannedDay, WorkoutDay

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

WEEKS_LOOKED_BACK = 4
"""Full weeks before this one over which kept plans are counted."""


class DayState(StrEnum):
    """What a day of the week shows."""

    DONE = "done"
    UNFINISHED = "unfinished"
    PLANNED = "planned"
    REST = "rest"


class WeekDay(NamedTuple):
    """One cell of the week; ``titles`` name the workouts or the plans behind its state."""

    date: dt.date
    state: DayState
    titles: tuple[str, ...] = ()
    workout_id: int | None = None


def plans_kept(
    plans: Sequence[PlannedDay], workouts: Sequence[WorkoutDay], week_starts_on: int
) -> dict[int, WorkoutDay]:
    """Match plans to workouts and return, by place in ``plans``, the workout that kept each.

    A workout keeps one plan: the one it is tied to, else one of its day (its own routine's
    first), else its routine's of the day after or of an earlier day in the same week.
    """

    def tied(plan: PlannedDay, workout: WorkoutDay) -> bool:
        return plan.workout_id == workout.id

    def same_day_and_routine(plan: PlannedDay, workout: WorkoutDay) -> bool:
        return plan.date == workout.date and plan.routine_id == workout.routine_id

    def same_day(plan: PlannedDay, workout: WorkoutDay) -> bool:
        return plan.date == workout.date

    def shifted(plan: PlannedDay, workout: WorkoutDay) -> bool:
        return (
            plan.routine_id == workout.routine_id is not None
            and plan.date - workout.date <= DAY
            and week_start(plan.date, week_starts_on) == week_start(workout.date, week_starts_on)
        )

    kept: dict[int, WorkoutDay] = {}
    free = list(workouts)
    for fits in (tied, same_day_and_routine, same_day, shifted):
        for place, plan in enumerate(plans):
            if place in kept:
                continue
            workout = next((one for one in free if fits(plan, one)), None)
            if workout is not None:
                kept[place] = workout
                free.remove(workout)
    return kept


def open_plans(
    plans: Sequence[PlannedDay], workouts: Sequence[WorkoutDay], week_starts_on: int
) -> list[PlannedDay]:
    """Return the plans that no workout, finished or under way, has kept."""
    kept = plans_kept(plans, workouts, week_starts_on)
    return [plan for place, plan in enumerate(plans) if place not in kept]


def week_days(
    first: dt.date, still_open: Sequence[PlannedDay], workouts: Sequence[WorkoutDay]
) -> tuple[WeekDay, ...]:
    """Return the seven days from ``first``: done, unfinished, planned or rest.

    ``still_open`` are the plans not kept: one kept on another day no longer stands on its own. A
    past day whose plan was not kept stays planned.
    """
    return tuple(
        _week_day(
            day,
            [workout for workout in workouts if workout.date == day],
            [plan for plan in still_open if plan.date == day],
        )
        for day in DaySpan(first, first + 6 * DAY)
    )


def kept_in_week(
    first: dt.date,
    plans: Sequence[PlannedDay],
    workouts: Sequence[WorkoutDay],
    weekly_goal: int,
) -> Adherence:
    """Return the workouts finished and planned in the week from ``first``.

    A week without any plan is measured by the weekly goal.
    """
    last = first + 6 * DAY
    planned = sum(first <= plan.date <= last for plan in plans)
    done = sum(workout.finished and first <= workout.date <= last for workout in workouts)
    return Adherence(done, planned or weekly_goal)


def kept_this_week(
    first: dt.date,
    plans: Sequence[PlannedDay],
    workouts: Sequence[WorkoutDay],
    weekly_goal: int,
) -> Adherence:
    """Return the workouts finished and planned in the running week from ``first``.

    Where nobody trained and the schedule begins only after it, nothing was planned; the weekly
    goal would ask for workouts that the person has put into the next week.
    """
    last = first + 6 * DAY
    begins_later = bool(plans) and all(plan.date > last for plan in plans)
    if begins_later and not any(first <= workout.date <= last for workout in workouts):
        return Adherence(0, 0)
    return kept_in_week(first, plans, workouts, weekly_goal)


def kept_before(
    this_week: dt.date,
    plans: Sequence[PlannedDay],
    workouts: Sequence[WorkoutDay],
    weekly_goal: int,
    first_workout: dt.date | None,
) -> Adherence:
    """Return done of planned over the four full weeks before ``this_week``.

    A week counts at most what it planned; weeks before the first workout of all do not count.
    """
    weeks = (this_week - number * WEEK for number in range(1, WEEKS_LOOKED_BACK + 1))
    counted = [
        kept_in_week(first, plans, workouts, weekly_goal)
        for first in weeks
        if first_workout is not None and first_workout <= first + 6 * DAY
    ]
    return Adherence(
        sum(min(week.done, week.planned) for week in counted),
        sum(week.planned for week in counted),
    )


def _week_day(day: dt.date, workouts: Sequence[WorkoutDay], plans: Sequence[PlannedDay]) -> WeekDay:
    for finished, state in ((False, DayState.UNFINISHED), (True, DayState.DONE)):
        shown = [workout for workout in workouts if workout.finished is finished]
        if shown:
            return WeekDay(day, state, tuple(one.title for one in shown), shown[0].id)
    if plans:
        return WeekDay(day, DayState.PLANNED, tuple(plan.routine_name for plan in plans))
    return WeekDay(day, DayState.REST)
