"""An example of each action that takes a workout as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.services import keeping_changes, sets
from leglog.services.training_log import Action
from leglog.services.workout_reading import WorkoutForm, workout_form
from tests.services.actions_workouts import started

if TYPE_CHECKING:
    from collections.abc import Callable

    from leglog.services.training_log import TrainingLog


def with_another_set(log: TrainingLog) -> WorkoutForm:
    form = started(log)
    block = form.blocks[2]
    sets.log_sets(log, {row.id: row.shown for row in block.sets})
    sets.add_set(log, block.id, block.sets[-1].shown)
    return workout_form(log, form.id)


def keep_all(log: TrainingLog, form: WorkoutForm) -> None:
    changes = keeping_changes.changes_of_workout(log, form.id)
    keeping_changes.keep_changes(log, form.id, [each.change for each in changes])


PREPARE: dict[Action, Callable[..., object]] = {Action.KEEP_CHANGES: with_another_set}
EXAMPLES: dict[Action, Callable[..., object]] = {Action.KEEP_CHANGES: keep_all}
