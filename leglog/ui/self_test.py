"""The part of the self-test that needs Qt: every page, chart canvas and icon, drawn unseen."""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt, QThreadPool
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from leglog.paths import resources_folder
from leglog.ui.chart_view import all_drawn
from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.icons import pixmap
from leglog.ui.main_window import MainWindow
from leglog.ui.second_start import Application
from leglog.ui.theme import Scheme, apply_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from types import TracebackType

    from PySide6.QtGui import QImage

    from leglog.services.training_log import TrainingLog

LONGEST_WAIT_S = 60
FEWEST_COLOURS = 8
"""A page with fewer is taken for empty: even smoothed letters alone have more."""


def draw_window(log: TrainingLog, folder: Path) -> str:
    """Show every page of the real window on no screen; return in words what was drawn.

    Raises ValueError where something stays empty, TimeoutError where the chart does not come, and
    whatever was raised while a page was shown.
    """
    if sys.platform != "win32":  # there Qt finds no fonts without its screen
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication.instance() or Application(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError(app)
    apply_theme(app, Scheme.LIGHT)
    icons = _draw_icons()
    with _window(log, folder) as window, _errors_raised():
        for place in Place:
            _draw_page(window, place)
    return f"{len(Place)} pages, a chart among them, and {icons} icons"


@contextmanager
def _window(log: TrainingLog, folder: Path) -> Iterator[MainWindow]:
    desk = Desk(log.path)
    desk.open_with(log)
    settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(desk, settings)
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.show()
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()
        QThreadPool.globalInstance().waitForDone()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@contextmanager
def _errors_raised() -> Iterator[None]:
    """Raise the first error of the block that Qt would only have passed to the hook."""
    errors: list[BaseException] = []

    def keep(
        _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        errors.append(error)

    before, sys.excepthook = sys.excepthook, keep
    try:
        yield
    finally:
        sys.excepthook = before
    if errors:
        raise errors[0]


def _draw_page(window: MainWindow, place: Place) -> None:
    window.show_page(Destination(place))
    page = window.current_page
    if page is None:
        raise ValueError(place)
    _wait_until(lambda: not page.is_reading and all_drawn(page), "what is read and drawn")
    QApplication.processEvents()
    if len(_colours(page.grab().toImage())) < FEWEST_COLOURS:
        raise ValueError(f"{place} is empty")


def _draw_icons() -> int:
    """Draw each icon of ours, and the program's own as Qt's plugin for icons does."""
    names = sorted(path.stem for path in (resources_folder() / "icons").glob("*.svg"))
    pictures = {name: pixmap(name) for name in names}
    pictures["leglog"] = QIcon(str(resources_folder() / "app" / "leglog.svg")).pixmap(64, 64)
    for name, picture in pictures.items():
        if len(_colours(picture.toImage())) < 2:
            raise ValueError(f"the icon {name} is empty")
    return len(pictures)


def _colours(image: QImage) -> set[int]:
    step = max(1, image.width() // 200)
    return {
        image.pixel(x, y)
        for x in range(0, image.width(), step)
        for y in range(0, image.height(), step)
    }


def _wait_until(holds: Callable[[], object], what: str) -> None:
    end = time.monotonic() + LONGEST_WAIT_S
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError(what)
        QApplication.processEvents()
        time.sleep(0.005)
