"""Taking over into the routine what a workout did otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from leglog.models.exercise import Exercise
from leglog.models.routine import PlannedSet, Routine, RoutineExercise
from leglog.models.workout import Workout, WorkoutExercise
from leglog.services.easy_week import is_easy
from leglog.services.planned_sets import PlannedSetValues, planned_set, read_values, write_sets
from leglog.services.positions import renumber
from leglog.services.routine_exercises import tidy_supersets
from leglog.services.rows import get_row
from leglog.services.training_log import Action, TrainingLog
from leglog.training.routine_changes import (
    ChangeKind,
    DoneItem,
    DoneSet,
    PlannedGoal,
    PlannedItem,
    RoutineChange,
    routine_changes,
)
from leglog.training.vocabulary import LoadMode, LoadRule, Side

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sqlalchemy.orm import Session

    from leglog.models.workout import PerformedSet


@dataclass(frozen=True, slots=True)
class NamedChange:
    """A difference with the name of its exercise; of a swap or an order also what was before."""

    change: RoutineChange
    name: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


def changes_of_workout(log: TrainingLog, workout_id: int) -> tuple[NamedChange, ...]:
    """Return how a workout differs from its routine; nothing without one. Raises NotFound."""
    with log.reading() as session:
        workout = get_row(session, Workout, workout_id)
        routine = _routine_of(session, workout)
        if routine is None:
            return ()
        return tuple(_named(session, each) for each in _changes(session, workout, routine))


def keep_changes(log: TrainingLog, workout_id: int, wanted: Iterable[RoutineChange]) -> None:
    """Write the wanted differences into the routine; what changed since is passed over.

    Raises NotFound for a workout that is gone.
    """
    with log.action(Action.KEEP_CHANGES) as session:
        workout = get_row(session, Workout, workout_id)
        routine = _routine_of(session, workout)
        chosen = set(wanted)
        if routine is None or not chosen:
            return
        for change in _changes(session, workout, routine):
            if change in chosen:
                _KEEP[change.kind](session, workout, routine, change)
                session.flush()
                session.expire_all()
        rows = list(routine.exercises)
        tidy_supersets(rows)
        renumber(session, rows)


def _routine_of(session: Session, workout: Workout) -> Routine | None:
    routine = session.get(Routine, workout.routine_id) if workout.routine_id else None
    if routine is None or routine.archived_at is not None:
        return None
    # What an easy week leaves out is to come back by itself.
    return None if is_easy(session, workout.date) else routine


def _changes(session: Session, workout: Workout, routine: Routine) -> tuple[RoutineChange, ...]:
    exercises = {
        row.id: row
        for row in session.scalars(
            select(Exercise).where(
                Exercise.id.in_([item.exercise_id for item in workout.exercises])
            )
        )
    }
    return routine_changes(
        [_planned(item) for item in routine.exercises],
        [
            _done(item, counts_reps=exercises[item.exercise_id].measure.counts_reps)
            for item in workout.exercises
        ],
    )


def _planned(item: RoutineExercise) -> PlannedItem:
    goals = tuple(
        PlannedGoal(
            one.reps_min,
            one.reps_max,
            one.s_min,
            one.s_max,
            one.load_g if one.load_rule is LoadRule.FIXED else None,
        )
        for one in item.planned_sets
    )
    return PlannedItem(item.id, item.exercise_id, item.section, goals)


def _done(item: WorkoutExercise, *, counts_reps: bool) -> DoneItem:
    return DoneItem(
        id=item.id,
        planned_id=item.routine_exercise_id,
        exercise_id=item.exercise_id,
        section=item.section,
        skipped=item.skipped,
        counts_reps=counts_reps,
        sets=tuple(
            DoneSet(one.done, one.reps, one.duration_s, one.load_g) for one in _standing(item)
        ),
    )


def _standing(item: WorkoutExercise) -> list[PerformedSet]:
    """Return the sets of the form; of two sides the left one stands for both."""
    return [one for one in item.sets if not one.removed and one.side is not Side.RIGHT]


def _named(session: Session, change: RoutineChange) -> NamedChange:
    def name_of(planned_id: int | None) -> str:
        row = session.get(RoutineExercise, planned_id) if planned_id else None
        exercise = session.get(Exercise, row.exercise_id) if row else None
        return exercise.name if exercise else ""

    if change.kind is ChangeKind.ORDER:
        before, after = (
            tuple(name_of(each) for each in ids) for ids in (change.before, change.after)
        )
        return NamedChange(change, "", before, after)
    if change.done_id is None:
        return NamedChange(change, name_of(change.planned_id))
    name = get_row(session, WorkoutExercise, change.done_id).exercise_name
    return NamedChange(change, name, (name_of(change.planned_id),))


def _add(session: Session, workout: Workout, routine: Routine, change: RoutineChange) -> None:
    done = get_row(session, WorkoutExercise, change.done_id or 0)
    rows = list(routine.exercises)
    known = {row.id: row for row in rows}
    earlier = [item.routine_exercise_id for item in workout.exercises[: done.position]]
    above = [known[id_] for id_ in earlier if id_ is not None and id_ in known]
    row = RoutineExercise(
        exercise_id=done.exercise_id,
        section=done.section,
        position=len(rows),
        rest_s=done.rest_s,
        tempo=done.tempo,
        planned_sets=_plan_of(done),
    )
    routine.exercises.append(row)
    session.flush()
    rows.insert(rows.index(above[-1]) + 1 if above else 0, row)
    _put_in_order(session, rows)
    done.routine_exercise_id = row.id


def _remove(session: Session, _workout: Workout, routine: Routine, change: RoutineChange) -> None:
    row = get_row(session, RoutineExercise, change.planned_id or 0)
    rest = [other for other in routine.exercises if other is not row]
    session.delete(row)
    session.flush()
    renumber(session, rest)


def _swap(session: Session, _workout: Workout, _routine: Routine, change: RoutineChange) -> None:
    row = get_row(session, RoutineExercise, change.planned_id or 0)
    done = get_row(session, WorkoutExercise, change.done_id or 0)
    row.exercise_id = done.exercise_id
    row.planned_sets.clear()
    session.flush()
    row.planned_sets.extend(_plan_of(done))


def _reorder(session: Session, workout: Workout, routine: Routine, change: RoutineChange) -> None:
    by_id = {row.id: row for row in routine.exercises}
    moved = [by_id[id_] for id_ in change.after if id_ is not None and id_ in by_id]
    sections = {item.routine_exercise_id: item.section for item in workout.exercises}
    turns = iter(moved)
    rows = [next(turns) if row in moved else row for row in routine.exercises]
    for row in moved:
        row.section = sections.get(row.id, row.section)
    _put_in_order(session, rows)


def _resize(session: Session, _workout: Workout, _routine: Routine, change: RoutineChange) -> None:
    row, count = get_row(session, RoutineExercise, change.planned_id or 0), change.after[0] or 1
    values = [read_values(one) for one in row.planned_sets]
    write_sets(row, (values + values[-1:] * count)[:count])


def _reload(session: Session, _workout: Workout, _routine: Routine, change: RoutineChange) -> None:
    row = get_row(session, RoutineExercise, change.planned_id or 0)
    done = _standing(get_row(session, WorkoutExercise, change.done_id or 0))
    for plan, one in zip(row.planned_sets, done, strict=False):
        if plan.load_g is not None and one.done and one.load_g is not None:
            plan.load_g, plan.load_unit = one.load_g, one.load_unit


def _regoal(session: Session, _workout: Workout, _routine: Routine, change: RoutineChange) -> None:
    low, high = change.after
    counts_reps = change.kind is ChangeKind.REPS
    for plan in get_row(session, RoutineExercise, change.planned_id or 0).planned_sets:
        if counts_reps:
            plan.reps_min, plan.reps_max = low, high
        else:
            plan.s_min, plan.s_max = low, high


_KEEP: dict[ChangeKind, Callable[[Session, Workout, Routine, RoutineChange], None]] = {
    ChangeKind.ADDED: _add,
    ChangeKind.REMOVED: _remove,
    ChangeKind.SWAPPED: _swap,
    ChangeKind.ORDER: _reorder,
    ChangeKind.SETS: _resize,
    ChangeKind.LOAD: _reload,
    ChangeKind.REPS: _regoal,
    ChangeKind.SECONDS: _regoal,
}


def _plan_of(done: WorkoutExercise) -> list[PlannedSet]:
    """Return planned sets like those of the workout; their loads follow the last time."""
    return [planned_set(place, _goal_of(one)) for place, one in enumerate(_standing(done))]


def _goal_of(one: PerformedSet) -> PlannedSetValues:
    has_goal = one.target_reps_max is not None or one.target_s_max is not None
    return PlannedSetValues(
        set_type=one.set_type,
        side=Side.BOTH if one.side is Side.BOTH else Side.EACH,
        reps_min=one.target_reps_min if has_goal else one.reps,
        reps_max=one.target_reps_max if has_goal else one.reps,
        s_min=one.target_s_min if has_goal else one.duration_s,
        s_max=one.target_s_max if has_goal else one.duration_s,
        load_unit=one.load_unit,
        load_mode=LoadMode.BODYWEIGHT if one.load_mode is LoadMode.ADDED else one.load_mode,
        band=one.band,
    )


def _put_in_order(session: Session, rows: Sequence[RoutineExercise]) -> None:
    """Number rows section by section; sorting is stable, so neighbours stay neighbours."""
    ordered = sorted(rows, key=lambda row: row.section.order)
    renumber(session, ordered)
