from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from leglog.training.reminders import (
    Reminder,
    ReminderDay,
    came_last,
    is_time,
    is_wanted,
    until_next,
)

HALF_PAST_EIGHT = dt.time(8, 30)
ALL_OPEN = ReminderDay(dt.date(2026, 11, 1), True, ("Legs A",), in_flare=False, has_records=True)
LONG_AGO = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def at(day: int, hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime(2026, 11, day, hour, minute, tzinfo=dt.UTC)


@pytest.mark.parametrize("reminder", Reminder)
def test_what_is_open_is_wanted(reminder: Reminder) -> None:
    assert is_wanted(reminder, ALL_OPEN)


@pytest.mark.parametrize(
    ("reminder", "day"),
    [
        (Reminder.MORNING, replace(ALL_OPEN, asks_morning=False)),
        (Reminder.WORKOUT, replace(ALL_OPEN, planned=())),
        (Reminder.WORKOUT, replace(ALL_OPEN, in_flare=True)),
        (Reminder.REVIEW, replace(ALL_OPEN, day=dt.date(2026, 11, 2))),
        (Reminder.REVIEW, replace(ALL_OPEN, has_records=False)),
    ],
)
def test_what_is_done_or_paused_is_not_wanted(reminder: Reminder, day: ReminderDay) -> None:
    assert not is_wanted(reminder, day)


def test_morning_is_asked_for_in_a_flare_up_too() -> None:
    assert is_wanted(Reminder.MORNING, replace(ALL_OPEN, in_flare=True))


@pytest.mark.parametrize(
    ("now", "came"),
    [
        (at(20, 8, 30), at(20, 8, 30)),
        (at(20, 23), at(20, 8, 30)),
        (at(20, 8, 29), at(19, 8, 30)),
        (at(1, 0), dt.datetime(2026, 10, 31, 8, 30, tzinfo=dt.UTC)),
    ],
)
def test_last_time_is_of_today_or_of_yesterday(now: dt.datetime, came: dt.datetime) -> None:
    assert came_last(HALF_PAST_EIGHT, now) == came


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (at(20, 8, 29), False),
        (at(20, 8, 30), True),
        (at(20, 12, 29), True),
        (at(20, 12, 30), False),
        (at(21, 0), False),
    ],
)
def test_it_is_time_from_the_minute_on_for_four_hours(now: dt.datetime, due: bool) -> None:
    assert is_time(HALF_PAST_EIGHT, now, LONG_AGO, None) is due


def test_late_reminder_of_the_night_is_of_the_day_before() -> None:
    eleven = dt.time(23)
    assert is_time(eleven, at(21, 1), LONG_AGO, dt.date(2026, 11, 19))
    assert not is_time(eleven, at(21, 1), LONG_AGO, dt.date(2026, 11, 20))


def test_what_was_told_today_is_told_again_tomorrow() -> None:
    today = dt.date(2026, 11, 20)
    assert not is_time(HALF_PAST_EIGHT, at(20, 9), LONG_AGO, today)
    assert is_time(HALF_PAST_EIGHT, at(21, 9), LONG_AGO, today)


def test_time_before_the_window_opened_is_over() -> None:
    assert not is_time(HALF_PAST_EIGHT, at(20, 9), at(20, 8, 45), None)
    assert is_time(HALF_PAST_EIGHT, at(20, 9), at(20, 8, 30), None)


def test_next_time_is_the_first_of_all() -> None:
    times = [HALF_PAST_EIGHT, dt.time(16, 45)]
    assert until_next(times, at(20, 8)) == dt.timedelta(minutes=30)
    assert until_next(times, at(20, 8, 30)) == dt.timedelta(hours=8, minutes=15)
    assert until_next(times, at(20, 17)) == dt.timedelta(hours=15, minutes=30)
    assert until_next([], at(20, 8)) is None
