"""Taking the log out: all of it as SQLite or JSON, or what was done as CSV."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from leglog.errors import StorageError
from leglog.formats.everything import write_everything
from leglog.formats.leglog_writing import write_leglog_csv
from leglog.formats.strong_csv import write_strong_csv
from leglog.i18n import _
from leglog.models import schema
from leglog.models.base import utc_now
from leglog.models.stored import all_tables, read_rows
from leglog.models.trouble import NO_SPACE, no_space, storage_trouble
from leglog.services.backups import copy_verified
from leglog.services.collector import collector_at_rest
from leglog.services.done import done_check_ins, done_ratings, done_workouts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from leglog.services.training_log import TrainingLog

_DONE = """
    SELECT count(DISTINCT item.workout_id), count(*),
           (SELECT count(*) FROM pain_rating)
    FROM performed_set AS one JOIN workout_exercise AS item ON item.id = one.workout_exercise_id
    WHERE one.done AND NOT one.removed
"""


class ExportFormat(StrEnum):
    """What an export can be."""

    CSV = "csv"
    """Sets, back ratings and check-ins, one row each; docs/export.md."""
    STRONG = "strong"
    """Sets in Strong's layout, which most other programs read; kilograms."""
    JSON = "json"
    """Every row of every table; LegLog reads it again."""
    SQLITE = "sqlite"
    """The log file itself, in one piece; docs/schema.md."""


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

    Raises StorageError where the file cannot be written, or is the log itself.
    """
    _refuse_taken(log, path)
    with _written_whole(path) as draft:
        if format_ is ExportFormat.SQLITE:
            workouts, sets, ratings = _copy_log(log, draft)
        else:
            write = _write_json if format_ is ExportFormat.JSON else _write_csv
            with _text(draft) as stream:
                workouts, sets, ratings = write(log, stream, format_)
    return ExportResult(path, format_, workouts, sets, ratings, path.stat().st_size)


def _refuse_taken(log: TrainingLog, path: Path) -> None:
    """Refuse a place that something else has; what is a plain file there may be replaced."""
    if path.exists() and not path.is_file():
        # The draft takes the place of what is there: of a device, or of a pipe that others read.
        raise StorageError(
            _("{path} is not a file.").format(path=path), _("Choose another name for the export.")
        )
    if path.exists() and path.samefile(log.path):
        raise StorageError(
            _("{path} is the log itself.").format(path=path),
            _("Choose another name for the export."),
        )
    if any(Path(f"{path.resolve()}{end}").exists() for end in ("-wal", "-journal")):
        # SQLite would put the leftovers of the old file into the new one.
        raise StorageError(
            _("{path} is in use by another program.").format(path=path),
            _("Close that program, or choose another name for the export."),
        )


def _copy_log(log: TrainingLog, draft: Path) -> tuple[int, int, int]:
    """Copy the log by SQLite's backup API, verified, and count as a CSV would have it."""
    try:
        copy_verified(log.path, draft)
        with closing(sqlite3.connect(draft)) as copy:
            workouts, sets, ratings = copy.execute(_DONE).fetchone()
    except sqlite3.Error as error:
        # The draft was made just before: what can be wrong with it is that the disk is full.
        trouble = storage_trouble(error, log.path)
        if trouble is None:
            raise
        raise trouble from error
    return workouts, sets, ratings


def _write_csv(log: TrainingLog, stream: TextIO, format_: ExportFormat) -> tuple[int, int, int]:
    """Write what was done and count workouts, sets and ratings."""
    with collector_at_rest():
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
    with log.reading() as session, collector_at_rest():
        connection = session.connection()
        tables = {name: read_rows(connection, table) for name, table in all_tables().items()}
    write_everything(stream, tables, schema.REVISION, utc_now())
    done = [row for row in tables["performed_set"] if row["done"] and not row["removed"]]
    items = {row["workout_exercise_id"] for row in done}
    workouts = {row["workout_id"] for row in tables["workout_exercise"] if row["id"] in items}
    return len(workouts), len(done), len(tables["pain_rating"])


@contextmanager
def _written_whole(path: Path) -> Iterator[Path]:
    """Yield a place for what takes its own when it is complete; it is for one's own eyes."""
    path = path.resolve()  # a link goes on leading to the file
    draft = path.with_name(path.name + ".part")
    try:
        draft.unlink(missing_ok=True)
        draft.touch(mode=0o600)
        yield draft
        draft.replace(path)
    except BaseException as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise _not_written(error, path) from error
        raise


@contextmanager
def _text(draft: Path) -> Iterator[TextIO]:
    """Yield the file to write text to; it is on disk afterwards."""
    # 'newline' is csv's own affair; with it the file is the same on all systems.
    with draft.open("w", encoding="utf-8", newline="") as stream:
        yield stream
        stream.flush()
        os.fsync(stream.fileno())


def _not_written(error: OSError, path: Path) -> StorageError:
    if error.errno in NO_SPACE:
        return no_space()
    return StorageError(
        _("{path} could not be written: {reason}.").format(
            path=path, reason=(error.strerror or str(error)).lower()
        ),
        _("Choose a folder that you may write to."),
    )
