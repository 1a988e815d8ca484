from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from leglog.services.training_log import open_log
from leglog.ui.desk import Desk
from leglog.ui.exercises.page import ExercisePage
from tests.a_year import fill_year

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

TODAY = dt.date(2025, 11, 21)


@pytest.fixture(autouse=True)
def _in_britain(british: None) -> None:
    """Every test here reads numbers and dates as in Britain."""


@pytest.fixture
def page(log_path: Path, qtbot: QtBot) -> Iterator[ExercisePage]:
    """The page of a log with eight weeks of training."""
    desk = Desk(log_path)
    log = open_log(log_path, desk.changed.emit)
    desk.open_with(log)
    fill_year(log, TODAY, weeks=8)
    page = ExercisePage(desk)
    qtbot.addWidget(page)
    page.resize(1100, 740)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    yield page
    page.hide()
    log.close()
