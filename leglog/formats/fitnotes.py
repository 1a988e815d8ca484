"""CSV exports of FitNotes, of Android and of iOS.

A day is one workout; the order of the rows is the only order. Names with commas are not quoted by
some versions, which shifts the row; it is put right by its number of cells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.formats import cells
from leglog.formats.builder import FileBuilder, positive
from leglog.formats.cells import UnreadableCell
from leglog.formats.table import Row, places_of
from leglog.formats.workout_file import FileSet
from leglog.i18n import _
from leglog.training.vocabulary import SetType, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from decimal import Decimal

    from leglog.formats.workout_file import WorkoutFile

NAME = "fitnotes"
_NEEDED = ("date", "exercise", "category", "reps")
_FIXED_UNITS = {
    "weight (kg)": Unit.KG,
    "weight (kgs)": Unit.KG,
    "weight (lb)": Unit.LB,
    "weight (lbs)": Unit.LB,
}

_NUMBERS = {*_FIXED_UNITS, "weight", "reps", "distance", "time"}


def places(headings: Sequence[str]) -> Mapping[str, int] | None:
    """Return where each column stands, or None where this is no export of FitNotes."""
    return places_of(headings, _NEEDED)


def read(
    headings: Sequence[str], places: Mapping[str, int], rows: Iterable[tuple[int, list[str]]]
) -> WorkoutFile:
    """Read the rows below the headings; each comes with its line number."""
    builder = FileBuilder(NAME, _unit_of(places))
    numbers = [place for name, place in places.items() if name in _NUMBERS]
    for number, row in rows:
        with builder.reading(number):
            whole = _put_right(row, len(headings), places)
            cells.check_length(whole, len(headings), numbers)
            _read_row(builder, Row(number, whole, places))
    return builder.result()


def _unit_of(places: Mapping[str, int]) -> Unit | None:
    units = {unit for name, unit in _FIXED_UNITS.items() if name in places}
    return units.pop() if len(units) == 1 else None


def _put_right(row: list[str], width: int, places: Mapping[str, int]) -> list[str]:
    """Join again what an unquoted name with commas was cut into."""
    extra = len(row) - width
    if extra <= 0:
        return row
    start = places["exercise"]
    for joined in (0, *range(extra, 0, -1)):
        end = start + joined + 1
        candidate = [*row[:start], ",".join(row[start:end]), *row[end:]]
        if _is_in_place(candidate, width, places):
            return _with_comment_joined(candidate, width, places)
    raise UnreadableCell(",".join(row))


def _is_in_place(row: list[str], width: int, places: Mapping[str, int]) -> bool:
    """Tell whether numbers and units stand where the headings say, and only a comment is over."""
    if any(cell.strip() for cell in row[width:]) and places.get("comment") != width - 1:
        return False
    unit = row[places["weight unit"]].strip() if "weight unit" in places else ""
    if unit and cells.unit_of(unit) is None:
        return False
    try:
        for name in (*_FIXED_UNITS, "weight", "reps", "distance"):
            if name in places:
                cells.number_of(row[places[name]])
    except UnreadableCell:
        return False
    return True


def _with_comment_joined(row: list[str], width: int, places: Mapping[str, int]) -> list[str]:
    if places.get("comment") != width - 1:
        return row[:width]
    return [*row[: width - 1], ",".join(row[width - 1 :]).rstrip(",")]


def _read_row(builder: FileBuilder, row: Row) -> None:
    day, _no_time = cells.moment_of(row["date"])
    workout = builder.workout(day, None, _("Workout"), key_title="")
    load, unit = _load(row)
    builder.add_set(
        workout,
        row.text("exercise"),
        FileSet(
            row=row.number,
            set_type=SetType.WORKING,
            reps=builder.reps(row.number, row["reps"]),
            load=load,
            unit=unit,
            duration_s=cells.seconds_of(row["time"]),
            distance_m=cells.metres_of(row["distance"], row["distance unit"].strip() or "km"),
            note=row.text("comment") or row.text("notes"),
        ),
    )


def _load(row: Row) -> tuple[Decimal | None, Unit | None]:
    for column, unit in _FIXED_UNITS.items():
        written = positive(cells.number_of(row[column]))
        if written is not None:
            return written, unit
    written = positive(cells.number_of(row["weight"]))
    return written, cells.unit_of(row["weight unit"])
