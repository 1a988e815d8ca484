"""Rows by their id, with a sentence for one that is gone, as after an undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from leglog.errors import NotFound
from leglog.i18n import _
from leglog.models.exercise import Exercise
from leglog.models.keeping import ImportBatch
from leglog.models.pain import DailyTask, PainRating, Period
from leglog.models.routine import Programme, Routine, RoutineExercise
from leglog.models.workout import PerformedSet, Workout, WorkoutExercise

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from leglog.models.base import Base

Row = TypeVar("Row", bound="Base")


def get_row(session: Session, kind: type[Row], row_id: int) -> Row:
    """Return the row with this id; raises NotFound where it is gone."""
    row = session.get(kind, row_id)
    if row is None:
        raise NotFound(_sentences()[kind])
    return row


def _sentences() -> dict[type[Base], str]:
    return {
        DailyTask: _("That task is no longer there."),
        Exercise: _("That exercise is no longer there."),
        ImportBatch: _("This import is no longer in the list."),
        PainRating: _("That rating is no longer there."),
        PerformedSet: _("That set is no longer there."),
        Period: _("These marked days are no longer there."),
        Programme: _("That programme is no longer there."),
        Routine: _("That routine is no longer there."),
        RoutineExercise: _("That exercise is no longer in the routine."),
        Workout: _("That workout is no longer there."),
        WorkoutExercise: _("That exercise is no longer in the workout."),
    }
