"""Logging: confirming, correcting, adding and removing the sets of a workout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, select

from leglog.errors import InvalidValue
from leglog.i18n import _
from leglog.models.base import utc_now
from leglog.models.workout import PerformedSet, Workout, WorkoutExercise
from leglog.services.positions import renumber
from leglog.services.rows import get_row
from leglog.services.set_values import SetValues, check_values, mode_with_load, write_values
from leglog.services.training_log import Action, TrainingLog
from leglog.training.vocabulary import SetType, Side

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

ONE_SIDE = (Side.LEFT, Side.RIGHT)


def log_set(log: TrainingLog, set_id: int, values: SetValues) -> None:
    """Confirm a set with these values: from here on it is done, and on disk.

    Raises InvalidValue outside of the limits or where nothing says what was done.
    """
    with log.action(Action.LOG_SET) as session:
        confirm_row(session, set_id, values)


def log_sets(log: TrainingLog, values: Mapping[int, SetValues]) -> None:
    """Confirm several sets at once, each with its values: one step, undone together."""
    with log.action(Action.LOG_SETS) as session:
        for set_id, each in values.items():
            confirm_row(session, set_id, each)


def correct_set(log: TrainingLog, set_id: int, values: SetValues) -> None:
    """Change what a set says; whether it is done stays as it is.

    A value typed into a set that is not done yet is kept with it.
    """
    with log.action(Action.CORRECT_SET) as session:
        row = get_row(session, PerformedSet, set_id)
        if row.done and values.is_empty:
            raise InvalidValue(_nothing_done())
        write_values(row, values)


def correct_sets(log: TrainingLog, values: Mapping[int, SetValues]) -> None:
    """Change several sets at once, as when a weight is offered to the rows below."""
    with log.action(Action.CORRECT_SET) as session:
        for set_id, each in values.items():
            write_values(get_row(session, PerformedSet, set_id), each)


def untick_set(log: TrainingLog, set_id: int) -> None:
    """Take the tick away; what was typed stays in the row."""
    with log.action(Action.UNTICK_SET) as session:
        row = get_row(session, PerformedSet, set_id)
        row.done, row.done_at = False, None


def add_set(log: TrainingLog, workout_exercise_id: int, like: SetValues | None = None) -> int:
    """Add a set like the last one of the exercise and return its id.

    ``like`` is what that one shows: its load may come from last time and stand in no row.
    """
    with log.action(Action.ADD_SET) as session:
        item = get_row(session, WorkoutExercise, workout_exercise_id)
        last = last_set(item)
        if last is not None and last.side in ONE_SIDE:
            added = [like_set(item, one) for one in item.sets if one.pair == last.pair]
            pair = next_pair(item)
            for one in added:
                one.pair = pair
        else:
            added = [like_set(item, last)]
        if like is not None and like.load_g is not None:
            for one in added:
                one.target_load_g, one.load_unit = like.load_g, like.load_unit
                one.load_mode = mode_with_load(one.load_mode, like.load_g)
        start = next_position(session, item)
        for place, one in enumerate(added):
            one.position = start + place
        item.sets.extend(added)
        session.flush()
        return added[0].id


def remove_set(log: TrainingLog, set_id: int) -> None:
    """Take a set out, with the other side of it; a planned one stays known as planned."""
    with log.action(Action.REMOVE_SET) as session:
        row = get_row(session, PerformedSet, set_id)
        for one in _both_sides(session, row):
            if one.planned:
                one.removed, one.done, one.done_at = True, False, None
            else:
                session.delete(one)


def change_set_type(log: TrainingLog, set_id: int, set_type: SetType) -> None:
    """Mark a set as warm-up, working, drop, to failure, or as many as possible."""
    with log.action(Action.CORRECT_SET) as session:
        for one in _both_sides(session, get_row(session, PerformedSet, set_id)):
            one.set_type = set_type


def split_sides(
    log: TrainingLog, set_id: int, values: tuple[SetValues, SetValues] | None = None
) -> None:
    """Make one row '10 each side' a left and a right row, which may then differ.

    ``values`` are what was typed for left and right; without them both keep what the row said.
    """
    with log.action(Action.SPLIT_SIDES) as session:
        row = get_row(session, PerformedSet, set_id)
        if row.side is not Side.EACH:
            raise InvalidValue(_("This set is not done side by side, so it cannot be split."))
        item = get_row(session, WorkoutExercise, row.workout_exercise_id)
        for one, each in zip(split_row(session, item, row), values or (), strict=False):
            write_values(one, each)


def join_sides(log: TrainingLog, set_id: int) -> None:
    """Make a left and a right row one row again, with the values of the left one.

    Where only the right one is done its values stay, so that nothing confirmed is lost.
    """
    with log.action(Action.JOIN_SIDES) as session:
        row = get_row(session, PerformedSet, set_id)
        if row.side not in ONE_SIDE:
            raise InvalidValue(_("This set is one row already."))
        sides = _both_sides(session, row)
        kept = next((one for one in sides if one.done), sides[0])
        for one in sides:
            if one is not kept:
                session.delete(one)
        kept.side, kept.pair = Side.EACH, None


def split_row(
    session: Session, item: WorkoutExercise, row: PerformedSet
) -> tuple[PerformedSet, PerformedSet]:
    """Make one row a left and a right one that say the same, and return both."""
    right = like_set(item, row)
    right.planned, right.done, right.done_at = row.planned, row.done, row.done_at
    right.reps, right.load_g, right.duration_s = row.reps, row.load_g, row.duration_s
    right.rpe_halves, right.distance_m = row.rpe_halves, row.distance_m
    row.side, right.side = Side.LEFT, Side.RIGHT
    row.pair = right.pair = next_pair(item)
    ordered = list(item.sets)
    ordered.insert(ordered.index(row) + 1, right)
    right.position = next_position(session, item)
    item.sets.append(right)
    session.flush()
    renumber(session, ordered)
    # The list in memory has the new row at its end, not in its place.
    session.expire(item, ["sets"])
    return row, right


def confirm_row(session: Session, set_id: int, values: SetValues) -> None:
    """Write checked values into a row and mark it as done, now where it is today's."""
    check_values(values)
    if values.is_empty:
        raise InvalidValue(_nothing_done())
    row = get_row(session, PerformedSet, set_id)
    write_values(row, values)
    if not row.done:
        row.done = True
        row.done_at = _moment_of(session, row)


