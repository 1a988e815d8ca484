"""The figures of a set as SQL, so that ten years are summed where they are stored.

They say what ``training.volume`` says of one set; a test holds both against each other. The parts
are those of work sets: a query has ``is_work_row`` among its conditions, so that the database asks
once for each row, and for exercises and sections before it looks for their sets.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import and_, case, or_

from leglog.models.exercise import Exercise
from leglog.models.workout import PerformedSet, WorkoutExercise
from leglog.training.vocabulary import UNCOUNTED_SECTIONS, Category, LoadMode, SetType, Side
from leglog.training.volume import EASY_UP_TO_RPE_HALVES, MIN_HOLD_S

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

_SIDES = case((PerformedSet.side == Side.EACH, 2), else_=1)


def is_work_row() -> tuple[ColumnElement[bool], ...]:
    """Return what a row must fulfil to be a work set (``training.volume.is_work_set``)."""
    return (
        PerformedSet.done.expression,
        PerformedSet.set_type != SetType.WARM_UP,
        Exercise.category.in_((Category.STRENGTH, Category.CORE)),
        WorkoutExercise.section.not_in(UNCOUNTED_SECTIONS),
    )


@cache
def hard_set_parts() -> ColumnElement[float]:
    """Return how many hard sets a work row is (``training.volume.hard_sets``)."""
    enough = or_(PerformedSet.reps > 0, PerformedSet.duration_s >= MIN_HOLD_S)
    hard = or_(PerformedSet.rpe_halves.is_(None), PerformedSet.rpe_halves > EASY_UP_TO_RPE_HALVES)
    part = case((PerformedSet.side.in_((Side.LEFT, Side.RIGHT)), 0.5), else_=1.0)
    return case((and_(enough, hard), part), else_=0.0)


@cache
def load_parts_g() -> ColumnElement[int]:
    """Return the volume load of a work row in grams (``training.volume.volume_load_g``)."""
    mode = PerformedSet.load_mode
    times = case(
        (mode == LoadMode.PER_DUMBBELL, 2),
        (mode.in_((LoadMode.EXTERNAL, LoadMode.ADDED)), 1),
        else_=0,
    )
    product = PerformedSet.reps * PerformedSet.load_g * times * _SIDES
    known = and_(PerformedSet.reps > 0, PerformedSet.load_g.is_not(None))
    return case((known, product), else_=0)


@cache
def rep_parts() -> ColumnElement[int]:
    """Return the repetitions of a work row (``training.volume.repetitions``)."""
    return case((PerformedSet.reps > 0, PerformedSet.reps * _SIDES), else_=0)


@cache
def held_parts_s() -> ColumnElement[int]:
    """Return the seconds held in a work row (``training.volume.time_under_tension_s``)."""
    times = case((PerformedSet.reps.is_(None), 1), else_=PerformedSet.reps)
    held = PerformedSet.duration_s * times * _SIDES
    return case((PerformedSet.duration_s > 0, held), else_=0)
