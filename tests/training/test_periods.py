"""Days fall into weeks and months without a gap, and ranges are whole weeks."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leglog.training.periods import (
    DaySpan,
    Grouping,
    Range,
    bucket_span,
    bucket_start,
    bucket_starts,
    months_before,
    range_span,
    week_start,
    whole_weeks,
)

FRIDAY = dt.date(2025, 11, 21)

days = st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1))
weekdays = st.integers(1, 7)
groupings = st.sampled_from(Grouping)


@pytest.mark.parametrize(
    ("starts_on", "start"), [(1, 17), (7, 16), (6, 15), (5, 21)], ids=["Mon", "Sun", "Sat", "Fri"]
)
def test_week_starts_on_the_chosen_day(starts_on: int, start: int) -> None:
    assert week_start(FRIDAY, starts_on) == dt.date(2025, 11, start)


@given(day=days, starts_on=weekdays)
def test_week_holds_its_day(day: dt.date, starts_on: int) -> None:
    start = week_start(day, starts_on)
    assert start.isoweekday() == starts_on
    assert 0 <= (day - start).days < 7


def test_month_starts_on_the_first() -> None:
    assert bucket_start(FRIDAY, Grouping.MONTH) == dt.date(2025, 11, 1)


def test_span_of_february() -> None:
    span = bucket_span(dt.date(2024, 2, 10), Grouping.MONTH)
    assert span == DaySpan(dt.date(2024, 2, 1), dt.date(2024, 2, 29))


def test_buckets_without_data_are_there_too() -> None:
    span = DaySpan(dt.date(2025, 1, 15), dt.date(2025, 4, 1))
    assert [start.month for start in bucket_starts(span, Grouping.MONTH)] == [1, 2, 3, 4]


@given(first=days, length=st.integers(0, 200), grouping=groupings, starts_on=weekdays)
def test_every_day_lies_in_exactly_one_bucket(
    first: dt.date, length: int, grouping: Grouping, starts_on: int
) -> None:
    span = DaySpan(first, first + dt.timedelta(days=length))
    starts = bucket_starts(span, grouping, starts_on)
    covered = [day for start in starts for day in bucket_span(start, grouping, starts_on)]
    assert len(covered) == len(set(covered))
    assert set(span) <= set(covered)


@pytest.mark.parametrize(
    ("reach", "first"),
    [
        (Range.MONTH_1, dt.date(2025, 10, 20)),
        (Range.MONTHS_3, dt.date(2025, 8, 18)),
        (Range.MONTHS_6, dt.date(2025, 5, 19)),
        (Range.YEAR_1, dt.date(2024, 11, 18)),
        (Range.ALL, dt.date(2023, 1, 2)),
    ],
)
def test_range_snaps_outwards_to_whole_weeks(reach: Range, first: dt.date) -> None:
    span = range_span(reach, FRIDAY, first_day=dt.date(2023, 1, 4))
    assert span == DaySpan(first, dt.date(2025, 11, 23))


def test_all_of_an_empty_log_is_nothing() -> None:
    assert range_span(Range.ALL, FRIDAY, first_day=None) is None


def test_range_of_months_does_not_need_data() -> None:
    assert range_span(Range.MONTH_1, FRIDAY, first_day=None) is not None


@given(today=days, starts_on=weekdays, reach=st.sampled_from(Range))
def test_range_holds_today_and_whole_weeks(today: dt.date, starts_on: int, reach: Range) -> None:
    span = range_span(reach, today, today, starts_on)
    assert span is not None
    assert today in span
    assert len(span) % 7 == 0
    assert whole_weeks(span, starts_on) == span


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (dt.date(2025, 3, 31), 1, dt.date(2025, 2, 28)),
        (dt.date(2024, 2, 29), 12, dt.date(2023, 2, 28)),
        (dt.date(2025, 1, 15), 1, dt.date(2024, 12, 15)),
        (dt.date(2025, 5, 20), 6, dt.date(2024, 11, 20)),
    ],
)
def test_months_before(day: dt.date, months: int, before: dt.date) -> None:
    assert months_before(day, months) == before
