"""Opens the log behind the painted window.

SQLAlchemy and the services are imported in a thread right after the first paint, which shows what
a first look at the file finds (services.today).
"""

from __future__ import annotations

import importlib
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from leglog.errors import DamagedLog, LeglogError
from leglog.ui.opening_trouble import OpeningTrouble
from leglog.ui.pages import import_ahead
from leglog.ui.quick_imports import quick_imports

if TYPE_CHECKING:
    from leglog.paths import Folders
    from leglog.services.training_log import TrainingLog
    from leglog.ui.desk import Desk
    from leglog.ui.recovery_sheet import RecoverySheet


REST_S = 1.0
"""After the log is open; until then its first page is read and painted."""


class Opening(QObject):
    """Opens the log in a thread and hands it to the desk; asks the person where it cannot."""

    _opened = Signal(object)
    _refused = Signal(object)

    def __init__(self, desk: Desk, folders: Folders) -> None:
        super().__init__()
        self._desk = desk
        self._folders = folders
        self._window: QWidget | None = None
        self._trouble: OpeningTrouble | RecoverySheet | None = None
        self._thread = threading.Thread()
        self._ending = threading.Event()
        self._opened.connect(self._on_opened)
        self._refused.connect(self._on_refused)

    def start_after_first_paint(self, window: QWidget) -> None:
        """Begin as soon as ``window`` has been painted."""
        self._window = window
        window.installEventFilter(self)

    def start_behind(self, window: QWidget) -> None:
        """Begin without a paint, which a minimised window does not get."""
        self._window = window
        QTimer.singleShot(0, self.start)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # A timer of 0 ms would still come before the painted window is on the screen.
            QTimer.singleShot(20, self.start)
        return False

    def start(self) -> None:
        """Open the log in a thread of its own."""
        self._thread = threading.Thread(target=self._open, name="opening", daemon=True)
        self._thread.start()

    def finish(self) -> None:
        """Wait for the thread and close the log."""
        self._ending.set()
        if self._thread.ident is not None:
            self._thread.join()
        if self._desk.is_ready:
            self._desk.log.close()

    def _open(self) -> None:
        from concurrent.futures import ThreadPoolExecutor

        from leglog.services.first_check import is_sound

        try:
            # SQLite reads the whole file on another core while modules are loaded on this one.
            with ThreadPoolExecutor(1, "first check") as beside:
                checked = beside.submit(is_sound, self._folders.database)
                with quick_imports():
                    from leglog.services.opening import keep_log_file, open_for_window

                    importlib.import_module("leglog.ui.menu_answers")
            keep_log_file(self._folders.log_file)
            announce = self._desk.changed.emit
            self._opened.emit(open_for_window(self._folders, announce, is_checked=checked.result()))
        except LeglogError as trouble:
            self._refused.emit(trouble)
        except Exception as error:  # a thread's error must reach the dialog too
            self._refused.emit(error)
        else:
            self._load_pages()

    def _load_pages(self) -> None:
        """Import pages when the window has come to rest, so that they show sooner."""
        if not self._ending.wait(REST_S):
            with quick_imports():
                import_ahead(self._ending.is_set)

    def _on_opened(self, log: TrainingLog) -> None:
        self._desk.open_with(log)

    def _on_refused(self, error: Exception) -> None:
        if not isinstance(error, LeglogError):
            raise error
        if isinstance(error, DamagedLog):
            self._offer_recovery(error)
            return
        self._trouble = OpeningTrouble(self._window, error, self._folders.data)
        self._trouble.finished.connect(self._on_answered)
        self._trouble.open()

    def _offer_recovery(self, error: DamagedLog) -> None:
        """Read what can be read, and go on with that or with a backup."""
        from leglog.ui.recovery_sheet import RecoverySheet

        # It outlives its closing: what it reads in the background tells it the end.
        sheet = self._trouble = RecoverySheet(self._folders, error, self._window)
        sheet.recovered.connect(self.start)
        sheet.rejected.connect(lambda: QApplication.exit(1))
        sheet.open()
        sheet.prepare()

    def _on_answered(self) -> None:
        if isinstance(self._trouble, OpeningTrouble) and self._trouble.wants_another_try:
            self.start()
        else:
            QApplication.exit(1)
