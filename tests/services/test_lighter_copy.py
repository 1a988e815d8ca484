"""A lighter copy of a routine for the days of a flare-up."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from leglog.services.lighter_copy import add_lighter_copy
from leglog.services.routine_reading import routine_list, routine_view
from leglog.training.vocabulary import Section
from tests.a_year import fill_year

if TYPE_CHECKING:
    from leglog.services.routine_reading import PlannedExerciseView
    from leglog.services.training_log import TrainingLog

TODAY = dt.date(2025, 11, 21)
Plan = dict[str, "PlannedExerciseView"]


@pytest.fixture
def plans(log: TrainingLog) -> tuple[Plan, Plan]:
    """The exercises of a routine and of its lighter copy, by name."""
    fill_year(log, TODAY, weeks=2)
    original = routine_list(log)[0].id
    return _plan(log, original), _plan(log, add_lighter_copy(log, original, TODAY))


def _plan(log: TrainingLog, routine_id: int) -> Plan:
    sections = routine_view(log, routine_id).sections
    return {each.name: each for section in sections for each in section.exercises}


def test_work_loses_a_set_and_warm_up_stays(plans: tuple[Plan, Plan]) -> None:
    original, lighter = plans
    for name in original.keys() & lighter.keys():
        before, after = len(original[name].sets), len(lighter[name].sets)
        work = original[name].section not in (Section.WARM_UP, Section.COOL_DOWN)
        assert after == (max(1, before - 1) if work else before)


def test_weights_are_ten_to_twenty_percent_below_last_time(plans: tuple[Plan, Plan]) -> None:
    squat = next(each for name, each in plans[1].items() if "squat" in name.lower())
    assert {one.load_g for one in squat.sets} == {25_000}


def test_a_hinge_gives_way_to_its_easier_neighbour(plans: tuple[Plan, Plan]) -> None:
    original, lighter = plans
    hinges = {name for name in original if "deadlift" in name.lower()}
    assert hinges
    assert not hinges & lighter.keys()


def test_the_copy_is_made_once_and_has_no_weekdays(log: TrainingLog) -> None:
    fill_year(log, TODAY, weeks=1)
    original = routine_list(log)[0]
    first = add_lighter_copy(log, original.id, TODAY)
    assert add_lighter_copy(log, original.id, TODAY) == first
    copy = next(line for line in routine_list(log) if line.id == first)
    assert (copy.name, copy.weekdays) == (f"{original.name} (lighter)", frozenset())
