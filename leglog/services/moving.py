"""Moving the data to another folder: a verified copy there, and a note of where it is now."""

from __future__ import annotations

import shutil
import sqlite3
from typing import TYPE_CHECKING

from leglog.errors import StorageError
from leglog.i18n import _
from leglog.models.trouble import storage_trouble
from leglog.paths import DATABASE_NAME, MOVED_NAME, make_private
from leglog.services.backups import copy_verified

if TYPE_CHECKING:
    from pathlib import Path

    from leglog.paths import Folders

OWN_FOLDER = "LegLog"


def move_data(folders: Folders, chosen: Path) -> Path:
    """Copy the log and its backups into ``chosen``, verify the copy and use it from the next start.

    Returns the folder of the data: in a folder that holds other things it is one of its own. What
    was there before stays behind as it was. The log may be in use meanwhile, but what is written
    to it afterwards is not in the copy. Raises StorageError; the old folder is then used as before.
    """
    try:
        target = _own_folder(chosen)
        if (target / DATABASE_NAME).exists():
            raise StorageError(
                _("There is a log in {folder} already.").format(folder=target),
                _("Choose another folder, or restore a backup to use that log."),
            )
        _copy(folders, target)
        _keep_note(folders, target)
    except (OSError, sqlite3.Error) as error:
        trouble = storage_trouble(error, chosen)
        if trouble is None:
            raise
        raise trouble from error
    return target


def _own_folder(chosen: Path) -> Path:
    """Return the folder to use; one that holds other things keeps its rights."""
    is_own = chosen.name == OWN_FOLDER or not any(chosen.iterdir())
    return chosen if is_own else chosen / OWN_FOLDER


def _copy(folders: Folders, target: Path) -> None:
    """Copy the backups and the log, which gets its name last, once it is known to be whole."""
    make_private(target)
    draft = (target / DATABASE_NAME).with_suffix(".part")
    draft.unlink(missing_ok=True)
    copy_verified(folders.database, draft)
    if folders.backups.is_dir():
        shutil.copytree(folders.backups, target / folders.backups.name, dirs_exist_ok=True)
    draft.replace(target / DATABASE_NAME)


def _keep_note(folders: Folders, target: Path) -> None:
    make_private(folders.config)
    note = folders.config / MOVED_NAME
    draft = note.with_suffix(".part")
    draft.write_text(f"{target}\n", "utf-8")
    draft.replace(note)
