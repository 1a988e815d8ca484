"""Grey values come from the plan and from last time."""

from __future__ import annotations

import pytest

from leglog.training.prefill import prefilled_count, prefilled_load_g


@pytest.mark.parametrize(
    ("planned_g", "last_g", "shown_g"),
    [(40_000, 42_500, 40_000), (None, 42_500, 42_500), (40_000, None, 40_000), (None, None, None)],
)
def test_weight_is_the_planned_or_last_times(
    planned_g: int | None, last_g: int | None, shown_g: int | None
) -> None:
    assert prefilled_load_g(planned_g, last_g) == shown_g


@pytest.mark.parametrize(
    ("last", "low", "high", "shown"),
    [
        (10, 8, 12, 10),
        (8, 8, 12, 8),
        (12, 8, 12, 12),
        (7, 8, 12, 8),
        (15, 8, 12, 8),
        (None, 8, 12, 8),
        (15, 8, None, 15),
        (5, 8, None, 8),
        (15, None, 12, 12),
        (15, None, None, 15),
        (None, None, None, None),
    ],
)
def test_count_is_last_times_inside_the_target(
    last: int | None, low: int | None, high: int | None, shown: int | None
) -> None:
    assert prefilled_count(last, low, high) == shown
