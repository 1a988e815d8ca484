from __future__ import annotations

import datetime as dt

import pytest

from leglog.services.history_days import DaySummary
from leglog.training.vocabulary import WorkoutState
from leglog.ui.history.marks import day_marks
from leglog.ui.theme import current_theme
from leglog.ui.widgets.month_grid import DayMark, DayState

DAY = dt.date(2026, 11, 19)


def _done(sets: int | None) -> DaySummary:
    return DaySummary("B", WorkoutState.FINISHED, is_planned=False, sets=sets, morning=None)


def test_bars_are_as_long_as_the_sets_of_the_day_with_most() -> None:
    days = {DAY.replace(day=number): _done(sets) for number, sets in enumerate((4, 16, 0), start=1)}
    marks = day_marks(days)
    assert [mark.level for mark in marks.values()] == [0.25, 1, 0]


def test_rated_morning_without_a_workout_has_a_strip_and_no_bar() -> None:
    marks = day_marks({DAY: DaySummary("", None, is_planned=False, sets=None, morning=4)})
    strip = current_theme().ramp[4].fill
    assert marks == {DAY: DayMark(DayState.PLAIN, "", strip, "morning pain 4", None)}


@pytest.mark.parametrize(
    ("state", "drawn", "words"),
    [
        (WorkoutState.FINISHED, DayState.DONE, "workout B"),
        (WorkoutState.OPEN, DayState.UNFINISHED, "unfinished workout B"),
        (None, DayState.PLANNED, "planned B"),
    ],
)
def test_day_says_what_became_of_its_plan(
    state: WorkoutState | None, drawn: DayState, words: str
) -> None:
    marks = day_marks({DAY: DaySummary("B", state, is_planned=True, sets=None, morning=None)})
    assert (marks[DAY].state, marks[DAY].said) == (drawn, words)
