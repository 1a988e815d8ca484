"""How mornings changed after days with an exercise, beside days without it.

One person's log cannot tell what brought a change about: exercises of one workout share its
ratings, and sleep, work and chance move mornings too. So both sides are counted, never one alone.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

DAYS_NEEDED = 3
"""Days that both sides need before a number is shown; product rule."""

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ExerciseResponse:
    """Mean change from a morning to the next, in points; positive is more pain.

    Both means are None where either side has fewer than three days.
    """

    days_with: int
    days_without: int
    change_with: float | None = None
    change_without: float | None = None


def exercise_response(
    days_with: Collection[dt.date], mornings: Mapping[dt.date, float]
) -> ExerciseResponse:
    """Return how mornings changed after days with the exercise and after all others.

    A day counts where its own morning and the next one were rated.
    """
    after: dict[bool, list[float]] = {True: [], False: []}
    for day, score in mornings.items():
        if (following := mornings.get(day + _DAY)) is not None:
            after[day in days_with].append(following - score)
    counted, others = after[True], after[False]
    if min(len(counted), len(others)) < DAYS_NEEDED:
        return ExerciseResponse(len(counted), len(others))
    return ExerciseResponse(
        len(counted), len(others), sum(counted) / len(counted), sum(others) / len(others)
    )
