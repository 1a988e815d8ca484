"""Programmes: routines in turn, phase after phase, beside the routines' own weekdays."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from leglog.errors import InvalidValue
from leglog.models.workout import PlannedWorkout, Workout
from leglog.services.planning import lay_down_planned_workouts, week
from leglog.services.programme_reading import (
    ProgrammeView,
    programme_list,
    programme_template_list,
    running_programme,
)
from leglog.services.programmes import (
    PhaseValues,
    ProgrammeValues,
    add_programme,
    add_programme_from_template,
    archive_programme,
    correct_programme,
    remove_programme,
    start_programme,
    stay_in_phase,
    stop_programme,
)
from leglog.services.routine_reading import routine_list
from leglog.services.routines import add_routine, add_routine_from_template, plan_weekdays
from leglog.training.schedule import Reason, spread_weekdays, usual_weekdays
from leglog.training.vocabulary import WorkoutState

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from leglog.services.training_log import TrainingLog

MONDAY = dt.date(2025, 11, 17)
DAY, WEEK = dt.timedelta(days=1), dt.timedelta(days=7)


@pytest.fixture
def turns(log: TrainingLog) -> tuple[int, int]:
    """Two routines."""
    return add_routine(log, "Legs A"), add_routine(log, "Legs B")


def _ab(log: TrainingLog, turns: tuple[int, int], *, weeks: int | None = None) -> int:
    """A and B in turn on Mondays and Thursdays, begun this Monday."""
    phase = PhaseValues("Ongoing", weeks, 2, turns)
    programme_id = add_programme(log, ProgrammeValues("A and B", frozenset({1, 4}), (phase,)))
    start_programme(log, programme_id, MONDAY, MONDAY)
    return programme_id


def _planned(log: TrainingLog) -> list[tuple[dt.date, str]]:
    with log.reading() as session:
        rows = session.execute(
            select(PlannedWorkout.date, PlannedWorkout.routine_name).order_by(PlannedWorkout.date)
        )
        return [(row.date, row.routine_name) for row in rows]


def _done(log: TrainingLog, day: dt.date, routine_id: int) -> None:
    with log.upkeep() as session:
        session.add(
            Workout(title="Legs", date=day, routine_id=routine_id, state=WorkoutState.FINISHED)
        )


def _running(log: TrainingLog) -> ProgrammeView:
    view = running_programme(log)
    assert view is not None
    return view


def test_routines_take_turns_on_the_weekdays(log: TrainingLog, turns: tuple[int, int]) -> None:
    _ab(log, turns)
    assert _planned(log) == [(MONDAY, "Legs A"), (MONDAY + 3 * DAY, "Legs B")]


def test_next_is_the_one_after_the_last_done(log: TrainingLog, turns: tuple[int, int]) -> None:
    _ab(log, turns)
    _done(log, MONDAY, turns[0])
    following = week(log, MONDAY + DAY).next_up
    assert following is not None
    assert (following.routine_name, following.day) == ("Legs B", MONDAY + 3 * DAY)


def test_next_week_goes_on_with_the_turn(log: TrainingLog, turns: tuple[int, int]) -> None:
    _ab(log, turns)
    _done(log, MONDAY, turns[0])
    lay_down_planned_workouts(log, MONDAY + WEEK)
    assert (MONDAY + WEEK, "Legs B") in _planned(log)


def test_programme_goes_before_the_routines_own_weekdays(
    log: TrainingLog, turns: tuple[int, int]
) -> None:
    plan_weekdays(log, turns[0], {5}, MONDAY)
    programme_id = _ab(log, turns)
    assert (MONDAY + 4 * DAY, "Legs A") not in _planned(log)
    stop_programme(log, programme_id, MONDAY)
    assert _planned(log) == [(MONDAY + 4 * DAY, "Legs A")]


def test_own_weekdays_hold_again_once_a_programme_is_over(
    log: TrainingLog, turns: tuple[int, int]
) -> None:
    plan_weekdays(log, turns[1], {6}, MONDAY)
    _ab(log, turns, weeks=1)
    lay_down_planned_workouts(log, MONDAY + WEEK)
    assert _planned(log)[-1] == (MONDAY + WEEK + 5 * DAY, "Legs B")


def test_starting_another_ends_the_one_before(log: TrainingLog, turns: tuple[int, int]) -> None:
    _ab(log, turns)
    other = add_programme(
        log, ProgrammeValues("B alone", frozenset({2}), (PhaseValues(routine_ids=turns[1:]),))
    )
    start_programme(log, other, MONDAY, MONDAY)
    assert [one.is_running for one in programme_list(log)] == [True, False]
    assert _planned(log) == [(MONDAY + DAY, "Legs B")]


def test_phase_trains_fewer_times_on_the_days_with_most_rest() -> None:
    assert spread_weekdays(frozenset({1, 3, 5}), 2) == {1, 5}
    assert usual_weekdays(2) == {1, 4}
    assert usual_weekdays(3) == {1, 3, 5}


def test_template_brings_its_routines_once(log: TrainingLog) -> None:
    standing = add_routine_from_template(log, "ab-day-a")
    add_programme_from_template(log, "rachel-12-weeks")
    add_programme_from_template(log, "ab-split")
    (twelve, split) = programme_list(log)
    assert [phase.weeks for phase in twelve.phases] == [4, 4, 4]
    assert twelve.phases[2].routines == split.phases[0].routines
    assert split.phases[0].routines[0][0] == standing
    assert len(routine_list(log)) == 5
    assert split.weeks is None


def test_all_templates_can_be_used_and_started(log: TrainingLog) -> None:
    for template in programme_template_list():
        programme_id = add_programme_from_template(log, template.id)
        start_programme(log, programme_id, MONDAY, MONDAY)
        assert _running(log).phase_on(MONDAY) is not None
        assert len([day for day, _name in _planned(log)]) == _running(log).phases[0].times_a_week


def test_phase_of_a_day_follows_the_weeks(log: TrainingLog) -> None:
    start_programme(log, add_programme_from_template(log, "rachel-12-weeks"), MONDAY, MONDAY)
    view = _running(log)
    days = (MONDAY - DAY, MONDAY, MONDAY + 4 * WEEK, MONDAY + 12 * WEEK)
    phases = [view.phase_on(day) for day in days]
    assert [phase and phase.name for phase in phases] == [None, "Start", "Build", None]
    assert view.last_day() == MONDAY + 12 * WEEK - DAY


def test_staying_a_week_longer_moves_the_phases_after_it(log: TrainingLog) -> None:
    programme_id = add_programme_from_template(log, "rachel-12-weeks")
    start_programme(log, programme_id, MONDAY, MONDAY)
    stay_in_phase(log, programme_id, MONDAY + 5 * WEEK)
    ends = [(phase.first_week, phase.last_week) for phase in _running(log).phases]
    assert ends == [(1, 4), (5, 9), (10, 13)]


def test_open_phase_needs_no_week_more(log: TrainingLog, turns: tuple[int, int]) -> None:
    with pytest.raises(InvalidValue):
        stay_in_phase(log, _ab(log, turns), MONDAY)


def test_correcting_keeps_what_was_planned_before(log: TrainingLog, turns: tuple[int, int]) -> None:
    programme_id = _ab(log, turns)
    values = replace(_running(log).values, weekdays=frozenset({2, 5}))
    correct_programme(log, programme_id, values, MONDAY + DAY)
    assert [day for day, _name in _planned(log)] == [MONDAY, MONDAY + DAY, MONDAY + 4 * DAY]


def test_values_written_back_change_nothing(log: TrainingLog) -> None:
    programme_id = add_programme_from_template(log, "rachel-12-weeks")
    before = programme_list(log)
    correct_programme(log, programme_id, before[0].values, MONDAY)
    assert programme_list(log) == before


@pytest.mark.parametrize("put_away", [archive_programme, remove_programme, stop_programme])
def test_put_away_plans_no_more(
    log: TrainingLog, turns: tuple[int, int], put_away: Callable[..., None]
) -> None:
    put_away(log, _ab(log, turns), MONDAY)
    assert _planned(log) == []
    assert running_programme(log) is None


def test_without_days_next_comes_by_turn(log: TrainingLog, turns: tuple[int, int]) -> None:
    _done(log, MONDAY, turns[0])
    following = week(log, MONDAY + DAY).next_up
    assert following is not None
    assert (following.routine_id, following.reason) == (turns[1], Reason.AFTER_LAST)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"name": " "}, "A name needs 1 to 100 characters."),
        ({"phases": ()}, "A programme has 1 to 12 phases."),
        ({"phases": (PhaseValues(),)}, "Phase 1 needs 1 to 7 routines."),
        ({"phases": (PhaseValues(routine_ids=(1, 1)),)}, "In phase 1 a routine stands twice."),
        (
            {"phases": (PhaseValues(routine_ids=(1,)), PhaseValues(routine_ids=(2,)))},
            "Only the last phase may be open-ended.",
        ),
        (
            {"phases": (PhaseValues(weeks=60, routine_ids=(1,)),)},
            "A phase takes 1 to 52 weeks.",
        ),
        (
            {"phases": (PhaseValues(times_a_week=8, routine_ids=(1,)),)},
            "Times a week must be between 1 and 7.",
        ),
    ],
)
def test_what_cannot_be_is_said(
    log: TrainingLog, turns: tuple[int, int], change: dict[str, Any], sentence: str
) -> None:
    values = ProgrammeValues("A and B", frozenset({1}), (PhaseValues(routine_ids=turns),))
    with pytest.raises(InvalidValue) as caught:
        add_programme(log, replace(values, **change))
    assert caught.value.sentence == sentence


def test_programme_without_days_cannot_start(log: TrainingLog, turns: tuple[int, int]) -> None:
    values = ProgrammeValues("A and B", phases=(PhaseValues(routine_ids=turns),))
    programme_id = add_programme(log, values)
    with pytest.raises(InvalidValue):
        start_programme(log, programme_id, MONDAY, MONDAY)
