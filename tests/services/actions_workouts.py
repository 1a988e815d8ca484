"""An example of each action on a workout."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from leglog.services import sets, workout_exercises, workouts
from leglog.services.quick_entry import QuickEntryReader
from leglog.services.quick_logging import log_quick_lines
from leglog.services.routines import add_routine_from_template
from leglog.services.training_log import Action
from leglog.services.workout_reading import workout_form
from leglog.training.vocabulary import Side

if TYPE_CHECKING:
    from collections.abc import Callable

    from leglog.services.quick_plan import QuickPlan
    from leglog.services.training_log import TrainingLog
    from leglog.services.workout_form import WorkoutForm

DAY = dt.date(2026, 11, 2)


def started(log: TrainingLog) -> WorkoutForm:
    routine_id = add_routine_from_template(log, "s001-rachel-beginner")
    return workout_form(log, workouts.start_workout(log, DAY, routine_id))


def with_one_done(log: TrainingLog) -> WorkoutForm:
    form = started(log)
    row = form.blocks[2].sets[0]
    sets.log_set(log, row.id, row.shown)
    return workout_form(log, form.id)


def finished(log: TrainingLog) -> WorkoutForm:
    form = with_one_done(log)
    workouts.finish_workout(log, form.id)
    return workout_form(log, form.id)


def one_sided(form: WorkoutForm) -> int:
    return next(row.id for block in form.blocks for row in block.sets if row.side is not Side.BOTH)


def split(log: TrainingLog) -> WorkoutForm:
    form = started(log)
    sets.split_sides(log, one_sided(form))
    return workout_form(log, form.id)


def typed(log: TrainingLog, form: WorkoutForm, text: str) -> list[QuickPlan]:
    reader = QuickEntryReader(log)
    reader.form = form
    return [reading.plan for reading in reader.read(text) if reading.plan]


PREPARE: dict[Action, Callable[[TrainingLog], object]] = {
    Action.CORRECT_WORKOUT: started,
    Action.MOVE_WORKOUT: finished,
    Action.FINISH_WORKOUT: with_one_done,
    Action.DISCARD_WORKOUT: with_one_done,
    Action.REMOVE_WORKOUT: finished,
    Action.LOG_SET: started,
    Action.LOG_SETS: started,
    Action.LOG_QUICK_LINE: started,
    Action.UNTICK_SET: with_one_done,
    Action.CORRECT_SET: started,
    Action.ADD_SET: started,
    Action.REMOVE_SET: started,
    Action.SPLIT_SIDES: started,
    Action.JOIN_SIDES: split,
    Action.ADD_WORKOUT_EXERCISE: started,
    Action.CORRECT_WORKOUT_EXERCISE: started,
    Action.SWAP_WORKOUT_EXERCISE: started,
    Action.MOVE_WORKOUT_EXERCISE: started,
    Action.REMOVE_WORKOUT_EXERCISE: with_one_done,
    Action.SKIP_WORKOUT_EXERCISE: started,
}
EXAMPLES: dict[Action, Callable[..., object]] = {
    Action.START_WORKOUT: lambda log: workouts.start_workout(log, DAY),
    Action.CORRECT_WORKOUT: lambda log, form: workouts.rename_workout(log, form.id, "Leg day"),
    Action.MOVE_WORKOUT: lambda log, form: workouts.move_workout(
        log, form.id, workouts.WorkoutTimes(DAY - dt.timedelta(days=2))
    ),
    Action.FINISH_WORKOUT: lambda log, form: workouts.finish_workout(log, form.id, "done"),
    Action.DISCARD_WORKOUT: lambda log, form: workouts.discard_workout(log, form.id),
    Action.REMOVE_WORKOUT: lambda log, form: workouts.remove_workout(log, form.id),
    Action.LOG_SET: lambda log, form: sets.log_set(
        log, form.blocks[2].sets[0].id, form.blocks[2].sets[0].shown
    ),
    Action.LOG_SETS: lambda log, form: sets.log_sets(
        log, {row.id: row.shown for row in form.blocks[2].sets}
    ),
    Action.LOG_QUICK_LINE: lambda log, form: log_quick_lines(
        log, form.id, typed(log, form, "deadlift 20x12 x12\nleg press 80x10 # easy\nskip plank")
    ),
    Action.UNTICK_SET: lambda log, form: sets.untick_set(log, form.blocks[2].sets[0].id),
    Action.CORRECT_SET: lambda log, form: sets.correct_set(
        log, form.blocks[2].sets[0].id, replace(form.blocks[2].sets[0].shown, reps=5)
    ),
    Action.ADD_SET: lambda log, form: sets.add_set(log, form.blocks[2].id),
    Action.REMOVE_SET: lambda log, form: sets.remove_set(log, form.blocks[2].sets[0].id),
    Action.SPLIT_SIDES: lambda log, form: sets.split_sides(log, one_sided(form)),
    Action.JOIN_SIDES: lambda log, form: sets.join_sides(log, one_sided(form)),
    Action.ADD_WORKOUT_EXERCISE: lambda log, form: workout_exercises.add_workout_exercise(
        log, form.id, 5
    ),
    Action.CORRECT_WORKOUT_EXERCISE: lambda log, form: workout_exercises.feel_workout_exercise(
        log, form.blocks[0].id, 3
    ),
    Action.SWAP_WORKOUT_EXERCISE: lambda log, form: workout_exercises.swap_workout_exercise(
        log, form.blocks[3].id, 7
    ),
    Action.MOVE_WORKOUT_EXERCISE: lambda log, form: workout_exercises.move_workout_exercise(
        log, form.blocks[2].id, 1
    ),
    Action.REMOVE_WORKOUT_EXERCISE: lambda log, form: workout_exercises.remove_workout_exercise(
        log, form.blocks[2].id
    ),
    Action.SKIP_WORKOUT_EXERCISE: lambda log, form: workout_exercises.skip_workout_exercise(
        log, form.blocks[2].id, reason="knee"
    ),
}
