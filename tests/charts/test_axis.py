from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leglog.charts.axis import MOST_DATES, date_ticks, nice_ticks, spread_apart

DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1))


@pytest.mark.parametrize(
    ("highest", "ticks"),
    [(0, [0, 1]), (9, [0, 2.5, 5, 7.5, 10]), (14_100, [0, 4000, 8000, 12_000, 16_000])],
)
def test_ticks_are_round_and_reach_over_the_highest(highest: float, ticks: list[float]) -> None:
    assert nice_ticks(highest) == ticks


@given(st.floats(0.01, 1e9))
def test_ticks_begin_at_zero_and_cover_the_data(highest: float) -> None:
    ticks = nice_ticks(highest)
    assert ticks[0] == 0
    assert ticks[-1] >= highest * 0.999
    assert 2 <= len(ticks) <= 6


def test_a_month_has_a_tick_each_monday() -> None:
    ticks = date_ticks(dt.date(2026, 10, 19), dt.date(2026, 11, 22))
    assert ticks.names_days
    assert [day.day for day in ticks.days] == [19, 26, 2, 9, 16]


def test_a_year_has_a_tick_each_month() -> None:
    ticks = date_ticks(dt.date(2025, 11, 24), dt.date(2026, 11, 22))
    assert [day.month for day in ticks.days] == [12, *range(1, 12)]


@given(DAYS, st.integers(30, 20_000))
def test_dates_never_crowd(first: dt.date, days: int) -> None:
    last = first + dt.timedelta(days=days)
    ticks = date_ticks(first, last)
    assert 1 <= len(ticks.days) <= MOST_DATES + 1 or days > 365
    assert all(first <= day <= last for day in ticks.days)


@given(st.lists(st.floats(0, 200), max_size=9).map(sorted))
def test_names_do_not_overlap(wanted: list[float]) -> None:
    places = spread_apart(wanted, 15, 200)
    assert all(b - a >= 15 - 1e-6 for a, b in itertools.pairwise(places))
    assert all(place <= 200 - 7.5 + 1e-6 for place in places)


@pytest.mark.parametrize("days", range(1, 60))
def test_every_stretch_has_a_tick_within_it(days: int) -> None:
    first = dt.date(2026, 10, 27)
    last = first + dt.timedelta(days=days - 1)
    ticks = date_ticks(first, last).days
    assert ticks
    assert all(first <= day <= last for day in ticks)
