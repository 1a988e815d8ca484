"""Workouts of a file that were probably logged here too, and what to do with them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select, update

from leglog.models.pain import PainRating
from leglog.models.workout import PerformedSet, PlannedWorkout, Workout, WorkoutExercise

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

    from sqlalchemy.orm import Session

    from leglog.formats.workout_file import FileWorkout

CLOSE = dt.timedelta(hours=3)
"""Two starts so close are one visit."""
_COMMON = 0.5
"""Without clock times: the share of exercises that both have."""


class Decision(StrEnum):
    """Which of two versions of a workout counts."""

    MINE = "mine"
    FILE = "file"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A workout of the file and the one here that it is probably the same as.

    Loads are the sum of load × reps in kilograms.
    """

    key: str
    date: dt.date
    mine_id: int
    mine_sets: int
    mine_load_kg: float
    file_sets: int
    file_load_kg: float


@dataclass(slots=True)
class _Mine:
    id: int
    started_at: dt.datetime | None
    offset_min: int | None
    sets: int = 0
    load_g: int = 0
    names: frozenset[str] = frozenset()


def find_conflicts(
    session: Session,
    workouts: Iterable[FileWorkout],
    known_as: Mapping[str, str | None],
    load_kg: Mapping[str, Decimal],
) -> tuple[Conflict, ...]:
    """Return a conflict for each new workout of the file that is here under another name.

    ``known_as`` gives what the file's exercises are called here, ``load_kg`` the sum of each
    workout by its key.
    """
    wanted = list(workouts)
    here = _mine(session, {workout.date for workout in wanted})
    taken: set[int] = set()
    found = []
    for workout in wanted:
        names = frozenset(known_as.get(each.name) or each.name for each in workout.exercises)
        for mine in here.get(workout.date, ()):
            if mine.id not in taken and _is_same_visit(workout, names, mine):
                taken.add(mine.id)
                sets = sum(len(each.sets) for each in workout.exercises)
                kilograms = mine.load_g / 1000
                found.append(
                    Conflict(
                        workout.key, workout.date, mine.id, mine.sets, kilograms, sets,
                        float(load_kg[workout.key]),
                    )
                )  # fmt: skip
                break
    return tuple(found)


def replace_workouts(session: Session, replaced: Mapping[int, int]) -> None:
    """Remove workouts for which others came; ratings and planned days go over to those."""
    for old, new in replaced.items():
        for table in (PainRating, PlannedWorkout):
            session.execute(update(table).where(table.workout_id == old).values(workout_id=new))
    session.execute(delete(Workout).where(Workout.id.in_(replaced)))


def _mine(session: Session, dates: set[dt.date]) -> dict[dt.date, list[_Mine]]:
    if not dates:
        return {}
    rows = session.execute(
        select(Workout.id, Workout.date, Workout.started_at, Workout.utc_offset_min)
        .where(Workout.date.between(min(dates), max(dates)))
        .order_by(Workout.id)
    )
    found: dict[dt.date, list[_Mine]] = defaultdict(list)
    by_id: dict[int, _Mine] = {}
    for number, date, started_at, offset_min in rows:
        if date in dates:
            by_id[number] = _Mine(number, started_at, offset_min)
            found[date].append(by_id[number])
    load = func.sum(PerformedSet.load_g * PerformedSet.reps)
    facts = session.execute(
        select(WorkoutExercise.workout_id, WorkoutExercise.exercise_name, func.count(), load)
        .join(PerformedSet, PerformedSet.workout_exercise_id == WorkoutExercise.id)
        .where(PerformedSet.done, WorkoutExercise.workout_id.in_(by_id))
        .group_by(WorkoutExercise.workout_id, WorkoutExercise.exercise_name)
    )
    for workout_id, name, sets, load_g in facts:
        mine = by_id[workout_id]
        mine.sets += sets
        mine.load_g += load_g or 0
        mine.names |= {name}
    return found


def _is_same_visit(workout: FileWorkout, names: frozenset[str], mine: _Mine) -> bool:
    if workout.started_at is not None and mine.started_at is not None:
        zone = dt.timezone(dt.timedelta(minutes=mine.offset_min or 0))
        local = mine.started_at.astimezone(zone).replace(tzinfo=None)
        return abs(workout.started_at - local) <= CLOSE
    return len(names & mine.names) >= _COMMON * max(1, min(len(names), len(mine.names)))
