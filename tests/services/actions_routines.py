"""What a person can do with routines and the library, one example each."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from leglog.services.exercises import correct_exercise_note, exercise_list
from leglog.services.planned_sets import PlannedSetValues
from leglog.services.planning import lay_down_planned_workouts
from leglog.services.routine_exercises import (
    PlanDetails,
    add_exercise,
    correct_planned_sets,
    correct_routine_exercise,
    dissolve_superset,
    duplicate_exercise,
    make_superset,
    move_exercise,
    remove_exercise,
    swap_exercise,
)
from leglog.services.routine_reading import routine_view
from leglog.services.routines import (
    add_routine,
    add_routine_from_template,
    archive_routine,
    duplicate_routine,
    plan_weekdays,
    remove_routine,
    restore_routine,
)
from leglog.services.training_log import Action, TrainingLog
from leglog.training.vocabulary import Section

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = dt.date(2025, 11, 20)


def _routine(log: TrainingLog) -> int:
    """A routine of a template, planned on Mondays and Fridays and laid down for this week."""
    routine_id = add_routine_from_template(log, "s001-rachel-beginner")
    plan_weekdays(log, routine_id, {1, 5}, TODAY)
    lay_down_planned_workouts(log, TODAY)
    return routine_id


def _archived(log: TrainingLog) -> int:
    routine_id = _routine(log)
    archive_routine(log, routine_id, TODAY)
    return routine_id


def _first_item(log: TrainingLog) -> int:
    return routine_view(log, _routine(log)).exercises[0].id


def _in_superset(log: TrainingLog) -> int:
    item_id = _first_item(log)
    make_superset(log, item_id)
    return item_id


def _exercise(log: TrainingLog) -> int:
    return exercise_list(log)[0].id


EXAMPLES: dict[Action, Callable[..., object]] = {
    Action.ADD_ROUTINE: lambda log: add_routine(log, "Legs"),
    Action.CORRECT_ROUTINE: lambda log, id_: plan_weekdays(log, id_, {2, 6}, TODAY),
    Action.DUPLICATE_ROUTINE: duplicate_routine,
    Action.ARCHIVE_ROUTINE: lambda log, id_: archive_routine(log, id_, TODAY),
    Action.RESTORE_ROUTINE: lambda log, id_: restore_routine(log, id_, TODAY),
    Action.REMOVE_ROUTINE: lambda log, id_: remove_routine(log, id_, TODAY),
    Action.ADD_ROUTINE_EXERCISE: lambda log, id_: add_exercise(
        log, id_, exercise_list(log)[0].id, Section.MAIN, 0
    ),
    Action.CORRECT_ROUTINE_EXERCISE: lambda log, id_: correct_routine_exercise(
        log, id_, PlanDetails(rest_s=120, tempo="3-1-1-0", step_height_cm=15, note="slow")
    ),
    Action.MOVE_ROUTINE_EXERCISE: lambda log, id_: move_exercise(log, id_, Section.CORE, 1),
    Action.DUPLICATE_ROUTINE_EXERCISE: duplicate_exercise,
    Action.REMOVE_ROUTINE_EXERCISE: remove_exercise,
    Action.SWAP_ROUTINE_EXERCISE: lambda log, id_: swap_exercise(
        log, id_, exercise_list(log)[3].id
    ),
    Action.CORRECT_PLANNED_SETS: lambda log, id_: correct_planned_sets(
        log, id_, [PlannedSetValues(reps_min=5, reps_max=5)] * 4
    ),
    Action.MAKE_SUPERSET: make_superset,
    Action.DISSOLVE_SUPERSET: dissolve_superset,
    Action.CORRECT_EXERCISE_NOTE: lambda log, id_: correct_exercise_note(log, id_, "Seat 4"),
}
PREPARE: dict[Action, Callable[[TrainingLog], object]] = {
    Action.CORRECT_ROUTINE: _routine,
    Action.DUPLICATE_ROUTINE: _routine,
    Action.ARCHIVE_ROUTINE: _routine,
    Action.RESTORE_ROUTINE: _archived,
    Action.REMOVE_ROUTINE: _routine,
    Action.ADD_ROUTINE_EXERCISE: _routine,
    Action.CORRECT_ROUTINE_EXERCISE: _first_item,
    Action.MOVE_ROUTINE_EXERCISE: _first_item,
    Action.DUPLICATE_ROUTINE_EXERCISE: _first_item,
    Action.REMOVE_ROUTINE_EXERCISE: _first_item,
    Action.SWAP_ROUTINE_EXERCISE: _first_item,
    Action.CORRECT_PLANNED_SETS: _first_item,
    Action.MAKE_SUPERSET: _first_item,
    Action.DISSOLVE_SUPERSET: _in_superset,
    Action.CORRECT_EXERCISE_NOTE: _exercise,
}
