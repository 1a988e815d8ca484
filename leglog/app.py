"""The one place that wires: folders, lock, desk, window, and the log that is opened behind it."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QFileSystemWatcher, QSettings
from PySide6.QtWidgets import QApplication

from leglog import __version__
from leglog.errors import AlreadyOpen
from leglog.models.lock import FolderLock
from leglog.paths import Folders, make_private
from leglog.ui.desk import Desk
from leglog.ui.errors import ErrorReporter
from leglog.ui.main_window import MainWindow
from leglog.ui.opening import Opening
from leglog.ui.theme import Scheme, apply_theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SHOW_REQUEST = "show-window"


def run_window(folders: Folders, plain_import: Callable[..., Any]) -> int:
    """Open the window and stay until it is closed; a second start shows the first window."""
    try:
        lock = FolderLock(folders.data)
    except AlreadyOpen as trouble:
        if _show_request(folders).exists():
            _show_request(folders).write_text(__version__, "utf-8")
            return 0
        raise trouble
    app = _application()
    with lock:
        return _run(app, folders, plain_import)


def _run(app: QApplication, folders: Folders, plain_import: Callable[..., Any]) -> int:
    reporter = ErrorReporter(folders.log_file)
    reporter.install()
    settings = _machine_settings(folders)
    _dress(app, settings)
    desk = Desk(folders.database)
    opening = Opening(desk, folders, plain_import)
    window = MainWindow(desk, settings)
    window.show_first_page()
    window.show()
    watcher = _watch_for_second_start(folders, window)
    opening.start_after_first_paint(window)
    code = app.exec()
    watcher.deleteLater()
    opening.finish()
    return code


def _application() -> QApplication:
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("LegLog")
    app.setApplicationDisplayName("LegLog")
    app.setApplicationVersion(__version__)
    QApplication.setDesktopFileName("leglog")
    return app


def _machine_settings(folders: Folders) -> QSettings:
    """Return what belongs to this computer: window, theme, text size."""
    make_private(folders.config)
    return QSettings(str(folders.config / "window.ini"), QSettings.Format.IniFormat)


def _dress(app: QApplication, settings: QSettings) -> None:
    chosen = str(settings.value("view/scheme", Scheme.SYSTEM.value))
    scheme = Scheme(chosen) if chosen in set(Scheme) else Scheme.SYSTEM
    size = str(settings.value("view/text_size", "100"))
    apply_theme(app, scheme, int(size) if size.isdecimal() else 100)


def _show_request(folders: Folders) -> Path:
    return folders.cache / SHOW_REQUEST


def _watch_for_second_start(folders: Folders, window: MainWindow) -> QFileSystemWatcher:
    """Show the window when a second start asks for it, by a file: LegLog opens no socket."""
    make_private(folders.cache)
    request = _show_request(folders)
    request.touch(mode=0o600)
    watcher = QFileSystemWatcher([str(request)])

    def show() -> None:
        window.showNormal() if window.isMinimized() else window.show()
        window.raise_()
        window.activateWindow()

    watcher.fileChanged.connect(show)
    return watcher
