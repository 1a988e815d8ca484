"""The planned week as a whole: which routine how often, legs on which days, sets of what."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import func, select

from leglog.models.exercise import Exercise, ExerciseMuscle
from leglog.models.routine import PlannedSet, RoutineExercise
from leglog.models.week import read_schedule
from leglog.services.plain_sql import fetching
from leglog.services.preferences import read_preferences
from leglog.services.training_volume import volume_of
from leglog.services.volume_sums import StackBy
from leglog.training.muscles import group_shares, is_leg_or_hip, pattern_group
from leglog.training.periods import DaySpan, week_start
from leglog.training.vocabulary import (
    Category,
    LoadMode,
    Muscle,
    MuscleGroup,
    Pattern,
    PatternGroup,
    Section,
    SetType,
    Side,
)
from leglog.training.volume import SetFacts, is_work_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy.orm import Session

    from leglog.training.schedule import Schedule

_LEG_WORK = (Section.MAIN, Section.ACCESSORY)


class CountedSets(NamedTuple):
    """Sets of an exercise that count as training."""

    exercise_id: int
    pattern: Pattern
    sets: float


@dataclass(frozen=True, slots=True)
class Balance:
    """Planned sets that count as training, in all and spread out; a part without any is 0.

    By group a set counts by its share for each muscle; by pattern it counts once.
    """

    sets: float
    by_group: Mapping[MuscleGroup, float]
    by_pattern: Mapping[PatternGroup, float]


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """What is planned of a week; ``workouts`` may be a half one where routines take turns."""

    balance: Balance
    workouts: float
    leg_days: frozenset[int]
    """ISO weekdays (Monday is 1)."""
    routine_ids: frozenset[int]
    """The routines that have a part in it."""


def counts(set_type: SetType, category: Category, section: Section) -> bool:
    """Say whether a planned set will count as training once it is done."""
    return is_work_set(
        SetFacts(
            category, section, set_type, True, Side.BOTH, None, None, LoadMode.NONE, None, None
        )
    )


def balance_of(
    counted: Iterable[CountedSets], shares: Mapping[int, Mapping[Muscle, float]]
) -> Balance:
    """Return how counted sets spread; ``shares`` are those of the exercises' muscles by id."""
    groups = dict.fromkeys(MuscleGroup, 0.0)
    patterns = dict.fromkeys(PatternGroup, 0.0)
    whole = 0.0
    for exercise_id, pattern, sets in counted:
        whole += sets
        patterns[pattern_group(pattern)] += sets
        for group, share in group_shares(shares.get(exercise_id, {})).items():
            if group is not None:
                groups[group] += sets * share
    return Balance(whole, groups, patterns)


def muscle_shares(session: Session, ids: Iterable[int]) -> dict[int, dict[Muscle, float]]:
    """Return how far a set of each exercise counts for its muscles."""
    columns = (ExerciseMuscle.exercise_id, ExerciseMuscle.muscle, ExerciseMuscle.share)
    shares: dict[int, dict[Muscle, float]] = defaultdict(dict)
    wanted = select(*columns).where(ExerciseMuscle.exercise_id.in_(tuple(ids)))
    for exercise_id, muscle, share in session.execute(wanted):
        shares[exercise_id][muscle] = share
    return shares


def week_plan(session: Session, today: dt.date) -> WeekPlan:
    """Return the week as it is planned now: by the running programme, else by weekdays.

    Routines in turn share the programme's days evenly.
    """
    schedule = read_schedule(fetching(session))
    days = _days_of(schedule, today)
    times = _times_a_week(schedule, days, today)
    rows = _counted(session, times)
    legs = {
        row.routine_id for row in rows if row.section in _LEG_WORK and is_leg_or_hip(row.pattern)
    }
    counted = [
        CountedSets(row.exercise_id, row.pattern, row.sets * times[row.routine_id]) for row in rows
    ]
    return WeekPlan(
        balance_of(counted, muscle_shares(session, {row.exercise_id for row in rows})),
        sum(times.values()),
        frozenset(day for routine_id in legs for day in days[routine_id]),
        frozenset(times),
    )


def sets_last_week(session: Session, today: dt.date) -> float:
    """Return how many sets that count as training were done in the week before that of today."""
    end = week_start(today, read_preferences(session).week_starts_on) - dt.timedelta(days=1)
    week = DaySpan(end - dt.timedelta(days=6), end)
    return volume_of(session, week, StackBy.PATTERN).total_hard_sets


class _Row(NamedTuple):
    routine_id: int
    exercise_id: int
    section: Section
    pattern: Pattern
    sets: int


def _days_of(schedule: Schedule, today: dt.date) -> dict[int, frozenset[int]]:
    """Return the weekdays on which each routine may come."""
    phase = next((one for one in schedule.phases if one.holds_on(today)), None)
    if phase is None:
        return {one.id: one.weekdays for one in schedule.routines if one.weekdays}
    return {one.id: phase.weekdays for one in schedule.rotation(today)}


def _times_a_week(
    schedule: Schedule, days: Mapping[int, frozenset[int]], today: dt.date
) -> dict[int, float]:
    in_turn = any(one.holds_on(today) for one in schedule.phases)
    share = len(days) if in_turn else 1
    return {routine_id: len(weekdays) / share for routine_id, weekdays in days.items()}


def _counted(session: Session, ids: Iterable[int]) -> list[_Row]:
    item, kind = RoutineExercise, PlannedSet.set_type
    columns = (item.routine_id, item.exercise_id, item.section, Exercise.pattern)
    rows = session.execute(
        select(*columns, Exercise.category, kind, func.count())
        .join(Exercise, Exercise.id == item.exercise_id)
        .join(PlannedSet, PlannedSet.routine_exercise_id == item.id)
        .where(item.routine_id.in_(tuple(ids)))
        .group_by(*columns, Exercise.category, kind)
    )
    return [
        _Row(routine_id, exercise_id, section, pattern, sets)
        for routine_id, exercise_id, section, pattern, category, set_type, sets in rows
        if counts(set_type, category, section)
    ]
