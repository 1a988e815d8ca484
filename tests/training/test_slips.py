"""Values far from everything before."""

from __future__ import annotations

import pytest

from leglog.training.slips import is_far_from


@pytest.mark.parametrize(
    ("value", "best", "far"),
    [
        (100, 40, False),
        (101, 40, True),
        (400, 40, True),
        (1, 40, False),
        (None, 40, False),
        (400, None, False),
        (0, 40, False),
        (5, 0, False),
    ],
)
def test_more_than_two_and_a_half_times_the_best_is_far(
    value: int | None, best: int | None, far: bool
) -> None:
    assert is_far_from(value, best) is far
