"""The rules of the week."""

from __future__ import annotations

import datetime as dt

import pytest

from leglog.training.adherence import Adherence
from leglog.training.kept_plans import (
    DayState,
    kept_before,
    kept_in_week,
    kept_this_week,
    open_plans,
    week_days,
)
from leglog.training.schedule import (
    NextUp,
    PlannedDay,
    Reason,
    Rotation,
    RoutineDays,
    Schedule,
    WorkoutDay,
    next_up,
    planned_by_schedule,
    whole_plan,
)

MONDAY = dt.date(2025, 11, 17)
TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = (
    MONDAY + dt.timedelta(days=number) for number in range(1, 7)
)
A = RoutineDays(1, "Legs A", frozenset({1, 5}))
B = RoutineDays(2, "Legs B", frozenset({3}))
WEEKLY = Schedule((A, B))
LOOSE = Schedule((RoutineDays(1, "Legs A"), RoutineDays(2, "Legs B")))
ALTERNATING = Schedule(LOOSE.routines, (Rotation(MONDAY, None, frozenset({1, 3, 5}), (1, 2)),))


def _done(day: dt.date, routine: RoutineDays | None = None, number: int = 1) -> WorkoutDay:
    title = routine.name if routine else "Free workout"
    return WorkoutDay(number, day, title, routine.id if routine else None, finished=True)


def _plan(day: dt.date, routine: RoutineDays = A) -> PlannedDay:
    return PlannedDay(day, routine.id, routine.name)


def test_weekdays_of_routines_make_the_plan() -> None:
    planned = planned_by_schedule(WEEKLY, MONDAY, SUNDAY)
    assert planned == [_plan(MONDAY), _plan(WEDNESDAY, B), _plan(FRIDAY)]


def test_a_programme_gives_its_days_to_routines_in_turn() -> None:
    planned = planned_by_schedule(ALTERNATING, MONDAY, SUNDAY, last_routine_id=1)
    assert [(plan.date, plan.routine_id) for plan in planned] == [
        (MONDAY, 2),
        (WEDNESDAY, 1),
        (FRIDAY, 2),
    ]


def test_a_programme_plans_nothing_before_it_began() -> None:
    last = MONDAY - dt.timedelta(days=1)
    assert planned_by_schedule(ALTERNATING, last - dt.timedelta(days=6), last) == []


def test_a_phase_ends() -> None:
    phases = (
        Rotation(MONDAY, WEDNESDAY, frozenset({1, 3, 5}), (1,)),
        Rotation(THURSDAY, None, frozenset({1, 3, 5}), (2,)),
    )
    planned = planned_by_schedule(Schedule(LOOSE.routines, phases), MONDAY, SUNDAY)
    assert [plan.routine_id for plan in planned] == [1, 1, 2]


@pytest.mark.parametrize("schedule", [WEEKLY, ALTERNATING])
def test_a_moved_plan_is_not_planned_again_on_its_old_day(schedule: Schedule) -> None:
    moved = PlannedDay(THURSDAY, 2, "Legs B", id=5, moved_from=WEDNESDAY)
    planned = planned_by_schedule(schedule, MONDAY, SUNDAY, standing=[moved])
    assert [plan.date for plan in planned] == [MONDAY, FRIDAY]


def test_two_routines_of_a_day_move_apart() -> None:
    both = Schedule((RoutineDays(1, "A", frozenset({5})), RoutineDays(2, "B", frozenset({5}))))
    moved = PlannedDay(SATURDAY, 1, "A", id=5, moved_from=FRIDAY)
    planned = planned_by_schedule(both, MONDAY, SUNDAY, standing=[moved])
    assert [(plan.date, plan.routine_id) for plan in planned] == [(FRIDAY, 2)]


def test_a_new_schedule_plans_no_past() -> None:
    plan = whole_plan(WEEKLY, (), None, WEDNESDAY, SUNDAY)
    assert [one.date for one in plan] == [WEDNESDAY, FRIDAY]


def test_what_was_laid_down_stays_whatever_the_schedule_says() -> None:
    old = _plan(TUESDAY, RoutineDays(9, "Gone"))
    plan = whole_plan(WEEKLY, [old], WEDNESDAY, FRIDAY, SUNDAY)
    assert plan == [old, _plan(FRIDAY)]


def test_days_since_the_last_start_are_planned_by_the_schedule() -> None:
    plan = whole_plan(WEEKLY, (), MONDAY - dt.timedelta(days=1), FRIDAY, SUNDAY)
    assert [one.date for one in plan] == [MONDAY, WEDNESDAY, FRIDAY]


def test_a_workout_of_the_day_keeps_the_plan_whatever_its_routine() -> None:
    assert open_plans([_plan(FRIDAY)], [_done(FRIDAY)], 1) == []


@pytest.mark.parametrize("day", [THURSDAY, SUNDAY])
def test_a_workout_a_day_early_or_late_in_the_week_keeps_its_plan(day: dt.date) -> None:
    assert open_plans([_plan(FRIDAY)], [_done(day, A)], 1) == []


@pytest.mark.parametrize("day", [MONDAY, FRIDAY + dt.timedelta(days=3)])
def test_an_earlier_workout_and_one_of_next_week_keep_no_plan(day: dt.date) -> None:
    assert open_plans([_plan(FRIDAY)], [_done(day, A)], 1) == [_plan(FRIDAY)]


