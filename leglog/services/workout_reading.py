"""Reading a workout into its form: plan, last time, what a set would log, and what was done."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import Row, Select, bindparam, select

from leglog.errors import NotFound
from leglog.i18n import _
from leglog.models.exercise import Exercise
from leglog.models.pain import PainRating
from leglog.models.workout import PerformedSet, Workout, WorkoutExercise
from leglog.services.last_time import sets_last_time
from leglog.services.set_prefill import last_in_place, prefilled
from leglog.services.set_values import SetValues
from leglog.services.workout_form import ExerciseBlock, Ratings, SetRow, Target, WorkoutForm
from leglog.services.workout_volume import last_volume_g, volume_of_blocks_g
from leglog.training.vocabulary import Moment, SetType, WorkoutState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy.orm import Session

    from leglog.services.last_time import Earlier, LastSet
    from leglog.services.training_log import TrainingLog
    from leglog.training.vocabulary import Measure

AnyRow = Row[*tuple[Any, ...]]


def open_workouts(log: TrainingLog) -> tuple[int, ...]:
    """Return the ids of unfinished workouts, the newest first."""
    with log.reading() as session:
        return tuple(
            session.scalars(
                select(Workout.id)
                .where(Workout.state == WorkoutState.OPEN)
                .order_by(Workout.date.desc(), Workout.id.desc())
            )
        )


def workout_form(
    log: TrainingLog, workout_id: int, before: WorkoutForm | None = None
) -> WorkoutForm:
    """Return everything that the form shows; raises NotFound.

    ``before``, the form as it was read last, saves looking for last time again; that depends on
    the day and on other workouts alone.
    """
    with log.reading() as session:
        workout = session.execute(_workout_query(workout_id)).one_or_none()
        if workout is None:
            raise NotFound(_("That workout is no longer there."))
        if before is not None and before.date != workout.date:
            before = None
        items = session.execute(_items_query(workout_id)).all()
        earlier = _earlier(session, workout, items, before)
        rows = _rows(session, workout_id)
        blocks = tuple(
            _block(item, rows[item.id], earlier.get(item.exercise_id, ())) for item in items
        )
        return WorkoutForm(
            **workout._asdict(),
            blocks=blocks,
            ratings=_ratings(session, workout_id),
            volume_load_g=volume_of_blocks_g(blocks),
            last_volume_load_g=before.last_volume_load_g
            if before
            else last_volume_g(session, workout.routine_id, workout_id, workout.date),
            earlier=earlier,
        )


def with_sets_read_again(log: TrainingLog, form: WorkoutForm) -> WorkoutForm:
    """Return the form as it is now, where nothing but sets has changed since it was read."""
    with log.reading() as session:
        rows = _rows(session, form.id)
    blocks = []
    for block in form.blocks:
        last = form.earlier.get(block.exercise_id, ())
        blocks.append(replace(block, sets=tuple(_numbered(rows[block.id], last, block.measure))))
    return replace(form, blocks=tuple(blocks), volume_load_g=volume_of_blocks_g(blocks))


def _workout_query(workout_id: int) -> Select[*tuple[Any, ...]]:
    """Return the columns that ``WorkoutForm`` takes as they are, under its names."""
    return select(
        Workout.id,
        Workout.title,
        Workout.date,
        Workout.started_at,
        Workout.ended_at,
        Workout.note,
        Workout.state,
        Workout.routine_id,
    ).where(Workout.id == workout_id)


def _items_query(workout_id: int) -> Select[*tuple[Any, ...]]:
    return (
        select(
            WorkoutExercise.id,
            WorkoutExercise.exercise_id,
            WorkoutExercise.exercise_name.label("name"),
            WorkoutExercise.section,
            WorkoutExercise.superset,
            WorkoutExercise.rest_s,
            WorkoutExercise.note,
            Exercise.own_note,
            WorkoutExercise.skipped,
            WorkoutExercise.skip_reason,
            WorkoutExercise.felt_score,
            Exercise.category,
            Exercise.measure,
            Exercise.load_basis,
            Exercise.per_side,
        )
        .join(Exercise, Exercise.id == WorkoutExercise.exercise_id)
        .where(WorkoutExercise.workout_id == workout_id)
        .order_by(WorkoutExercise.position)
    )


def _earlier(
    session: Session, workout: AnyRow, items: Sequence[AnyRow], before: WorkoutForm | None
) -> Earlier:
    """Return what was done last time, read only for exercises that are not known from before."""
    known = dict(before.earlier) if before else {}
    missing = {item.exercise_id for item in items} - known.keys()
    if missing:
        known |= sets_last_time(session, missing, workout.date, workout.id)
    return known


_SET_COLUMNS = (
    PerformedSet.workout_exercise_id,
    PerformedSet.id,
    PerformedSet.set_type,
    PerformedSet.side,
    PerformedSet.pair,
    PerformedSet.planned,
    PerformedSet.target_reps_min,
    PerformedSet.target_reps_max,
    PerformedSet.target_s_min,
    PerformedSet.target_s_max,
    PerformedSet.target_load_g,
    PerformedSet.target_rpe_halves,
    PerformedSet.reps,
    PerformedSet.load_g,
    PerformedSet.load_unit,
    PerformedSet.duration_s,
    PerformedSet.distance_m,
    PerformedSet.rpe_halves,
    PerformedSet.load_mode,
    PerformedSet.done,
    PerformedSet.note,
)


_SETS = (
    select(*_SET_COLUMNS)
    .join(WorkoutExercise, WorkoutExercise.id == PerformedSet.workout_exercise_id)
    .where(WorkoutExercise.workout_id == bindparam("workout_id"), ~PerformedSet.removed)
    .order_by(PerformedSet.workout_exercise_id, PerformedSet.position)
)
"""Read after every set that is logged, and therefore put together once."""


def _rows(session: Session, workout_id: int) -> Mapping[int, list[AnyRow]]:
    rows: dict[int, list[AnyRow]] = defaultdict(list)
    for row in session.execute(_SETS, {"workout_id": workout_id}):
        rows[row.workout_exercise_id].append(row)
    return rows


def _block(item: AnyRow, rows: list[AnyRow], last: Sequence[LastSet]) -> ExerciseBlock:
    return ExerciseBlock(**item._asdict(), sets=tuple(_numbered(rows, last, item.measure)))


def _numbered(rows: list[AnyRow], last: Sequence[LastSet], measure: Measure) -> Iterable[SetRow]:
    counts: dict[bool, int] = {True: 0, False: 0}
    seen: set[int] = set()
    for row in rows:
        is_warm_up = row.set_type is SetType.WARM_UP
        if row.pair is None or row.pair not in seen:
            counts[is_warm_up] += 1
        if row.pair is not None:
            seen.add(row.pair)
        number = counts[is_warm_up]
        yield _set_row(row, number, last_in_place(last, is_warm_up, number, row.side), measure)


def _set_row(row: AnyRow, number: int, last: LastSet | None, measure: Measure) -> SetRow:
    target = Target(
        row.target_reps_min,
        row.target_reps_max,
        row.target_s_min,
        row.target_s_max,
        row.target_load_g,
        row.target_rpe_halves,
    )
    values = SetValues(
        row.reps, row.load_g, row.load_unit, row.duration_s, row.distance_m, row.rpe_halves
    )
    shown, source = prefilled(values, target, last, measure, row.load_mode)
    return SetRow(
        id=row.id,
        number=number,
        set_type=row.set_type,
        side=row.side,
        planned=row.planned,
        target=target,
        last=last,
        values=values,
        shown=values if row.done else shown,
        source=source,
        load_mode=row.load_mode,
        done=row.done,
        note=row.note,
    )


def _ratings(session: Session, workout_id: int) -> Ratings:
    scores = dict(
        session.execute(
            select(PainRating.moment, PainRating.score).where(PainRating.workout_id == workout_id)
        ).all()
    )
    return Ratings(scores.get(Moment.BEFORE), scores.get(Moment.DURING), scores.get(Moment.AFTER))
