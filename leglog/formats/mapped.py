"""Any table of a program that is not known: the person says what its columns mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from leglog.errors import ImportRejected
from leglog.formats import cells
from leglog.formats.back_file import FileRating
from leglog.formats.builder import FileBuilder, positive
from leglog.formats.cells import UnreadableCell
from leglog.formats.stronglifts import day_of
from leglog.formats.table import Row, local_moment, take_rows
from leglog.formats.workout_file import FileSet
from leglog.i18n import _
from leglog.training.vocabulary import Moment, SetType, Unit

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

    from leglog.formats.workout_file import WorkoutFile

NAME = "table"


class Contents(StrEnum):
    """What the rows of a table are."""

    SETS = "sets"
    RATINGS = "ratings"
    BODY_WEIGHT = "body_weight"


class Field(StrEnum):
    """What a column can mean."""

    DATE = "date"
    TIME = "time"
    WORKOUT = "workout"
    EXERCISE = "exercise"
    SETS = "sets"
    REPS = "reps"
    LOAD = "load"
    UNIT = "unit"
    DURATION = "duration"
    DISTANCE = "distance"
    RPE = "rpe"
    NOTE = "note"
    SCORE = "score"
    WEIGHT = "weight"


NEEDED: dict[Contents, tuple[Field, ...]] = {
    Contents.SETS: (Field.DATE, Field.EXERCISE),
    Contents.RATINGS: (Field.DATE, Field.SCORE),
    Contents.BODY_WEIGHT: (Field.DATE, Field.WEIGHT),
}
OFFERED: dict[Contents, tuple[Field, ...]] = {
    Contents.SETS: (
        Field.DATE, Field.TIME, Field.WORKOUT, Field.EXERCISE, Field.SETS, Field.REPS, Field.LOAD,
        Field.UNIT, Field.DURATION, Field.DISTANCE, Field.RPE, Field.NOTE,
    ),
    Contents.RATINGS: (Field.DATE, Field.TIME, Field.SCORE, Field.NOTE),
    Contents.BODY_WEIGHT: (Field.DATE, Field.WEIGHT, Field.UNIT),
}  # fmt: skip
_WORDED = re.compile(r"\s*([+-]?\d[\d.,]{0,20})\s*([^\W\d_]{1,20})\.?\s*")
_LENGTHS = ("km", "m", "mi", "ft")
_TIMES = ("s", "sec", "secs", "sek", "min", "mins", "h")


@dataclass(frozen=True, slots=True)
class Columns:
    """What a table means: its rows, each column by its place, the order of dates, the unit."""

    contents: Contents
    places: Mapping[Field, int] = field(default_factory=dict)
    date_order: str = ""
    """'ymd', 'dmy' or 'mdy'; empty where dates say it themselves."""
    unit: Unit | None = None

    @property
    def missing(self) -> tuple[Field, ...]:
        """What has to be named before the table can be read."""
        missing = [one for one in NEEDED[self.contents] if one not in self.places]
        if self.contents is Contents.BODY_WEIGHT and not (self.unit or Field.UNIT in self.places):
            # Pounds taken for kilograms would double a person.
            missing.append(Field.UNIT)
        return tuple(missing)


def read(columns: Columns, rows: Iterable[tuple[int, list[str]]], width: int) -> WorkoutFile:
    """Read a table; raises ImportRejected where a column is missing or nothing can be read."""
    if columns.missing:
        raise ImportRejected(
            _("It is not said yet which column is what."), _("Name the columns first.")
        )
    builder = FileBuilder(NAME, columns.unit)
    ratings: list[FileRating] = []
    places = {str(one): place for one, place in columns.places.items()}

    def take(row: Row) -> None:
        if columns.contents is Contents.SETS:
            _take_set(builder, row, columns)
        elif columns.contents is Contents.RATINGS:
            ratings.append(_rating(row, columns))
        else:
            day, _time = _when(row, columns)
            weight, unit, _metres = _load_or_distance(row[Field.WEIGHT])
            unit = unit or cells.unit_of(row[Field.UNIT]) or columns.unit
            if unit is None:
                raise UnreadableCell(row[Field.UNIT])
            builder.weigh(row.number, day, weight, unit)

    take_rows(builder, rows, width, places, take)
    return builder.result(ratings)


def _take_set(builder: FileBuilder, row: Row, columns: Columns) -> None:
    day, started_at = _when(row, columns)
    title = row.text(Field.WORKOUT) or _("Workout")
    workout = builder.workout(day, started_at, title, key_title=row.text(Field.WORKOUT))
    load, unit, metres = _load_or_distance(row[Field.LOAD])
    reps, duration_s = _reps_or_time(builder, row)
    duration_s = duration_s or cells.seconds_of(row[Field.DURATION])
    metres = metres or _distance(row[Field.DISTANCE])
    one = FileSet(
        row=row.number,
        set_type=SetType.WORKING,
        reps=reps,
        load=load,
        unit=unit or cells.unit_of(row[Field.UNIT]) or columns.unit,
        duration_s=duration_s,
        distance_m=metres,
        rpe_halves=builder.rpe_halves(row.number, row[Field.RPE]),
        note=row.text(Field.NOTE),
    )
    if reps is None and load is None and duration_s is None and metres is None:
        builder.skip("empty set")
        return
    for _number in range(min(cells.whole_of(row[Field.SETS]) or 1, 50)):
        builder.add_set(workout, row.text(Field.EXERCISE), one)


def _parted(cell: str) -> tuple[str, str]:
    """Return the number of a cell and the word behind it ('60 kg'), in small letters."""
    found = _WORDED.fullmatch(cell)
    return (found[1], found[2].lower()) if found else (cell, "")


def _load_or_distance(cell: str) -> tuple[Decimal | None, Unit | None, int | None]:
    """Return the load, the unit behind it, and metres: some programs have one column for both."""
    number, word = _parted(cell)
    if word in _LENGTHS:
        return None, None, cells.metres_of(number, word)
    unit = cells.unit_of(word)
    if word and unit is None:
        raise UnreadableCell(cell)
    return positive(cells.number_of(number)), unit, None


def _reps_or_time(builder: FileBuilder, row: Row) -> tuple[int | None, int | None]:
    """Return repetitions or seconds: some programs have one column for both."""
    number, word = _parted(row[Field.REPS])
    if word in _TIMES or ":" in number:
        return None, cells.seconds_of(row[Field.REPS])
    return builder.reps(row.number, number), None


def _distance(cell: str) -> int | None:
    number, word = _parted(cell)
    return cells.metres_of(number, word or "km")


def _rating(row: Row, columns: Columns) -> FileRating:
    day, at = _when(row, columns)
    score = cells.number_of(row[Field.SCORE])
    if score is None or not 0 <= score <= 10:
        raise UnreadableCell(row[Field.SCORE])
    # Whole numbers are kept; an average of a day is the nearest one.
    return FileRating(
        row=row.number,
        date=day,
        moment=Moment.ANY,
        score=int(score.to_integral_value()),
        recorded_at=at.astimezone() if at else None,
        note=row.text(Field.NOTE),
    )


def _when(row: Row, columns: Columns) -> tuple[dt.date, dt.datetime | None]:
    cell, time = row[Field.DATE].strip(), row[Field.TIME].strip()
    date, _gap, rest = cell.partition(" ")
    if re.fullmatch(r"\d{1,4}[/.\-]\d{1,2}[/.\-]\d{1,4}", date):
        day = day_of(date, columns.date_order)
        return local_moment(f"{day} {time or rest}".strip())
    return local_moment(f"{cell} {time}".strip())
