"""How troubles reach the person: a sentence with its remedy, or a report to pass on."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QMessageBox
from shiboken6 import isValid

from leglog.errors import LeglogError

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from PySide6.QtWidgets import QWidget

    from leglog.ui.error_report import ReportDialog

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


class ErrorReporter(QObject):
    """Shows errors that nobody caught, one dialog at a time, from whichever thread they come."""

    _raised = Signal(object)

    def __init__(self, log_file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log_file = log_file
        self.dialog: ReportDialog | None = None
        self._boxes: list[QMessageBox] = []
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
            # With no window in front it has no parent, and nobody else keeps it.
            still_open = [box for box in self._boxes if isValid(box) and box.isVisible()]
            self._boxes = [*still_open, show_trouble(parent, error)]
        elif self.dialog is None:
            from leglog.ui.error_report import ReportDialog, make_report

            self.dialog = ReportDialog(make_report(error), self._log_file, parent)
            self.dialog.finished.connect(self._forget)
            self.dialog.open()

    @Slot()
    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
