"""The one place that wires: folders, lock, desk, window, and the log that is opened behind it."""

from __future__ import annotations

import datetime as dt
import faulthandler
import os
import signal
import sys
from contextlib import AbstractContextManager, nullcontext, suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from leglog import __version__
from leglog.errors import AlreadyOpen, StorageError
from leglog.i18n import _
from leglog.models.lock import FolderLock, lock_data
from leglog.paths import Folders, make_private, resources_folder
from leglog.ui import tasks
from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.errors import ErrorReporter
from leglog.ui.language import speak, teach_qt
from leglog.ui.main_window import MainWindow
from leglog.ui.opening import Opening
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
    tasks.give_way_often()
    settings = _machine_settings(folders)
    _dress(app, settings)
    desk = Desk(folders.database)
    opening = Opening(desk, folders)
    window = MainWindow(desk, settings)
    desk.when_ready(lambda _log: _provide(desk, window, folders, backup))
    desk.when_ready(lambda _log: _remind(desk, window, catches_up=minimised))
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
    tasks.wait_for_all()
    opening.finish()
    _show_request(folders).unlink(missing_ok=True)
    return code


def _provide(desk: Desk, window: MainWindow, folders: Folders, backup: Path | None) -> None:
    """Answer the menu actions that belong to no page, once the log is open."""
    from leglog.ui.backup_keeper import BackupKeeper
    from leglog.ui.transfer import doors

    keeper = BackupKeeper(desk, folders.backups, window, folders.config)
    keeper.told.connect(window.status.show_backup)
    window.setWindowIcon(QIcon(str(resources_folder() / "app" / "leglog.svg")))
    settings = Destination(Place.SETTINGS)
    folder = QUrl.fromLocalFile(str(folders.data))
    window.provide("back_up", keeper.back_up_now)
    _provide_transfer(desk, window, folders)
    window.provide("open_folder", lambda: QDesktopServices.openUrl(folder))
    window.provide("when_to_get_help", lambda: _show_help(desk, window))
    _provide_back(desk, window)
    window.provide("about", lambda: desk.go(settings))
    keeper.tell()
    if backup is None:
        _check_before_start(desk, window)
    else:  # what the backup holds may answer what would be asked
        sheet = doors.open_restore(desk, folders.backups, window, backup)
        sheet.finished.connect(lambda _code: _check_before_start(desk, window))
    _show_unit(desk, window)
    desk.changed.connect(
        lambda change: _show_unit(desk, window) if "preference" in change.tables else None
    )


def _remind(desk: Desk, window: MainWindow, *, catches_up: bool) -> None:
    """Begin to remind the person of what they chose in the settings, if anything."""
    from leglog.ui.notifications import Notifications
    from leglog.ui.reminders import Reminders
    from leglog.ui.today.page import local_now

    notifications = Notifications(window)
    reminders = Reminders(desk, notifications, local_now, catches_up=catches_up, parent=window)
    window.provide("reminders", reminders.begin_anew)
    window.provide("show_window", lambda: _bring_forward(window))
    reminders.begin()


def _provide_transfer(desk: Desk, window: MainWindow, folders: Folders) -> None:
    """Answer what brings data in, takes it out, or goes back to a backup."""
    from leglog.ui import made_up_year
    from leglog.ui.transfer import doors, move_sheet
    from leglog.ui.weekly_check import WeeklyCheck

    def moved() -> None:
        window.close()
        QApplication.exit(START_AGAIN)

    window.provide("import", lambda: doors.choose_import(desk, window))
    window.provide("export", lambda: doors.open_export(desk, window))
    window.provide("export_data", lambda: doors.open_export(desk, window))
    window.provide("imports", lambda: doors.open_imports(desk, window))
    window.provide("restore", lambda: doors.open_restore(desk, folders.backups, window))
    window.provide("second_folder", lambda: doors.choose_second_folder(desk, folders, window))
    window.provide("move_data", lambda: move_sheet.choose_folder(folders, window, moved))
    WeeklyCheck(folders, window)
    window.provide("look_around", lambda: made_up_year.look_around(desk, window))
    window.provide("remove_made_up_year", lambda: made_up_year.remove(desk, window))


def _provide_back(desk: Desk, window: MainWindow) -> None:
    """Answer what is asked and kept of the back, from any page."""
    from leglog.services.preferences import preferences
    from leglog.training.dates import local_day
    from leglog.ui.today import errands

    def today() -> dt.date:
        return local_day(dt.datetime.now().astimezone(), preferences(desk.log).day_starts_at_h)

    window.provide("ratings", lambda: errands.open_ratings(desk, window))
    window.provide("daily_life", lambda: errands.open_daily_life(desk, today(), window))
    window.provide("check_in", lambda: errands.open_check_in(desk, today(), window))
    window.provide("flare", lambda: errands.open_flare(desk, today(), window))
    window.provide("easy_week", lambda: errands.switch_easy_week(desk, today()))


def _show_help(desk: Desk, window: MainWindow) -> None:
    from leglog.ui.back.help_sheet import HelpSheet

    HelpSheet(desk, window).open()


def _check_before_start(desk: Desk, window: MainWindow) -> None:
    """Ask what is asked once, before anything is logged; name a made-up year as one."""
    from leglog.ui.first_run.asking import ask_before_start
    from leglog.ui.made_up_year import is_made_up

    if is_made_up(desk.database):
        window.setWindowTitle(_("A made-up year"))
    else:
        ask_before_start(desk, window)


def _show_unit(desk: Desk, window: MainWindow) -> None:
    from leglog.services.preferences import preferences

    window.status.show_unit(preferences(desk.log).unit.value)


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


def _bring_forward(window: MainWindow) -> None:
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def _answer_later_starts(
    app: Application, desk: Desk, window: MainWindow, folders: Folders
) -> None:
    """Show the window when a second start asks for it, and offer the backup that was opened."""

    def show(backup: Path | None) -> None:
        from leglog.ui.transfer import doors

        _bring_forward(window)
        if backup is not None:
            desk.when_ready(lambda _log: doors.offer_backup(desk, folders.backups, window, backup))

    starts = SecondStarts(_show_request(folders), window)
    starts.asked.connect(show)
    app.file_opened.connect(show)
    starts.read()
