from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete, select, update

from leglog.errors import InvalidValue, NotFound
from leglog.models.exercise import Exercise
from leglog.models.routine import PlannedSet, Routine
from leglog.models.workout import PerformedSet, PlannedWorkout, Workout
from leglog.services import sets, workout_exercises, workouts
from leglog.services.checking import check_log
from leglog.services.pain import rate_pain
from leglog.services.routines import add_routine_from_template
from leglog.services.set_values import SetValues
from leglog.services.training_log import Action
from leglog.services.workout_form import ExerciseBlock, Source, WorkoutForm
from leglog.services.workout_reading import open_workouts, with_sets_read_again, workout_form
from leglog.training.vocabulary import LoadMode, Moment, SetType, Side, Unit, WorkoutState

if TYPE_CHECKING:
    from collections.abc import Callable

    from leglog.services.training_log import TrainingLog

MONDAY = dt.date(2026, 11, 2)
WEEK = dt.timedelta(weeks=1)


@pytest.fixture
def rachel(log: TrainingLog) -> int:
    return add_routine_from_template(log, "s001-rachel-beginner")


def begin(log: TrainingLog, routine_id: int | None, day: dt.date = MONDAY) -> WorkoutForm:
    return workout_form(log, workouts.start_workout(log, day, routine_id))


def block_of(form: WorkoutForm, part: str) -> ExerciseBlock:
    return next(block for block in form.blocks if part in block.name.lower())


def done(
    log: TrainingLog, routine_id: int, day: dt.date, part: str, *values: SetValues
) -> WorkoutForm:
    """A finished workout with these sets of one exercise."""
    form = begin(log, routine_id, day)
    for row, each in zip(block_of(form, part).sets, values, strict=False):
        sets.log_set(log, row.id, each)
    workouts.finish_workout(log, form.id)
    return workout_form(log, form.id)


def test_start_copies_the_plan_in_order(log: TrainingLog, rachel: int) -> None:
    form = begin(log, rachel)
    assert form.title == "Rachel's beginner plan"
    assert [block.section.order for block in form.blocks] == sorted(
        block.section.order for block in form.blocks
    )
    lunge = block_of(form, "lunge")
    assert [(row.target.reps_min, row.target.reps_max) for row in lunge.sets] == [(10, 12)] * 2
    assert {row.side for row in lunge.sets} == {Side.EACH}


def test_changing_the_routine_never_changes_what_was_planned(log: TrainingLog, rachel: int) -> None:
    form = begin(log, rachel)
    with log.action(Action.CORRECT_ROUTINE) as session:
        session.execute(update(PlannedSet).values(reps_min=1, reps_max=1))
        session.execute(update(Exercise).values(name=Exercise.name + " (new name)"))
    with log.action(Action.REMOVE_ROUTINE) as session:
        session.execute(delete(Routine))
    after = workout_form(log, form.id)
    assert after.title == form.title
    assert [block.name for block in after.blocks] == [block.name for block in form.blocks]
    assert [row.target for b in after.blocks for row in b.sets] == [
        row.target for b in form.blocks for row in b.sets
    ]


def test_future_day_is_refused(log: TrainingLog, rachel: int) -> None:
    tomorrow = dt.datetime.now().astimezone().date() + dt.timedelta(days=1)
    with pytest.raises(InvalidValue, match="not come yet"):
        workouts.start_workout(log, tomorrow, rachel)
    assert open_workouts(log) == ()


def test_first_time_offers_the_low_end_of_the_target(log: TrainingLog, rachel: int) -> None:
    row = block_of(begin(log, rachel), "lunge").sets[0]
    assert (row.shown.reps, row.shown.load_g, row.source) == (10, None, Source.TARGET)


def test_last_time_is_offered_by_place_if_inside_the_target(log: TrainingLog, rachel: int) -> None:
    done(log, rachel, MONDAY, "deadlift", SetValues(12, 8000), SetValues(11, 10_000))
    rows = block_of(begin(log, rachel, MONDAY + WEEK), "deadlift").sets
    assert [(row.shown.reps, row.shown.load_g) for row in rows] == [(12, 8000), (11, 10_000)]
    assert {row.source for row in rows} == {Source.LAST}


