"""The exercises of a routine: adding, moving, correcting, joining in supersets."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import count, groupby
from typing import TYPE_CHECKING

from leglog.errors import InvalidValue
from leglog.i18n import _
from leglog.models.exercise import Exercise
from leglog.models.routine import Routine, RoutineExercise
from leglog.services.load_modes import usual_load_mode
from leglog.services.planned_sets import (
    PlannedSetValues,
    planned_set,
    read_values,
    usual_sets,
    write_sets,
)
from leglog.services.positions import renumber
from leglog.services.preferences import read_preferences
from leglog.services.routines import copied
from leglog.services.rows import get_row
from leglog.services.training_log import Action, TrainingLog
from leglog.training.routine_hints import home_section
from leglog.training.vocabulary import Category

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from leglog.training.vocabulary import Section

USUAL_REST_S = 60
MAX_REST_S = 3600
MAX_STEP_CM = 100
_RESTED = (Category.STRENGTH, Category.CORE)
_TEMPO = re.compile(r"\d{1,2}(-\d{1,2}){3}")


@dataclass(frozen=True, slots=True)
class PlanDetails:
    """How an exercise is done in this routine: rest in seconds, tempo '3-1-1-0', step in cm."""

    rest_s: int | None = None
    tempo: str = ""
    step_height_cm: int | None = None
    note: str = ""


def add_exercise(
    log: TrainingLog,
    routine_id: int,
    exercise_id: int,
    section: Section | None = None,
    place: int | None = None,
) -> int:
    """Add an exercise with its usual sets and return the id of its row.

    It goes to ``place`` of ``section``: by default to the end of the section where it is at home.
    Raises NotFound for a routine or exercise that is gone.
    """
    with log.action(Action.ADD_ROUTINE_EXERCISE) as session:
        routine = get_row(session, Routine, routine_id)
        exercise = get_row(session, Exercise, exercise_id)
        section = section or home_section(exercise.category, compound=exercise.compound)
        mode, unit = usual_load_mode(exercise), read_preferences(session).unit
        row = RoutineExercise(
            exercise_id=exercise_id,
            section=section,
            position=len(routine.exercises),
            rest_s=USUAL_REST_S if exercise.category in _RESTED else None,
            planned_sets=[
                planned_set(number, values)
                for number, values in enumerate(usual_sets(exercise, mode, unit))
            ],
        )
        rows = list(routine.exercises)
        routine.exercises.append(row)
        session.flush()
        _put(session, rows, row, section, place)
        return row.id


def move_exercise(log: TrainingLog, item_id: int, section: Section, place: int) -> None:
    """Move a row to ``place`` of ``section``, counted from 0 without the row itself.

    Put between two of a superset it joins them; taken away from its superset it leaves it.
    Raises NotFound for a row that is gone.
    """
    with log.action(Action.MOVE_ROUTINE_EXERCISE) as session:
        row = get_row(session, RoutineExercise, item_id)
        rows = [other for other in _siblings(session, row) if other is not row]
        _put(session, rows, row, section, place)


def duplicate_exercise(log: TrainingLog, item_id: int) -> int:
    """Add a copy of a row right after it and return the copy's id. Raises NotFound."""
    with log.action(Action.DUPLICATE_ROUTINE_EXERCISE) as session:
        row = get_row(session, RoutineExercise, item_id)
        rows = _siblings(session, row)
        same = [other for other in rows if other.section == row.section]
        copy = copied(row, len(rows))
        copy.superset = None
        copy.routine_id = row.routine_id
        session.add(copy)
        session.flush()
        _put(session, rows, copy, row.section, same.index(row) + 1)
        return copy.id


def remove_exercise(log: TrainingLog, item_id: int) -> None:
    """Take a row out of its routine; workouts that were done with it stay. Raises NotFound."""
    with log.action(Action.REMOVE_ROUTINE_EXERCISE) as session:
        row = get_row(session, RoutineExercise, item_id)
        rest = [other for other in _siblings(session, row) if other is not row]
        session.delete(row)
        session.flush()
        tidy_supersets(rest)
        renumber(session, rest)


def swap_exercise(log: TrainingLog, item_id: int, exercise_id: int) -> None:
    """Plan another exercise in a row's place; rest, tempo and note stay.

    Ranges stay where both exercises are counted alike, otherwise its usual ones come; loads are
    taken from its own last time. Raises NotFound for a row or an exercise that is gone.
    """
    with log.action(Action.SWAP_ROUTINE_EXERCISE) as session:
        row = get_row(session, RoutineExercise, item_id)
        before = session.get_one(Exercise, row.exercise_id)
        exercise = get_row(session, Exercise, exercise_id)
        usual = usual_sets(exercise, usual_load_mode(exercise), read_preferences(session).unit)[0]
        alike = before.measure.counts_reps == exercise.measure.counts_reps
        row.exercise_id = exercise.id
        write_sets(
            row,
            [_with_range(usual, read_values(one)) if alike else usual for one in row.planned_sets],
        )


