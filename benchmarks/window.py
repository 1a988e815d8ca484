"""The real window on a log, for benchmarks that paint; the floor is an empty table of its size."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

from leglog.services.training_log import open_log
from leglog.ui.chart_view import all_drawn
from leglog.ui.desk import Desk
from leglog.ui.main_window import MainWindow
from leglog.ui.quick_imports import give_way_often
from leglog.ui.theme import Scheme, apply_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from leglog.services.training_log import TrainingLog
    from leglog.ui.page import Page

SIZE = (1280, 800)
LONGEST_S = 60.0


def application() -> QApplication:
    """Return the running application, or one that is dressed as LegLog's."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication([])
    give_way_often()
    apply_theme(app, Scheme.LIGHT)
    return app


@contextmanager
def window_on(path: Path, folder: Path) -> Iterator[tuple[MainWindow, TrainingLog]]:
    """Open the window and the log at ``path``; the settings go into ``folder``."""
    application()
    desk = Desk(path)
    log = open_log(path, desk.changed.emit)
    desk.open_with(log)
    window = MainWindow(desk, QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat))
    window.resize(*SIZE)
    try:
        window.show_first_page()
        window.show()
        settle()
        yield window, log
    finally:
        window.close()
        window.deleteLater()
        desk.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        log.close()


@contextmanager
def empty_table() -> Iterator[Callable[[], None]]:
    """Yield what builds, shows and paints an empty table in a window that is there already."""
    application()
    window = QMainWindow()
    window.resize(*SIZE)
    window.show()
    settle()

    def show_table() -> None:
        window.setCentralWidget(QTableView())
        settle()

    try:
        yield show_table
    finally:
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Painted(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count and let the event through."""
        self.times += event.type() is QEvent.Type.Paint
        return False


def settle() -> None:
    """Work off what is due, paints included."""
    for _round in range(3):
        QApplication.processEvents()


def settle_page(page: Page) -> list[float]:
    """Let a page read and draw to the end; return how long each stop of the window was, in ms.

    Only what this thread itself works counts: another one, or a busy machine, is no stop of ours.
    """
    stops: list[float] = []
    end = time.monotonic() + LONGEST_S
    while page.is_reading or not all_drawn(page):
        if time.monotonic() > end:
            raise TimeoutError
        worked = time.thread_time()
        QApplication.processEvents()
        stops.append((time.thread_time() - worked) * 1000)
        time.sleep(0.0005)
    settle()
    return stops


def wait_until(is_so: Callable[[], bool], seconds: float = LONGEST_S) -> None:
    """Let the window work until something holds; raises TimeoutError."""
    end = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError
        QApplication.processEvents()
        # Other threads get their turn.
        time.sleep(0.001)
    settle()
