"""Exports of LiftLog: one row a set with its own time and the identifier of its workout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.formats import cells
from leglog.formats.builder import positive
from leglog.formats.table import Layout, local_moment
from leglog.formats.workout_file import FileSet
from leglog.i18n import _
from leglog.training.vocabulary import SetType

if TYPE_CHECKING:
    from leglog.formats.builder import FileBuilder
    from leglog.formats.table import Row

NAME = "liftlog"
_NEEDED = ("sessionid", "timestamp", "exercise", "weight", "weightunit", "reps")


def _take(builder: FileBuilder, row: Row) -> None:
    day, started_at = local_moment(row["timestamp"])
    own_key = row.text("sessionid")
    workout = builder.workout(day, started_at, _("Workout"), key_title="", own_key=own_key)
    one = FileSet(
        row=row.number,
        set_type=SetType.WORKING,
        reps=builder.reps(row.number, row["reps"]),
        load=positive(cells.number_of(row["weight"])),
        unit=cells.unit_of(row["weightunit"]),
    )
    builder.add_set(workout, row.text("exercise"), one, note=row.text("notes"))


LAYOUT = Layout(NAME, _NEEDED, _take)
