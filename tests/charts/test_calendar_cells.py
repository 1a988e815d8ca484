"""Days stand in columns of weeks, in two bands where they are many."""

from __future__ import annotations

import datetime as dt

from leglog.charts.calendar_cells import BETWEEN_BANDS, DayCells, week_of_year

MONDAY = dt.date(2026, 1, 5)


def cells(weeks: int) -> DayCells:
    return DayCells(MONDAY, MONDAY + dt.timedelta(weeks=weeks, days=-1), 1)


def test_quarter_is_one_band() -> None:
    quarter = cells(13)
    assert (quarter.bands, quarter.columns, quarter.rows) == (1, 13, 7)
    assert quarter.corner(MONDAY + dt.timedelta(days=15)) == (2, 1)


def test_second_half_of_a_year_stands_below_the_first() -> None:
    year = cells(53)
    assert (year.bands, year.columns) == (2, 27)
    assert year.corner(MONDAY + dt.timedelta(weeks=26)) == (26, 0)
    assert year.corner(MONDAY + dt.timedelta(weeks=27)) == (0, 7 + BETWEEN_BANDS)


def test_week_may_begin_on_sunday() -> None:
    assert DayCells(MONDAY, MONDAY, 7).corner(MONDAY) == (0, 1)


def test_two_years_are_weeks_of_years() -> None:
    assert not cells(104).are_days
    assert week_of_year(dt.date(2026, 12, 31)) == 52
