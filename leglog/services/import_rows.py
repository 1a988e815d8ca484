"""Turns the workouts of a file into rows, many at a time."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass, field
from itertools import repeat
from operator import add
from typing import TYPE_CHECKING

from leglog.formats.leglog_csv import NAME as OWN_FORMAT
from leglog.i18n import _
from leglog.models import journal
from leglog.models.base import instant_text, new_uuids
from leglog.models.exercise import Exercise
from leglog.models.stored import all_tables, insert_tuples
from leglog.services.exercise_guess import guess_exercise
from leglog.services.import_matching import KnownExercise
from leglog.training.units import grams
from leglog.training.vocabulary import (
    Category,
    LoadBasis,
    LoadMode,
    Section,
    Side,
    Unit,
    WorkoutState,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sqlalchemy.orm import Session

    from leglog.formats.workout_file import FileExercise, FileWorkout
    from leglog.models.keeping import ImportBatch
    from leglog.models.stored import Cell

    Cells = tuple[Cell, ...]

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
class _Meant:
    """What a name of the file stands for, as it is written at its rows."""

    exercise_id: int
    name: str
    section: str
    side: str
    with_load: str
    """The load mode of its sets."""
    without_load: str


_OF_EVERY_ROW = ("id", "uuid", "changed_at")
_OF_A_WORKOUT = (
    "title", "routine_name", "body_weight_g", "date", "started_at", "ended_at", "utc_offset_min",
    "note", "state", "import_batch_id", "import_key",
)  # fmt: skip
_OF_AN_EXERCISE = (
    "workout_id", "exercise_id", "exercise_name", "section", "position", "superset", "note",
    "rest_s", "tempo", "felt_score", "skipped", "skip_reason",
)  # fmt: skip
_OF_A_SET = (
    "workout_exercise_id", "position", "set_type", "side", "pair", "planned", "removed", "reps",
    "load_g", "load_unit", "load_mode", "band", "duration_s", "distance_m", "rpe_halves", "note",
    "done", "done_at",
)  # fmt: skip


@dataclass(slots=True)
class ImportRows:
    """Writes workouts table by table, each row as it stands in the file of the log.

    The transaction holds the write lock: the ids from the first free one on are its own.
    """

    session: Session
    known: dict[str, KnownExercise]
    unit: Unit
    batch: ImportBatch
    workout_ids: dict[str, int] = field(default_factory=dict)
    """Ids of the workouts written, by the file's own key."""
    added_exercises: list[str] = field(default_factory=list)
    """UUIDs of exercises that the file brought."""
    _meant: dict[str, _Meant] = field(default_factory=dict)

    def write(self, workouts: Sequence[FileWorkout], report: Callable[[float, str], None]) -> int:
        """Write the workouts and return the number of their sets; ``report`` may raise."""
        report(0.1, _("Preparing workouts"))
        exercises = [exercise for workout in workouts for exercise in workout.exercises]
        for exercise in exercises:
            if exercise.name not in self._meant:
                self._meant[exercise.name] = self._meaning(exercise)
        # What LegLog wrote has a name already, the same in every log.
        names = [
            _uuid_or_none(workout.uuid) or name
            for workout, name in zip(workouts, new_uuids(len(workouts)), strict=True)
        ]
        ids = self._insert("workout", _OF_A_WORKOUT, names, map(self._workout, workouts))
        self.workout_ids = dict(zip((workout.key for workout in workouts), ids, strict=True))
        rows = self._exercises(zip(ids, workouts, strict=True))
        ids = self._insert("workout_exercise", _OF_AN_EXERCISE, new_uuids(len(exercises)), rows)
        count = sum(len(exercise.sets) for exercise in exercises)
        rows = self._sets(list(zip(ids, exercises, strict=True)), report)
        self._insert("performed_set", _OF_A_SET, new_uuids(count), rows)
        report(0.9, _("Writing"))
        return count

    def _insert(
        self, table: str, columns: tuple[str, ...], names: list[str], rows: Iterator[Cells]
    ) -> range:
        """Write rows with these UUIDs and return their ids."""
        connection = self.session.connection()
        now = repeat(instant_text(self.batch.imported_at))
        with journal.as_one_range(connection, all_tables()[table]) as first:
            ids = range(first, first + len(names))
            whole = map(add, zip(ids, names, now, strict=False), rows)
            insert_tuples(connection, all_tables()[table], (*_OF_EVERY_ROW, *columns), whole)
        return ids

    def _workout(self, workout: FileWorkout) -> Cells:
        start, offset = _instant(workout.started_at, workout.utc_offset_min)
        end = _end(start, workout.duration_s)
        return (
            workout.title,
            workout.routine_name,
            workout.body_weight_g,
            workout.date.isoformat(),
            None if start is None else instant_text(start),
            None if end is None else instant_text(end),
            offset,
            workout.note,
            str(WorkoutState.FINISHED),
            self.batch.id,
            workout.key,
        )

    def _exercises(self, workouts: Iterable[tuple[int, FileWorkout]]) -> Iterator[Cells]:
        is_own = self.batch.file_format == OWN_FORMAT
        for workout_id, workout in workouts:
            supersets: dict[str, int] = {}
            for position, exercise in enumerate(workout.exercises):
                meant, superset = self._meant[exercise.name], exercise.superset
                yield (
                    workout_id,
                    meant.exercise_id,
                    # LegLog's own file says what an exercise was called when it was done.
                    exercise.name if is_own else meant.name,
                    str(exercise.section or meant.section),
                    position,
                    supersets.setdefault(superset, len(supersets) + 1) if superset else None,
                    exercise.note,
                    exercise.rest_s,
                    exercise.tempo,
                    exercise.felt_score,
                    0,
                    "",
                )

    def _sets(
        self, exercises: list[tuple[int, FileExercise]], report: Callable[[float, str], None]
    ) -> Iterator[Cells]:
        for number, (item_id, exercise) in enumerate(exercises):
            if number % 200 == 0:
                report(0.3 + 0.6 * number / len(exercises), _("Writing"))
            meant = self._meant[exercise.name]
            for position, one in enumerate(exercise.sets):
                unit, load = one.unit or self.unit, one.load
                mode = one.load_mode or (meant.without_load if load is None else meant.with_load)
                yield (
                    item_id,
                    position,
                    str(one.set_type),
                    str(one.side or meant.side),
                    one.pair,
                    0,
                    0,
                    one.reps,
                    None if load is None else grams(load, unit),
                    str(unit),
                    str(mode),
                    one.band,
                    one.duration_s,
                    one.distance_m,
                    one.rpe_halves,
                    one.note,
                    1,
                    None if one.done_at is None else instant_text(one.done_at),
                )

    def _meaning(self, exercise: FileExercise) -> _Meant:
        known = self._known(exercise)
        return _Meant(
            known.id,
            known.name,
            str(_SECTIONS[known.category]),
            str(Side.EACH if known.per_side else Side.BOTH),
            str(_loaded(known, exercise.name.casefold())),
            str(_unloaded(known, exercise.name.casefold())),
        )

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
                changed_at=self.batch.imported_at,
            )
            self.session.add(row)
            self.session.flush()
            self.added_exercises.append(row.uuid)
            self.known[folded] = KnownExercise(
                row.id, row.name, row.category, row.measure, row.load_basis, row.per_side
            )
        return self.known[folded]