def test_last_time_outside_the_target_offers_the_low_end(log: TrainingLog, rachel: int) -> None:
    done(log, rachel, MONDAY, "deadlift", SetValues(20, 8000))
    row = block_of(begin(log, rachel, MONDAY + WEEK), "deadlift").sets[0]
    assert (row.last and row.last.reps, row.shown.reps) == (20, 10)


def test_unfinished_and_later_workouts_are_not_last_time(log: TrainingLog, rachel: int) -> None:
    done(log, rachel, MONDAY + 2 * WEEK, "deadlift", SetValues(12, 50_000))
    unfinished = begin(log, rachel, MONDAY)
    row = block_of(unfinished, "deadlift").sets[0]
    sets.log_set(log, row.id, SetValues(12, 40_000))
    assert block_of(begin(log, rachel, MONDAY + WEEK), "deadlift").sets[0].last is None


def test_pound_typed_comes_back_as_pound(log: TrainingLog, rachel: int) -> None:
    typed = SetValues(10, 45_359, Unit.LB)
    done(log, rachel, MONDAY, "deadlift", typed)
    row = block_of(begin(log, rachel, MONDAY + WEEK), "deadlift").sets[0]
    assert (row.shown.load_g, row.shown.load_unit) == (45_359, Unit.LB)


def test_value_typed_and_not_ticked_is_kept(log: TrainingLog, rachel: int) -> None:
    row = block_of(begin(log, rachel), "deadlift").sets[0]
    sets.correct_set(log, row.id, SetValues(load_g=12_500))
    found = block_of(workout_form(log, open_workouts(log)[0]), "deadlift").sets[0]
    assert not found.done
    assert (found.shown.load_g, found.shown.reps) == (12_500, 10)


@pytest.mark.parametrize(
    "values",
    [
        SetValues(reps=1001),
        SetValues(reps=-1),
        SetValues(reps=5, load_g=1_000_001),
        SetValues(reps=5, load_g=0),
        SetValues(reps=5, rpe_halves=21),
        SetValues(duration_s=86_401),
        SetValues(load_g=20_000),
    ],
)
def test_impossible_or_empty_set_is_refused(
    log: TrainingLog, rachel: int, values: SetValues
) -> None:
    row = block_of(begin(log, rachel), "deadlift").sets[0]
    with pytest.raises(InvalidValue):
        sets.log_set(log, row.id, values)
    assert not block_of(workout_form(log, open_workouts(log)[0]), "deadlift").sets[0].done


def test_failed_set_of_no_reps_counts_in_no_volume(log: TrainingLog, rachel: int) -> None:
    form = done(log, rachel, MONDAY, "deadlift", SetValues(0, 20_000))
    assert block_of(form, "deadlift").sets[0].done
    assert form.volume_load_g == 0


def test_load_on_a_body_weight_set_makes_it_an_added_one(log: TrainingLog, rachel: int) -> None:
    form = done(log, rachel, MONDAY, "lunge", SetValues(10, 5000))
    row = block_of(form, "lunge").sets[0]
    assert row.load_mode is LoadMode.ADDED
    sets.correct_set(log, row.id, replace(row.values, load_g=None))
    row = block_of(workout_form(log, form.id), "lunge").sets[0]
    assert row.load_mode is LoadMode.BODYWEIGHT


def test_removed_planned_set_stays_known_as_planned(log: TrainingLog, rachel: int) -> None:
    form = begin(log, rachel)
    row = block_of(form, "deadlift").sets[0]
    sets.remove_set(log, row.id)
    with log.reading() as session:
        assert session.get_one(PerformedSet, row.id).removed
    assert len(block_of(workout_form(log, form.id), "deadlift").sets) == 1


def test_added_set_is_like_the_last_and_goes_when_removed(log: TrainingLog, rachel: int) -> None:
    form = begin(log, rachel)
    added = sets.add_set(log, block_of(form, "lunge").id)
    rows = block_of(workout_form(log, form.id), "lunge").sets
    assert [row.number for row in rows] == [1, 2, 3]
    assert (rows[-1].planned, rows[-1].side) == (False, Side.EACH)
    sets.remove_set(log, added)
    with log.reading() as session:
        assert session.get(PerformedSet, added) is None


