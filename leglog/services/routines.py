"""Routines as a whole: making, naming, giving them weekdays, putting them away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from leglog.errors import InvalidValue, NotFound
from leglog.i18n import _
from leglog.models.base import utc_now
from leglog.models.exercise import Exercise
from leglog.models.routine import Routine, RoutineExercise
from leglog.models.workout import PlannedWorkout
from leglog.services.catalogue_file import templates
from leglog.services.load_modes import usual_load_mode
from leglog.services.planned_sets import PlannedSetValues, planned_set, read_values
from leglog.services.planning import rescheduled
from leglog.services.preferences import read_preferences
from leglog.services.rows import get_row
from leglog.services.training_log import Action, TrainingLog
from leglog.training.vocabulary import Section, Side, Unit

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

MAX_NAME = 100


def add_routine(log: TrainingLog, name: str) -> int:
    """Add an empty routine after the others; return its id. Raises InvalidValue without a name."""
    name = _checked_name(name)
    with log.action(Action.ADD_ROUTINE) as session:
        return _append(session, Routine(name=name))


def add_routine_from_template(log: TrainingLog, template_id: str) -> int:
    """Add a copy of a template with its sections, exercises and sets; return its id.

    Weights are taken from the last time. Raises NotFound for a template that does not exist.
    """
    with log.action(Action.ADD_ROUTINE) as session:
        return add_template_copy(session, template_id)


def rename_routine(log: TrainingLog, routine_id: int, name: str) -> None:
    """Give the routine another name; past workouts keep the old one.

    Raises InvalidValue for an empty name, NotFound for a routine that is gone.
    """
    name = _checked_name(name)
    with log.action(Action.CORRECT_ROUTINE) as session:
        get_row(session, Routine, routine_id).name = name


def note_routine(log: TrainingLog, routine_id: int, note: str) -> None:
    """Write the routine's note. Raises NotFound."""
    with log.action(Action.CORRECT_ROUTINE) as session:
        get_row(session, Routine, routine_id).note = note.strip()


def plan_weekdays(
    log: TrainingLog, routine_id: int, weekdays: Iterable[int], today: dt.date
) -> None:
    """Plan the routine on these ISO weekdays (Monday is 1) from today on; past plans stay.

    Raises InvalidValue for other numbers, NotFound for a routine that is gone.
    """
    days = frozenset(weekdays)
    if not days <= frozenset(range(1, 8)):
        raise InvalidValue(_("A weekday is a number from 1 to 7."))
    with log.action(Action.CORRECT_ROUTINE) as session:
        routine = get_row(session, Routine, routine_id)
        if routine.weekdays != days:
            with rescheduled(session, today):
                routine.weekdays = days


def hide_hint(log: TrainingLog, routine_id: int, hint: str) -> None:
    """Show a hint no more in this routine; ``hint`` is its key. Raises NotFound."""
    with log.action(Action.CORRECT_ROUTINE) as session:
        routine = get_row(session, Routine, routine_id)
        if hint not in routine.hidden_hints:
            routine.hidden_hints = (*routine.hidden_hints, hint)


def show_hidden_hints(log: TrainingLog, routine_id: int) -> None:
    """Show all hints of the routine again. Raises NotFound."""
    with log.action(Action.CORRECT_ROUTINE) as session:
        get_row(session, Routine, routine_id).hidden_hints = ()


def duplicate_routine(log: TrainingLog, routine_id: int) -> int:
    """Add a copy with everything but the weekdays; return its id. Raises NotFound."""
    with log.action(Action.DUPLICATE_ROUTINE) as session:
        original = get_row(session, Routine, routine_id)
        copy = Routine(
            name=_("{name} (copy)").format(name=original.name)[:MAX_NAME],
            note=original.note,
            template_key=original.template_key,
            hidden_hints=original.hidden_hints,
        )
        copy.exercises = [copied(item, item.position) for item in original.exercises]
        return _append(session, copy)


