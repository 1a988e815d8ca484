"""Writes sets in the layout of Strong's export, which most other programs read.

Weights are kilograms, because the layout names no unit and readers take it for kilograms.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, TextIO

from leglog.formats.spreadsheet import defused, load_text, rpe_text
from leglog.training.units import grams
from leglog.training.vocabulary import SetType, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leglog.formats.workout_file import FileExercise, FileSet, FileWorkout

HEADINGS = (
    "Date", "Workout Name", "Duration", "Exercise Name", "Set Order", "Weight", "Reps", "Distance",
    "Seconds", "Notes", "Workout Notes", "RPE",
)  # fmt: skip
_LETTERS = {SetType.WARM_UP: "W", SetType.DROP: "D", SetType.FAILURE: "F"}


def write_strong_csv(stream: TextIO, workouts: Iterable[FileWorkout]) -> None:
    """Write every set; what the layout has no column for is left out."""
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for workout in workouts:
        is_first = True
        for exercise in workout.exercises:
            for number, one in enumerate(exercise.sets, start=1):
                note = workout.note if is_first else ""
                writer.writerow(_row(workout, exercise, number, one, note))
                is_first = False


def _row(
    workout: FileWorkout, exercise: FileExercise, number: int, one: FileSet, workout_note: str
) -> list[str]:
    start = workout.started_at
    when = start.strftime("%Y-%m-%d %H:%M:%S") if start else f"{workout.date} 00:00:00"
    note = one.note or (exercise.note if number == 1 else "")
    load_g = None if one.load is None else grams(one.load, one.unit or Unit.KG)
    return [
        when,
        defused(workout.title),
        _length(workout.duration_s),
        defused(exercise.name),
        _LETTERS.get(one.set_type, str(number)),
        load_text(load_g, Unit.KG) or "0",
        str(one.reps or 0),
        str((one.distance_m or 0) / 1000 or 0),
        str(one.duration_s or 0),
        defused(note),
        defused(workout_note),
        rpe_text(one.rpe_halves),
    ]


def _length(seconds: int | None) -> str:
    if seconds is None:
        return ""
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours}h {minutes}m" if hours else f"{minutes}m"
