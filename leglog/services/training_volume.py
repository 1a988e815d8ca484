"""Training by day, week or month: hard sets, load and seconds held, stacked as asked for."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from sqlalchemy import func, null, select

from leglog.models.exercise import Exercise
from leglog.models.workout import PerformedSet, Workout, WorkoutExercise
from leglog.services.set_rows import exercise_muscles
from leglog.services.set_sums import hard_set_parts, held_parts_s, is_work_row, load_parts_g
from leglog.training.muscles import by_group, group_shares, pattern_group
from leglog.training.periods import DaySpan, Grouping, bucket_span, bucket_start, bucket_starts
from leglog.training.volume import share_out

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

    from leglog.training.vocabulary import Muscle, MuscleGroup

Key = str | int | None
"""What a bar is stacked by: a muscle or pattern group, the id of an exercise or routine, or None
for what belongs to none of them."""


_Number = TypeVar("_Number", int, float)


class StackBy(StrEnum):
    """What the parts of a bar are."""

    MUSCLE = "muscle"
    PATTERN = "pattern"
    EXERCISE = "exercise"
    ROUTINE = "routine"


@dataclass(frozen=True, slots=True)
class Only:
    """Which sets count: of any of these exercises, that train any of these muscles, and so on.

    Nothing chosen of a kind is every one of it.
    """

    exercise_ids: frozenset[int] = frozenset()
    muscles: frozenset[MuscleGroup] = frozenset()
    routine_ids: frozenset[int] = frozenset()


EVERYTHING = Only()


@dataclass(frozen=True, slots=True)
class VolumeBucket:
    """The training of a stretch of days; parts that did nothing are absent."""

    days: DaySpan
    workouts: int
    hard_sets: Mapping[Key, float]
    """Of muscles by their share, so that a set counts in several; else each set once."""
    load_g: Mapping[Key, int]
    """Weight × reps; shared out to the muscles, so that the parts add up."""
    held_s: Mapping[Key, int]
    """Seconds held, shared out likewise."""
    total_hard_sets: float
    so_far: bool = False
    """It holds today and is not over."""

    @property
    def total_load_g(self) -> int:
        """Weight × reps of all sets."""
        return sum(self.load_g.values())

    @property
    def total_held_s(self) -> int:
        """Seconds held in all sets."""
        return sum(self.held_s.values())


@dataclass(slots=True)
class _Running:
    """A bucket that is being added up."""

    workouts: int
    sets: dict[Key, float]
    load_g: dict[Key, int]
    held_s: dict[Key, int]
    total_sets: float = 0.0


class _Sum(NamedTuple):
    """What one exercise in one routine came to on a day or in a month."""

    day: str
    exercise_id: int
    routine_id: int | None
    sets: float
    load_g: int
    held_s: int


def volume_buckets(
    session: Session,
    span: DaySpan,
    grouping: Grouping,
    starts_on: int,
    today: dt.date,
    stack_by: StackBy = StackBy.MUSCLE,
    only: Only = EVERYTHING,
) -> tuple[VolumeBucket, ...]:
    """Return the training of every bucket that touches the span, also of empty ones.

    The first and last bucket hold only their days inside of the span.
    """
    running = {start: _new() for start in bucket_starts(span, grouping, starts_on)}
    starts: dict[str, dt.date] = {}
    muscles = exercise_muscles(session)
    add = _adder(session, stack_by, muscles)
    conditions = _conditions(only, muscles)

    def bucket_of(day: str) -> _Running:
        if day not in starts:
            starts[day] = bucket_start(_day(day), grouping, starts_on)
        return running[starts[day]]

    for one in _sums(session, span, grouping, stack_by, conditions):
        bucket = bucket_of(one.day)
        bucket.total_sets += one.sets
        add(bucket, one)
    for day, count in _workouts(session, span, grouping, conditions):
        bucket_of(day).workouts += count
    return tuple(
        VolumeBucket(
            days=(days := bucket_span(start, grouping, starts_on)),
            workouts=bucket.workouts,
            hard_sets=_present(bucket.sets, only, stack_by),
            load_g=_present(bucket.load_g, only, stack_by),
            held_s=_present(bucket.held_s, only, stack_by),
            total_hard_sets=bucket.total_sets,
            so_far=days.first <= today < days.last,
        )
        for start, bucket in running.items()
    )


def volume_of(session: Session, span: DaySpan, stack_by: StackBy = StackBy.MUSCLE) -> VolumeBucket:
    """Return the training of the whole span as one bucket."""
    bucket, muscles = _new(), exercise_muscles(session)
    add = _adder(session, stack_by, muscles)
    for one in _sums(session, span, Grouping.MONTH, stack_by, ()):
        bucket.total_sets += one.sets
        add(bucket, one)
    workouts = sum(count for _day, count in _workouts(session, span, Grouping.MONTH, ()))
    return VolumeBucket(
        span, workouts, dict(bucket.sets), dict(bucket.load_g), dict(bucket.held_s),
        bucket.total_sets,
    )  # fmt: skip


def _new() -> _Running:
    return _Running(0, defaultdict(float), defaultdict(int), defaultdict(int))


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _conditions(
    only: Only, muscles: Mapping[int, Mapping[Muscle, float]]
) -> tuple[ColumnElement[bool], ...]:
    found: list[ColumnElement[bool]] = []
    if only.exercise_ids:
        found.append(WorkoutExercise.exercise_id.in_(only.exercise_ids))
    if only.routine_ids:
        found.append(Workout.routine_id.in_(only.routine_ids))
    if only.muscles:
        ids = [one for one, shares in muscles.items() if only.muscles & group_shares(shares).keys()]
        found.append(WorkoutExercise.exercise_id.in_(ids))
    return tuple(found)


def _sums(
    session: Session,
    span: DaySpan,
    grouping: Grouping,
    stack_by: StackBy,
    conditions: Iterable[ColumnElement[bool]],
) -> Iterator[_Sum]:
    """Yield the sums of work sets by day, exercise and, where asked for, routine."""
    day = _day_or_month(grouping)
    parts: list[ColumnElement[Any]] = [day, WorkoutExercise.exercise_id.expression]
    routine: ColumnElement[Any] = null()
    if stack_by is StackBy.ROUTINE:
        routine = Workout.routine_id.expression
        parts.append(routine)
    query = (
        select(
            day,
            WorkoutExercise.exercise_id,
            routine,
            func.sum(hard_set_parts()),
            func.sum(load_parts_g()),
            func.sum(held_parts_s()),
        )
        .select_from(Workout)
        .join(WorkoutExercise, WorkoutExercise.workout_id == Workout.id)
        .join(PerformedSet, PerformedSet.workout_exercise_id == WorkoutExercise.id)
        .join(Exercise, Exercise.id == WorkoutExercise.exercise_id)
        .where(Workout.date.between(span.first, span.last), *is_work_row(), *conditions)
        .group_by(*parts)
    )
    return map(_Sum._make, session.execute(query))


def _day_or_month(grouping: Grouping) -> ColumnElement[str]:
    """Return the workout's day, or the first of its month: the database gathers months.

    As text: ten thousand dates would take as long to make as all the rest.
    """
    if grouping is Grouping.MONTH:
        return func.substr(Workout.date, 1, 7).concat("-01")
    return func.substr(Workout.date, 1, 10)


def _workouts(
    session: Session,
    span: DaySpan,
    grouping: Grouping,
    conditions: Iterable[ColumnElement[bool]],
) -> Iterator[tuple[str, int]]:
    """Yield days, or months, with the number of workouts that have a set done."""
    day = _day_or_month(grouping)
    has_sets = (
        select(PerformedSet.id)
        .join(WorkoutExercise, PerformedSet.workout_exercise_id == WorkoutExercise.id)
        .where(WorkoutExercise.workout_id == Workout.id, PerformedSet.done, *conditions)
        .correlate(Workout)
        .exists()
    )
    query = (
        select(day, func.count())
        .select_from(Workout)
        .where(Workout.date.between(span.first, span.last), has_sets)
        .group_by(day)
    )
    yield from session.execute(query)


def _adder(
    session: Session, stack_by: StackBy, muscles: Mapping[int, Mapping[Muscle, float]]
) -> Callable[[_Running, _Sum], None]:
    if stack_by is StackBy.MUSCLE:
        shares = {one: group_shares(parts) for one, parts in muscles.items()}
        weights = {one: by_group(parts) for one, parts in muscles.items()}
        alone: dict[MuscleGroup | None, float] = {None: 1.0}
        return lambda bucket, one: _add_by_muscle(
            bucket, one, shares.get(one.exercise_id, alone), weights.get(one.exercise_id, alone)
        )
    patterns = dict(session.execute(select(Exercise.id, Exercise.pattern)).all())
    keys: dict[StackBy, Callable[[_Sum], Key]] = {
        StackBy.PATTERN: lambda one: pattern_group(patterns[one.exercise_id]),
        StackBy.EXERCISE: lambda one: one.exercise_id,
        StackBy.ROUTINE: lambda one: one.routine_id,
    }
    key_of = keys[stack_by]
    return lambda bucket, one: _add_whole(bucket, one, key_of(one))


def _add_whole(bucket: _Running, one: _Sum, key: Key) -> None:
    if one.sets:
        bucket.sets[key] += one.sets
    if one.load_g:
        bucket.load_g[key] += one.load_g
    if one.held_s:
        bucket.held_s[key] += one.held_s


def _add_by_muscle(
    bucket: _Running,
    one: _Sum,
    groups: Mapping[MuscleGroup | None, float],
    weights: Mapping[MuscleGroup | None, float],
) -> None:
    if one.sets:
        for group, share in groups.items():
            bucket.sets[group] += one.sets * share
    for total, into in ((one.load_g, bucket.load_g), (one.held_s, bucket.held_s)):
        if total:
            for group, part in share_out(total, weights).items():
                into[group] += part


def _present(parts: Mapping[Key, _Number], only: Only, stack_by: StackBy) -> dict[Key, _Number]:
    """Return the parts, of muscles only those that were asked for."""
    if not only.muscles or stack_by is not StackBy.MUSCLE:
        return dict(parts)
    return {key: part for key, part in parts.items() if key in only.muscles}
