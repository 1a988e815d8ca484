"""What was done, as the values that files hold: for exports."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from leglog.formats.back_file import FileCheckIn, FileRating
from leglog.formats.spreadsheet import load_text
from leglog.formats.workout_file import FileExercise, FileSet, FileWorkout
from leglog.models.pain import CheckIn, PainRating
from leglog.models.workout import PerformedSet, Workout, WorkoutExercise

if TYPE_CHECKING:
    from sqlalchemy import Row
    from sqlalchemy.orm import Session

    from leglog.services.training_log import TrainingLog


def done_workouts(log: TrainingLog) -> tuple[FileWorkout, ...]:
    """Return all workouts with the sets that were done, the oldest first."""
    query = select(*Workout.__table__.columns).order_by(Workout.date, Workout.id)
    with log.reading() as session:
        exercises = _exercises(session)
        return tuple(
            _workout(row, tuple(exercises[row.id]))
            for row in session.execute(query)
            if row.id in exercises
        )


def done_ratings(log: TrainingLog) -> tuple[FileRating, ...]:
    """Return all back ratings, the oldest first."""
    query = (
        select(*PainRating.__table__.columns, Workout.uuid.label("workout_key"))
        .outerjoin(Workout, Workout.id == PainRating.workout_id)
        .order_by(PainRating.date, PainRating.id)
    )
    with log.reading() as session:
        return tuple(
            FileRating(
                row=0,
                date=rating.date,
                moment=rating.moment,
                score=rating.score,
                recorded_at=rating.recorded_at,
                utc_offset_min=rating.utc_offset_min,
                region=rating.region,
                side=rating.side,
                leg_sign=rating.leg_sign,
                triggers=rating.triggers,
                recalled=rating.recalled,
                note=rating.note,
                workout_key=rating.workout_key,
                uuid=rating.uuid,
            )
            for rating in session.execute(query)
        )


def done_check_ins(log: TrainingLog) -> tuple[FileCheckIn, ...]:
    """Return all check-ins, the oldest first."""
    with log.reading() as session:
        return tuple(
            FileCheckIn(
                row=0,
                date=day.date,
                sitting_min=day.sitting_min,
                steps=day.steps,
                sleep_min=day.sleep_min,
                sleep_quality=day.sleep_quality,
                stress=day.stress,
                fatigue=day.fatigue,
                body_weight_g=day.body_weight_g,
                body_weight_unit=day.body_weight_unit,
                note=day.note,
            )
            for day in session.execute(select(*CheckIn.__table__.columns).order_by(CheckIn.date))
        )


def _workout(row: Row[*tuple[Any, ...]], exercises: tuple[FileExercise, ...]) -> FileWorkout:
    start, end, offset = row.started_at, row.ended_at, row.utc_offset_min
    return FileWorkout(
        key=f"leglog:{row.uuid}",
        title=row.title,
        date=row.date,
        started_at=_local(start, offset),
        duration_s=int((end - start).total_seconds()) if start and end else None,
        note=row.note,
        exercises=exercises,
        utc_offset_min=offset,
        routine_name=row.routine_name,
        body_weight_g=row.body_weight_g,
        uuid=row.uuid,
    )


def _local(instant: dt.datetime | None, offset_min: int | None) -> dt.datetime | None:
    """Return the time that the clock on the wall showed."""
    if instant is None:
        return None
    zone = dt.UTC if offset_min is None else dt.timezone(dt.timedelta(minutes=offset_min))
    return instant.astimezone(zone).replace(tzinfo=None)


def _exercises(session: Session) -> dict[int, list[FileExercise]]:
    """Return the exercises of which a set was done, by their workouts."""
    sets = _sets(session)
    query = select(
        WorkoutExercise.id,
        WorkoutExercise.workout_id,
        WorkoutExercise.superset,
        WorkoutExercise.exercise_name,
        WorkoutExercise.note,
        WorkoutExercise.section,
        WorkoutExercise.rest_s,
        WorkoutExercise.tempo,
        WorkoutExercise.felt_score,
    ).order_by(WorkoutExercise.workout_id, WorkoutExercise.position)
    found: dict[int, list[FileExercise]] = defaultdict(list)
    for row in session.execute(query):
        if row.id in sets:
            found[row.workout_id].append(
                FileExercise(
                    row.exercise_name,
                    tuple(sets[row.id]),
                    None if row.superset is None else str(row.superset),
                    row.note,
                    row.section,
                    row.rest_s,
                    row.tempo,
                    row.felt_score,
                )
            )
    return found


def _sets(session: Session) -> dict[int, list[FileSet]]:
    """Return the sets that were done, by their exercises: columns in the order of a FileSet.

    A log of ten years has fifty thousand; as objects of the ORM they would take thrice the time.
    """
    query = (
        select(
            PerformedSet.workout_exercise_id,
            PerformedSet.set_type,
            PerformedSet.reps,
            PerformedSet.load_g,
            PerformedSet.load_unit,
            PerformedSet.duration_s,
            PerformedSet.distance_m,
            PerformedSet.rpe_halves,
            PerformedSet.note,
            PerformedSet.side,
            PerformedSet.pair,
            PerformedSet.load_mode,
            PerformedSet.band,
            PerformedSet.done_at,
        )
        .where(PerformedSet.done, ~PerformedSet.removed)
        .order_by(PerformedSet.workout_exercise_id, PerformedSet.position)
    )
    found: dict[int, list[FileSet]] = defaultdict(list)
    for item_id, set_type, reps, load_g, unit, *others in session.execute(query):
        load = None if load_g is None else Decimal(load_text(load_g, unit))
        found[item_id].append(FileSet(0, set_type, reps, load, unit, *others))
    return found
