"""The traffic light follows its rule, and what was not rated has no colour."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leglog.training.back_response import (
    BackResponse,
    advises_professional,
    allows_progress,
    response,
)
from leglog.training.vocabulary import Response
from tests.training.oracles import ORACLES

TODAY = dt.date(2025, 11, 21)
GREEN = BackResponse(Response.GREEN, provisional=False)

scores = st.integers(0, 10)


@pytest.mark.parametrize("case", ORACLES["traffic_light"])
def test_response(case: dict[str, Any]) -> None:
    answer = response(case["before"], case["during"], case["after"], case["morning"])
    assert answer == BackResponse(Response(case["expect"]), provisional=case["morning"] is None)


def test_nothing_rated_has_no_colour() -> None:
    assert response(None, None, None, None) is None
    assert response(None, 3, 3, 3) is None
    assert response(3, None, None, 3) is None


def test_one_rating_of_the_training_is_enough() -> None:
    assert response(2, None, 2, 2) == response(2, 2, None, 2) == GREEN


@given(before=scores, during=scores, after=scores, morning=scores)
def test_a_worse_morning_never_improves_the_colour(
    before: int, during: int, after: int, morning: int
) -> None:
    order = list(Response)
    without, given_morning = (response(before, during, after, each) for each in (None, morning))
    assert without is not None
    assert given_morning is not None
    assert order.index(given_morning.colour) >= order.index(without.colour)


def test_progress_needs_green_and_a_start_at_five_or_less() -> None:
    assert allows_progress(GREEN, before=5)
    assert not allows_progress(GREEN, before=6)
    assert not allows_progress(GREEN, before=None)
    assert not allows_progress(BackResponse(Response.AMBER, provisional=False), before=2)
    assert not allows_progress(None, before=2)


def test_two_reds_in_a_row_advise_a_professional() -> None:
    red, amber = Response.RED, Response.AMBER
    assert advises_professional([amber, red, red], [])
    assert not advises_professional([red, red, amber], [])
    assert not advises_professional([red], [])


@pytest.mark.parametrize(
    ("befores", "advised"),
    [
        ([], False),
        ([(6, 6), (3, 7), (0, 6)], True),
        ([(6, 6), (3, 5), (0, 6)], False),
        ([(5, 9), (0, 9)], False),
        ([(8, 2), (6, 6), (0, 6)], True),
        ([(9, 8), (2, 8), (0, 3)], False),
    ],
)
def test_a_week_above_five_advises_a_professional(
    befores: list[tuple[int, int]], advised: bool
) -> None:
    days = [(TODAY - dt.timedelta(days=ago), score) for ago, score in befores]
    assert advises_professional([], days) is advised
