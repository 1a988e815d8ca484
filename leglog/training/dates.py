"""Which calendar day is meant."""

from __future__ import annotations

import datetime as dt


def local_day(local_time: dt.datetime, day_starts_at_h: int = 4) -> dt.date:
    """Return the day offered for a workout or rating at a local time.

    Until the hour at which the person's day starts it is still yesterday. Product rule.
    """
    # The wall clock decides, so an hour that a clock change skips or repeats moves nothing.
    if local_time.hour < day_starts_at_h:
        return local_time.date() - dt.timedelta(days=1)
    return local_time.date()
