"""The headline says what was done before it says what was planned."""

from __future__ import annotations

import pytest

from leglog.services.progress import ProgressSummary
from leglog.ui.progress.words import workouts_of


@pytest.mark.parametrize(
    ("workouts", "planned", "kept", "words"),
    [
        (1202, 143, 122, "1202 workouts (122 of 143 planned)"),
        (38, 42, 38, "38 of 42 planned workouts"),
        (1, 0, 0, "1 workout"),
    ],
)
def test_plans_of_a_part_do_not_stand_for_all_workouts(
    workouts: int, planned: int, kept: int, words: str
) -> None:
    summary = ProgressSummary(
        workouts=workouts, planned=planned, planned_done=kept, load_g=0, hard_sets=0.0,
        mean_pain=None, rated_days=0, mean_pain_before=None,
    )  # fmt: skip
    assert workouts_of(summary) == words
