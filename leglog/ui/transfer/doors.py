"""Opens the dialogs of this screen; each is imported when it is first wanted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from leglog.errors import LeglogError
from leglog.i18n import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from leglog.paths import Folders
    from leglog.ui.desk import Desk


def choose_import(desk: Desk, window: QWidget) -> None:
    """Ask for a file to import."""
    from leglog.ui.transfer.flow import ImportFlow

    ImportFlow(desk, window).choose()


def open_export(desk: Desk, window: QWidget) -> None:
    """Ask as what the log shall leave, and where to."""
    from leglog.ui.transfer.export_sheet import ExportSheet

    ExportSheet(desk, window).open()


def open_imports(desk: Desk, window: QWidget) -> None:
    """Show the imports that were made."""
    from leglog.ui.transfer.imports_sheet import ImportsSheet

    ImportsSheet(desk, window).open()


def open_restore(desk: Desk, folder: Path, window: QWidget, file: Path | None = None) -> QDialog:
    """Show the backups to go back to, with ``file`` chosen; return the dialog."""
    from leglog.ui.transfer.restore_flow import RestoreFlow

    flow = RestoreFlow(desk, folder, window)
    flow.open(file)
    return flow.sheet


def offer_backup(desk: Desk, folder: Path, window: QWidget, file: Path) -> None:
    """Offer to restore ``file``, after what the person is just being asked."""
    asking = QApplication.activeModalWidget()
    if isinstance(asking, QDialog):
        asking.finished.connect(lambda _code: offer_backup(desk, folder, window, file))
    else:
        open_restore(desk, folder, window, file)


def choose_second_folder(desk: Desk, folders: Folders, window: QWidget) -> None:
    """Ask for a further folder that every backup is copied to; where there is one, ask first."""
    from leglog.services.backups import second_folder
    from leglog.ui.widgets.question import Question

    now = second_folder(folders.config)
    if now is None:
        _ask_for_second(desk, folders, window)
        return
    question = Question(
        _("Every backup is also copied to {folder}.").format(folder=now), parent=window
    )
    question.add_answer(_("&Another folder…"), lambda: _ask_for_second(desk, folders, window))
    question.add_answer(_("&Stop copying"), lambda: _keep_second(desk, folders, None, window))
    question.ask(_("&Close"))


def _ask_for_second(desk: Desk, folders: Folders, window: QWidget) -> None:
    title = _("Second folder for backups: a USB drive, or one that is synchronised")
    name = QFileDialog.getExistingDirectory(window, title)
    if name:
        _keep_second(desk, folders, Path(name), window)


def _keep_second(desk: Desk, folders: Folders, folder: Path | None, window: QWidget) -> None:
    from leglog.services import backups
    from leglog.ui.errors import show_trouble

    try:
        backups.choose_second_folder(folders.config, folder)
    except LeglogError as error:
        show_trouble(window, error)
        return
    if folder is None:
        desk.say(_("Backups are no longer copied to a second folder."))
    else:
        desk.ask_for("back_up")
