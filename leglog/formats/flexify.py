"""Exports of Flexify and of Massive, from which it came: one row a set, a day is one workout.

Columns change their order between versions. Body weight is a set of the name 'Weight', cardio is
in minutes, and rows that are hidden only name an exercise.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from leglog.formats import cells
from leglog.formats.builder import positive
from leglog.formats.table import Layout, local_moment
from leglog.formats.workout_file import FileSet
from leglog.i18n import _
from leglog.training.vocabulary import SetType, Unit

if TYPE_CHECKING:
    from leglog.formats.builder import FileBuilder
    from leglog.formats.table import Row

NAME = "flexify"
BODY_WEIGHT = "Weight"
_NEEDED = ("id", "name", "reps", "weight", "created", "unit", "hidden")


def _take(builder: FileBuilder, row: Row) -> None:
    if row.flag("hidden"):
        builder.skip("hidden")
        return
    day, started_at = local_moment(row["created"])
    name, unit = row.text("name"), cells.unit_of(row["unit"])
    load = positive(cells.number_of(row["weight"]))
    if name == BODY_WEIGHT:
        builder.weigh(row.number, day, load, unit or Unit.KG)
        return
    workout = builder.workout(day, started_at, _("Workout"), own_key=day.isoformat())
    duration_s = _seconds(row)
    distance = "mi" if row["unit"].strip() == "mi" else "km"
    metres = cells.metres_of(row["distance"], distance)
    reps = builder.reps(row.number, row["reps"])
    if row.flag("cardio"):
        reps, load = None, None
    one = FileSet(
        row=row.number,
        set_type=SetType.WORKING,
        reps=reps,
        load=load,
        unit=unit,
        duration_s=duration_s,
        distance_m=metres,
    )
    builder.add_set(workout, name, one)


def _seconds(row: Row) -> int | None:
    """Return a length of time: Flexify writes minutes, Massive minutes and seconds."""
    minutes = cells.number_of(row["duration"]) or cells.number_of(row["minutes"]) or Decimal(0)
    seconds = cells.number_of(row["seconds"]) or Decimal(0)
    return int((minutes * 60 + seconds).to_integral_value()) or None


LAYOUT = Layout(NAME, _NEEDED, _take)
