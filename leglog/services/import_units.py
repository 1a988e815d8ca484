"""Weights that a program converted from one unit to the other, and the way back.

Who lifts 50 lb and exports in kilograms gets 22.68 kg: no plate weighs that.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from leglog.training.units import KG_PER_LB
from leglog.training.vocabulary import Unit

if TYPE_CHECKING:
    from collections.abc import Callable

    from leglog.formats.workout_file import FileSet, FileWorkout, WorkoutFile

SHARE = 0.6
"""Of the loads of a file: from here on they were converted. By chance it would be one of ten."""
_STEPS = {Unit.KG: Decimal("0.25"), Unit.LB: Decimal("0.5")}
"""What loads are whole multiples of where they were typed."""
_NEAR = Decimal("0.02")
_OTHER = {Unit.KG: Unit.LB, Unit.LB: Unit.KG}


@dataclass(frozen=True, slots=True)
class Converted:
    """The unit in which loads were typed, and the commonest one as written and as typed."""

    typed: Unit
    written: Decimal
    meant: Decimal


def converted(file: WorkoutFile) -> Converted | None:
    """Return in which unit the loads of a file were typed, where that is not the one it names."""
    for written in Unit:
        loads = Counter(one.load for one in file.sets if one.load and one.unit is written)
        meant = {load: found for load in loads if (found := _meant(load, written))}
        if meant and sum(loads[load] for load in meant) >= SHARE * loads.total():
            commonest = max(meant, key=loads.__getitem__)
            return Converted(_OTHER[written], commonest, meant[commonest])
    return None


def as_typed(file: WorkoutFile) -> WorkoutFile:
    """Return the file with each converted load in the unit in which it was typed."""
    found = converted(file)
    if found is None:
        return file
    return _with_sets(file, lambda one: _typed(one, found.typed))


def _typed(one: FileSet, typed: Unit) -> FileSet:
    if one.load is None or one.unit is not _OTHER[typed]:
        return one
    meant = _meant(one.load, one.unit)
    return one if meant is None else one._replace(load=meant, unit=typed)


def _meant(load: Decimal, written: Unit) -> Decimal | None:
    """Return the round load in the other unit; None for one that is round as it is written."""
    if load % _STEPS[written] == 0:
        return None
    other = load / KG_PER_LB if written is Unit.KG else load * KG_PER_LB
    step = _STEPS[_OTHER[written]]
    whole = (other / step).to_integral_value() * step
    return whole.normalize() + 0 if abs(other - whole) <= _NEAR else None


def _with_sets(file: WorkoutFile, change: Callable[[FileSet], FileSet]) -> WorkoutFile:
    def changed(workout: FileWorkout) -> FileWorkout:
        exercises = (
            replace(exercise, sets=tuple(change(one) for one in exercise.sets))
            for exercise in workout.exercises
        )
        return replace(workout, exercises=tuple(exercises))

    return replace(file, workouts=tuple(changed(workout) for workout in file.workouts))
