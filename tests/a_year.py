"""A made-up year of training, put straight into the tables: for speed, pictures and sums."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import select

from leglog.models.exercise import Exercise
from leglog.models.pain import PainRating
from leglog.models.routine import PlannedSet, Routine, RoutineExercise
from leglog.models.workout import PerformedSet, Workout, WorkoutExercise
from leglog.services.planning import lay_down_week
from leglog.training.vocabulary import (
    LoadMode,
    Moment,
    Section,
    Side,
    WorkoutState,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from leglog.services.training_log import TrainingLog

DAY = dt.timedelta(days=1)
# Catalogue key, section, sets, reps or None for holds, seconds, kilograms, side.
Line = tuple[str, Section, int, int | None, int | None, int | None, Side]
LINES: dict[str, tuple[Line, ...]] = {
    "Legs & Back A": (
        ("hip-circles", Section.WARM_UP, 1, None, 300, None, Side.BOTH),
        ("cat-cow", Section.WARM_UP, 1, 10, None, None, Side.BOTH),
        ("barbell-back-squat", Section.MAIN, 3, 10, None, 40, Side.BOTH),
        ("romanian-deadlift", Section.MAIN, 3, 8, None, 32, Side.BOTH),
        ("dumbbell-step-up", Section.ACCESSORY, 3, 10, None, 12, Side.EACH),
        ("barbell-calf-raise", Section.ACCESSORY, 3, 12, None, 20, Side.BOTH),
        ("side-plank", Section.CORE, 2, None, 25, None, Side.EACH),
        ("plank", Section.CORE, 2, None, 40, None, Side.BOTH),
        ("hamstring-stretch", Section.COOL_DOWN, 1, None, 30, None, Side.EACH),
    ),
    "Legs & Back B": (
        ("barbell-deadlift", Section.MAIN, 3, 8, None, 60, Side.BOTH),
        ("goblet-squat", Section.MAIN, 3, 10, None, 16, Side.BOTH),
        ("hip-thrust", Section.ACCESSORY, 3, 12, None, 50, Side.BOTH),
        ("glute-bridge", Section.ACCESSORY, 3, 15, None, None, Side.BOTH),
        ("dead-bug", Section.CORE, 3, 8, None, None, Side.EACH),
    ),
}
WEEKDAYS = {"Legs & Back A": frozenset({1, 5}), "Legs & Back B": frozenset({3})}


def fill_year(log: TrainingLog, today: dt.date, weeks: int = 52) -> None:
    """Train by plan up to yesterday and rate every morning up to yesterday."""
    with log.upkeep() as session:
        routines = [_routine(session, name, place) for place, name in enumerate(LINES)]
        first = today - weeks * 7 * DAY
        for number in range((today - first).days):
            day = first + number * DAY
            lay_down_week(session, day)
            _rate(session, day, Moment.MORNING, 1 + (number * 7 + number // 9) % 4)
            for routine in routines:
                if day.isoweekday() in routine.weekdays:
                    _workout(session, routine, day, number // 28)


def leave_unfinished(log: TrainingLog, day: dt.date, sets_done: int = 11) -> int:
    """Begin the first routine's workout on ``day`` and leave it; return its id."""
    with log.upkeep() as session:
        routine = session.scalars(select(Routine).order_by(Routine.id.desc())).first()
        assert routine is not None
        workout = _workout(session, routine, day, 12)
        workout.state = WorkoutState.OPEN
        workout.ended_at = None
        sets = [one for exercise in workout.exercises for one in exercise.sets]
        for one in sets[sets_done:]:
            one.done = False
        return workout.id


def _exercise_id(session: Session, key: str) -> int:
    found = session.scalar(select(Exercise.id).where(Exercise.key == key))
    assert found is not None, key
    return found


def _routine(session: Session, name: str, place: int) -> Routine:
    routine = Routine(name=name, weekdays=WEEKDAYS[name], position=place)
    for position, (key, section, count, reps, held_s, _kg, side) in enumerate(LINES[name]):
        planned = [
            PlannedSet(
                position=n,
                side=side,
                reps_min=reps,
                reps_max=reps and reps + 2,
                s_min=held_s,
                s_max=held_s,
            )
            for n in range(count)
        ]
        routine.exercises.append(
            RoutineExercise(
                exercise_id=_exercise_id(session, key),
                section=section,
                position=position,
                rest_s=90,
                planned_sets=planned,
            )
        )
    session.add(routine)
    session.flush()
    return routine


def _workout(session: Session, routine: Routine, day: dt.date, stage: int) -> Workout:
    start = dt.datetime.combine(day, dt.time(18, 20), tzinfo=dt.UTC)
    workout = Workout(
        title=routine.name,
        routine_id=routine.id,
        routine_name=routine.name,
        date=day,
        started_at=start,
        ended_at=start + dt.timedelta(minutes=50),
        utc_offset_min=0,
        state=WorkoutState.FINISHED,
    )
    for place, (key, section, count, reps, held_s, kg, side) in enumerate(LINES[routine.name]):
        sets = [
            PerformedSet(
                position=n,
                side=side,
                planned=True,
                reps=reps and reps + (day.toordinal() + n) % 3,
                duration_s=held_s,
                load_g=kg and (kg * 1000 - 10_000 + 2_500 * min(stage, 4)),
                load_mode=LoadMode.EXTERNAL if kg else LoadMode.NONE,
                done=True,
            )
            for n in range(count)
        ]
        workout.exercises.append(
            WorkoutExercise(
                exercise_id=_exercise_id(session, key),
                exercise_name=key,
                section=section,
                position=place,
                sets=sets,
            )
        )
    session.add(workout)
    session.flush()
    _rate(session, day, Moment.AFTER, 2 + day.toordinal() % 3, workout.id)
    return workout


def _rate(
    session: Session, day: dt.date, moment: Moment, score: int, workout_id: int | None = None
) -> None:
    session.add(
        PainRating(
            date=day,
            moment=moment,
            recorded_at=dt.datetime.combine(day, dt.time(8), tzinfo=dt.UTC),
            utc_offset_min=0,
            score=score,
            workout_id=workout_id,
        )
    )
