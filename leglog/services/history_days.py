"""The days of a calendar: what was planned and done on each, and how the morning was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from leglog.models.pain import PainRating
from leglog.models.routine import Routine
from leglog.models.set_counts import read_set_counts
from leglog.models.workout import PlannedWorkout, Workout
from leglog.services.plain_sql import fetching
from leglog.training.vocabulary import Moment, WorkoutState

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from leglog.services.training_log import TrainingLog


@dataclass(frozen=True, slots=True)
class DaySummary:
    """A day of the calendar; None is what there was not."""

    letter: str
    """Names the routine: A, B, C … in the order in which routines were made."""
    state: WorkoutState | None
    is_planned: bool
    sets: int | None
    """Done that day, counted as in ``training.set_counts``; None where there was no workout."""
    morning: int | None


def day_summaries(log: TrainingLog, first: dt.date, last: dt.date) -> Mapping[dt.date, DaySummary]:
    """Return the days from ``first`` to ``last`` on which anything was planned, done or rated."""
    with log.reading() as session:
        letters = _letters(session)
        found: dict[dt.date, DaySummary] = {}
        mornings = dict(
            session.execute(
                select(PainRating.date, PainRating.score).where(
                    PainRating.date.between(first, last), PainRating.moment == Moment.MORNING
                )
            ).all()
        )
        for day, score in mornings.items():
            found[day] = DaySummary("", None, False, None, score)
        planned = session.execute(
            select(PlannedWorkout.date, PlannedWorkout.routine_id, PlannedWorkout.routine_name)
            .where(PlannedWorkout.date.between(first, last), PlannedWorkout.workout_id.is_(None))
            .order_by(PlannedWorkout.id)
        )
        for day, routine_id, name in planned:
            letter = letters.get(routine_id or 0) or name[:1].upper()
            found[day] = DaySummary(letter, None, True, None, mornings.get(day))
        workouts = session.execute(
            select(Workout.id, Workout.date, Workout.routine_id, Workout.title, Workout.state)
            .where(Workout.date.between(first, last))
            .order_by(Workout.state, Workout.id.desc())
        ).all()
        sets = _sets_by_day(session, {row.id: row.date for row in workouts})
        for _id, day, routine_id, title, state in workouts:
            letter = letters.get(routine_id or 0) or title[:1].upper()
            # Of several a day an unfinished one is shown: it asks for something.
            if day not in found or found[day].state is not WorkoutState.OPEN:
                found[day] = DaySummary(letter, state, False, sets[day], mornings.get(day))
        return found


def workout_days(log: TrainingLog, day: dt.date) -> tuple[int, ...]:
    """Return the workouts of a day, the newest first."""
    with log.reading() as session:
        return tuple(
            session.scalars(
                select(Workout.id).where(Workout.date == day).order_by(Workout.id.desc())
            )
        )


def _sets_by_day(session: Session, days: Mapping[int, dt.date]) -> dict[dt.date, int]:
    """Add up the sets of workouts, given with their days."""
    sets = dict.fromkeys(days.values(), 0)
    for workout_id, count in read_set_counts(fetching(session), days).items():
        sets[days[workout_id]] += count.done
    return sets


def _letters(session: Session) -> dict[int, str]:
    ids = session.scalars(select(Routine.id).order_by(Routine.id))
    return {routine_id: chr(ord("A") + place % 26) for place, routine_id in enumerate(ids)}
