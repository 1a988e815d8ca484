"""A workout as a whole: starting it from a plan, finishing, correcting, taking it away."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Select, select, update

from leglog.errors import InvalidValue
from leglog.i18n import _
from leglog.models.base import utc_now
from leglog.models.exercise import Exercise
from leglog.models.pain import PainRating
from leglog.models.routine import PlannedSet, Routine, RoutineExercise
from leglog.models.workout import PerformedSet, PlannedWorkout, Workout, WorkoutExercise
from leglog.services.easy_week import ease_plan
from leglog.services.load_modes import usual_load_mode
from leglog.services.preferences import read_preferences
from leglog.services.rows import get_row
from leglog.services.training_log import Action, TrainingLog
from leglog.training.dates import local_day
from leglog.training.vocabulary import Side, WorkoutState

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

MAX_TITLE = 200


@dataclass(frozen=True, slots=True)
class WorkoutTimes:
    """When a workout was: its day, and the clock where it is known (aware, local)."""

    date: dt.date
    started_at: dt.datetime | None = None
    ended_at: dt.datetime | None = None


def start_workout(log: TrainingLog, day: dt.date, routine_id: int | None = None) -> int:
    """Begin a workout on ``day`` with the plan of a routine, or an empty one; return its id.

    The plan is copied, so that a later change of the routine never changes what was planned.
    Raises InvalidValue for a day to come, NotFound for a routine that is gone.
    """
    check_day(day)
    with log.action(Action.START_WORKOUT) as session:
        workout = Workout(title=_("Free workout"), date=day)
        if routine_id is not None:
            routine = get_row(session, Routine, routine_id)
            plan_into(session, workout, routine)
        session.add(workout)
        session.flush()
        _take_planned_day(session, workout)
        return workout.id


def repeat_workout(log: TrainingLog, workout_id: int, day: dt.date) -> int:
    """Begin a workout on ``day`` with the sets done in a past one as its plan; return its id."""
    check_day(day)
    with log.action(Action.START_WORKOUT) as session:
        past = get_row(session, Workout, workout_id)
        workout = Workout(
            title=past.title, routine_id=past.routine_id, routine_name=past.routine_name, date=day
        )
        kept = [item for item in past.exercises if _done_sets(item)]
        workout.exercises = [_repeated(item, position) for position, item in enumerate(kept)]
        session.add(workout)
        session.flush()
        _take_planned_day(session, workout)
        return workout.id


def finish_workout(
    log: TrainingLog, workout_id: int, note: str | None = None, now: dt.datetime | None = None
) -> None:
    """Mark the workout as done; of today, it ends now where no other end is known."""
    now = now or dt.datetime.now().astimezone()
    with log.action(Action.FINISH_WORKOUT) as session:
        workout = get_row(session, Workout, workout_id)
        if note is not None:
            workout.note = note
        workout.state = WorkoutState.FINISHED
        starts_at_h = read_preferences(session).day_starts_at_h
        if workout.ended_at is None and workout.date == local_day(now, starts_at_h):
            _set_clock(workout, workout.started_at, now)


def discard_workout(log: TrainingLog, workout_id: int) -> None:
    """Throw an unfinished workout away with its sets and ratings."""
    _delete(log, workout_id, Action.DISCARD_WORKOUT)


def remove_workout(log: TrainingLog, workout_id: int) -> None:
    """Take a workout out of the history with its sets and ratings."""
    _delete(log, workout_id, Action.REMOVE_WORKOUT)


def rename_workout(log: TrainingLog, workout_id: int, title: str) -> None:
    """Give the workout another title; raises InvalidValue for an empty one."""
    title = title.strip()
    if not title or len(title) > MAX_TITLE:
        raise InvalidValue(_("A title needs 1 to 200 characters."))
    with log.action(Action.CORRECT_WORKOUT) as session:
        get_row(session, Workout, workout_id).title = title


def move_workout(log: TrainingLog, workout_id: int, times: WorkoutTimes) -> None:
    """Correct the day and the clock times; its ratings go along.

    Raises InvalidValue for a day to come or an end before the start.
    """
    check_day(times.date)
    if times.started_at and times.ended_at and times.ended_at < times.started_at:
        raise InvalidValue(_("A workout cannot end before it starts."))
    with log.reading() as session:
        moved = get_row(session, Workout, workout_id).date != times.date
    with log.action(Action.MOVE_WORKOUT if moved else Action.CORRECT_WORKOUT) as session:
        workout = get_row(session, Workout, workout_id)
        if moved:
            workout.date = times.date
            _move_ratings(session, workout)
        _set_clock(workout, times.started_at, times.ended_at)


def plan_into(session: Session, workout: Workout, routine: Routine) -> None:
    """Copy a routine's plan into a new workout."""
    workout.title = workout.routine_name = routine.name
    workout.routine_id = routine.id
    exercises = {row.id: row for row in session.scalars(_exercises_of(routine))}
    workout.exercises = [
        _planned(item, exercises[item.exercise_id], position)
        for position, item in enumerate(routine.exercises)
    ]
    ease_plan(session, workout)


