"""Every muscle and pattern has its place, and groups lose nothing."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leglog.paths import resources_folder
from leglog.training.muscles import (
    MUSCLES_OF,
    PATTERNS_OF,
    by_group,
    group_shares,
    is_leg_or_hip,
    muscle_group,
    pattern_group,
)
from leglog.training.vocabulary import Muscle, MuscleGroup, Pattern, PatternGroup


def test_every_group_has_muscles() -> None:
    assert list(MUSCLES_OF) == list(MuscleGroup)


@pytest.mark.parametrize(
    ("muscle", "group"),
    [
        (Muscle.QUADRICEPS, MuscleGroup.QUADS),
        (Muscle.SOLEUS, MuscleGroup.CALVES),
        (Muscle.HIP_FLEXORS, MuscleGroup.HIPS),
        (Muscle.OBLIQUES, MuscleGroup.CORE),
        (Muscle.LATS, MuscleGroup.UPPER_BACK),
        (Muscle.BICEPS, None),
    ],
)
def test_group_of_a_muscle(muscle: Muscle, group: MuscleGroup | None) -> None:
    assert muscle_group(muscle) is group


def test_only_chest_shoulders_and_arms_are_outside_of_the_groups() -> None:
    outside = {muscle for muscle in Muscle if muscle_group(muscle) is None}
    assert outside == {
        Muscle.CHEST,
        Muscle.SHOULDERS,
        Muscle.BICEPS,
        Muscle.TRICEPS,
        Muscle.FOREARMS,
    }


def test_pattern_groups_are_those_of_the_catalogue() -> None:
    path = resources_folder() / "catalogue" / "exercises.json"
    catalogue = json.loads(path.read_text("utf-8"))["pattern_groups"]
    assert {group: list(patterns) for group, patterns in PATTERNS_OF.items()} == catalogue


def test_every_pattern_has_a_group() -> None:
    assert {pattern_group(pattern) for pattern in Pattern} == set(PatternGroup)


def test_bridge_counts_as_leg_work_and_plank_does_not() -> None:
    assert is_leg_or_hip(Pattern.BRIDGE)
    assert not is_leg_or_hip(Pattern.CORE_ANTI_EXTENSION)


def test_set_counts_once_for_a_group_of_two_trained_muscles() -> None:
    shares = {Muscle.CALVES: 1.0, Muscle.SOLEUS: 0.5, Muscle.BICEPS: 0.5}
    assert group_shares(shares) == {MuscleGroup.CALVES: 1.0, None: 0.5}


@given(st.dictionaries(st.sampled_from(Muscle), st.integers(0, 10**9)))
def test_grouped_amounts_add_up_to_the_same(amounts: dict[Muscle, int]) -> None:
    assert sum(by_group(amounts).values()) == sum(amounts.values())
