"""Notifications of the desktop, through an icon that is in its tray only while one is open."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from leglog.paths import resources_folder


class Notifications(QObject):
    """Shows one at a time; nothing is in the tray before the first."""

    clicked = Signal()
    """The person went to the notification, or to its icon in the tray."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tray: QSystemTrayIcon | None = None

    @property
    def are_possible(self) -> bool:
        """Whether this desktop has a tray that shows messages, as far as it is there yet."""
        return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()

    def show(self, title: str, text: str) -> None:
        """Show a notification; its icon stays until the person comes back."""
        if self._tray is None:
            self._tray = self._build()
        self._tray.show()
        self._tray.showMessage(title, text, self._tray.icon())

    def clear(self) -> None:
        """Take the icon out of the tray."""
        if self._tray is not None:
            self._tray.hide()

    def _build(self) -> QSystemTrayIcon:
        icon = QIcon(str(resources_folder() / "app" / "leglog.svg"))
        tray = QSystemTrayIcon(icon, self, toolTip="LegLog")
        tray.messageClicked.connect(self._on_clicked)
        tray.activated.connect(lambda _why: self._on_clicked())
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_state)
        return tray

    def _on_clicked(self) -> None:
        self.clear()
        self.clicked.emit()

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.clear()
