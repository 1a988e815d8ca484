"""Verified copies of the log: made while it is in use, a few kept by day, week and month."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leglog.errors import StorageError
from leglog.i18n import _
from leglog.models.trouble import storage_trouble
from leglog.paths import make_private

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable
    from pathlib import Path

PREFIX, SUFFIX, STAMP = "leglog-", ".db", "%Y%m%d-%H%M%S"
DAYS_KEPT, WEEKS_KEPT, MONTHS_KEPT = 14, 8, 12
_COUNTED = ("workout", "performed_set", "pain_rating", "routine")


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the log and when it was made, in local time."""

    path: Path
    made_at: dt.datetime


def make_backup(database: Path, folder: Path, now: dt.datetime) -> Backup:
    """Copy the log into ``folder``; the copy counts only once it is verified.

    ``now`` is a local time. Uses SQLite's backup API, so the log may be in use meanwhile. Raises
    StorageError where the folder cannot be written or the copy is not whole.
    """
    path = folder / f"{PREFIX}{now.strftime(STAMP)}{SUFFIX}"
    draft = path.with_suffix(".part")
    try:
        make_private(folder)
        draft.unlink(missing_ok=True)
        draft.touch(mode=0o600)
        with (
            closing(sqlite3.connect(database)) as source,
            closing(sqlite3.connect(draft)) as target,
        ):
            source.backup(target)
            _verify(source, target)
        draft.replace(path)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        trouble = storage_trouble(error, folder)
        if trouble is None:
            raise
        raise trouble from error
    keep_few(folder)
    return Backup(path, now)


def backups(folder: Path) -> tuple[Backup, ...]:
    """Return the copies in ``folder``, the newest first."""
    found = []
    for path in folder.glob(f"{PREFIX}*{SUFFIX}"):
        try:
            stamp = path.name.removeprefix(PREFIX).removesuffix(SUFFIX)
            made_at = dt.datetime.strptime(stamp, STAMP).astimezone()
        except ValueError:
            continue
        found.append(Backup(path, made_at))
    return tuple(sorted(found, key=lambda backup: backup.made_at, reverse=True))


def back_up_if_due(database: Path, folder: Path, now: dt.datetime) -> Backup | None:
    """Make the day's first copy; None where today has one."""
    newest = next(iter(backups(folder)), None)
    if newest is not None and newest.made_at.date() == now.date():
        return None
    return make_backup(database, folder, now)


def keep_few(folder: Path) -> None:
    """Keep the newest copy of each of the last 14 days, 8 weeks and 12 months; drop the others."""
    made = backups(folder)
    kept: set[Path] = set()
    kept |= _newest_of_each(made, DAYS_KEPT, lambda one: one.made_at.date())
    kept |= _newest_of_each(made, WEEKS_KEPT, lambda one: one.made_at.isocalendar()[:2])
    kept |= _newest_of_each(made, MONTHS_KEPT, lambda one: (one.made_at.year, one.made_at.month))
    for backup in made:
        if backup.path not in kept:
            backup.path.unlink(missing_ok=True)


def _newest_of_each(
    made: Iterable[Backup], count: int, period: Callable[[Backup], Hashable]
) -> set[Path]:
    newest: dict[Hashable, Path] = {}
    for backup in made:
        newest.setdefault(period(backup), backup.path)
    return set(list(newest.values())[:count])


def _verify(source: sqlite3.Connection, copy: sqlite3.Connection) -> None:
    whole = copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    if not whole or _counts(copy) != _counts(source):
        raise StorageError(
            _("The backup could not be verified, so it does not count."),
            _("Check the disk and try again."),
        )


def _counts(connection: sqlite3.Connection) -> list[int]:
    return [
        connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608  our own
        for table in _COUNTED
    ]
