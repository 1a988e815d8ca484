"""Every page says the same number of sets of a routine, a workout and a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from leglog.models.glance import glance
from leglog.services import sets, workout_exercises, workouts
from leglog.services.history import workout_lines
from leglog.services.history_days import day_summaries
from leglog.services.history_detail import workout_detail
from leglog.services.routine_exercises import correct_planned_sets
from leglog.services.routine_reading import routine_view
from leglog.services.routine_templates import template_list
from leglog.services.routines import add_routine_from_template
from leglog.services.whole_workouts import latest_workouts
from leglog.services.workout_reading import workout_form
from leglog.training.set_counts import SetCount
from leglog.training.vocabulary import SetType, Side

if TYPE_CHECKING:
    from leglog.services.training_log import TrainingLog
    from leglog.services.workout_form import SetRow, WorkoutForm

MONDAY = dt.date(2026, 3, 2)
MORNING = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
RACHEL, WARM_UP = "s001-rachel-beginner", "s002-warm-up"


@pytest.fixture
def rachel(log: TrainingLog) -> int:
    """Ten sets beside those of a warm-up and a cool-down."""
    return add_routine_from_template(log, RACHEL)


def log_all(log: TrainingLog, form: WorkoutForm) -> None:
    sets.log_sets(log, {row.id: row.shown for block in form.blocks for row in block.sets})


def side_by_side(form: WorkoutForm) -> SetRow:
    rows = (row for block in form.work_blocks for row in block.sets)
    return next(row for row in rows if row.side is Side.EACH)


def entangled(log: TrainingLog, routine_id: int) -> WorkoutForm:
    """Start a workout with a pair, a set marked as warm-up and an exercise left out."""
    id_ = workouts.start_workout(log, MONDAY, routine_id)
    form = workout_form(log, id_)
    row = side_by_side(form)
    sets.split_sides(log, row.id)
    others = [block for block in form.work_blocks if row not in block.sets]
    sets.change_set_type(log, others[0].sets[0].id, SetType.WARM_UP)
    workout_exercises.skip_workout_exercise(log, others[1].id)
    sets.remove_set(log, others[2].sets[0].id)
    return workout_form(log, id_)


def everywhere(log: TrainingLog, workout_id: int) -> set[int]:
    """Return the sets done, as each page says them."""
    (line,) = workout_lines(log, [workout_id])
    (named,) = latest_workouts(log, 5)
    day = day_summaries(log, MONDAY, MONDAY)[MONDAY].sets
    detail = workout_detail(log, workout_id).set_count.done
    return {line.sets, named.sets, day or 0, detail, workout_form(log, workout_id).sets_done}


def test_template_routine_today_and_log_begin_with_the_same_number(
    log: TrainingLog, rachel: int
) -> None:
    (template,) = (one for one in template_list(log) if one.id == RACHEL)
    seen = glance(log.path, MORNING, rachel)
    assert seen is not None
    assert seen.plan is not None
    form = workout_form(log, workouts.start_workout(log, MONDAY, rachel))
    assert len(form.blocks) > len(form.work_blocks)
    view = routine_view(log, rachel)
    assert {template.counted_sets, view.counted_sets, seen.plan.sets} == {form.sets_planned}


def test_every_page_says_the_same_of_a_workout(log: TrainingLog, rachel: int) -> None:
    form = entangled(log, rachel)
    before = workout_form(log, workouts.start_workout(log, MONDAY, rachel))
    left_out = next(block for block in form.work_blocks if block.skipped)
    # One is marked as warm-up, one taken out; the pair is still one.
    expected = before.sets_planned - len(left_out.sets) - 2
    workouts.discard_workout(log, before.id)
    log_all(log, form)
    workouts.finish_workout(log, form.id)
    assert everywhere(log, form.id) == {expected}
    assert workout_detail(log, form.id).set_count == SetCount(expected, expected)


def test_log_and_today_say_the_same_of_an_unfinished_workout(log: TrainingLog, rachel: int) -> None:
    form = entangled(log, rachel)
    row = next(row for block in form.work_blocks for row in block.sets if row.side is Side.LEFT)
    sets.log_set(log, row.id, row.shown)
    seen = glance(log.path, MORNING)
    assert seen is not None
    assert seen.open_workout is not None
    form = workout_form(log, form.id)
    assert seen.open_workout.set_count == form.set_count == workout_detail(log, form.id).set_count
    assert form.sets_done == 0


def test_a_pair_is_done_with_its_second_side(log: TrainingLog, rachel: int) -> None:
    form = entangled(log, rachel)
    pair = [row for block in form.work_blocks for row in block.sets if row.side is not Side.BOTH]
    sides = [row for row in pair if row.side is not Side.EACH]
    sets.log_sets(log, {row.id: row.shown for row in sides})
    workouts.finish_workout(log, form.id)
    assert everywhere(log, form.id) == {1}


def test_sets_planned_as_warm_up_are_no_sets_of_a_routine(log: TrainingLog, rachel: int) -> None:
    before = routine_view(log, rachel)
    item = next(one for one in before.exercises if one.counted_sets > 1)
    light = replace(item.sets[0], set_type=SetType.WARM_UP)
    correct_planned_sets(log, item.id, [light, *item.sets[1:]])
    seen = glance(log.path, MORNING, rachel)
    assert seen is not None
    assert seen.plan is not None
    after = routine_view(log, rachel).counted_sets
    assert after == seen.plan.sets == before.counted_sets - 1


def test_warm_up_alone_has_the_same_sets_everywhere(log: TrainingLog) -> None:
    routine_id = add_routine_from_template(log, WARM_UP)
    (template,) = (one for one in template_list(log) if one.id == WARM_UP)
    seen = glance(log.path, MORNING, routine_id)
    assert seen is not None
    assert seen.plan is not None
    form = workout_form(log, workouts.start_workout(log, MONDAY, routine_id))
    view = routine_view(log, routine_id)
    planned = {template.counted_sets, view.counted_sets, seen.plan.sets, form.sets_planned}
    assert planned == {sum(len(block.sets) for block in form.blocks)}
    log_all(log, form)
    workouts.finish_workout(log, form.id)
    assert everywhere(log, form.id) == planned
    assert not template.is_whole
