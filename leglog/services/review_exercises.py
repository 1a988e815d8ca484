"""What a review says of single exercises: the back around them, bests, tolerated loads, sides."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import select

from leglog.models.exercise import Exercise
from leglog.models.workout import PerformedSet, Workout, WorkoutExercise
from leglog.services.set_rows import SET_FACTS
from leglog.training.back_response import response
from leglog.training.balance import noted_side_difference, side_difference_percent
from leglog.training.progression import WorkSet
from leglog.training.records import Record, RecordKind, records_in, tops_of
from leglog.training.tolerated import TOLERATED_FOR, Tolerated, tolerated
from leglog.training.vocabulary import LoadMode, Side, WorkoutState
from leglog.training.volume import SetFacts, is_work_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy.orm import Session

    from leglog.services.periods import MarkedDays
    from leglog.services.workouts_reviewed import BackAround
    from leglog.training.back_response import BackResponse
    from leglog.training.periods import DaySpan

LEAST_WORKOUTS = 4
"""Fewer workouts with an exercise give no mean; product rule."""
_ORDER = (
    RecordKind.HEAVIEST_LOAD,
    RecordKind.LONGEST_HOLD,
    RecordKind.E1RM,
    RecordKind.REPS_AT_LOAD,
)
"""Of several records of an exercise the first of these is told."""


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


@dataclass(frozen=True, slots=True)
class AroundExercise:
    """The back around the workouts with an exercise; a mean is None below four workouts."""

    name: str
    workouts: int
    worst_less_before: float | None
    morning_less_before: float | None
    felt: int
    """Workouts in which the back was marked to feel it."""


@dataclass(frozen=True, slots=True)
class NewBest:
    """A record of the period: what it is about, and the set in which it was done."""

    name: str
    record: Record
    reps: int | None
    """Repetitions of the heaviest set, to be told beside its load."""


@dataclass(frozen=True, slots=True)
class ToleratedLoad:
    """The heaviest load or longest hold that was followed by a settled morning."""

    name: str
    best: Tolerated


@dataclass(frozen=True, slots=True)
class SideNote:
    """An exercise in which one side did clearly more; positive percent for the right."""

    name: str
    percent: float
    workouts: int


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
    rows = session.execute(
        select(WorkoutExercise.exercise_id, *SET_FACTS)
        .distinct()
        .join(Workout, Workout.id == WorkoutExercise.workout_id)
        .join(Exercise, Exercise.id == WorkoutExercise.exercise_id)
        .join(PerformedSet, PerformedSet.workout_exercise_id == WorkoutExercise.id)
        .where(WorkoutExercise.exercise_id.in_(ids), Workout.date < before)
        .where(Workout.state == WorkoutState.FINISHED, PerformedSet.done)
    )
    found: dict[int, list[SetFacts]] = defaultdict(list)
    for exercise_id, *columns in rows:
        facts = SetFacts(*columns)
        if is_work_set(facts):
            found[exercise_id].append(facts)
    return found


def _found(
    session: Session, ids: Sequence[int], last: dt.date, since: dt.date = dt.date.min
) -> dict[int, _Found]:
    rows = session.execute(
        select(
            WorkoutExercise.exercise_id,
            Exercise.name,
            Exercise.measure,
            Workout.id,
            Workout.date,
            WorkoutExercise.felt_score,
            *SET_FACTS,
        )
        .join(Workout, Workout.id == WorkoutExercise.workout_id)
        .join(Exercise, Exercise.id == WorkoutExercise.exercise_id)
        .join(PerformedSet, PerformedSet.workout_exercise_id == WorkoutExercise.id)
        .where(WorkoutExercise.exercise_id.in_(ids), Workout.date.between(since, last))
        .where(Workout.state == WorkoutState.FINISHED, PerformedSet.done)
        .order_by(WorkoutExercise.exercise_id, Workout.date, Workout.id, PerformedSet.position)
    )
    found: dict[int, _Found] = {}
    for exercise_id, name, measure, workout_id, day, felt, *columns in rows:
        facts = SetFacts(*columns)
        if is_work_set(facts):
            one = found.setdefault(exercise_id, _Found(name, measure.counts_reps))
            visit = one.visits.setdefault(workout_id, _FoundVisit(day, felt))
            visit.sets.append(facts)
    return found


def around_exercises(
    exercises: Iterable[VisitedExercise], span: DaySpan, backs: Mapping[int, BackAround]
) -> tuple[AroundExercise, ...]:
    """Return the back around each exercise's workouts, those most often felt first."""
    found = [_around(one, span, backs) for one in exercises]
    return tuple(sorted(found, key=lambda one: (-one.felt, -one.workouts, one.name)))


