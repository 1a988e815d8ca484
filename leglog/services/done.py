"""What was done, as the values that files hold: for exports."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from leglog.formats.back_file import FileCheckIn, FileRating
from leglog.formats.spreadsheet import load_text
from leglog.formats.workout_file import FileExercise, FileSet, FileWorkout
from leglog.models.pain import CheckIn, PainRating
from leglog.models.workout import Workout, WorkoutExercise

if TYPE_CHECKING:
    from leglog.models.workout import PerformedSet
    from leglog.services.training_log import TrainingLog


def done_workouts(log: TrainingLog) -> tuple[FileWorkout, ...]:
    """Return all workouts with the sets that were done, the oldest first."""
    query = (
        select(Workout)
        .options(selectinload(Workout.exercises).selectinload(WorkoutExercise.sets))
        .order_by(Workout.date, Workout.id)
    )
    with log.reading() as session:
        found = (_workout(workout) for workout in session.scalars(query))
        return tuple(workout for workout in found if workout.exercises)


def done_ratings(log: TrainingLog) -> tuple[FileRating, ...]:
    """Return all back ratings, the oldest first."""
    query = (
        select(PainRating, Workout.uuid)
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
                workout_key=workout_uuid,
                uuid=rating.uuid,
            )
            for rating, workout_uuid in session.execute(query)
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
            for day in session.scalars(select(CheckIn).order_by(CheckIn.date))
        )


def _workout(workout: Workout) -> FileWorkout:
    start, end, offset = workout.started_at, workout.ended_at, workout.utc_offset_min
    length = int((end - start).total_seconds()) if start and end else None
    exercises = (_exercise(exercise) for exercise in workout.exercises)
    return FileWorkout(
        key=f"leglog:{workout.uuid}",
        title=workout.title,
        date=workout.date,
        started_at=_local(start, offset),
        duration_s=length,
        note=workout.note,
        exercises=tuple(exercise for exercise in exercises if exercise.sets),
        utc_offset_min=offset,
        routine_name=workout.routine_name,
        body_weight_g=workout.body_weight_g,
        uuid=workout.uuid,
    )


def _local(instant: dt.datetime | None, offset_min: int | None) -> dt.datetime | None:
    """Return the time that the clock on the wall showed."""
    if instant is None:
        return None
    zone = dt.UTC if offset_min is None else dt.timezone(dt.timedelta(minutes=offset_min))
    return instant.astimezone(zone).replace(tzinfo=None)


def _exercise(exercise: WorkoutExercise) -> FileExercise:
    return FileExercise(
        exercise.exercise_name,
        tuple(_set(one) for one in exercise.sets if one.done and not one.removed),
        None if exercise.superset is None else str(exercise.superset),
        exercise.note,
        exercise.section,
        exercise.rest_s,
        exercise.tempo,
        exercise.felt_score,
    )


def _set(one: PerformedSet) -> FileSet:
    load = load_text(one.load_g, one.load_unit)
    return FileSet(
        row=0,
        set_type=one.set_type,
        reps=one.reps,
        load=Decimal(load) if load else None,
        unit=one.load_unit,
        duration_s=one.duration_s,
        distance_m=one.distance_m,
        rpe_halves=one.rpe_halves,
        note=one.note,
        side=one.side,
        pair=one.pair,
        load_mode=one.load_mode,
        band=one.band,
        done_at=one.done_at,
    )
