"""Importing from the window: choose a file, look, decide, write; the work runs as tasks."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from leglog.i18n import _, ngettext
from leglog.services.backups import BackupKind, make_backup
from leglog.services.import_matching import guess_unit
from leglog.services.import_reading import (
    UnknownLayout,
    read_everything_file,
    read_import_file,
)
from leglog.services.merging import MergePreview, merge, preview_merge
from leglog.services.transfer import (
    NO_CHOICES,
    ImportChoices,
    ImportPreview,
    ImportResult,
    compare_with_log,
    exercise_names,
    import_workouts,
)
from leglog.ui import tasks
from leglog.ui.errors import show_error
from leglog.ui.transfer.columns_sheet import ColumnsSheet
from leglog.ui.transfer.dialog import ImportDialog
from leglog.ui.transfer.merge_sheet import MergeSheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from leglog.formats.everything import Everything
    from leglog.formats.workout_file import WorkoutFile
    from leglog.services.import_columns import Columns
    from leglog.training.vocabulary import Unit
    from leglog.ui.desk import Desk

Read = tuple["WorkoutFile", str]


class ImportFlow(QObject):
    """One import, from the choice of the file to the sentence at the end."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._dialog: ImportDialog | None = None
        self._preview: ImportPreview | None = None
        self._read: Read | None = None
        self._unit: Unit | None = None
        self._path = Path()

    def choose(self) -> None:
        """Ask for the file."""
        name, _filter = QFileDialog.getOpenFileName(
            self._window,
            _("Import workouts"),
            "",
            _("Workout exports (*.csv *.txt *.tsv *.fitnotes *.json);;All files (*)"),
        )
        if name:
            self.begin(Path(name))

    def begin(self, path: Path, columns: Columns | None = None) -> None:
        """Read the file in the background and show what it holds."""
        self._path = path
        log = self._desk.log

        def work(_progress: tasks.Progress) -> Read | tuple[Everything, MergePreview]:
            everything = read_everything_file(path)
            if everything is not None:
                return everything, preview_merge(log, everything)
            return read_import_file(path, columns)

        tasks.run(
            work,
            self._on_read,
            self._on_refused,
            parent=self._window,
            title=_("Reading {name}").format(name=path.name),
        )

    def _on_read(self, read: Read | tuple[Everything, MergePreview]) -> None:
        found, more = read
        if isinstance(more, MergePreview):
            self._show_merge(found, more)  # type: ignore[arg-type]  # the two come together
            return
        self._read = (found, more)  # type: ignore[assignment]  # the two come together
        self._show_import()

    def _on_refused(self, error: Exception) -> None:
        if not isinstance(error, UnknownLayout):
            self._on_failed(error)
            return
        sheet = ColumnsSheet(self._path.name, error.table, self._window)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.columns_chosen.connect(lambda columns: self.begin(self._path, columns))
        sheet.open()

    def _show_import(self) -> None:
        self._dialog = ImportDialog(self._path.name, self._window)
        self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog.unit_chosen.connect(self._on_unit)
        self._dialog.choices_changed.connect(self._on_choices)
        self._dialog.import_wanted.connect(self._write)
        self._dialog.finished.connect(self._on_closed)
        self._compare(NO_CHOICES)
        self._dialog.open()

    def _on_unit(self, unit: Unit | None) -> None:
        self._unit = unit
        if self._dialog is not None:
            self._compare(self._dialog.choices)

    def _on_choices(self, choices: ImportChoices) -> None:
        if self._preview is None or self._dialog is None:
            return
        before = self._preview.choices
        if (choices.keep_odd, choices.as_typed) != (before.keep_odd, before.as_typed):
            self._compare(choices)
            return
        self._preview = replace(self._preview, choices=choices)
        self._dialog.show_counts(self._preview)

    def _compare(self, choices: ImportChoices) -> None:
        if self._read is None or self._dialog is None:
            return
        file, sha256 = self._read
        log, name = self._desk.log, self._path.name
        guess = guess_unit(file) if file.unit_needed and self._unit is None else None
        unit = guess.unit if guess else self._unit
        self._preview = compare_with_log(log, file, name, sha256, unit, choices)
        names = exercise_names(log)
        self._dialog.show_preview(self._preview, asked=file.unit_needed, names=names)
        if guess is not None:
            self._dialog.show_guess(guess)

    def _write(self) -> None:
        preview, dialog, log = self._preview, self._dialog, self._desk.log
        if preview is None or dialog is None:
            return
        dialog.accept()

        def work(progress: tasks.Progress) -> ImportResult:
            self._back_up(progress)
            return import_workouts(log, preview, progress)

        self._run(work, self._on_written)

    def _show_merge(self, everything: Everything, preview: MergePreview) -> None:
        sheet = MergeSheet(self._path.name, preview, self._window)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        log = self._desk.log

        def work(progress: tasks.Progress) -> MergePreview:
            self._back_up(progress)
            return merge(log, everything, progress)

        def start() -> None:
            sheet.accept()
            self._run(work, self._on_merged)

        sheet.merge_wanted.connect(start)
        sheet.open()

    def _back_up(self, progress: tasks.Progress) -> None:
        """Make a copy first; where that fails nothing is imported."""
        progress(0.02, _("Making a backup"))
        database = self._desk.database
        now = dt.datetime.now().astimezone()
        make_backup(database, database.parent / "backups", now, BackupKind.BEFORE_IMPORT)

    def _run(self, work: Callable[[tasks.Progress], object], done: Callable[..., None]) -> None:
        title = _("Importing {name}").format(name=self._path.name)
        tasks.run(work, done, self._on_failed, parent=self._window, title=title)

    def _on_written(self, result: ImportResult) -> None:
        if not result.workouts:
            self._desk.say(_("The entries were imported. Ctrl+Z takes them back."))
            return
        self._desk.say(
            ngettext(
                "{count} workout was imported. Ctrl+Z takes it back.",
                "{count} workouts were imported. Ctrl+Z takes them back.",
                result.workouts,
            ).format(count=result.workouts)
        )

    def _on_merged(self, _preview: MergePreview) -> None:
        self._desk.say(_("The other log was merged. Ctrl+Z takes it back."))

    def _on_failed(self, error: Exception) -> None:
        show_error(self._window, error)

    def _on_closed(self) -> None:
        self._dialog = None