def _around(
    exercise: VisitedExercise, span: DaySpan, backs: Mapping[int, BackAround]
) -> AroundExercise:
    visits = [visit for visit in exercise.visits if visit.date in span]
    around = [backs[visit.workout_id] for visit in visits if visit.workout_id in backs]
    worst = [
        max(rated) - one.before
        for one in around
        if one.before is not None and (rated := one.during_and_after)
    ]
    morning = [
        one.morning - one.before
        for one in around
        if one.before is not None and one.morning is not None
    ]
    return AroundExercise(
        name=exercise.name,
        workouts=len(visits),
        worst_less_before=_mean(worst),
        morning_less_before=_mean(morning),
        felt=sum(bool(visit.felt_score) for visit in visits),
    )


def _mean(values: Sequence[int]) -> float | None:
    return sum(values) / len(values) if len(values) >= LEAST_WORKOUTS else None


def new_bests(
    exercises: Iterable[VisitedExercise], span: DaySpan, flares: Sequence[MarkedDays] = ()
) -> tuple[NewBest, ...]:
    """Return one record an exercise that stood at the end of the span and not before it.

    No record is counted on days of a flare-up. Product rule.
    """
    found = []
    for exercise in exercises:
        before = [visit.sets for visit in exercise.visits if visit.date < span.first]
        counted = [
            visit
            for visit in exercise.visits
            if visit.date in span and not any(visit.date in flare for flare in flares)
        ]
        sets = [one for visit in counted for one in visit.sets]
        # Weight × reps of a workout is no record of a whole month, nor of the years before.
        records = {one.kind: one for one in reversed(records_in([exercise.earlier, *before], sets))}
        best = next((records[kind] for kind in _ORDER if kind in records), None)
        if best is not None:
            found.append(NewBest(exercise.name, best, _reps_of(best, sets)))
    return tuple(found)


def _reps_of(record: Record, sets: Sequence[SetFacts]) -> int | None:
    if record.kind is not RecordKind.HEAVIEST_LOAD:
        return None
    return max((one.reps or 0 for one in sets if one.load_g == record.value), default=None)


def tolerated_loads(
    exercises: Iterable[VisitedExercise], last: dt.date, backs: Mapping[int, BackAround]
) -> tuple[ToleratedLoad, ...]:
    """Return the best tolerated load or hold of each exercise in the eight weeks to ``last``."""
    found = []
    for exercise in exercises:
        visits = [visit for visit in exercise.visits if visit.date > last - TOLERATED_FOR]
        best = tolerated(
            [
                (visit.date, _answer(backs.get(visit.workout_id)), _work_sets(visit.sets))
                for visit in visits
            ],
            is_hold=not exercise.counts_reps,
        )
        if best is not None:
            found.append(ToleratedLoad(exercise.name, best))
    return tuple(found)


def _answer(back: BackAround | None) -> BackResponse | None:
    return None if back is None else response(back.before, back.during, back.after, back.morning)


def _work_sets(sets: Iterable[SetFacts]) -> list[WorkSet]:
    # With help a lower number is the harder set, so it is no load to name.
    return [
        WorkSet(one.reps, one.duration_s, one.load_g, one.rpe_halves)
        for one in sets
        if one.load_mode is not LoadMode.ASSISTED
    ]


def side_notes(exercises: Iterable[VisitedExercise], span: DaySpan) -> tuple[SideNote, ...]:
    """Return the exercises in which one side did clearly more (``training.balance``)."""
    found = []
    for exercise in exercises:
        differences = side_differences(visit for visit in exercise.visits if visit.date in span)
        noted = noted_side_difference([percent for _day, percent in differences])
        if noted is not None:
            found.append(SideNote(exercise.name, noted, len(differences)))
    return tuple(found)


def side_differences(visits: Iterable[Visit]) -> list[tuple[dt.date, float]]:
    """Return the side difference in percent of each workout that has both sides."""
    found = []
    for visit in visits:
        percent = side_difference_percent(*side_amounts(visit.sets))
        if percent is not None:
            found.append((visit.date, percent))
    return found


def side_amounts(sets: Iterable[SetFacts]) -> tuple[float | None, float | None]:
    """Return what left and right did: reps × kilograms, else repetitions, else seconds."""
    by_side: dict[Side, list[SetFacts]] = defaultdict(list)
    for one in sets:
        by_side[one.side].append(one)
    left, right = by_side[Side.LEFT], by_side[Side.RIGHT]
    if not left or not right:
        return None, None
    for amount in (_moved, _reps, _held):
        sums = sum(map(amount, left)), sum(map(amount, right))
        if all(sums):
            return sums
    return None, None


def _moved(one: SetFacts) -> float:
    return (one.reps or 0) * (one.load_g or 0) / 1000


def _reps(one: SetFacts) -> float:
    return one.reps or 0


def _held(one: SetFacts) -> float:
    return one.duration_s or 0


def best_of(sets: Sequence[SetFacts], kind: RecordKind) -> float | None:
    """Return the best of one kind among sets, over all load modes; None without any."""
    return max((one.value for one in tops_of(sets) if one.kind is kind), default=None)
