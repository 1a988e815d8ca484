"""The plan of a day in an easy week: what a workout that begins then will ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.models.glance_plan import read_plan
from leglog.training.set_counts import is_counted
from leglog.training.steps import easy_load_g, easy_sets
from leglog.training.vocabulary import LoadMode, LoadRule, PeriodKind

if TYPE_CHECKING:
    import datetime as dt

    from leglog.models.glance_plan import PlannedExercise, RoutinePlan, SetTarget
    from leglog.models.preferences import Preferences
    from leglog.models.week import Fetch, Week


def read_plan_of_day(
    fetch: Fetch, routine_id: int, week: Week, today: dt.date, preferences: Preferences
) -> RoutinePlan | None:
    """Read the plan of a routine as it will be on its day, or today; None where it is gone.

    In an easy week half the sets that count are left, with 60 % of the weight, as the Log has it.
    """
    plan, up, day = read_plan(fetch, routine_id, today), week.next_up, today
    if up is not None and up.routine_id == routine_id and up.day is not None:
        day = max(today, up.day)
    if plan is None or not _is_easy(fetch, day):
        return plan
    return plan._replace(exercises=tuple(_eased(one, preferences) for one in plan.exercises))


def _is_easy(fetch: Fetch, day: dt.date) -> bool:
    values = (PeriodKind.EASY_WEEK.value, day.isoformat(), day.isoformat())
    return any(True for _row in fetch(_EASY_WEEK, values))


def _eased(exercise: PlannedExercise, preferences: Preferences) -> PlannedExercise:
    counted = [is_counted(exercise.section, one.set_type) for one in exercise.targets]
    left = easy_sets(sum(counted))
    step_g = preferences.smallest_step_g(exercise.load_basis)
    used_g = max((one.load_g for one in exercise.last_sets if one.load_g), default=None)
    kept: list[SetTarget] = []
    for counts, target in zip(counted, exercise.targets, strict=True):
        load_g = target.load_g or used_g
        if not counts:
            kept.append(target)
        elif left:
            left -= 1
            if load_g and target.load_mode not in (LoadMode.BAND, LoadMode.ASSISTED):
                target = target._replace(
                    load_rule=LoadRule.FIXED,
                    load_g=easy_load_g(load_g, step_g, preferences.unit),
                    load_unit=preferences.unit,
                )
            kept.append(target)
    return exercise._replace(targets=tuple(kept))


_EASY_WEEK = """
    SELECT 1 FROM period
    WHERE kind = ? AND first_date <= ? AND (last_date IS NULL OR last_date >= ?) LIMIT 1
"""
