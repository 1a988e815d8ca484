"""The first look at the log: what Today shows, read with the standard library alone.

The window is painted before SQLAlchemy is imported, so this module and what it imports must stay
light: its values are named tuples, which take a tenth of the time of a dataclass to define. It
opens the file for reading only and leaves it alone when it is not what it expects; the
complete opening that follows says in words what is wrong.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any, NamedTuple

from leglog.models import schema
from leglog.models.glance_easing import read_plan_of_day
from leglog.models.preferences import (
    SKIPPED_MORNINGS,
    Preferences,
    days_from,
    preferences_from,
)
from leglog.models.set_counts import read_set_counts
from leglog.models.week import Fetch, Week, WeekRows, read_stored, read_week_rows, week_of
from leglog.training.dates import local_day
from leglog.training.mornings import mornings_due
from leglog.training.pain import seven_day_means
from leglog.training.periods import DaySpan, week_start
from leglog.training.schedule import DAY, WEEK, RoutineDays
from leglog.training.vocabulary import Moment, PeriodKind, WorkoutState
from leglog.training.volume import SetFacts, volume_load_g

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from leglog.models.glance_plan import RoutinePlan
    from leglog.training.set_counts import SetCount

PAIN_DAYS = 28
VOLUME_WEEKS = 12


class OpenWorkout(NamedTuple):
    """A workout that is not finished."""

    id: int
    title: str
    day: dt.date
    started_at: dt.datetime | None
    """In the local time of then."""
    set_count: SetCount


class Mornings(NamedTuple):
    """The mornings: what to ask for now, what was answered."""

    due: tuple[dt.date, ...]
    today: int | None
    yesterday: int | None
    workout_before_yesterday: dt.date | None
    """The day of the workout whose next morning yesterday was."""


class PainTrend(NamedTuple):
    """Morning ratings of the last 28 days, today's last; None is a day without one."""

    days: DaySpan
    scores: tuple[int | None, ...]
    means: tuple[float | None, ...]
    """7-day means; None where fewer than 4 of the 7 days were rated."""
    average: float | None
    average_before: float | None
    """Of the 28 days before these."""

    @property
    def rated(self) -> int:
        """How many of the days were rated."""
        return sum(score is not None for score in self.scores)


class VolumeTrend(NamedTuple):
    """Volume load by week for twelve weeks, the running one last, in grams; None is no workout."""

    first_week: dt.date
    weeks_g: tuple[int | None, ...]


class RunningFlare(NamedTuple):
    """The flare-up that today belongs to."""

    id: int
    first: dt.date


class Beginning(NamedTuple):
    """How far a new log has come."""

    has_routine: bool
    has_days: bool
    has_rating: bool
    has_workout: bool

    @property
    def is_over(self) -> bool:
        """Whether there is something to show instead of the first steps."""
        return self.has_workout or (self.has_routine and self.has_days and self.has_rating)


class Glance(NamedTuple):
    """All that Today shows."""

    today: dt.date
    preferences: Preferences
    beginning: Beginning
    routines: tuple[RoutineDays, ...]
    week: Week
    plan: RoutinePlan | None
    """Of the routine asked for, or of the one next up."""
    open_workout: OpenWorkout | None
    mornings: Mornings
    pain: PainTrend
    volume: VolumeTrend
    flare: RunningFlare | None
    tasks_answered: dt.date | None
    """When daily tasks or questions were answered last, None before the first time."""


def glance(
    path: Path, now: dt.datetime, routine_id: int | None = None, *, wait_s: float = 0
) -> Glance | None:
    """Return what Today shows at the local time ``now``; a log that is not there yet is empty.

    ``routine_id`` asks for the plan of that routine instead of the one next up. None says that
    the file cannot be read: it is damaged, of another program or another schema, or locked for
    longer than ``wait_s``; the first paint does not wait.
    """
    if not path.exists():
        return _read(_nothing, now, None)
    try:
        with closing(_connect(path, wait_s)) as connection:
            connection.execute("BEGIN")
            if not _is_ours(connection):
                return None
            return _read(connection.execute, now, routine_id)
    except (sqlite3.Error, ValueError):
        # Text of the file that is no date or no word of ours is damage too.
        return None


def _connect(path: Path, wait_s: float) -> sqlite3.Connection:
    # A log that nobody has open has neither file beside it. Read as immutable, it gets none, and a
    # folder without write rights will do; otherwise SQLite needs its shared memory there.
    beside = (path.with_name(path.name + end) for end in ("-wal", "-journal"))
    mode = "ro" if any(file.exists() for file in beside) else "ro&immutable=1"
    uri = f"{path.resolve().as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, timeout=wait_s, isolation_level=None)
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _is_ours(connection: sqlite3.Connection) -> bool:
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    if application_id != schema.APPLICATION_ID:
        return False
    revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return bool(revision == (schema.REVISION,))


def _nothing(sql: str, _values: Sequence[str | int]) -> Iterable[Sequence[Any]]:
    """Answer as an empty log would: an aggregate without rows is one empty row."""
    return [(None,)] if sql.startswith("SELECT min(") else []


