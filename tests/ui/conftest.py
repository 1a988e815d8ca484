"""What the tests of windows share: the light theme, and no widget that outlives its test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from leglog.ui.theme import Scheme, apply_theme, current_theme

if TYPE_CHECKING:
    from collections.abc import Iterator


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
