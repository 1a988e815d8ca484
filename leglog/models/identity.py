"""What a file is, before it is opened as a log; light, to be read while SQLAlchemy loads."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from leglog.errors import DamagedLog, StorageError
from leglog.i18n import _
from leglog.models import schema
from leglog.models.trouble import damaged, storage_trouble

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def is_sound(path: Path) -> bool:
    """Say whether there is a file, all of whose pages were read; raises StorageError."""
    if not path.exists():
        return False
    with troubles_told(path):
        check_identity(path)
    return True


@contextmanager
def troubles_told(path: Path) -> Iterator[None]:
    """Raise what the system or SQLite says of the file at ``path`` as a StorageError."""
    try:
        yield
    except UnicodeDecodeError as error:
        # SQLite's own complaint about a damaged schema repeats what stands there.
        raise damaged(path) from error
    except Exception as error:
        trouble = storage_trouble(error, path)
        if trouble is None:
            raise
        raise trouble from error


def check_identity(path: Path) -> None:
    """Raise StorageError where the file is empty, damaged or another program's.

    sqlite3.Error and OSError come through where it cannot be read at all.
    """
    if path.stat().st_size == 0:
        raise DamagedLog(
            _("The log file {path} is empty: its contents were lost outside LegLog.").format(
                path=path
            ),
            _("Put a copy from the folder 'backups' in its place, or move the file away."),
        )
    with closing(plain_connection(path)) as connection:
        application_id = connection.execute("PRAGMA application_id").fetchone()[0]
        if application_id != schema.APPLICATION_ID:
            if _has_our_tables(connection):
                raise damaged(path)
            raise StorageError(
                _("{path} is not a log of LegLog. It was left untouched.").format(path=path),
                _("Choose another folder, or move that file away."),
            )
        if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise damaged(path)


def _has_our_tables(connection: sqlite3.Connection) -> bool:
    """Say whether only the mark in the header is lost."""
    names = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema")}
    return {"alembic_version", "workout", "performed_set", "pain_rating"} <= names


def plain_connection(path: Path) -> sqlite3.Connection:
    """Open for a look; for reading only where changes wait beside the file.

    The last to close would fold them in, and a file that is found damaged must not be written to.
    Without such changes reading only would leave two empty files behind.
    """
    wal = path.with_name(path.name + "-wal")
    waiting = wal.exists() and wal.stat().st_size > 0
    uri = f"{path.absolute().as_uri()}?mode={'ro' if waiting else 'rw'}"
    connection = sqlite3.connect(uri, uri=True, timeout=schema.BUSY_TIMEOUT_S)
    connection.execute("PRAGMA trusted_schema = OFF")
    # Names in a damaged schema may be no text any more.
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    return connection
