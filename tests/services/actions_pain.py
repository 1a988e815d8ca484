"""What a person can do about the back, one example each."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from leglog.services.pain import rate_pain, remove_rating, skip_morning
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


EXAMPLES: dict[Action, Callable[..., object]] = {
    Action.RATE_PAIN: _rate,
    Action.REMOVE_PAIN_RATING: remove_rating,
    Action.SKIP_MORNING: lambda log: skip_morning(log, DAY),
    Action.ADD_PERIOD: _flare,
    Action.CORRECT_PERIOD: lambda log, flare: end_marked_days(log, flare, DAY),
    Action.REMOVE_PERIOD: remove_marked_days,
}
PREPARE: dict[Action, Callable[[TrainingLog], object]] = {
    Action.REMOVE_PAIN_RATING: _rate,
    Action.CORRECT_PERIOD: _flare,
    Action.REMOVE_PERIOD: _flare,
}
