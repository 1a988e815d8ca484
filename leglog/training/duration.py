"""About how long a routine takes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SECONDS_PER_REP = 3
CHANGE_S = 20


@dataclass(frozen=True, slots=True)
class PlannedEffort:
    """One planned set: its repetitions, or the seconds of its hold, each as a range.

    With repetitions the seconds are the pause in each. ``each_side`` doubles the time.
    """

    reps: tuple[int, int] | None = None
    seconds: tuple[int, int] | None = None
    each_side: bool = False


@dataclass(frozen=True, slots=True)
class PlannedBlock:
    """An exercise of a routine: its sets, the rest after each, and its superset if it has one."""

    sets: tuple[PlannedEffort, ...]
    rest_s: int = 0
    superset: int | None = None


def estimated_duration_s(blocks: Sequence[PlannedBlock]) -> int:
    """Return about how many seconds a routine takes, 0 for an empty one.

    Each set takes its repetitions × 3 s or its hold, from the middle of the range, twice for 'each
    side'; a rest follows every set; going to an exercise takes 20 s. Neighbours with one superset
    number are done in turn and share the rest of each round, the longest of theirs. Product rule;
    with it the routine templates come to their own minutes, within two.
    """
    working = [block for block in blocks if block.sets]
    seconds: float = CHANGE_S * len(working)
    seconds += sum(_effort_s(planned) for block in working for planned in block.sets)
    places = enumerate(working)
    # A block outside of a superset is a group of its own, known by its place.
    for _key, members in groupby(places, key=_group):
        seconds += _rests_s([block for _place, block in members])
    return round(seconds)


def _group(placed: tuple[int, PlannedBlock]) -> tuple[str, int]:
    place, block = placed
    return ("alone", place) if block.superset is None else ("superset", block.superset)


def _rests_s(members: Sequence[PlannedBlock]) -> int:
    rounds = max(len(block.sets) for block in members)
    return rounds * max(block.rest_s for block in members)


def _effort_s(planned: PlannedEffort) -> float:
    if planned.reps is not None:
        pause_s = _middle(planned.seconds) if planned.seconds else 0
        one_side = _middle(planned.reps) * (SECONDS_PER_REP + pause_s)
    else:
        one_side = _middle(planned.seconds) if planned.seconds else 0
    return one_side * (2 if planned.each_side else 1)


def _middle(ends: tuple[int, int]) -> float:
    return sum(ends) / 2
