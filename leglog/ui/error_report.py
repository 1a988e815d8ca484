"""The report of a mistake in LegLog, and the dialog that shows it; imported when one happens."""

from __future__ import annotations

import platform
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from leglog import __version__
from leglog.i18n import _
from leglog.ui.theme import current_theme
from leglog.ui.widgets.button import Kind
from leglog.ui.widgets.sheet import Sheet
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget


class ReportDialog(Sheet):
    """Says that something went wrong in LegLog, what is kept, and offers the report."""

    def __init__(self, report: str, log_file: Path, parent: QWidget | None = None) -> None:
        super().__init__(_("Something went wrong in LegLog"), width=640, parent=parent)
        kept = _("Everything that shows a tick is saved. You can go on, or close and start again.")
        self.body.addWidget(Text(kept, wrap=True))
        self._report = QPlainTextEdit(report)
        self._report.setReadOnly(True)
        self._report.setAccessibleName(_("Report"))
        self._report.setMinimumHeight(current_theme().px(220))
        self.body.addWidget(self._report)
        where = _("The log file is {path}. Nothing was sent anywhere.").format(path=log_file)
        self.body.addWidget(Text(where, tone="muted", wrap=True))
        self.add_button(_("&Copy report"), self.copy_report, icon="copy")
        self.add_button(_("C&lose"), self.accept, kind=Kind.PRIMARY, default=True)

    def copy_report(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self._report.toPlainText())


def make_report(error: BaseException) -> str:
    """Return what a developer needs: versions and the way to the error, nothing of the log."""
    lines = traceback.format_exception(type(error), error, error.__traceback__)
    head = (
        f"LegLog {__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.platform()}"
    )
    return "\n".join((head, "", "".join(lines).rstrip()))