def correct_routine_exercise(log: TrainingLog, item_id: int, details: PlanDetails) -> None:
    """Write rest, tempo, step height and note of a row.

    Raises InvalidValue for values outside of their limits, NotFound for a row that is gone.
    """
    _check(details)
    with log.action(Action.CORRECT_ROUTINE_EXERCISE) as session:
        row = get_row(session, RoutineExercise, item_id)
        row.rest_s = details.rest_s
        row.tempo = details.tempo.strip()
        row.step_height_cm = details.step_height_cm
        row.note = details.note.strip()


def correct_planned_sets(log: TrainingLog, item_id: int, sets: Sequence[PlannedSetValues]) -> None:
    """Make ``sets`` the whole list of a row's planned sets; unchanged ones keep their ids.

    Raises InvalidValue for values outside of their limits, NotFound for a row that is gone.
    """
    with log.action(Action.CORRECT_PLANNED_SETS) as session:
        write_sets(get_row(session, RoutineExercise, item_id), sets)


def make_superset(log: TrainingLog, item_id: int) -> None:
    """Join a row, with its superset if it has one, to the next row of its section.

    Raises InvalidValue for the last row of a section, NotFound for a row that is gone.
    """
    with log.action(Action.MAKE_SUPERSET) as session:
        row = get_row(session, RoutineExercise, item_id)
        rows = _siblings(session, row)
        following = rows[rows.index(row) + 1 :]
        if not following or following[0].section != row.section:
            raise InvalidValue(
                _("There is no exercise after it in this section to make a superset with.")
            )
        number = row.superset or following[0].superset or _free_number(rows)
        joined = following[0].superset
        for other in rows:
            if other in (row, following[0]) or (joined and other.superset == joined):
                other.superset = number


def dissolve_superset(log: TrainingLog, item_id: int) -> None:
    """Let the exercises of the row's superset stand alone again. Raises NotFound."""
    with log.action(Action.DISSOLVE_SUPERSET) as session:
        row = get_row(session, RoutineExercise, item_id)
        number = row.superset
        for other in _siblings(session, row):
            if other.superset == number:
                other.superset = None


def leave_superset(log: TrainingLog, item_id: int) -> None:
    """Let a row stand alone; the others stay a superset where they are neighbours still.

    Raises NotFound for a row that is gone.
    """
    with log.action(Action.DISSOLVE_SUPERSET) as session:
        row = get_row(session, RoutineExercise, item_id)
        row.superset = None
        tidy_supersets(_siblings(session, row))


def _with_range(values: PlannedSetValues, kept: PlannedSetValues) -> PlannedSetValues:
    return replace(
        values,
        set_type=kept.set_type,
        reps_min=kept.reps_min,
        reps_max=kept.reps_max,
        s_min=kept.s_min,
        s_max=kept.s_max,
        rpe_halves=kept.rpe_halves,
    )


def _siblings(session: Session, row: RoutineExercise) -> list[RoutineExercise]:
    return list(get_row(session, Routine, row.routine_id).exercises)


def _put(
    session: Session,
    others: list[RoutineExercise],
    row: RoutineExercise,
    section: Section,
    place: int | None,
) -> None:
    """Put ``row`` among ``others`` and number all of them anew, section by section."""
    before = [other for other in others if other.section.order < section.order]
    same = [other for other in others if other.section == section]
    after = [other for other in others if other.section.order > section.order]
    place = len(same) if place is None else min(max(place, 0), len(same))
    row.section = section
    row.superset = _superset_at(same, place, row.superset)
    rows = [*before, *same[:place], row, *same[place:], *after]
    tidy_supersets(rows)
    renumber(session, rows)


def _superset_at(same: Sequence[RoutineExercise], place: int, own: int | None) -> int | None:
    above = same[place - 1].superset if place else None
    below = same[place].superset if place < len(same) else None
    if above is not None and above == below:
        return above
    return own if own is not None and own in (above, below) else None


def tidy_supersets(rows: Sequence[RoutineExercise]) -> None:
    """Take the number from those left alone, and give each group of neighbours its own."""
    numbers = count(1)
    for (_section, superset), run in groupby(rows, key=lambda row: (row.section, row.superset)):
        members = list(run)
        number = next(numbers) if superset is not None and len(members) > 1 else None
        for member in members:
            member.superset = number


def _free_number(rows: Sequence[RoutineExercise]) -> int:
    return max((row.superset or 0 for row in rows), default=0) + 1


def _check(details: PlanDetails) -> None:
    rest, step = details.rest_s, details.step_height_cm
    if rest is not None and not 0 <= rest <= MAX_REST_S:
        raise InvalidValue(_("Rest must be between 0 and 3600 s."))
    if step is not None and not 1 <= step <= MAX_STEP_CM:
        raise InvalidValue(_("Step height must be between 1 and 100 cm."))
    if details.tempo.strip() and not _TEMPO.fullmatch(details.tempo.strip()):
        raise InvalidValue(
            _("Tempo is four numbers of seconds, such as 3-1-1-0."),
            _("They are for lowering, the bottom, lifting and the top."),
        )
