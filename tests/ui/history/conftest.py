"""The page of History on a made-up year."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from leglog.services.demo import fill_with_demo
from leglog.ui.history.page import HistoryPage

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from leglog.ui.desk import Desk
    from tests.conftest import FilledFile


@pytest.fixture(autouse=True)
def _in_britain(british: None) -> None:
    """Every test here reads numbers and dates as in Britain."""


@pytest.fixture(scope="session")
def demo_file(filled_file: FilledFile) -> Path:
    """A made-up year, made once; tests work on copies."""
    return filled_file(lambda log: fill_with_demo(log, dt.date(2026, 11, 20)))


@pytest.fixture
def log_path(log_path: Path, demo_file: Path) -> Path:
    """The path of the log of that year."""
    log_path.write_bytes(demo_file.read_bytes())
    return log_path


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> HistoryPage:
    """The page, with the newest workout in detail."""
    page = HistoryPage(desk)
    qtbot.addWidget(page)
    page.resize(1100, 740)
    with qtbot.waitExposed(page):
        page.show()
    return page
