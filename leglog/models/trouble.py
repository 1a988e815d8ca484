"""Turns what SQLite and the system complain of into sentences for the user."""

from __future__ import annotations

import errno
import sqlite3
from typing import TYPE_CHECKING

from leglog.errors import DamagedLog, FullDisk, StorageError
from leglog.i18n import _

if TYPE_CHECKING:
    from pathlib import Path

NO_SPACE = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})
"""Numbers of the errors of a disk, or of a person's share of it, that is full."""


def storage_trouble(error: BaseException, path: Path) -> StorageError | None:
    """Return the sentence for a storage failure, or None where the mistake is ours.

    ``error`` may be SQLAlchemy's wrapper, sqlite3's own error or an OSError.
    """
    # SQLAlchemy is not imported for its class: the lock is taken before the window is painted.
    cause = getattr(error, "orig", None) or error
    if isinstance(cause, OSError):
        return _system_trouble(cause, path)
    if isinstance(cause, sqlite3.Error):
        return _sqlite_trouble(cause, path)
    return None


def damaged(path: Path) -> DamagedLog:
    """Return the sentence for a file that cannot be read as a database."""
    return DamagedLog(
        _("The log file {path} is damaged and cannot be read. It was left as it is.").format(
            path=path
        ),
        _("Put a copy from the folder {folder} in its place; keep the damaged file.").format(
            folder=path.parent / "backups"
        ),
    )


def no_space() -> FullDisk:
    """Return the sentence for a disk that is full."""
    return FullDisk(
        _("This could not be saved: the disk is full."),
        _("Free some space and try again. What you typed is still here."),
    )


def _system_trouble(error: OSError, path: Path) -> StorageError:
    if error.errno in NO_SPACE:
        return no_space()
    return StorageError(
        _("The log at {path} cannot be used: {reason}.").format(
            path=path, reason=(error.strerror or str(error)).lower()
        ),
        _("Choose a folder that you may write to, or mend its rights, and try again."),
    )


def _sqlite_trouble(error: sqlite3.Error, path: Path) -> StorageError | None:
    code = getattr(error, "sqlite_errorcode", 0)
    if code == sqlite3.SQLITE_IOERR_SHMSIZE:
        # The file of shared memory cannot grow where there is no space.
        return no_space()
    match code & 0xFF:
        case sqlite3.SQLITE_FULL:
            return no_space()
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StorageError(
                _("The log file {path} is in use by another program.").format(path=path),
                _("Close that program and try again."),
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN:
            return StorageError(
                _("LegLog can not write to {path}.").format(path=path),
                _("Mend the rights of the folder, or start with another one (--data-dir)."),
            )
        case sqlite3.SQLITE_IOERR:
            return StorageError(
                _("The disk with {path} reported an error.").format(path=path),
                _("Check the disk, the space on it and the connection to it, and try again."),
            )
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return damaged(path)
    return None
