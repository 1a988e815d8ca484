"""The page of exercises on a log with eight weeks of training."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from leglog.ui.exercises.page import ExercisePage
from tests.a_year import fill_year

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from leglog.ui.desk import Desk
    from tests.conftest import FilledFile

TODAY = dt.date(2025, 11, 21)


@pytest.fixture(autouse=True)
def _in_britain(british: None) -> None:
    """Every test here reads numbers and dates as in Britain."""


@pytest.fixture(scope="session")
def trained_file(filled_file: FilledFile) -> Path:
    """Eight weeks of training, made once; tests work on copies."""
    return filled_file(lambda log: fill_year(log, TODAY, weeks=8))


@pytest.fixture
def log_path(log_path: Path, trained_file: Path) -> Path:
    """The path of the trained log."""
    log_path.write_bytes(trained_file.read_bytes())
    return log_path


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[ExercisePage]:
    """The page, in front of the person."""
    page = ExercisePage(desk)
    qtbot.addWidget(page)
    page.resize(1100, 740)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    yield page
    page.hide()
