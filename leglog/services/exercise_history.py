"""What was done of one exercise: its last workouts and its best sets."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from leglog.models.workout import PerformedSet, Workout, WorkoutExercise
from leglog.training.records import RecordKind, tops_of
from leglog.training.vocabulary import SetType
from leglog.training.volume import SetFacts, repetitions

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Row
    from sqlalchemy.orm import Session

    from leglog.models.exercise import Exercise
    from leglog.training.records import Record
    from leglog.training.vocabulary import Category, LoadMode, Side, Unit

LAST_WORKOUTS = 4
_Key = tuple[RecordKind, "LoadMode | None", int | None]


@dataclass(frozen=True, slots=True)
class PastSet:
    """A set done in a past workout; rows with the same ``pair`` are its two sides."""

    side: Side
    pair: int | None
    reps: int | None
    load_g: int | None
    load_unit: Unit
    load_mode: LoadMode
    duration_s: int | None
    distance_m: int | None


@dataclass(frozen=True, slots=True)
class PastWorkout:
    """A workout in which the exercise was done, with its sets but the warm-up ones."""

    workout_id: int
    date: dt.date
    sets: tuple[PastSet, ...]


@dataclass(frozen=True, slots=True)
class PastFigures:
    """What one workout came to in an exercise, None where there is no such figure.

    The estimated 1-rep max in kilograms, the heaviest load and reps × load in grams, all
    repetitions, and the longest hold in seconds.
    """

    workout_id: int
    date: dt.date
    e1rm_kg: float | None
    heaviest_g: int | None
    volume_g: int | None
    reps: int | None
    longest_s: int | None


@dataclass(frozen=True, slots=True)
class Past:
    """The newest workouts with an exercise, its best of each kind, and the units of its loads."""

    newest: tuple[PastWorkout, ...]
    figures: tuple[PastFigures, ...]
    """All workouts with it, the oldest first."""
    bests: tuple[Record, ...]
    load_units: Mapping[LoadMode, Unit]


def read_past(session: Session, exercise: Exercise) -> Past:
    """Read all sets done of an exercise; warm-up sets do not count."""
    rows = _rows(session, exercise.id)
    workouts = [
        (workout_id, date, list(sets))
        for (workout_id, date), sets in groupby(rows, key=lambda row: (row.workout_id, row.date))
    ]
    newest = tuple(
        PastWorkout(workout_id, date, tuple(map(_past_set, sets)))
        for workout_id, date, sets in workouts[:LAST_WORKOUTS]
    )
    figures: list[PastFigures] = []
    bests: dict[_Key, Record] = {}
    for workout_id, date, sets in reversed(workouts):
        facts = [_facts(row, exercise.category) for row in sets]
        tops = tops_of(facts)
        figures.append(_figures(workout_id, date, facts, tops))
        for top in tops:
            key = (top.kind, top.load_mode, top.load_g)
            if key not in bests or top.value > bests[key].value:
                bests[key] = top
    units: dict[LoadMode, Unit] = {}
    for row in rows:
        if row.load_g is not None:
            units.setdefault(row.load_mode, row.load_unit)
    return Past(newest, tuple(figures), tuple(bests.values()), units)


def _figures(
    workout_id: int, date: dt.date, sets: Sequence[SetFacts], records: Sequence[Record]
) -> PastFigures:
    tops: dict[RecordKind, float] = {}
    for top in records:
        tops[top.kind] = max(top.value, tops.get(top.kind, 0))
    return PastFigures(
        workout_id,
        date,
        tops.get(RecordKind.E1RM),
        _whole(tops.get(RecordKind.HEAVIEST_LOAD)),
        _whole(tops.get(RecordKind.WORKOUT_VOLUME)),
        sum(map(repetitions, sets)) or None,
        _whole(tops.get(RecordKind.LONGEST_HOLD)),
    )


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)


def _rows(session: Session, exercise_id: int) -> Sequence[Row[*tuple[Any, ...]]]:
    """Return the sets done, the newest workout first."""
    return session.execute(
        select(
            Workout.id.label("workout_id"),
            Workout.date,
            WorkoutExercise.section,
            PerformedSet.set_type,
            PerformedSet.side,
            PerformedSet.pair,
            PerformedSet.reps,
            PerformedSet.load_g,
            PerformedSet.load_unit,
            PerformedSet.load_mode,
            PerformedSet.duration_s,
            PerformedSet.distance_m,
            PerformedSet.rpe_halves,
        )
        .join(WorkoutExercise, WorkoutExercise.workout_id == Workout.id)
        .join(PerformedSet, PerformedSet.workout_exercise_id == WorkoutExercise.id)
        .where(WorkoutExercise.exercise_id == exercise_id, PerformedSet.done)
        .where(PerformedSet.set_type != SetType.WARM_UP)
        .order_by(Workout.date.desc(), Workout.id.desc())
        .order_by(WorkoutExercise.position, PerformedSet.position)
    ).all()


def _facts(row: Row[*tuple[Any, ...]], category: Category) -> SetFacts:
    return SetFacts(
        category,
        row.section,
        row.set_type,
        True,
        row.side,
        row.reps,
        row.load_g,
        row.load_mode,
        row.duration_s,
        row.rpe_halves,
    )


def _past_set(row: Row[*tuple[Any, ...]]) -> PastSet:
    return PastSet(
        row.side,
        row.pair,
        row.reps,
        row.load_g,
        row.load_unit,
        row.load_mode,
        row.duration_s,
        row.distance_m,
    )
