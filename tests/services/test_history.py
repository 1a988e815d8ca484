from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from leglog.errors import NotFound
from leglog.services import history, sets, workouts
from leglog.services.pain import rate_pain
from leglog.services.routines import add_routine_from_template
from leglog.services.set_values import SetValues
from leglog.services.workout_reading import workout_form
from leglog.training.vocabulary import Moment, Response, WorkoutState

if TYPE_CHECKING:
    from leglog.services.training_log import TrainingLog

MONDAY = dt.date(2026, 11, 2)
DAY = dt.timedelta(days=1)


@pytest.fixture
def rachel(log: TrainingLog) -> int:
    return add_routine_from_template(log, "s001-rachel-beginner")


def train(log: TrainingLog, routine_id: int, day: dt.date, load_g: int = 10_000) -> int:
    """A finished workout with two sets of deadlift."""
    form = workout_form(log, workouts.start_workout(log, day, routine_id))
    deadlift = next(block for block in form.blocks if "Deadlift" in block.name)
    for row in deadlift.sets:
        sets.log_set(log, row.id, SetValues(10, load_g))
    workouts.finish_workout(log, form.id, note="Long day of meetings.")
    return form.id


def test_days_tell_what_was_done_planned_and_rated(log: TrainingLog, rachel: int) -> None:
    train(log, rachel, MONDAY)
    rate_pain(log, 2, Moment.MORNING, MONDAY + DAY)
    workouts.start_workout(log, MONDAY + 2 * DAY)
    days = history.day_summaries(log, MONDAY, MONDAY + 6 * DAY)
    assert (days[MONDAY].letter, days[MONDAY].state) == ("A", WorkoutState.FINISHED)
    assert (days[MONDAY + DAY].state, days[MONDAY + DAY].morning) == (None, 2)
    assert days[MONDAY + 2 * DAY].state is WorkoutState.OPEN
    assert MONDAY + 3 * DAY not in days


def test_list_is_newest_first_and_comes_in_pages(log: TrainingLog, rachel: int) -> None:
    ids = [train(log, rachel, MONDAY - number * DAY) for number in range(3)]
    first = history.workout_list(log, limit=2)
    rest = history.workout_list(log, limit=2, offset=2)
    assert [line.id for line in (*first, *rest)] == ids


@pytest.mark.parametrize(
    ("text", "count"), [("DEADLIFT", 1), ("meetings", 1), ("rachel", 1), ("100%", 0), ("_", 0)]
)
def test_search_looks_into_titles_notes_and_exercises(
    log: TrainingLog, rachel: int, text: str, count: int
) -> None:
    train(log, rachel, MONDAY)
    assert len(history.workout_list(log, text)) == count


def test_line_holds_sets_volume_and_the_back(log: TrainingLog, rachel: int) -> None:
    workout_id = train(log, rachel, MONDAY)
    for moment, score in ((Moment.BEFORE, 3), (Moment.DURING, 4), (Moment.AFTER, 3)):
        rate_pain(log, score, moment, MONDAY, workout_id)
    (line,) = history.workout_list(log)
    assert (line.sets, line.load_g) == (2, 200_000)
    assert (line.back.before, line.back.during, line.back.after) == (3, 4, 3)
    assert line.back.response is None
    rate_pain(log, 3, Moment.MORNING, MONDAY + DAY)
    assert history.workout_list(log)[0].back.response is Response.AMBER


def test_detail_compares_with_the_time_before(log: TrainingLog, rachel: int) -> None:
    train(log, rachel, MONDAY - 7 * DAY, 8000)
    detail = history.workout_detail(log, train(log, rachel, MONDAY))
    deadlift = next(each for each in detail.exercises if "Deadlift" in each.name)
    assert (detail.load_g, detail.last_load_g) == (200_000, 160_000)
    assert (deadlift.load_change_g, deadlift.planned_sets, len(deadlift.sets)) == (40_000, 2, 2)


def test_first_workout_has_nothing_to_compare_with(log: TrainingLog, rachel: int) -> None:
    detail = history.workout_detail(log, train(log, rachel, MONDAY))
    assert detail.last_load_g is None
    assert {each.load_change_g for each in detail.exercises} == {None}


def test_workout_that_is_gone_is_not_found(log: TrainingLog) -> None:
    with pytest.raises(NotFound):
        history.workout_detail(log, 1)