def archive_routine(log: TrainingLog, routine_id: int, today: dt.date) -> None:
    """Put the routine away: it is planned no more from today on. Raises NotFound."""
    with log.action(Action.ARCHIVE_ROUTINE) as session:
        routine = get_row(session, Routine, routine_id)
        with rescheduled(session, today):
            routine.archived_at = utc_now()
            _forget_plans(session, routine_id, today)


def restore_routine(log: TrainingLog, routine_id: int, today: dt.date) -> None:
    """Take an archived routine out again, with its weekdays. Raises NotFound."""
    with log.action(Action.RESTORE_ROUTINE) as session:
        routine = get_row(session, Routine, routine_id)
        with rescheduled(session, today):
            routine.archived_at = None


def remove_routine(log: TrainingLog, routine_id: int, today: dt.date) -> None:
    """Delete the routine; its workouts stay and keep its name. Raises NotFound."""
    with log.action(Action.REMOVE_ROUTINE) as session:
        routine = get_row(session, Routine, routine_id)
        with rescheduled(session, today):
            _forget_plans(session, routine_id, today)
            session.delete(routine)


def add_template_copy(session: Session, template_id: str) -> int:
    """Add a copy of a template inside of a running action; see ``add_routine_from_template``."""
    template = next((one for one in templates() if one["id"] == template_id), None)
    if template is None:
        raise NotFound(_("That template is no longer there."))
    routine = Routine(name=template["name"], template_key=template_id)
    exercises = {row.key: row for row in session.scalars(select(Exercise)) if row.key}
    unit = read_preferences(session).unit
    for part in template["sections"]:
        for item in part["items"]:
            row = _from_template(item, exercises[item["exercise"]], unit)
            row.section = Section(part["section"])
            row.position = len(routine.exercises)
            routine.exercises.append(row)
    return _append(session, routine)


def copied(item: RoutineExercise, position: int) -> RoutineExercise:
    """Return a new row like ``item``, with sets like its own."""
    return RoutineExercise(
        exercise_id=item.exercise_id,
        section=item.section,
        position=position,
        superset=item.superset,
        rest_s=item.rest_s,
        tempo=item.tempo,
        step_height_cm=item.step_height_cm,
        note=item.note,
        planned_sets=[planned_set(row.position, read_values(row)) for row in item.planned_sets],
    )


def _checked_name(name: str) -> str:
    name = " ".join(name.split())
    if not name or len(name) > MAX_NAME:
        raise InvalidValue(_("A name needs 1 to {most} characters.").format(most=MAX_NAME))
    return name


def _append(session: Session, routine: Routine) -> int:
    last = session.scalar(select(func.max(Routine.position)))
    routine.position = 0 if last is None else last + 1
    session.add(routine)
    session.flush()
    return routine.id


def _from_template(item: dict[str, Any], exercise: Exercise, unit: Unit) -> RoutineExercise:
    reps = item["reps"] or (None, None)
    seconds = item["hold_seconds"] or (None, None)
    values = PlannedSetValues(
        side=Side.EACH if item["per_side"] else Side.BOTH,
        reps_min=reps[0],
        reps_max=reps[1],
        s_min=seconds[0],
        s_max=seconds[1],
        load_unit=unit,
        load_mode=usual_load_mode(exercise),
    )
    return RoutineExercise(
        exercise_id=exercise.id,
        rest_s=item["rest_seconds"],
        note=item["notes"],
        planned_sets=[planned_set(place, values) for place in range(item["sets"])],
    )


def _forget_plans(session: Session, routine_id: int, today: dt.date) -> None:
    """Drop what is still planned with the routine, moved days as well."""
    plans = select(PlannedWorkout).where(
        PlannedWorkout.routine_id == routine_id,
        PlannedWorkout.date >= today,
        PlannedWorkout.workout_id.is_(None),
    )
    for plan in session.scalars(plans):
        session.delete(plan)
    session.flush()
