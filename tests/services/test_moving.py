from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from leglog.errors import StorageError
from leglog.models.lock import lock_data
from leglog.paths import MOVED_NAME, folders
from leglog.services.backups import make_backup
from leglog.services.moving import move_data
from leglog.services.routine_reading import routine_list
from leglog.services.routines import add_routine
from leglog.services.training_log import open_log

if TYPE_CHECKING:
    from pathlib import Path

NOW = dt.datetime(2026, 11, 21, 18, 6).astimezone()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder of data with a routine and a backup in it."""
    home = tmp_path / "home"
    log = open_log(folders(home).database)
    add_routine(log, "Legs")
    log.close()
    make_backup(folders(home).database, folders(home).backups, NOW)
    return home


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    """A folder that is somewhere else and empty."""
    (tmp_path / "drive").mkdir()
    return tmp_path / "drive"


def test_moved_log_is_opened_at_the_next_start(home: Path, drive: Path) -> None:
    assert move_data(folders(home), drive) == drive
    found = folders(home)
    assert (found.data, found.config) == (drive, home / "config")
    log = open_log(found.database)
    assert [routine.name for routine in routine_list(log)] == ["Legs"]
    log.close()


def test_backups_move_along_and_the_old_copy_stays(home: Path, drive: Path) -> None:
    before = folders(home)
    move_data(before, drive)
    assert len(list(folders(home).backups.iterdir())) == 1
    assert before.database.exists()


def test_moving_into_a_folder_in_use_makes_one_of_its_own(home: Path, drive: Path) -> None:
    (drive / "letter.txt").touch()
    drive.chmod(0o755)
    assert move_data(folders(home), drive) == drive / "LegLog"
    assert drive.stat().st_mode & 0o777 == 0o755


def test_a_log_that_is_there_is_not_replaced(home: Path, drive: Path) -> None:
    (drive / "LegLog").mkdir()
    (drive / "LegLog" / "leglog.db").write_bytes(b"another")
    with pytest.raises(StorageError, match="already"):
        move_data(folders(home), drive)
    assert (drive / "LegLog" / "leglog.db").read_bytes() == b"another"
    assert folders(home).data == home


def test_missing_folder_is_said_and_nothing_moves(home: Path, drive: Path) -> None:
    with pytest.raises(StorageError):
        move_data(folders(home), drive / "gone")
    assert folders(home).data == home


def test_moved_data_that_is_gone_is_not_begun_anew(home: Path, drive: Path) -> None:
    move_data(folders(home), drive)
    (drive / "leglog.db").unlink()
    with pytest.raises(StorageError, match="was moved to") as refused:
        lock_data(folders(home))
    assert MOVED_NAME in refused.value.remedy
    assert not (drive / "leglog.db").exists()


def test_data_moves_again_from_where_it_is(home: Path, drive: Path, tmp_path: Path) -> None:
    move_data(folders(home), drive)
    (tmp_path / "next").mkdir()
    move_data(folders(home), tmp_path / "next")
    assert folders(home).data == tmp_path / "next"