def test_a_free_workout_on_another_day_keeps_no_plan() -> None:
    assert open_plans([_plan(FRIDAY)], [_done(THURSDAY)], 1) == [_plan(FRIDAY)]


def test_a_workout_keeps_one_plan() -> None:
    plans = [_plan(MONDAY), _plan(FRIDAY)]
    assert open_plans(plans, [_done(MONDAY, A)], 1) == [_plan(FRIDAY)]


def test_the_plan_that_a_workout_is_tied_to_comes_first() -> None:
    plans = [_plan(MONDAY), PlannedDay(FRIDAY, 1, "Legs A", workout_id=7)]
    assert open_plans(plans, [_done(MONDAY, A, number=7)], 1) == [_plan(MONDAY)]


def test_next_is_what_is_planned_for_today() -> None:
    up = next_up(WEEKLY, [_plan(MONDAY), _plan(FRIDAY)], [], FRIDAY)
    assert up == NextUp(1, "Legs A", Reason.PLANNED_TODAY, day=FRIDAY)


def test_next_is_the_next_planned_day() -> None:
    up = next_up(WEEKLY, [_plan(WEDNESDAY, B), _plan(FRIDAY)], [], TUESDAY)
    assert up == NextUp(2, "Legs B", Reason.PLANNED_LATER, day=WEDNESDAY)


@pytest.mark.parametrize(("last", "following"), [(1, 2), (2, 1)])
def test_next_is_the_routine_after_the_one_done_last(last: int, following: int) -> None:
    finished = [_done(WEDNESDAY), _done(MONDAY, LOOSE.routine(last))]
    up = next_up(LOOSE, [], finished, FRIDAY)
    assert up is not None
    assert (up.routine_id, up.reason, up.last_day) == (following, Reason.AFTER_LAST, MONDAY)


def test_next_is_the_first_routine_where_none_was_done() -> None:
    assert next_up(LOOSE, [], [], FRIDAY) == NextUp(1, "Legs A", Reason.FIRST)


def test_nothing_is_next_without_a_routine() -> None:
    assert next_up(Schedule(), [], [], FRIDAY) is None


def test_the_week_shows_done_unfinished_planned_and_rest() -> None:
    plans = [_plan(MONDAY), _plan(WEDNESDAY, B), _plan(FRIDAY)]
    under_way = WorkoutDay(2, WEDNESDAY, "Legs B", 2, finished=False)
    workouts = [_done(MONDAY, A), under_way]
    days = week_days(MONDAY, open_plans(plans, workouts, 1), workouts)
    assert [day.state for day in days] == [
        DayState.DONE,
        DayState.REST,
        DayState.UNFINISHED,
        DayState.REST,
        DayState.PLANNED,
        DayState.REST,
        DayState.REST,
    ]
    assert days[4].titles == ("Legs A",)


def test_a_plan_kept_on_another_day_no_longer_stands() -> None:
    workouts = [_done(THURSDAY, A)]
    days = week_days(MONDAY, open_plans([_plan(WEDNESDAY)], workouts, 1), workouts)
    assert (days[2].state, days[3].state) == (DayState.REST, DayState.DONE)


def test_an_unfinished_workout_is_not_counted_as_done() -> None:
    under_way = WorkoutDay(2, WEDNESDAY, "Legs B", 2, finished=False)
    plans = [_plan(MONDAY), _plan(WEDNESDAY)]
    assert kept_in_week(MONDAY, plans, [_done(MONDAY, A), under_way], 3) == Adherence(1, 2)


def test_a_week_without_plans_is_measured_by_the_goal() -> None:
    assert kept_in_week(MONDAY, [], [_done(MONDAY)], 3) == Adherence(1, 3)


def test_a_week_before_the_first_planned_day_has_nothing_planned() -> None:
    next_week = [_plan(MONDAY + dt.timedelta(days=7))]
    assert kept_this_week(MONDAY, next_week, [], 3) == Adherence(0, 0)


@pytest.mark.parametrize(
    ("plans", "workouts", "kept"),
    [
        ([], [], Adherence(0, 3)),
        ([_plan(MONDAY + dt.timedelta(days=7))], [_done(SATURDAY)], Adherence(1, 3)),
        ([_plan(MONDAY), _plan(MONDAY + dt.timedelta(days=7))], [], Adherence(0, 1)),
    ],
)
def test_this_week_counts_as_any_other_once_it_has_a_plan_or_a_workout(
    plans: list[PlannedDay], workouts: list[WorkoutDay], kept: Adherence
) -> None:
    assert kept_this_week(MONDAY, plans, workouts, 3) == kept


def test_the_weeks_before_count_no_more_than_they_planned() -> None:
    week = dt.timedelta(days=7)
    plans = [_plan(MONDAY - week), _plan(FRIDAY - week), _plan(MONDAY - 2 * week)]
    workouts = [_done(TUESDAY - 2 * week, number=number) for number in range(3)]
    assert kept_before(MONDAY, plans, workouts, 3, MONDAY - 2 * week) == Adherence(1, 3)


def test_weeks_before_the_first_workout_do_not_count() -> None:
    assert kept_before(MONDAY, [], [], 3, None) == Adherence(0, 0)
