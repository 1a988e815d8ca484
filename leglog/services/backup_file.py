"""A backup as one compressed file, '.leglog': a ZIP with the log and a page about it.

Any program that opens ZIP files gets at the SQLite file inside.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import zipfile
import zlib
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from leglog.errors import StorageError
from leglog.i18n import _
from leglog.models.trouble import NO_SPACE, no_space

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import IO

SUFFIX = ".leglog"
LOG_NAME, ABOUT_NAME = "leglog.db", "about.json"
LARGEST_LOG = 4 * 1024**3
_LARGEST_ABOUT = 64 * 1024
_PIECE = 1024 * 1024
_COUNTED = {
    "workouts": "SELECT count(*) FROM workout",
    "sets": "SELECT count(*) FROM performed_set WHERE done",
    "ratings": "SELECT count(*) FROM pain_rating",
    "routines": "SELECT count(*) FROM routine",
}
_NEWEST = """
    SELECT kind, at FROM (
        SELECT 'workout' AS kind, coalesce(ended_at, started_at, date) AS at FROM workout
        UNION ALL SELECT moment, recorded_at FROM pain_rating
    ) WHERE at IS NOT NULL ORDER BY at DESC LIMIT 1
"""
UNREADABLE = (OSError, zipfile.BadZipFile, zlib.error, ValueError, KeyError, EOFError,
              NotImplementedError, RuntimeError)  # fmt: skip
"""What reading a file raises that is no whole backup."""


@dataclass(frozen=True, slots=True)
class LogFigures:
    """What a log holds, in figures."""

    workouts: int
    sets: int
    ratings: int
    routines: int
    newest_kind: str | None
    """'workout' or the moment of a rating; None in an empty log."""
    newest_at: str | None
    """ISO text: an instant in UTC, or a day alone."""


def figures_of(connection: sqlite3.Connection) -> LogFigures:
    """Count what an open log holds; raises sqlite3.Error where it cannot be read."""
    counts = {name: connection.execute(query).fetchone()[0] for name, query in _COUNTED.items()}
    kind, at = connection.execute(_NEWEST).fetchone() or (None, None)
    return LogFigures(**counts, newest_kind=kind, newest_at=at)


def figures_from(about: Mapping[str, Any]) -> LogFigures:
    """Return the figures that a backup's page tells; raises ValueError or KeyError."""
    kind, at = about.get("newest_kind"), about.get("newest_at")
    return LogFigures(
        **{name: int(about[name]) for name in _COUNTED},
        newest_kind=None if kind is None else str(kind)[:60],
        newest_at=None if at is None else str(at)[:60],
    )


def pack(log: Path, target: Path, about: Mapping[str, Any]) -> None:
    """Write ``log`` and its page into ``target``, and read all of it again.

    Raises StorageError where what is read is not what was written, OSError where it cannot be.
    """
    page = {**about, "sha256": _sha256_of(log), "bytes": log.stat().st_size}
    target.touch(mode=0o600)
    with target.open("wb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            archive.write(log, LOG_NAME)
            archive.writestr(ABOUT_NAME, json.dumps(page, indent=1))
        file.flush()
        os.fsync(file.fileno())
    if not is_whole(target):
        raise StorageError(
            _("The copy could not be verified, so it does not count."),
            _("Check the disk and try again."),
        )


def read_about(path: Path) -> dict[str, Any]:
    """Return the page of a backup; raises one of ``UNREADABLE``."""
    with zipfile.ZipFile(path) as archive, archive.open(ABOUT_NAME) as page:
        found = json.loads(page.read(_LARGEST_ABOUT))
    if not isinstance(found, dict):
        raise TypeError(path)
    return found


def is_whole(path: Path) -> bool:
    """Read a backup through and compare it with the sum that its page tells."""
    try:
        about = read_about(path)
        digest = hashlib.sha256()
        with zipfile.ZipFile(path) as archive, archive.open(LOG_NAME) as log:
            for piece in iter(lambda: log.read(_PIECE), b""):
                digest.update(piece)
    except (*UNREADABLE, TypeError):
        return False
    return digest.hexdigest() == about.get("sha256")


def unpack(path: Path, target: Path) -> None:
    """Put the log of a backup, or a plain copy of a log, at ``target``.

    Raises StorageError where it is neither, or larger than any log, or where there is no room.
    """
    if not path.is_file():
        raise not_a_backup(path)  # a pipe would be waited for, a device read without end
    try:
        target.touch(mode=0o600)
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive, archive.open(LOG_NAME) as log:
                _copy(log, target)
        else:
            with path.open("rb") as log:
                _copy(log, target)
    except UNREADABLE as error:
        if isinstance(error, OSError) and error.errno in NO_SPACE:
            raise no_space() from error
        raise not_a_backup(path) from error


def not_a_backup(path: Path) -> StorageError:
    """Return the sentence for a file that cannot be restored."""
    return StorageError(
        _("{name} is damaged, or no backup of LegLog.").format(name=path.name),
        _("Choose another backup. Nothing was changed."),
    )


def newer_backup(path: Path) -> StorageError:
    """Return the sentence for a backup that a newer LegLog made."""
    return StorageError(
        _("{name} was made by a newer LegLog.").format(name=path.name),
        _("Install the newest LegLog, then restore it. Nothing was changed."),
    )


def looks_whole(log: Path) -> bool:
    """Say whether a plain SQLite file passes SQLite's own complete check."""
    try:
        with closing(sqlite3.connect(f"{log.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            connection.execute("PRAGMA trusted_schema = OFF")
            return bool(connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok")
    except sqlite3.Error:
        return False


def _copy(source: IO[bytes], target: Path) -> None:
    left = LARGEST_LOG
    with target.open("wb") as file:
        while piece := source.read(_PIECE):
            left -= len(piece)
            if left < 0:
                raise ValueError(target)
            file.write(piece)


def _sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def remove_folder(folder: Path) -> None:
    """Remove a folder of ours with all that is in it, if it is there."""
    shutil.rmtree(folder, ignore_errors=True)
