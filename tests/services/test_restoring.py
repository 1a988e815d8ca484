from __future__ import annotations

import datetime as dt
import shutil
from typing import TYPE_CHECKING

import pytest

from leglog.errors import StorageError
from leglog.services.backup_file import unpack
from leglog.services.backups import BackupKind, backups, make_backup
from leglog.services.imports import imports
from leglog.services.pain import rate_pain
from leglog.services.restoring import (
    RECOVERY_SCRATCH,
    SCRATCH,
    Difference,
    backup_list,
    clear_leftovers,
    preview_restore,
    restore,
)
from leglog.training.vocabulary import Moment
from tests.services.actions_transfer import bring_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from leglog.services.training_log import Change, TrainingLog
    from tests.conftest import Contents

NOW = dt.datetime(2026, 11, 20, 8, 2).astimezone()
TODAY = NOW.date()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def backup(log: TrainingLog, folder: Path) -> Path:
    """A copy of a log with one rating, before two workouts came in."""
    rate_pain(log, 3, Moment.MORNING, TODAY, now=NOW)
    return make_backup(log.path, folder, NOW).path


def test_restore_brings_the_contents_back(
    log: TrainingLog, backup: Path, folder: Path, contents: Callable[[], Contents]
) -> None:
    before = contents()
    bring_in(log)
    restore(log, backup, folder, NOW)
    assert contents() == before


def test_restore_is_undone_by_the_backup_made_just_before(
    log: TrainingLog, backup: Path, folder: Path, contents: Callable[[], Contents]
) -> None:
    bring_in(log)
    after = contents()
    made = restore(log, backup, folder, NOW)
    assert made.kind is BackupKind.BEFORE_RESTORE
    restore(log, made.path, folder, NOW)
    assert contents() == after


def test_log_goes_on_being_used_after_a_restore(
    log: TrainingLog, backup: Path, folder: Path, changes: list[Change]
) -> None:
    bring_in(log)
    changes.clear()
    restore(log, backup, folder, NOW)
    assert [(change.action, "workout" in change.tables) for change in changes] == [(None, True)]
    assert log.undo_action is None
    bring_in(log)
    log.undo()
    assert imports(log) == ()


def test_preview_says_what_would_be_lost(log: TrainingLog, backup: Path) -> None:
    bring_in(log)
    preview = preview_restore(log, backup)
    assert preview.lost == Difference(workouts=2, sets=3, ratings=0, routines=0)
    assert preview.regained.is_none
    assert (preview.now.workouts, preview.then.workouts) == (2, 0)
    assert (preview.now.newest_kind, preview.then.newest_kind) == ("morning", "morning")
    assert not list(log.path.parent.glob(f"{SCRATCH}*"))


def test_plain_copy_of_a_log_can_be_restored(
    log: TrainingLog, backup: Path, folder: Path, tmp_path: Path
) -> None:
    unpack(backup, tmp_path / "copy.db")
    bring_in(log)
    restore(log, tmp_path / "copy.db", folder, NOW)
    assert imports(log) == ()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no backup at all", b"SQLite format 3\0"])
def test_what_is_no_backup_is_refused_and_changes_nothing(
    log: TrainingLog,
    folder: Path,
    tmp_path: Path,
    contents: Callable[[], Contents],
    content: bytes,
) -> None:
    before = contents()
    (tmp_path / "other.leglog").write_bytes(content)
    with pytest.raises(StorageError, match="no backup of LegLog"):
        restore(log, tmp_path / "other.leglog", folder, NOW)
    assert contents() == before
    assert backups(folder) == ()


def test_database_of_another_program_is_refused(
    log: TrainingLog, folder: Path, tmp_path: Path
) -> None:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.execute("CREATE TABLE workout (id)")
    with pytest.raises(StorageError, match="no backup of LegLog"):
        restore(log, tmp_path / "other.db", folder, NOW)


def test_list_tells_what_each_holds_and_which_is_damaged(
    log: TrainingLog, backup: Path, folder: Path
) -> None:
    bring_in(log)
    make_backup(log.path, folder, NOW + dt.timedelta(hours=1))
    backup.write_bytes(backup.read_bytes()[:-100])
    newest, damaged = backup_list(folder)
    assert newest.figures is not None
    assert (newest.figures.workouts, newest.figures.ratings) == (2, 1)
    assert damaged.figures is None


def test_restore_without_room_for_a_safety_copy_changes_nothing(
    log: TrainingLog, backup: Path, tmp_path: Path, contents: Callable[[], Contents]
) -> None:
    bring_in(log)
    before = contents()
    (tmp_path / "file").write_text("where the folder should be")
    with pytest.raises(StorageError):
        restore(log, backup, tmp_path / "file", NOW)
    assert contents() == before


def test_leftovers_of_a_killed_restore_are_cleared(log: TrainingLog, backup: Path) -> None:
    for name in (f"{SCRATCH}x", RECOVERY_SCRATCH):
        scratch = log.path.parent / name
        scratch.mkdir()
        shutil.copyfile(backup, scratch / "leglog.db")
    clear_leftovers(log.path.parent)
    assert [path.name for path in log.path.parent.iterdir() if path.is_dir()] == []
