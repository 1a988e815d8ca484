"""A disk that takes nothing more: one sentence, nothing half written, and the same call later."""

from __future__ import annotations

import datetime as dt
import errno
import os
import sys
from collections.abc import Callable
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event

from leglog.errors import StorageError
from leglog.models.trouble import storage_trouble
from leglog.services.backups import backups, make_backup
from leglog.services.checking import check_log
from leglog.services.sets import log_set
from leglog.services.training_log import Action, Change, TrainingLog, open_log
from tests.services.actions_transfer import STRONG, bring_in
from tests.services.actions_workouts import started

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from sqlalchemy import Connection

    from tests.conftest import Contents

NOW = dt.datetime(2026, 11, 21, 8, 2).astimezone()
MANY = STRONG + b"".join(
    b'2024-08-%02d 09:00:00,"Legs",30m,"Squat (Barbell)",%d,60,8,0,0,"","",\n' % (day, number)
    for day in range(1, 29)
    for number in range(1, 20)
)
Call = Callable[[], object]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no process's files")


@contextmanager
def no_more_pages(log: TrainingLog) -> Iterator[None]:
    """Let the log's file not grow, which SQLite reports as it does a full disk."""

    def limit(connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")

    event.listen(log._database.writer, "begin", limit)
    try:
        yield
    finally:
        event.remove(log._database.writer, "begin", limit)
        with log._database.writer.connect() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1000000")


@contextmanager
def no_more_bytes(_log: TrainingLog) -> Iterator[None]:
    """Let the system refuse every byte that this process writes to a file.

    Python ignores the signal that comes with it, so the write fails as on a full disk.
    """
    assert sys.platform != "win32"
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def import_many(log: TrainingLog) -> Call:
    return lambda: bring_in(log, MANY)


def log_one_set(log: TrainingLog) -> Call:
    row = started(log).blocks[2].sets[0]
    return lambda: log_set(log, row.id, row.shown)


def undo_an_import(log: TrainingLog) -> Call:
    bring_in(log, MANY)
    return log.undo


@pytest.mark.parametrize(
    ("prepare", "full"),
    [
        (import_many, no_more_pages),
        pytest.param(import_many, no_more_bytes, marks=POSIX),
        pytest.param(log_one_set, no_more_bytes, marks=POSIX),
        pytest.param(undo_an_import, no_more_bytes, marks=POSIX),
    ],
)
def test_refused_write_changes_nothing_and_works_once_there_is_room(
    log: TrainingLog,
    contents: Callable[[], Contents],
    prepare: Callable[[TrainingLog], Call],
    full: Callable[[TrainingLog], AbstractContextManager[None]],
) -> None:
    do, before = prepare(log), contents()
    with full(log), pytest.raises(StorageError):
        do()
    assert contents() == before
    assert check_log(log).problems == ()
    do()
    assert contents() != before


def test_full_disk_is_named_as_what_it_is(log: TrainingLog) -> None:
    with no_more_pages(log), pytest.raises(StorageError, match="the disk is full"):
        bring_in(log, MANY)


@POSIX
def test_refused_action_is_no_step_of_undo(log: TrainingLog, changes: list[Change]) -> None:
    with no_more_bytes(log), pytest.raises(StorageError):
        bring_in(log)
    assert log.undo_action is None
    assert changes == []


@POSIX
def test_refused_undo_can_be_asked_for_again(log: TrainingLog) -> None:
    undo = undo_an_import(log)
    with no_more_bytes(log), pytest.raises(StorageError):
        undo()
    assert log.undo_action is Action.IMPORT_WORKOUTS
    assert log.redo_action is None


@POSIX
def test_refused_backup_leaves_none_half_made(log: TrainingLog, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    with no_more_bytes(log), pytest.raises(StorageError):
        make_backup(log.path, folder, NOW)
    assert list(folder.iterdir()) == []
    made = make_backup(log.path, folder, NOW)
    assert backups(folder) == (made,)


@POSIX
def test_new_log_is_not_left_half_made(tmp_path: Path, log: TrainingLog) -> None:
    path = tmp_path / "new" / "leglog.db"
    with no_more_bytes(log), pytest.raises(StorageError):
        open_log(path)
    assert not path.exists()
    open_log(path).close()


@pytest.mark.parametrize(
    "code", [errno.ENOSPC, pytest.param(getattr(errno, "EDQUOT", None), marks=POSIX)]
)
def test_system_without_space_is_a_full_disk(tmp_path: Path, code: int) -> None:
    trouble = storage_trouble(OSError(code, os.strerror(code)), tmp_path)
    assert trouble is not None
    assert trouble.sentence == "This could not be saved: the disk is full."
