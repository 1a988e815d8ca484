"""Whether the first run is wanted; its dialog is imported only then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leglog.services.beginning import is_beginning

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from leglog.ui.desk import Desk
    from leglog.ui.first_run.dialog import FirstRunDialog


def ask_before_start(desk: Desk, parent: QWidget) -> FirstRunDialog | None:
    """Open the first run in a log in which nothing was logged and the back check is unanswered."""
    if not is_beginning(desk.log):
        return None
    from leglog.ui.first_run.dialog import FirstRunDialog

    dialog = FirstRunDialog(desk, parent)
    dialog.open()
    return dialog
