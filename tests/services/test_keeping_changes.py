"""Differences of a real workout, taken over into its routine."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from leglog.services import sets, workout_exercises, workouts
from leglog.services.keeping_changes import changes_of_workout, keep_changes
from leglog.services.routine_exercises import correct_planned_sets
from leglog.services.routine_reading import routine_view
from leglog.services.routines import add_routine_from_template
from leglog.services.set_values import SetValues
from leglog.services.workout_reading import workout_form
from leglog.training.routine_changes import ChangeKind
from leglog.training.vocabulary import LoadRule

if TYPE_CHECKING:
    from leglog.services.routine_reading import PlannedExerciseView
    from leglog.services.training_log import TrainingLog
    from leglog.services.workout_form import ExerciseBlock, WorkoutForm

MONDAY = dt.date(2026, 3, 2)


class Day:
    """A workout of Rachel's plan on which everything is done as planned at first."""

    def __init__(self, log: TrainingLog) -> None:
        self.log = log
        self.routine_id = add_routine_from_template(log, "s001-rachel-beginner")
        item = self.item("deadlift")
        fixed = [replace(one, load_rule=LoadRule.FIXED, load_g=8000) for one in item.sets]
        correct_planned_sets(log, item.id, fixed)
        self.workout_id = workouts.start_workout(log, MONDAY, self.routine_id)
        sets.log_sets(log, {row.id: row.shown for block in self.form.blocks for row in block.sets})

    @property
    def form(self) -> WorkoutForm:
        return workout_form(self.log, self.workout_id)

    @property
    def names(self) -> list[str]:
        return [item.name for item in routine_view(self.log, self.routine_id).exercises]

    def item(self, part: str) -> PlannedExerciseView:
        view = routine_view(self.log, self.routine_id)
        return next(item for item in view.exercises if part in item.name.lower())

    def block(self, part: str) -> ExerciseBlock:
        return next(block for block in self.form.blocks if part in block.name.lower())

    def kinds(self) -> list[ChangeKind]:
        return [each.change.kind for each in changes_of_workout(self.log, self.workout_id)]

    def keep(self) -> None:
        changes = changes_of_workout(self.log, self.workout_id)
        keep_changes(self.log, self.workout_id, [each.change for each in changes])


@pytest.fixture
def day(log: TrainingLog) -> Day:
    return Day(log)


def test_as_planned_there_is_nothing_to_keep(day: Day) -> None:
    assert changes_of_workout(day.log, day.workout_id) == ()


def test_free_workout_has_nothing_to_keep(log: TrainingLog) -> None:
    assert changes_of_workout(log, workouts.start_workout(log, MONDAY)) == ()


def test_added_set_is_kept(day: Day) -> None:
    block = day.block("deadlift")
    sets.add_set(day.log, block.id, block.sets[-1].shown)
    assert day.kinds() == [ChangeKind.SETS]
    day.keep()
    assert len(day.item("deadlift").sets) == len(block.sets) + 1
    assert day.kinds() == []


def test_other_load_is_kept(day: Day) -> None:
    sets.correct_sets(
        day.log, {row.id: SetValues(10, 10_000) for row in day.block("deadlift").sets}
    )
    assert day.kinds() == [ChangeKind.LOAD]
    day.keep()
    assert {one.load_g for one in day.item("deadlift").sets} == {10_000}


def test_added_exercise_comes_after_its_neighbour(day: Day) -> None:
    added = workout_exercises.add_workout_exercise(day.log, day.workout_id, 5)
    block = next(each for each in day.form.blocks if each.id == added)
    sets.log_sets(day.log, {row.id: row.shown for row in block.sets})
    assert day.kinds() == [ChangeKind.ADDED]
    day.keep()
    assert day.names == [each.name for each in day.form.blocks]
    assert day.kinds() == []


def test_exercise_taken_out_is_kept_out(day: Day) -> None:
    workout_exercises.remove_workout_exercise(day.log, day.block("clamshell").id)
    assert day.kinds() == [ChangeKind.REMOVED]
    day.keep()
    assert not any("Clamshell" in name for name in day.names)


def test_swapped_exercise_is_kept_with_its_sets(day: Day) -> None:
    block = day.block("deadlift")
    for row in block.sets:
        sets.untick_set(day.log, row.id)
    workout_exercises.swap_workout_exercise(day.log, block.id, day.block("squat").exercise_id)
    swapped = next(each for each in day.form.blocks if each.id == block.id)
    sets.log_sets(day.log, {row.id: SetValues(10) for row in swapped.sets})
    assert day.kinds() == [ChangeKind.SWAPPED]
    day.keep()
    assert day.names.count(swapped.name) == 2
    assert day.kinds() == []


def test_other_order_is_kept(day: Day) -> None:
    workout_exercises.move_workout_exercise(day.log, day.block("lunge").id, -1)
    assert day.kinds() == [ChangeKind.ORDER]
    day.keep()
    assert day.names == [each.name for each in day.form.blocks]
    assert day.kinds() == []


def test_only_what_is_wanted_is_kept(day: Day) -> None:
    block = day.block("deadlift")
    sets.add_set(day.log, block.id, block.sets[-1].shown)
    workout_exercises.remove_workout_exercise(day.log, day.block("clamshell").id)
    added, _removed = changes_of_workout(day.log, day.workout_id)
    keep_changes(day.log, day.workout_id, [added.change])
    assert len(day.item("deadlift").sets) == len(block.sets) + 1
    assert any("Clamshell" in name for name in day.names)


def test_all_at_once_leaves_nothing_to_keep_and_is_undone_as_one(day: Day) -> None:
    before = routine_view(day.log, day.routine_id)
    workout_exercises.move_workout_exercise(day.log, day.block("lunge").id, -1)
    workout_exercises.remove_workout_exercise(day.log, day.block("clamshell").id)
    block = day.block("deadlift")
    sets.add_set(day.log, block.id, block.sets[-1].shown)
    sets.correct_sets(day.log, {row.id: SetValues(30, 10_000) for row in block.sets})
    assert len(day.kinds()) == 5
    day.keep()
    assert day.kinds() == []
    day.log.undo()
    assert routine_view(day.log, day.routine_id) == before
