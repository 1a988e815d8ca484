"""Turns the workouts of a file into rows, many at a time."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select

from leglog.formats.leglog_csv import NAME as OWN_FORMAT
from leglog.models.base import new_uuid, utc_now
from leglog.models.exercise import Exercise
from leglog.models.keeping import ImportBatch
from leglog.models.workout import PerformedSet, Workout, WorkoutExercise
from leglog.services.exercise_guess import guess_exercise
from leglog.training.units import grams
from leglog.training.vocabulary import (
    Category,
    LoadBasis,
    LoadMode,
    Measure,
    Section,
    Side,
    Unit,
    WorkoutState,
)

if TYPE_CHECKING:
    import datetime as dt
    from decimal import Decimal

    from sqlalchemy.orm import Session

    from leglog.formats.workout_file import FileExercise, FileSet, FileWorkout

_SECTIONS = {
    Category.WARM_UP: Section.WARM_UP,
    Category.STRENGTH: Section.MAIN,
    Category.CORE: Section.CORE,
    Category.STRETCH: Section.COOL_DOWN,
    Category.CARDIO: Section.MAIN,
}
_MODES = {
    LoadBasis.TOTAL: LoadMode.EXTERNAL,
    LoadBasis.SINGLE: LoadMode.EXTERNAL,
    LoadBasis.STACK: LoadMode.EXTERNAL,
    LoadBasis.PER_DUMBBELL: LoadMode.PER_DUMBBELL,
    LoadBasis.ADDED: LoadMode.ADDED,
    LoadBasis.ASSIST: LoadMode.ASSISTED,
    LoadBasis.NONE: LoadMode.ADDED,
}


@dataclass(frozen=True, slots=True)
class KnownExercise:
    """What the rows of a set need to know of its exercise."""

    id: int
    name: str
    category: Category
    measure: Measure
    load_basis: LoadBasis
    per_side: bool


@dataclass(slots=True)
class _Counter:
    """Hands out row ids; the transaction holds the write lock, so nobody else does."""

    last: int

    def next(self) -> int:
        self.last += 1
        return self.last


@dataclass(slots=True)
class ImportRows:
    """Gathers rows and writes them with one statement a table."""

    session: Session
    known: dict[str, KnownExercise]
    unit: Unit
    workout_ids: dict[str, int] = field(default_factory=dict)
    """Ids of the workouts gathered, by the file's own key."""
    added_exercises: list[str] = field(default_factory=list)
    """UUIDs of exercises that the file brought."""
    _batch: ImportBatch | None = None
    _is_own: bool = False
    """LegLog's own file says what an exercise was called when it was done."""
    _workouts: list[dict[str, Any]] = field(default_factory=list)
    _exercises: list[dict[str, Any]] = field(default_factory=list)
    _sets: list[dict[str, Any]] = field(default_factory=list)
    _workout_ids: _Counter = field(init=False)
    _exercise_ids: _Counter = field(init=False)
    now: dt.datetime = field(default_factory=utc_now)
    """When all rows of this import were made; what is newer was changed since."""

    def __post_init__(self) -> None:
        self._workout_ids = _Counter(self.session.scalar(select(func.max(Workout.id))) or 0)
        self._exercise_ids = _Counter(
            self.session.scalar(select(func.max(WorkoutExercise.id))) or 0
        )

    def add_batch(self, file_name: str, sha256: str, file_format: str) -> ImportBatch:
        """Note the import itself."""
        self._batch = ImportBatch(
            file_name=file_name,
            sha256=sha256,
            file_format=file_format,
            imported_at=self.now,
            workouts=0,
            sets=0,
        )
        self._is_own = file_format == OWN_FORMAT
        self.session.add(self._batch)
        self.session.flush()
        return self._batch

    def add_workout(self, workout: FileWorkout) -> None:
        """Gather the rows of one workout."""
        workout_id = self._workout_ids.next()
        start, offset = _instant(workout.started_at, workout.utc_offset_min)
        shared = self._shared()
        if workout.uuid is not None and _is_uuid(workout.uuid):
            # Written by LegLog: the same workout keeps its name in every log.
            shared["uuid"] = workout.uuid
        self.workout_ids[workout.key] = workout_id
        self._workouts.append(
            shared
            | {
                "id": workout_id,
                "title": workout.title,
                "routine_name": workout.routine_name,
                "body_weight_g": workout.body_weight_g,
                "date": workout.date,
                "started_at": start,
                "ended_at": _end(start, workout.duration_s),
                "utc_offset_min": offset,
                "note": workout.note,
                "state": WorkoutState.FINISHED,
                "import_batch_id": self._batch.id if self._batch else None,
                "import_key": workout.key,
            }
        )
        supersets: dict[str, int] = {}
        for position, exercise in enumerate(workout.exercises):
            superset = exercise.superset
            number = supersets.setdefault(superset, len(supersets) + 1) if superset else None
            self._add_exercise(workout_id, position, exercise, number)

    def write(self) -> int:
        """Write everything gathered; return the number of sets."""
        for table, rows in (
            (Workout, self._workouts),
            (WorkoutExercise, self._exercises),
            (PerformedSet, self._sets),
        ):
            if rows:
                self.session.execute(insert(table), rows)
        if self._batch is not None:
            self._batch.workouts, self._batch.sets = len(self._workouts), len(self._sets)
        return len(self._sets)

    def _add_exercise(
        self, workout_id: int, position: int, exercise: FileExercise, superset: int | None
    ) -> None:
        known = self._known(exercise)
        row_id = self._exercise_ids.next()
        self._exercises.append(
            self._shared()
            | {
                "id": row_id,
                "workout_id": workout_id,
                "exercise_id": known.id,
                "exercise_name": exercise.name if self._is_own else known.name,
                "section": exercise.section or _SECTIONS[known.category],
                "position": position,
                "superset": superset,
                "note": exercise.note,
                "rest_s": exercise.rest_s,
                "tempo": exercise.tempo,
                "felt_score": exercise.felt_score,
            }
        )
        for place, one in enumerate(exercise.sets):
            self._sets.append(self._set_row(row_id, place, one, known, exercise.name))

    def _set_row(
        self, row_id: int, position: int, one: FileSet, known: KnownExercise, file_name: str
    ) -> dict[str, Any]:
        unit = one.unit or self.unit
        return self._shared() | {
            "workout_exercise_id": row_id,
            "position": position,
            "set_type": one.set_type,
            "side": one.side or (Side.EACH if known.per_side else Side.BOTH),
            "pair": one.pair,
            "reps": one.reps,
            "load_g": None if one.load is None else grams(one.load, unit),
            "load_unit": unit,
            "load_mode": one.load_mode or load_mode(one.load, known, file_name),
            "band": one.band,
            "duration_s": one.duration_s,
            "distance_m": one.distance_m,
            "rpe_halves": one.rpe_halves,
            "note": one.note,
            "done": True,
            "done_at": one.done_at,
        }

    def _known(self, exercise: FileExercise) -> KnownExercise:
        folded = exercise.name.casefold()
        if folded not in self.known:
            guess = guess_exercise(exercise)
            row = Exercise(
                name=exercise.name,
                name_folded=folded,
                category=guess.category,
                pattern=guess.pattern,
                measure=guess.measure,
                load_basis=guess.load_basis,
                changed_at=self.now,
            )
            self.session.add(row)
            self.session.flush()
            self.added_exercises.append(row.uuid)
            self.known[folded] = KnownExercise(
                row.id, row.name, row.category, row.measure, row.load_basis, row.per_side
            )
        return self.known[folded]

    def _shared(self) -> dict[str, Any]:
        return {"uuid": new_uuid(), "changed_at": self.now}


