"""A damaged log: what could still be read, what the newest good backup holds, and going on.

The damaged file is never written to. Everything is made ready beside it; only the person's choice
puts it into its place, and the damaged file is kept in a folder of its own.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leglog.errors import FullDisk, LeglogError
from leglog.formats.everything import Everything
from leglog.models import schema
from leglog.models.database import open_database
from leglog.models.stored import all_tables, read_rows
from leglog.paths import make_private
from leglog.services.backup_file import LogFigures, figures_of, looks_whole, remove_folder, unpack
from leglog.services.backups import Backup, backups
from leglog.services.merging import merge
from leglog.services.restoring import RECOVERY_SCRATCH
from leglog.services.salvage import salvage
from leglog.services.training_log import open_log

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

_STAMP = "%Y%m%d-%H%M%S"


@dataclass(frozen=True, slots=True)
class Ready:
    """A whole log that could take the place of the damaged one."""

    path: Path
    figures: LogFigures


@dataclass(frozen=True, slots=True)
class Recovery:
    """What can be done about a damaged log; all of it is made ready, nothing is changed."""

    damaged: Path
    backup: Backup | None
    """The newest one that is whole."""
    from_backup: Ready | None
    salvaged: Ready
    """What could be read of the damaged file; may be empty."""
    together: Ready
    """The backup with what only the damaged file has; without a backup, what could be read."""

    @property
    def only_in_damaged(self) -> tuple[int, int]:
        """Workouts and ratings that the backup does not hold and that could be read."""
        if self.from_backup is None:
            return self.salvaged.figures.workouts, self.salvaged.figures.ratings
        return (
            self.together.figures.workouts - self.from_backup.figures.workouts,
            self.together.figures.ratings - self.from_backup.figures.ratings,
        )


def prepare_recovery(damaged: Path, *folders: Path) -> Recovery:
    """Make ready what there is, from the backups in ``folders`` too.

    Raises OSError or StorageError where there is no room to work in.
    """
    scratch = damaged.parent / RECOVERY_SCRATCH
    remove_folder(scratch)
    make_private(scratch)
    read = scratch / "salvaged.db"
    salvage(damaged, read)
    salvaged = _ready(read)
    backup, unpacked = _newest_whole(scratch, *folders)
    if unpacked is None:
        return Recovery(damaged, None, None, salvaged, salvaged)
    from_backup = _ready(unpacked)
    together = scratch / "together.db"
    shutil.copyfile(unpacked, together)
    try:
        _merge_into(together, read)
    except FullDisk:
        raise
    except LeglogError:
        # What was read does not hold together with the backup: the backup alone is sound.
        shutil.copyfile(unpacked, together)
    return Recovery(damaged, backup, from_backup, salvaged, _ready(together))


def recover(recovery: Recovery, choice: Ready, now: dt.datetime) -> Path:
    """Put ``choice`` in the place of the damaged log and return where that is kept.

    After a power cut the damaged log is still there, or the choice is. Raises OSError.
    """
    aside = recovery.damaged.parent / f"damaged-{now.strftime(_STAMP)}"
    make_private(aside)
    files = [recovery.damaged.with_name(recovery.damaged.name + end) for end in ("", "-wal")]
    for file in files:
        if file.exists():
            shutil.copy2(file, aside / file.name)
    with choice.path.open("rb+") as file_:
        os.fsync(file_.fileno())
    # The old write-ahead log must be gone before the new file comes: it would be played into it.
    for end in ("-wal", "-shm"):
        recovery.damaged.with_name(recovery.damaged.name + end).unlink(missing_ok=True)
    choice.path.replace(recovery.damaged)
    remove_folder(recovery.damaged.parent / RECOVERY_SCRATCH)
    return aside


def _newest_whole(scratch: Path, *folders: Path) -> tuple[Backup | None, Path | None]:
    """Return the newest backup that opens as a log, with its log unpacked."""
    found = [backup for folder in folders for backup in backups(folder)]
    for number, backup in enumerate(sorted(found, key=lambda one: one.made_at, reverse=True)):
        target = scratch / f"backup-{number}.db"
        try:
            unpack(backup.path, target)
            open_database(target).close()
        except FullDisk:
            raise  # a backup that finds no room here is none the worse
        except (LeglogError, OSError):
            continue
        if looks_whole(target):
            return backup, target
    return None, None


def _merge_into(target: Path, read: Path) -> None:
    source, log = open_log(read), open_log(target)
    try:
        with source.reading() as session:
            connection = session.connection()
            tables = {
                name: tuple(read_rows(connection, table)) for name, table in all_tables().items()
            }
        merge(log, Everything(schema.REVISION, "", tables))
    finally:
        source.close()
        log.close()


def _ready(path: Path) -> Ready:
    """Fold the write-ahead log into the file, so that it can be moved alone, and count."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        figures = figures_of(connection)
    with suppress(OSError):
        path.chmod(0o600)
    return Ready(path, figures)
