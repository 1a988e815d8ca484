"""Training by day, week or month: hard sets, load, reps, seconds held, stacked as asked for."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import select

from leglog.models.exercise import Exercise
from leglog.models.workout import Workout, WorkoutExercise
from leglog.services.set_rows import exercise_muscles
from leglog.services.volume_sums import Asked, Counted, StackBy, sums, workouts
from leglog.training.muscles import by_group, group_shares, pattern_group
from leglog.training.periods import DaySpan, Grouping, bucket_span, bucket_start, bucket_starts
from leglog.training.volume import share_out

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

    from leglog.services.volume_sums import Sum
    from leglog.training.vocabulary import Muscle, MuscleGroup

Key = str | int | None
"""What a bar is stacked by: a muscle or pattern group, the id of an exercise or routine, or None
for what belongs to none of them."""


_Number = TypeVar("_Number", int, float)


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
    counted: Mapping[Counted, Mapping[Key, int]]
    """What else was asked for; shared out to the muscles, so that the parts add up."""
    total_hard_sets: float
    so_far: bool = False
    """It holds today and is not over."""
    unweighed_days: int = 0
    """Days whose body weight was not known when it was asked for: it is left out there."""

    @property
    def load_g(self) -> Mapping[Key, int]:
        """Weight × reps."""
        return self.counted[Counted.LOAD]

    def total(self, counted: Counted) -> int:
        """Return what all sets come to."""
        return sum(self.counted[counted].values())

    @property
    def total_load_g(self) -> int:
        """Weight × reps of all sets."""
        return self.total(Counted.LOAD)


@dataclass(slots=True)
class _Running:
    """A bucket that is being added up."""

    counted: dict[Counted, dict[Key, int]]
    workouts: int = 0
    sets: dict[Key, float] = field(default_factory=lambda: defaultdict(float))
    total_sets: float = 0.0
    unweighed: set[str] = field(default_factory=set)


def volume_buckets(
    session: Session,
    span: DaySpan,
    grouping: Grouping,
    starts_on: int,
    today: dt.date,
    stack_by: StackBy = StackBy.MUSCLE,
    only: Only = EVERYTHING,
    counted: Sequence[Counted] = (Counted.LOAD,),
) -> tuple[VolumeBucket, ...]:
    """Return the training of every bucket that touches the span, also of empty ones.

    The first and last bucket hold only their days inside of the span.
    """
    running = {start: _new(counted) for start in bucket_starts(span, grouping, starts_on)}
    starts: dict[str, dt.date] = {}
    muscles = exercise_muscles(session)
    add = _adder(session, stack_by, muscles)
    asked = Asked(span, grouping, stack_by, tuple(counted), _conditions(only, muscles))

    def bucket_of(day: str) -> _Running:
        if day not in starts:
            starts[day] = bucket_start(_day(day), grouping, starts_on)
        return running[starts[day]]

    for one in sums(session, asked):
        add(bucket_of(one.day), one)
    for day, count in workouts(session, asked):
        bucket_of(day).workouts += count
    return tuple(
        VolumeBucket(
            days=(days := bucket_span(start, grouping, starts_on)),
            workouts=bucket.workouts,
            hard_sets=_present(bucket.sets, only, stack_by),
            counted={
                kind: _present(parts, only, stack_by) for kind, parts in bucket.counted.items()
            },
            total_hard_sets=bucket.total_sets,
            so_far=days.first <= today < days.last,
            unweighed_days=len(bucket.unweighed),
        )
        for start, bucket in running.items()
    )


def volume_of(
    session: Session,
    span: DaySpan,
    stack_by: StackBy = StackBy.MUSCLE,
    counted: Sequence[Counted] = (Counted.LOAD,),
) -> VolumeBucket:
    """Return the training of the whole span as one bucket."""
    bucket = _new(counted)
    add = _adder(session, stack_by, exercise_muscles(session))
    asked = Asked(span, Grouping.MONTH, stack_by, tuple(counted))
    for one in sums(session, asked):
        add(bucket, one)
    done = sum(count for _month, count in workouts(session, asked))
    parts = {kind: dict(each) for kind, each in bucket.counted.items()}
    return VolumeBucket(
        span, done, dict(bucket.sets), parts, bucket.total_sets,
        unweighed_days=len(bucket.unweighed),
    )  # fmt: skip


def _new(counted: Sequence[Counted]) -> _Running:
    return _Running({kind: defaultdict(int) for kind in counted})


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


def _adder(
    session: Session, stack_by: StackBy, muscles: Mapping[int, Mapping[Muscle, float]]
) -> Callable[[_Running, Sum], None]:
    if stack_by is StackBy.MUSCLE:
        shares = {one: group_shares(parts) for one, parts in muscles.items()}
        weights = {one: by_group(parts) for one, parts in muscles.items()}
        alone: dict[MuscleGroup | None, float] = {None: 1.0}
        return lambda bucket, one: _add_by_muscle(
            bucket, one, shares.get(one.exercise_id, alone), weights.get(one.exercise_id, alone)
        )
    patterns = dict(session.execute(select(Exercise.id, Exercise.pattern)).all())
    keys: dict[StackBy, Callable[[Sum], Key]] = {
        StackBy.PATTERN: lambda one: pattern_group(patterns[one.exercise_id]),
        StackBy.EXERCISE: lambda one: one.exercise_id,
        StackBy.ROUTINE: lambda one: one.routine_id,
    }
    key_of = keys[stack_by]
    return lambda bucket, one: _add_whole(bucket, one, key_of(one))


def _add(bucket: _Running, one: Sum) -> None:
    """Add what does not depend on how the bars are stacked."""
    bucket.total_sets += one.sets
    if not one.is_weighed:
        bucket.unweighed.add(one.day)


def _add_whole(bucket: _Running, one: Sum, key: Key) -> None:
    _add(bucket, one)
    if one.sets:
        bucket.sets[key] += one.sets
    for into, total in zip(bucket.counted.values(), one.counted, strict=True):
        if total:
            into[key] += total


def _add_by_muscle(
    bucket: _Running,
    one: Sum,
    groups: Mapping[MuscleGroup | None, float],
    weights: Mapping[MuscleGroup | None, float],
) -> None:
    _add(bucket, one)
    if one.sets:
        for group, share in groups.items():
            bucket.sets[group] += one.sets * share
    for into, total in zip(bucket.counted.values(), one.counted, strict=True):
        if total:
            for group, part in share_out(total, weights).items():
                into[group] += part


def _present(parts: Mapping[Key, _Number], only: Only, stack_by: StackBy) -> dict[Key, _Number]:
    """Return the parts, of muscles only those that were asked for."""
    if not only.muscles or stack_by is not StackBy.MUSCLE:
        return dict(parts)
    return {key: part for key, part in parts.items() if key in only.muscles}