def empty_sets(exercise: Exercise, count: int | None = None) -> list[PerformedSet]:
    """Return unplanned sets for an exercise that is added, with its usual number and range."""
    counts_reps = exercise.measure.counts_reps
    return [
        PerformedSet(
            position=place,
            side=Side.EACH if exercise.per_side else Side.BOTH,
            load_mode=usual_load_mode(exercise),
            target_reps_min=exercise.default_reps_min if counts_reps else None,
            target_reps_max=exercise.default_reps_max if counts_reps else None,
            target_s_min=exercise.default_s_min,
            target_s_max=exercise.default_s_max,
        )
        for place in range(exercise.default_sets if count is None else count)
    ]


def _exercises_of(routine: Routine) -> Select[Exercise]:
    ids = [item.exercise_id for item in routine.exercises]
    return select(Exercise).where(Exercise.id.in_(ids))


def _planned(item: RoutineExercise, exercise: Exercise, position: int) -> WorkoutExercise:
    return WorkoutExercise(
        exercise_id=exercise.id,
        exercise_name=exercise.name,
        routine_exercise_id=item.id,
        section=item.section,
        position=position,
        superset=item.superset,
        rest_s=item.rest_s,
        tempo=item.tempo,
        note=item.note,
        sets=[_planned_set(one, exercise) for one in item.planned_sets],
    )


def _planned_set(one: PlannedSet, exercise: Exercise) -> PerformedSet:
    counts_reps = exercise.measure.counts_reps
    return PerformedSet(
        position=one.position,
        set_type=one.set_type,
        side=one.side,
        planned=True,
        target_reps_min=one.reps_min if counts_reps else None,
        target_reps_max=one.reps_max if counts_reps else None,
        target_s_min=one.s_min,
        target_s_max=one.s_max,
        target_load_g=one.load_g,
        target_rpe_halves=one.rpe_halves,
        load_unit=one.load_unit,
        load_mode=one.load_mode,
        band=one.band,
    )


def _done_sets(item: WorkoutExercise) -> list[PerformedSet]:
    return [one for one in item.sets if one.done and not one.removed]


def _repeated(item: WorkoutExercise, position: int) -> WorkoutExercise:
    return WorkoutExercise(
        exercise_id=item.exercise_id,
        exercise_name=item.exercise_name,
        routine_exercise_id=item.routine_exercise_id,
        section=item.section,
        position=position,
        superset=item.superset,
        rest_s=item.rest_s,
        tempo=item.tempo,
        sets=[
            PerformedSet(
                position=place,
                set_type=one.set_type,
                side=one.side,
                pair=one.pair,
                planned=True,
                target_reps_min=one.reps,
                target_reps_max=one.reps,
                target_s_min=one.duration_s,
                target_s_max=one.duration_s,
                target_load_g=one.load_g,
                load_unit=one.load_unit,
                load_mode=one.load_mode,
                band=one.band,
            )
            for place, one in enumerate(_done_sets(item))
        ],
    )


def _take_planned_day(session: Session, workout: Workout) -> None:
    """Let the workout be the planned one of its day and routine, if there is one open."""
    if workout.routine_id is None:
        # A plan whose routine was removed has none either; it is not what a free workout does.
        return
    planned = session.scalar(
        select(PlannedWorkout)
        .where(
            PlannedWorkout.date == workout.date,
            PlannedWorkout.routine_id == workout.routine_id,
            PlannedWorkout.workout_id.is_(None),
        )
        .limit(1)
    )
    if planned is not None:
        planned.workout_id = workout.id


def _move_ratings(session: Session, workout: Workout) -> None:
    session.execute(
        update(PainRating).where(PainRating.workout_id == workout.id).values(date=workout.date)
    )


def _delete(log: TrainingLog, workout_id: int, action: Action) -> None:
    with log.action(action) as session:
        session.delete(get_row(session, Workout, workout_id))


def _set_clock(
    workout: Workout, started_at: dt.datetime | None, ended_at: dt.datetime | None
) -> None:
    workout.started_at, workout.ended_at = started_at, ended_at
    known = started_at or ended_at
    if known is not None:
        offset = known.astimezone().utcoffset() if known.tzinfo is dt.UTC else known.utcoffset()
        workout.utc_offset_min = round((offset or dt.timedelta()).total_seconds() / 60)


def check_day(day: dt.date) -> None:
    """Raise InvalidValue for a day to come."""
    if day > utc_now().astimezone().date():
        raise InvalidValue(_("That day has not come yet."))
