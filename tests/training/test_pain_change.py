"""What may be said about a change follows both tests, and needs enough days."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leglog.training.pain_change import ChangeVerdict, compare
from tests.training.oracles import ORACLES


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


@given(first=st.floats(0, 10), last=st.floats(0, 10))
def test_better_one_way_is_never_better_the_other_way(first: float, last: float) -> None:
    there, back = compare(first, last), compare(last, first)
    if there.verdict in (ChangeVerdict.CLEARLY_BETTER, ChangeVerdict.PROBABLY_BETTER):
        assert back.verdict not in (
            ChangeVerdict.CLEARLY_BETTER,
            ChangeVerdict.PROBABLY_BETTER,
        )
