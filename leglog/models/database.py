"""Opens the log file: checks what it is, brings it up to date."""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leglog.models import engines, schema
from leglog.models.identity import check_identity, plain_connection, troubles_told
from leglog.models.tables import Base
from leglog.models.trouble import damaged
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


def open_database(path: Path, *, is_checked: bool = False) -> Database:
    """Open the log at ``path``, creating it or bringing it up to date.

    ``is_checked`` says that ``identity.is_sound`` has just read all of it.
    Raises StorageError with a sentence where the file is damaged, empty, of another program, of a
    newer LegLog, in use, or where its folder cannot be written; the file is then left untouched.
    """
    with troubles_told(path):
        make_private(path.parent)
        if not path.exists():
            _create(path)
        if not is_checked:
            check_identity(path)
        _bring_up_to_date(path)
        if os.name == "posix":
            path.chmod(0o600)
        return Database(path, engines.writer(path), engines.reader(path))


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


def _bring_up_to_date(path: Path) -> None:
    with closing(plain_connection(path)) as connection:
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
