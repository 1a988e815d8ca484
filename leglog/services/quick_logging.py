"""Logs typed lines: all that they say in one action, which one undo takes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.models.exercise import Exercise
from leglog.models.workout import PerformedSet, WorkoutExercise
from leglog.services.load_modes import usual_load_mode
from leglog.services.positions import renumber
from leglog.services.rows import get_row
from leglog.services.sets import (
    ONE_SIDE,
    confirm_row,
    last_set,
    like_set,
    next_position,
    split_row,
)
from leglog.services.training_log import Action, TrainingLog
from leglog.services.workout_exercises import add_to_workout
from leglog.training.vocabulary import LoadMode, SetType, Side

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from leglog.services.quick_plan import QuickEntry, QuickPart, QuickPlan

_WITH_LOAD = (LoadMode.EXTERNAL, LoadMode.PER_DUMBBELL, LoadMode.NONE)


def log_quick_lines(
    log: TrainingLog, workout_id: int, plans: Iterable[QuickPlan]
) -> tuple[int, ...]:
    """Do what typed lines say and return the ids of the workout's exercises they were for.

    Everything is one step. Raises NotFound where a row is gone by now and InvalidValue for a
    value outside of the limits; then nothing was written.
    """
    with log.action(Action.LOG_QUICK_LINE) as session:
        added: dict[int, int] = {}
        done = []
        for plan in plans:
            block_id = plan.block_id or added.get(plan.exercise_id)
            item, empty = _place(session, workout_id, plan, block_id)
            added[plan.exercise_id] = item.id
            _write_plan(session, item, plan, empty)
            done.append(item.id)
        return tuple(dict.fromkeys(done))


def _place(
    session: Session, workout_id: int, plan: QuickPlan, block_id: int | None
) -> tuple[WorkoutExercise, list[PerformedSet]]:
    """Return the exercise of the workout; one that is added comes with its empty sets."""
    if block_id is not None:
        return get_row(session, WorkoutExercise, block_id), []
    item = add_to_workout(session, workout_id, plan.exercise_id, sets=len(plan.entries) or None)
    return item, list(item.sets)


def _write_plan(
    session: Session, item: WorkoutExercise, plan: QuickPlan, empty: list[PerformedSet]
) -> None:
    if plan.skipped:
        item.skipped, item.skip_reason = True, plan.reason
        return
    if plan.note:
        item.note = "; ".join(part for part in (item.note, plan.note) if part)
    if plan.entries and item.skipped:
        # What was done after all is not left out.
        item.skipped, item.skip_reason = False, ""
    for entry in plan.entries:
        rows = [get_row(session, PerformedSet, row_id) for row_id in entry.row_ids]
        if not rows:
            rows = [empty.pop(0) if empty else _new_row(session, item)]
            _set_kind(session, item, rows[0], warm_up=entry.warm_up)
        _write_entry(session, item, entry, rows)
    session.flush()


def _write_entry(
    session: Session, item: WorkoutExercise, entry: QuickEntry, rows: list[PerformedSet]
) -> None:
    if len(rows) == 1 and rows[0].side not in ONE_SIDE and _is_one_sided(entry):
        rows = list(split_row(session, item, rows[0]))
    parts = list(entry.parts)
    if len(parts) == 1 and parts[0].side in ONE_SIDE:
        rows = [row for row in rows if row.side is parts[0].side]
    by_side = sorted(rows, key=lambda row: row.side is Side.RIGHT)
    for row, part in zip(by_side, parts, strict=True):
        _write_part(session, row, part)


def _is_one_sided(entry: QuickEntry) -> bool:
    return any(part.side in ONE_SIDE for part in entry.parts)


def _write_part(session: Session, row: PerformedSet, part: QuickPart) -> None:
    if part.side is Side.EACH and row.side is Side.BOTH:
        row.side = Side.EACH
    if part.on_body and row.load_mode in _WITH_LOAD:
        row.load_mode = LoadMode.BODYWEIGHT
    confirm_row(session, row.id, part.values)


def _new_row(session: Session, item: WorkoutExercise) -> PerformedSet:
    """Add a row like the last one, with what a load of the exercise usually means."""
    row = like_set(item, last_set(item))
    if row.side in ONE_SIDE:
        row.side = Side.EACH
    exercise = session.get(Exercise, item.exercise_id)
    if exercise is not None and row.load_mode is not LoadMode.BAND:
        row.load_mode = usual_load_mode(exercise)
    row.pair = None
    row.position = next_position(session, item)
    item.sets.append(row)
    session.flush()
    return row


def _set_kind(session: Session, item: WorkoutExercise, row: PerformedSet, *, warm_up: bool) -> None:
    """Make a new row a warm-up set, before the others, or a working set."""
    if not warm_up:
        row.set_type = SetType.WORKING if row.set_type is SetType.WARM_UP else row.set_type
        return
    row.set_type = SetType.WARM_UP
    others = [one for one in item.sets if one is not row]
    place = sum(one.set_type is SetType.WARM_UP for one in others)
    renumber(session, [*others[:place], row, *others[place:]])
    session.expire(item, ["sets"])
