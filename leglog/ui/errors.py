"""How troubles reach the person: a sentence with its remedy, or a report to pass on."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QPlainTextEdit

import leglog
from leglog.errors import LeglogError
from leglog.i18n import _
from leglog.ui.theme import current_theme
from leglog.ui.widgets.button import Kind
from leglog.ui.widgets.sheet import Sheet
from leglog.ui.widgets.text import Text

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from PySide6.QtWidgets import QWidget

_logger = logging.getLogger(__name__)


def show_trouble(parent: QWidget | None, error: LeglogError) -> QMessageBox:
    """Show a trouble that the person can do something about; return the box, which is open."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("LegLog")
    box.setText(error.sentence)
    box.setInformativeText(error.remedy)
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    box.open()
    return box


def show_error(parent: QWidget | None, error: Exception) -> None:
    """Show any error of a task: a trouble as its sentence, a mistake of ours as a report."""
    if isinstance(error, LeglogError):
        show_trouble(parent, error)
    else:
        sys.excepthook(type(error), error, error.__traceback__)


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
        f"LegLog {leglog.__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.platform()}"
    )
    return "\n".join((head, "", "".join(lines).rstrip()))


class ErrorReporter(QObject):
    """Shows errors that nobody caught, one dialog at a time, from whichever thread they come."""

    _raised = Signal(object)

    def __init__(self, log_file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log_file = log_file
        self.dialog: ReportDialog | None = None
        self._raised.connect(self._show)

    def install(self) -> None:
        """Take the place of ``sys.excepthook``."""
        sys.excepthook = self.report

    def report(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Write the error to the log and show it; Ctrl+C in a terminal ends the program."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        _logger.critical("uncaught error", exc_info=(kind, error, trace))
        if QThread.currentThread() is self.thread():
            # A dialog inside a paint or model call would come back into it.
            QTimer.singleShot(0, self, lambda: self._show(error))
        else:
            self._raised.emit(error)

    @Slot(object)
    def _show(self, error: BaseException) -> None:
        parent = QApplication.activeWindow()
        if isinstance(error, LeglogError):
            show_trouble(parent, error)
        elif self.dialog is None:
            self.dialog = ReportDialog(make_report(error), self._log_file, parent)
            self.dialog.finished.connect(self._forget)
            self.dialog.open()

    @Slot()
    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
