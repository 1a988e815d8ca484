"""The body tracker's export of FitNotes: one row a measure, of which body weight is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.formats import cells
from leglog.formats.builder import FileBuilder
from leglog.formats.cells import UnreadableCell
from leglog.formats.fitnotes import NAME
from leglog.formats.table import Row, local_moment, places_of, take_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from leglog.formats.workout_file import WorkoutFile

_NEEDED = ("date", "measurement", "value", "unit")
_BODY_WEIGHT = "bodyweight"


def places(headings: Sequence[str]) -> Mapping[str, int] | None:
    """Return where each column stands, or None where this is no body tracker."""
    return places_of(headings, _NEEDED)


def read(
    headings: Sequence[str], places: Mapping[str, int], rows: Iterable[tuple[int, list[str]]]
) -> WorkoutFile:
    """Read the rows below the headings; each comes with its line number."""
    builder = FileBuilder(NAME)
    take_rows(builder, rows, len(headings), places, lambda row: _take(builder, row))
    return builder.result()


def _take(builder: FileBuilder, row: Row) -> None:
    if row["measurement"].lower().replace(" ", "") != _BODY_WEIGHT:
        builder.skip("other measure")
        return
    day, _time = local_moment(f"{row['date']} {row['time']}".strip())
    unit = cells.unit_of(row["unit"])
    if unit is None:
        raise UnreadableCell(row["unit"])
    builder.weigh(row.number, day, cells.number_of(row["value"]), unit)
