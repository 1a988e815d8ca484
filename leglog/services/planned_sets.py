"""The planned sets of a routine's exercise: their values, and how they are stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leglog.errors import InvalidValue
from leglog.i18n import _
from leglog.models.routine import PlannedSet
from leglog.services import limits
from leglog.training.vocabulary import LoadMode, LoadRule, SetType, Side, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leglog.models.exercise import Exercise
    from leglog.models.routine import RoutineExercise

MAX_SETS = 20


@dataclass(frozen=True, slots=True)
class PlannedSetValues:
    """What one set shall be; None is left open. Seconds beside reps are the pause in each rep."""

    set_type: SetType = SetType.WORKING
    side: Side = Side.BOTH
    reps_min: int | None = None
    reps_max: int | None = None
    s_min: int | None = None
    s_max: int | None = None
    load_rule: LoadRule = LoadRule.FROM_LAST
    load_g: int | None = None
    load_unit: Unit = Unit.KG
    load_mode: LoadMode = LoadMode.NONE
    band: str | None = None
    rpe_halves: int | None = None


_COLUMNS = tuple(PlannedSetValues.__dataclass_fields__)


def read_values(row: PlannedSet) -> PlannedSetValues:
    """Return the values of a stored set."""
    return PlannedSetValues(**{column: getattr(row, column) for column in _COLUMNS})


def write_sets(item: RoutineExercise, sets: Sequence[PlannedSetValues]) -> None:
    """Make ``sets`` the planned sets of ``item``; rows whose place stays keep their ids.

    Raises InvalidValue for values outside of their limits, and for none or more than 20 sets.
    """
    if not 1 <= len(sets) <= MAX_SETS:
        raise InvalidValue(_("Sets must be between 1 and {most}.").format(most=MAX_SETS))
    for values in sets:
        _check(values)
    for row, values in zip(item.planned_sets, sets, strict=False):
        for column in _COLUMNS:
            setattr(row, column, getattr(values, column))
    for row in item.planned_sets[len(sets) :]:
        item.planned_sets.remove(row)
    for place in range(len(item.planned_sets), len(sets)):
        item.planned_sets.append(planned_set(place, sets[place]))


def planned_set(place: int, values: PlannedSetValues) -> PlannedSet:
    """Return a new row with ``values`` at ``place``."""
    return PlannedSet(position=place, **{column: getattr(values, column) for column in _COLUMNS})


def usual_sets(exercise: Exercise, mode: LoadMode, unit: Unit) -> list[PlannedSetValues]:
    """Return the sets with which an exercise comes into a routine: as its catalogue page says."""
    values = PlannedSetValues(
        side=Side.EACH if exercise.per_side else Side.BOTH,
        reps_min=exercise.default_reps_min,
        reps_max=exercise.default_reps_max,
        s_min=exercise.default_s_min,
        s_max=exercise.default_s_max,
        load_mode=mode,
        load_unit=unit,
    )
    return [values] * exercise.default_sets


def _check(values: PlannedSetValues) -> None:
    limits.hold(
        (
            (values.reps_min, limits.reps()),
            (values.reps_max, limits.reps()),
            (values.s_min, limits.planned_time()),
            (values.s_max, limits.planned_time()),
            (values.load_g, limits.load()),
            (values.rpe_halves, limits.rpe()),
        )
    )
    for start, end in ((values.reps_min, values.reps_max), (values.s_min, values.s_max)):
        if start is not None and end is not None and start > end:
            raise InvalidValue(_("A range begins with the smaller number."))
    if values.side not in (Side.BOTH, Side.EACH):
        raise InvalidValue(_("A set is planned for both sides together or for each side."))
