from __future__ import annotations

import pytest

from leglog.errors import InvalidValue
from leglog.training.plan_text import TypedTarget, parse_rest, parse_set_count, parse_target


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("10", TypedTarget((10, 10))),
        (" 10–12 ", TypedTarget((10, 12))),
        ("10-12", TypedTarget((10, 12))),
        ("10 - 12", TypedTarget((10, 12))),
        ("8+", TypedTarget((8, 8), at_least=True)),
        ("30 s", TypedTarget(seconds=(30, 30))),
        ("20–30 s", TypedTarget(seconds=(20, 30))),
        ("1-2 min", TypedTarget(seconds=(60, 120))),
        ("1:05", TypedTarget(seconds=(65, 65))),
        ("10–12, 3 s", TypedTarget((10, 12), (3, 3))),
        ("10 × 2–5 s", TypedTarget((10, 10), (2, 5))),
    ],
)
def test_target_of_an_exercise_in_reps(text: str, target: TypedTarget) -> None:
    assert parse_target(text, counts_reps=True) == target


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("30", (30, 30)), ("20-30", (20, 30)), ("5 min", (300, 300)), ("45s", (45, 45))],
)
def test_target_of_a_hold(text: str, seconds: tuple[int, int]) -> None:
    assert parse_target(text, counts_reps=False) == TypedTarget(seconds=seconds)


@pytest.mark.parametrize("text", ["", "many", "12-10", "1-2-3", "10+12", "7201 s", "1001"])
def test_unreadable_target_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue):
        parse_target(text, counts_reps=True)


@pytest.mark.parametrize(
    ("text", "rest_s"), [("90 s", 90), ("90", 90), ("2 min", 120), ("—", None)]
)
def test_rest(text: str, rest_s: int | None) -> None:
    assert parse_rest(text) == rest_s


def test_rest_has_a_limit() -> None:
    with pytest.raises(InvalidValue):
        parse_rest("61 min")


@pytest.mark.parametrize("text", ["0", "21", "three", "-1"])
def test_number_of_sets_has_limits(text: str) -> None:
    with pytest.raises(InvalidValue):
        parse_set_count(text)


def test_number_of_sets() -> None:
    assert parse_set_count(" 3 ") == 3
