"""Two plain notes on load: a bigger step than usual, and when an easy week may help.

There is no injury score here: the ratio of acute to chronic load predicts nothing
(Impellizzeri 2021).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leglog.training.units import from_marks, to_marks
from leglog.training.vocabulary import Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

COMPARED_WEEKS = 4
BIGGER_BY_PERCENT = 50
BIGGER_BY_SETS = 5

TIRED_WORKOUTS = 3
TIRED_PERCENT = 95
BEST_OF = dt.timedelta(weeks=4)

EASY_LOAD_PERCENT = 60


@dataclass(frozen=True, slots=True)
class BiggerStep:
    """A week with clearly more sets than usual; ``percent`` is None after weeks without any."""

    sets: float
    usual: float
    percent: float | None


def bigger_step(previous_weeks: Sequence[float], this_week: float) -> BiggerStep | None:
    """Return a note when this week's leg sets go well beyond the four weeks before, else None.

    More than 50 % and at least 5 sets above their mean; it takes four full weeks. Product rule.
    """
    if len(previous_weeks) < COMPARED_WEEKS:
        return None
    usual = sum(previous_weeks[-COMPARED_WEEKS:]) / COMPARED_WEEKS
    more = this_week - usual
    if more < BIGGER_BY_SETS or 100 * more <= BIGGER_BY_PERCENT * usual:
        return None
    return BiggerStep(this_week, usual, 100 * more / usual if usual else None)


def suggests_easy_week(bests: Sequence[tuple[dt.date, float]]) -> bool:
    """Say whether a lift has fallen off for long enough to suggest an easy week.

    ``bests`` holds the day and best set (or e1RM) of each workout with the lift, oldest first.
    True when each of the last three is at least 5 % below the best of the four weeks before it.
    A product rule after Meeusen 2013.
    """
    recent = range(len(bests) - TIRED_WORKOUTS, len(bests))
    return recent.start > 0 and all(_fell_off(bests, place) for place in recent)


def easy_sets(sets: int) -> int:
    """Return the sets of an easy week: half, rounded up."""
    return (sets + 1) // 2


def easy_load_g(load_g: int, increment_g: int, unit: Unit = Unit.KG) -> int:
    """Return the load of an easy week: 60 %, down to whole increments, at least one of them.

    ``unit`` is the one in which the plates are marked. A load below one increment stays.
    """
    load, increment = to_marks(load_g, unit), to_marks(increment_g, unit)
    steps = load * EASY_LOAD_PERCENT // 100 // increment
    return min(load_g, from_marks(max(1, steps) * increment, unit))


def _fell_off(bests: Sequence[tuple[dt.date, float]], place: int) -> bool:
    day, value = bests[place]
    before = [best for when, best in bests[:place] if day - when <= BEST_OF]
    return bool(before) and 100 * value <= TIRED_PERCENT * max(before)
