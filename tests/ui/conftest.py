"""What the tests of windows share: a desk, a window, one look, and no widget left over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication, QWidget

from leglog.services.training_log import open_log
from leglog.ui.desk import Desk
from leglog.ui.theme import Scheme, apply_theme, current_theme

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> None:
    """Begin every test with the same theme, whatever the one before has left."""
    theme = current_theme()
    if not qapp.styleSheet() or (theme.scheme, theme.text_size) != (Scheme.LIGHT, 100):
        apply_theme(qapp, Scheme.LIGHT)


@pytest.fixture(autouse=True)
def _no_widget_left() -> Iterator[None]:
    """Delete what is to be deleted later: without a running event loop nobody else does.

    Widgets left over are dressed again with every style sheet, so that each test takes longer
    than the one before.
    """
    yield
    for window in QApplication.topLevelWidgets():
        window.hide()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def british() -> Iterator[None]:
    """Write numbers and dates as in Britain."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def desk(log_path: Path, qapp: QApplication) -> Iterator[Desk]:
    """A desk with an open, new log that tells it of changes."""
    desk = Desk(log_path)
    desk.open_with(open_log(log_path, desk.changed.emit))
    yield desk
    desk.log.close()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """An empty window for dialogs to lie over."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    return window
