"""A made-up year to look around in, in a folder of its own: it never meets the person's log."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from leglog.i18n import language
from leglog.models.identity import troubles_told
from leglog.models.lock import FolderLock
from leglog.paths import DATABASE_NAME
from leglog.services.demo import fill_with_demo
from leglog.services.training_log import open_log

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path


def make_made_up_year(folder: Path, today: dt.date) -> None:
    """Write a log with a made-up year up to yesterday; ``folder`` appears when it is complete.

    Raises StorageError where it cannot be written.
    """
    draft = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(draft, ignore_errors=True)
    log = open_log(draft / DATABASE_NAME, language=language())
    try:
        fill_with_demo(log, today)
    finally:
        log.close()
    with troubles_told(folder):
        draft.rename(folder)


def check_closed(folder: Path) -> None:
    """Raise AlreadyOpen where a window still shows the made-up year."""
    with FolderLock(folder):
        pass
