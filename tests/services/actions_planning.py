"""What a person can do with the week, one example each."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from leglog.models.routine import Routine
from leglog.services.planning import move_planned_workout
from leglog.services.training_log import Action, TrainingLog

if TYPE_CHECKING:
    from collections.abc import Callable

THURSDAY = dt.date(2025, 11, 20)
FRIDAY = dt.date(2025, 11, 21)


def _routine_for_fridays(log: TrainingLog) -> int:
    with log.upkeep() as session:
        routine = Routine(name="Legs", weekdays=frozenset({5}))
        session.add(routine)
        session.flush()
        return routine.id


EXAMPLES: dict[Action, Callable[..., object]] = {
    Action.MOVE_PLANNED_WORKOUT: lambda log, routine_id: move_planned_workout(
        log, routine_id, FRIDAY, FRIDAY + dt.timedelta(days=1), today=THURSDAY
    ),
}
PREPARE: dict[Action, Callable[[TrainingLog], object]] = {
    Action.MOVE_PLANNED_WORKOUT: _routine_for_fridays,
}
