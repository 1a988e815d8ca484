"""Opens the log file: checks what it is, brings it up to date."""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from leglog.errors import DamagedLog, StorageError
from leglog.i18n import _
from leglog.models import engines, schema
from leglog.models.tables import Base
from leglog.models.trouble import damaged, storage_trouble
from leglog.paths import make_private

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine


@dataclass(frozen=True, slots=True)
class Database:
    """An open log file: one engine that writes with a journal, one that cannot write."""

    path: Path
    writer: Engine
    reader: Engine

    def close(self) -> None:
        """Close all connections; the write-ahead log is then folded into the file."""
        self.reader.dispose()
        self.writer.dispose()


def open_database(path: Path) -> Database:
    """Open the log at ``path``, creating it or bringing it up to date.

    Raises StorageError with a sentence where the file is damaged, empty, of another program, of a
    newer LegLog, in use, or where its folder cannot be written; the file is then left untouched.
    """
    try:
        make_private(path.parent)
        if not path.exists():
            _create(path)
        _check_identity(path)
        _bring_up_to_date(path)
        if os.name == "posix":
            path.chmod(0o600)
        return Database(path, engines.writer(path), engines.reader(path))
    except UnicodeDecodeError as error:
        # SQLite's own complaint about a damaged schema repeats what stands there.
        raise damaged(path) from error
    except (OSError, sqlite3.Error, DBAPIError) as error:
        trouble = storage_trouble(error, path)
        if trouble is None:
            raise
        raise trouble from error


def _create(path: Path) -> None:
    """Make a new log beside its place and move it there, so that no half one is ever found."""
    from leglog.models.upgrade import upgrade

    draft = path.with_name(path.name + ".new")
    for leftover in path.parent.glob(draft.name + "*"):
        leftover.unlink()
    draft.touch(mode=0o600)
    engine = engines.plain_writer(draft)
    try:
        upgrade(engine)
    finally:
        engine.dispose()
    draft.replace(path)


def _check_identity(path: Path) -> None:
    if path.stat().st_size == 0:
        raise DamagedLog(
            _("The log file {path} is empty: its contents were lost outside LegLog.").format(
                path=path
            ),
            _("Put a copy from the folder 'backups' in its place, or move the file away."),
        )
    with closing(_plain_connection(path)) as connection:
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


def _bring_up_to_date(path: Path) -> None:
    with closing(_plain_connection(path)) as connection:
        revision = _revision(connection, path)
        if revision == schema.REVISION:
            _check_tables(connection, path)
            return
    from leglog.models.upgrade import upgrade_file

    upgrade_file(path, revision)


def _revision(connection: sqlite3.Connection, path: Path) -> str:
    try:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.OperationalError as error:
        raise damaged(path) from error
    if row is None or not re.fullmatch(r"[0-9]{4}", str(row[0])):
        raise damaged(path)
    return str(row[0])


def _check_tables(connection: sqlite3.Connection, path: Path) -> None:
    """Ask every table for all its columns: a damaged schema would fail only when it is used."""
    try:
        for table in Base.metadata.sorted_tables:
            names = ", ".join(column.name for column in table.columns)
            connection.execute(f"SELECT {names} FROM {table.name} LIMIT 0")  # noqa: S608  our own
    except sqlite3.OperationalError as error:
        raise damaged(path) from error


def _plain_connection(path: Path) -> sqlite3.Connection:
    """Open for a look; for reading only where changes wait beside the file.

    The last to close would fold them in, and a file that is found damaged must not be written to.
    Without such changes reading only would leave two empty files behind.
    """
    wal = path.with_name(path.name + "-wal")
    waiting = wal.exists() and wal.stat().st_size > 0
    uri = f"{path.absolute().as_uri()}?mode={'ro' if waiting else 'rw'}"
    connection = sqlite3.connect(uri, uri=True, timeout=engines.BUSY_TIMEOUT_S)
    connection.execute("PRAGMA trusted_schema = OFF")
    # Names in a damaged schema may be no text any more.
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    return connection
