"""What is decided before the first workout, and when it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leglog.services.pain import moment_to_offer, rate_pain
from leglog.services.preferences import change_preference, preferences
from leglog.services.routines import add_routine_from_template, plan_weekdays
from leglog.training.dates import local_day
from leglog.training.vocabulary import Unit

if TYPE_CHECKING:
    import datetime as dt

    from leglog.services.training_log import TrainingLog
    from leglog.settings import BackCheck

STEPS_IN_LB_G = {"load_step_g": 2268, "dumbbell_step_g": 2268, "stack_step_g": 4536}
"""5 lb of plates and between dumbbells, 10 lb between the plates of a stack."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """The answers of the first run; None and nothing where a question was passed over."""

    unit: Unit
    week_starts_on: int
    back_check: BackCheck
    template_id: str | None = None
    weekdays: frozenset[int] = frozenset()
    score: int | None = None


def begin(log: TrainingLog, chosen: Beginning, now: dt.datetime) -> None:
    """Keep the answers, each as an action of its own that can be undone; ``now`` is local.

    Raises LeglogError where the log refuses; what was kept before that stays.
    """
    today = local_day(now, preferences(log).day_starts_at_h)
    change_preference(log, "unit", chosen.unit.value)
    if chosen.unit is Unit.LB:
        for key, step_g in STEPS_IN_LB_G.items():
            change_preference(log, key, step_g)
    change_preference(log, "week_starts_on", chosen.week_starts_on)
    if chosen.template_id is not None:
        routine_id = add_routine_from_template(log, chosen.template_id)
        if chosen.weekdays:
            plan_weekdays(log, routine_id, chosen.weekdays, today)
    if chosen.score is not None:
        moment = moment_to_offer(log, today, now)
        rate_pain(log, chosen.score, moment, today, now=now)
    # Last: an error before leaves the question open, and the first run comes again.
    change_preference(log, "back_check", chosen.back_check.value)
