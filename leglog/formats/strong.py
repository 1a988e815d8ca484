"""Exports of Strong, in all layouts seen from 2015 to 2026, also localized ones.

There are sets of 0 kg (body weight or time), rows that are rest timers or notes, and set orders
that are letters. The unit stands in a column's name, in a column of its own, or nowhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leglog.formats import cells
from leglog.formats.builder import FileBuilder, positive
from leglog.formats.cells import UnreadableCell
from leglog.formats.table import Row
from leglog.formats.workout_file import FileSet
from leglog.i18n import _
from leglog.training.vocabulary import SetType, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from leglog.formats.builder import WorkoutDraft
    from leglog.formats.workout_file import WorkoutFile

NAME = "strong"
_COLUMNS = {
    "date": ("date", "datum"),
    "title": ("workout name", "nom de l'entraînement", "workout-name"),
    "length": ("duration", "durée", "dauer", "workout duration", "duration (sec)"),
    "exercise": ("exercise name", "nom de l'exercice", "name der übung"),
    "order": ("set order", "ordre de la série", "reihenfolge festlegen"),
    "load": (
        "weight",
        "poids",
        "gewicht",
        "kg",
        "lb",
        "weight (kg)",
        "weight (lbs)",
        "weight (lb)",
    ),
    "unit": ("weight unit",),
    "reps": ("reps", "réps", "wiederh."),
    "distance": ("distance", "entfernung", "km", "mi", "distance (meters)", "distance (km)"),
    "distance_unit": ("distance unit",),
    "seconds": ("seconds", "secondes", "sekunden"),
    "note": ("notes", "notizen"),
    "workout_note": ("workout notes", "notes d'entraînement", "workout-notizen"),
    "rpe": ("rpe",),
}
_NEEDED = ("date", "title", "exercise", "order", "reps")
_NUMBERS = ("order", "load", "reps", "distance", "seconds")
_REST = ("rest timer", "ruhezeit", "minuteur de repos", "temps de repos")
_NOTE = ("note", "notiz")
_TYPES = {"w": SetType.WARM_UP, "d": SetType.DROP, "f": SetType.FAILURE}


def places(headings: Sequence[str]) -> Mapping[str, int] | None:
    """Return where each known column stands, or None where this is no export of Strong."""
    names = [heading.strip().lower().replace("’", "'") for heading in headings]
    found = {
        column: names.index(name)
        for column, known in _COLUMNS.items()
        for name in known
        if name in names
    }
    return found if all(column in found for column in _NEEDED) else None


def read(
    headings: Sequence[str], places: Mapping[str, int], rows: Iterable[tuple[int, list[str]]]
) -> WorkoutFile:
    """Read the rows below the headings; each comes with its line number."""
    unit = _unit_in(headings[places["load"]]) if "load" in places else None
    distance_unit = _distance_unit(headings[places["distance"]]) if "distance" in places else "km"
    builder = FileBuilder(NAME, unit)
    numbers = [places[column] for column in _NUMBERS if column in places]
    heads: dict[tuple[str, ...], WorkoutDraft] = {}
    for number, row in rows:
        with builder.reading(number):
            cells.check_length(row, len(headings), numbers)
            if len(row) > len(headings) and not _is_order(row[places["order"]]):
                # An unquoted comma moved the cells behind it; empty ones at the end hide it.
                raise UnreadableCell(",".join(row))
            _read_row(builder, heads, Row(number, row, places), unit, distance_unit)
    return builder.result()


def _read_row(
    builder: FileBuilder,
    heads: dict[tuple[str, ...], WorkoutDraft],
    row: Row,
    unit: Unit | None,
    distance_unit: str,
) -> None:
    head = (row["date"], row["title"], row["length"], row["workout_note"])
    workout = heads.get(head)
    if workout is None:
        workout = heads[head] = _workout(builder, row)
    name, order = row.text("exercise"), row["order"].strip().lower()
    if order in _REST:
        builder.skip("rest timer")
    elif order in _NOTE:
        _take_note(builder, workout, name, row)
    elif len(order) > 2 and not order.isdecimal() and _holds_no_set(row):
        # A word in a language not known here stands for a rest timer or a note, never for a set.
        sentence = _("“{text}” was taken as a rest timer.").format(text=row["order"].strip()[:60])
        builder.skip("rest timer", row.number, sentence)
    else:
        own_unit = cells.unit_of(row["unit"]) or unit
        one = _set(builder, row, own_unit, row["distance_unit"] or distance_unit, order)
        builder.add_set(workout, name, one, note=row.text("note"))


def _workout(builder: FileBuilder, row: Row) -> WorkoutDraft:
    day, started_at = cells.moment_of(row["date"])
    return builder.workout(
        day,
        started_at,
        row.text("title"),
        cells.seconds_of(row["length"]),
        row.text("workout_note"),
        row.number,
    )


def _take_note(builder: FileBuilder, workout: WorkoutDraft, name: str, row: Row) -> None:
    builder.skip("note")
    note = row.text("note")
    if note:
        builder.note_exercise(workout, name, note)


def _is_order(cell: str) -> bool:
    order = cell.strip().lower()
    return order.isdecimal() or order in (*_TYPES, *_REST, *_NOTE)


def _holds_no_set(row: Row) -> bool:
    return not any(cells.number_of(row[column]) for column in ("load", "reps", "distance"))


def _set(
    builder: FileBuilder,
    row: Row,
    unit: Unit | None,
    distance_unit: str,
    order: str,
) -> FileSet:
    return FileSet(
        row=row.number,
        set_type=_TYPES.get(order, SetType.WORKING),
        reps=builder.reps(row.number, row["reps"]),
        load=positive(cells.number_of(row["load"])),
        unit=unit,
        duration_s=cells.seconds_of(row["seconds"]),
        distance_m=cells.metres_of(row["distance"], distance_unit),
        rpe_halves=builder.rpe_halves(row.number, row["rpe"]),
    )


def _unit_in(heading: str) -> Unit | None:
    found = re.search(r"\b(kg|lbs?)\b", heading.lower())
    return cells.unit_of(found[1]) if found else None


def _distance_unit(heading: str) -> str:
    found = re.search(r"\b(km|mi|meters)\b", heading.lower())
    return {"meters": "m"}.get(found[1], found[1]) if found else "km"
