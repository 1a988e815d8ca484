"""What answers the menu entries that belong to no page.

The thread that opens the log imports this module, so that the window does not stop for it.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QIcon
from PySide6.QtWidgets import QApplication

from leglog.i18n import _
from leglog.paths import resources_folder
from leglog.services.preferences import preferences
from leglog.training.dates import local_day
from leglog.ui import made_up_year
from leglog.ui.backup_keeper import BackupKeeper
from leglog.ui.desk import Destination, Place
from leglog.ui.first_run.asking import ask_before_start
from leglog.ui.notifications import Notifications
from leglog.ui.reminders import Reminders
from leglog.ui.start_again import START_AGAIN
from leglog.ui.today import errands
from leglog.ui.today.page import local_now
from leglog.ui.transfer import doors, move_sheet
from leglog.ui.weekly_check import WeeklyCheck

if TYPE_CHECKING:
    from pathlib import Path

    from leglog.paths import Folders
    from leglog.ui.desk import Desk
    from leglog.ui.main_window import MainWindow


def answer_menus(
    desk: Desk, window: MainWindow, folders: Folders, backup: Path | None, *, catches_up: bool
) -> None:
    """Answer the entries that belong to no page, offer ``backup``, and begin to remind.

    ``catches_up`` says that what would have been told before the start is told now.
    """
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
    _remind(desk, window, catches_up=catches_up)


def _remind(desk: Desk, window: MainWindow, *, catches_up: bool) -> None:
    """Begin to remind the person of what they chose in the settings, if anything."""
    notifications = Notifications(window)
    reminders = Reminders(desk, notifications, local_now, catches_up=catches_up, parent=window)
    window.provide("reminders", reminders.begin_anew)
    reminders.begin()


def _provide_transfer(desk: Desk, window: MainWindow, folders: Folders) -> None:
    """Answer what brings data in, takes it out, or goes back to a backup."""

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
    if made_up_year.is_made_up(desk.database):
        window.setWindowTitle(_("A made-up year"))
    else:
        ask_before_start(desk, window)


def _show_unit(desk: Desk, window: MainWindow) -> None:
    window.status.show_unit(preferences(desk.log).unit.value)
