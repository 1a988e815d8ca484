"""When the person is reminded of what is still open, and when not. Product rules."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LATE = dt.timedelta(hours=4)
"""How long after its time a reminder still makes sense, as after the computer slept."""


class Reminder(StrEnum):
    """What the person can be reminded of."""

    MORNING = "morning"
    WORKOUT = "workout"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class ReminderDay:
    """What a day of the log says about its reminders."""

    day: dt.date
    asks_morning: bool
    """This morning was neither rated nor passed over."""
    planned: tuple[str, ...]
    """Names of the routines that are planned for today, none of them begun."""
    in_flare: bool
    has_records: bool
    """There is a workout or a rating to look back on."""


def is_wanted(reminder: Reminder, day: ReminderDay) -> bool:
    """Say whether what the reminder is about is still open on this day.

    In a flare-up nobody is told to train: the plan waits.
    """
    match reminder:
        case Reminder.MORNING:
            return day.asks_morning
        case Reminder.WORKOUT:
            return bool(day.planned) and not day.in_flare
        case Reminder.REVIEW:
            return day.day.day == 1 and day.has_records


def came_last(at: dt.time, now: dt.datetime) -> dt.datetime:
    """Return when the clock showed ``at`` the last time, now included."""
    today = _on_day(at, now)
    return today if today <= now else today - dt.timedelta(days=1)


def is_time(at: dt.time, now: dt.datetime, since: dt.datetime, told: dt.date | None) -> bool:
    """Say whether the clock showed ``at`` lately, after ``since``, and nothing was told then.

    ``told`` is the calendar day of the reminder's last time.
    """
    came = came_last(at, now)
    return since <= came and now - came < LATE and told != came.date()


def until_next(times: Iterable[dt.time], now: dt.datetime) -> dt.timedelta | None:
    """Return how long it is to the first of ``times`` after ``now``; None without any."""
    waits = [came_last(at, now) + dt.timedelta(days=1) - now for at in times]
    return min(waits, default=None)


def _on_day(at: dt.time, now: dt.datetime) -> dt.datetime:
    return now.replace(hour=at.hour, minute=at.minute, second=0, microsecond=0)
