"""Going back to a backup: what each holds, what would be lost, and the way back again."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from leglog.errors import LeglogError, NewerLog
from leglog.models.database import open_database
from leglog.models.trouble import storage_trouble
from leglog.services.backup_file import (
    UNREADABLE,
    LogFigures,
    figures_from,
    figures_of,
    is_whole,
    looks_whole,
    newer_backup,
    not_a_backup,
    read_about,
    remove_folder,
    unpack,
)
from leglog.services.backups import Backup, BackupKind, backups, make_backup

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from leglog.services.training_log import TrainingLog

SCRATCH = "restore.part-"
RECOVERY_SCRATCH = "recovery.part"
_KINDS = ("workout", "performed_set", "pain_rating", "routine")


@dataclass(frozen=True, slots=True)
class BackupView:
    """A backup as a list shows it; ``figures`` are None where it is damaged."""

    backup: Backup
    size: int
    """Bytes."""
    figures: LogFigures | None


@dataclass(frozen=True, slots=True)
class Difference:
    """How many are in one log and not in the other."""

    workouts: int
    sets: int
    ratings: int
    routines: int

    @property
    def is_none(self) -> bool:
        """Whether there is no difference in what is counted."""
        return not (self.workouts or self.sets or self.ratings or self.routines)


@dataclass(frozen=True, slots=True)
class RestorePreview:
    """What restoring would change; nothing was changed yet."""

    now: LogFigures
    then: LogFigures
    lost: Difference
    """Here now, not in the backup."""
    regained: Difference
    """In the backup, not here now."""


def backup_list(folder: Path) -> tuple[BackupView, ...]:
    """Return the backups in ``folder``, each read through, the newest first."""
    return tuple(view_of(backup) for backup in backups(folder))


def view_of(backup: Backup) -> BackupView:
    """Read one backup through."""
    try:
        size = backup.path.stat().st_size
    except OSError:
        return BackupView(backup, 0, None)
    return BackupView(backup, size, _figures(backup.path))


def preview_restore(log: TrainingLog, path: Path) -> RestorePreview:
    """Compare a backup, or a plain copy of a log, with the log; nothing is changed.

    Raises StorageError where ``path`` cannot be restored.
    """
    with (
        _unpacked(log, path) as copy,
        closing(_read_only(copy)) as then,
        closing(_read_only(log.path)) as now,
    ):
        names = [(_uuids(now, kind), _uuids(then, kind)) for kind in _KINDS]
        lost = Difference(*(len(here - there) for here, there in names))
        regained = Difference(*(len(there - here) for here, there in names))
        return RestorePreview(figures_of(now), figures_of(then), lost, regained)


def restore(log: TrainingLog, path: Path, folder: Path, now: dt.datetime) -> Backup:
    """Put a backup in the place of the log; return the copy of what was there before.

    That copy undoes the restore. The change is one transaction: after a power cut the log is as it
    was before, or as it is after. Raises StorageError; the log is then as it was.
    """
    with _unpacked(log, path) as copy:
        before = make_backup(log.path, folder, now, BackupKind.BEFORE_RESTORE)
        log.replace_contents(copy)
    return before


def clear_leftovers(data: Path) -> None:
    """Remove what a killed restore or recovery left behind; nobody else may use the folder."""
    for leftover in (*data.glob(f"{SCRATCH}*"), data / RECOVERY_SCRATCH):
        remove_folder(leftover)


@contextmanager
def _unpacked(log: TrainingLog, path: Path) -> Iterator[Path]:
    """Yield the log of a backup as a file of its own, whole and of this program's schema."""
    scratch = _scratch_beside(log.path)
    try:
        copy = scratch / "leglog.db"
        unpack(path, copy)
        try:
            open_database(copy).close()
        except NewerLog:
            raise newer_backup(path) from None
        except LeglogError as error:
            raise not_a_backup(path) from error
        if not looks_whole(copy):
            raise not_a_backup(path)
        yield copy
    finally:
        remove_folder(scratch)


def _scratch_beside(path: Path) -> Path:
    """Make a folder of its own: a preview may be read while another backup is restored."""
    try:
        return Path(tempfile.mkdtemp(prefix=SCRATCH, dir=path.parent))
    except OSError as error:
        trouble = storage_trouble(error, path)
        assert trouble is not None  # noqa: S101  every OSError has a sentence
        raise trouble from error


def _figures(path: Path) -> LogFigures | None:
    try:
        if path.suffix == ".db":
            with closing(_read_only(path)) as connection:
                return figures_of(connection) if looks_whole(path) else None
        return figures_from(read_about(path)) if is_whole(path) else None
    except (*UNREADABLE, TypeError, sqlite3.Error):
        return None


def _uuids(connection: sqlite3.Connection, table: str) -> set[str]:
    done = " WHERE done" if table == "performed_set" else ""
    return {row[0] for row in connection.execute(f"SELECT uuid FROM {table}{done}")}  # noqa: S608


def _read_only(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection
