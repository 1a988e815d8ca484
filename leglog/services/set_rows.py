"""The sets of the log as facts, for figures that need every one of them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from leglog.models.exercise import Exercise, ExerciseMuscle
from leglog.models.workout import PerformedSet, Workout, WorkoutExercise
from leglog.training.volume import SetFacts

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from leglog.training.periods import DaySpan
    from leglog.training.vocabulary import Muscle


def exercise_muscles(session: Session) -> dict[int, dict[Muscle, float]]:
    """Return the muscles of every exercise with their shares."""
    muscles: dict[int, dict[Muscle, float]] = defaultdict(dict)
    rows = session.execute(
        select(ExerciseMuscle.exercise_id, ExerciseMuscle.muscle, ExerciseMuscle.share)
    )
    for exercise_id, muscle, share in rows:
        muscles[exercise_id][muscle] = share
    return muscles


SET_FACTS = (
    Exercise.category,
    WorkoutExercise.section,
    PerformedSet.set_type,
    PerformedSet.done,
    PerformedSet.side,
    PerformedSet.reps,
    PerformedSet.load_g,
    PerformedSet.load_mode,
    PerformedSet.duration_s,
    PerformedSet.rpe_halves,
)
"""The columns of ``SetFacts``, in its order."""


def performed_sets(session: Session, span: DaySpan) -> Iterator[tuple[dt.date, int, int, SetFacts]]:
    """Yield day, workout, exercise and facts of every set done in the span."""
    query = (
        select(Workout.date, Workout.id, WorkoutExercise.exercise_id, *SET_FACTS)
        .join(WorkoutExercise, WorkoutExercise.workout_id == Workout.id)
        .join(PerformedSet, PerformedSet.workout_exercise_id == WorkoutExercise.id)
        .join(Exercise, Exercise.id == WorkoutExercise.exercise_id)
        .where(Workout.date.between(span.first, span.last), PerformedSet.done)
    )
    for day, workout_id, exercise_id, *facts in session.execute(query):
        yield day, workout_id, exercise_id, SetFacts(*facts)
