"""Opens the log for the window, with everything that has to happen once a start."""

from __future__ import annotations

import datetime as dt
import logging
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

from leglog.i18n import language
from leglog.paths import make_private
from leglog.services.health import damage_told, refuse_known_damage
from leglog.services.planning import lay_down_planned_workouts
from leglog.services.preferences import preferences
from leglog.services.restoring import clear_leftovers
from leglog.services.training_log import Change, TrainingLog, open_log
from leglog.training.dates import local_day

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from leglog.paths import Folders


def open_for_window(
    folders: Folders, announce: Callable[[Change], object], *, is_checked: bool = False
) -> TrainingLog:
    """Return the open log; raises StorageError with a sentence where it cannot be used.

    ``is_checked`` says that ``services.first_check`` has just read the file.
    """
    now = dt.datetime.now().astimezone()
    clear_leftovers(folders.data)
    refuse_known_damage(folders.database, folders.config, now.date())
    log = open_log(folders.database, announce, is_checked=is_checked, language=language())
    try:
        with damage_told(folders.database):
            lay_down_planned_workouts(log, local_day(now, preferences(log).day_starts_at_h))
    except BaseException:
        log.close()
        raise
    return log


def keep_log_file(path: Path) -> None:
    """Write the program's own messages to ``path``, which stays under a megabyte.

    They hold no health data. A folder that cannot be written does not keep the window from opening.
    """
    try:
        make_private(path.parent)
        path.touch(mode=0o600)
        handler = RotatingFileHandler(path, maxBytes=500_000, backupCount=1, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
