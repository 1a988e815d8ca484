"""Verified copies of the log: made while it is in use, a few kept by day, week and month."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from leglog import __version__
from leglog.errors import LeglogError, StorageError
from leglog.i18n import _
from leglog.models.trouble import storage_trouble
from leglog.paths import make_private
from leglog.services.backup_file import SUFFIX, figures_of, is_whole, pack

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from leglog.services.backup_file import LogFigures

PREFIX, STAMP = "leglog-", "%Y%m%d-%H%M%S"
DAYS_KEPT, WEEKS_KEPT, MONTHS_KEPT = 14, 8, 12
ALL_KEPT_FOR = dt.timedelta(days=2)
MOST_OF_THESE = 20
"""Of the last two days all are kept, up to this many: one of them undoes a restore."""
SECOND_FOLDER = "second_folder"
_NAME = re.compile(rf"{PREFIX}(\d{{8}}-\d{{6}})(?:-([a-z_]+))?(?:-\d+)?\.(?:leglog|db)")
_UPGRADE_NAME = re.compile(r"before-upgrade-\w+-(\d{8}T\d{6}Z)\.db")


class BackupKind(StrEnum):
    """Why a copy was made."""

    DAILY = "daily"
    AFTER_WORKOUT = "after_workout"
    BY_HAND = "by_hand"
    BEFORE_IMPORT = "before_import"
    BEFORE_RESTORE = "before_restore"
    BEFORE_UPGRADE = "before_upgrade"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the log and when it was made, in local time."""

    path: Path
    made_at: dt.datetime
    kind: BackupKind = BackupKind.DAILY


def make_backup(
    database: Path, folder: Path, now: dt.datetime, kind: BackupKind = BackupKind.BY_HAND
) -> Backup:
    """Copy the log into ``folder``; the copy counts only once it is verified.

    ``now`` is a local time. Uses SQLite's backup API, so the log may be in use meanwhile. Raises
    StorageError where the folder cannot be written or the copy is not whole.
    """
    path = _free_name(folder, now, kind)
    copy, draft = path.with_suffix(".copy"), path.with_suffix(".part")
    try:
        make_private(folder)
        _drop(copy, draft)
        about = {"program": "LegLog", "version": __version__, "kind": kind.value}
        about["made_at"] = now.isoformat(timespec="seconds")
        pack(copy, draft, about | asdict(copy_verified(database, copy)))
        draft.replace(path)
    except (OSError, sqlite3.Error) as error:
        trouble = storage_trouble(error, folder)
        if trouble is None:
            raise
        raise trouble from error
    finally:
        with suppress(OSError):
            _drop(copy, draft)
    keep_few(folder)
    return Backup(path, now, kind)


def backups(folder: Path) -> tuple[Backup, ...]:
    """Return the copies in ``folder``, the newest first."""
    with suppress(OSError):
        found = [_backup(path) for path in folder.iterdir()]
        return tuple(
            sorted(filter(None, found), key=lambda one: (one.made_at, one.path.name), reverse=True)
        )
    return ()


def back_up_if_due(database: Path, folder: Path, now: dt.datetime) -> Backup | None:
    """Make the day's first copy; None where today has one."""
    # Any of today, not the newest: a clock that was wrong may have left one of next year.
    if any(backup.made_at.date() == now.date() for backup in backups(folder)):
        return None
    return make_backup(database, folder, now, BackupKind.DAILY)


def keep_few(folder: Path) -> None:
    """Drop all but those of two days, and the newest of 14 days, 8 weeks and 12 months."""
    made = backups(folder)
    kept: set[Path] = set()
    if made:
        since = made[0].made_at - ALL_KEPT_FOR
        kept |= {one.path for one in made[:MOST_OF_THESE] if one.made_at >= since}
    kept |= _newest_of_each(made, DAYS_KEPT, lambda one: one.made_at.date())
    kept |= _newest_of_each(made, WEEKS_KEPT, lambda one: one.made_at.isocalendar()[:2])
    kept |= _newest_of_each(made, MONTHS_KEPT, lambda one: (one.made_at.year, one.made_at.month))
    for backup in made:
        if backup.path not in kept:
            with suppress(OSError):
                backup.path.unlink(missing_ok=True)


