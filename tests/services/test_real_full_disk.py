"""A small disk that is really full: one sentence, nothing half written, the same call later."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sqlite3
import subprocess
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import pytest

from leglog.errors import LeglogError, StorageError
from leglog.services.backups import backups, choose_second_folder, copy_to_second, make_backup
from leglog.services.checking import check_log
from leglog.services.exporting import ExportFormat, export_log
from leglog.services.recovery import prepare_recovery, recover
from leglog.services.restoring import restore
from leglog.services.training_log import Action, TrainingLog, open_log
from tests.services.actions_transfer import bring_in
from tests.services.test_every_action import EXAMPLES, PREPARE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Contents

SIZE = "8m"
NOW = dt.datetime(2026, 11, 21, 8, 2).astimezone()


class Disk:
    """A mounted file system of 8 MB and the file that takes all the room of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ballast = folder / "ballast"

    def fill(self, log: TrainingLog | None = None, leaving: int = 0) -> None:
        """Take every byte but some that is left, also of the room that the log has put by."""
        if log is not None:
            with closing(sqlite3.connect(log.path)) as connection:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        with self._ballast.open("wb", buffering=0) as file, suppress(OSError):
            while file.write(bytes(4096)):
                pass
        os.truncate(self._ballast, self._ballast.stat().st_size - leaving)

    def free(self) -> None:
        """Give the room back."""
        self._ballast.unlink()


@pytest.fixture(scope="module")
def mounted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The place of a small disk; only root may mount one."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root may mount a small disk")
    place = tmp_path_factory.mktemp("disk")
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(place)]
    done = subprocess.run(mount, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip(f"no small disk can be mounted here: {done.stderr.strip()}")
    yield place
    subprocess.run(["umount", "--lazy", place], check=True)


@pytest.fixture
def disk(mounted: Path) -> Iterator[Disk]:
    """The small disk, with nothing on it."""
    yield Disk(mounted)
    for path in mounted.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()


@pytest.fixture
def log_path(disk: Disk, fresh_log_file: Path) -> Path:
    """The path of a new log on the small disk."""
    path = disk.folder / "data" / "leglog.db"
    path.parent.mkdir(mode=0o700)
    path.write_bytes(fresh_log_file.read_bytes())
    return path


@pytest.mark.parametrize("action", Action)
def test_every_action_is_refused_whole_and_done_when_there_is_room(
    disk: Disk, log: TrainingLog, contents: Callable[[], Contents], action: Action
) -> None:
    prepare = PREPARE.get(action)
    prepared = (prepare(log),) if prepare else ()
    steps, before = log.undo_action, contents()
    disk.fill(log)
    with pytest.raises(StorageError, match="the disk is full"):
        EXAMPLES[action](log, *prepared)
    assert (contents(), log.undo_action) == (before, steps)
    disk.free()
    assert check_log(log).problems == ()
    EXAMPLES[action](log, *prepared)
    assert contents() != before


def test_undo_is_refused_whole_and_done_when_there_is_room(
    disk: Disk, log: TrainingLog, contents: Callable[[], Contents]
) -> None:
    empty = contents()
    bring_in(log)
    before = contents()
    disk.fill(log)
    with pytest.raises(StorageError, match="the disk is full"):
        log.undo()
    assert contents() == before
    disk.free()
    log.undo()
    assert contents() == empty


def test_backup_is_refused_whole_and_made_when_there_is_room(disk: Disk, log: TrainingLog) -> None:
    folder = disk.folder / "backups"
    made = make_backup(log.path, folder, NOW - dt.timedelta(days=1))
    disk.fill(log)
    with pytest.raises(StorageError, match="the disk is full"):
        make_backup(log.path, folder, NOW)
    assert [path.name for path in folder.iterdir()] == [made.path.name]
    disk.free()
    again = make_backup(log.path, folder, NOW)
    assert backups(folder) == (again, made)


def test_second_folder_that_is_full_costs_only_the_second_copy(
    disk: Disk, log: TrainingLog, tmp_path: Path
) -> None:
    second = disk.folder / "stick"
    second.mkdir()
    made = make_backup(log.path, tmp_path / "backups", NOW)
    disk.fill(log)
    with pytest.raises(LeglogError, match="cannot be used: no space left on device"):
        copy_to_second(made, second)
    assert list(second.iterdir()) == []
    disk.free()
    assert copy_to_second(made, second).path.exists()


@pytest.mark.parametrize("kind", ExportFormat)
def test_export_is_refused_whole_and_written_when_there_is_room(
    disk: Disk, log: TrainingLog, kind: ExportFormat
) -> None:
    bring_in(log)
    path = disk.folder / "export.file"
    path.write_bytes(b"an earlier one")
    disk.fill(log)
    with pytest.raises(StorageError, match="the disk is full"):
        export_log(log, path, kind)
    assert path.read_bytes() == b"an earlier one"
    assert not path.with_name("export.file.part").exists()
    disk.free()
    assert export_log(log, path, kind).size > 100


def test_restore_is_refused_whole_and_done_when_there_is_room(
    disk: Disk, log: TrainingLog, contents: Callable[[], Contents], tmp_path: Path
) -> None:
    empty = contents()
    made = make_backup(log.path, tmp_path / "elsewhere", NOW)
    bring_in(log)
    before = contents()
    disk.fill(log)
    with pytest.raises(StorageError, match="the disk is full"):
        restore(log, made.path, disk.folder / "backups", NOW)
    assert contents() == before
    disk.free()
    restore(log, made.path, disk.folder / "backups", NOW)
    assert contents() == empty


def test_new_log_is_refused_whole_and_made_when_there_is_room(disk: Disk) -> None:
    path = disk.folder / "new" / "leglog.db"
    disk.fill()
    with pytest.raises(StorageError):
        open_log(path)
    assert not path.exists()
    disk.free()
    open_log(path).close()


def test_repair_is_refused_whole_and_done_when_there_is_room(disk: Disk, log_path: Path) -> None:
    content = log_path.read_bytes()
    log_path.write_bytes(content[: len(content) // 2])
    disk.fill()
    with pytest.raises(StorageError, match="the disk is full"):
        prepare_recovery(log_path)
    assert log_path.read_bytes() == content[: len(content) // 2]
    disk.free()
    recovery = prepare_recovery(log_path)
    recover(recovery, recovery.together, NOW)
    open_log(log_path).close()


def test_backup_is_not_passed_over_for_want_of_room(
    disk: Disk, log_path: Path, tmp_path: Path
) -> None:
    make_backup(log_path, tmp_path / "backups", NOW)
    log_path.write_bytes(b"")
    disk.fill(leaving=600_000)
    with pytest.raises(StorageError, match="the disk is full"):
        prepare_recovery(log_path, tmp_path / "backups")
    disk.free()
    assert prepare_recovery(log_path, tmp_path / "backups").backup is not None


def test_choice_of_a_folder_is_refused_with_a_sentence(disk: Disk) -> None:
    disk.fill()
    with pytest.raises(StorageError, match="the disk is full"):
        choose_second_folder(disk.folder / "config", disk.folder)
    disk.free()
    choose_second_folder(disk.folder / "config", disk.folder)
