from __future__ import annotations

import datetime as dt
import os
import sqlite3
import stat
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from leglog.errors import LeglogError, StorageError
from leglog.services.backup_file import is_whole, read_about, unpack
from leglog.services.backups import (
    BackupKind,
    back_up_if_due,
    backups,
    choose_second_folder,
    copy_to_second,
    keep_few,
    make_backup,
    second_folder,
)
from leglog.services.training_log import open_log
from tests.services.actions_transfer import bring_in

if TYPE_CHECKING:
    from pathlib import Path

    from leglog.services.training_log import TrainingLog

NOW = dt.datetime(2026, 11, 21, 8, 2).astimezone()
DAY = dt.timedelta(days=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def test_backup_of_a_log_in_use_opens_as_a_log(
    log: TrainingLog, folder: Path, tmp_path: Path
) -> None:
    made = make_backup(log.path, folder, NOW)
    unpack(made.path, tmp_path / "again.db")
    open_log(tmp_path / "again.db").close()
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


def test_backup_holds_what_was_confirmed(log: TrainingLog, folder: Path, tmp_path: Path) -> None:
    made = make_backup(log.path, folder, NOW)
    unpack(made.path, tmp_path / "again.db")
    with closing(sqlite3.connect(tmp_path / "again.db")) as connection:
        assert connection.execute("SELECT count(*) FROM exercise").fetchone() == (110,)


def test_backup_is_compressed_and_tells_what_it_holds(log: TrainingLog, folder: Path) -> None:
    bring_in(log)
    made = make_backup(log.path, folder, NOW)
    assert made.path.stat().st_size < log.path.stat().st_size / 2
    about = read_about(made.path)
    assert (about["workouts"], about["sets"], about["kind"]) == (2, 3, "by_hand")
    assert about["newest_kind"] == "workout"


@pytest.mark.parametrize("damage", ["cut", "flipped", "emptied", "nonsense"])
def test_damaged_backup_does_not_count_as_whole(
    log: TrainingLog, folder: Path, damage: str
) -> None:
    path = make_backup(log.path, folder, NOW).path
    content = bytearray(path.read_bytes())
    assert is_whole(path)
    content[len(content) // 2] ^= 255
    changed: dict[str, bytes | bytearray] = {
        "cut": content[: len(content) // 2],
        "flipped": content,
        "emptied": b"",
        "nonsense": b"PK\x03\x04" + b"x" * 500,
    }
    path.write_bytes(changed[damage])
    assert not is_whole(path)


def test_missing_log_gives_no_empty_backup(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(StorageError):
        make_backup(tmp_path / "nowhere.db", folder, NOW)
    assert backups(folder) == ()
    assert not (tmp_path / "nowhere.db").exists()


def test_two_backups_of_a_second_are_both_kept(log: TrainingLog, folder: Path) -> None:
    first = make_backup(log.path, folder, NOW)
    second = make_backup(log.path, folder, NOW)
    assert {first, second} == set(backups(folder))


def test_all_backups_of_two_days_are_kept(log: TrainingLog, folder: Path) -> None:
    hours = [NOW - dt.timedelta(hours=3 * count) for count in range(4)]
    for moment in reversed(hours):
        make_backup(log.path, folder, moment, BackupKind.BEFORE_RESTORE)
    assert [one.made_at for one in backups(folder)] == hours
    assert {one.kind for one in backups(folder)} == {BackupKind.BEFORE_RESTORE}


def test_clock_that_was_a_year_ahead_does_not_make_a_backup_each_time(
    log: TrainingLog, folder: Path
) -> None:
    back_up_if_due(log.path, folder, NOW + 365 * DAY)
    assert back_up_if_due(log.path, folder, NOW) is not None
    assert back_up_if_due(log.path, folder, NOW) is None


def test_second_folder_gets_a_verified_copy(log: TrainingLog, folder: Path, tmp_path: Path) -> None:
    second = tmp_path / "usb"
    second.mkdir()
    choose_second_folder(tmp_path / "config", second)
    assert second_folder(tmp_path / "config") == second
    copied = copy_to_second(make_backup(log.path, folder, NOW), second)
    assert is_whole(copied.path)
    assert backups(second) == (copied,)


def test_second_folder_that_is_missing_is_told_and_not_made(
    log: TrainingLog, folder: Path, tmp_path: Path
) -> None:
    made = make_backup(log.path, folder, NOW)
    with pytest.raises(LeglogError, match="is not there"):
        copy_to_second(made, tmp_path / "unplugged")
    assert not (tmp_path / "unplugged").exists()
    assert backups(folder) == (made,)


def test_no_second_folder_is_chosen_at_first(tmp_path: Path) -> None:
    assert second_folder(tmp_path) is None
    choose_second_folder(tmp_path, tmp_path)
    choose_second_folder(tmp_path, None)
    assert second_folder(tmp_path) is None


def test_log_from_before_an_upgrade_is_listed_among_the_backups(folder: Path) -> None:
    folder.mkdir()
    (folder / "before-upgrade-0001-20261101T101500Z.db").touch()
    assert [one.kind for one in backups(folder)] == [BackupKind.BEFORE_UPGRADE]
