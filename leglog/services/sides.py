"""Left against right in the visits of an exercise."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leglog.training.balance import noted_side_difference, side_difference_percent
from leglog.training.vocabulary import Side

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from leglog.services.visits import Visit, VisitedExercise
    from leglog.training.periods import DaySpan
    from leglog.training.volume import SetFacts


@dataclass(frozen=True, slots=True)
class SideNote:
    """An exercise in which one side did clearly more; positive percent for the right."""

    name: str
    percent: float
    workouts: int


def side_notes(exercises: Iterable[VisitedExercise], span: DaySpan) -> tuple[SideNote, ...]:
    """Return the exercises in which one side did clearly more (``training.balance``)."""
    found = []
    for exercise in exercises:
        differences = side_differences(visit for visit in exercise.visits if visit.date in span)
        noted = noted_side_difference([percent for _day, percent in differences])
        if noted is not None:
            found.append(SideNote(exercise.name, noted, len(differences)))
    return tuple(found)


def side_differences(visits: Iterable[Visit]) -> list[tuple[dt.date, float]]:
    """Return the side difference in percent of each workout that has both sides."""
    found = []
    for visit in visits:
        percent = side_difference_percent(*side_amounts(visit.sets))
        if percent is not None:
            found.append((visit.date, percent))
    return found


def side_amounts(sets: Iterable[SetFacts]) -> tuple[float | None, float | None]:
    """Return what left and right did: reps × kilograms, else repetitions, else seconds."""
    by_side: dict[Side, list[SetFacts]] = defaultdict(list)
    for one in sets:
        by_side[one.side].append(one)
    left, right = by_side[Side.LEFT], by_side[Side.RIGHT]
    if not left or not right:
        return None, None
    for amount in (_moved, _reps, _held):
        sums = sum(map(amount, left)), sum(map(amount, right))
        if all(sums):
            return sums
    return None, None


def _moved(one: SetFacts) -> float:
    return (one.reps or 0) * (one.load_g or 0) / 1000


def _reps(one: SetFacts) -> float:
    return one.reps or 0


def _held(one: SetFacts) -> float:
    return one.duration_s or 0
