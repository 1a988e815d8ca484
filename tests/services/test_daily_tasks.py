"""Own tasks, three questions and the check-in: kept, corrected, taken away."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from leglog.errors import InvalidValue
from leglog.services.check_in import CheckInValues, check_in, check_in_of
from leglog.services.daily_tasks import (
    MOST_TASKS,
    Answers,
    add_task,
    answer_questions,
    correct_task,
    daily_life,
    daily_tasks,
    rate_task,
    remove_task,
)
from leglog.services.demo import fill_with_demo
from leglog.services.demo_daily_life import task_texts

if TYPE_CHECKING:
    from leglog.services.training_log import TrainingLog

DAY = dt.date(2025, 11, 7)
LATER = DAY + dt.timedelta(days=14)


def test_tasks_keep_their_order_and_own_words(log: TrainingLog) -> None:
    for text in ("Climb the stairs", "  Carry   the shopping "):
        add_task(log, text)
    assert [task.text for task in daily_tasks(log)] == ["Climb the stairs", "Carry the shopping"]


def test_five_tasks_are_enough(log: TrainingLog) -> None:
    for number in range(MOST_TASKS):
        add_task(log, f"Task {number}")
    with pytest.raises(InvalidValue):
        add_task(log, "One more")


@pytest.mark.parametrize("text", ["", "   ", "x" * 81])
def test_a_task_needs_words_but_not_many(log: TrainingLog, text: str) -> None:
    with pytest.raises(InvalidValue):
        add_task(log, text)


def test_a_removed_task_is_asked_no_more_and_keeps_its_ratings(log: TrainingLog) -> None:
    task = add_task(log, "Climb the stairs")
    rate_task(log, task, DAY, 4)
    remove_task(log, task)
    assert daily_tasks(log) == ()
    assert daily_life(log)[0].ease == {task: 4}


def test_a_task_worded_anew_keeps_its_ratings(log: TrainingLog) -> None:
    task = add_task(log, "Stairs")
    rate_task(log, task, DAY, 4)
    correct_task(log, task, "Climb two floors")
    assert daily_tasks(log)[0].text == "Climb two floors"
    assert daily_life(log)[0].mean_ease == 4


def test_rating_a_task_again_replaces_and_none_takes_away(log: TrainingLog) -> None:
    task = add_task(log, "Stairs")
    rate_task(log, task, DAY, 4)
    rate_task(log, task, DAY, 6)
    assert daily_life(log)[0].ease == {task: 6}
    rate_task(log, task, DAY, None)
    assert daily_life(log) == ()


def test_the_history_holds_tasks_and_questions_by_day(log: TrainingLog) -> None:
    tasks = [add_task(log, text) for text in ("Stairs", "Shopping", "Garden")]
    for day, scores in ((DAY, (3, 5, 4)), (LATER, (6, 7, 5))):
        for task, ease in zip(tasks, scores, strict=True):
            rate_task(log, task, day, ease)
    answer_questions(log, LATER, Answers(6, 5, 7))
    first, last = daily_life(log)
    assert (first.mean_ease, first.answers) == (4.0, None)
    assert (last.mean_ease, last.answers and last.answers.score) == (6.0, 6.0)


@pytest.mark.parametrize("score", [-1, 11])
def test_answers_outside_of_the_scale_are_refused(log: TrainingLog, score: int) -> None:
    with pytest.raises(InvalidValue):
        answer_questions(log, DAY, Answers(score, 0, 0))
    with pytest.raises(InvalidValue):
        rate_task(log, add_task(log, "Stairs"), DAY, score)


def test_a_check_in_keeps_what_was_said_and_nothing_else(log: TrainingLog) -> None:
    check_in(log, DAY, CheckInValues(sitting_min=480, steps=6200))
    assert check_in_of(log, DAY) == CheckInValues(sitting_min=480, steps=6200)
    assert check_in_of(log, LATER).is_empty


@pytest.mark.parametrize(
    "values", [CheckInValues(sitting_min=1441), CheckInValues(steps=-1), CheckInValues(stress=11)]
)
def test_a_check_in_outside_of_a_day_is_refused(log: TrainingLog, values: CheckInValues) -> None:
    with pytest.raises(InvalidValue):
        check_in(log, DAY, values)


def test_the_made_up_year_answers_most_fortnights(log: TrainingLog) -> None:
    fill_with_demo(log, DAY)
    days = daily_life(log)
    assert [task.text for task in daily_tasks(log)] == list(task_texts())
    assert 20 <= len(days) <= 26
    assert all(len(day.ease) == len(task_texts()) and day.answers for day in days)
