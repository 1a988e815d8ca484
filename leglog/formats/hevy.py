"""Exports of Hevy: set index from 0, kilograms or pounds and kilometres or miles by account.

Empty cells are empty, never 0. Line breaks in notes arrive as a written backslash and n.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.formats import cells
from leglog.formats.builder import FileBuilder, positive
from leglog.formats.cells import UnreadableCell
from leglog.formats.table import Row, places_of
from leglog.formats.workout_file import FileSet
from leglog.training.vocabulary import SetType, Unit

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from leglog.formats.workout_file import WorkoutFile

NAME = "hevy"
_NEEDED = ("title", "start_time", "exercise_title", "set_type")
_NUMBERS = {
    "weight_kg",
    "weight_lbs",
    "weight_lb",
    "reps",
    "distance_km",
    "distance_miles",
    "duration_seconds",
}
_TYPES = {
    "warmup": SetType.WARM_UP,
    "dropset": SetType.DROP,
    "failure": SetType.FAILURE,
}


def places(headings: Sequence[str]) -> Mapping[str, int] | None:
    """Return where each column stands, or None where this is no export of Hevy."""
    return places_of(headings, _NEEDED)


def read(
    headings: Sequence[str], places: Mapping[str, int], rows: Iterable[tuple[int, list[str]]]
) -> WorkoutFile:
    """Read the rows below the headings; each comes with its line number."""
    units = [unit for unit in Unit if any(name in places for name in _load_columns(unit))]
    builder = FileBuilder(NAME, units[0] if len(units) == 1 else None)
    numbers = [place for name, place in places.items() if name in _NUMBERS]
    for number, row in rows:
        with builder.reading(number):
            cells.check_length(row, len(headings), numbers)
            _read_row(builder, Row(number, row, places))
    return builder.result()


def _read_row(builder: FileBuilder, row: Row) -> None:
    day, started_at = cells.moment_of(row["start_time"])
    workout = builder.workout(
        day,
        started_at,
        row.text("title"),
        _length(started_at, row["end_time"]),
        row.text("description"),
        row.number,
    )
    load, unit = None, None
    for each in Unit:
        for column in _load_columns(each):
            written = positive(cells.number_of(row[column]))
            if written is not None:
                load, unit = written, each
    metres = cells.metres_of(row["distance_km"], "km")
    builder.add_set(
        workout,
        row.text("exercise_title"),
        FileSet(
            row=row.number,
            set_type=_TYPES.get(row["set_type"].strip().lower(), SetType.WORKING),
            reps=builder.reps(row.number, row["reps"]),
            load=load,
            unit=unit,
            duration_s=cells.seconds_of(row["duration_seconds"]),
            distance_m=metres or cells.metres_of(row["distance_miles"], "mi"),
            rpe_halves=builder.rpe_halves(row.number, row["rpe"]),
        ),
        superset=row["superset_id"].strip() or None,
        note=row.text("exercise_notes"),
    )


def _load_columns(unit: Unit) -> tuple[str, ...]:
    return ("weight_kg",) if unit is Unit.KG else ("weight_lbs", "weight_lb")


def _length(started_at: dt.datetime | None, end: str) -> int | None:
    if started_at is None or not end.strip():
        return None
    try:
        ended_at = cells.moment_of(end)[1]
    except UnreadableCell:
        return None
    return int((ended_at - started_at).total_seconds()) or None if ended_at else None
