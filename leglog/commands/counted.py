"""Numbers of things in words: '1 workout', '2 workouts'."""

from __future__ import annotations

from leglog.i18n import ngettext


def workouts(count: int) -> str:
    """Return 'count workouts'."""
    return ngettext("{count} workout", "{count} workouts", count).format(count=count)


def sets(count: int) -> str:
    """Return 'count sets'."""
    return ngettext("{count} set", "{count} sets", count).format(count=count)


def back_ratings(count: int) -> str:
    """Return 'count back ratings'."""
    return ngettext("{count} back rating", "{count} back ratings", count).format(count=count)


def days(count: int) -> str:
    """Return 'count days'."""
    return ngettext("{count} day", "{count} days", count).format(count=count)
