"""Reps × load of a whole workout, of the one in the form and of the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from leglog.models.exercise import Exercise
from leglog.models.workout import PerformedSet, Workout, WorkoutExercise
from leglog.services.last_time import finished_before
from leglog.services.set_rows import SET_FACTS
from leglog.training.volume import SetFacts, volume_load_g

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from leglog.services.workout_form import ExerciseBlock, SetRow


def set_facts(block: ExerciseBlock, row: SetRow) -> SetFacts:
    """Return a set of the form as the arithmetic takes it."""
    values = row.values
    return SetFacts(
        block.category,
        block.section,
        row.set_type,
        row.done,
        row.side,
        values.reps,
        values.load_g,
        row.load_mode,
        values.duration_s,
        values.rpe_halves,
    )


def volume_of_blocks_g(blocks: Iterable[ExerciseBlock]) -> int:
    """Return the volume of everything done in the form, in grams."""
    return sum(
        volume_load_g(set_facts(block, row)) for block in blocks for row in block.sets if row.done
    )


def last_volume_g(
    session: Session, routine_id: int | None, workout_id: int, day: dt.date
) -> int | None:
    """Return the volume of the last workout of the same routine, in grams; None without one."""
    if routine_id is None:
        return None
    last = session.scalar(
        select(Workout.id)
        .where(Workout.routine_id == routine_id, *finished_before(day, workout_id))
        .order_by(Workout.date.desc(), Workout.id.desc())
        .limit(1)
    )
    return None if last is None else _volume_of_workout_g(session, last)


def _volume_of_workout_g(session: Session, workout_id: int) -> int:
    rows = session.execute(
        select(*SET_FACTS)
        .join(WorkoutExercise, WorkoutExercise.id == PerformedSet.workout_exercise_id)
        .join(Exercise, Exercise.id == WorkoutExercise.exercise_id)
        .where(WorkoutExercise.workout_id == workout_id, PerformedSet.done)
    )
    return sum(volume_load_g(SetFacts(*row)) for row in rows)
