"""Bringing workouts in from other programs' files: look first, then one transaction."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from leglog.errors import ImportRejected, UnitNeeded
from leglog.formats.detect import read_workout_file
from leglog.i18n import _
from leglog.models.exercise import Exercise, ExerciseAlias
from leglog.models.workout import Workout
from leglog.services.import_back import (
    new_check_ins,
    new_ratings,
    write_check_ins,
    write_ratings,
)
from leglog.services.import_rows import ImportRows, KnownExercise
from leglog.services.training_log import Action, TrainingLog
from leglog.training.vocabulary import Unit

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping
    from decimal import Decimal
    from pathlib import Path

    from sqlalchemy.orm import Session

    from leglog.formats.back_file import FileCheckIn, FileRating
    from leglog.formats.workout_file import FileWorkout, Problem, WorkoutFile

LARGEST_FILE = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class FoundExercise:
    """An exercise of the file: how many sets, and what it is called here (None: it is new)."""

    name: str
    sets: int
    known_as: str | None


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What a file would bring, before anything is written.

    Figures count the whole file, also workouts that are here already; ``load_times_reps_kg`` is
    the sum over sets with both, as written in the file.
    """

    file_name: str
    sha256: str
    file: WorkoutFile
    unit: Unit
    new: tuple[FileWorkout, ...]
    exercises: tuple[FoundExercise, ...]
    sets: int
    timed_sets: int
    set_types: Mapping[str, int]
    load_times_reps_kg: Decimal
    first_date: dt.date | None
    last_date: dt.date | None
    new_ratings: tuple[FileRating, ...] = ()
    new_check_ins: tuple[FileCheckIn, ...] = ()

    @property
    def has_news(self) -> bool:
        """Whether there is anything that is not here yet."""
        return bool(self.new or self.new_ratings or self.new_check_ins)

    @property
    def duplicates(self) -> int:
        """How many workouts of the file are here already."""
        return len(self.file.workouts) - len(self.new)

    @property
    def new_exercises(self) -> tuple[str, ...]:
        """Names of exercises that the import would add."""
        return tuple(found.name for found in self.exercises if found.known_as is None)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Rows that could not be taken as they are."""
        return tuple(self.file.problems)


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import wrote."""

    batch_id: int | None
    workouts: int
    sets: int
    ratings: int = 0
    check_ins: int = 0


