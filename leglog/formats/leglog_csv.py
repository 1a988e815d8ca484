"""LegLog's own CSV: sets, back ratings and check-ins, one row each; docs/export.md.

Reading gives back every field that was written.
"""

from __future__ import annotations

import csv
import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, TextIO

from leglog.errors import ImportRejected
from leglog.formats.back_file import FileCheckIn, FileRating
from leglog.formats.builder import impossible
from leglog.formats.cells import UnreadableCell
from leglog.formats.leglog_cells import Cells
from leglog.formats.spreadsheet import defused, load_text, rpe_text, whole_text
from leglog.formats.workout_file import (
    FileExercise,
    FileSet,
    FileWorkout,
    Problem,
    WorkoutFile,
)
from leglog.i18n import _
from leglog.training.units import grams
from leglog.training.vocabulary import (
    LegSign,
    LoadMode,
    Moment,
    PainRegion,
    PainSide,
    Section,
    SetType,
    Side,
    Unit,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

NAME = "leglog"
COLUMNS = (
    "record", "date", "start", "end", "utc_offset_min", "workout_id", "workout", "routine",
    "workout_body_weight", "workout_note", "exercise_number", "exercise", "section", "superset",
    "rest_s", "tempo", "felt", "exercise_note", "set_number", "set_type", "side", "pair", "reps",
    "load", "unit", "load_mode", "band", "duration_s", "distance_m", "rpe", "done_at", "set_note",
    "moment", "score", "region", "pain_side", "leg_sign", "triggers", "recalled", "sitting_min",
    "steps", "sleep_min", "sleep_quality", "stress", "fatigue", "body_weight", "body_weight_unit",
    "note", "id",
)  # fmt: skip
SET, RATING, CHECK_IN = "set", "rating", "check_in"


def write_leglog_csv(
    stream: TextIO,
    workouts: Iterable[FileWorkout],
    ratings: Iterable[FileRating],
    check_ins: Iterable[FileCheckIn],
) -> None:
    """Write one row a set, a rating and a day."""
    writer = csv.DictWriter(stream, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for workout in workouts:
        head = _workout_cells(workout)
        for number, exercise in enumerate(workout.exercises, start=1):
            cells = head | _exercise_cells(number, exercise)
            for place, one in enumerate(exercise.sets, start=1):
                writer.writerow(cells | _set_cells(place, one))
    writer.writerows(map(_rating_cells, ratings))
    writer.writerows(map(_check_in_cells, check_ins))


def _workout_cells(workout: FileWorkout) -> dict[str, str]:
    start, length = workout.started_at, workout.duration_s
    end = start + dt.timedelta(seconds=length) if start and length is not None else None
    weight = workout.body_weight_g
    return {
        "record": SET,
        "date": workout.date.isoformat(),
        "start": start.isoformat() if start else "",
        "end": end.isoformat() if end else "",
        "utc_offset_min": whole_text(workout.utc_offset_min),
        "workout_id": workout.uuid or workout.key,
        "workout": defused(workout.title),
        "routine": defused(workout.routine_name or ""),
        "workout_body_weight": load_text(weight, Unit.KG),
        "workout_note": defused(workout.note),
    }


def _exercise_cells(number: int, exercise: FileExercise) -> dict[str, str]:
    return {
        "exercise_number": str(number),
        "exercise": defused(exercise.name),
        "section": exercise.section or "",
        "superset": defused(exercise.superset or ""),
        "rest_s": whole_text(exercise.rest_s),
        "tempo": defused(exercise.tempo),
        "felt": whole_text(exercise.felt_score),
        "exercise_note": defused(exercise.note),
    }


def _set_cells(number: int, one: FileSet) -> dict[str, str]:
    unit = one.unit or Unit.KG
    load_g = None if one.load is None else grams(one.load, unit)
    return {
        "set_number": str(number),
        "set_type": one.set_type,
        "side": one.side or "",
        "pair": whole_text(one.pair),
        "reps": whole_text(one.reps),
        "load": load_text(load_g, unit),
        "unit": unit,
        "load_mode": one.load_mode or "",
        "band": defused(one.band or ""),
        "duration_s": whole_text(one.duration_s),
        "distance_m": whole_text(one.distance_m),
        "rpe": rpe_text(one.rpe_halves),
        "done_at": one.done_at.isoformat() if one.done_at else "",
        "set_note": defused(one.note),
    }


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


def places(headings: Sequence[str]) -> Mapping[str, int] | None:
    """Return where each column stands, or None where LegLog did not write this."""
    found = {heading.strip(): place for place, heading in enumerate(headings)}
    needed = ("record", "date", "workout_id", "exercise", "set_type", "moment")
    return found if all(column in found for column in needed) else None


def read(
    headings: Sequence[str], places: Mapping[str, int], rows: Iterable[tuple[int, list[str]]]
) -> WorkoutFile:
    """Read the rows below the headings; each comes with its line number."""
    reading = _Reading()
    for number, row in rows:
        try:
            if any(cell.strip() for cell in row[len(headings) :]):
                raise UnreadableCell(",".join(row)[:60])
            reading.take(number, Cells(row, places))
        except UnreadableCell as error:
            reading.skip("unreadable", number, _("“{text}” cannot be read.").format(text=error))
    return reading.result()


class _Reading:
    def __init__(self) -> None:
        self._workouts: dict[str, FileWorkout] = {}
        self._exercises: dict[str, dict[int, FileExercise]] = {}
        self._ratings: list[FileRating] = []
        self._check_ins: dict[dt.date, FileCheckIn] = {}
        self._skipped: dict[str, int] = {}
        self._problems: list[Problem] = []

    def take(self, number: int, cells: Cells) -> None:
        """Take one row."""
        record = cells["record"]
        if record == SET:
            self._take_set(number, cells)
        elif record == RATING:
            self._ratings.append(_rating(number, cells))
        elif record == CHECK_IN:
            day = _check_in(number, cells)
            self._check_ins[day.date] = day
        else:
            raise UnreadableCell(record[:60])

    def skip(self, reason: str, row: int, sentence: str) -> None:
        """Count and tell a row that was left out."""
        self._skipped[reason] = self._skipped.get(reason, 0) + 1
        self._problems.append(Problem(row, sentence))

    def result(self) -> WorkoutFile:
        """Return what was read; raises ImportRejected where there is nothing in it."""
        if not (self._workouts or self._ratings or self._check_ins):
            raise ImportRejected(
                _("There is nothing in this file that LegLog could read."),
                _("Check that it is a whole export."),
            )
        workouts = tuple(
            replace(workout, exercises=tuple(self._exercises[key].values()))
            for key, workout in self._workouts.items()
        )
        return WorkoutFile(
            NAME,
            workouts,
            None,
            unit_needed=False,
            skipped=self._skipped,
            problems=tuple(self._problems),
            ratings=tuple(self._ratings),
            check_ins=tuple(self._check_ins.values()),
        )

    def _take_set(self, number: int, cells: Cells) -> None:
        one, name = _set(number, cells), cells.text("exercise")[:200]
        sentence = impossible(one) or ("" if name else _("The exercise has no name."))
        if sentence:
            self.skip("out of range", number, sentence)
            return
        workout, place = _workout(cells), cells.whole("exercise_number") or 0
        exercise = _exercise(name, cells)
        self._workouts.setdefault(workout.key, workout)
        exercises = self._exercises.setdefault(workout.key, {})
        known = exercises.get(place, exercise)
        exercises[place] = replace(known, sets=(*known.sets, one))


def _workout(cells: Cells) -> FileWorkout:
    start, end = cells.local("start"), cells.local("end")
    length = int((end - start).total_seconds()) if start and end else None
    own_id = cells["workout_id"][:100]
    day = cells.day("date")
    return FileWorkout(
        key=f"{NAME}:{own_id}" if own_id else f"{NAME}:{day}:{cells.text('workout')}",
        title=cells.text("workout")[:200],
        date=day,
        started_at=start,
        duration_s=length if length is not None and 0 <= length <= 7 * 86_400 else None,
        note=cells.text("workout_note"),
        exercises=(),
        utc_offset_min=cells.within("utc_offset_min", -1440, 1440),
        routine_name=cells.text("routine") or None,
        body_weight_g=cells.grams("workout_body_weight", Unit.KG),
        uuid=own_id or None,
    )


def _exercise(name: str, cells: Cells) -> FileExercise:
    return FileExercise(
        name,
        (),
        cells.text("superset") or None,
        cells.text("exercise_note"),
        cells.word("section", Section),
        cells.within("rest_s", 0, 3600),
        cells.text("tempo")[:40],
        cells.within("felt", 0, 10),
    )


def _set(number: int, cells: Cells) -> FileSet:
    return FileSet(
        row=number,
        set_type=cells.word("set_type", SetType) or SetType.WORKING,
        reps=cells.whole("reps"),
        load=cells.number("load"),
        unit=cells.word("unit", Unit) or Unit.KG,
        duration_s=cells.whole("duration_s"),
        distance_m=cells.whole("distance_m"),
        rpe_halves=cells.rpe_halves("rpe"),
        note=cells.text("set_note"),
        side=cells.word("side", Side),
        pair=cells.within("pair", 0, 10_000),
        load_mode=cells.word("load_mode", LoadMode),
        band=cells.text("band") or None,
        done_at=cells.instant("done_at"),
    )


def _rating(number: int, cells: Cells) -> FileRating:
    score = cells.within("score", 0, 10)
    if score is None:
        raise UnreadableCell(cells["score"])
    return FileRating(
        row=number,
        date=cells.day("date"),
        moment=cells.word("moment", Moment) or Moment.ANY,
        score=score,
        recorded_at=cells.instant("start"),
        utc_offset_min=cells.within("utc_offset_min", -1440, 1440),
        region=cells.word("region", PainRegion),
        side=cells.word("pain_side", PainSide),
        leg_sign=cells.word("leg_sign", LegSign),
        triggers=tuple(filter(None, cells.text("triggers").split("|"))),
        recalled=cells["recalled"] == "1",
        note=cells.text("note"),
        workout_key=cells["workout_id"] or None,
        uuid=cells["id"] or None,
    )


def _check_in(number: int, cells: Cells) -> FileCheckIn:
    unit = cells.word("body_weight_unit", Unit)
    return FileCheckIn(
        row=number,
        date=cells.day("date"),
        sitting_min=cells.within("sitting_min", 0, 1440),
        steps=cells.within("steps", 0, 200_000),
        sleep_min=cells.within("sleep_min", 0, 1440),
        sleep_quality=cells.within("sleep_quality", 0, 10),
        stress=cells.within("stress", 0, 10),
        fatigue=cells.within("fatigue", 0, 10),
        body_weight_g=cells.grams("body_weight", unit or Unit.KG),
        body_weight_unit=unit,
        note=cells.text("note"),
    )
