"""What may be said about a change follows both tests, and needs enough days."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leglog.training.pain_change import (
    ChangeVerdict,
    change_over,
    compare,
    expected_without_effect,
)
from tests.training.oracles import ORACLES

FIRST = dt.date(2025, 1, 1)


def day(number: int) -> dt.date:
    return FIRST + dt.timedelta(days=number)


@pytest.mark.parametrize("case", ORACLES["pain_change"])
def test_change_between_two_means(case: dict[str, float | str]) -> None:
    change = compare(float(case["first14"]), float(case["last14"]))
    assert change.drop == pytest.approx(case["drop"])
    assert change.percent == pytest.approx(case["percent"], abs=0.05)
    assert change.verdict.replace("_", " ") == case["expect"]


@pytest.mark.parametrize(("first", "last"), [(4.3, 2.3), (7.3, 5.3), (2.1, 0.1)])
def test_two_points_are_two_points_in_binary_too(first: float, last: float) -> None:
    assert compare(first, last).verdict in (
        ChangeVerdict.CLEARLY_BETTER,
        ChangeVerdict.PROBABLY_BETTER,
    )
    assert compare(last, first).verdict is ChangeVerdict.CLEARLY_WORSE


def test_thirty_percent_are_thirty_in_binary_too() -> None:
    assert compare(7.0, 4.9).verdict is ChangeVerdict.CLEARLY_BETTER


def test_rise_from_nothing_has_no_percentage() -> None:
    change = compare(0, 2)
    assert change.percent is None
    assert change.verdict is ChangeVerdict.CLEARLY_WORSE


def test_nothing_to_nothing_is_no_change() -> None:
    assert compare(0, 0).verdict is ChangeVerdict.NO_CLEAR_CHANGE


def test_first_days_are_compared_with_the_last() -> None:
    values = {day(number): 6.0 if number < 14 else 4.0 for number in range(28)}
    change = change_over(values, day(0), day(27))
    assert change == compare(6, 4)


def test_windows_may_not_overlap() -> None:
    values = {day(number): 5.0 for number in range(28)}
    assert change_over(values, day(0), day(26)) is None


def test_each_window_needs_seven_rated_days() -> None:
    values = {day(number): 5.0 for number in (*range(7), *range(22, 28))}
    assert change_over(values, day(0), day(27)) is None
    values[day(21)] = 5.0
    assert change_over(values, day(0), day(27)) == compare(5, 5)


def test_empty_log_has_no_change() -> None:
    assert change_over({}, day(0), day(365)) is None


@given(first=st.floats(0, 10), last=st.floats(0, 10))
def test_better_one_way_is_never_better_the_other_way(first: float, last: float) -> None:
    there, back = compare(first, last), compare(last, first)
    if there.verdict in (ChangeVerdict.CLEARLY_BETTER, ChangeVerdict.PROBABLY_BETTER):
        assert back.verdict not in (
            ChangeVerdict.CLEARLY_BETTER,
            ChangeVerdict.PROBABLY_BETTER,
        )


def test_regression_to_the_mean() -> None:
    case = ORACLES["regression_to_mean"]
    later = expected_without_effect(case["own_mean"], case["day_to_day_r"], case["start_at"])
    assert later == case["expected_later_without_any_effect"]
