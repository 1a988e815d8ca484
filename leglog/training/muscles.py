"""How muscles and movement patterns are grouped in charts and balances."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from leglog.training.vocabulary import Muscle, MuscleGroup, Pattern, PatternGroup

if TYPE_CHECKING:
    from collections.abc import Mapping

Amount = TypeVar("Amount", int, float)

MUSCLES_OF: Mapping[MuscleGroup, tuple[Muscle, ...]] = MappingProxyType(
    {
        MuscleGroup.QUADS: (Muscle.QUADRICEPS,),
        MuscleGroup.GLUTES: (Muscle.GLUTES,),
        MuscleGroup.HAMSTRINGS: (Muscle.HAMSTRINGS,),
        MuscleGroup.CALVES: (Muscle.CALVES, Muscle.SOLEUS),
        MuscleGroup.HIPS: (Muscle.ADDUCTORS, Muscle.ABDUCTORS, Muscle.HIP_FLEXORS),
        MuscleGroup.CORE: (Muscle.ABDOMINALS, Muscle.OBLIQUES),
        MuscleGroup.LOWER_BACK: (Muscle.LOWER_BACK,),
        MuscleGroup.UPPER_BACK: (Muscle.LATS, Muscle.UPPER_BACK),
    }
)

PATTERNS_OF: Mapping[PatternGroup, tuple[Pattern, ...]] = MappingProxyType(
    {
        PatternGroup.SQUAT: (Pattern.SQUAT, Pattern.KNEE_EXTENSION),
        PatternGroup.HINGE: (Pattern.HINGE, Pattern.BRIDGE, Pattern.KNEE_FLEXION),
        PatternGroup.SINGLE_LEG: (Pattern.LUNGE, Pattern.STEP),
        PatternGroup.CALF: (Pattern.CALF,),
        PatternGroup.HIP: (Pattern.ABDUCTION, Pattern.ADDUCTION),
        PatternGroup.CORE: (
            Pattern.CORE_ANTI_EXTENSION,
            Pattern.CORE_ANTI_LATERAL,
            Pattern.CORE_ANTI_ROTATION,
            Pattern.CORE_FLEXION,
            Pattern.CARRY,
        ),
        PatternGroup.PULL: (Pattern.PULL,),
        PatternGroup.PUSH: (Pattern.PUSH,),
        PatternGroup.OTHER: (Pattern.MOBILITY, Pattern.CARDIO),
    }
)

LEG_AND_HIP = (
    PatternGroup.SQUAT,
    PatternGroup.HINGE,
    PatternGroup.SINGLE_LEG,
    PatternGroup.CALF,
    PatternGroup.HIP,
)
"""The patterns that 'leg and hip sets' count."""

_GROUP_OF_MUSCLE = {muscle: group for group, muscles in MUSCLES_OF.items() for muscle in muscles}
_GROUP_OF_PATTERN = {
    pattern: group for group, patterns in PATTERNS_OF.items() for pattern in patterns
}


def muscle_group(muscle: Muscle) -> MuscleGroup | None:
    """Return the group that a muscle is charted in.

    None for chest, shoulders and arms: legs and back are what the program is about, and the rest
    is charted together as 'other'.
    """
    return _GROUP_OF_MUSCLE.get(muscle)


def pattern_group(pattern: Pattern) -> PatternGroup:
    """Return the group of a movement pattern."""
    return _GROUP_OF_PATTERN[pattern]


def is_leg_or_hip(pattern: Pattern) -> bool:
    """Say whether an exercise of this pattern counts among the leg and hip sets."""
    return pattern_group(pattern) in LEG_AND_HIP


def group_shares(shares: Mapping[Muscle, float]) -> dict[MuscleGroup | None, float]:
    """Return how far one set counts for each group: as its most trained muscle does.

    A calf raise that trains calves and soleus is one set for the calves, not two. None stands for
    the muscles outside of all groups. Product rule.
    """
    groups: dict[MuscleGroup | None, float] = {}
    for muscle, share in shares.items():
        group = muscle_group(muscle)
        groups[group] = max(share, groups.get(group, 0.0))
    return groups


def by_group(amounts: Mapping[Muscle, Amount]) -> dict[MuscleGroup | None, Amount]:
    """Return amounts by muscle, such as grams, added up by group; the total stays the same.

    None stands for the muscles outside of all groups.
    """
    groups: dict[MuscleGroup | None, Amount] = {}
    for muscle, amount in amounts.items():
        group = muscle_group(muscle)
        groups[group] = groups[group] + amount if group in groups else amount
    return groups
