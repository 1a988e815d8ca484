"""What a person can do with preferences, one example each."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from leglog.services.physio_note import write_physio_note
from leglog.services.preferences import change_preference
from leglog.services.training_log import Action, TrainingLog
from leglog.training.vocabulary import Unit

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLES: dict[Action, Callable[[TrainingLog], object]] = {
    Action.CHANGE_PREFERENCE: lambda log: change_preference(log, "unit", Unit.LB),
    Action.WRITE_PHYSIO_NOTE: lambda log: write_physio_note(
        log, dt.date(2025, 11, 21), "Sitting is worse than lifting."
    ),
}
