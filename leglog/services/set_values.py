"""What is written into a set, checked before it is stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leglog.services import limits
from leglog.training.vocabulary import LoadMode, Unit

if TYPE_CHECKING:
    from leglog.models.workout import PerformedSet


@dataclass(frozen=True, slots=True)
class SetValues:
    """What was done in a set; None is what was not measured, which is not zero."""

    reps: int | None = None
    load_g: int | None = None
    load_unit: Unit = Unit.KG
    duration_s: int | None = None
    distance_m: int | None = None
    rpe_halves: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing says that anything was done."""
        return self.reps is None and self.duration_s is None and self.distance_m is None


def check_values(values: SetValues) -> None:
    """Raise InvalidValue, with the limits in a sentence, where a value is outside of them."""
    limits.hold(
        (
            (values.reps, limits.reps()),
            (values.load_g, limits.load()),
            (values.duration_s, limits.time_done()),
            (values.distance_m, limits.distance()),
            (values.rpe_halves, limits.rpe()),
        )
    )


def write_values(row: PerformedSet, values: SetValues) -> None:
    """Put checked values into the row; a load on a body-weight set makes it an added one."""
    check_values(values)
    row.reps = values.reps
    row.load_g = values.load_g
    row.load_unit = values.load_unit
    row.duration_s = values.duration_s
    row.distance_m = values.distance_m
    row.rpe_halves = values.rpe_halves
    row.load_mode = mode_with_load(row.load_mode, values.load_g)


def mode_with_load(mode: LoadMode, load_g: int | None) -> LoadMode:
    """Return what the load means once there is one, or once there is none any more."""
    if load_g is None:
        return LoadMode.BODYWEIGHT if mode is LoadMode.ADDED else mode
    match mode:
        case LoadMode.BODYWEIGHT:
            return LoadMode.ADDED
        case LoadMode.NONE:
            return LoadMode.EXTERNAL
        case _:
            return mode
