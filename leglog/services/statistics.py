"""What the log holds, in figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Select, func, select

from leglog.models.pain import PainRating
from leglog.models.routine import Routine
from leglog.models.workout import Workout, WorkoutExercise
from leglog.services.set_rows import exercise_muscles, performed_sets
from leglog.training.muscles import group_shares
from leglog.training.periods import DaySpan
from leglog.training.vocabulary import Moment, MuscleGroup, WorkoutState
from leglog.training.volume import Volume, add_up, fractional_sets

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from leglog.services.training_log import TrainingLog


@dataclass(frozen=True, slots=True)
class Statistics:
    """Figures over the whole log; None where there is nothing to say."""

    workouts: int
    finished_workouts: int
    sets: int
    exercises: int
    routines: int
    volume: Volume
    hard_sets_by_group: Mapping[MuscleGroup, float]
    pain_ratings: int
    rated_days: int
    mean_morning_pain: float | None
    first_date: dt.date | None
    last_date: dt.date | None


def statistics(log: TrainingLog) -> Statistics:
    """Return the figures of the whole log."""
    with log.reading() as session:
        workouts, finished, first, last = session.execute(
            select(
                func.count(),
                func.count().filter(Workout.state == WorkoutState.FINISHED),
                func.min(Workout.date),
                func.max(Workout.date),
            )
        ).one()
        ratings, days, mean = session.execute(
            select(
                func.count(),
                func.count(PainRating.date.distinct()),
                func.avg(PainRating.score).filter(PainRating.moment == Moment.MORNING),
            )
        ).one()
        sets, volume, groups = _training(session, first, last)
        return Statistics(
            workouts=workouts,
            finished_workouts=finished,
            sets=sets,
            exercises=_count(session, select(func.count(WorkoutExercise.exercise_id.distinct()))),
            routines=_count(session, select(func.count(Routine.id))),
            volume=volume,
            hard_sets_by_group=groups,
            pain_ratings=ratings,
            rated_days=days,
            mean_morning_pain=mean,
            first_date=first,
            last_date=last,
        )


def _training(
    session: Session, first: dt.date | None, last: dt.date | None
) -> tuple[int, Volume, dict[MuscleGroup, float]]:
    if first is None or last is None:
        return 0, Volume(), {}
    muscles = exercise_muscles(session).items()
    shares = {exercise_id: group_shares(each) for exercise_id, each in muscles}
    rows = [
        (exercise_id, facts)
        for _day, _workout, exercise_id, facts in performed_sets(session, DaySpan(first, last))
    ]
    groups = dict.fromkeys(MuscleGroup, 0.0)
    for exercise_id, facts in rows:
        for group, sets in fractional_sets(facts, shares.get(exercise_id, {})).items():
            if group is not None:
                groups[group] += sets
    return len(rows), add_up([facts for _exercise_id, facts in rows]), groups


def _count(session: Session, query: Select[int]) -> int:
    return session.scalar(query) or 0
