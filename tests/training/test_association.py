"""Two series move together only when chance and trends do not explain it."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leglog.training.association import (
    Finding,
    associate,
    average_ranks,
    detrend,
    effective_n,
    lag1_autocorrelation,
    pair_weeks,
    shift_p,
    spearman,
)
from tests.training.oracles import ORACLES

TRENDING, LINKED = ORACLES["nof1_trending"], ORACLES["nof1_linked"]
MONDAY = dt.date(2025, 1, 6)

values = st.floats(-100, 100).map(lambda value: round(value, 3))
series = st.lists(values, min_size=3, max_size=40)
paired = st.lists(st.tuples(values, values), min_size=3, max_size=25)


def weekly(numbers: list[float]) -> dict[dt.date, float]:
    return {MONDAY + dt.timedelta(weeks=week): value for week, value in enumerate(numbers)}


def pairs(case: dict[str, Any], lag_weeks: int) -> tuple[list[float], list[float]]:
    return pair_weeks(weekly(case["sets"]), weekly(case["pain"]), lag_weeks)


@pytest.mark.parametrize("case", [TRENDING, LINKED], ids=["trending", "linked"])
def test_figures_of_the_next_week(case: dict[str, Any]) -> None:
    sets, pain = pairs(case, lag_weeks=1)
    assert len(sets) == case["n_pairs"]
    assert spearman(sets, pain) == pytest.approx(case["spearman_lag1"], abs=5e-4)
    likeness = [lag1_autocorrelation(sets), lag1_autocorrelation(pain)]
    assert likeness == pytest.approx(case["lag1_autocorrelation"], abs=5e-4)
    assert effective_n(sets, pain) == pytest.approx(case["n_eff"], abs=5e-4)


@pytest.mark.parametrize("case", [TRENDING, LINKED], ids=["trending", "linked"])
def test_figures_without_the_trends(case: dict[str, Any]) -> None:
    found = associate(*pairs(case, lag_weeks=1))
    assert found.rho == pytest.approx(case["spearman_lag1_detrended"], abs=5e-4)
    assert found.p == pytest.approx(case["shift_p_detrended"], abs=5e-4)


def test_effective_weeks_without_the_trends() -> None:
    found = associate(*pairs(TRENDING, lag_weeks=1))
    assert found.effective_n == pytest.approx(TRENDING["n_eff_detrended"], abs=5e-4)


def test_same_week_and_the_reverse() -> None:
    same, reverse = pairs(TRENDING, lag_weeks=0), pairs(TRENDING, lag_weeks=-1)
    assert spearman(*same) == pytest.approx(TRENDING["spearman_lag0"], abs=5e-4)
    assert spearman(*reverse) == pytest.approx(TRENDING["spearman_reverse_lag1"], abs=5e-4)


def test_common_trends_are_not_called_together() -> None:
    assert "week by week they did not move together" in TRENDING["say"]
    assert associate(*pairs(TRENDING, lag_weeks=1)).finding is Finding.ONLY_TRENDS


def test_linked_weeks_moved_together() -> None:
    assert "moved together" in LINKED["say"]
    assert associate(*pairs(LINKED, lag_weeks=1)).finding is Finding.MOVED_TOGETHER


def test_ties_share_their_rank() -> None:
    case = ORACLES["spearman_ties"]
    assert average_ranks(case["a"]) == [1, 2.5, 2.5, 4, 5]
    assert spearman(case["a"], case["b"]) == pytest.approx(case["expect"], abs=5e-4)


@pytest.mark.parametrize(
    ("weeks", "finding"),
    [
        (0, Finding.NOT_ENOUGH),
        (11, Finding.NOT_ENOUGH),
        (12, Finding.TOO_EARLY),
        (19, Finding.TOO_EARLY),
        (20, Finding.MOVED_TOGETHER),
    ],
)
def test_few_weeks_say_little(weeks: int, finding: Finding) -> None:
    sets, pain = pairs(LINKED, lag_weeks=1)
    found = associate(sets[:weeks], pain[:weeks])
    assert found.finding is finding
    assert (found.rho is None) == (weeks < 12)


def test_series_that_stands_still_has_no_pattern() -> None:
    found = associate([5.0] * 24, LINKED["pain"])
    assert found.finding is Finding.NO_CLEAR_PATTERN
    assert found.rho is None


def test_straight_lines_leave_nothing_to_compare() -> None:
    line = [0.1 * week for week in range(24)]
    assert associate(line, LINKED["pain"]).rho is None


def test_week_without_its_partner_is_left_out() -> None:
    sets, pain = weekly([1, 2, 3, 4]), weekly([10, 20, 30, 40])
    del pain[MONDAY + dt.timedelta(weeks=2)]
    assert pair_weeks(sets, pain, lag_weeks=1) == ([1, 3], [20, 40])


@given(series)
def test_detrended_series_has_no_slope_and_no_mean(numbers: list[float]) -> None:
    flat = detrend(numbers)
    middle = (len(flat) - 1) / 2
    assert sum(flat) == pytest.approx(0, abs=1e-6)
    slope = sum((place - middle) * value for place, value in enumerate(flat))
    assert slope == pytest.approx(0, abs=1e-6)


@given(paired)
def test_correlation_is_bounded_and_symmetric(both: list[tuple[float, float]]) -> None:
    xs, ys = [x for x, _y in both], [y for _x, y in both]
    rho = spearman(xs, ys)
    assert rho == spearman(ys, xs)
    assert rho is None or abs(rho) <= 1 + 1e-12


@given(paired)
def test_p_is_at_least_one_of_all_shifts(both: list[tuple[float, float]]) -> None:
    p = shift_p([x for x, _y in both], [y for _x, y in both])
    assert 1 / len(both) <= p <= 1


@given(series)
def test_ranks_keep_their_sum(numbers: list[float]) -> None:
    n = len(numbers)
    assert sum(average_ranks(numbers)) == n * (n + 1) / 2


@given(paired)
def test_effective_weeks_are_never_more_than_weeks(both: list[tuple[float, float]]) -> None:
    count = effective_n([x for x, _y in both], [y for _x, y in both])
    assert 0 < count <= len(both)


def drifting(chance: random.Random, weeks: int) -> list[float]:
    """Return a series in which each week resembles the one before."""
    numbers = [chance.gauss(0, 1)]
    for _week in range(weeks - 1):
        numbers.append(0.5 * numbers[-1] + chance.gauss(0, 1))
    return numbers


def test_logs_without_any_effect_are_rarely_told_otherwise() -> None:
    chance = random.Random(20)
    findings = [associate(drifting(chance, 40), drifting(chance, 40)) for _log in range(1000)]
    told = sum(found.finding is Finding.MOVED_TOGETHER for found in findings)
    assert told <= 50


@pytest.mark.parametrize(
    ("weeks", "finding"), [(12, Finding.TOO_EARLY), (20, Finding.NO_CLEAR_PATTERN)]
)
def test_a_series_that_stands_still_is_too_early_before_it_is_no_pattern(
    weeks: int, finding: Finding
) -> None:
    assert associate([3.0] * weeks, [float(week % 5) for week in range(weeks)]).finding is finding
