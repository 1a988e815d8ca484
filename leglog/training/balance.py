"""Left against right, and how the sets spread over muscles and movement patterns."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from leglog.training.muscles import pattern_group

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from leglog.training.vocabulary import Pattern, PatternGroup

Kind = TypeVar("Kind")

NOTED_PERCENT = 15.0
NOTED_WORKOUTS = 3


def side_difference_percent(left: float | None, right: float | None) -> float | None:
    """Return how much more the right did, in percent of the stronger side; negative for the left.

    100 × (right − left) / larger. None where a side is missing or both did nothing.
    """
    if left is None or right is None or not max(left, right):
        return None
    return 100 * (right - left) / max(left, right)


def noted_side_difference(differences: Sequence[float]) -> float | None:
    """Return the mean side difference to be mentioned, or None when it is not worth a word.

    ``differences`` are percentages, one a workout. Mentioned from 15 % to the same side in at least
    three workouts; the mean is of those. A hint for training, not for pain. Product rule.
    """
    for side in (1, -1):
        noted = [each for each in differences if side * each >= NOTED_PERCENT]
        if len(noted) >= NOTED_WORKOUTS and 2 * len(noted) > len(differences):
            return sum(noted) / len(noted)
    return None


def sets_by_pattern(sets: Iterable[tuple[Pattern, float]]) -> dict[PatternGroup, float]:
    """Return hard sets by pattern group; a group without sets is absent."""
    totals: dict[PatternGroup, float] = {}
    for pattern, hard in sets:
        if hard:
            group = pattern_group(pattern)
            totals[group] = totals.get(group, 0.0) + hard
    return totals


def proportions(sets: Mapping[Kind, float]) -> dict[Kind, float]:
    """Return each part of the whole, from 0 to 1; empty where there are no sets."""
    whole = sum(sets.values())
    return {kind: part / whole for kind, part in sets.items()} if whole else {}
