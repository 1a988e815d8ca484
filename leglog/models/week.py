"""Reads what the week is decided from, by plain SQL over any connection to the log.

The first look at the file has no SQLAlchemy yet; the services have. Both hand in how they fetch
rows, so that there is one reading and one rule (``training.schedule``).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from leglog.models.preferences import Preferences, preferences_from
from leglog.training.kept_plans import (
    WEEKS_LOOKED_BACK,
    WeekDay,
    kept_before,
    kept_this_week,
    open_plans,
    week_days,
)
from leglog.training.periods import week_start
from leglog.training.schedule import (
    DAY,
    DAYS_LOOKED_AHEAD,
    WEEK,
    NextUp,
    PlannedDay,
    Rotation,
    RoutineDays,
    Schedule,
    WorkoutDay,
    next_up,
    spread_weekdays,
    whole_plan,
)
from leglog.training.vocabulary import WorkoutState

if TYPE_CHECKING:
    from leglog.training.adherence import Adherence

Fetch = Callable[[str, Sequence[str | int]], Iterable[Sequence[Any]]]
"""Runs a query with its values in place of '?' and gives the rows."""

PLANNED_TO = "planned_to"
"""Key of the day up to which planned workouts have been laid down, an ISO date in JSON."""

_NEWEST_WORKOUTS = 60


class Week(NamedTuple):
    """This week and what comes next."""

    days: tuple[WeekDay, ...]
    this_week: Adherence
    before: Adherence
    """Done of planned over the four weeks before; nothing planned where there is no history."""
    next_up: NextUp | None


class WeekRows(NamedTuple):
    """The rows that the week is decided from."""

    preferences: Preferences
    schedule: Schedule
    laid_down: tuple[PlannedDay, ...]
    laid_down_to: dt.date | None
    workouts: tuple[WorkoutDay, ...]
    """The newest first; enough of them for the weeks looked back on and the turn of routines."""
    first_workout: dt.date | None

    @property
    def last_routine_id(self) -> int | None:
        """The routine of the newest finished workout that had one."""
        return next((w.routine_id for w in self.workouts if w.finished and w.routine_id), None)


def read_stored(fetch: Fetch) -> dict[str, str]:
    """Read all that is kept by key, as JSON."""
    return {str(key): str(value) for key, value in fetch("SELECT key, value FROM preference", ())}


def read_week_rows(
    fetch: Fetch, today: dt.date, stored: Mapping[str, str] | None = None
) -> WeekRows:
    """Read the rows for the week of ``today``; ``stored`` is what is kept by key, where known."""
    stored = read_stored(fetch) if stored is None else stored
    preferences = preferences_from(stored.items())
    this_week = week_start(today, preferences.week_starts_on)
    since = (this_week - WEEKS_LOOKED_BACK * WEEK).isoformat()
    workouts = fetch(_WORKOUTS, (since, today.isoformat(), _NEWEST_WORKOUTS))
    first_workout = next(iter(fetch("SELECT min(date) FROM workout", ())))[0]
    return WeekRows(
        preferences=preferences,
        schedule=read_schedule(fetch),
        laid_down=tuple(_planned_day(row) for row in fetch(_PLANNED, (since, since))),
        laid_down_to=day_from_json(stored.get(PLANNED_TO)),
        workouts=tuple(_workout_day(row) for row in workouts),
        first_workout=first_workout and dt.date.fromisoformat(first_workout),
    )


def week_of(rows: WeekRows, today: dt.date) -> Week:
    """Decide the week of ``today`` from its rows."""
    starts_on = rows.preferences.week_starts_on
    goal = rows.preferences.weekly_goal
    first = week_start(today, starts_on)
    plans = whole_plan(
        rows.schedule,
        rows.laid_down,
        rows.laid_down_to,
        today,
        max(first + 6 * DAY, today + DAYS_LOOKED_AHEAD * DAY),
        last_routine_id=rows.last_routine_id,
    )
    finished = [workout for workout in rows.workouts if workout.finished]
    # No workout keeps a plan of another week, so the weeks before need not be matched.
    still_open = open_plans(
        [plan for plan in plans if plan.date >= first],
        [workout for workout in rows.workouts if workout.date >= first],
        starts_on,
    )
    return Week(
        days=week_days(first, still_open, rows.workouts),
        this_week=kept_this_week(first, plans, rows.workouts, goal),
        before=kept_before(first, plans, rows.workouts, goal, rows.first_workout),
        next_up=next_up(rows.schedule, still_open, finished, today),
    )


def day_from_json(text: str | None) -> dt.date | None:
    """Return the day in a JSON text ('"2025-11-23"'), or None where there is none."""
    try:
        return dt.date.fromisoformat((text or "").strip('"'))
    except ValueError:
        return None


def read_schedule(fetch: Fetch) -> Schedule:
    """Read the routines in use and the phases of the running programme."""
    routines = tuple(
        RoutineDays(id_, name, frozenset(int(digit) for digit in weekdays))
        for id_, name, weekdays in fetch(_ROUTINES, ())
    )
    return Schedule(routines, tuple(_phases(fetch(_PHASES, ()))))


def _phases(rows: Iterable[Sequence[Any]]) -> Iterable[Rotation]:
    turns: dict[tuple[str, str, int, int | None, int], list[int]] = {}
    for weekdays, started_on, first_week, last_week, times, routine_id in rows:
        turns.setdefault((weekdays, started_on, first_week, last_week, times), []).append(
            routine_id
        )
    for (weekdays, started_on, first_week, last_week, times), routine_ids in turns.items():
        first_day = dt.date.fromisoformat(started_on)
        yield Rotation(
            first_day + (first_week - 1) * WEEK,
            None if last_week is None else first_day + last_week * WEEK - DAY,
            spread_weekdays(frozenset(int(digit) for digit in weekdays), times),
            tuple(routine_ids),
        )


def _planned_day(row: Sequence[Any]) -> PlannedDay:
    id_, date, routine_id, routine_name, moved_from, workout_id = row
    return PlannedDay(
        dt.date.fromisoformat(date),
        routine_id,
        routine_name,
        id_,
        moved_from and dt.date.fromisoformat(moved_from),
        workout_id,
    )


def _workout_day(row: Sequence[Any]) -> WorkoutDay:
    id_, date, title, routine_id, state = row
    day = dt.date.fromisoformat(date)
    return WorkoutDay(id_, day, title, routine_id, state == WorkoutState.FINISHED)


_ROUTINES = """
    SELECT id, name, weekdays FROM routine WHERE archived_at IS NULL ORDER BY position, id
"""
_PHASES = """
    SELECT weekdays, started_on, first_week, last_week, times_a_week, routine_id
    FROM programme
    JOIN programme_phase ON programme_phase.programme_id = programme.id
    JOIN phase_routine ON phase_routine.phase_id = programme_phase.id
    WHERE is_running = 1 AND started_on IS NOT NULL
    ORDER BY programme_phase.position, phase_routine.position
"""
_PLANNED = """
    SELECT id, date, routine_id, routine_name, moved_from, workout_id
    FROM planned_workout WHERE date >= ? OR moved_from >= ? ORDER BY date, id
"""
_WORKOUTS = """
    SELECT id, date, title, routine_id, state FROM workout
    WHERE date >= ? OR id IN (
        SELECT id FROM workout WHERE routine_id IS NOT NULL AND date <= ?
        ORDER BY date DESC, id DESC LIMIT ?
    )
    ORDER BY date DESC, id DESC
"""
