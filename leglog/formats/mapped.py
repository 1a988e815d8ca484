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
    from collections.abc import Iterable, Mapping, Sequence

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
_WORDS: tuple[tuple[Field, str], ...] = (
    (Field.DATE, r"date|date ?time|datum|day|tag|fecha|data|timestamp|created"),
    (Field.TIME, r"time|uhrzeit|start|hour"),
    (Field.EXERCISE, r"exercise|übung|uebung|exercice|ejercicio|movement|lift|name"),
    (Field.WORKOUT, r"workout|session|training|routine|einheit"),
    (Field.REPS, r"reps?|repetitions?|wiederholungen|wdh|répétitions|repeticiones"),
    (Field.SETS, r"sets|sätze|séries|series"),
    (Field.SCORE, r"pain|schmerz|score|rating|douleur|nrs|vas|average"),
    (Field.UNIT, r"unit|einheit|weight unit"),
    (Field.LOAD, r"weight|load|gewicht|poids|peso|kg|lbs?"),
    (Field.WEIGHT, r"body ?weight|körpergewicht|weight|gewicht|poids"),
    (Field.DURATION, r"duration|seconds?|sekunden|dauer|hold|durée|secs?"),
    (Field.DISTANCE, r"distance|distanz|entfernung|km|miles"),
    (Field.RPE, r"rpe|effort|rir"),
    (Field.NOTE, r"notes?|comments?|notiz(en)?|kommentar|bemerkung"),
)


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


@dataclass(frozen=True, slots=True)
class UnknownTable:
    """The headings of a table and its first rows, by which its columns are named and judged."""

    headings: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]


def suggest(table: UnknownTable, contents: Contents) -> Columns:
    """Guess from headings what columns mean, and from the sample in which order dates stand."""
    places: dict[Field, int] = {}
    for wanted, words in _WORDS:
        if wanted not in OFFERED[contents]:
            continue
        free = [n for n in range(len(table.headings)) if n not in places.values()]
        found = next((n for n in free if _says(table.headings[n], words)), None)
        if found is not None:
            places[wanted] = found
    return judged(table, contents, places)


def judged(table: UnknownTable, contents: Contents, places: Mapping[Field, int]) -> Columns:
    """Return columns with the unit that their heading names and the order their dates allow."""
    unit = None
    for one in (Field.LOAD, Field.WEIGHT):
        if one in places:
            named = re.search(r"\b(kg|lbs?)\b", table.headings[places[one]].lower())
            unit = cells.unit_of(named[1]) if named else None
    date_place = places.get(Field.DATE)
    dates = [row[date_place] for row in table.sample if date_place is not None
             and date_place < len(row)]  # fmt: skip
    return Columns(contents, places, date_order_of(dates), unit)


def has_dates(table: UnknownTable) -> bool:
    """Say whether a row of the sample begins with, or holds, something that reads as a date."""
    return any(_is_date(cell) for row in table.sample for cell in row)


def _is_date(cell: str) -> bool:
    if re.match(r"\d{1,4}[/.\-]\d{1,2}[/.\-]\d{1,4}\b", cell):
        return True
    try:
        local_moment(cell)
    except UnreadableCell:
        return False
    return True


def suggested_contents(table: UnknownTable) -> Contents:
    """Guess what the rows are: where there is no exercise, ratings or body weight."""
    for contents in (Contents.SETS, Contents.RATINGS, Contents.BODY_WEIGHT):
        if not set(NEEDED[contents]) - suggest(table, contents).places.keys():
            return contents
    return Contents.SETS


def date_order_of(dates: Iterable[str]) -> str:
    """Return the order in which all of some dates make sense; the day first where both do."""
    orders = ["dmy", "mdy"]
    for text in dates:
        found = re.match(r"\s*(\d{1,4})[/.\-](\d{1,2})[/.\-](\d{1,4})", text)
        if found is None:
            continue
        first, second = int(found[1]), int(found[2])
        if first > 31:
            return "ymd"
        if first > 12 and "mdy" in orders:
            orders.remove("mdy")
        if second > 12 and "dmy" in orders:
            orders.remove("dmy")
    return orders[0] if orders else ""


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
            unit = cells.unit_of(row[Field.UNIT]) or columns.unit
            if unit is None:
                raise UnreadableCell(row[Field.UNIT])
            builder.weigh(row.number, day, cells.number_of(row[Field.WEIGHT]), unit)

    take_rows(builder, rows, width, places, take)
    return builder.result(ratings)


def _take_set(builder: FileBuilder, row: Row, columns: Columns) -> None:
    day, started_at = _when(row, columns)
    title = row.text(Field.WORKOUT) or _("Workout")
    workout = builder.workout(day, started_at, title, key_title=row.text(Field.WORKOUT))
    load = positive(cells.number_of(row[Field.LOAD]))
    duration_s = cells.seconds_of(row[Field.DURATION])
    metres = cells.metres_of(row[Field.DISTANCE], "km")
    reps = builder.reps(row.number, row[Field.REPS])
    if not reps and (duration_s or metres):
        reps = None
    one = FileSet(
        row=row.number,
        set_type=SetType.WORKING,
        reps=reps,
        load=load,
        unit=None if load is None else cells.unit_of(row[Field.UNIT]) or columns.unit,
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


def _says(heading: str, words: str) -> bool:
    return re.search(rf"(^|[^a-zäöüé])({words})($|[^a-zäöüé])", heading.strip().lower()) is not None


def headings_of(rows: Sequence[Sequence[str]]) -> UnknownTable:
    """Return the headings and first rows of a table that was split into cells."""
    if not rows:
        return UnknownTable((), ())
    return UnknownTable(
        tuple(cell.strip()[:100] for cell in rows[0]),
        tuple(tuple(cell.strip()[:100] for cell in row) for row in rows[1:]),
    )
