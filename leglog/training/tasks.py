"""Own daily tasks rated for ease, and the three questions on pain in daily life.

The tasks follow the idea of the Patient-Specific Functional Scale (Stratford 1995), the questions
that of the PEG (Krebs 2009); the wording is the program's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

MEAN_ERROR = 2
MEANINGFUL_PERCENT = 30


def mean_score(answers: Sequence[int]) -> float | None:
    """Return the mean of answers from 0 to 10, None for no answer."""
    return sum(answers) / len(answers) if answers else None


def mean_change_is_real(first_mean: float, later_mean: float) -> bool:
    """Say whether the mean of the tasks moved by its error band of 2 points (Stratford 1995)."""
    return abs(later_mean - first_mean) >= MEAN_ERROR


def percent_drop(first: float, later: float) -> float | None:
    """Return how far a score fell, in percent of the first; None where that was 0."""
    return 100 * (first - later) / first if first else None


def is_meaningful_drop(first: float, later: float) -> bool:
    """Say whether the three questions changed by 30 % either way (Krebs 2009)."""
    percent = percent_drop(first, later)
    return percent is not None and abs(percent) >= MEANINGFUL_PERCENT
