"""One exercise over time: estimated maximum, best sets, records, left against right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from leglog.models.exercise import Exercise
from leglog.models.workout import PerformedSet, Workout, WorkoutExercise
from leglog.services.review_exercises import AroundExercise, around_exercises, best_of
from leglog.services.set_sums import is_work_row
from leglog.services.sides import side_amounts
from leglog.services.visits import Visit, visited_exercises, visits_of
from leglog.services.workouts_reviewed import backs_around
from leglog.training.balance import noted_side_difference, side_difference_percent
from leglog.training.records import RecordKind, records_by_workout
from leglog.training.vocabulary import Side, WorkoutState

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from leglog.services.training_log import TrainingLog
    from leglog.training.periods import DaySpan
    from leglog.training.records import Record


@dataclass(frozen=True, slots=True)
class TrainedExercise:
    """An exercise that was ever done, with the number of its workouts."""

    id: int
    name: str
    workouts: int
    has_sides: bool
    """Left and right were logged apart."""
    loaded_sets: int
    """Work sets with a weight: what its strength is estimated from."""


@dataclass(frozen=True, slots=True)
class StrengthPoint:
    """What one workout with the exercise came to; None where there is no such figure."""

    workout_id: int
    date: dt.date
    e1rm_kg: float | None
    best_load_g: int | None
    best_reps: int | None
    """Most repetitions, at the heaviest load where there was one."""
    best_hold_s: int | None
    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class SidePoint:
    """What left and right did in one workout, in kilograms moved, repetitions or seconds."""

    workout_id: int
    date: dt.date
    left: float
    right: float
    percent: float


@dataclass(frozen=True, slots=True)
class SideSeries:
    """The workouts of an exercise with both sides; ``noted`` is the difference worth a word."""

    points: tuple[SidePoint, ...]
    noted: float | None


def trained_exercises(log: TrainingLog) -> tuple[TrainedExercise, ...]:
    """Return the exercises ever done, those of most workouts first."""
    with log.reading() as session:
        count = func.count(Workout.id.distinct())
        sides = func.max(PerformedSet.side.in_((Side.LEFT, Side.RIGHT)))
        loaded = func.count().filter(PerformedSet.load_g > 0, PerformedSet.reps > 0)
        rows = session.execute(
            select(Exercise.id, Exercise.name, count, sides, loaded)
            .join(WorkoutExercise, WorkoutExercise.exercise_id == Exercise.id)
            .join(Workout, Workout.id == WorkoutExercise.workout_id)
            .join(PerformedSet, PerformedSet.workout_exercise_id == WorkoutExercise.id)
            .where(Workout.state == WorkoutState.FINISHED, *is_work_row())
            .group_by(Exercise.id)
            .order_by(count.desc(), Exercise.name)
        )
        return tuple(
            TrainedExercise(id_, name, n, bool(both), with_load)
            for id_, name, n, both, with_load in rows
        )


def exercise_to_show(
    offered: Sequence[TrainedExercise], wanted: str = ""
) -> TrainedExercise | None:
    """Return the exercise of the id ``wanted``, else the one with the most loaded sets.

    Where nothing was ever loaded, it is the one of most workouts; None where nothing is offered.
    """
    chosen = next((one for one in offered if str(one.id) == wanted), None)
    return chosen or max(offered, key=lambda one: one.loaded_sets, default=None)


def strength_series(log: TrainingLog, exercise_id: int, span: DaySpan) -> tuple[StrengthPoint, ...]:
    """Return the workouts of the span with the exercise; records look back to the first one."""
    with log.reading() as session:
        visits = visits_of(session, exercise_id, span.last)
    records = records_by_workout(visit.sets for visit in visits)
    return tuple(
        _point(visit, found)
        for visit, found in zip(visits, records, strict=True)
        if visit.date in span
    )


def side_series(log: TrainingLog, exercise_id: int, span: DaySpan) -> SideSeries:
    """Return left against right of the workouts of the span that have both."""
    with log.reading() as session:
        visits = visits_of(session, exercise_id, span.last)
    points = []
    for visit in visits:
        left, right = side_amounts(visit.sets)
        percent = side_difference_percent(left, right)
        if visit.date in span and left is not None and right is not None and percent is not None:
            points.append(SidePoint(visit.workout_id, visit.date, left, right, percent))
    return SideSeries(tuple(points), noted_side_difference([one.percent for one in points]))


def around_each_exercise(log: TrainingLog, span: DaySpan) -> tuple[AroundExercise, ...]:
    """Return the back around the workouts of the span with each exercise."""
    with log.reading() as session:
        return around_exercises(visited_exercises(session, span), span, backs_around(session, span))


def _point(visit: Visit, records: tuple[Record, ...]) -> StrengthPoint:
    loads = [one.load_g for one in visit.sets if one.load_g and one.reps]
    heaviest = max(loads, default=None)
    reps = [
        one.reps for one in visit.sets if one.reps and (heaviest is None or one.load_g == heaviest)
    ]
    holds = [one.duration_s for one in visit.sets if one.duration_s and one.reps is None]
    return StrengthPoint(
        workout_id=visit.workout_id,
        date=visit.date,
        e1rm_kg=best_of(visit.sets, RecordKind.E1RM),
        best_load_g=heaviest,
        best_reps=max(reps, default=None),
        best_hold_s=max(holds, default=None),
        records=records,
    )
