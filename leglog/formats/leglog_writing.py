"""Writes LegLog's own CSV: sets, back ratings and check-ins, one row each; docs/export.md."""

from __future__ import annotations

import csv
import datetime as dt
from typing import TYPE_CHECKING, TextIO

from leglog.formats.spreadsheet import defused, load_text, rpe_text, whole_text
from leglog.training.units import grams
from leglog.training.vocabulary import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leglog.formats.back_file import FileCheckIn, FileRating
    from leglog.formats.workout_file import FileExercise, FileSet, FileWorkout

    Cells = tuple[str | int | None, ...]
    """The csv module writes None as an empty cell."""

OF_A_WORKOUT = (
    "record", "date", "start", "end", "utc_offset_min", "workout_id", "workout", "routine",
    "workout_body_weight", "workout_note",
)  # fmt: skip
OF_AN_EXERCISE = (
    "exercise_number", "exercise", "section", "superset", "rest_s", "tempo", "felt",
    "exercise_note",
)  # fmt: skip
_OF_A_SET = (
    "set_number", "set_type", "side", "pair", "reps", "load", "unit", "load_mode", "band",
    "duration_s", "distance_m", "rpe", "done_at", "set_note",
)  # fmt: skip
_OF_THE_BACK = (
    "moment", "score", "region", "pain_side", "leg_sign", "triggers", "recalled", "sitting_min",
    "steps", "sleep_min", "sleep_quality", "stress", "fatigue", "body_weight", "body_weight_unit",
    "note", "id",
)  # fmt: skip
COLUMNS = (*OF_A_WORKOUT, *OF_AN_EXERCISE, *_OF_A_SET, *_OF_THE_BACK)
SET, RATING, CHECK_IN = "set", "rating", "check_in"


def write_leglog_csv(
    stream: TextIO,
    workouts: Iterable[FileWorkout],
    ratings: Iterable[FileRating],
    check_ins: Iterable[FileCheckIn],
) -> None:
    """Write one row a set, a rating and a day."""
    plain = csv.writer(stream, lineterminator="\r\n")
    plain.writerow(COLUMNS)
    rest: Cells = (None,) * len(_OF_THE_BACK)
    for workout in workouts:
        head = _workout_cells(workout)
        for number, exercise in enumerate(workout.exercises, start=1):
            cells = head + _exercise_cells(number, exercise)
            plain.writerows(
                cells + _set_cells(place, one) + rest
                for place, one in enumerate(exercise.sets, start=1)
            )
    named = csv.DictWriter(stream, COLUMNS, restval="", lineterminator="\r\n")
    named.writerows(map(_rating_cells, ratings))
    named.writerows(map(_check_in_cells, check_ins))


def _workout_cells(workout: FileWorkout) -> Cells:
    start, length = workout.started_at, workout.duration_s
    end = start + dt.timedelta(seconds=length) if start and length is not None else None
    return (
        SET,
        workout.date.isoformat(),
        start.isoformat() if start else None,
        end.isoformat() if end else None,
        workout.utc_offset_min,
        workout.uuid or workout.key,
        defused(workout.title),
        defused(workout.routine_name or ""),
        load_text(workout.body_weight_g, Unit.KG),
        defused(workout.note),
    )


def _exercise_cells(number: int, exercise: FileExercise) -> Cells:
    return (
        number,
        defused(exercise.name),
        exercise.section,
        defused(exercise.superset or ""),
        exercise.rest_s,
        defused(exercise.tempo),
        exercise.felt_score,
        defused(exercise.note),
    )


def _set_cells(number: int, one: FileSet) -> Cells:
    unit = one.unit or Unit.KG
    load_g = None if one.load is None else grams(one.load, unit)
    return (
        number,
        one.set_type,
        one.side,
        one.pair,
        one.reps,
        load_text(load_g, unit),
        unit,
        one.load_mode,
        defused(one.band or ""),
        one.duration_s,
        one.distance_m,
        rpe_text(one.rpe_halves),
        one.done_at.isoformat() if one.done_at else None,
        defused(one.note),
    )


def _rating_cells(rating: FileRating) -> dict[str, str]:
    return {
        "record": RATING,
        "id": rating.uuid or "",
        "date": rating.date.isoformat(),
        "start": rating.recorded_at.isoformat() if rating.recorded_at else "",
        "utc_offset_min": whole_text(rating.utc_offset_min),
        "workout_id": rating.workout_key or "",
        "moment": rating.moment,
        "score": str(rating.score),
        "region": rating.region or "",
        "pain_side": rating.side or "",
        "leg_sign": rating.leg_sign or "",
        "triggers": defused("|".join(rating.triggers)),
        "recalled": "1" if rating.recalled else "0",
        "note": defused(rating.note),
    }


def _check_in_cells(day: FileCheckIn) -> dict[str, str]:
    whole = ("sitting_min", "steps", "sleep_min", "sleep_quality", "stress", "fatigue")
    unit = day.body_weight_unit or Unit.KG
    return {
        "record": CHECK_IN,
        "date": day.date.isoformat(),
        **{name: whole_text(getattr(day, name)) for name in whole},
        "body_weight": load_text(day.body_weight_g, unit),
        "body_weight_unit": day.body_weight_unit or "",
        "note": defused(day.note),
    }
