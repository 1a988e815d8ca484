"""Whether two weekly series moved together: what one person's log may say, and when it may not.

Neighbouring weeks resemble each other and both series may simply have a trend, so an ordinary
correlation misleads (Tang and Landes 2020). Each series is freed of its straight trend, and the
correlation is held against all circular shifts of one series along the other.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SHOWN_FROM = 12
SPOKEN_FROM = 20
LARGEST_P = 0.05
LEAST_RHO = 0.4
LEAST_EFFECTIVE_N = 8

_WEEK = dt.timedelta(weeks=1)
_ROUNDING = 1e-12


class Finding(StrEnum):
    """What may be said about two series."""

    NOT_ENOUGH = "not_enough"
    TOO_EARLY = "too_early"
    NO_CLEAR_PATTERN = "no_clear_pattern"
    ONLY_TRENDS = "only_trends"
    """Both changed over the months; week by week they did not move together."""
    MOVED_TOGETHER = "moved_together"


@dataclass(frozen=True, slots=True)
class Association:
    """Two series compared; the figures are None below 12 pairs or where a series stands still."""

    finding: Finding
    pairs: int
    rho: float | None = None
    """Spearman's, after the trends are taken out; this one is tested."""
    p: float | None = None
    effective_n: float | None = None


def pair_weeks(
    xs: Mapping[dt.date, float], ys: Mapping[dt.date, float], lag_weeks: int
) -> tuple[list[float], list[float]]:
    """Return the values of ``xs`` beside those of ``ys`` that many weeks later, oldest first.

    The keys are the first days of weeks. A week without its partner is left out. A lag of −1 pairs
    with the week before.
    """
    weeks = sorted(week for week in xs if week + lag_weeks * _WEEK in ys)
    return [xs[week] for week in weeks], [ys[week + lag_weeks * _WEEK] for week in weeks]


def associate(xs: Sequence[float], ys: Sequence[float]) -> Association:
    """Return what may be said about paired weekly values, in the order of time.

    Below 12 pairs nothing, from 12 the figure, from 20 a sentence: 'moved together' needs p ≤ 0.05
    over all circular shifts, |ρ| ≥ 0.4 and 8 effective weeks. Product rule.
    """
    pairs = len(xs)
    if pairs < SHOWN_FROM:
        return Association(Finding.NOT_ENOUGH, pairs)
    flat_xs, flat_ys = detrend(xs), detrend(ys)
    rho, raw_rho = spearman(flat_xs, flat_ys), spearman(xs, ys)
    if rho is None or raw_rho is None:
        too_early = pairs < SPOKEN_FROM
        return Association(Finding.TOO_EARLY if too_early else Finding.NO_CLEAR_PATTERN, pairs)
    p = shift_p(flat_xs, flat_ys)
    effective = effective_n(flat_xs, flat_ys)
    finding = _finding(pairs, rho, raw_rho, p, effective)
    return Association(finding, pairs, rho, p, effective)


def _finding(pairs: int, rho: float, raw_rho: float, p: float, effective: float) -> Finding:
    if pairs < SPOKEN_FROM:
        return Finding.TOO_EARLY
    if p <= LARGEST_P and abs(rho) >= LEAST_RHO and effective >= LEAST_EFFECTIVE_N:
        return Finding.MOVED_TOGETHER
    if abs(raw_rho) >= LEAST_RHO > abs(rho):
        return Finding.ONLY_TRENDS
    return Finding.NO_CLEAR_PATTERN


def detrend(values: Sequence[float]) -> list[float]:
    """Return the values less their least-squares straight line; what is only rounding is 0."""
    n = len(values)
    if n < 2:
        return [0.0] * n
    middle, mean = (n - 1) / 2, sum(values) / n
    spread = sum((place - middle) ** 2 for place in range(n))
    covered = sum((place - middle) * (value - mean) for place, value in enumerate(values))
    slope = covered / spread
    rest = [value - mean - slope * (place - middle) for place, value in enumerate(values)]
    # Without this the rounding errors of a straight line would be ranked like real differences.
    noise = _ROUNDING * (abs(mean) + max(abs(value - mean) for value in values))
    return [0.0 if abs(value) <= noise else value for value in rest]


def average_ranks(values: Sequence[float]) -> list[float]:
    """Return the ranks from 1; equal values share the mean of their places."""
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end + 1 < len(order) and values[order[end + 1]] == values[order[start]]:
            end += 1
        for place in order[start : end + 1]:
            ranks[place] = (start + end) / 2 + 1
        start = end + 1
    return ranks


def spearman(xs: Sequence[float], ys: Sequence[float]) -> float | None:
    """Return Spearman's rank correlation, None where a series stands still or has one value."""
    a, b = _centred_ranks(xs), _centred_ranks(ys)
    scale = _scale(a, b)
    return _product(a, b) / scale if scale else None


def shift_p(xs: Sequence[float], ys: Sequence[float]) -> float:
    """Return the part of all circular shifts whose correlation is at least as strong.

    The shift by nothing counts, so p is never below 1 / n. A series that stands still gives 1.
    """
    a, b = _centred_ranks(xs), _centred_ranks(ys)
    scale = _scale(a, b)
    if not scale:
        return 1.0
    least = abs(_product(a, b)) - _ROUNDING * scale
    n = len(a)
    # Ranks do not change with a rotation, so ranking once is enough.
    twice = b + b
    strong = sum(abs(_product(a, twice[shift : shift + n])) >= least for shift in range(n))
    return strong / n


def lag1_autocorrelation(values: Sequence[float]) -> float:
    """Return how alike neighbouring values are, from −1 to 1; 0 for a series that stands still."""
    mean = sum(values) / len(values) if values else 0.0
    centred = [value - mean for value in values]
    spread = sum(value * value for value in centred)
    return _product(centred[:-1], centred[1:]) / spread if spread else 0.0


def effective_n(xs: Sequence[float], ys: Sequence[float]) -> float:
    """Return how many independent pairs autocorrelated series are worth, at most their number.

    n × (1 − r₁r₂) / (1 + r₁r₂) with the lag-1 autocorrelations (Bartlett 1935).
    """
    both = lag1_autocorrelation(xs) * lag1_autocorrelation(ys)
    return min(float(len(xs)), len(xs) * (1 - both) / (1 + both))


def _centred_ranks(values: Sequence[float]) -> list[float]:
    middle = (len(values) + 1) / 2
    return [rank - middle for rank in average_ranks(values)]


def _scale(a: Sequence[float], b: Sequence[float]) -> float:
    return math.sqrt(_product(a, a) * _product(b, b))


def _product(a: Sequence[float], b: Sequence[float]) -> float:
    return sum(x * y for x, y in zip(a, b, strict=True))
