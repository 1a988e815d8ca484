"""The one place that wires: folders, lock, desk, window, and the log that is opened behind it."""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
from contextlib import AbstractContextManager, nullcontext, suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from leglog import __version__
from leglog.errors import AlreadyOpen, StorageError
from leglog.models.lock import FolderLock, lock_data
from leglog.paths import Folders, make_private
from leglog.ui.desk import Desk
from leglog.ui.errors import ErrorReporter
from leglog.ui.language import speak, teach_qt
from leglog.ui.main_window import MainWindow
from leglog.ui.opening import Opening
from leglog.ui.quick_imports import give_way_often
from leglog.ui.second_start import Application, SecondStarts, ask_window, begin_listening
from leglog.ui.start_again import START_AGAIN, start_again
from leglog.ui.theme import Scheme, apply_theme

if TYPE_CHECKING:
    from pathlib import Path

SHOW_REQUEST = "show-window"


def run_window(folders: Folders, backup: Path | None = None, *, minimised: bool = False) -> int:
    """Open the window, offer ``backup`` and stay until closed; a second start asks the first."""
    speak(_kept_settings(folders))
    try:
        lock = lock_data(folders)
    except StorageError as trouble:
        if isinstance(trouble, AlreadyOpen) and _ask_first_window(folders, backup):
            return 0
        return _refuse(trouble)
    with lock, _window_here(folders):
        with suppress(OSError):  # a cache that cannot be written only loses the second start
            begin_listening(_show_request(folders))
        code = _run(_application(), folders, backup, minimised=minimised)
    if code == START_AGAIN:  # only now is the folder free for it
        start_again(folders)
        return 0
    return code


def _window_here(folders: Folders) -> AbstractContextManager[object]:
    """Hold what tells a second start that a window is there to be asked, not only a file of one.

    The system lets go of it even where the program is killed. Without it the second start says in
    a box that LegLog is open.
    """
    try:
        return FolderLock(folders.cache)
    except StorageError:
        return nullcontext()


def _ask_first_window(folders: Folders, backup: Path | None) -> bool:
    """Ask the LegLog that has the folder to show its window; say whether there is one to ask.

    A command of the command line may have the folder too, and has none; the file to ask by may be
    left over from a window that was killed.
    """
    request = _show_request(folders)
    if not request.exists() or not _has_window(folders):
        return False
    try:
        ask_window(request, backup)
    except OSError:
        return False
    return True


def _has_window(folders: Folders) -> bool:
    try:
        FolderLock(folders.cache).release()
    except AlreadyOpen:
        return True
    except StorageError:
        return False
    return False


def _refuse(trouble: StorageError) -> int:
    """Say in a box why there is nothing to open: a double-click has no terminal to read."""
    if sys.stderr is not None:  # Windows gives none to a program with windows
        sys.stderr.write(f"leglog: {trouble}\n")
    _app = _application()
    QMessageBox.warning(None, "LegLog", f"{trouble.sentence}\n\n{trouble.remedy}")
    return 1


def _keep_crashes(folders: Folders) -> None:
    """Let a crash in the libraries below leave where it was: it ends the program without a word."""
    with suppress(OSError):
        make_private(folders.log)
        mode = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        faulthandler.enable(os.open(folders.log / "crash.log", mode, 0o600))


def _run(app: Application, folders: Folders, backup: Path | None, *, minimised: bool) -> int:
    # Read by matplotlib when the first chart loads it; its font list is then made only once.
    os.environ.setdefault("MPLCONFIGDIR", str(folders.cache / "matplotlib"))
    reporter = ErrorReporter(folders.log_file)
    reporter.install()
    _keep_crashes(folders)
    give_way_often()
    settings = _machine_settings(folders)
    _dress(app, settings)
    desk = Desk(folders.database)
    opening = Opening(desk, folders)
    window = MainWindow(desk, settings)
    desk.when_ready(lambda _log: _answer_menus(desk, window, folders, backup, catches_up=minimised))
    window.show_first_page()
    if minimised:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMinimized)
    window.show()
    _answer_later_starts(app, desk, window, folders)
    if minimised:
        opening.start_behind(window)
    else:
        opening.start_after_first_paint(window)
    code = app.exec()
    _wait_for_tasks()
    opening.finish()
    _show_request(folders).unlink(missing_ok=True)
    return code


def _wait_for_tasks() -> None:
    from leglog.ui.tasks import wait_for_all

    wait_for_all()


def _answer_menus(
    desk: Desk, window: MainWindow, folders: Folders, backup: Path | None, *, catches_up: bool
) -> None:
    from leglog.ui.menu_answers import answer_menus

    window.provide("show_window", window.bring_forward)
    answer_menus(desk, window, folders, backup, catches_up=catches_up)


def _application() -> Application:
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    app = Application(sys.argv[:1])
    app.setApplicationName("LegLog")
    app.setApplicationDisplayName("LegLog")
    app.setApplicationVersion(__version__)
    QApplication.setDesktopFileName("org.leglog.LegLog")
    teach_qt(app)
    return app


def _machine_settings(folders: Folders) -> QSettings:
    """Return what belongs to this computer: window, theme, text size, language."""
    make_private(folders.config)
    return _kept_settings(folders)


def _kept_settings(folders: Folders) -> QSettings:
    return QSettings(str(folders.config / "window.ini"), QSettings.Format.IniFormat)


def _dress(app: QApplication, settings: QSettings) -> None:
    chosen = str(settings.value("view/scheme", Scheme.SYSTEM.value))
    scheme = Scheme(chosen) if chosen in set(Scheme) else Scheme.SYSTEM
    size = str(settings.value("view/text_size", "100"))
    apply_theme(app, scheme, int(size) if size.isdecimal() else 100)


def _show_request(folders: Folders) -> Path:
    return folders.cache / SHOW_REQUEST


def _answer_later_starts(
    app: Application, desk: Desk, window: MainWindow, folders: Folders
) -> None:
    """Show the window when a second start asks for it, and offer the backup that was opened."""

    def show(backup: Path | None) -> None:
        from leglog.ui.transfer import doors

        window.bring_forward()
        if backup is not None:
            desk.when_ready(lambda _log: doors.offer_backup(desk, folders.backups, window, backup))

    starts = SecondStarts(_show_request(folders), window)
    starts.asked.connect(show)
    app.file_opened.connect(show)
    starts.read()
