"""Which days are planned, and what comes next.

Pure rules over rows, because two readers decide by them: the first look at the file and the
services of the open log. Values are named tuples, since the first paint waits for this module and
a dataclass takes ten times as long to define.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from leglog.training.periods import DaySpan

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DAY = dt.timedelta(days=1)
WEEK = dt.timedelta(days=7)
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
