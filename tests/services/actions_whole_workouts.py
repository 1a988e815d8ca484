"""An example of each action that takes a workout as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.services import keeping_changes, sets, whole_workouts, workouts
from leglog.services.training_log import Action
from leglog.services.workout_reading import workout_form
from tests.services.actions_workouts import finished, started

if TYPE_CHECKING:
    from collections.abc import Callable

    from leglog.services.training_log import TrainingLog
    from leglog.services.workout_form import WorkoutForm


def with_another_set(log: TrainingLog) -> WorkoutForm:
    form = started(log)
    block = form.blocks[2]
    sets.log_sets(log, {row.id: row.shown for row in block.sets})
    sets.add_set(log, block.id, block.sets[-1].shown)
    return workout_form(log, form.id)


def keep_all(log: TrainingLog, form: WorkoutForm) -> None:
    changes = keeping_changes.changes_of_workout(log, form.id)
    keeping_changes.keep_changes(log, form.id, [each.change for each in changes])


def two_of_a_day(log: TrainingLog) -> tuple[int, int]:
    first = finished(log)
    return first.id, workouts.repeat_workout(log, first.id, first.date)


PREPARE: dict[Action, Callable[..., object]] = {
    Action.KEEP_CHANGES: with_another_set,
    Action.DUPLICATE_WORKOUT: finished,
    Action.MERGE_WORKOUTS: two_of_a_day,
    Action.SPLIT_WORKOUT: finished,
}
EXAMPLES: dict[Action, Callable[..., object]] = {
    Action.KEEP_CHANGES: keep_all,
    Action.DUPLICATE_WORKOUT: lambda log, form: whole_workouts.duplicate_workout(
        log, form.id, form.date
    ),
    Action.MERGE_WORKOUTS: lambda log, ids: whole_workouts.merge_workouts(log, *ids),
    Action.SPLIT_WORKOUT: lambda log, form: whole_workouts.split_workout(log, form.blocks[3].id),
}
