"""The week: which days are planned, which plans were kept, what comes next.

Pure rules over rows, because two readers decide by them: the first look at the file and the
services of the open log. Values are named tuples, since the first paint waits for this module and
a dataclass takes ten times as long to define.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from leglog.training.adherence import Adherence
from leglog.training.periods import DaySpan, week_start

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DAY = dt.timedelta(days=1)
WEEK = dt.timedelta(days=7)
WEEKS_LOOKED_BACK = 4
"""Full weeks before this one over which kept plans are counted."""
DAYS_LOOKED_AHEAD = 14


class RoutineDays(NamedTuple):
    """A routine with the ISO weekdays (Monday is 1) on which it is planned."""

    id: int
    name: str
    weekdays: frozenset[int] = frozenset()


class Rotation(NamedTuple):
    """A phase of the running programme: its routines take turns on its weekdays."""

    first_day: dt.date
    last_day: dt.date | None
    weekdays: frozenset[int]
    routine_ids: tuple[int, ...]

    def holds_on(self, day: dt.date) -> bool:
        """Say whether the phase is under way on ``day``."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


class Schedule(NamedTuple):
    """Routines in their order, and the phases of the running programme, which goes before."""

    routines: tuple[RoutineDays, ...] = ()
    phases: tuple[Rotation, ...] = ()

    @property
    def has_days(self) -> bool:
        """Whether any weekday is planned at all."""
        return any(r.weekdays for r in self.routines) or any(p.weekdays for p in self.phases)

    def routine(self, routine_id: int | None) -> RoutineDays | None:
        """Return the routine with this id, or None where it is gone."""
        return next((r for r in self.routines if r.id == routine_id), None)

    def rotation(self, day: dt.date) -> tuple[RoutineDays, ...]:
        """Return the routines that take turns on ``day``: the phase's, or all in their order."""
        for phase in self.phases:
            if phase.holds_on(day):
                turns = (self.routine(routine_id) for routine_id in phase.routine_ids)
                return tuple(routine for routine in turns if routine is not None)
        return self.routines


class PlannedDay(NamedTuple):
    """A planned workout; ``id`` is None while it stands only in the schedule.

    One that the person moved keeps the day it was moved from.
    """

    date: dt.date
    routine_id: int | None
    routine_name: str
    id: int | None = None
    moved_from: dt.date | None = None
    workout_id: int | None = None


class WorkoutDay(NamedTuple):
    """A workout as the week sees it."""

    id: int
    date: dt.date
    title: str
    routine_id: int | None
    finished: bool


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


class Reason(StrEnum):
    """Why a routine is next."""

    PLANNED_TODAY = "planned_today"
    PLANNED_LATER = "planned_later"
    AFTER_LAST = "after_last"
    FIRST = "first"


class NextUp(NamedTuple):
    """The routine that comes next, and why.

    ``day`` is the planned day; ``last_day`` the day of the workout whose turn it follows.
    """

    routine_id: int
    routine_name: str
    reason: Reason
    day: dt.date | None = None
    last_day: dt.date | None = None


def usual_weekdays(times_a_week: int) -> frozenset[int]:
    """Return ISO weekdays with as much rest between as a week allows: Monday and Thursday, …"""
    return spread_weekdays(frozenset(range(1, 8)), times_a_week)


def spread_weekdays(weekdays: frozenset[int], times_a_week: int) -> frozenset[int]:
    """Return at most ``times_a_week`` of the weekdays, those with the most rest between them.

    The week goes round: from Friday to Monday are three days. Of equals the earlier ones.
    """
    if len(weekdays) <= times_a_week:
        return weekdays

    choices = [list(days) for days in combinations(sorted(weekdays), times_a_week)]
    best = max(choices, key=_rest_days)
    return frozenset(best)


def _rest_days(weekdays: list[int]) -> list[int]:
    """Return the days from each weekday to the next, round the week, the fewest first."""
    following = [*weekdays[1:], weekdays[0] + 7]
    return sorted(after - day for day, after in zip(weekdays, following, strict=True))


