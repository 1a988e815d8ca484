"""Effort (RPE, repetitions in reserve) and the estimated one-repetition maximum.

RPE follows the scale of Zourdos 2016: 10 means that nothing was left, 8 that two repetitions were.
It is stored in halves. An estimate compares sets of one exercise, never exercises.
"""

from __future__ import annotations

MAX_ESTIMATE_REPS = 10
"""Beyond ten repetitions all formulas drift apart (Mayhew 1995, Reynolds 2006)."""

EASY_BELOW_RPE_HALVES = 12
"""Below RPE 6 people misjudge what is left by more than two repetitions (Hackett 2017)."""


def reps_in_reserve(rpe_halves: int) -> float:
    """Return how many repetitions were left at an RPE: 10 − RPE (Zourdos 2016)."""
    return (20 - rpe_halves) / 2


def e1rm_kg(load_g: int | None, reps: int | None, rpe_halves: int | None = None) -> float | None:
    """Return the estimated one-repetition maximum in kilograms, or None where it has no ground.

    The mean of Epley and Brzycki over repetitions done plus repetitions left, the latter only
    where RPE was logged. None without load or repetitions, above ten effective repetitions, and
    for sets easier than RPE 6. Product rule; the mean of two formulas errs less than one
    (Mayhew 1995).
    """
    if not load_g or not reps:
        return None
    effective: float = reps
    if rpe_halves is not None:
        if rpe_halves < EASY_BELOW_RPE_HALVES:
            return None
        effective += reps_in_reserve(rpe_halves)
    if effective > MAX_ESTIMATE_REPS:
        return None
    load_kg = load_g / 1000
    return (epley_kg(load_kg, effective) + brzycki_kg(load_kg, effective)) / 2


def epley_kg(load_kg: float, reps: float) -> float:
    """Return Epley's estimate (1985): load × (1 + reps / 30); one repetition is its own maximum."""
    return load_kg if reps == 1 else load_kg * (1 + reps / 30)


def brzycki_kg(load_kg: float, reps: float) -> float:
    """Return Brzycki's estimate (1993): 36 × load / (37 − reps)."""
    return 36 * load_kg / (37 - reps)
