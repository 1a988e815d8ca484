"""A lighter copy of a routine, for the days of a flare-up."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from leglog.i18n import _
from leglog.models.exercise import Exercise
from leglog.models.routine import Routine
from leglog.services.last_time import sets_last_time
from leglog.services.load_modes import usual_load_mode
from leglog.services.planned_sets import planned_set, read_values, usual_sets
from leglog.services.preferences import read_preferences
from leglog.services.routines import MAX_NAME, copied
from leglog.services.rows import get_row
from leglog.services.training_log import Action, TrainingLog
from leglog.training.progression import eased_load
from leglog.training.vocabulary import LoadMode, LoadRule, Pattern, Section

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from leglog.models.preferences import Preferences
    from leglog.models.routine import RoutineExercise
    from leglog.services.planned_sets import PlannedSetValues

_WORK = (Section.MAIN, Section.ACCESSORY, Section.CORE)
_DAY = dt.timedelta(days=1)


def add_lighter_copy(log: TrainingLog, routine_id: int, today: dt.date) -> int:
    """Add a lighter copy of a routine and return its id; one made before is returned again.

    Each exercise has one set less, but one at least, and 10 to 20 % less weight than planned or,
    where the plan takes it from there, than last time. A hip hinge gives way to its easier
    neighbour. Warm-up and cool-down stay. Product rule. Raises NotFound.
    """
    with log.reading() as session:
        name = lighter_name(get_row(session, Routine, routine_id).name)
        standing = session.scalar(
            select(Routine.id).where(Routine.name == name, Routine.archived_at.is_(None))
        )
    if standing is not None:
        return standing
    with log.action(Action.DUPLICATE_ROUTINE) as session:
        original = get_row(session, Routine, routine_id)
        ids = {item.exercise_id for item in original.exercises}
        exercises = _with_easier(session, ids)
        last = _last_loads(session, ids, today)
        preferences = read_preferences(session)
        copy = Routine(
            name=name,
            note=_("For the days of a flare-up."),
            position=(session.scalar(select(func.max(Routine.position))) or 0) + 1,
        )
        copy.exercises = [
            _lighter(item, exercises, last, preferences) for item in original.exercises
        ]
        session.add(copy)
        session.flush()
        return copy.id


def lighter_name(name: str) -> str:
    """Return what the lighter copy of a routine of this name is called."""
    ending = _("{name} (lighter)").format(name="")
    return _("{name} (lighter)").format(name=name[: MAX_NAME - len(ending)])


def _last_loads(session: Session, ids: set[int], today: dt.date) -> Mapping[int, int]:
    earlier = sets_last_time(session, ids, today + _DAY, 0)
    return {
        exercise_id: max(loads)
        for exercise_id, sets in earlier.items()
        if (loads := [one.load_g for one in sets if one.load_g])
    }


def _with_easier(session: Session, ids: set[int]) -> dict[int, Exercise]:
    """Return the exercises and their easier neighbours by id."""
    own = {row.id: row for row in session.scalars(select(Exercise).where(Exercise.id.in_(ids)))}
    easier = {row.easier_id for row in own.values()}
    near = session.scalars(select(Exercise).where(Exercise.id.in_(easier)))
    return own | {row.id: row for row in near}


def _lighter(
    item: RoutineExercise,
    exercises: Mapping[int, Exercise],
    last: Mapping[int, int],
    preferences: Preferences,
) -> RoutineExercise:
    copy, exercise = copied(item, item.position), exercises[item.exercise_id]
    easier = exercises.get(exercise.easier_id or 0)
    if item.section not in _WORK:
        return copy
    if exercise.pattern is Pattern.HINGE and easier is not None:
        copy.exercise_id = easier.id
        usual = usual_sets(easier, usual_load_mode(easier), preferences.unit)
        values = [usual[0]] * len(item.planned_sets)
    else:
        values = [
            _eased(read_values(row), exercise, last, preferences) for row in item.planned_sets
        ]
    kept = values[: max(1, len(values) - 1)]
    copy.planned_sets = [planned_set(place, each) for place, each in enumerate(kept)]
    return copy


def _eased(
    values: PlannedSetValues,
    exercise: Exercise,
    last: Mapping[int, int],
    preferences: Preferences,
) -> PlannedSetValues:
    load_g = values.load_g or last.get(exercise.id)
    if not load_g or values.load_mode in (LoadMode.ASSISTED, LoadMode.BAND):
        return values
    step_g = preferences.smallest_step_g(exercise.load_basis)
    lighter_g = eased_load(load_g, step_g, preferences.unit)
    if not lighter_g:
        return values
    return replace(values, load_g=lighter_g, load_rule=LoadRule.FIXED)
