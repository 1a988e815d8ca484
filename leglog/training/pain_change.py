"""Whether two means of back pain differ by more than its usual ups and downs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

IMPORTANT_POINTS = 2.0
IMPORTANT_SHARE = 0.3
LEAST_POINTS = 1.0
"""Below one point no percentage makes a change important."""

_ROUNDING = 1e-9
"""So that a difference of 2 that binary fractions made 1.999… still is 2."""


class ChangeVerdict(StrEnum):
    """What may be said about two means."""

    CLEARLY_BETTER = "clearly_better"
    PROBABLY_BETTER = "probably_better"
    NO_CLEAR_CHANGE = "no_clear_change"
    PROBABLY_WORSE = "probably_worse"
    CLEARLY_WORSE = "clearly_worse"


@dataclass(frozen=True, slots=True)
class PainChange:
    """Two means compared; ``drop`` is positive when the pain went down.

    ``percent`` is None where the first mean is 0, of which there is no part.
    """

    first_mean: float
    last_mean: float
    drop: float
    percent: float | None
    verdict: ChangeVerdict


def compare(first_mean: float, last_mean: float) -> PainChange:
    """Return what may be said about two means of enough ratings.

    Two tests: 2 points; 30 % of the first mean and at least 1 point (Ostelo 2008). Both say
    'clearly', one 'probably'. Made for single patients in treatment, so it is a product rule here.
    """
    drop = first_mean - last_mean
    size = abs(drop) + _ROUNDING
    by_points = size >= IMPORTANT_POINTS
    by_share = size >= IMPORTANT_SHARE * first_mean and size >= LEAST_POINTS
    percent = 100 * drop / first_mean if first_mean else None
    verdict = _verdict(by_points + by_share, better=drop > 0)
    return PainChange(first_mean, last_mean, drop, percent, verdict)


def _verdict(tests_met: int, *, better: bool) -> ChangeVerdict:
    if tests_met == 0:
        return ChangeVerdict.NO_CLEAR_CHANGE
    if tests_met == 1:
        return ChangeVerdict.PROBABLY_BETTER if better else ChangeVerdict.PROBABLY_WORSE
    return ChangeVerdict.CLEARLY_BETTER if better else ChangeVerdict.CLEARLY_WORSE
