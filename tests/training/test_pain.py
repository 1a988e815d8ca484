"""Ratings have a band, and gaps stay gaps."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leglog.training.pain import (
    asks_to_get_checked,
    band,
    is_unusually_high,
    seven_day_means,
)
from leglog.training.vocabulary import Band, LegSign

TODAY = dt.date(2025, 11, 21)


def days_ago(number: int) -> dt.date:
    return TODAY - dt.timedelta(days=number)


@pytest.mark.parametrize(
    ("scores", "expected"),
    [((0, 1, 2, 2.4), Band.LOW), ((2.5, 3, 4, 5, 5.4), Band.MODERATE), ((5.5, 6, 10), Band.HIGH)],
)
def test_band_of_a_rating(scores: tuple[float, ...], expected: Band) -> None:
    assert {band(score) for score in scores} == {expected}


def test_eight_with_leg_signs_asks_to_get_checked() -> None:
    assert asks_to_get_checked(8, LegSign.LEFT)
    assert not asks_to_get_checked(7, LegSign.BOTH)
    assert not asks_to_get_checked(10, LegSign.NONE)
    assert not asks_to_get_checked(10, None)


def test_three_above_the_usual_is_unusually_high() -> None:
    assert is_unusually_high(5, usual=2.0)
    assert not is_unusually_high(5, usual=2.1)
    assert not is_unusually_high(7, usual=None)
    assert is_unusually_high(8, usual=None)


def mean_today(values: dict[dt.date, float]) -> float | None:
    return seven_day_means(values, [TODAY])[0]


def test_mean_takes_today_and_the_six_days_before() -> None:
    values = {days_ago(number): float(number) for number in range(10)}
    assert mean_today(values) == 3


def test_mean_with_three_ratings_is_a_gap() -> None:
    values: dict[dt.date, float] = {days_ago(number): 4.0 for number in (0, 3, 6)}
    assert mean_today(values) is None
    values[days_ago(1)] = 8
    assert mean_today(values) == 5


def test_empty_log_has_only_gaps() -> None:
    assert seven_day_means({}, [days_ago(1), TODAY]) == [None, None]


@given(st.dictionaries(st.integers(0, 30).map(days_ago), st.integers(0, 10).map(float)))
def test_mean_lies_between_the_ratings_of_its_week(values: dict[dt.date, float]) -> None:
    window = [values[day] for number in range(7) if (day := days_ago(number)) in values]
    mean = mean_today(values)
    assert (mean is None) == (len(window) < 4)
    if mean is not None:
        assert min(window) <= mean <= max(window)
