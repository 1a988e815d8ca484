"""An example of each action that brings data in."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from leglog.formats.detect import read_workout_file
from leglog.formats.everything import read_everything, write_everything
from leglog.models.base import new_uuid, utc_now
from leglog.models.schema import REVISION
from leglog.models.stored import all_tables, read_rows
from leglog.services.imports import imports, undo_import
from leglog.services.merging import merge
from leglog.services.training_log import Action
from leglog.services.transfer import compare_with_log, import_workouts
from leglog.training.vocabulary import Unit

if TYPE_CHECKING:
    from collections.abc import Callable

    from leglog.services.training_log import TrainingLog

STRONG = (
    b"Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
    b"Workout Notes,RPE\n"
    b'2025-08-03 13:04:33,"Legs",45m,"Squat (Barbell)",1,60.0,8,0,0,"","good day",8\n'
    b'2025-08-03 13:04:33,"Legs",45m,"Squat (Barbell)",Rest Timer,0,0,0,120,,,\n'
    b'2025-08-03 13:04:33,"Legs",45m,"Strange Machine",1,20.5,10,0,0,"","",\n'
    b'2025-08-05 18:00:00,"Core",20m,"Plank",1,0,0,0,40,"","",\n'
)


def bring_in(log: TrainingLog, content: bytes = STRONG) -> int:
    preview = compare_with_log(log, read_workout_file(content), "strong.csv", "0" * 64, Unit.KG)
    return import_workouts(log, preview).workouts


def first_import(log: TrainingLog) -> int:
    bring_in(log)
    return imports(log)[0].id


def merge_a_rating(log: TrainingLog) -> None:
    """Bring in the log itself with one rating more, as if from another computer."""
    stream = io.StringIO()
    with log.reading() as session:
        connection = session.connection()
        tables = {name: read_rows(connection, table) for name, table in all_tables().items()}
    names = [column.name for column in all_tables()["pain_rating"].columns]
    rating: dict[str, str | int | float | None] = dict.fromkeys(names)
    rating |= {
        "id": 1,
        "uuid": new_uuid(),
        "changed_at": "2026-11-20T08:00:00.000+00:00",
        "date": "2026-11-20",
        "moment": "morning",
        "recorded_at": "2026-11-20T08:00:00.000+00:00",
        "utc_offset_min": 0,
        "score": 3,
        "triggers": "[]",
        "recalled": 0,
        "note": "",
    }
    tables["pain_rating"].append(rating)
    write_everything(stream, tables, REVISION, utc_now())
    merge(log, read_everything(stream.getvalue().encode()))


EXAMPLES: dict[Action, Callable[..., object]] = {
    Action.IMPORT_WORKOUTS: bring_in,
    Action.UNDO_IMPORT: undo_import,
    Action.MERGE_LOG: lambda log, _batch=None: merge_a_rating(log),
}
PREPARE: dict[Action, Callable[..., object]] = {
    Action.UNDO_IMPORT: first_import,
    Action.MERGE_LOG: first_import,
}
