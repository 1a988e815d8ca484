"""What the log says about a day's reminders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.services.today import glance
from leglog.training.kept_plans import DayState
from leglog.training.reminders import ReminderDay

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path


def reminder_day(database: Path, now: dt.datetime) -> ReminderDay | None:
    """Read the day at the local time ``now``; None where the file cannot be read now."""
    seen = glance(database, now, wait_s=1)
    if seen is None:
        return None
    days = (day for day in seen.week.days if day.date == seen.today)
    planned = [title for day in days if day.state is DayState.PLANNED for title in day.titles]
    return ReminderDay(
        day=seen.today,
        asks_morning=seen.today in seen.mornings.due,
        planned=tuple(planned),
        in_flare=seen.flare is not None,
        has_records=seen.beginning.has_workout or seen.beginning.has_rating,
    )
