"""What the person is asked when the log cannot be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox

from leglog.i18n import _

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from leglog.errors import LeglogError


class OpeningTrouble(QMessageBox):
    """Says why the log is not open; stays until the person tries again or quits."""

    def __init__(self, parent: QWidget | None, error: LeglogError, folder: Path) -> None:
        super().__init__(parent)
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle("LegLog")
        self.setText(error.sentence)
        self.setInformativeText(error.remedy)
        self.again = self.addButton(_("&Try again"), QMessageBox.ButtonRole.AcceptRole)
        self._folder = self.addButton(_("&Open folder"), QMessageBox.ButtonRole.ActionRole)
        self.stop = self.addButton(_("&Quit"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(self.again)
        self.setEscapeButton(self.stop)
        # Looking at the folder is no answer: the question stays open meanwhile.
        self._folder.clicked.disconnect()
        self._folder.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        )

    @property
    def wants_another_try(self) -> bool:
        """Whether the person asked to try again."""
        return self.clickedButton() is self.again
