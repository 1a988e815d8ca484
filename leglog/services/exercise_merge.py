"""Makes one exercise out of two: look first, then one step that undo takes back whole."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import select, update

from leglog.errors import InvalidValue
from leglog.i18n import _
from leglog.models.base import utc_now
from leglog.models.exercise import Exercise, ExerciseAlias
from leglog.models.routine import Routine, RoutineExercise
from leglog.models.workout import PerformedSet, WorkoutExercise
from leglog.services.rows import get_row
from leglog.services.training_log import Action, TrainingLog

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session


class DoubtKind(StrEnum):
    """Why two exercises may not be the same one."""

    MEASURE = "measure"
    """One counts reps where the other takes time; the count is the sets that were measured so."""
    LOAD = "load"
    """The number in the weight field means something else; the count is the sets with a load."""
    SIDES = "sides"
    """Only one is done one side at a time."""
    MUSCLES = "muscles"
    """Past sets will count for other muscles or another movement."""
    SAME_WORKOUTS = "same_workouts"
    """Workouts that have both, where it will stand twice."""
    SAME_ROUTINES = "same_routines"
    """Routines that have both."""


@dataclass(frozen=True, slots=True)
class MergeDoubt:
    """A doubt with how many sets, workouts or routines it is about."""

    kind: DoubtKind
    count: int


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What would move from one exercise to the other, and what is doubtful about it."""

    from_name: str
    into_name: str
    workouts: int
    sets: int
    """Sets done."""
    routines: int
    doubts: tuple[MergeDoubt, ...]


def preview_merge(log: TrainingLog, from_id: int, into_id: int) -> MergePreview:
    """Say what a merge would move; nothing is written. Raises NotFound and InvalidValue."""
    with log.reading() as session:
        gone, kept = _both(session, from_id, into_id)
        done = _done_sets(session, gone.id)
        return MergePreview(
            gone.name,
            kept.name,
            len(_workouts(session, gone.id)),
            len(done),
            len(_routines(session, gone.id)),
            tuple(_doubts(session, gone, kept, sum(load is not None for load in done))),
        )


def merge_exercises(log: TrainingLog, from_id: int, into_id: int) -> MergePreview:
    """Make one exercise part of another: all workouts and routines move, names and note too.

    Past workouts keep the name under which it was done. An own exercise is gone afterwards, a
    built-in one is archived. Raises NotFound and InvalidValue.
    """
    preview = preview_merge(log, from_id, into_id)
    with log.action(Action.MERGE_EXERCISES) as session:
        gone, kept = _both(session, from_id, into_id)
        for table in (WorkoutExercise, RoutineExercise):
            session.execute(
                update(table).where(table.exercise_id == gone.id).values(exercise_id=kept.id)
            )
        _take_names(gone, kept)
        if gone.own_note and gone.own_note not in kept.own_note:
            kept.own_note = f"{kept.own_note}\n{gone.own_note}".strip()
        _turn_neighbours(session, gone, kept)
        session.flush()
        if gone.key is None:
            session.delete(gone)
        else:
            gone.archived_at = utc_now()
    return preview


def _both(session: Session, from_id: int, into_id: int) -> tuple[Exercise, Exercise]:
    if from_id == into_id:
        raise InvalidValue(_("An exercise cannot be merged with itself."), _("Choose another one."))
    return get_row(session, Exercise, from_id), get_row(session, Exercise, into_id)


def _workouts(session: Session, exercise_id: int) -> set[int]:
    column = select(WorkoutExercise.workout_id)
    return set(session.scalars(column.where(WorkoutExercise.exercise_id == exercise_id)))


def _routines(session: Session, exercise_id: int) -> set[int]:
    return set(
        session.scalars(
            select(Routine.id)
            .join(RoutineExercise, RoutineExercise.routine_id == Routine.id)
            .where(RoutineExercise.exercise_id == exercise_id)
        )
    )


def _done_sets(session: Session, exercise_id: int) -> list[int | None]:
    """Return the load of every set done."""
    return list(
        session.scalars(
            select(PerformedSet.load_g)
            .join(WorkoutExercise, WorkoutExercise.id == PerformedSet.workout_exercise_id)
            .where(WorkoutExercise.exercise_id == exercise_id, PerformedSet.done)
        )
    )


def _doubts(session: Session, gone: Exercise, kept: Exercise, loaded: int) -> Iterator[MergeDoubt]:
    sets = len(_done_sets(session, gone.id))
    if gone.measure is not kept.measure:
        yield MergeDoubt(DoubtKind.MEASURE, sets)
    if gone.load_basis is not kept.load_basis and loaded:
        yield MergeDoubt(DoubtKind.LOAD, loaded)
    if gone.per_side != kept.per_side:
        yield MergeDoubt(DoubtKind.SIDES, sets)
    if _trained(gone) != _trained(kept):
        yield MergeDoubt(DoubtKind.MUSCLES, sets)
    if both := _workouts(session, gone.id) & _workouts(session, kept.id):
        yield MergeDoubt(DoubtKind.SAME_WORKOUTS, len(both))
    if both := _routines(session, gone.id) & _routines(session, kept.id):
        yield MergeDoubt(DoubtKind.SAME_ROUTINES, len(both))


def _trained(row: Exercise) -> tuple[object, ...]:
    return (row.category, row.pattern, {one.muscle: one.share for one in row.muscles})


def _take_names(gone: Exercise, kept: Exercise) -> None:
    """Let the kept exercise be found, also by imports, under every name that the other had."""
    known = {kept.name_folded, *(one.name_folded for one in kept.aliases)}
    for name in (gone.name, *(one.name for one in gone.aliases)):
        if name.casefold() not in known:
            known.add(name.casefold())
            kept.aliases.append(ExerciseAlias(name=name, name_folded=name.casefold()))


def _turn_neighbours(session: Session, gone: Exercise, kept: Exercise) -> None:
    """Point what is easier or harder to the kept exercise, but never to itself."""
    for column in ("easier_id", "harder_id"):
        pointing = select(Exercise).where(getattr(Exercise, column) == gone.id)
        for row in session.scalars(pointing):
            follow = getattr(gone, column)
            target = kept.id if row is not kept else (None if follow == kept.id else follow)
            setattr(row, column, target)
            if row.key is not None and column not in row.adjusted:
                row.adjusted = (*row.adjusted, column)
