"""Moving the data to another folder: asks where to, says what will be, and starts anew there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QFileDialog

from leglog.errors import LeglogError
from leglog.i18n import _
from leglog.ui.errors import show_trouble
from leglog.ui.widgets.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from leglog.paths import Folders


def choose_folder(folders: Folders, window: QWidget, moved: Callable[[], object]) -> None:
    """Ask for a folder and, once that is agreed, move the data there; then call ``moved``."""
    name = QFileDialog.getExistingDirectory(window, _("Where shall your data be?"))
    if name:
        ask_to_move(folders, Path(name), window, moved)


def ask_to_move(
    folders: Folders, chosen: Path, window: QWidget, moved: Callable[[], object]
) -> Question:
    """Say what moving does and do it when the person wants it."""
    text = _(
        "Your log and its backups are copied there and checked. The old copy stays in "
        "{folder}. LegLog closes and opens again; what was done before can then no longer be "
        "undone."
    )
    question = Question(
        _("Move your data to {folder}?").format(folder=chosen),
        text.format(folder=folders.data),
        window,
    )
    question.add_answer(_("&Move and open again"), lambda: _move(folders, chosen, window, moved))
    question.ask(_("&Cancel"))
    return question


def _move(folders: Folders, chosen: Path, window: QWidget, moved: Callable[[], object]) -> None:
    """Move at once and not beside the window: nothing may be written to the old log meanwhile."""
    from leglog.services.moving import move_data

    QApplication.setOverrideCursor(QCursor(Qt.CursorShape.WaitCursor))
    try:
        move_data(folders, chosen)
    except LeglogError as error:
        show_trouble(window, error)
        return
    finally:
        QApplication.restoreOverrideCursor()
    moved()
