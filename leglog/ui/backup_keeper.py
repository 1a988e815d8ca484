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

    from leglog.services.training_log import Change
    from leglog.ui.desk import Desk


class BackupKeeper(QObject):
    """One copy a day, one after each workout, and one whenever it is asked for.

    With ``config`` each copy also goes to the second folder that this computer has chosen.
    """

    told = Signal(str)
    """When the last copy was made, in words."""

    def __init__(
        self, desk: Desk, folder: Path, window: QWidget, config: Path | None = None
    ) -> None:
        super().__init__(window)
        self._desk, self._folder, self._window, self._config = desk, folder, window, config
        self._is_running = False
        self._day: dt.date | None = None
        self._second_trouble = ""
        desk.changed.connect(self._on_changed)

    def tell(self) -> None:
        """Say when the last copy was made, and whether the second folder is missing."""
        from leglog.services.backups import backups

        newest = next(iter(backups(self._folder)), None)
        self._day = newest.made_at.date() if newest else None
        words = _words(newest.made_at) if newest else _("No backup yet")
        if self._second_trouble:
            words = _("{words}, second folder missing").format(words=words)
        self.told.emit(words)

    def back_up_now(self) -> None:
        """Make a copy, and say it where it could not be made."""
        self._run("by_hand")

    def _on_changed(self, change: Change) -> None:
        if change.action == "finish_workout" and change.turn == "done":
            self._run("after_workout")
        elif self._day != dt.datetime.now().astimezone().date():
            self._run("daily")

    def _run(self, kind: str) -> None:
        if self._is_running:
            return
        self._is_running = True
        path, folder, config = self._desk.database, self._folder, self._config
        always = kind == "by_hand"

        def work(_progress: tasks.Progress) -> LeglogError | None:
            return _back_up(path, folder, config, kind)

        def failed(error: Exception) -> None:
            self._is_running = False
            self.told.emit(_("The last backup failed"))
            if always or not isinstance(error, LeglogError):
                show_error(self._window, error)

        tasks.run(
            work,
            lambda trouble: self._on_made(trouble, always=always),
            failed,
            parent=self._window,
        )

    def _on_made(self, second_trouble: LeglogError | None, *, always: bool) -> None:
        self._is_running = False
        self._second_trouble = second_trouble.sentence if second_trouble else ""
        self.tell()
        if second_trouble is not None:
            self._desk.say(second_trouble.sentence)
            if always:
                show_error(self._window, second_trouble)
        elif always:
            self._desk.say(_("The log was backed up and the copy checked."))


def _back_up(path: Path, folder: Path, config: Path | None, kind: str) -> LeglogError | None:
    """Make a copy, here and in the second folder; return what was wrong with that one."""
    from leglog.services.backups import (
        BackupKind,
        back_up_if_due,
        copy_to_second,
        make_backup,
        second_folder,
    )

    now = dt.datetime.now().astimezone()
    if kind == BackupKind.DAILY:
        made = back_up_if_due(path, folder, now)
    else:
        made = make_backup(path, folder, now, BackupKind(kind))
    second = second_folder(config) if config is not None else None
    if made is None or second is None:
        return None
    try:
        copy_to_second(made, second)
    except LeglogError as error:
        return error
    return None


def _words(made_at: dt.datetime) -> str:
    time = localized.time_of_day(made_at)
    if made_at.date() == dt.datetime.now().astimezone().date():
        return _("Last backup today {time}").format(time=time)
    return _("Last backup {day} {time}").format(day=localized.short_day(made_at.date()), time=time)
