"""Brings a log file to the newest schema; alembic is imported only here, and only when needed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import event

from leglog.errors import NewerLog, StorageError
from leglog.i18n import _
from leglog.models import schema
from leglog.models.base import utc_now
from leglog.models.engines import plain_writer

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Engine

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(engine: Engine) -> None:
    """Run the missing migrations in one transaction, on an engine that was not used yet.

    Raises ValueError where a migration would leave rows without their parents; nothing is changed.
    """
    from alembic import command

    event.listen(engine, "connect", _forget_foreign_keys)
    with engine.begin() as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, schema.REVISION)
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            msg = "a migration left rows whose parents are gone"
            raise ValueError(msg)
        connection.exec_driver_sql(f"PRAGMA application_id = {schema.APPLICATION_ID}")


def _forget_foreign_keys(connection: sqlite3.Connection, _record: object) -> None:
    """Let a table be rebuilt: SQLite would take away with the old one all that belongs to it."""
    connection.execute("PRAGMA foreign_keys = OFF")


def upgrade_file(path: Path, revision: str | None) -> Path:
    """Copy an older log aside, verify the copy, and upgrade the log; return the copy.

    Raises StorageError for a log of a newer LegLog, which stays untouched.
    """
    if revision not in _known_revisions():
        raise NewerLog(
            _("The log {path} was written by a newer LegLog. It was left untouched.").format(
                path=path
            ),
            _("Install the newest LegLog, or start with another folder (--data-dir)."),
        )
    copy = _copy_aside(path, revision)
    engine = plain_writer(path)
    try:
        upgrade(engine)
    finally:
        engine.dispose()
    return copy


def _known_revisions() -> frozenset[str | None]:
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory.from_config(_config())
    return frozenset(script.revision for script in scripts.walk_revisions())


def _copy_aside(path: Path, revision: str | None) -> Path:
    folder = path.parent / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    copy = folder / f"before-upgrade-{revision}-{utc_now():%Y%m%dT%H%M%SZ}.db"
    copy.touch(mode=0o600)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
        if target.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise StorageError(
                _("The log could not be copied before the upgrade, so it was not upgraded."),
                _("Check the disk and try again."),
            )
    return copy


def _config() -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config
