from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from leglog.models.workout import Workout
from leglog.services.programmes import (
    PhaseValues,
    ProgrammeValues,
    add_programme,
    start_programme,
)
from leglog.services.routines import add_routine, plan_weekdays
from leglog.training.vocabulary import WorkoutState
from leglog.ui.workout.proposals import routine_choices

if TYPE_CHECKING:
    from leglog.services.training_log import TrainingLog

MONDAY = dt.date(2025, 11, 17)
DAY = dt.timedelta(days=1)


@pytest.fixture
def routines(log: TrainingLog) -> tuple[int, int, int]:
    a, b, c = (add_routine(log, name) for name in ("A", "B", "C"))
    return a, b, c


def _done(log: TrainingLog, day: dt.date, routine_id: int) -> None:
    with log.upkeep() as session:
        session.add(
            Workout(title="Legs", date=day, routine_id=routine_id, state=WorkoutState.FINISHED)
        )


def _offered(log: TrainingLog, today: dt.date) -> list[tuple[str, str]]:
    return [(choice.name, choice.about) for choice in routine_choices(log, today)]


def test_one_planned_for_today_comes_first(
    log: TrainingLog, routines: tuple[int, int, int]
) -> None:
    plan_weekdays(log, routines[1], {1}, MONDAY)
    assert _offered(log, MONDAY) == [
        ("B", "Planned for today"),
        ("A", "no days planned"),
        ("C", "no days planned"),
    ]


def test_turn_of_a_programme_comes_first(log: TrainingLog, routines: tuple[int, int, int]) -> None:
    phase = PhaseValues(routine_ids=routines[:2])
    start_programme(
        log, add_programme(log, ProgrammeValues("Winter", frozenset({1, 4}), (phase,))),
        MONDAY, MONDAY,
    )  # fmt: skip
    _done(log, MONDAY, routines[0])
    assert _offered(log, MONDAY + DAY) == [
        ("B", "Next: planned for Thu 20 Nov"),
        ("A", "In turn in Winter"),
        ("C", "no days planned"),
    ]


def test_without_days_the_turn_goes_round(log: TrainingLog, routines: tuple[int, int, int]) -> None:
    _done(log, MONDAY, routines[1])
    assert _offered(log, MONDAY + DAY)[0] == ("C", "Next in turn")
