"""Looking around in a made-up year: a second window on a folder of its own, gone when unwanted."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QFile

from leglog.errors import LeglogError, StorageError
from leglog.i18n import _
from leglog.paths import DATABASE_NAME
from leglog.ui import tasks
from leglog.ui.errors import show_error, show_trouble
from leglog.ui.start_again import start_beside

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from leglog.ui.desk import Desk

FOLDER_NAME = "made-up-year"


def made_up_folder(desk: Desk) -> Path:
    """Return where the made-up year of this log lies, or would lie."""
    return desk.database.parent / FOLDER_NAME


def is_made_up(database: Path) -> bool:
    """Say whether a log is the made-up year itself."""
    return database.parent.name == FOLDER_NAME


def is_there(desk: Desk) -> bool:
    """Say whether the made-up year of this log was made."""
    return (made_up_folder(desk) / DATABASE_NAME).is_file()


def look_around(desk: Desk, window: QWidget) -> None:
    """Open the made-up year in a window of its own; it is made where it is not there yet."""
    folder = made_up_folder(desk)
    if is_there(desk):
        start_beside(folder)
        return
    today = dt.datetime.now().astimezone().date()

    def make(_progress: tasks.Progress) -> None:
        from leglog.services.made_up_year import make_made_up_year

        make_made_up_year(folder, today)

    desk.say(_("A made-up year is being written. It opens in a window of its own."))
    tasks.run(
        make,
        lambda _made: start_beside(folder),
        lambda error: show_error(window, error),
        parent=window,
    )


def remove(desk: Desk, window: QWidget) -> None:
    """Move the folder of the made-up year into the system's bin."""
    from leglog.services.made_up_year import check_closed

    folder = made_up_folder(desk)
    try:
        check_closed(folder)
        if not QFile.moveToTrash(str(folder)):
            raise StorageError(
                _("The made-up year could not be moved to the bin."),
                _("Its folder is {folder}; nothing else needs it.").format(folder=folder),
            )
    except LeglogError as error:
        show_trouble(window, error)
        return
    desk.say(_("The made-up year is in the bin. Your own log is as it was."))
