"""The two engines of a log file: one that writes, one that cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, create_engine, event

from leglog.models import journal, schema

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection


def writer(path: Path) -> Engine:
    """Return the engine that writes and keeps the undo journal."""
    engine = plain_writer(path)
    event.listen(engine, "connect", journal.install)
    return engine


def plain_writer(path: Path) -> Engine:
    """Return a writing engine without the undo journal, for migrations."""
    engine = _engine(path)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def reader(path: Path) -> Engine:
    """Return the engine that refuses every writing statement."""
    engine = _engine(path)
    event.listen(engine, "connect", _forbid_writing)
    event.listen(engine, "begin", _begin)
    return engine


def _engine(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": schema.BUSY_TIMEOUT_S})
    event.listen(engine, "connect", _set_pragmas)
    return engine


def _set_pragmas(dbapi_connection: Any, _record: object) -> None:
    # SQLAlchemy begins transactions (see _begin), so sqlite3 must not begin its own.
    dbapi_connection.isolation_level = None
    cursor = dbapi_connection.cursor()
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "trusted_schema = OFF",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _forbid_writing(dbapi_connection: Any, _record: object) -> None:
    dbapi_connection.execute("PRAGMA query_only = ON")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _begin_immediate(connection: Connection) -> None:
    # Taking the write lock at once means that no transaction fails half-way for want of it.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