_DAY = (
    select(Workout.date)
    .join(WorkoutExercise, WorkoutExercise.workout_id == Workout.id)
    .where(WorkoutExercise.id == bindparam("item_id"))
)
"""Asked for with every set, and therefore put together once."""


def _nothing_done() -> str:
    return _("Say what was done first: reps, seconds or a distance.")


def _moment_of(session: Session, row: PerformedSet) -> dt.datetime | None:
    """Return now for a workout of today, None for one that is written down later."""
    now = utc_now()
    day = session.scalar(_DAY, {"item_id": row.workout_exercise_id})
    return now if day == now.astimezone().date() else None


def _both_sides(session: Session, row: PerformedSet) -> list[PerformedSet]:
    """Return the set's rows: itself, or left and right in this order."""
    if row.pair is None:
        return [row]
    rows = session.scalars(
        select(PerformedSet)
        .where(
            PerformedSet.workout_exercise_id == row.workout_exercise_id,
            PerformedSet.pair == row.pair,
        )
        .order_by(PerformedSet.side)
    )
    return list(rows)


def last_set(item: WorkoutExercise) -> PerformedSet | None:
    """Return the last set that stands in the form; of removed ones only if there is no other."""
    standing = [one for one in item.sets if not one.removed] or item.sets
    return standing[-1] if standing else None


def like_set(item: WorkoutExercise, last: PerformedSet | None) -> PerformedSet:
    """Return a new, unplanned set with the targets of ``last`` and what it shows."""
    if last is None:
        return PerformedSet(workout_exercise_id=item.id)
    return PerformedSet(
        set_type=last.set_type,
        side=last.side,
        pair=last.pair,
        target_reps_min=last.target_reps_min,
        target_reps_max=last.target_reps_max,
        target_s_min=last.target_s_min,
        target_s_max=last.target_s_max,
        target_load_g=last.load_g or last.target_load_g,
        load_unit=last.load_unit,
        load_mode=last.load_mode,
        band=last.band,
    )


def next_pair(item: WorkoutExercise) -> int:
    """Return a number that no left and right of the exercise share yet."""
    return max((one.pair or 0 for one in item.sets), default=0) + 1


def next_position(session: Session, item: WorkoutExercise) -> int:
    """Return the place after the last set, removed ones counted."""
    highest = session.scalar(
        select(func.max(PerformedSet.position)).where(PerformedSet.workout_exercise_id == item.id)
    )
    return 0 if highest is None else highest + 1