def _loaded(known: KnownExercise, name: str) -> LoadMode:
    """Return what a load in a file means: the exercise's way, unless its name says otherwise."""
    if "(barbell)" in name or "(machine)" in name or "(cable)" in name:
        return LoadMode.EXTERNAL
    if "(dumbbell)" in name:
        return LoadMode.PER_DUMBBELL
    if "(assisted)" in name:
        return LoadMode.ASSISTED
    return _MODES[known.load_basis]


def _unloaded(known: KnownExercise, name: str) -> LoadMode:
    if "(band)" in name:
        return LoadMode.BAND
    return LoadMode.BODYWEIGHT if known.measure.counts_reps else LoadMode.NONE


def _instant(
    local: dt.datetime | None, offset_min: int | None
) -> tuple[dt.datetime | None, int | None]:
    """Return the instant of a local time, and the offset in minutes.

    Where the file does not say how far from UTC it was, this computer's zone tells.
    """
    if local is None:
        return None, offset_min
    if offset_min is not None:
        return local.replace(tzinfo=dt.timezone(dt.timedelta(minutes=offset_min))), offset_min
    aware = local.astimezone()
    offset = aware.utcoffset()
    return aware, None if offset is None else round(offset.total_seconds() / 60)


def _uuid_or_none(text: str | None) -> str | None:
    try:
        return text if text and str(uuid.UUID(text)) == text else None
    except ValueError:
        return None


def _end(start: dt.datetime | None, duration_s: int | None) -> dt.datetime | None:
    if start is None or duration_s is None:
        return None
    return start + dt.timedelta(seconds=duration_s)
