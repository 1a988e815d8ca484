"""Whether a log has only just been begun; asked at each start, so it imports little."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import exists, select

from leglog.models.workout import Workout
from leglog.services.preferences import read_preferences
from leglog.settings import BackCheck

if TYPE_CHECKING:
    from leglog.services.training_log import TrainingLog


def is_beginning(log: TrainingLog) -> bool:
    """Say whether nobody has logged a workout or answered when to get help yet."""
    with log.reading() as session:
        if read_preferences(session).back_check is not BackCheck.OPEN:
            return False
        return not session.scalar(select(exists(Workout)))
