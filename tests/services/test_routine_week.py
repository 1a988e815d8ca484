"""The planned week: sets of all routines by how often they come, and the leg days."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from leglog.services.programmes import (
    PhaseValues,
    ProgrammeValues,
    add_programme,
    start_programme,
)
from leglog.services.routine_reading import routine_view
from leglog.services.routines import add_routine, add_routine_from_template, plan_weekdays
from leglog.training.routine_hints import HintKind
from leglog.training.vocabulary import MuscleGroup, PatternGroup
from tests.diary import Diary

if TYPE_CHECKING:
    from leglog.services.routine_week import WeekPlan
    from leglog.services.training_log import TrainingLog

MONDAY = dt.date(2025, 11, 17)


def _plan(log: TrainingLog, routine_id: int) -> WeekPlan:
    plan = routine_view(log, routine_id, MONDAY).week
    assert plan is not None
    return plan


def test_routine_without_days_has_no_week(log: TrainingLog) -> None:
    assert routine_view(log, add_routine(log, "Legs"), MONDAY).week is None


def test_week_counts_a_routine_as_often_as_it_comes(log: TrainingLog) -> None:
    routine_id = add_routine_from_template(log, "s001-rachel-beginner")
    plan_weekdays(log, routine_id, {2, 5}, MONDAY)
    alone, plan = routine_view(log, routine_id, MONDAY).balance, _plan(log, routine_id)
    assert plan.workouts == 2
    assert plan.balance.sets == 2 * alone.sets
    for group, sets in alone.by_group.items():
        assert plan.balance.by_group[group] == 2 * sets
    assert plan.leg_days == {2, 5}


def test_routines_in_turn_share_the_days(log: TrainingLog) -> None:
    a, b = (add_routine_from_template(log, key) for key in ("ab-day-a", "ab-day-b"))
    phase = PhaseValues(times_a_week=3, routine_ids=(a, b))
    values = ProgrammeValues("A and B", frozenset({1, 3, 5}), (phase,))
    start_programme(log, add_programme(log, values), MONDAY, MONDAY)
    alone = [routine_view(log, id_, MONDAY).balance.sets for id_ in (a, b)]
    plan = _plan(log, a)
    assert plan.workouts == 3
    assert plan.balance.sets == 1.5 * sum(alone)
    assert plan.leg_days == {1, 3, 5}


def test_patterns_add_up_to_the_sets(log: TrainingLog) -> None:
    balance = routine_view(log, add_routine_from_template(log, "ab-day-b")).balance
    assert sum(balance.by_pattern.values()) == balance.sets
    assert balance.by_pattern[PatternGroup.HINGE] > 0


def test_routine_for_the_upper_body_makes_no_leg_day(log: TrainingLog) -> None:
    empty = add_routine(log, "Stretching")
    plan_weekdays(log, empty, {7}, MONDAY)
    assert _plan(log, empty).leg_days == frozenset()


def test_hints_know_the_days_and_what_the_week_lacks(log: TrainingLog) -> None:
    routine_id = add_routine_from_template(log, "s001-rachel-beginner")
    plan_weekdays(log, routine_id, {1, 2}, MONDAY)
    hints = {hint.kind: hint for hint in routine_view(log, routine_id, MONDAY).hints}
    assert hints[HintKind.CLOSE_LEG_DAYS].days == (1, 2)
    assert hints[HintKind.GROUPS_MISSING].groups == (MuscleGroup.UPPER_BACK,)


def test_hints_know_how_many_sets_last_week_had(log: TrainingLog) -> None:
    Diary(log, MONDAY).train(days_ago=3)
    routine_id = add_routine_from_template(log, "s001-rachel-beginner")
    plan_weekdays(log, routine_id, {1, 4}, MONDAY)
    hints = {hint.kind: hint for hint in routine_view(log, routine_id, MONDAY).hints}
    assert hints[HintKind.MANY_MORE_SETS].sets == (20, 3)
