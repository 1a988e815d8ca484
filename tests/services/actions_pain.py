"""What a person can do about the back, one example each."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from leglog.services.pain import rate_pain, remove_rating, skip_morning
from leglog.services.training_log import Action, TrainingLog
from leglog.training.vocabulary import Moment

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = dt.date(2025, 11, 21)


def _rate(log: TrainingLog) -> int:
    return rate_pain(log, 3, Moment.MORNING, DAY)


EXAMPLES: dict[Action, Callable[..., object]] = {
    Action.RATE_PAIN: _rate,
    Action.REMOVE_PAIN_RATING: remove_rating,
    Action.SKIP_MORNING: lambda log: skip_morning(log, DAY),
}
PREPARE: dict[Action, Callable[[TrainingLog], object]] = {
    Action.REMOVE_PAIN_RATING: _rate,
}
