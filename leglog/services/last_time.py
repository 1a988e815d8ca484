"""What was done the last time of each exercise of a workout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import ColumnElement, exists, select, tuple_

from leglog.models.pain import Period
from leglog.models.workout import PerformedSet, Workout, WorkoutExercise
from leglog.training.vocabulary import PeriodKind, SetType, Side, Unit, WorkoutState

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from sqlalchemy.orm import Session

RECENT_WORKOUTS = 40
"""Last time's sets are looked for here first; only a rare exercise needs the whole log."""


@dataclass(frozen=True, slots=True)
class LastSet:
    """What was done in the same place last time."""

    reps: int | None
    load_g: int | None
    load_unit: Unit
    duration_s: int | None
    set_type: SetType
    side: Side
    date: dt.date
    """The day of that workout."""


Earlier = dict[int, tuple[LastSet, ...]]
"""Sets done last time, by exercise."""


def sets_last_time(
    session: Session, exercise_ids: Iterable[int], day: dt.date, workout_id: int
) -> Earlier:
    """Return the sets done the last time of each exercise before this workout."""
    wanted = set(exercise_ids)
    recent = (
        select(Workout.id, Workout.date)
        .where(*counted_before(day, workout_id))
        .order_by(Workout.date.desc(), Workout.id.desc())
        .limit(RECENT_WORKOUTS)
        .subquery()
    )
    found: dict[int, int] = {}
    rows = session.execute(
        select(WorkoutExercise.exercise_id, WorkoutExercise.id)
        .join(recent, recent.c.id == WorkoutExercise.workout_id)
        # '+ 0' keeps SQLite off the exercise's index, which leads through all its years.
        .where((WorkoutExercise.exercise_id + 0).in_(wanted), ~WorkoutExercise.skipped)
        .order_by(recent.c.date.desc(), recent.c.id.desc())
    )
    for exercise_id, item_id in rows:
        found.setdefault(exercise_id, item_id)
    for exercise_id in wanted - found.keys():
        rare = session.scalar(
            select(WorkoutExercise.id)
            .join(Workout, Workout.id == WorkoutExercise.workout_id)
            .where(
                WorkoutExercise.exercise_id == exercise_id,
                ~WorkoutExercise.skipped,
                *counted_before(day, workout_id),
            )
            .order_by(Workout.date.desc(), Workout.id.desc())
            .limit(1)
        )
        if rare is not None:
            found[exercise_id] = rare
    return _done_sets(session, found) | dict.fromkeys(wanted - found.keys(), ())


def _done_sets(session: Session, items: Mapping[int, int]) -> Earlier:
    exercise_of = {item_id: exercise_id for exercise_id, item_id in items.items()}
    sets: dict[int, list[LastSet]] = {exercise_id: [] for exercise_id in items}
    rows = session.execute(
        select(
            PerformedSet.workout_exercise_id,
            PerformedSet.reps,
            PerformedSet.load_g,
            PerformedSet.load_unit,
            PerformedSet.duration_s,
            PerformedSet.set_type,
            PerformedSet.side,
            Workout.date,
        )
        .join(WorkoutExercise, WorkoutExercise.id == PerformedSet.workout_exercise_id)
        .join(Workout, Workout.id == WorkoutExercise.workout_id)
        .where(PerformedSet.workout_exercise_id.in_(exercise_of), PerformedSet.done)
        .order_by(PerformedSet.workout_exercise_id, PerformedSet.position)
    )
    for row in rows:
        item_id, *columns = cast("tuple[Any, ...]", row)
        sets[exercise_of[item_id]].append(LastSet(*columns))
    return {exercise_id: tuple(done) for exercise_id, done in sets.items()}


def finished_before(day: dt.date, workout_id: int) -> tuple[ColumnElement[bool], ...]:
    """Return what makes a workout an earlier one; of a day, the one begun first comes first."""
    return (
        tuple_(Workout.date, Workout.id) < tuple_(day, workout_id),
        Workout.state == WorkoutState.FINISHED,
    )


def counted_before(day: dt.date, workout_id: int) -> tuple[ColumnElement[bool], ...]:
    """Return what makes a workout an earlier one that tells what is usual: none of an easy week."""
    easy = exists().where(
        Period.kind == PeriodKind.EASY_WEEK,
        Period.first_date <= Workout.date,
        Period.last_date >= Workout.date,
    )
    return (*finished_before(day, workout_id), ~easy)
