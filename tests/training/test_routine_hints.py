from __future__ import annotations

from dataclasses import replace

import pytest

from leglog.training.routine_hints import (
    Hint,
    HintKind,
    PlannedItem,
    PlannedWeek,
    hints_for,
    home_section,
)
from leglog.training.vocabulary import Category, MuscleGroup, Pattern, Section

WARM_UP = PlannedItem(1, "March", Section.WARM_UP, Category.WARM_UP, False, 1)
SQUAT = PlannedItem(2, "Squat", Section.MAIN, Category.STRENGTH, True, 3)
CALF = PlannedItem(3, "Calf raise", Section.ACCESSORY, Category.STRENGTH, False, 3)
STRETCH = PlannedItem(4, "Stretch", Section.COOL_DOWN, Category.STRETCH, False, 1)


def _by_kind(*items: PlannedItem, warm_up_s: int = 480) -> dict[HintKind, Hint]:
    return {hint.kind: hint for hint in hints_for(items, warm_up_s)}


def test_whole_routine_has_only_kept_hints() -> None:
    assert all(hint.holds for hint in hints_for((WARM_UP, SQUAT, CALF, STRETCH), 480))


def test_warm_up_alone_needs_no_hint() -> None:
    assert hints_for((WARM_UP,), 480) == ()


def test_late_compound_lift_is_named_with_the_one_before_which_it_belongs() -> None:
    late = PlannedItem(5, "Lunge", Section.ACCESSORY, Category.STRENGTH, True, 3)
    hint = _by_kind(SQUAT, CALF, late)[HintKind.COMPOUND_FIRST]
    assert not hint.holds
    assert hint.items == (late, CALF)


def test_core_before_a_lift_is_no_matter_of_order() -> None:
    plank = PlannedItem(6, "Plank", Section.MAIN, Category.CORE, False, 2)
    assert HintKind.COMPOUND_FIRST not in _by_kind(plank, SQUAT)


def test_missing_warm_up_and_cool_down_are_mentioned() -> None:
    hints = _by_kind(SQUAT)
    assert HintKind.WARM_UP_MISSING in hints
    assert HintKind.COOL_DOWN_MISSING in hints


@pytest.mark.parametrize(
    ("seconds", "holds"), [(329, False), (331, True), (480, True), (689, True), (691, False)]
)
def test_warm_up_length_is_judged_to_a_minute(seconds: int, holds: bool) -> None:
    hints = _by_kind(WARM_UP, SQUAT, warm_up_s=seconds)
    assert hints[HintKind.WARM_UP_LENGTH].holds is holds


def test_superset_with_unequal_sets_names_its_exercises() -> None:
    first = PlannedItem(7, "Calf raise", Section.ACCESSORY, Category.STRENGTH, False, 3, superset=1)
    second = PlannedItem(8, "Clam", Section.ACCESSORY, Category.STRENGTH, False, 2, superset=1)
    hint = _by_kind(first, second)[HintKind.SUPERSET_UNEQUAL]
    assert hint.items == (first, second)
    assert hint.key == "superset_unequal:7:8"


@pytest.mark.parametrize(
    ("category", "compound", "section"),
    [
        (Category.STRENGTH, True, Section.MAIN),
        (Category.STRENGTH, False, Section.ACCESSORY),
        (Category.CORE, False, Section.CORE),
        (Category.CARDIO, False, Section.WARM_UP),
        (Category.STRETCH, False, Section.COOL_DOWN),
    ],
)
def test_exercise_is_at_home_in_its_section(
    category: Category, compound: bool, section: Section
) -> None:
    assert home_section(category, compound=compound) is section


def test_exercise_of_one_side_without_sides_is_named_each_by_itself() -> None:
    lunge = replace(SQUAT, id=5, name="Lunge", lacks_sides=True)
    hint = _by_kind(SQUAT, lunge)[HintKind.ONE_SIDE]
    assert (hint.items, hint.key) == ((lunge,), "one_side:5")


def test_two_hinges_in_a_row_are_mentioned_and_apart_are_not() -> None:
    first = replace(SQUAT, id=6, name="Deadlift", pattern=Pattern.HINGE)
    second = replace(first, id=7, name="Good morning")
    assert _by_kind(first, second)[HintKind.HINGES_TOGETHER].items == (first, second)
    assert HintKind.HINGES_TOGETHER not in _by_kind(first, SQUAT, second)


@pytest.mark.parametrize(
    ("days", "kind", "told"),
    [
        ({1, 2, 4, 6}, HintKind.MANY_LEG_DAYS, (1, 2, 4, 6)),
        ({1, 4, 5}, HintKind.CLOSE_LEG_DAYS, (4, 5)),
        ({1, 7}, HintKind.CLOSE_LEG_DAYS, (7, 1)),
        ({1, 3, 5}, None, ()),
    ],
)
def test_leg_days_are_few_and_apart(
    days: set[int], kind: HintKind | None, told: tuple[int, ...]
) -> None:
    hints = hints_for((SQUAT,), 480, PlannedWeek(frozenset(days)))
    found = [(hint.kind, hint.days) for hint in hints if hint.days]
    assert found == ([] if kind is None else [(kind, told)])


def test_group_without_sets_in_the_whole_week_is_named() -> None:
    week = PlannedWeek(frozenset({1}), (MuscleGroup.CALVES,))
    (hint,) = [hint for hint in hints_for((SQUAT,), 480, week) if hint.groups]
    assert (hint.kind, hint.groups) == (HintKind.GROUPS_MISSING, (MuscleGroup.CALVES,))


@pytest.mark.parametrize(
    ("done", "expected"), [(0.0, False), (10.0, False), (9.9, True), (12.0, False)]
)
def test_more_than_a_fifth_more_sets_than_last_week_is_mentioned(
    done: float, expected: bool
) -> None:
    hints = hints_for((SQUAT,), 480, PlannedWeek(frozenset({1}), sets=12.0, sets_last_week=done))
    found = [hint.sets for hint in hints if hint.kind is HintKind.MANY_MORE_SETS]
    assert found == ([(12.0, done)] if expected else [])
