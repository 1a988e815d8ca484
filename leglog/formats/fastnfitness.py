"""Exports of FastNFitness: records, one row for several equal sets, and body measures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.formats import cells
from leglog.formats.builder import positive
from leglog.formats.table import Layout, local_moment
from leglog.formats.workout_file import FileSet
from leglog.i18n import _
from leglog.training.vocabulary import SetType, Unit

if TYPE_CHECKING:
    from decimal import Decimal

    from leglog.formats.builder import FileBuilder
    from leglog.formats.table import Row

NAME = "fastnfitness"
MOST_SETS = 50
POUNDS_PER_STONE = 14
_RECORDS = ("date", "time", "exercise", "exercise_type", "sets", "reps", "weight", "weight_unit")
_BODY = ("table", "date", "bodypart_name", "measure", "unit")


def _take_measure(builder: FileBuilder, row: Row) -> None:
    if "weight" not in row["bodypart_name"].lower() and "poids" not in row["bodypart_name"].lower():
        builder.skip("other measure")
        return
    day, _time = local_moment(row["date"])
    load, unit = _load(cells.number_of(row["measure"]), row["unit"])
    builder.weigh(row.number, day, load, unit or Unit.KG)


def _take_record(builder: FileBuilder, row: Row) -> None:
    if (
        "template" in row["record_type"].lower()
        or "pending" in row["template_record_status"].lower()
    ):
        builder.skip("planned")
        return
    day, _no_time = cells.moment_of(row["date"])
    _day, started_at = local_moment(f"{day.isoformat()} {row['time'].strip()}".strip())
    workout = builder.workout(day, started_at, _("Workout"), own_key=day.isoformat())
    load, unit = _load(positive(cells.number_of(row["weight"])), row["weight_unit"])
    duration_s = cells.seconds_of(row["seconds"]) or _duration(row["duration"])
    unit_of_distance = "mi" if row["distance_unit"].strip().lower().startswith("mi") else "km"
    one = FileSet(
        row=row.number,
        set_type=SetType.WORKING,
        reps=builder.reps(row.number, row["reps"]),
        load=load,
        unit=unit,
        duration_s=duration_s,
        distance_m=cells.metres_of(row["distance"], unit_of_distance),
    )
    for _number in range(min(cells.whole_of(row["sets"]) or 1, MOST_SETS)):
        builder.add_set(workout, row.text("exercise"), one, note=row.text("notes"))


def _load(load: Decimal | None, unit: str) -> tuple[Decimal | None, Unit | None]:
    if unit.strip().lower().startswith("st"):
        return None if load is None else load * POUNDS_PER_STONE, Unit.LB
    return load, cells.unit_of(unit)


def _duration(cell: str) -> int | None:
    """Return a length of time, which is in milliseconds where it stands as a number."""
    if ":" in cell:
        return cells.seconds_of(cell)
    value = cells.whole_of(cell) or 0
    return (value // 1000 if value > 86_400 else value) or None


RECORDS = Layout(NAME, _RECORDS, _take_record)
MEASURES = Layout(NAME, _BODY, _take_measure)
