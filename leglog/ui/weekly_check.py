"""Checks the whole log file once a week, in the background, and says so where it is damaged."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from leglog.errors import LeglogError
from leglog.i18n import _
from leglog.ui import tasks
from leglog.ui.errors import show_error, show_trouble

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from leglog.paths import Folders

FIRST_AFTER_MS = 60_000
"""The start needs the disk for itself."""


class WeeklyCheck(QObject):
    """Looks a minute after the start, then every day that the window stays open."""

    def __init__(self, folders: Folders, window: QWidget) -> None:
        super().__init__(window)
        self._folders, self._window = folders, window
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.check_if_due)
        self._timer.start(FIRST_AFTER_MS)

    def check_if_due(self) -> None:
        """Check in the background where the last check was a week ago."""
        from leglog.services.health import full_check, full_check_is_due

        self._timer.setInterval(24 * 3600 * 1000)
        path, config = self._folders.database, self._folders.config
        today = dt.datetime.now().astimezone().date()
        if full_check_is_due(config, today):
            tasks.run(
                lambda progress: full_check(path, config, today, progress),
                self._on_checked,
                lambda error: show_error(self._window, error),
                parent=self._window,
            )

    def _on_checked(self, problems: tuple[str, ...]) -> None:
        if problems:
            trouble = LeglogError(
                _("The weekly check found that the log file is damaged."),
                _("Close LegLog and start it again: it then offers to repair the log."),
            )
            show_trouble(self._window, trouble)
