"""Sums of work sets by day, exercise and routine, taken where the rows are stored.

The body weight that sets of one's own body move is summed only where it is asked for: which weight
holds on a day depends on the days before, so that part is worked out after the sum of repetitions.
"""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import case, func, null, select

from leglog.models.exercise import Exercise
from leglog.models.pain import CheckIn
from leglog.models.workout import PerformedSet, Workout, WorkoutExercise
from leglog.services.set_sums import (
    hard_set_parts,
    held_parts_s,
    is_work_row,
    load_parts_g,
    rep_parts,
)
from leglog.training.periods import DaySpan, Grouping
from leglog.training.vocabulary import LoadMode
from leglog.training.volume import moved_body_g

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.orm import Session


class StackBy(StrEnum):
    """What the parts of a bar are."""

    MUSCLE = "muscle"
    PATTERN = "pattern"
    EXERCISE = "exercise"
    ROUTINE = "routine"


class Counted(StrEnum):
    """What can be summed beside hard sets, all in whole numbers."""

    LOAD = "load"
    """Weight × reps, in grams."""
    BODY_LOAD = "body_load"
    """The same with the moved part of the body weight, an estimate."""
    REPS = "reps"
    HELD = "held"
    """Seconds."""


class Asked(NamedTuple):
    """Which sets are summed, and how."""

    span: DaySpan
    grouping: Grouping
    stack_by: StackBy
    counted: tuple[Counted, ...]
    conditions: tuple[ColumnElement[bool], ...] = ()


class Sum(NamedTuple):
    """What one exercise in one routine came to on a day or in a month."""

    day: str
    exercise_id: int
    routine_id: int | None
    sets: float
    counted: tuple[int, ...]
    """In the order in which it was asked for."""
    is_weighed: bool = True
    """The body weight was known, where it was needed."""


def sums(session: Session, asked: Asked) -> Iterator[Sum]:
    """Yield the sums of work sets by day, exercise and, where asked for, routine."""
    parts = {
        Counted.LOAD: load_parts_g,
        Counted.BODY_LOAD: load_parts_g,
        Counted.REPS: rep_parts,
        Counted.HELD: held_parts_s,
    }
    columns = _columns(asked)
    query = select(
        *columns,
        func.sum(hard_set_parts()),
        *(func.sum(parts[each]()) for each in asked.counted),
    )
    rows = session.execute(_of_work_rows(query, asked).group_by(*columns))
    found = (Sum(row[0], row[1], row[2], row[3], tuple(row[4:])) for row in rows)
    if Counted.BODY_LOAD in asked.counted:
        return chain(found, _moved_bodies(session, asked))
    return found


def workouts(session: Session, asked: Asked) -> Iterator[tuple[str, int]]:
    """Yield days, or months, with the number of workouts that have a set done."""
    day = _day_or_month(asked.grouping)
    has_sets = (
        select(PerformedSet.id)
        .join(WorkoutExercise, PerformedSet.workout_exercise_id == WorkoutExercise.id)
        .where(WorkoutExercise.workout_id == Workout.id, PerformedSet.done, *asked.conditions)
        .correlate(Workout)
        .exists()
    )
    query = (
        select(day, func.count())
        .select_from(Workout)
        .where(Workout.date.between(asked.span.first, asked.span.last), has_sets)
        .group_by(day)
    )
    yield from session.execute(query)


def _moved_bodies(session: Session, asked: Asked) -> Iterator[Sum]:
    """Yield what sets moved of the body beside their weight, by day."""
    by_day = asked._replace(grouping=Grouping.DAY)
    help_g = case(
        (PerformedSet.load_mode == LoadMode.ASSISTED, func.coalesce(PerformedSet.load_g, 0)),
        else_=0,
    )
    factor = Exercise.bodyweight_factor.expression
    columns = (*_columns(by_day), factor, help_g)
    query = _of_work_rows(select(*columns, func.sum(rep_parts())), by_day)
    rows = session.execute(
        query.where(factor.is_not(None), PerformedSet.reps > 0).group_by(*columns)
    )
    days, weights = _known_weights(session, asked.span)
    place = asked.counted.index(Counted.BODY_LOAD)
    for day, exercise_id, routine_id, part, helped_g, reps in rows:
        counted = [0] * len(asked.counted)
        latest = bisect_right(days, day) - 1
        if latest >= 0:
            counted[place] = reps * moved_body_g(weights[latest], part, helped_g)
        yield Sum(day, exercise_id, routine_id, 0.0, tuple(counted), latest >= 0)


def _known_weights(session: Session, span: DaySpan) -> tuple[list[str], list[int]]:
    """Return days with a body weight and the weights in grams; a workout's own goes first."""
    found: dict[str, int] = {}
    for table in (CheckIn, Workout):
        query = select(func.substr(table.date, 1, 10), table.body_weight_g).where(
            table.body_weight_g.is_not(None), table.date <= span.last
        )
        found.update((day, weight_g) for day, weight_g in session.execute(query) if weight_g)
    days = sorted(found)
    return days, [found[day] for day in days]


def _columns(asked: Asked) -> tuple[ColumnElement[Any], ...]:
    """Return what the sums are taken by."""
    by_routine = asked.stack_by is StackBy.ROUTINE
    routine: ColumnElement[Any] = Workout.routine_id.expression if by_routine else null()
    return _day_or_month(asked.grouping), WorkoutExercise.exercise_id.expression, routine


def _of_work_rows(query: Select[Any], asked: Asked) -> Select[Any]:
    """Return the query over the work sets that are asked for."""
    return (
        query.select_from(Workout)
        .join(WorkoutExercise, WorkoutExercise.workout_id == Workout.id)
        .join(PerformedSet, PerformedSet.workout_exercise_id == WorkoutExercise.id)
        .join(Exercise, Exercise.id == WorkoutExercise.exercise_id)
        .where(
            Workout.date.between(asked.span.first, asked.span.last),
            *is_work_row(),
            *asked.conditions,
        )
    )


def _day_or_month(grouping: Grouping) -> ColumnElement[str]:
    """Return the workout's day, or the first of its month: the database gathers months.

    As text: ten thousand dates would take as long to make as all the rest.
    """
    if grouping is Grouping.MONTH:
        return func.substr(Workout.date, 1, 7).concat("-01")
    return func.substr(Workout.date, 1, 10)