def load_mode(load: Decimal | None, known: KnownExercise, file_name: str) -> LoadMode:
    """Return what a load in a file means: the exercise's way, unless its name says otherwise."""
    name = file_name.casefold()
    if load is None:
        if "(band)" in name:
            return LoadMode.BAND
        return LoadMode.BODYWEIGHT if known.measure.counts_reps else LoadMode.NONE
    if "(barbell)" in name or "(machine)" in name or "(cable)" in name:
        return LoadMode.EXTERNAL
    if "(dumbbell)" in name:
        return LoadMode.PER_DUMBBELL
    if "(assisted)" in name:
        return LoadMode.ASSISTED
    return _MODES[known.load_basis]


def _instant(
    local: dt.datetime | None, offset_min: int | None
) -> tuple[dt.datetime | None, int | None]:
    """Return the instant of a local time, and the offset in minutes.

    Where the file does not say how far from UTC it was, this computer's zone tells.
    """
    import datetime as dt

    if local is None:
        return None, offset_min
    if offset_min is not None:
        return local.replace(tzinfo=dt.timezone(dt.timedelta(minutes=offset_min))), offset_min
    aware = local.astimezone()
    offset = aware.utcoffset()
    return aware, None if offset is None else round(offset.total_seconds() / 60)


def _is_uuid(text: str) -> bool:
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False


def _end(start: dt.datetime | None, duration_s: int | None) -> dt.datetime | None:
    import datetime as dt

    if start is None or duration_s is None:
        return None
    return start + dt.timedelta(seconds=duration_s)