def test_split_sides_share_a_number_and_may_differ(log: TrainingLog, rachel: int) -> None:
    form = begin(log, rachel)
    row = block_of(form, "lunge").sets[0]
    sets.split_sides(log, row.id)
    left, right, second = block_of(workout_form(log, form.id), "lunge").sets
    assert [(r.number, r.side) for r in (left, right, second)] == [
        (1, Side.LEFT),
        (1, Side.RIGHT),
        (2, Side.EACH),
    ]
    sets.log_set(log, left.id, SetValues(10))
    sets.log_set(log, right.id, SetValues(8))
    after = workout_form(log, form.id)
    assert after.sets_done == 1
    assert check_log(log).problems == ()


def test_joining_keeps_one_row_for_each_side(log: TrainingLog, rachel: int) -> None:
    form = begin(log, rachel)
    row = block_of(form, "lunge").sets[0]
    sets.split_sides(log, row.id)
    sets.join_sides(log, row.id)
    assert [r.side for r in block_of(workout_form(log, form.id), "lunge").sets] == [Side.EACH] * 2


def test_set_done_with_both_sides_together_cannot_be_split(log: TrainingLog, rachel: int) -> None:
    row = block_of(begin(log, rachel), "deadlift").sets[0]
    with pytest.raises(InvalidValue):
        sets.split_sides(log, row.id)


def test_sets_read_again_make_the_form_that_is_read_anew(log: TrainingLog, rachel: int) -> None:
    before = begin(log, rachel)
    sets.log_set(log, block_of(before, "deadlift").sets[0].id, SetValues(12, 10_000))
    sets.split_sides(log, block_of(before, "lunge").sets[0].id)
    assert with_sets_read_again(log, before) == workout_form(log, before.id)


def test_warm_up_set_has_its_own_numbers(log: TrainingLog, rachel: int) -> None:
    form = begin(log, rachel)
    sets.change_set_type(log, block_of(form, "deadlift").sets[0].id, SetType.WARM_UP)
    rows = block_of(workout_form(log, form.id), "deadlift").sets
    assert [(row.set_type, row.number) for row in rows] == [
        (SetType.WARM_UP, 1),
        (SetType.WORKING, 1),
    ]


def test_warm_up_and_cool_down_are_not_counted_as_sets(log: TrainingLog, rachel: int) -> None:
    form = begin(log, rachel)
    assert (form.sets_done, form.sets_planned) == (0, 10)


def test_skipped_exercise_is_not_counted_and_comes_back(log: TrainingLog, rachel: int) -> None:
    form = begin(log, rachel)
    plank = block_of(form, "plank")
    workout_exercises.skip_workout_exercise(log, plank.id, reason="wrist")
    assert workout_form(log, form.id).sets_planned == 8
    workout_exercises.skip_workout_exercise(log, plank.id, skipped=False)
    assert workout_form(log, form.id).sets_planned == 10


def test_added_exercise_joins_its_section(log: TrainingLog, rachel: int) -> None:
    form = begin(log, rachel)
    with log.reading() as session:
        press = session.scalars(select(Exercise.id).where(Exercise.key == "leg-press")).one()
    workout_exercises.add_workout_exercise(log, form.id, press)
    orders = [block.section.order for block in workout_form(log, form.id).blocks]
    assert orders == sorted(orders)


def test_moving_past_a_sections_end_changes_the_section(log: TrainingLog, rachel: int) -> None:
    form = begin(log, rachel)
    lunge = block_of(form, "lunge")
    workout_exercises.move_workout_exercise(log, lunge.id, 1)
    after = workout_form(log, form.id)
    assert block_of(after, "lunge").section is block_of(form, "clamshell").section
    assert check_log(log).problems == ()


def test_sets_done_stay_with_the_exercise_they_were_done_with(
    log: TrainingLog, rachel: int
) -> None:
    form = begin(log, rachel)
    block = block_of(form, "deadlift")
    sets.log_set(log, block.sets[0].id, SetValues(10, 8000))
    other = workout_exercises.swap_workout_exercise(log, block.id, 1)
    blocks = workout_form(log, form.id).blocks
    place = [each.id for each in blocks].index(block.id)
    assert [row.done for row in blocks[place].sets] == [True]
    assert blocks[place + 1].id == other
    assert len(blocks[place + 1].sets) == len(block.sets) - 1


