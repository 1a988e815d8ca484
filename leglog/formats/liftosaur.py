"""Exports of Liftosaur: one row a set, planned beside done; sets not done have no reps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.formats import cells
from leglog.formats.builder import positive
from leglog.formats.table import Layout, local_moment
from leglog.formats.workout_file import FileSet
from leglog.training.vocabulary import SetType

if TYPE_CHECKING:
    from leglog.formats.builder import FileBuilder
    from leglog.formats.table import Row

NAME = "liftosaur"
_NEEDED = ("workout datetime", "exercise", "is warmup set?", "completed reps")


def _take(builder: FileBuilder, row: Row) -> None:
    reps = builder.reps(row.number, row["completed reps"])
    if reps is None:
        builder.skip("not done")
        return
    day, started_at = local_moment(row["workout datetime"])
    workout = builder.workout(day, started_at, row.text("day name"), row=row.number)
    kind = SetType.WARM_UP if row.flag("is warmup set?") else SetType.WORKING
    if kind is SetType.WORKING and row.flag("is amrap?"):
        kind = SetType.AMRAP
    one = FileSet(
        row=row.number,
        set_type=kind,
        reps=reps,
        load=positive(cells.number_of(row["completed weight value"])),
        unit=cells.unit_of(row["completed weight unit"]),
        rpe_halves=builder.rpe_halves(row.number, row["completed rpe"]),
    )
    builder.add_set(workout, row.text("exercise"), one, note=row.text("notes"))


LAYOUT = Layout(NAME, _NEEDED, _take)
