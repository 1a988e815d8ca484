"""Reads LegLog's own CSV: every field that ``leglog_writing`` wrote comes back; docs/export.md."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from leglog.errors import ImportRejected
from leglog.formats.back_file import FileCheckIn, FileRating
from leglog.formats.builder import MAX_NAME, impossible
from leglog.formats.cells import UnreadableCell, check_width
from leglog.formats.leglog_cells import Cells
from leglog.formats.leglog_writing import CHECK_IN, OF_A_WORKOUT, OF_AN_EXERCISE, RATING, SET
from leglog.formats.workout_file import (
    FileExercise,
    FileSet,
    FileWorkout,
    Problem,
    WorkoutFile,
)
from leglog.i18n import _
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
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

NAME = "leglog"


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
            check_width(row, len(headings))
            reading.take(number, Cells(row, places))
        except UnreadableCell as error:
            reading.skip("unreadable", number, _("“{text}” cannot be read.").format(text=error))
    return reading.result()


class _Reading:
    """Gathers the rows; every row of a set repeats the cells of its workout and its exercise."""

    def __init__(self) -> None:
        self._workouts: dict[str, FileWorkout] = {}
        self._exercises: dict[str, dict[int, FileExercise]] = {}
        self._sets: dict[tuple[str, int], list[FileSet]] = {}
        self._read_workouts: dict[tuple[str, ...], FileWorkout] = {}
        self._read_exercises: dict[tuple[str, ...], FileExercise] = {}
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
        workouts = tuple(map(self._finished, self._workouts.values()))
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

    def _finished(self, workout: FileWorkout) -> FileWorkout:
        exercises = (
            replace(exercise, sets=tuple(self._sets[workout.key, place]))
            for place, exercise in self._exercises[workout.key].items()
        )
        return replace(workout, exercises=tuple(exercises))

    def _take_set(self, number: int, cells: Cells) -> None:
        one, name = _set(number, cells), cells.text("exercise")[:MAX_NAME]
        sentence = impossible(one) or ("" if name else _("The exercise has no name."))
        if sentence:
            self.skip("out of range", number, sentence)
            return
        workout, exercise = self._workout(cells), self._exercise(name, cells)
        place = cells.whole("exercise_number") or 0
        self._workouts.setdefault(workout.key, workout)
        self._exercises.setdefault(workout.key, {}).setdefault(place, exercise)
        self._sets.setdefault((workout.key, place), []).append(one)

    def _workout(self, cells: Cells) -> FileWorkout:
        written = cells.many(OF_A_WORKOUT)
        if written not in self._read_workouts:
            self._read_workouts[written] = _workout(cells)
        return self._read_workouts[written]

    def _exercise(self, name: str, cells: Cells) -> FileExercise:
        written = cells.many(OF_AN_EXERCISE)
        if written not in self._read_exercises:
            self._read_exercises[written] = _exercise(name, cells)
        return self._read_exercises[written]


def _workout(cells: Cells) -> FileWorkout:
    start, end = cells.local("start"), cells.local("end")
    length = int((end - start).total_seconds()) if start and end else None
    own_id = cells["workout_id"][:100]
    day = cells.day("date")
    return FileWorkout(
        key=f"{NAME}:{own_id}" if own_id else f"{NAME}:{day}:{cells.text('workout')}",
        title=cells.text("workout")[:MAX_NAME],
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