def planned_by_schedule(
    schedule: Schedule,
    first: dt.date,
    last: dt.date,
    *,
    standing: Iterable[PlannedDay] = (),
    last_routine_id: int | None = None,
) -> list[PlannedDay]:
    """Return what the schedule plans from ``first`` to ``last`` and does not stand yet.

    ``standing`` are plans written down before: one that was moved stands for the day that it came
    from. ``last_routine_id`` is the routine done last, after which a programme goes on.
    """
    taken: dict[dt.date, list[int | None]] = {}
    for plan in standing:
        taken.setdefault(plan.moved_from or plan.date, []).append(plan.routine_id)
    turn = last_routine_id
    planned = []
    for day in DaySpan(first, last) if first <= last else ():
        for routine in _routines_of_day(schedule, day, turn):
            turn = routine.id
            if not _take(taken.get(day, []), routine.id, any_routine=bool(schedule.phases)):
                planned.append(PlannedDay(day, routine.id, routine.name))
    return planned


def whole_plan(
    schedule: Schedule,
    laid_down: Sequence[PlannedDay],
    laid_down_to: dt.date | None,
    today: dt.date,
    last: dt.date,
    *,
    last_routine_id: int | None = None,
) -> list[PlannedDay]:
    """Return the plans to ``last``: as laid down so far, and from then on by the schedule.

    Before anything was laid down the schedule counts from ``today``: it plans no past.
    """
    first = today if laid_down_to is None else laid_down_to + DAY
    ahead = planned_by_schedule(
        schedule, first, last, standing=laid_down, last_routine_id=last_routine_id
    )
    return sorted([*laid_down, *ahead], key=lambda plan: plan.date)


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


def next_up(
    schedule: Schedule,
    still_open: Sequence[PlannedDay],
    finished: Sequence[WorkoutDay],
    today: dt.date,
) -> NextUp | None:
    """Return what comes next, or None without a routine.

    What is planned for today; else the next planned day; else the routine after the one done
    last; else the first. ``finished`` are workouts, the newest first.
    """
    for plan in sorted(still_open, key=lambda plan: plan.date):
        routine = schedule.routine(plan.routine_id)
        if routine is not None and plan.date >= today:
            reason = Reason.PLANNED_TODAY if plan.date == today else Reason.PLANNED_LATER
            return NextUp(routine.id, routine.name, reason, day=plan.date)
    rotation = schedule.rotation(today)
    if not rotation:
        return None
    ids = [routine.id for routine in rotation]
    last = next((workout for workout in finished if workout.routine_id in ids), None)
    if last is None or last.routine_id is None:
        return NextUp(rotation[0].id, rotation[0].name, Reason.FIRST)
    following = rotation[(ids.index(last.routine_id) + 1) % len(ids)]
    return NextUp(following.id, following.name, Reason.AFTER_LAST, last_day=last.date)


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


def _routines_of_day(
    schedule: Schedule, day: dt.date, last_routine_id: int | None
) -> list[RoutineDays]:
    phase = next((phase for phase in schedule.phases if phase.holds_on(day)), None)
    if phase is None:
        # Before a programme begins and once it is over, the routines' own weekdays hold.
        return [routine for routine in schedule.routines if day.isoweekday() in routine.weekdays]
    rotation = schedule.rotation(day)
    if not rotation or day.isoweekday() not in phase.weekdays:
        return []
    ids = [routine.id for routine in rotation]
    place = ids.index(last_routine_id) + 1 if last_routine_id in ids else 0
    return [rotation[place % len(rotation)]]


def _take(standing: list[int | None], routine_id: int, *, any_routine: bool) -> bool:
    """Take the routine's plan out of ``standing``; False where there is none."""
    if routine_id in standing:
        standing.remove(routine_id)
        return True
    # A programme may have meant another routine for the day when its plan was moved.
    if any_routine and standing:
        standing.pop()
        return True
    return False


def _week_day(day: dt.date, workouts: Sequence[WorkoutDay], plans: Sequence[PlannedDay]) -> WeekDay:
    for finished, state in ((False, DayState.UNFINISHED), (True, DayState.DONE)):
        shown = [workout for workout in workouts if workout.finished is finished]
        if shown:
            return WeekDay(day, state, tuple(one.title for one in shown), shown[0].id)
    if plans:
        return WeekDay(day, DayState.PLANNED, tuple(plan.routine_name for plan in plans))
    return WeekDay(day, DayState.REST)
