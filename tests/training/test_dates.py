"""The day offered follows the person's own midnight."""

from __future__ import annotations

import datetime as dt

import pytest

from leglog.training.dates import local_day


@pytest.mark.parametrize(
    ("hour", "minute", "day"), [(0, 0, 20), (3, 59, 20), (4, 0, 21), (23, 59, 21)]
)
def test_until_four_it_is_still_yesterday(hour: int, minute: int, day: int) -> None:
    local_time = dt.datetime(2025, 11, 21, hour, minute)  # noqa: DTZ001  a wall clock has no zone
    assert local_day(local_time) == dt.date(2025, 11, day)


def test_day_may_start_at_midnight() -> None:
    midnight = dt.datetime(2025, 11, 21, 0, 0, tzinfo=dt.UTC)
    assert local_day(midnight, day_starts_at_h=0) == dt.date(2025, 11, 21)
