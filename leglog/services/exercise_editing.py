"""Own exercises, and built-in ones made to fit: add, correct, reset, archive, bring back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import select

from leglog.errors import InvalidValue
from leglog.i18n import _
from leglog.models.base import utc_now
from leglog.models.exercise import Exercise, ExerciseAlias
from leglog.services.catalogue import put_back
from leglog.services.exercise_fields import ExerciseFields, InvalidField, check_fields, tidied
from leglog.services.rows import get_row
from leglog.services.training_log import Action, TrainingLog

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_PLAIN = (
    "name", "category", "pattern", "measure", "load_basis", "per_side", "compound",
    "bodyweight_factor", "equipment", "default_sets", "instructions", "cues", "common_mistakes",
    "back_care", "easier_id", "harder_id",
)  # fmt: skip


def exercise_fields(log: TrainingLog, exercise_id: int) -> ExerciseFields:
    """Return an exercise as it can be edited; raises NotFound."""
    with log.reading() as session:
        row = get_row(session, Exercise, exercise_id)
        return ExerciseFields(
            **{column: getattr(row, column) for column in _PLAIN},
            aliases=tuple(one.name for one in row.aliases if not one.from_catalogue),
            muscles=tuple(
                sorted(
                    ((one.muscle, one.share) for one in row.muscles),
                    key=lambda pair: (-pair[1], pair[0].value),
                )
            ),
            default_reps=(row.default_reps_min, row.default_reps_max),
            default_s=(row.default_s_min, row.default_s_max),
        )


def add_own_exercise(log: TrainingLog, fields: ExerciseFields) -> int:
    """Add an exercise of the person's own and return its id; raises InvalidField."""
    fields = tidied(fields)
    check_fields(fields)
    with log.action(Action.ADD_EXERCISE) as session:
        _check_free(session, fields.name, None)
        row = Exercise(key=None)
        _write(row, fields)
        session.add(row)
        session.flush()
        return row.id


def correct_exercise(log: TrainingLog, exercise_id: int, fields: ExerciseFields) -> None:
    """Change an exercise; past workouts keep the name that it had then.

    What a built-in one has of its own is remembered, so that the catalogue's news leave it alone.
    Raises NotFound and InvalidField.
    """
    fields = tidied(fields)
    check_fields(fields)
    with log.action(Action.CORRECT_EXERCISE) as session:
        row = get_row(session, Exercise, exercise_id)
        _check_free(session, fields.name, exercise_id)
        if exercise_id in (fields.easier_id, fields.harder_id):
            raise InvalidField(
                "easier_id" if fields.easier_id == exercise_id else "harder_id",
                _("An exercise cannot be easier or harder than itself."),
            )
        before = _state(row)
        _write(row, fields)
        if row.key is not None:
            after = _state(row)
            changed = [column for column, value in after.items() if value != before[column]]
            row.adjusted = tuple(dict.fromkeys((*row.adjusted, *changed)))


def reset_exercise(log: TrainingLog, exercise_id: int) -> None:
    """Make a built-in exercise what the catalogue says; own names and the own note stay.

    Raises NotFound, and InvalidValue for an own exercise, which has nothing to go back to.
    """
    with log.action(Action.RESET_EXERCISE) as session:
        row = get_row(session, Exercise, exercise_id)
        if row.key is None:
            raise InvalidValue(_("This exercise is your own: there is no original."))
        put_back(session, row)


def archive_exercise(log: TrainingLog, exercise_id: int) -> None:
    """Take an exercise out of the library; workouts and routines keep it. Raises NotFound."""
    with log.action(Action.ARCHIVE_EXERCISE) as session:
        row = get_row(session, Exercise, exercise_id)
        row.archived_at = row.archived_at or utc_now()


def restore_exercise(log: TrainingLog, exercise_id: int) -> None:
    """Bring an archived exercise back into the library; raises NotFound."""
    with log.action(Action.RESTORE_EXERCISE) as session:
        get_row(session, Exercise, exercise_id).archived_at = None


def _check_free(session: Session, name: str, exercise_id: int | None) -> None:
    other = session.scalar(
        select(Exercise).where(
            Exercise.name_folded == name.casefold(), Exercise.id.is_not(exercise_id)
        )
    )
    if other is None:
        return
    remedy = _("Choose another name, or change that exercise instead.")
    if other.archived_at is not None:
        remedy = _("It is archived: bring it back, or choose another name.")
    raise InvalidField(
        "name", _("There is already an exercise called “{name}”.").format(name=other.name), remedy
    )


def _write(row: Exercise, fields: ExerciseFields) -> None:
    equipment = row.equipment
    for column in _PLAIN:
        if getattr(row, column) != (value := getattr(fields, column)):
            setattr(row, column, value)
    row.name_folded = fields.name.casefold()
    if fields.equipment != equipment:
        needed = [[kind] for kind in fields.equipment if kind != "none"]
        row.equipment_needs = json.dumps(needed)
    row.default_reps_min, row.default_reps_max = fields.default_reps
    row.default_s_min, row.default_s_max = fields.default_s
    _write_aliases(row, fields.aliases)
    row.train(dict(fields.muscles))


def _write_aliases(row: Exercise, names: tuple[str, ...]) -> None:
    for alias in [one for one in row.aliases if not one.from_catalogue and one.name not in names]:
        row.aliases.remove(alias)
    present = {one.name_folded for one in row.aliases}
    row.aliases += [
        ExerciseAlias(name=name, name_folded=name.casefold())
        for name in names
        if name.casefold() not in present
    ]


def _state(row: Exercise) -> dict[str, object]:
    """Return the columns that the catalogue would renew, by the names that ``adjusted`` uses."""
    ranges = ("default_reps_min", "default_reps_max", "default_s_min", "default_s_max")
    state: dict[str, object] = {
        column: getattr(row, column) for column in (*_PLAIN, *ranges, "equipment_needs")
    }
    state["muscles"] = {one.muscle: one.share for one in row.muscles}
    return state
