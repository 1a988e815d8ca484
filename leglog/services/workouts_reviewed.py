"""The workouts of a review: what was done, and the back around each."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from leglog.models.exercise import Exercise
from leglog.models.pain import PainRating
from leglog.models.workout import PerformedSet, Workout, WorkoutExercise
from leglog.services.pain_series import morning_pain
from leglog.services.set_sums import hard_set_parts, is_work_row, load_parts_g
from leglog.training.periods import DaySpan
from leglog.training.vocabulary import Moment, WorkoutState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class BackAround:
    """The back around a workout; None where it was not rated."""

    before: int | None = None
    during: int | None = None
    after: int | None = None
    morning: int | None = None

    @property
    def during_and_after(self) -> list[int]:
        """The ratings of these two that there are."""
        return [score for score in (self.during, self.after) if score is not None]


@dataclass(frozen=True, slots=True)
class ReviewedWorkout:
    """A finished workout of the period."""

    id: int
    date: dt.date
    title: str
    note: str
    hard_sets: float
    load_g: int
    back: BackAround


def reviewed_workouts(session: Session, span: DaySpan) -> tuple[ReviewedWorkout, ...]:
    """Return the finished workouts of the span, the oldest first."""
    sums = {
        workout_id: (sets, load_g)
        for workout_id, sets, load_g in session.execute(
            select(WorkoutExercise.workout_id, func.sum(hard_set_parts()), func.sum(load_parts_g()))
            .join(Workout, Workout.id == WorkoutExercise.workout_id)
            .join(Exercise, Exercise.id == WorkoutExercise.exercise_id)
            .join(PerformedSet, PerformedSet.workout_exercise_id == WorkoutExercise.id)
            .where(Workout.date.between(span.first, span.last), *is_work_row())
            .group_by(WorkoutExercise.workout_id)
        )
    }
    backs = backs_around(session, span)
    rows = session.execute(
        select(Workout.id, Workout.date, Workout.title, Workout.note)
        .where(Workout.date.between(span.first, span.last))
        .where(Workout.state == WorkoutState.FINISHED)
        .order_by(Workout.date, Workout.id)
    )
    return tuple(
        ReviewedWorkout(id_, day, title, note, *sums.get(id_, (0.0, 0)), backs[id_])
        for id_, day, title, note in rows
    )


def backs_around(session: Session, span: DaySpan) -> Mapping[int, BackAround]:
    """Return the back around every workout of the span, by the workout's id."""
    scores: dict[int, dict[Moment, int]] = defaultdict(dict)
    rows = session.execute(
        select(PainRating.workout_id, PainRating.moment, PainRating.score)
        .join(Workout, Workout.id == PainRating.workout_id)
        .where(Workout.date.between(span.first, span.last))
    )
    for workout_id, moment, score in rows:
        scores[workout_id or 0][moment] = score
    mornings = morning_pain(session, DaySpan(span.first + _DAY, span.last + _DAY))
    days = session.execute(
        select(Workout.id, Workout.date).where(Workout.date.between(span.first, span.last))
    )
    return {
        workout_id: BackAround(
            scores[workout_id].get(Moment.BEFORE),
            scores[workout_id].get(Moment.DURING),
            scores[workout_id].get(Moment.AFTER),
            mornings.get(day + _DAY),
        )
        for workout_id, day in days
    }
