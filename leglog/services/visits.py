"""Exercises with the workouts in which they were trained: visits, the oldest first."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, select

from leglog.models.exercise import Exercise
from leglog.models.workout import PerformedSet, Workout, WorkoutExercise
from leglog.services.set_rows import SET_FACTS
from leglog.services.set_sums import is_work_row
from leglog.training.vocabulary import WorkoutState
from leglog.training.volume import SetFacts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from leglog.training.periods import DaySpan


@dataclass(frozen=True, slots=True)
class Visit:
    """One workout with an exercise."""

    workout_id: int
    date: dt.date
    sets: tuple[SetFacts, ...]
    felt_score: int | None


@dataclass(frozen=True, slots=True)
class VisitedExercise:
    """An exercise of the period, with its workouts from some day before it on."""

    id: int
    name: str
    counts_reps: bool
    visits: tuple[Visit, ...]
    """The oldest first; only those in which a work set was done."""
    earlier: tuple[SetFacts, ...]
    """The work sets before those visits, each kind once: no more is asked of the years before."""


@dataclass(slots=True)
class _FoundVisit:
    day: dt.date
    felt: int | None
    sets: list[SetFacts] = field(default_factory=list)


@dataclass(slots=True)
class _Found:
    name: str
    counts_reps: bool
    visits: dict[int, _FoundVisit] = field(default_factory=dict)

    def frozen(self) -> tuple[Visit, ...]:
        return tuple(
            Visit(workout_id, one.day, tuple(one.sets), one.felt)
            for workout_id, one in self.visits.items()
        )


def visited_exercises(
    session: Session, span: DaySpan, since: dt.date | None = None
) -> tuple[VisitedExercise, ...]:
    """Return the exercises with a work set in the span, the most trained first.

    Their workouts are read one by one from ``since`` on, or from the span's first day.
    """
    since = since or span.first
    ids = session.scalars(
        select(WorkoutExercise.exercise_id)
        .join(Workout, Workout.id == WorkoutExercise.workout_id)
        .where(Workout.date.between(span.first, span.last))
        .distinct()
    ).all()
    found = _found(session, ids, span.last, since)
    earlier = _earlier(session, ids, since)
    exercises = [
        VisitedExercise(id_, one.name, one.counts_reps, one.frozen(), tuple(earlier[id_]))
        for id_, one in found.items()
    ]
    counts = {one.id: sum(visit.date in span for visit in one.visits) for one in exercises}
    exercises.sort(key=lambda one: (-counts[one.id], one.name))
    return tuple(one for one in exercises if counts[one.id])


def visits_of(session: Session, exercise_id: int, last: dt.date) -> tuple[Visit, ...]:
    """Return the workouts with one exercise up to a day, the oldest first."""
    found = _found(session, [exercise_id], last).get(exercise_id)
    return () if found is None else found.frozen()


def _earlier(session: Session, ids: Sequence[int], before: dt.date) -> dict[int, list[SetFacts]]:
    """Return the work sets before a day by exercise, sets that are alike only once."""
    query = select(WorkoutExercise.exercise_id, *SET_FACTS).distinct()
    rows = session.execute(_of_work_sets(query, ids).where(Workout.date < before))
    found: dict[int, list[SetFacts]] = defaultdict(list)
    for exercise_id, *columns in rows:
        found[exercise_id].append(SetFacts(*columns))
    return found


def _found(
    session: Session, ids: Sequence[int], last: dt.date, since: dt.date = dt.date.min
) -> dict[int, _Found]:
    query = select(
        WorkoutExercise.exercise_id,
        Exercise.name,
        Exercise.measure,
        Workout.id,
        Workout.date,
        WorkoutExercise.felt_score,
        *SET_FACTS,
    ).order_by(WorkoutExercise.exercise_id, Workout.date, Workout.id, PerformedSet.position)
    rows = session.execute(_of_work_sets(query, ids).where(Workout.date.between(since, last)))
    found: dict[int, _Found] = {}
    for exercise_id, name, measure, workout_id, day, felt, *columns in rows:
        one = found.setdefault(exercise_id, _Found(name, measure.counts_reps))
        visit = one.visits.setdefault(workout_id, _FoundVisit(day, felt))
        visit.sets.append(SetFacts(*columns))
    return found


def _of_work_sets(query: Select[*tuple[Any, ...]], ids: Sequence[int]) -> Select[*tuple[Any, ...]]:
    """Ask ``query`` of the work sets of these exercises in finished workouts."""
    return (
        query.join(Workout, Workout.id == WorkoutExercise.workout_id)
        .join(Exercise, Exercise.id == WorkoutExercise.exercise_id)
        .join(PerformedSet, PerformedSet.workout_exercise_id == WorkoutExercise.id)
        .where(WorkoutExercise.exercise_id.in_(ids), *is_work_row())
        .where(Workout.state == WorkoutState.FINISHED)
    )
