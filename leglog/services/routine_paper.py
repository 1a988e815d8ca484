"""What a routine on paper says of its exercises beside the plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from leglog.models.exercise import Exercise

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leglog.services.training_log import TrainingLog


@dataclass(frozen=True, slots=True)
class ExerciseText:
    """How an exercise is done: its steps, what to mind, and the person's own note."""

    steps: tuple[str, ...]
    back_care: str
    own_note: str


def exercise_texts(log: TrainingLog, ids: Iterable[int]) -> dict[int, ExerciseText]:
    """Return the texts of exercises by id; one that is gone is left out."""
    columns = (Exercise.id, Exercise.instructions, Exercise.back_care, Exercise.own_note)
    with log.reading() as session:
        rows = session.execute(select(*columns).where(Exercise.id.in_(tuple(ids))))
        return {
            row.id: ExerciseText(tuple(row.instructions), row.back_care, row.own_note)
            for row in rows
        }
