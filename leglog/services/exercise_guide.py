"""What helps while an exercise is done: its cues, back care, muscles and neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from leglog.errors import NotFound
from leglog.i18n import _
from leglog.models.exercise import Exercise, ExerciseMuscle
from leglog.services.exercises import ExerciseName

if TYPE_CHECKING:
    from leglog.services.training_log import TrainingLog
    from leglog.training.vocabulary import Muscle


@dataclass(frozen=True, slots=True)
class ExerciseGuide:
    """The texts of an exercise that are shown beside its sets."""

    id: int
    cues: tuple[str, ...]
    back_care: str
    own_note: str
    muscles: tuple[tuple[Muscle, float], ...]
    """With the share of a set that counts for each."""
    easier: ExerciseName | None
    """The next easier one."""
    harder: ExerciseName | None


def exercise_guide(log: TrainingLog, exercise_id: int) -> ExerciseGuide:
    """Return what is shown beside the sets, without any history; raises NotFound."""
    with log.reading() as session:
        row = session.execute(
            select(
                Exercise.cues,
                Exercise.back_care,
                Exercise.own_note,
                Exercise.easier_id,
                Exercise.harder_id,
            ).where(Exercise.id == exercise_id)
        ).one_or_none()
        if row is None:
            raise NotFound(_("That exercise is no longer there."))
        near = session.execute(
            select(Exercise.id, Exercise.name).where(
                Exercise.id.in_((row.easier_id, row.harder_id))
            )
        )
        names = {id_: ExerciseName(id_, name) for id_, name in near}
        muscles = session.execute(
            select(ExerciseMuscle.muscle, ExerciseMuscle.share)
            .where(ExerciseMuscle.exercise_id == exercise_id)
            .order_by(ExerciseMuscle.share.desc(), ExerciseMuscle.id)
        )
        return ExerciseGuide(
            id=exercise_id,
            cues=row.cues,
            back_care=row.back_care,
            own_note=row.own_note,
            muscles=tuple((muscle, share) for muscle, share in muscles),
            easier=names.get(row.easier_id),
            harder=names.get(row.harder_id),
        )
