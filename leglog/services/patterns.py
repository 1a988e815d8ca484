"""What moved together in this log, and how mornings changed after days with an exercise."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from leglog.models.exercise import Exercise
from leglog.models.pain import CheckIn
from leglog.models.workout import PerformedSet, Workout, WorkoutExercise
from leglog.services.pain_series import morning_pain
from leglog.services.preferences import read_preferences
from leglog.services.set_rows import performed_sets
from leglog.services.set_sums import is_work_row
from leglog.services.weekly_pattern import pain_by_week, read_moved_together, weeks_looked_at
from leglog.settings import Question
from leglog.training.association import Association, associate, pair_weeks
from leglog.training.exercise_response import ExerciseResponse, exercise_response
from leglog.training.periods import DaySpan
from leglog.training.vocabulary import Pattern, WorkoutState
from leglog.training.volume import hard_sets
from leglog.training.weekly import weekly_means, weekly_sums

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from leglog.services.training_log import TrainingLog

RESPONSE_DAYS = 92
"""Three months, as the month's review looks back; product rule."""

_CHECKED_IN = {
    Question.SLEEP: CheckIn.sleep_min,
    Question.STEPS: CheckIn.steps,
    Question.SITTING: CheckIn.sitting_min,
}


@dataclass(frozen=True, slots=True)
class MovedTogether:
    """One question asked of the log; ``later`` is the one that is spoken of.

    The other two are shown beside it: the same week, and the back's week before.
    """

    question: Question
    later: Association
    same_week: Association
    reverse: Association


@dataclass(frozen=True, slots=True)
class ResponseLine:
    """One exercise with how mornings changed after days with and without it."""

    exercise_id: int
    name: str
    response: ExerciseResponse
    felt: int
    """How often it was marked as felt in the back."""


@dataclass(frozen=True, slots=True)
class Patterns:
    """What the log shows up to a day."""

    moved: MovedTogether
    responses: tuple[ResponseLine, ...]
    response_days: DaySpan


def patterns(log: TrainingLog, today: dt.date) -> Patterns:
    """Return the answer to the chosen question and the responses; takes long in a long log."""
    with log.reading() as session:
        question = read_preferences(session).question
        span = DaySpan(today - dt.timedelta(days=RESPONSE_DAYS), today)
        return Patterns(_moved_together(session, question, today), _responses(session, span), span)


def moved_together(log: TrainingLog, question: Question, today: dt.date) -> MovedTogether:
    """Return what may be said to one question, from the full weeks before ``today``."""
    with log.reading() as session:
        return _moved_together(session, question, today)


def _moved_together(session: Session, question: Question, today: dt.date) -> MovedTogether:
    if question is Question.LEG_SETS:
        found = read_moved_together(session, today, today)
        return MovedTogether(question, found.next_week, found.same_week, found.reverse)
    span = weeks_looked_at(today)
    xs, ys = _series(session, question, span), pain_by_week(session, span)
    later, same, reverse = (associate(*pair_weeks(xs, ys, lag)) for lag in (1, 0, -1))
    return MovedTogether(question, later, same, reverse)


def _series(session: Session, question: Question, span: DaySpan) -> dict[dt.date, float]:
    if question is Question.HINGE_SETS:
        return _weekly_hinge_sets(session, span)
    column = _CHECKED_IN[question]
    rows = session.execute(
        select(CheckIn.date, column).where(
            CheckIn.date.between(span.first, span.last), column.is_not(None)
        )
    )
    return weekly_means({day: float(value) for day, value in rows if value is not None})


def _weekly_hinge_sets(session: Session, span: DaySpan) -> dict[dt.date, float]:
    """Return hard sets of hip hinges by week, from the first workout on."""
    first = session.scalar(
        select(func.min(Workout.date)).where(Workout.date.between(span.first, span.last))
    )
    if first is None:
        return {}
    kept = set(session.scalars(select(Exercise.id).where(Exercise.pattern == Pattern.HINGE)))
    amounts = (
        (day, hard_sets(facts))
        for day, _workout, exercise_id, facts in performed_sets(session, span)
        if exercise_id in kept
    )
    return weekly_sums(amounts, first, span.last)


def _responses(session: Session, span: DaySpan) -> tuple[ResponseLine, ...]:
    mornings = morning_pain(session, span)
    days: dict[int, set[dt.date]] = defaultdict(set)
    names: dict[int, str] = {}
    rows = session.execute(
        select(WorkoutExercise.exercise_id, Exercise.name, Workout.date)
        .join(Workout, Workout.id == WorkoutExercise.workout_id)
        .join(Exercise, Exercise.id == WorkoutExercise.exercise_id)
        .join(PerformedSet, PerformedSet.workout_exercise_id == WorkoutExercise.id)
        .where(Workout.date.between(span.first, span.last), Workout.state == WorkoutState.FINISHED)
        .where(*is_work_row())
        .distinct()
    )
    for exercise_id, name, day in rows:
        days[exercise_id].add(day)
        names[exercise_id] = name
    felt = _felt(session, span)
    lines = [
        ResponseLine(id_, names[id_], exercise_response(on, mornings), felt.get(id_, 0))
        for id_, on in days.items()
    ]
    # Sorted by what people marked themselves, never by the size of a difference.
    return tuple(sorted(lines, key=lambda line: (-line.felt, -line.response.days_with, line.name)))


def _felt(session: Session, span: DaySpan) -> Mapping[int, int]:
    rows = session.execute(
        select(WorkoutExercise.exercise_id, func.count())
        .join(Workout, Workout.id == WorkoutExercise.workout_id)
        .where(Workout.date.between(span.first, span.last), WorkoutExercise.felt_score > 0)
        .group_by(WorkoutExercise.exercise_id)
    )
    return dict(rows.all())
