"""What a person can do with programmes, one example each."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from leglog.services.programmes import (
    PhaseValues,
    ProgrammeValues,
    add_programme,
    add_programme_from_template,
    archive_programme,
    correct_programme,
    remove_programme,
    restore_programme,
    start_programme,
    stop_programme,
)
from leglog.services.routine_reading import routine_list
from leglog.services.routines import add_routine
from leglog.services.training_log import Action, TrainingLog

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = dt.date(2025, 11, 20)


def _two_routines(log: TrainingLog) -> ProgrammeValues:
    turns = (add_routine(log, "Legs A"), add_routine(log, "Legs B"))
    return ProgrammeValues("A and B", frozenset({1, 4}), (PhaseValues(routine_ids=turns),))


def _programme(log: TrainingLog) -> int:
    return add_programme(log, _two_routines(log))


def _running(log: TrainingLog) -> int:
    programme_id = _programme(log)
    start_programme(log, programme_id, TODAY, TODAY)
    return programme_id


def _archived(log: TrainingLog) -> int:
    programme_id = _programme(log)
    archive_programme(log, programme_id, TODAY)
    return programme_id


def _correct(log: TrainingLog, programme_id: int) -> None:
    values = ProgrammeValues(
        "Alone", frozenset({2}), (PhaseValues("Only", 4, 1, (routine_list(log)[1].id,)),), "easy"
    )
    correct_programme(log, programme_id, values, TODAY)


EXAMPLES: dict[Action, Callable[..., object]] = {
    Action.ADD_PROGRAMME: lambda log: add_programme_from_template(log, "rachel-12-weeks"),
    Action.CORRECT_PROGRAMME: _correct,
    Action.START_PROGRAMME: lambda log, id_: start_programme(log, id_, TODAY, TODAY),
    Action.STOP_PROGRAMME: lambda log, id_: stop_programme(log, id_, TODAY),
    Action.ARCHIVE_PROGRAMME: lambda log, id_: archive_programme(log, id_, TODAY),
    Action.RESTORE_PROGRAMME: restore_programme,
    Action.REMOVE_PROGRAMME: lambda log, id_: remove_programme(log, id_, TODAY),
}
PREPARE: dict[Action, Callable[[TrainingLog], object]] = {
    Action.CORRECT_PROGRAMME: _running,
    Action.START_PROGRAMME: _programme,
    Action.STOP_PROGRAMME: _running,
    Action.ARCHIVE_PROGRAMME: _running,
    Action.RESTORE_PROGRAMME: _archived,
    Action.REMOVE_PROGRAMME: _running,
}