def test_swapped_exercise_keeps_number_and_ranges_of_its_sets(
    log: TrainingLog, rachel: int
) -> None:
    form = begin(log, rachel)
    block = block_of(form, "deadlift")
    other = next(each for each in form.blocks if each.name.startswith("Squat"))
    assert workout_exercises.swap_workout_exercise(log, block.id, other.exercise_id) == block.id
    after = next(each for each in workout_form(log, form.id).blocks if each.id == block.id)
    assert after.name == other.name
    assert [row.target.reps_max for row in after.sets] == [
        row.target.reps_max for row in block.sets
    ]
    assert all(row.planned and row.target.load_g is None for row in after.sets)


def test_exercise_that_is_done_is_not_swapped(log: TrainingLog, rachel: int) -> None:
    form = begin(log, rachel)
    block = block_of(form, "deadlift")
    sets.log_sets(log, {row.id: SetValues(10, 8000) for row in block.sets})
    with pytest.raises(InvalidValue, match="done already"):
        workout_exercises.swap_workout_exercise(log, block.id, 1)


def test_moving_the_day_takes_the_ratings_along(log: TrainingLog, rachel: int) -> None:
    form = begin(log, rachel)
    rate_pain(log, 3, Moment.BEFORE, MONDAY, form.id)
    workouts.move_workout(log, form.id, workouts.WorkoutTimes(MONDAY - WEEK))
    after = workout_form(log, form.id)
    assert after.date == MONDAY - WEEK
    assert after.ratings.before == 3
    assert log.undo_action is Action.MOVE_WORKOUT


def test_end_before_start_is_refused(log: TrainingLog, rachel: int) -> None:
    form = begin(log, rachel)
    noon = dt.datetime(2026, 11, 2, 12, tzinfo=dt.UTC)
    times = workouts.WorkoutTimes(MONDAY, noon, noon - dt.timedelta(minutes=1))
    with pytest.raises(InvalidValue, match="before it starts"):
        workouts.move_workout(log, form.id, times)


def test_removing_a_workout_takes_its_ratings_and_undo_brings_them_back(
    log: TrainingLog, rachel: int
) -> None:
    form = done(log, rachel, MONDAY, "deadlift", SetValues(10, 8000))
    rate_pain(log, 3, Moment.BEFORE, MONDAY, form.id)
    before = workout_form(log, form.id)
    workouts.remove_workout(log, form.id)
    with pytest.raises(NotFound):
        workout_form(log, form.id)
    log.undo()
    assert workout_form(log, form.id) == before


def test_repeating_plans_what_was_done(log: TrainingLog, rachel: int) -> None:
    past = done(log, rachel, MONDAY, "deadlift", SetValues(11, 9000), SetValues(10, 9000))
    again = workout_form(log, workouts.repeat_workout(log, past.id, MONDAY + WEEK))
    rows = block_of(again, "deadlift").sets
    assert [(row.target.reps_min, row.target.load_g) for row in rows] == [(11, 9000), (10, 9000)]
    assert not any(row.done for row in rows)


def test_finishing_closes_and_keeps_the_note(log: TrainingLog, rachel: int) -> None:
    form = begin(log, rachel)
    workouts.finish_workout(log, form.id, note="fine")
    assert open_workouts(log) == ()
    after = workout_form(log, form.id)
    assert (after.state, after.note) == (WorkoutState.FINISHED, "fine")


def test_rare_exercise_is_found_far_back(log: TrainingLog, rachel: int) -> None:
    done(log, rachel, MONDAY - 60 * WEEK, "deadlift", SetValues(12, 8000))
    for number in range(45):
        workouts.finish_workout(log, begin(log, None, MONDAY - number * WEEK).id)
    row = block_of(begin(log, rachel, MONDAY + WEEK), "deadlift").sets[0]
    assert row.last is not None


def press_of(log: TrainingLog) -> int:
    with log.reading() as session:
        return session.scalars(select(Exercise.id).where(Exercise.key == "leg-press")).one()


