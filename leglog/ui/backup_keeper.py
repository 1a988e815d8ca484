"""Copies the log after the day's first change, in the background, and tells the status line."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from leglog.errors import LeglogError
from leglog.i18n import _
from leglog.ui import localized, tasks
from leglog.ui.errors import show_error

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from leglog.services.backups import Backup
    from leglog.ui.desk import Desk


class BackupKeeper(QObject):
    """One copy a day, and one whenever it is asked for."""

    told = Signal(str)
    """When the last copy was made, in words."""

    def __init__(self, desk: Desk, folder: Path, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._folder, self._window = desk, folder, window
        self._is_running = False
        self._day: dt.date | None = None
        desk.changed.connect(self._on_changed)

    def tell(self) -> None:
        """Say when the last copy was made."""
        from leglog.services.backups import backups

        newest = next(iter(backups(self._folder)), None)
        self._day = newest.made_at.date() if newest else None
        self.told.emit(_words(newest.made_at) if newest else _("No backup yet"))

    def back_up_now(self) -> None:
        """Make a copy, and say it where it could not be made."""
        self._run(always=True)

    def _on_changed(self, _change: object) -> None:
        if self._day != dt.datetime.now().astimezone().date():
            self._run(always=False)

    def _run(self, *, always: bool) -> None:
        if self._is_running:
            return
        self._is_running = True
        path, folder = self._desk.database, self._folder

        def work(_progress: tasks.Progress) -> Backup | None:
            from leglog.services.backups import back_up_if_due, make_backup

            now = dt.datetime.now().astimezone()
            return make_backup(path, folder, now) if always else back_up_if_due(path, folder, now)

        def failed(error: Exception) -> None:
            self._is_running = False
            self.told.emit(_("The last backup failed"))
            if always or not isinstance(error, LeglogError):
                show_error(self._window, error)

        tasks.run(work, lambda _made: self._on_made(always=always), failed, parent=self._window)

    def _on_made(self, *, always: bool) -> None:
        self._is_running = False
        self.tell()
        if always:
            self._desk.say(_("The log was backed up and the copy checked."))


def _words(made_at: dt.datetime) -> str:
    time = localized.time_of_day(made_at)
    if made_at.date() == dt.datetime.now().astimezone().date():
        return _("Last backup today {time}").format(time=time)
    return _("Last backup {day} {time}").format(day=localized.short_day(made_at.date()), time=time)
