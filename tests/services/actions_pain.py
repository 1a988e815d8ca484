"""What a person can do about the back, one example each."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from leglog.services.check_in import CheckInValues, check_in
from leglog.services.daily_tasks import (
    Answers,
    add_task,
    answer_questions,
    correct_task,
    rate_task,
    remove_task,
)
from leglog.services.pain import correct_rating, rate_pain, remove_rating, skip_morning
from leglog.services.periods import end_marked_days, mark_days, remove_marked_days
from leglog.services.training_log import Action, TrainingLog
from leglog.training.vocabulary import Moment, PeriodKind

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = dt.date(2025, 11, 21)


def _rate(log: TrainingLog) -> int:
    return rate_pain(log, 3, Moment.MORNING, DAY)


def _flare(log: TrainingLog) -> int:
    return mark_days(log, PeriodKind.FLARE, DAY, None, DAY)


def _task(log: TrainingLog) -> int:
    return add_task(log, "Climb the stairs")


EXAMPLES: dict[Action, Callable[..., object]] = {
    Action.RATE_PAIN: _rate,
    Action.REMOVE_PAIN_RATING: remove_rating,
    Action.SKIP_MORNING: lambda log: skip_morning(log, DAY),
    Action.CORRECT_PAIN_RATING: lambda log, rating: correct_rating(log, rating, 5),
    Action.ADD_TASK: _task,
    Action.CORRECT_TASK: lambda log, task: correct_task(log, task, "Carry the shopping"),
    Action.REMOVE_TASK: remove_task,
    Action.RATE_TASK: lambda log, task: rate_task(log, task, DAY, 6),
    Action.ANSWER_QUESTIONS: lambda log: answer_questions(log, DAY, Answers(6, 5, 7)),
    Action.CHECK_IN: lambda log: check_in(log, DAY, CheckInValues(sitting_min=480)),
    Action.ADD_PERIOD: _flare,
    Action.CORRECT_PERIOD: lambda log, flare: end_marked_days(log, flare, DAY),
    Action.REMOVE_PERIOD: remove_marked_days,
}
PREPARE: dict[Action, Callable[[TrainingLog], object]] = {
    Action.REMOVE_PAIN_RATING: _rate,
    Action.CORRECT_PAIN_RATING: _rate,
    Action.CORRECT_TASK: _task,
    Action.REMOVE_TASK: _task,
    Action.RATE_TASK: _task,
    Action.CORRECT_PERIOD: _flare,
    Action.REMOVE_PERIOD: _flare,
}