def test_repeated_workout_takes_another_exercise(log: TrainingLog, rachel: int) -> None:
    """What was skipped leaves no gap in the places that the next exercise would fall into."""
    past = begin(log, rachel)
    workout_exercises.skip_workout_exercise(log, past.blocks[0].id)
    sets.log_sets(log, {row.id: row.shown for block in past.blocks[1:] for row in block.sets})
    again = workouts.repeat_workout(log, past.id, MONDAY + WEEK)
    workout_exercises.add_workout_exercise(log, again, press_of(log))
    assert len(workout_form(log, again).blocks) == len(past.blocks)
    assert check_log(log).problems == ()


def test_repeating_leaves_out_what_was_not_done(log: TrainingLog, rachel: int) -> None:
    past = done(log, rachel, MONDAY, "deadlift", SetValues(11, 9000))
    again = workout_form(log, workouts.repeat_workout(log, past.id, MONDAY + WEEK))
    assert [len(block.sets) for block in again.blocks] == [1]


def linked(log: TrainingLog, plan: PlannedWorkout, start: Callable[[], int]) -> bool:
    """Whether a workout that is started becomes the one of this plan."""
    with log.upkeep() as session:
        session.add(plan)
    workout_id = start()
    with log.reading() as session:
        return session.scalars(select(PlannedWorkout.workout_id)).one() == workout_id


def test_free_workout_is_not_the_plan_of_a_removed_routine(log: TrainingLog) -> None:
    plan = PlannedWorkout(date=MONDAY, routine_id=None, routine_name="Gone")
    assert not linked(log, plan, lambda: workouts.start_workout(log, MONDAY))


def test_repeating_does_the_plan_of_the_day(log: TrainingLog, rachel: int) -> None:
    past = done(log, rachel, MONDAY - WEEK, "deadlift", SetValues(10))
    plan = PlannedWorkout(date=MONDAY, routine_id=rachel, routine_name="Rachel")
    assert linked(log, plan, lambda: workouts.repeat_workout(log, past.id, MONDAY))


def test_later_workout_of_the_same_day_is_not_last_time(log: TrainingLog, rachel: int) -> None:
    first = done(log, rachel, MONDAY, "deadlift", SetValues(10, 8000))
    second = done(log, rachel, MONDAY, "deadlift", SetValues(10, 9000))
    assert block_of(workout_form(log, first.id), "deadlift").sets[0].last is None
    last = block_of(second, "deadlift").sets[0].last
    assert last is not None
    assert last.load_g == 8000


def test_moving_the_day_looks_for_last_time_again(log: TrainingLog, rachel: int) -> None:
    done(log, rachel, MONDAY, "deadlift", SetValues(10, 8000))
    form = begin(log, rachel, MONDAY + WEEK)
    workouts.move_workout(log, form.id, workouts.WorkoutTimes(MONDAY - WEEK))
    assert block_of(workout_form(log, form.id, form), "deadlift").sets[0].last is None


def test_added_set_offers_the_load_shown_above_it(log: TrainingLog, rachel: int) -> None:
    done(log, rachel, MONDAY, "deadlift", SetValues(10, 8000), SetValues(10, 8000))
    block = block_of(begin(log, rachel, MONDAY + WEEK), "deadlift")
    sets.add_set(log, block.id, block.sets[-1].shown)
    rows = block_of(workout_form(log, open_workouts(log)[0]), "deadlift").sets
    assert [row.shown.load_g for row in rows] == [8000] * 3


def test_joining_keeps_the_side_that_is_done(log: TrainingLog, rachel: int) -> None:
    form = begin(log, rachel)
    sets.split_sides(log, block_of(form, "lunge").sets[0].id)
    right = block_of(workout_form(log, form.id), "lunge").sets[1]
    sets.log_set(log, right.id, SetValues(8))
    sets.join_sides(log, right.id)
    row = block_of(workout_form(log, form.id), "lunge").sets[0]
    assert (row.side, row.values.reps, row.done) == (Side.EACH, 8, True)


def test_workout_finished_after_midnight_ends_then(log: TrainingLog, rachel: int) -> None:
    form = begin(log, rachel)
    late = dt.datetime(2026, 11, 3, 0, 40).astimezone()
    workouts.finish_workout(log, form.id, now=late)
    with log.reading() as session:
        assert session.scalars(select(Workout.ended_at)).one() == late
