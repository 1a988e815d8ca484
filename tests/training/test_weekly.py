"""Weeks are compared only where enough is known of them."""

from __future__ import annotations

import datetime as dt

import pytest

from leglog.training.exercise_response import ExerciseResponse, exercise_response
from leglog.training.weekly import weekly_means, weekly_sums

MONDAY = dt.date(2025, 11, 3)
DAY = dt.timedelta(days=1)


def test_a_week_needs_four_values_for_its_mean() -> None:
    three = {MONDAY + n * DAY: 2.0 for n in range(3)}
    four = {MONDAY + (7 + n) * DAY: float(n) for n in range(4)}
    assert weekly_means(three | four) == {MONDAY + 7 * DAY: 1.5}


def test_a_week_without_training_is_a_zero_between_others() -> None:
    amounts = [(MONDAY, 3.0), (MONDAY + 6 * DAY, 1.5), (MONDAY + 14 * DAY, 2.0)]
    sums = weekly_sums(amounts, MONDAY + DAY, MONDAY + 20 * DAY)
    assert list(sums.values()) == [4.5, 0.0, 2.0]


def _mornings(*scores: int | None) -> dict[dt.date, float]:
    return {MONDAY + n * DAY: float(s) for n, s in enumerate(scores) if s is not None}


def test_mornings_after_days_with_and_without_are_counted_apart() -> None:
    mornings = _mornings(2, 3, 2, 3, 2, 3, 2)
    found = exercise_response({MONDAY + n * DAY for n in (0, 2, 4)}, mornings)
    assert found == ExerciseResponse(3, 3, 1.0, -1.0)


@pytest.mark.parametrize("days", [(0, 2), (0, 1, 2, 3)])
def test_below_three_and_three_nothing_is_shown(days: tuple[int, ...]) -> None:
    found = exercise_response({MONDAY + n * DAY for n in days}, _mornings(2, 3, 2, 3, 2, 3))
    assert (found.change_with, found.change_without) == (None, None)
    assert found.days_with + found.days_without == 5


def test_a_day_without_its_next_morning_does_not_count() -> None:
    found = exercise_response({MONDAY}, _mornings(2, None, 2, None))
    assert (found.days_with, found.days_without) == (0, 0)
