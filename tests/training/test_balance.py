"""Sides are compared in percent of the stronger."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leglog.training.balance import noted_side_difference, side_difference_percent
from tests.training.oracles import ORACLES


@pytest.mark.parametrize("case", ORACLES["asymmetry_percent"])
def test_side_difference(case: dict[str, float]) -> None:
    percent = side_difference_percent(case["left"], case["right"])
    assert percent == pytest.approx(case["expect"], abs=0.05)


@pytest.mark.parametrize(("left", "right"), [(None, 10), (10, None), (0, 0)])
def test_no_side_difference_without_two_sides(left: float | None, right: float | None) -> None:
    assert side_difference_percent(left, right) is None


@given(left=st.integers(1, 1000), right=st.integers(1, 1000))
def test_changing_sides_only_changes_the_sign(left: int, right: int) -> None:
    there, back = side_difference_percent(left, right), side_difference_percent(right, left)
    assert there is not None
    assert back == -there


@pytest.mark.parametrize(
    ("differences", "noted"),
    [
        ([], None),
        ([20, 20], None),
        ([15, 20, 25], 20),
        ([-15, -15, -18], -16),
        ([20, 20, 14.9], None),
        ([20, -20, 20, -20, 20, -20], None),
        ([20, 20, 20, 0], 20),
    ],
)
def test_side_difference_is_mentioned_from_three_workouts(
    differences: list[float], noted: float | None
) -> None:
    assert noted_side_difference(differences) == noted
