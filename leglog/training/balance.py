"""Left against right: when a difference of sides is worth a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

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
