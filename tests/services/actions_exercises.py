"""What a person can do with exercises, one example each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from leglog.models.exercise import Exercise
from leglog.services import exercise_editing as editing
from leglog.services.exercise_fields import ExerciseFields
from leglog.services.exercise_merge import merge_exercises
from leglog.services.routine_exercises import add_exercise
from leglog.services.routines import add_routine
from leglog.services.training_log import Action, TrainingLog

if TYPE_CHECKING:
    from collections.abc import Callable


def _leg_press(log: TrainingLog) -> int:
    with log.reading() as session:
        return session.scalars(select(Exercise.id).filter_by(key="leg-press")).one()


def _adjusted_leg_press(log: TrainingLog) -> int:
    exercise_id = _leg_press(log)
    fields = editing.exercise_fields(log, exercise_id)
    editing.correct_exercise(log, exercise_id, replace(fields, name="Sled", muscles=()))
    return exercise_id


def _archived_leg_press(log: TrainingLog) -> int:
    exercise_id = _leg_press(log)
    editing.archive_exercise(log, exercise_id)
    return exercise_id


def _own_in_a_routine(log: TrainingLog) -> int:
    own = editing.add_own_exercise(log, ExerciseFields(name="Gym sled", aliases=("Sled push",)))
    add_exercise(log, add_routine(log, "Legs"), own)
    return own


EXAMPLES: dict[Action, Callable[..., object]] = {
    Action.ADD_EXERCISE: lambda log: editing.add_own_exercise(log, ExerciseFields(name="Sled")),
    Action.CORRECT_EXERCISE: lambda log, exercise_id: editing.correct_exercise(
        log,
        exercise_id,
        replace(editing.exercise_fields(log, exercise_id), cues=("Push",), equipment=("box",)),
    ),
    Action.RESET_EXERCISE: editing.reset_exercise,
    Action.ARCHIVE_EXERCISE: editing.archive_exercise,
    Action.RESTORE_EXERCISE: editing.restore_exercise,
    Action.MERGE_EXERCISES: lambda log, own: merge_exercises(log, own, _leg_press(log)),
}
PREPARE: dict[Action, Callable[[TrainingLog], object]] = {
    Action.CORRECT_EXERCISE: _leg_press,
    Action.RESET_EXERCISE: _adjusted_leg_press,
    Action.ARCHIVE_EXERCISE: _leg_press,
    Action.RESTORE_EXERCISE: _archived_leg_press,
    Action.MERGE_EXERCISES: _own_in_a_routine,
}
