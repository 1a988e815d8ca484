"""Which mornings are still to be rated, and when an answer comes from memory."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

LATE_AFTER = dt.timedelta(hours=24)


def mornings_due(
    today: dt.date, last_workout: dt.date | None, answered: Collection[dt.date]
) -> tuple[dt.date, ...]:
    """Return the mornings to ask for, today's first.

    Today is always asked for. An earlier morning is asked for only when it is yesterday's and
    followed a workout: further back, a number would be a guess. ``answered`` holds the mornings
    that were rated or passed over. Product rule.
    """
    yesterday = today - dt.timedelta(days=1)
    asked = [today]
    if last_workout == yesterday - dt.timedelta(days=1):
        asked.append(yesterday)
    return tuple(day for day in asked if day not in answered)


def is_recalled(now: dt.datetime, was_true_at: dt.datetime) -> bool:
    """Say whether a rating comes from memory: more than 24 hours after it was true."""
    return now - was_true_at > LATE_AFTER
