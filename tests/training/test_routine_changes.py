"""What a workout did otherwise than its routine says."""

from __future__ import annotations

from dataclasses import replace

from leglog.training.routine_changes import (
    ChangeKind,
    DoneItem,
    DoneSet,
    PlannedGoal,
    PlannedItem,
    RoutineChange,
    routine_changes,
)
from leglog.training.vocabulary import Section

GOAL = PlannedGoal(8, 10, load_g=40_000)
SET = DoneSet(done=True, reps=10, load_g=40_000)
SQUAT = PlannedItem(1, 11, Section.MAIN, (GOAL,) * 3)
LUNGE = PlannedItem(2, 12, Section.MAIN, (replace(GOAL, load_g=None),) * 2)
DONE_SQUAT = DoneItem(101, 1, 11, Section.MAIN, False, True, (SET,) * 3)
DONE_LUNGE = DoneItem(102, 2, 12, Section.MAIN, False, True, (SET,) * 2)


def changes(*done: DoneItem) -> tuple[RoutineChange, ...]:
    return routine_changes((SQUAT, LUNGE), done)


def test_as_planned_is_no_change() -> None:
    assert changes(DONE_SQUAT, DONE_LUNGE) == ()


def test_skipped_and_undone_sets_are_no_other_plan() -> None:
    undone = (SET, replace(SET, done=False, reps=None), replace(SET, done=False))
    skipped = replace(DONE_LUNGE, skipped=True, sets=())
    assert changes(replace(DONE_SQUAT, sets=undone), skipped) == ()


def test_added_exercise() -> None:
    added = DoneItem(103, None, 13, Section.MAIN, False, True, (SET,) * 3)
    assert changes(DONE_SQUAT, added, DONE_LUNGE) == (
        RoutineChange(ChangeKind.ADDED, done_id=103, after=(3,)),
    )


def test_added_exercise_without_a_set_done_is_passed_over() -> None:
    added = DoneItem(103, None, 13, Section.MAIN, False, True, (replace(SET, done=False),))
    assert changes(DONE_SQUAT, DONE_LUNGE, added) == ()


def test_exercise_taken_out() -> None:
    assert changes(DONE_SQUAT) == (RoutineChange(ChangeKind.REMOVED, planned_id=2),)


def test_swapped_exercise_says_nothing_of_its_numbers() -> None:
    swapped = replace(DONE_SQUAT, exercise_id=15, sets=(SET,))
    assert changes(swapped, DONE_LUNGE) == (
        RoutineChange(ChangeKind.SWAPPED, 1, 101, (11,), (15,)),
    )


def test_more_and_fewer_sets() -> None:
    (more,) = changes(replace(DONE_SQUAT, sets=(SET,) * 4), DONE_LUNGE)
    assert (more.kind, more.before, more.after) == (ChangeKind.SETS, (3,), (4,))
    (fewer,) = changes(replace(DONE_SQUAT, sets=(SET,)), DONE_LUNGE)
    assert (fewer.before, fewer.after) == ((3,), (1,))


def test_other_load_of_a_planned_one() -> None:
    heavier = replace(SET, load_g=42_500)
    (change,) = changes(replace(DONE_SQUAT, sets=(SET, heavier, heavier)), DONE_LUNGE)
    assert change == RoutineChange(
        ChangeKind.LOAD, 1, 101, (40_000, 40_000, 40_000), (40_000, 42_500, 42_500)
    )


def test_load_that_was_left_open_is_no_change() -> None:
    heavier = replace(SET, load_g=42_500)
    assert changes(DONE_SQUAT, replace(DONE_LUNGE, sets=(heavier, heavier))) == ()


def test_reps_beyond_the_range_in_every_set() -> None:
    more = tuple(replace(SET, reps=reps) for reps in (12, 11, 12))
    (change,) = changes(replace(DONE_SQUAT, sets=more), DONE_LUNGE)
    assert change == RoutineChange(ChangeKind.REPS, 1, 101, (8, 10), (11, 12))


def test_one_set_below_the_range_is_no_other_plan() -> None:
    mixed = tuple(replace(SET, reps=reps) for reps in (10, 8, 6))
    assert changes(replace(DONE_SQUAT, sets=mixed), DONE_LUNGE) == ()


def test_longer_holds() -> None:
    plank = PlannedItem(3, 13, Section.CORE, (PlannedGoal(s_min=20, s_max=30),) * 2)
    held = (DoneSet(True, duration_s=40), DoneSet(True, duration_s=35))
    done = DoneItem(103, 3, 13, Section.CORE, False, False, held)
    (change,) = routine_changes((plank,), (done,))
    assert change == RoutineChange(ChangeKind.SECONDS, 3, 103, (20, 30), (35, 40))


def test_other_order_and_other_section() -> None:
    assert changes(DONE_LUNGE, DONE_SQUAT) == (
        RoutineChange(ChangeKind.ORDER, before=(1, 2), after=(2, 1)),
    )
    (moved,) = changes(DONE_SQUAT, replace(DONE_LUNGE, section=Section.CORE))
    assert moved.kind is ChangeKind.ORDER
