"""Waiting for what a page reads and draws in the background."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop

from leglog.ui.chart_view import all_drawn

if TYPE_CHECKING:
    from collections.abc import Callable

    from leglog.ui.page import Page

LONGEST_S = 20


def settle(page: Page) -> None:
    """Wait until the page shows what the log holds and what was chosen."""
    _wait_until(lambda: not page.is_reading)


def settle_charts(page: Page) -> None:
    """Wait until the charts that can be seen are drawn too; the first loads matplotlib."""
    settle(page)
    _wait_until(lambda: all_drawn(page))


def _wait_until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + LONGEST_S
    while not holds():
        assert time.monotonic() < end, "the page is still reading"
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
