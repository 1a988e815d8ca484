from __future__ import annotations

import datetime as dt
import os
import sqlite3
import stat
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from leglog.errors import StorageError
from leglog.services.backups import back_up_if_due, backups, keep_few, make_backup
from leglog.services.training_log import open_log

if TYPE_CHECKING:
    from pathlib import Path

    from leglog.services.training_log import TrainingLog

NOW = dt.datetime(2026, 11, 21, 8, 2).astimezone()
DAY = dt.timedelta(days=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def test_backup_of_a_log_in_use_opens_as_a_log(log: TrainingLog, folder: Path) -> None:
    made = make_backup(log.path, folder, NOW)
    open_log(made.path).close()
    assert backups(folder) == (made,)
    assert made.made_at == NOW


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX rights")
def test_backups_are_private(log: TrainingLog, folder: Path) -> None:
    made = make_backup(log.path, folder, NOW)
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_one_backup_a_day_is_enough(log: TrainingLog, folder: Path) -> None:
    assert back_up_if_due(log.path, folder, NOW) is not None
    assert back_up_if_due(log.path, folder, NOW + dt.timedelta(hours=3)) is None
    assert back_up_if_due(log.path, folder, NOW + DAY) is not None


def test_damaged_log_gives_no_backup_and_leaves_none_half_made(
    tmp_path: Path, folder: Path
) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"no database, but long enough to look at" * 30)
    with pytest.raises(StorageError):
        make_backup(broken, folder, NOW)
    assert list(folder.iterdir()) == []


def test_folder_that_is_a_file_is_told(log: TrainingLog, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StorageError):
        make_backup(log.path, tmp_path / "file", NOW)


def test_few_are_kept_by_day_week_and_month(folder: Path) -> None:
    folder.mkdir()
    for back in range(500):
        name = f"leglog-{NOW - back * DAY:%Y%m%d-%H%M%S}.db"
        (folder / name).touch()
    (folder / "somebody's file.db").touch()
    keep_few(folder)
    kept = backups(folder)
    assert 14 + 6 + 10 <= len(kept) <= 14 + 8 + 12
    assert [backup.made_at for backup in kept[:14]] == [NOW - n * DAY for n in range(14)]
    assert (folder / "somebody's file.db").exists()


def test_backup_holds_what_was_confirmed(log: TrainingLog, folder: Path) -> None:
    made = make_backup(log.path, folder, NOW)
    with closing(sqlite3.connect(made.path)) as connection:
        assert connection.execute("SELECT count(*) FROM exercise").fetchone() == (110,)
