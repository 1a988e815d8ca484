"""Taking the log out: everything as JSON, or what was done as CSV."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leglog.errors import StorageError
from leglog.formats.everything import write_everything
from leglog.formats.leglog_csv import write_leglog_csv
from leglog.formats.strong_csv import write_strong_csv
from leglog.i18n import _
from leglog.models import schema
from leglog.models.base import utc_now
from leglog.models.stored import all_tables, read_rows
from leglog.models.trouble import NO_SPACE, no_space
from leglog.services.done import done_check_ins, done_ratings, done_workouts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import TextIO

    from leglog.services.training_log import TrainingLog


class ExportFormat(StrEnum):
    """What an export can be."""

    CSV = "csv"
    """Sets, back ratings and check-ins, one row each; docs/export.md."""
    STRONG = "strong"
    """Sets in Strong's layout, which most other programs read; kilograms."""
    JSON = "json"
    """Every row of every table; LegLog reads it again."""


@dataclass(frozen=True, slots=True)
class ExportResult:
    """What an export wrote."""

    path: Path
    format: ExportFormat
    workouts: int
    sets: int
    ratings: int
    size: int
    """Bytes."""


def export_log(log: TrainingLog, path: Path, format_: ExportFormat) -> ExportResult:
    """Write the log to ``path``, which is replaced only when all is written.

    Raises StorageError where the file cannot be written.
    """
    with _written_whole(path) as stream:
        write = _write_json if format_ is ExportFormat.JSON else _write_csv
        workouts, sets, ratings = write(log, stream, format_)
    return ExportResult(path, format_, workouts, sets, ratings, path.stat().st_size)


def _write_csv(log: TrainingLog, stream: TextIO, format_: ExportFormat) -> tuple[int, int, int]:
    """Write what was done and count workouts, sets and ratings."""
    workouts = done_workouts(log)
    ratings = done_ratings(log)
    if format_ is ExportFormat.CSV:
        write_leglog_csv(stream, workouts, ratings, done_check_ins(log))
    else:
        write_strong_csv(stream, workouts)
    sets = sum(len(exercise.sets) for workout in workouts for exercise in workout.exercises)
    return len(workouts), sets, len(ratings)


def _write_json(log: TrainingLog, stream: TextIO, _format: ExportFormat) -> tuple[int, int, int]:
    """Write all rows and count what was done, as a CSV would have it."""
    with log.reading() as session:
        connection = session.connection()
        tables = {name: read_rows(connection, table) for name, table in all_tables().items()}
    write_everything(stream, tables, schema.REVISION, utc_now())
    done = [row for row in tables["performed_set"] if row["done"] and not row["removed"]]
    items = {row["workout_exercise_id"] for row in done}
    workouts = {row["workout_id"] for row in tables["workout_exercise"] if row["id"] in items}
    return len(workouts), len(done), len(tables["pain_rating"])


@contextmanager
def _written_whole(path: Path) -> Iterator[TextIO]:
    """Yield a file that takes its place when it is complete; health data is for one's own eyes."""
    if path.exists() and not path.is_file():
        # The draft takes the place of what is there: of a device, or of a pipe that others read.
        raise StorageError(
            _("{path} is not a file.").format(path=path), _("Choose another name for the export.")
        )
    path = path.resolve()  # a link goes on leading to the file
    draft = path.with_name(path.name + ".part")
    try:
        # 'newline' is csv's own affair; with it the file is the same on all systems.
        with draft.open("w", encoding="utf-8", newline="") as stream:
            if os.name == "posix":
                draft.chmod(0o600)
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)
    except BaseException as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise _not_written(error, path) from error
        raise


def _not_written(error: OSError, path: Path) -> StorageError:
    if error.errno in NO_SPACE:
        return no_space()
    return StorageError(
        _("{path} could not be written: {reason}.").format(
            path=path, reason=(error.strerror or str(error)).lower()
        ),
        _("Choose a folder that you may write to."),
    )