def second_folder(config: Path) -> Path | None:
    """Return the further folder that this computer copies backups to, or None."""
    try:
        found = json.loads((config / "backup.json").read_text("utf-8")).get(SECOND_FOLDER)
    except (OSError, ValueError, AttributeError):
        return None
    return Path(found) if isinstance(found, str) and found else None


def choose_second_folder(config: Path, folder: Path | None) -> None:
    """Remember the further folder, or that there is none; raises StorageError."""
    try:
        make_private(config)
        content = json.dumps({SECOND_FOLDER: None if folder is None else str(folder)})
        (config / "backup.json").write_text(content, "utf-8")
    except OSError as error:
        trouble = storage_trouble(error, config)
        assert trouble is not None  # noqa: S101  every OSError has a sentence
        raise trouble from error


def copy_to_second(backup: Backup, second: Path) -> Backup:
    """Copy a backup to the further folder and verify it there.

    Raises LeglogError with a sentence where the folder is missing: it is never made, because an
    unplugged drive would leave its name to a folder on this disk.
    """
    if not second.is_dir():
        raise LeglogError(
            _("The second backup folder {folder} is not there.").format(folder=second),
            _("Plug the drive in or choose another folder. The backup here was made."),
        )
    target = second / backup.path.name
    draft = target.with_suffix(".part")
    try:
        shutil.copyfile(backup.path, draft)
        if not is_whole(draft):
            raise StorageError(
                _("The copy in {folder} could not be verified.").format(folder=second),
                _("Check that drive. The backup here was made."),
            )
        draft.replace(target)
    except OSError as error:
        raise LeglogError(
            _("The second backup folder {folder} cannot be used: {reason}.").format(
                folder=second, reason=(error.strerror or str(error)).lower()
            ),
            _("The backup here was made."),
        ) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    keep_few(second)
    return Backup(target, backup.made_at, backup.kind)


def copy_verified(database: Path, copy: Path) -> LogFigures:
    """Copy by SQLite's backup API; return what the copy holds. Raises where it is not whole."""
    copy.touch(mode=0o600)
    # Without this a log that is missing would be made, and an empty copy of it would count.
    uri = f"{database.absolute().as_uri()}?mode=rw"
    with (
        closing(sqlite3.connect(uri, uri=True)) as source,
        closing(sqlite3.connect(copy)) as target,
    ):
        source.execute("BEGIN")
        before = figures_of(source)
        source.backup(target)
        # One file, which needs no write-ahead log beside it.
        target.execute("PRAGMA journal_mode = DELETE")
        whole = target.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        if not whole or figures_of(target) != before:
            raise StorageError(
                _("The copy could not be verified, so it does not count."),
                _("Check the disk and try again."),
            )
        return before


def _free_name(folder: Path, now: dt.datetime, kind: BackupKind) -> Path:
    stem = f"{PREFIX}{now.strftime(STAMP)}-{kind.value}"
    path, number = folder / f"{stem}{SUFFIX}", 2
    while path.exists():
        path, number = folder / f"{stem}-{number}{SUFFIX}", number + 1
    return path


def _backup(path: Path) -> Backup | None:
    found = _NAME.fullmatch(path.name)
    upgrade = _UPGRADE_NAME.fullmatch(path.name)
    try:
        if upgrade is not None:
            at = dt.datetime.strptime(upgrade[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=dt.UTC)
            return Backup(path, at.astimezone(), BackupKind.BEFORE_UPGRADE)
        if found is None:
            return None
        made_at = dt.datetime.strptime(found[1], STAMP).astimezone()
    except (ValueError, OverflowError):
        return None
    known = found[2] in [kind.value for kind in BackupKind]
    return Backup(path, made_at, BackupKind(found[2]) if known else BackupKind.DAILY)


def _newest_of_each(
    made: Iterable[Backup], count: int, period: Callable[[Backup], Hashable]
) -> set[Path]:
    newest: dict[Hashable, Path] = {}
    for backup in made:
        newest.setdefault(period(backup), backup.path)
    return set(list(newest.values())[:count])


def _drop(*paths: Path) -> None:
    for path in paths:
        path.unlink(missing_ok=True)