def read_import_file(path: Path) -> tuple[WorkoutFile, str]:
    """Read a file of another program; return it with the SHA-256 of its content.

    Raises ImportRejected with a sentence where it cannot be read or is no workout log.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise ImportRejected(
                _("{name} is larger than 64 MB, which no workout log is.").format(name=path.name),
                _("Choose the file that the other program exported."),
            )
        content = path.read_bytes()
    except OSError as error:
        raise ImportRejected(
            _("{name} could not be read: {reason}.").format(
                name=path.name, reason=(error.strerror or str(error)).lower()
            ),
            _("Check that the file is there and that you may open it."),
        ) from error
    return read_workout_file(content), hashlib.sha256(content).hexdigest()


def preview_import(log: TrainingLog, path: Path, unit: Unit | None = None) -> ImportPreview:
    """Read ``path`` and compare it with the log; nothing is written.

    ``unit`` is for files that do not name one; where a file does, its own counts. Raises
    ImportRejected, and UnitNeeded where the unit is neither given nor in the file.
    """
    file, sha256 = read_import_file(path)
    return compare_with_log(log, file, path.name, sha256, unit)


def compare_with_log(
    log: TrainingLog, file: WorkoutFile, file_name: str, sha256: str, unit: Unit | None = None
) -> ImportPreview:
    """Return what an already read file would bring; raises UnitNeeded like preview_import."""
    if file.unit_needed and unit is None:
        raise UnitNeeded(
            _("{name} does not say whether its weights are kilograms or pounds.").format(
                name=file_name
            ),
            _("Choose the unit."),
        )
    used = file.unit or unit or Unit.KG
    file = file.taken_as(used) if file.unit_needed else file
    with log.reading() as session:
        known_keys = set(session.scalars(select(Workout.import_key)))
        known_keys |= {f"leglog:{own}" for own in session.scalars(select(Workout.uuid))}
        known_names = {key: found.name for key, found in _known_exercises(session).items()}
        ratings = new_ratings(session, file.ratings)
        check_ins = new_check_ins(session, file.check_ins)
    counts = Counter(
        exercise.name
        for workout in file.workouts
        for exercise in workout.exercises
        for _set in exercise.sets
    )
    sets = [
        one for workout in file.workouts for exercise in workout.exercises for one in exercise.sets
    ]
    dates = [workout.date for workout in file.workouts]
    dates += [rating.date for rating in file.ratings] + [day.date for day in file.check_ins]
    return ImportPreview(
        file_name=file_name,
        sha256=sha256,
        file=file,
        unit=used,
        new=tuple(workout for workout in file.workouts if workout.key not in known_keys),
        exercises=tuple(
            FoundExercise(name, count, known_names.get(name.casefold()))
            for name, count in sorted(counts.items(), key=lambda item: item[0].casefold())
        ),
        sets=len(sets),
        timed_sets=sum(one.duration_s is not None for one in sets),
        set_types=Counter(str(one.set_type) for one in sets),
        load_times_reps_kg=file.load_times_reps_kg(used),
        first_date=min(dates, default=None),
        last_date=max(dates, default=None),
        new_ratings=ratings,
        new_check_ins=check_ins,
    )


def import_workouts(
    log: TrainingLog,
    preview: ImportPreview,
    report: Callable[[float, str], None] = lambda _share, _words: None,
) -> ImportResult:
    """Write the new workouts of ``preview`` in one transaction, which is one undo step.

    ``report`` hears of the share done and may raise to cancel; then nothing is written.
    """
    if not preview.has_news:
        return ImportResult(None, 0, 0)
    with log.action(Action.IMPORT_WORKOUTS) as session:
        report(0.1, _("Matching exercises"))
        rows = ImportRows(session, _known_exercises(session), preview.unit)
        batch = rows.add_batch(preview.file_name, preview.sha256, preview.file.format)
        for number, workout in enumerate(preview.new):
            if number % 50 == 0:
                report(0.1 + 0.6 * number / len(preview.new), _("Preparing workouts"))
            rows.add_workout(workout)
        report(0.8, _("Writing"))
        sets = rows.write()
        ratings = write_ratings(session, preview.new_ratings, rows.workout_ids, rows.now)
        check_ins = write_check_ins(session, preview.new_check_ins, rows.now)
        batch_id = batch.id
        batch.mapping = json.dumps(
            {
                "unit": preview.unit.value,
                "ratings": ratings,
                "check_ins": check_ins,
                "new_exercises": rows.added_exercises,
            }
        )
    return ImportResult(
        batch_id, len(preview.new), sets, len(preview.new_ratings), len(preview.new_check_ins)
    )


def _known_exercises(session: Session) -> dict[str, KnownExercise]:
    """Return all exercises by each of their names without case; the surest name counts.

    From the least sure: the catalogue's aliases, names of archived exercises, names matched by
    hand or merged, names of exercises in use.
    """
    columns = (
        Exercise.id,
        Exercise.name,
        Exercise.category,
        Exercise.measure,
        Exercise.load_basis,
        Exercise.per_side,
    )
    by_id = {row.id: KnownExercise(*row) for row in session.execute(select(*columns))}
    archived = set(session.scalars(select(Exercise.id).where(Exercise.archived_at.is_not(None))))
    aliases = session.execute(
        select(
            ExerciseAlias.name_folded, ExerciseAlias.exercise_id, ExerciseAlias.from_catalogue
        ).order_by(ExerciseAlias.id)
    ).all()
    names = {found.name.casefold(): found for found in by_id.values()}
    return {
        **{row.name_folded: by_id[row.exercise_id] for row in aliases if row.from_catalogue},
        **{name: found for name, found in names.items() if found.id in archived},
        **{row.name_folded: by_id[row.exercise_id] for row in aliases if not row.from_catalogue},
        **{name: found for name, found in names.items() if found.id not in archived},
    }
