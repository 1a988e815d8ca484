"""Workouts with one exercise, written straight into a log."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import select

from leglog.models.exercise import Exercise
from leglog.models.pain import PainRating
from leglog.models.workout import PerformedSet, Workout, WorkoutExercise
from leglog.services.periods import mark_days
from leglog.services.suggestions import NextTime, next_time
from leglog.services.workout_reading import workout_form
from leglog.training.vocabulary import LoadMode, Moment, PeriodKind, Section, WorkoutState

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from leglog.services.training_log import TrainingLog

DAY = dt.timedelta(days=1)
QUIET = (2, 2, 1, 1)
"""Before, worst during, after, next morning."""
SORE = (2, 7, 6, 5)


class Diary:
    """Trains one exercise, days before ``today``; ``back`` is how it was rated around it."""

    def __init__(self, log: TrainingLog, today: dt.date, key: str = "barbell-back-squat") -> None:
        self.log, self.day, self.key = log, today, key

    def train(
        self,
        days_ago: int,
        reps: int = 12,
        kg: float = 40,
        back: tuple[int | None, ...] = QUIET,
        state: WorkoutState = WorkoutState.FINISHED,
    ) -> int:
        """Write one workout of three sets and return its id; an open one has nothing done."""
        with self.log.upkeep() as session:
            day = self.day - days_ago * DAY
            exercise = session.scalars(select(Exercise).where(Exercise.key == self.key)).one()
            done = state is WorkoutState.FINISHED
            sets = [
                PerformedSet(
                    position=place,
                    planned=True,
                    target_reps_min=8,
                    target_reps_max=12,
                    reps=reps if done else None,
                    load_g=round(kg * 1000) if done else None,
                    load_mode=LoadMode.EXTERNAL,
                    done=done,
                )
                for place in range(3)
            ]
            item = WorkoutExercise(
                exercise_id=exercise.id,
                exercise_name=exercise.name,
                section=Section.MAIN,
                position=0,
                sets=sets,
            )
            workout = Workout(title="Legs", date=day, state=state, exercises=[item])
            session.add(workout)
            session.flush()
            for moment, score in zip(
                (Moment.BEFORE, Moment.DURING, Moment.AFTER), back, strict=False
            ):
                _rate(session, day, moment, score, workout.id)
            if len(back) > 3:
                _rate(session, day + DAY, Moment.MORNING, back[3], None)
            return workout.id

    def today(self) -> NextTime:
        """Return what is suggested in a workout of today."""
        workout_id = self.train(0, back=(), state=WorkoutState.OPEN)
        form = workout_form(self.log, workout_id)
        return next_time(self.log, form, form.blocks[0])

    def flare(self, first: int, last: int | None) -> None:
        """Mark a flare-up that began and ended so many days ago."""
        end = None if last is None else self.day - last * DAY
        mark_days(self.log, PeriodKind.FLARE, self.day - first * DAY, end, self.day)


def _rate(
    session: Session, day: dt.date, moment: Moment, score: int | None, workout_id: int | None
) -> None:
    if score is None:
        return
    at = dt.datetime.combine(day, dt.time(8), tzinfo=dt.UTC)
    session.add(
        PainRating(
            date=day,
            moment=moment,
            recorded_at=at,
            utc_offset_min=0,
            score=score,
            workout_id=workout_id,
        )
    )
