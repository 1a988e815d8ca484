"""The estimated duration counts sets, rests and changes of exercise."""

from __future__ import annotations

from leglog.training.duration import CHANGE_S, PlannedBlock, PlannedEffort, estimated_duration_s

TWELVE = PlannedEffort(reps=(12, 12))
HOLD = PlannedEffort(seconds=(20, 40))


def test_empty_routine_takes_no_time() -> None:
    assert estimated_duration_s([]) == 0
    assert estimated_duration_s([PlannedBlock(())]) == 0


def test_repetitions_take_three_seconds_and_a_rest_follows_every_set() -> None:
    block = PlannedBlock((TWELVE,) * 3, rest_s=90)
    assert estimated_duration_s([block]) == CHANGE_S + 3 * 36 + 3 * 90


def test_range_counts_by_its_middle() -> None:
    block = PlannedBlock((PlannedEffort(reps=(8, 12)),))
    assert estimated_duration_s([block]) == CHANGE_S + 30


def test_hold_takes_its_seconds_on_each_side() -> None:
    block = PlannedBlock((PlannedEffort(seconds=(20, 40), each_side=True),))
    assert estimated_duration_s([block]) == CHANGE_S + 60


def test_pause_is_held_in_every_repetition() -> None:
    block = PlannedBlock((PlannedEffort(reps=(10, 10), seconds=(2, 2)),))
    assert estimated_duration_s([block]) == CHANGE_S + 50


def test_superset_shares_the_rest() -> None:
    apart = [PlannedBlock((TWELVE,) * 3, 60), PlannedBlock((HOLD,) * 3, 90)]
    paired = [PlannedBlock(block.sets, block.rest_s, superset=1) for block in apart]
    assert estimated_duration_s(apart) - estimated_duration_s(paired) == 3 * 60


def test_neighbours_without_superset_rest_each() -> None:
    block = PlannedBlock((TWELVE,) * 2, rest_s=60)
    assert estimated_duration_s([block, block]) == 2 * estimated_duration_s([block])
