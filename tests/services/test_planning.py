"""The week in the log: laid down, kept when the schedule changes, moved, undone."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from leglog.errors import InvalidValue, NotFound
from leglog.models.routine import (
    PhaseRoutine,
    Programme,
    ProgrammePhase,
    Routine,
)
from leglog.models.workout import PlannedWorkout, Workout
from leglog.services.planning import (
    keep_past_plan,
    lay_down_planned_workouts,
    move_planned_workout,
    rescheduled,
    week,
)
from leglog.services.training_log import Action
from leglog.training.adherence import Adherence
from leglog.training.kept_plans import DayState
from leglog.training.schedule import Reason
from leglog.training.vocabulary import WorkoutState

if TYPE_CHECKING:
    from leglog.services.training_log import Change, TrainingLog

MONDAY = dt.date(2025, 11, 17)
WEDNESDAY, THURSDAY, FRIDAY, SUNDAY = (MONDAY + dt.timedelta(days=n) for n in (2, 3, 4, 6))
WEEK = dt.timedelta(days=7)


def _routine(log: TrainingLog, name: str = "Legs A", weekdays: frozenset[int] = frozenset()) -> int:
    with log.upkeep() as session:
        routine = Routine(name=name, weekdays=weekdays)
        session.add(routine)
        session.flush()
        return routine.id


def _set_weekdays(
    log: TrainingLog, routine_id: int, weekdays: frozenset[int], today: dt.date
) -> None:
    """Change the schedule as the routines do."""
    with log.action(Action.CORRECT_ROUTINE) as session:
        routine = session.get_one(Routine, routine_id)
        with rescheduled(session, today):
            routine.weekdays = weekdays


def _finished(log: TrainingLog, day: dt.date, routine_id: int) -> None:
    with log.upkeep() as session:
        session.add(
            Workout(title="Legs", date=day, routine_id=routine_id, state=WorkoutState.FINISHED)
        )


def _planned(log: TrainingLog) -> list[dt.date]:
    with log.reading() as session:
        return list(session.scalars(select(PlannedWorkout.date).order_by(PlannedWorkout.date)))


def test_plans_are_laid_down_to_the_end_of_the_week(log: TrainingLog) -> None:
    _routine(log, weekdays=frozenset({1, 3, 5}))
    lay_down_planned_workouts(log, WEDNESDAY)
    assert _planned(log) == [WEDNESDAY, FRIDAY]


def test_laying_down_twice_changes_nothing(log: TrainingLog, changes: list[Change]) -> None:
    _routine(log, weekdays=frozenset({5}))
    lay_down_planned_workouts(log, WEDNESDAY)
    changes.clear()
    lay_down_planned_workouts(log, THURSDAY)
    assert changes == []


def test_days_while_the_program_was_closed_are_laid_down_later(log: TrainingLog) -> None:
    _routine(log, weekdays=frozenset({5}))
    lay_down_planned_workouts(log, WEDNESDAY)
    lay_down_planned_workouts(log, WEDNESDAY + 2 * WEEK)
    assert _planned(log) == [FRIDAY, FRIDAY + WEEK, FRIDAY + 2 * WEEK]


def test_a_changed_schedule_keeps_what_was_planned_before(log: TrainingLog) -> None:
    routine = _routine(log, weekdays=frozenset({1, 5}))
    lay_down_planned_workouts(log, MONDAY)
    _set_weekdays(log, routine, frozenset({3, 7}), today=WEDNESDAY)
    assert _planned(log) == [MONDAY, WEDNESDAY, SUNDAY]


def test_a_changed_schedule_keeps_the_weeks_while_the_program_was_closed(
    log: TrainingLog,
) -> None:
    routine = _routine(log, weekdays=frozenset({5}))
    lay_down_planned_workouts(log, MONDAY)
    _set_weekdays(log, routine, frozenset({7}), today=MONDAY + 2 * WEEK)
    assert _planned(log) == [FRIDAY, FRIDAY + WEEK, SUNDAY + 2 * WEEK]


def test_undo_of_a_changed_schedule_brings_its_plans_back(log: TrainingLog) -> None:
    routine = _routine(log, weekdays=frozenset({5}))
    lay_down_planned_workouts(log, MONDAY)
    _set_weekdays(log, routine, frozenset({7}), today=MONDAY)
    log.undo()
    assert _planned(log) == [FRIDAY]


def test_keeping_the_past_alone_leaves_a_true_week(log: TrainingLog) -> None:
    routine = _routine(log, weekdays=frozenset({5}))
    lay_down_planned_workouts(log, MONDAY)
    with log.action(Action.CORRECT_ROUTINE) as session:
        keep_past_plan(session, WEDNESDAY)
        session.get_one(Routine, routine).weekdays = frozenset({7})
    states = [day.state for day in week(log, WEDNESDAY).days]
    assert states[4:] == [DayState.REST, DayState.REST, DayState.PLANNED]


def test_the_week_is_true_before_it_is_laid_down(log: TrainingLog) -> None:
    routine = _routine(log, weekdays=frozenset({5}))
    up = week(log, FRIDAY).next_up
    assert up is not None
    assert (up.routine_id, up.reason) == (routine, Reason.PLANNED_TODAY)


def test_a_planned_day_moves(log: TrainingLog) -> None:
    routine = _routine(log, weekdays=frozenset({5}))
    move_planned_workout(log, routine, FRIDAY, SUNDAY, today=THURSDAY)
    states = [day.state for day in week(log, THURSDAY).days]
    assert (states[4], states[6]) == (DayState.REST, DayState.PLANNED)


def test_a_moved_day_outlives_the_next_start(log: TrainingLog) -> None:
    routine = _routine(log, weekdays=frozenset({5}))
    move_planned_workout(log, routine, FRIDAY, SUNDAY, today=THURSDAY)
    lay_down_planned_workouts(log, FRIDAY)
    assert _planned(log) == [SUNDAY]


def test_a_day_moved_back_is_an_ordinary_plan_again(log: TrainingLog) -> None:
    routine = _routine(log, weekdays=frozenset({5}))
    move_planned_workout(log, routine, FRIDAY, SUNDAY, today=THURSDAY)
    move_planned_workout(log, routine, SUNDAY, FRIDAY, today=THURSDAY)
    _set_weekdays(log, routine, frozenset(), today=THURSDAY)
    assert _planned(log) == []


def test_a_day_of_next_week_moves_to_today(log: TrainingLog) -> None:
    routine = _routine(log, weekdays=frozenset({1}))
    move_planned_workout(log, routine, MONDAY + WEEK, SUNDAY, today=SUNDAY)
    lay_down_planned_workouts(log, MONDAY + WEEK)
    assert _planned(log) == [SUNDAY]


def test_a_plan_does_not_move_into_the_past(log: TrainingLog) -> None:
    routine = _routine(log, weekdays=frozenset({5}))
    with pytest.raises(InvalidValue):
        move_planned_workout(log, routine, FRIDAY, MONDAY, today=THURSDAY)


def test_moving_what_is_not_planned_is_refused(log: TrainingLog) -> None:
    routine = _routine(log)
    with pytest.raises(NotFound):
        move_planned_workout(log, routine, FRIDAY, SUNDAY, today=THURSDAY)
    assert _planned(log) == []


def test_weeks_before_count_done_of_planned(log: TrainingLog) -> None:
    routine = _routine(log, weekdays=frozenset({1, 5}))
    lay_down_planned_workouts(log, MONDAY - WEEK)
    _finished(log, MONDAY - WEEK, routine)
    assert week(log, WEDNESDAY).before == Adherence(1, 2)


def test_a_routine_made_at_the_weekend_asks_nothing_of_this_week(log: TrainingLog) -> None:
    _routine(log, weekdays=frozenset({1, 5}))
    assert week(log, SUNDAY).this_week == Adherence(0, 0)
    assert week(log, FRIDAY).this_week == Adherence(0, 1)


def test_without_weekdays_the_goal_counts(log: TrainingLog) -> None:
    _finished(log, MONDAY, _routine(log))
    assert week(log, WEDNESDAY).this_week == Adherence(1, 3)


def test_the_turn_of_routines_is_remembered_over_a_long_break(log: TrainingLog) -> None:
    first, second = _routine(log, "A"), _routine(log, "B")
    _finished(log, MONDAY - 30 * WEEK, first)
    up = week(log, WEDNESDAY).next_up
    assert up is not None
    assert (up.routine_id, up.last_day) == (second, MONDAY - 30 * WEEK)


def test_a_running_programme_plans_its_routines_in_turn(log: TrainingLog) -> None:
    first, second = _routine(log, "A"), _routine(log, "B", weekdays=frozenset({2}))
    with log.upkeep() as session:
        turns = [PhaseRoutine(routine_id=one, position=n) for n, one in enumerate((first, second))]
        phase = ProgrammePhase(
            position=0, name="Start", first_week=1, times_a_week=2, routines=turns
        )
        session.add(
            Programme(
                name="Two days",
                weekdays=frozenset({1, 4}),
                started_on=MONDAY,
                is_running=True,
                phases=[phase],
            )
        )
    lay_down_planned_workouts(log, MONDAY)
    titles = [day.titles for day in week(log, MONDAY).days]
    assert titles == [("A",), (), (), ("B",), (), (), ()]