def _read(fetch: Fetch, now: dt.datetime, routine_id: int | None) -> Glance:
    stored = read_stored(fetch)
    preferences = preferences_from(stored.items())
    today = local_day(now, preferences.day_starts_at_h)
    rows = read_week_rows(fetch, today, stored)
    week = week_of(rows, today)
    scores = _read_mornings(fetch, today)
    shown = rows.schedule.routine(routine_id)
    if shown is None and week.next_up is not None:
        shown = rows.schedule.routine(week.next_up.routine_id)
    return Glance(
        today=today,
        preferences=preferences,
        beginning=_beginning(fetch, rows),
        routines=rows.schedule.routines,
        week=week,
        plan=read_plan_of_day(fetch, shown.id, week, today, preferences) if shown else None,
        open_workout=_read_open_workout(fetch),
        mornings=_mornings(rows, scores, today, days_from(stored.get(SKIPPED_MORNINGS))),
        pain=_pain_trend(scores, today),
        volume=_read_volume(fetch, today, preferences.week_starts_on),
        flare=_read_flare(fetch, today),
        tasks_answered=_read_tasks_answered(fetch),
    )


def _beginning(fetch: Fetch, rows: WeekRows) -> Beginning:
    return Beginning(
        has_routine=bool(rows.schedule.routines),
        has_days=rows.schedule.has_days,
        has_rating=any(True for _row in fetch("SELECT 1 FROM pain_rating LIMIT 1", ())),
        has_workout=rows.first_workout is not None,
    )


def _read_open_workout(fetch: Fetch) -> OpenWorkout | None:
    for id_, title, date, started_at, offset_min in fetch(
        _OPEN_WORKOUT, (WorkoutState.OPEN.value,)
    ):
        started = None
        if started_at is not None:
            zone = dt.timezone(dt.timedelta(minutes=offset_min or 0))
            started = dt.datetime.fromisoformat(started_at).astimezone(zone)
        sets = read_set_counts(fetch, [id_])[id_]
        return OpenWorkout(id_, title, dt.date.fromisoformat(date), started, sets)
    return None


def _read_mornings(fetch: Fetch, today: dt.date) -> dict[dt.date, float]:
    """Read the morning ratings of the days shown and of as many before."""
    first = today - (2 * PAIN_DAYS - 1) * DAY
    values = (Moment.MORNING.value, first.isoformat(), today.isoformat())
    return {dt.date.fromisoformat(date): score for date, score in fetch(_MORNINGS, values)}


def _mornings(
    rows: WeekRows,
    scores: Mapping[dt.date, float],
    today: dt.date,
    skipped: Iterable[dt.date],
) -> Mornings:
    trained = [one.date for one in rows.workouts if one.finished and one.date < today]
    yesterday = today - DAY
    return Mornings(
        due=mornings_due(today, max(trained, default=None), {*scores, *skipped}),
        today=_whole(scores.get(today)),
        yesterday=_whole(scores.get(yesterday)),
        workout_before_yesterday=yesterday - DAY if yesterday - DAY in trained else None,
    )


def _pain_trend(scores: Mapping[dt.date, float], today: dt.date) -> PainTrend:
    days = DaySpan(today - (PAIN_DAYS - 1) * DAY, today)
    before = DaySpan(days.first - PAIN_DAYS * DAY, days.first - DAY)
    return PainTrend(
        days=days,
        scores=tuple(_whole(scores.get(day)) for day in days),
        means=tuple(seven_day_means(scores, days)),
        average=_mean(scores, days),
        average_before=_mean(scores, before),
    )


def _read_volume(fetch: Fetch, today: dt.date, week_starts_on: int) -> VolumeTrend:
    first = week_start(today, week_starts_on) - (VOLUME_WEEKS - 1) * WEEK
    weeks: list[int | None] = [None] * VOLUME_WEEKS
    for date, *facts in fetch(_SETS, (first.isoformat(), today.isoformat())):
        number = (dt.date.fromisoformat(date) - first).days // 7
        weeks[number] = (weeks[number] or 0) + volume_load_g(SetFacts(*facts))
    return VolumeTrend(first, tuple(weeks))


def _read_flare(fetch: Fetch, today: dt.date) -> RunningFlare | None:
    values = (PeriodKind.FLARE.value, today.isoformat(), today.isoformat())
    for id_, first in fetch(_FLARE, values):
        return RunningFlare(id_, dt.date.fromisoformat(first))
    return None


def _read_tasks_answered(fetch: Fetch) -> dt.date | None:
    days = [day for (day,) in fetch(_TASKS_ANSWERED, ()) if day is not None]
    return dt.date.fromisoformat(max(days)) if days else None


def _whole(score: float | None) -> int | None:
    return None if score is None else int(score)


def _mean(scores: Mapping[dt.date, float], days: DaySpan) -> float | None:
    rated = [scores[day] for day in days if day in scores]
    return sum(rated) / len(rated) if rated else None


_OPEN_WORKOUT = """
    SELECT id, title, date, started_at, utc_offset_min FROM workout
    WHERE state = ? ORDER BY date DESC, id DESC LIMIT 1
"""
_MORNINGS = "SELECT date, score FROM pain_rating WHERE moment = ? AND date BETWEEN ? AND ?"
_FLARE = """
    SELECT id, first_date FROM period
    WHERE kind = ? AND first_date <= ? AND (last_date IS NULL OR last_date >= ?)
    ORDER BY first_date LIMIT 1
"""
_TASKS_ANSWERED = """
    SELECT max(date) FROM task_rating UNION ALL SELECT max(date) FROM peg_rating
"""
_SETS = """
    SELECT date, category, section, set_type, done, side, reps, load_g, load_mode,
        duration_s, rpe_halves
    FROM workout
    JOIN workout_exercise ON workout_id = workout.id
    JOIN exercise ON exercise.id = exercise_id
    JOIN performed_set ON workout_exercise_id = workout_exercise.id
    WHERE date BETWEEN ? AND ? AND done
"""
