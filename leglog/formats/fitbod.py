"""Exports of Fitbod, since 2021 with UTC times and the unit in the headings, before with neither.

'multiplier' says that a weight was lifted on both sides; the weight itself is of one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.formats import cells
from leglog.formats.builder import FileBuilder, positive
from leglog.formats.table import Row, local_moment, places_of, take_rows
from leglog.formats.workout_file import FileSet
from leglog.i18n import _
from leglog.training.vocabulary import SetType, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from leglog.formats.workout_file import WorkoutFile

NAME = "fitbod"
MOST_SETS = 50
_NEEDED = ("date", "exercise", "reps", "iswarmup")
_LOADS: dict[str, Unit | None] = {
    "weight(kg)": Unit.KG,
    "weight(lb)": Unit.LB,
    "weight(lbs)": Unit.LB,
    "weight": None,
}


def places(headings: Sequence[str]) -> Mapping[str, int] | None:
    """Return where each column stands, or None where this is no export of Fitbod."""
    return places_of(headings, _NEEDED)


def read(
    headings: Sequence[str], places: Mapping[str, int], rows: Iterable[tuple[int, list[str]]]
) -> WorkoutFile:
    """Read the rows below the headings; each comes with its line number."""
    column = next((name for name in _LOADS if name in places), "weight")
    unit = _LOADS[column]
    builder = FileBuilder(NAME, unit)
    take_rows(builder, rows, len(headings), places, lambda row: _take(builder, row, column, unit))
    return builder.result()


def _take(builder: FileBuilder, row: Row, column: str, unit: Unit | None) -> None:
    day, started_at = local_moment(row["date"])
    workout = builder.workout(day, started_at, _("Workout"), key_title="")
    one = FileSet(
        row=row.number,
        set_type=SetType.WARM_UP if row.flag("iswarmup") else SetType.WORKING,
        reps=builder.reps(row.number, row["reps"]),
        load=positive(cells.number_of(row[column])),
        unit=unit,
        duration_s=cells.seconds_of(row["duration(s)"]),
        distance_m=cells.metres_of(row["distance(m)"], "m"),
    )
    # Until 2019 a row stood for several equal sets.
    count = min(cells.whole_of(row["sets"]) or 1, MOST_SETS)
    for _number in range(count):
        builder.add_set(workout, row.text("exercise"), one, note=row.text("note"))
