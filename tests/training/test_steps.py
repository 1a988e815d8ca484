"""Bigger steps are noted and tired weeks seen, both only with enough history."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leglog.training.steps import bigger_step, easy_load_g, easy_sets, suggests_easy_week
from leglog.training.units import grams
from leglog.training.vocabulary import Unit
from tests.training.oracles import ORACLES

FIRST = dt.date(2025, 1, 1)


def bests(*values: float, days_apart: int = 3) -> list[tuple[dt.date, float]]:
    return [
        (FIRST + dt.timedelta(days=days_apart * number), value)
        for number, value in enumerate(values)
    ]


def test_bigger_step() -> None:
    case = ORACLES["step_note"]
    step = bigger_step(case["previous_four_weeks"], case["this_week"])
    assert (step is not None) is case["note"]
    assert step is not None
    assert step.percent == pytest.approx(case["percent_over_mean"], abs=0.05)


@pytest.mark.parametrize(
    ("previous", "sets"),
    [
        ([10, 12, 11], 30),
        ([], 30),
        ([4, 4, 4, 4], 8.5),
        ([10, 10, 10, 10], 15),
        ([12, 12, 12, 12], 17),
    ],
)
def test_no_bigger_step(previous: list[float], sets: float) -> None:
    assert bigger_step(previous, sets) is None


def test_only_the_last_four_weeks_are_usual() -> None:
    step = bigger_step([40, 10, 10, 10, 10], 20)
    assert step is not None
    assert step.usual == 10


def test_step_after_weeks_without_sets_has_no_percentage() -> None:
    step = bigger_step([0, 0, 0, 0], 12)
    assert step is not None
    assert step.percent is None


@pytest.mark.parametrize(
    ("values", "suggested"),
    [
        ((), False),
        ((100, 95, 95), False),
        ((100, 95, 95, 95), True),
        ((100, 95, 96, 95), False),
        ((100, 101, 102, 103), False),
        ((100, 90, 90, 90, 97), False),
    ],
)
def test_easy_week_after_three_workouts_below_the_best(
    values: tuple[float, ...], suggested: bool
) -> None:
    assert suggests_easy_week(bests(*values)) is suggested


def test_best_of_long_ago_suggests_nothing() -> None:
    assert not suggests_easy_week(bests(100, 80, 80, 80, days_apart=29))


def test_easy_week_halves_the_sets() -> None:
    assert [easy_sets(sets) for sets in (1, 2, 3, 4, 5)] == [1, 1, 2, 2, 3]


@pytest.mark.parametrize(
    ("load_g", "easy_g"), [(40_000, 22_500), (100_000, 60_000), (2500, 2500), (1000, 1000)]
)
def test_easy_week_takes_sixty_percent(load_g: int, easy_g: int) -> None:
    assert easy_load_g(load_g, 2500) == easy_g


def test_easy_week_in_pounds_is_what_the_plates_say() -> None:
    hundred, five, sixty = (grams(Decimal(pounds), Unit.LB) for pounds in (100, 5, 60))
    assert easy_load_g(hundred, five, Unit.LB) == sixty


@given(load_g=st.integers(1, 500_000), increment_g=st.integers(100, 20_000))
def test_easy_load_is_never_heavier(load_g: int, increment_g: int) -> None:
    assert 0 < easy_load_g(load_g, increment_g) <= load_g
