"""What the tests of windows share: no widget outlives its test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Iterator


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
