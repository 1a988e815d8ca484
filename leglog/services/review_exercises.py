"""What a review says of single exercises: the back around them, bests, tolerated loads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leglog.training.back_response import response
from leglog.training.progression import WorkSet
from leglog.training.records import Record, RecordKind, records_in, tops_of
from leglog.training.tolerated import TOLERATED_FOR, Tolerated, tolerated
from leglog.training.vocabulary import LoadMode

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from leglog.services.periods import MarkedDays
    from leglog.services.visits import VisitedExercise
    from leglog.services.workouts_reviewed import BackAround
    from leglog.training.back_response import BackResponse
    from leglog.training.periods import DaySpan
    from leglog.training.volume import SetFacts

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

    An exercise that was begun in the span is compared with its first workout there. No
    record is counted on days of a flare-up. Product rule.
    """
    found = []
    for exercise in exercises:
        before = [visit.sets for visit in exercise.visits if visit.date < span.first]
        counted = [
            visit
            for visit in exercise.visits
            if visit.date in span and not any(visit.date in flare for flare in flares)
        ]
        if not (before or exercise.earlier) and counted:
            first, *counted = counted
            before = [first.sets]
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


def best_of(sets: Sequence[SetFacts], kind: RecordKind) -> float | None:
    """Return the best of one kind among sets, over all load modes; None without any."""
    return max((one.value for one in tops_of(sets) if one.kind is kind), default=None)
