from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from leglog.errors import AlreadyOpen, StorageError
from leglog.models import schema
from leglog.models.database import open_database
from leglog.models.lock import FolderLock
from leglog.models.tables import Base
from leglog.services.training_log import open_log

if TYPE_CHECKING:
    from pathlib import Path

    from leglog.services.training_log import TrainingLog


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def run(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


def test_migrations_and_models_agree(log: TrainingLog) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with log.reading() as session:
        context = MigrationContext.configure(session.connection())
        assert compare_metadata(context, Base.metadata) == []


def test_migrations_hold_every_check_of_the_models(log: TrainingLog) -> None:
    with log.reading() as session:
        sql = "\n".join(
            row[0]
            for row in session.connection().exec_driver_sql(
                "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"
            )
        )
    checks = [
        str(constraint.name)
        for table in Base.metadata.sorted_tables
        for constraint in table.constraints
    ]
    assert len(checks) > 80
    assert [name for name in checks if name not in sql] == []


def test_newest_revision_is_the_one_the_program_expects() -> None:
    from alembic.script import ScriptDirectory

    from leglog.models.upgrade import _config

    assert ScriptDirectory.from_config(_config()).get_heads() == [schema.REVISION]


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("trusted_schema", 0)],
)
def test_writing_connection_is_durable_and_strict(
    log_path: Path, pragma: str, value: object
) -> None:
    database = open_database(log_path)
    with database.writer.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value
    database.close()


def test_file_carries_the_application_id(log_path: Path) -> None:
    with closing(sqlite3.connect(log_path)) as connection:
        found = connection.execute("PRAGMA application_id").fetchone()[0]
    assert found == schema.APPLICATION_ID


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX rights")
def test_files_are_private(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "data" / "leglog.db"
    open_log(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_creation_leaves_no_draft_behind(tmp_path: Path) -> None:
    path = tmp_path / "leglog.db"
    path.with_name("leglog.db.new").write_bytes(b"half a file from a killed start")
    open_log(path).close()
    assert [entry.name for entry in tmp_path.iterdir()] == ["leglog.db"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"not a database at all, but long enough to be read as one" * 20, "damaged"),
    ],
)
def test_unreadable_file_is_refused_and_kept(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "leglog.db"
    path.write_bytes(content)
    with pytest.raises(StorageError, match=sentence):
        open_database(path)
    assert files(tmp_path) == {"leglog.db": content}


def test_damaged_pages_are_refused_and_kept(log_path: Path) -> None:
    content = bytearray(log_path.read_bytes())
    for start in range(4096, len(content), 8192):
        content[start : start + 600] = b"\xff" * 600
    log_path.write_bytes(bytes(content))
    with pytest.raises(StorageError, match="damaged"):
        open_database(log_path)
    assert files(log_path.parent) == {"leglog.db": bytes(content)}


def test_other_programs_database_is_refused_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "leglog.db"
    run(path, "CREATE TABLE recipe (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(StorageError, match="not a log of LegLog"):
        open_database(path)
    assert path.read_bytes() == before


def test_newer_log_is_refused_and_kept(log_path: Path) -> None:
    run(log_path, "UPDATE alembic_version SET version_num = '9999'")
    before = log_path.read_bytes()
    with pytest.raises(StorageError, match="newer LegLog"):
        open_database(log_path)
    assert log_path.read_bytes() == before


def test_locked_log_is_refused_with_a_sentence(
    log_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("leglog.models.schema.BUSY_TIMEOUT_S", 0)
    with closing(sqlite3.connect(log_path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("UPDATE exercise SET own_note = own_note")
        with pytest.raises(StorageError, match="in use by another program"):
            open_database(log_path)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_folder_without_write_rights_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    with pytest.raises(StorageError, match="cannot be used"):
        open_database(folder / "deeper" / "leglog.db")


def test_path_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where a folder should be")
    with pytest.raises(StorageError, match="cannot be used"):
        open_database(tmp_path / "data" / "leglog.db")


def test_second_lock_on_a_folder_is_refused_until_release(tmp_path: Path) -> None:
    with FolderLock(tmp_path), pytest.raises(AlreadyOpen):
        FolderLock(tmp_path)
    FolderLock(tmp_path).release()


def test_copied_log_opens(log_path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere" / "leglog.db"
    copy.parent.mkdir()
    shutil.copy(log_path, copy)
    open_log(copy).close()
