"""Going back to a backup from the window; reading and restoring run as tasks."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from leglog.errors import LeglogError
from leglog.i18n import _
from leglog.services.restoring import backup_list, preview_restore, restore
from leglog.ui import tasks
from leglog.ui.errors import show_error
from leglog.ui.transfer.restore_sheet import RestoreSheet, name_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from leglog.services.backups import Backup
    from leglog.services.restoring import BackupView, RestorePreview
    from leglog.ui.desk import Desk

T = TypeVar("T")


class RestoreFlow(QObject):
    """One dialog, from the list of backups to the way back from a restore."""

    def __init__(self, desk: Desk, folder: Path, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._folder, self._window = desk, folder, window
        self._views: tuple[BackupView, ...] = ()
        self._chosen: Path | None = None
        self._offered: Path | None = None
        self._is_reading = False
        self._running = 0
        self._before: Backup | None = None
        self.sheet = RestoreSheet(window)
        self.sheet.file_chosen.connect(self._choose)
        self.sheet.other_wanted.connect(self._choose_other)
        self.sheet.restore_wanted.connect(self._restore)
        self.sheet.undo_wanted.connect(self._undo)
        self.sheet.finished.connect(self._end_when_idle)

    def open(self, file: Path | None = None) -> None:
        """Read the backups through and show them, with ``file`` chosen where one is given."""
        self._offered = file
        self.sheet.open()
        self._read_list()

    def _run(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Work in the background; the dialog lives on until the work has ended."""
        self._running += 1
        task = tasks.run(lambda _progress: work(), done, failed, parent=self._window)
        task.ended.connect(self._on_ended)

    def _on_ended(self) -> None:
        self._running -= 1
        if not self.sheet.isVisible():
            self._end_when_idle()

    def _end_when_idle(self) -> None:
        if not self._running:
            self.sheet.deleteLater()
            self.deleteLater()

    def _read_list(self) -> None:
        folder = self._folder
        self._run(lambda: backup_list(folder), self._on_list, self._on_failed)

    def _on_list(self, views: tuple[BackupView, ...]) -> None:
        self._views = views
        self.sheet.show_backups(views)
        if self._offered is not None:
            self._choose_file(self._offered)
            self._offered = None

    def _choose(self, path: Path) -> None:
        self._chosen = path
        self.sheet.show_reading()
        if not self._is_reading:
            self._read(path)

    def _choose_other(self) -> None:
        name, _filter = QFileDialog.getOpenFileName(
            self.sheet, _("Restore from a file"), "", _("Backups (*.leglog *.db);;All files (*)")
        )
        if name:
            self._choose_file(Path(name))

    def _choose_file(self, path: Path) -> None:
        """Choose a file from anywhere; where it is in the list, it is marked there."""
        rows = (row for row, view in enumerate(self._views) if view.backup.path == path)
        row = next(rows, None)
        if row is None:
            self.sheet.table.clearSelection()
            self._choose(path)
        else:
            self.sheet.table.selectRow(row)

    def _read(self, path: Path) -> None:
        """Compare a backup with the log; one at a time, the one chosen last wins."""
        self._is_reading = True
        log = self._desk.log
        self._run(
            lambda: preview_restore(log, path),
            lambda preview: self._on_read(path, preview),
            lambda error: self._on_refused(path, error),
        )

    def _on_read(self, path: Path, preview: RestorePreview) -> None:
        self._is_reading = False
        if self._is_still_chosen(path):
            self.sheet.show_preview(name_of(path, self._views), preview)

    def _on_refused(self, path: Path, error: Exception) -> None:
        self._is_reading = False
        if not isinstance(error, LeglogError):
            show_error(self._window, error)
        elif self._is_still_chosen(path):
            self.sheet.show_refused(str(error))

    def _is_still_chosen(self, path: Path) -> bool:
        if self._chosen is not None and self._chosen != path:
            self._read(self._chosen)
            return False
        return True

    def _restore(self) -> None:
        if self._chosen is not None:
            self._start(self._chosen)

    def _undo(self) -> None:
        if self._before is not None:
            self._start(self._before.path)

    def _start(self, path: Path) -> None:
        log, folder = self._desk.log, self._folder
        now = dt.datetime.now().astimezone()
        name = name_of(path, self._views)
        self.sheet.setEnabled(False)
        self._run(
            lambda: restore(log, path, folder, now),
            lambda before: self._on_restored(name, before),
            self._on_failed,
        )

    def _on_restored(self, name: str, before: Backup) -> None:
        self._before = before
        self.sheet.setEnabled(True)
        self.sheet.show_restored(name)
        self._desk.say(_("Restored {name}.").format(name=name))
        self._read_list()

    def _on_failed(self, error: Exception) -> None:
        self.sheet.setEnabled(True)
        show_error(self.sheet, error)
