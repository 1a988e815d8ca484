"""Importing from the window: choose a file, look, write; reading and writing run as tasks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from leglog.errors import UnitNeeded
from leglog.i18n import _, ngettext
from leglog.services.transfer import (
    ImportPreview,
    ImportResult,
    compare_with_log,
    import_workouts,
    read_import_file,
)
from leglog.ui import tasks
from leglog.ui.errors import show_error
from leglog.ui.transfer.dialog import ImportDialog

if TYPE_CHECKING:
    from leglog.formats.workout_file import WorkoutFile
    from leglog.training.vocabulary import Unit
    from leglog.ui.desk import Desk


class ImportFlow(QObject):
    """One import, from the choice of the file to the sentence at the end."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._dialog: ImportDialog | None = None
        self._preview: ImportPreview | None = None
        self._read: tuple[WorkoutFile, str] | None = None
        self._name = ""

    def choose(self) -> None:
        """Ask for the file."""
        name, _filter = QFileDialog.getOpenFileName(
            self._window,
            _("Import workouts"),
            "",
            _("Workout exports (*.csv *.txt);;All files (*)"),
        )
        if name:
            self.begin(Path(name))

    def begin(self, path: Path) -> None:
        """Read the file in the background and show what it holds."""
        self._name = path.name
        tasks.run(
            lambda _progress: read_import_file(path),
            self._on_read,
            self._on_failed,
            parent=self._window,
            title=_("Reading {name}").format(name=path.name),
        )

    def _on_read(self, read: tuple[WorkoutFile, str]) -> None:
        self._read = read
        self._dialog = ImportDialog(self._name, self._window)
        self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog.unit_chosen.connect(self._compare)
        self._dialog.import_wanted.connect(self._write)
        self._dialog.finished.connect(self._on_closed)
        self._compare(None)
        self._dialog.open()

    def _compare(self, unit: Unit | None) -> None:
        if self._read is None or self._dialog is None:
            return
        file, sha256 = self._read
        try:
            self._preview = compare_with_log(self._desk.log, file, self._name, sha256, unit)
        except UnitNeeded:
            # The dialog asks for it; nothing can be compared before.
            return
        self._dialog.show_preview(self._preview, asked=file.unit_needed)

    def _write(self) -> None:
        preview, dialog = self._preview, self._dialog
        if preview is None or dialog is None:
            return
        dialog.accept()
        tasks.run(
            lambda progress: import_workouts(self._desk.log, preview, progress),
            self._on_written,
            self._on_failed,
            parent=self._window,
            title=_("Importing {name}").format(name=self._name),
        )

    def _on_written(self, result: ImportResult) -> None:
        self._desk.say(
            ngettext(
                "{count} workout was imported. Ctrl+Z takes it back.",
                "{count} workouts were imported. Ctrl+Z takes them back.",
                result.workouts,
            ).format(count=result.workouts)
        )

    def _on_failed(self, error: Exception) -> None:
        show_error(self._window, error)

    def _on_closed(self) -> None:
        self._dialog = None
