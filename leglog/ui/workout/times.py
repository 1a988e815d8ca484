"""Day, start and length of a workout, as they are shown and as they are typed."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from leglog.errors import InvalidValue
from leglog.i18n import _
from leglog.services.workouts import WorkoutTimes

if TYPE_CHECKING:
    from leglog.services.workout_form import WorkoutForm

LONGEST_MIN = 24 * 60
_CLOCK = re.compile(r"(\d{1,2})[:.h ]?(\d{2})?")


def shown_times(form: WorkoutForm) -> tuple[dt.time | None, int | None]:
    """Return the start on this computer's clock, and the minutes; None where not known."""
    if form.started_at is None:
        return None, None
    start = form.started_at.astimezone().time().replace(second=0, microsecond=0)
    if form.ended_at is None:
        return start, None
    return start, round((form.ended_at - form.started_at).total_seconds() / 60)


def typed_times(
    form: WorkoutForm, day: dt.date, start: dt.time | None, minutes: int | None, now: dt.datetime
) -> WorkoutTimes:
    """Return when the workout was, from what stands in the fields.

    An end that is known already stays where only the start was missing. A length without a start
    counts back from that end, or from ``now`` (aware, local) for a workout of today. Raises
    InvalidValue for a length that nothing says the start or end of.
    """
    ended = _on_day(form.ended_at, day - form.date)
    if start is not None:
        started = dt.datetime.combine(day, start).astimezone()
        if minutes is not None:
            return WorkoutTimes(day, started, started + dt.timedelta(minutes=minutes))
        only_end_known = form.started_at is None and ended is not None and ended > started
        return WorkoutTimes(day, started, ended if only_end_known else None)
    if form.started_at is not None:
        # The start was cleared: there is no clock any more to count from.
        return WorkoutTimes(day)
    if minutes is None:
        return WorkoutTimes(day, None, ended)
    if ended is None:
        if day != now.date():
            raise InvalidValue(_("Say when it started too, for example 17:05."))
        ended = now
    return WorkoutTimes(day, ended - dt.timedelta(minutes=minutes), ended)


def read_clock(text: str) -> dt.time | None:
    """Return the time typed ('17:05', '1705', '7'), None for nothing; raises InvalidValue."""
    text = text.strip()
    if not text:
        return None
    found = _CLOCK.fullmatch(text)
    if found:
        hour, minute = int(found[1]), int(found[2] or 0)
        if hour < 24 and minute < 60:
            return dt.time(hour, minute)
    raise InvalidValue(_("I can’t read “{text}” as a time. Write it like 17:05.").format(text=text))


def read_minutes(text: str) -> int | None:
    """Return the minutes typed ('46', '46 min'), None for nothing; raises InvalidValue."""
    digits = text.strip().removesuffix(_("min")).strip()
    if not digits:
        return None
    if digits.isdecimal() and 0 < int(digits) <= LONGEST_MIN:
        return int(digits)
    raise InvalidValue(_("The length is a number of minutes, at most 1440."))


def _on_day(instant: dt.datetime | None, later: dt.timedelta) -> dt.datetime | None:
    """Move an instant by whole days on the clock of this place."""
    if instant is None or not later:
        return instant
    return (instant.astimezone().replace(tzinfo=None) + later).astimezone()
