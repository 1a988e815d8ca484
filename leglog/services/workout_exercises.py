"""The exercises of one workout: adding, swapping, ordering and leaving them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from leglog.errors import InvalidValue
from leglog.i18n import _
from leglog.models.exercise import Exercise
from leglog.models.workout import Workout, WorkoutExercise
from leglog.services.positions import renumber
from leglog.services.rows import get_row
from leglog.services.training_log import Action, TrainingLog
from leglog.services.workouts import empty_sets
from leglog.training.vocabulary import Category, Section, Side

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from leglog.models.workout import PerformedSet

SECTION_OF = {
    Category.WARM_UP: Section.WARM_UP,
    Category.STRENGTH: Section.MAIN,
    Category.CORE: Section.CORE,
    Category.STRETCH: Section.COOL_DOWN,
    Category.CARDIO: Section.MAIN,
}
"""The part of a workout that an exercise belongs to by itself."""


def add_workout_exercise(log: TrainingLog, workout_id: int, exercise_id: int) -> int:
    """Add an exercise at the end of its section, with its usual number of sets; return its id."""
    with log.action(Action.ADD_WORKOUT_EXERCISE) as session:
        return add_to_workout(session, workout_id, exercise_id).id


def add_to_workout(
    session: Session,
    workout_id: int,
    exercise_id: int,
    sets: int | None = None,
) -> WorkoutExercise:
    """Add an exercise within an action and return its row; ``sets`` is other than usual."""
    workout = get_row(session, Workout, workout_id)
    exercise = get_row(session, Exercise, exercise_id)
    row = WorkoutExercise(
        exercise_id=exercise.id,
        exercise_name=exercise.name,
        section=SECTION_OF[exercise.category],
        position=len(workout.exercises),
        sets=empty_sets(exercise, sets),
    )
    workout.exercises.append(row)
    session.flush()
    _keep_sections_together(session, workout)
    return row


def remove_workout_exercise(log: TrainingLog, workout_exercise_id: int) -> None:
    """Take an exercise with its sets out of the workout."""
    with log.action(Action.REMOVE_WORKOUT_EXERCISE) as session:
        row = get_row(session, WorkoutExercise, workout_exercise_id)
        workout = get_row(session, Workout, row.workout_id)
        workout.exercises.remove(row)
        session.flush()
        _keep_sections_together(session, workout)


def skip_workout_exercise(
    log: TrainingLog, workout_exercise_id: int, skipped: bool = True, reason: str = ""
) -> None:
    """Leave an exercise out today, or take it back in; a reason is not asked for."""
    with log.action(Action.SKIP_WORKOUT_EXERCISE) as session:
        row = get_row(session, WorkoutExercise, workout_exercise_id)
        row.skipped, row.skip_reason = skipped, reason if skipped else ""


def move_workout_exercise(log: TrainingLog, workout_exercise_id: int, by: int) -> None:
    """Move an exercise by a number of places; past the end of its section it changes section."""
    with log.action(Action.MOVE_WORKOUT_EXERCISE) as session:
        row = get_row(session, WorkoutExercise, workout_exercise_id)
        order = list(get_row(session, Workout, row.workout_id).exercises)
        here = order.index(row)
        there = min(max(here + by, 0), len(order) - 1)
        if there == here:
            return
        row.section = order[there].section
        order.insert(there, order.pop(here))
        renumber(session, order)


def note_workout_exercise(log: TrainingLog, workout_exercise_id: int, note: str) -> None:
    """Write the note of an exercise in this workout."""
    with log.action(Action.CORRECT_WORKOUT_EXERCISE) as session:
        get_row(session, WorkoutExercise, workout_exercise_id).note = note


def feel_workout_exercise(log: TrainingLog, workout_exercise_id: int, score: int | None) -> None:
    """Say how much the back felt this exercise, 0–10, or take that away."""
    if score is not None and not 0 <= score <= 10:
        raise InvalidValue(_("A rating is a number from 0 to 10."))
    with log.action(Action.CORRECT_WORKOUT_EXERCISE) as session:
        get_row(session, WorkoutExercise, workout_exercise_id).felt_score = score


def swap_workout_exercise(log: TrainingLog, workout_exercise_id: int, exercise_id: int) -> int:
    """Do another exercise for the sets not yet done, and return the id of its row.

    What is done stays with the exercise it was done with; the other one then follows it. Ranges
    stay where both exercises are counted alike; loads do not, since they mean something else.
    """
    with log.action(Action.SWAP_WORKOUT_EXERCISE) as session:
        row = get_row(session, WorkoutExercise, workout_exercise_id)
        exercise = get_row(session, Exercise, exercise_id)
        if exercise.id == row.exercise_id:
            return row.id
        undone = [one for one in row.sets if not one.done and not one.removed]
        if not undone and any(one.done for one in row.sets):
            raise InvalidValue(
                _("All sets of {name} are done already.").format(name=row.exercise_name),
                _("Add the other exercise instead."),
            )
        new = _sets_instead(session, row, undone, exercise)
        for one in undone if any(one.done for one in row.sets) else list(row.sets):
            row.sets.remove(one)
        session.flush()
        target = _following(session, row) if row.sets else row
        target.exercise_id, target.exercise_name = exercise.id, exercise.name
        target.skipped, target.skip_reason = False, ""
        target.sets.extend(new)
        session.flush()
        return target.id


def _sets_instead(
    session: Session, row: WorkoutExercise, undone: list[PerformedSet], exercise: Exercise
) -> list[PerformedSet]:
    """Return sets of another exercise in place of those not done; left and right are one."""
    alike = (
        get_row(session, Exercise, row.exercise_id).measure.counts_reps
        == exercise.measure.counts_reps
    )
    old = [one for one in undone if one.side is not Side.RIGHT]
    new = empty_sets(exercise, len(old) or None)
    for one, before in zip(new, old, strict=False):
        one.set_type, one.planned = before.set_type, before.planned
        one.target_rpe_halves = before.target_rpe_halves
        if alike:
            one.target_reps_min, one.target_reps_max = (
                before.target_reps_min,
                before.target_reps_max,
            )
            one.target_s_min, one.target_s_max = before.target_s_min, before.target_s_max
    return new


def _following(session: Session, row: WorkoutExercise) -> WorkoutExercise:
    """Return a new row right after ``row``, with its place, superset and rest."""
    workout = get_row(session, Workout, row.workout_id)
    after = WorkoutExercise(
        exercise_id=row.exercise_id,
        exercise_name=row.exercise_name,
        section=row.section,
        position=len(workout.exercises),
        superset=row.superset,
        rest_s=row.rest_s,
        tempo=row.tempo,
    )
    order = list(workout.exercises)
    order.insert(order.index(row) + 1, after)
    workout.exercises.append(after)
    session.flush()
    renumber(session, order)
    return after


def _keep_sections_together(session: Session, workout: Workout) -> None:
    rows: Iterable[WorkoutExercise] = session.scalars(
        select(WorkoutExercise)
        .where(WorkoutExercise.workout_id == workout.id)
        .order_by(WorkoutExercise.position)
    )
    # Sorting is stable: within a section the order stays.
    ordered: list[WorkoutExercise] = sorted(rows, key=lambda row: row.section.order)
    renumber(session, ordered)
