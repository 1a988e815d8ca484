"""Effort and the estimated maximum meet their worked figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leglog.training.effort import (
    brzycki_kg,
    e1rm_kg,
    epley_kg,
    reps_in_reserve,
)
from tests.training.oracles import ORACLES

FORMULAS = {
    "epley": epley_kg,
    "brzycki": brzycki_kg,
}


@pytest.mark.parametrize("reps", ORACLES["e1rm_100kg"])
@pytest.mark.parametrize("formula", FORMULAS)
def test_formula_at_100_kg(formula: str, reps: str) -> None:
    expected = ORACLES["e1rm_100kg"][reps][formula]
    assert FORMULAS[formula](100, int(reps)) == pytest.approx(expected, abs=5e-4)


@pytest.mark.parametrize("reps", ORACLES["e1rm_100kg"])
def test_estimate_at_100_kg(reps: str) -> None:
    expected = ORACLES["e1rm_100kg"][reps]["app_mean"]
    assert e1rm_kg(100_000, int(reps)) == (expected and pytest.approx(expected, abs=5e-4))


@pytest.mark.parametrize("case", ORACLES["e1rm_cases"])
def test_estimate_with_reps_in_reserve(case: dict[str, float | None]) -> None:
    kg, reps, rir, expected = case["kg"], case["reps"], case["rir"], case["expect"]
    assert kg is not None
    assert reps is not None
    assert rir is not None
    estimate = e1rm_kg(round(kg * 1000), int(reps), round(20 - 2 * rir))
    assert estimate == (expected and pytest.approx(expected, abs=5e-4))


@pytest.mark.parametrize(("rpe", "left"), ORACLES["rpe_to_rir"].items())
def test_reps_in_reserve(rpe: str, left: float) -> None:
    assert reps_in_reserve(round(float(rpe) * 2)) == left


@pytest.mark.parametrize(("load_g", "reps"), [(None, 5), (0, 5), (60_000, None), (60_000, 0)])
def test_no_estimate_without_load_or_reps(load_g: int | None, reps: int | None) -> None:
    assert e1rm_kg(load_g, reps) is None


def test_no_estimate_from_an_easy_set() -> None:
    assert e1rm_kg(60_000, 3, rpe_halves=11) is None
    assert e1rm_kg(60_000, 3, rpe_halves=12) is not None


@given(load_g=st.integers(500, 500_000), reps=st.integers(1, 9))
def test_one_more_rep_never_lowers_the_estimate(load_g: int, reps: int) -> None:
    fewer, more = e1rm_kg(load_g, reps), e1rm_kg(load_g, reps + 1)
    assert fewer is not None
    assert more is not None
    assert more > fewer
