"""An exercise's past beside its sets: the last times, and the bests that a new set is held to."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from sqlalchemy import select

from leglog.models.exercise import Exercise
from leglog.models.workout import PerformedSet, Workout, WorkoutExercise
from leglog.services.last_time import finished_before
from leglog.services.set_rows import SET_FACTS
from leglog.services.set_values import SetValues
from leglog.services.workout_volume import set_facts
from leglog.training.records import Record, RecordKind, records_in
from leglog.training.slips import is_far_from
from leglog.training.vocabulary import SetType, Side
from leglog.training.volume import SetFacts

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from leglog.services.training_log import TrainingLog
    from leglog.services.workout_form import ExerciseBlock, SetRow, WorkoutForm
    from leglog.training.vocabulary import LoadMode

LAST_TIMES = 5


@dataclass(frozen=True, slots=True)
class PastTime:
    """A workout with the exercise: its work sets, of two sides the left one."""

    date: dt.date
    sets: tuple[tuple[LoadMode, SetValues], ...]


@dataclass(frozen=True, slots=True)
class KnownBests:
    """What was done before of an exercise, each kind of set once."""

    facts: tuple[SetFacts, ...]
    loads_g: Mapping[LoadMode, int]
    """The heaviest load of each mode."""
    reps: int | None
    """The most repetitions of a set, at any load."""
    duration_s: int | None
    """The longest time of a set."""


def last_times(log: TrainingLog, form: WorkoutForm, exercise_id: int) -> tuple[PastTime, ...]:
    """Return the newest five finished workouts with the exercise before this one."""
    with log.reading() as session:
        newest = (
            select(WorkoutExercise.id, Workout.date, Workout.id.label("workout_id"))
            .join(Workout, Workout.id == WorkoutExercise.workout_id)
            .where(WorkoutExercise.exercise_id == exercise_id, ~WorkoutExercise.skipped)
            .where(*finished_before(form.date, form.id))
            .where(
                select(PerformedSet.id)
                .where(PerformedSet.workout_exercise_id == WorkoutExercise.id, PerformedSet.done)
                .exists()
            )
            .order_by(Workout.date.desc(), Workout.id.desc())
            .limit(LAST_TIMES)
            .subquery()
        )
        rows = session.execute(
            select(
                newest.c.date,
                newest.c.workout_id,
                PerformedSet.load_mode,
                PerformedSet.reps,
                PerformedSet.load_g,
                PerformedSet.load_unit,
                PerformedSet.duration_s,
                PerformedSet.distance_m,
            )
            .join(PerformedSet, PerformedSet.workout_exercise_id == newest.c.id)
            .where(PerformedSet.done, PerformedSet.set_type != SetType.WARM_UP)
            .where(PerformedSet.side != Side.RIGHT)
            .order_by(newest.c.date.desc(), newest.c.workout_id.desc(), PerformedSet.position)
        )
        return tuple(
            PastTime(
                date,
                tuple((row.load_mode, SetValues(*row[3:8])) for row in sets),
            )
            for (date, _id), sets in groupby(rows, key=lambda row: (row.date, row.workout_id))
        )


def known_bests(log: TrainingLog, form: WorkoutForm, exercise_id: int) -> KnownBests:
    """Return the sets done before this workout, each kind once."""
    with log.reading() as session:
        rows = session.execute(
            select(*SET_FACTS)
            .join(WorkoutExercise, WorkoutExercise.id == PerformedSet.workout_exercise_id)
            .join(Workout, Workout.id == WorkoutExercise.workout_id)
            .join(Exercise, Exercise.id == WorkoutExercise.exercise_id)
            .where(WorkoutExercise.exercise_id == exercise_id, PerformedSet.done)
            .where(*finished_before(form.date, form.id))
            .distinct()
        )
        return _bests_of([SetFacts(*row) for row in rows])


def records_so_far(bests: KnownBests, block: ExerciseBlock) -> tuple[Record, ...]:
    """Return what in the sets done so far is better than every time before.

    A value that looks like a slip is no record before it has been looked at.
    """
    done = [set_facts(block, row) for row in block.sets if row.done and not far_values(bests, row)]
    if not bests.facts or not done:
        return ()
    found = records_in([bests.facts], done)
    return tuple(each for each in found if each.kind is not RecordKind.WORKOUT_VOLUME)


def far_values(bests: KnownBests, row: SetRow) -> frozenset[str]:
    """Return which fields of a set are far above the best: 'load_g', 'reps', 'duration_s'.

    Only what was typed or done is asked about.
    """
    held: Sequence[tuple[str, int | None, int | None]] = (
        ("load_g", row.values.load_g, bests.loads_g.get(row.load_mode)),
        ("reps", row.values.reps, bests.reps),
        ("duration_s", row.values.duration_s, bests.duration_s),
    )
    return frozenset(name for name, value, best in held if is_far_from(value, best))


def _bests_of(facts: Sequence[SetFacts]) -> KnownBests:
    loads_g: dict[LoadMode, int] = {}
    for one in facts:
        if one.load_g:
            loads_g[one.load_mode] = max(one.load_g, loads_g.get(one.load_mode, 0))
    return KnownBests(
        facts=tuple(facts),
        loads_g=loads_g,
        reps=max((one.reps for one in facts if one.reps), default=None),
        duration_s=max((one.duration_s for one in facts if one.duration_s), default=None),
    )
