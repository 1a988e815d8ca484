"""Whole workouts: copying one, joining two of a day, parting one in two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select, update

from leglog.errors import InvalidValue
from leglog.i18n import _
from leglog.models.pain import PainRating
from leglog.models.set_counts import read_set_counts
from leglog.models.workout import PerformedSet, PlannedWorkout, Workout, WorkoutExercise
from leglog.services.plain_sql import fetching
from leglog.services.positions import renumber
from leglog.services.rows import get_row
from leglog.services.training_log import Action, TrainingLog
from leglog.services.workouts import WorkoutTimes, check_day, move_workout
from leglog.training.vocabulary import Moment, WorkoutState

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

_OWN = frozenset({"id", "uuid", "changed_at", "workout_id", "workout_exercise_id", "done_at"})
"""Columns that a copy has anew, or not at all."""


@dataclass(frozen=True, slots=True)
class WorkoutName:
    """A workout to choose among others."""

    id: int
    title: str
    date: dt.date
    sets: int
    """Done, counted as in ``training.set_counts``."""


def duplicate_workout(log: TrainingLog, workout_id: int, day: dt.date) -> int:
    """Add a copy on ``day`` with its sets as they are, and return the copy's id.

    Ratings and clock times belong to the one that was. Raises InvalidValue for a day to come.
    """
    check_day(day)
    with log.action(Action.DUPLICATE_WORKOUT) as session:
        past = get_row(session, Workout, workout_id)
        copy = Workout(
            title=past.title,
            routine_id=past.routine_id,
            routine_name=past.routine_name,
            date=day,
            note=past.note,
            state=past.state,
            exercises=[_copied(item) for item in past.exercises],
        )
        session.add(copy)
        session.flush()
        return copy.id


def merge_workouts(log: TrainingLog, kept_id: int, other_id: int) -> None:
    """Put all of another workout of the same day into this one.

    The back before it is that of the earlier one, after it that of the later one, and during it
    the worse of both. Raises InvalidValue for workouts of two days or one with itself.
    """
    with log.action(Action.MERGE_WORKOUTS) as session:
        kept, other = get_row(session, Workout, kept_id), get_row(session, Workout, other_id)
        if kept.id == other.id or kept.date != other.date:
            raise InvalidValue(_("Only two workouts of the same day can be merged."))
        first, second = sorted((kept, other), key=_begin)
        _merge_ratings(session, first.id, second.id, kept.id)
        _merge_heads(kept, first, second)
        _merge_plans(session, kept.id, other.id)
        _hand_over(session, other.exercises, kept)
        session.flush()
        session.expire(other)
        session.delete(other)


def split_workout(log: TrainingLog, workout_exercise_id: int) -> int:
    """Make a workout of its own from an exercise on, and return its id.

    Ratings and clock times stay with the first part. Raises InvalidValue for its first exercise.
    """
    with log.action(Action.SPLIT_WORKOUT) as session:
        item = get_row(session, WorkoutExercise, workout_exercise_id)
        whole = get_row(session, Workout, item.workout_id)
        items = list(whole.exercises)
        if items[0] is item:
            raise InvalidValue(
                _("Everything would go to the second part."), _("Choose a later exercise.")
            )
        rest = Workout(
            title=whole.title,
            routine_id=whole.routine_id,
            routine_name=whole.routine_name,
            date=whole.date,
            state=whole.state,
        )
        session.add(rest)
        session.flush()
        _hand_over(session, items[items.index(item) :], rest)
        return rest.id


def move_to_day(log: TrainingLog, workout_id: int, day: dt.date) -> None:
    """Move a workout with its ratings to another day, at the same time of that day.

    Raises InvalidValue for a day to come.
    """
    with log.reading() as session:
        workout = get_row(session, Workout, workout_id)
        by = day - workout.date
        start, end = (_later(each, by) for each in (workout.started_at, workout.ended_at))
    move_workout(log, workout_id, WorkoutTimes(day, start, end))


def others_of_day(log: TrainingLog, workout_id: int) -> tuple[WorkoutName, ...]:
    """Return the other workouts of the same day. Raises NotFound."""
    with log.reading() as session:
        workout = get_row(session, Workout, workout_id)
        others = session.scalars(
            select(Workout)
            .where(Workout.date == workout.date, Workout.id != workout_id)
            .order_by(Workout.id)
        )
        return _names(session, others.all())


def latest_workouts(log: TrainingLog, most: int) -> tuple[WorkoutName, ...]:
    """Return the newest finished workouts, to be done again: each title once."""
    with log.reading() as session:
        rows = session.scalars(
            select(Workout)
            .where(Workout.state == WorkoutState.FINISHED)
            .order_by(Workout.date.desc(), Workout.id.desc())
            .limit(most * 8)
        )
        newest: dict[str, Workout] = {}
        for row in rows:
            newest.setdefault(row.title, row)
        return _names(session, list(newest.values())[:most])


def _names(session: Session, found: Sequence[Workout]) -> tuple[WorkoutName, ...]:
    counts = read_set_counts(fetching(session), [workout.id for workout in found])
    return tuple(
        WorkoutName(workout.id, workout.title, workout.date, counts[workout.id].done)
        for workout in found
    )


def _begin(workout: Workout) -> tuple[bool, object, int]:
    return (workout.started_at is None, workout.started_at or 0, workout.id)


def _later(instant: dt.datetime | None, by: dt.timedelta) -> dt.datetime | None:
    """Move an instant by whole days on the clock of this place."""
    if instant is None or not by:
        return instant
    return (instant.astimezone().replace(tzinfo=None) + by).astimezone()


def _copied(item: WorkoutExercise) -> WorkoutExercise:
    columns = {
        column.key: getattr(item, column.key)
        for column in WorkoutExercise.__table__.columns
        if column.key not in _OWN
    }
    return WorkoutExercise(**columns, sets=[_copied_set(one) for one in item.sets])


def _copied_set(one: PerformedSet) -> PerformedSet:
    columns = {
        column.key: getattr(one, column.key)
        for column in PerformedSet.__table__.columns
        if column.key not in _OWN
    }
    return PerformedSet(**columns)


def _merge_ratings(session: Session, first_id: int, second_id: int, kept_id: int) -> None:
    rows = session.scalars(
        select(PainRating).where(PainRating.workout_id.in_((first_id, second_id)))
    )
    by_moment: dict[Moment, list[PainRating]] = {}
    for row in sorted(rows, key=lambda row: row.workout_id != first_id):
        by_moment.setdefault(row.moment, []).append(row)
    stay = {
        moment: max(both, key=lambda row: row.score)
        if moment is Moment.DURING
        else both[-1 if moment is Moment.AFTER else 0]
        for moment, both in by_moment.items()
    }
    for both in by_moment.values():
        for row in both:
            if row is not stay[row.moment]:
                session.delete(row)
    session.flush()
    for row in stay.values():
        row.workout_id = kept_id
    session.flush()


def _merge_heads(kept: Workout, first: Workout, second: Workout) -> None:
    notes = [workout.note for workout in (first, second) if workout.note]
    kept.note = "\n".join(notes)
    if first.started_at is not None:
        kept.utc_offset_min = first.utc_offset_min
    starts = [each.started_at for each in (first, second) if each.started_at is not None]
    ends = [each.ended_at for each in (first, second) if each.ended_at is not None]
    kept.started_at = min(starts, default=None)
    kept.ended_at = max(ends, default=None)
    if WorkoutState.OPEN in (first.state, second.state):
        kept.state = WorkoutState.OPEN


def _merge_plans(session: Session, kept_id: int, other_id: int) -> None:
    """Let the planned day of the other one be done by the merged one, if it has none itself."""
    taken = select(PlannedWorkout.id).where(PlannedWorkout.workout_id == kept_id)
    if session.scalar(taken) is None:
        session.execute(
            update(PlannedWorkout)
            .where(PlannedWorkout.workout_id == other_id)
            .values(workout_id=kept_id)
        )


def _hand_over(session: Session, items: Sequence[WorkoutExercise], to: Workout) -> None:
    """Move exercises to the end of another workout, section by section."""
    own = list(to.exercises)
    places = max((item.position for item in own), default=-1) + 1
    supersets = max((item.superset or 0 for item in own), default=0)
    moved = list(items)
    source = get_row(session, Workout, moved[0].workout_id) if moved else to
    for place, item in enumerate(moved, start=places):
        session.execute(
            update(WorkoutExercise)
            .where(WorkoutExercise.id == item.id)
            .values(
                workout_id=to.id,
                position=place,
                superset=None if item.superset is None else item.superset + supersets,
            )
        )
    session.expire(source)
    session.expire(to)
    ordered = sorted(to.exercises, key=lambda item: item.section.order)
    renumber(session, ordered)
