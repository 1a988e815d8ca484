"""Imports that were made, and taking one back weeks later."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, or_, select

from leglog.models.exercise import Exercise
from leglog.models.keeping import ImportBatch
from leglog.models.pain import CheckIn, PainRating
from leglog.models.routine import RoutineExercise
from leglog.models.workout import PerformedSet, Workout, WorkoutExercise
from leglog.services.rows import get_row
from leglog.services.training_log import Action, TrainingLog

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class ImportView:
    """One import; ``workouts`` are those of it that are still here."""

    id: int
    file_name: str
    format: str
    imported_at: dt.datetime
    workouts: int
    sets: int
    changed: tuple[ChangedWorkout, ...]
    """Workouts that were changed since."""


@dataclass(frozen=True, slots=True)
class ChangedWorkout:
    """A workout of an import that is no longer as the file had it."""

    id: int
    title: str
    date: dt.date


def imports(log: TrainingLog) -> tuple[ImportView, ...]:
    """Return all imports, the newest first."""
    with log.reading() as session:
        batches = session.scalars(select(ImportBatch).order_by(ImportBatch.imported_at.desc()))
        return tuple(_view(session, batch) for batch in batches.all())


def undo_import(log: TrainingLog, batch_id: int, *, with_changed: bool = False) -> int:
    """Take an import back and return how many workouts went; one undo step.

    Workouts that were changed since stay, unless ``with_changed``. Exercises that came with the
    import go where nothing uses them. Raises NotFound where it is no longer there.
    """
    with log.action(Action.UNDO_IMPORT) as session:
        batch = get_row(session, ImportBatch, batch_id)
        wanted = select(Workout.id).where(Workout.import_batch_id == batch_id)
        if not with_changed:
            wanted = wanted.where(Workout.id.not_in(_changed_ids(batch)))
        ids = session.scalars(wanted).all()
        session.execute(delete(Workout).where(Workout.id.in_(wanted)))
        _remove_what_came_with_it(session, json.loads(batch.mapping), batch.imported_at)
        session.delete(batch)
    return len(ids)


def _view(session: Session, batch: ImportBatch) -> ImportView:
    here = select(func.count()).where(Workout.import_batch_id == batch.id)
    changed = session.execute(
        select(Workout.id, Workout.title, Workout.date)
        .where(Workout.id.in_(_changed_ids(batch)))
        .order_by(Workout.date)
    )
    return ImportView(
        batch.id,
        batch.file_name,
        batch.file_format,
        batch.imported_at,
        session.scalar(here) or 0,
        batch.sets,
        tuple(ChangedWorkout(*row) for row in changed),
    )


def _changed_ids(batch: ImportBatch) -> Any:
    """Select the workouts of an import in which anything is newer than the import."""
    since = batch.imported_at
    return (
        select(Workout.id)
        .outerjoin(WorkoutExercise, WorkoutExercise.workout_id == Workout.id)
        .outerjoin(PerformedSet, PerformedSet.workout_exercise_id == WorkoutExercise.id)
        .outerjoin(PainRating, PainRating.workout_id == Workout.id)
        .where(Workout.import_batch_id == batch.id)
        .where(
            or_(
                Workout.changed_at > since,
                WorkoutExercise.changed_at > since,
                PerformedSet.changed_at > since,
                PainRating.changed_at > since,
            )
        )
    )


def _remove_what_came_with_it(
    session: Session, mapping: dict[str, Any], imported_at: dt.datetime
) -> None:
    for table, key in ((PainRating, "ratings"), (CheckIn, "check_ins")):
        session.execute(
            delete(table).where(
                table.uuid.in_(mapping.get(key, [])), table.changed_at <= imported_at
            )
        )
    used = select(WorkoutExercise.exercise_id).union(select(RoutineExercise.exercise_id))
    session.execute(
        delete(Exercise).where(
            Exercise.uuid.in_(mapping.get("new_exercises", [])),
            Exercise.changed_at <= imported_at,
            Exercise.id.not_in(used),
        )
    )
