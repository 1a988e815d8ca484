"""A Today page on a log of thirteen weeks, at eight in the morning of a Friday."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from leglog.services.training_log import TrainingLog, open_log
from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.theme import Scheme, apply_theme
from leglog.ui.today.page import TodayPage
from tests.a_year import fill_year

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.conftest import FilledFile


FRIDAY = dt.date(2025, 11, 21)


@dataclass(slots=True)
class Clock:
    """The time of the test."""

    time: dt.datetime = field(
        default_factory=lambda: dt.datetime.combine(FRIDAY, dt.time(8, 12), tzinfo=dt.UTC)
    )

    def __call__(self) -> dt.datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def year_file(filled_file: FilledFile) -> Path:
    """Thirteen weeks of training, made once; tests work on copies."""
    return filled_file(lambda log: fill_year(log, FRIDAY, weeks=13))


@pytest.fixture
def year_path(tmp_path: Path, year_file: Path) -> Path:
    path = tmp_path / "year" / "leglog.db"
    path.parent.mkdir(mode=0o700)
    path.write_bytes(year_file.read_bytes())
    return path


@pytest.fixture
def desk(year_path: Path, qapp: QApplication) -> Desk:
    """A desk whose log is not open yet."""
    apply_theme(qapp, Scheme.LIGHT)
    return Desk(year_path)


@pytest.fixture
def year(desk: Desk) -> Iterator[TrainingLog]:
    """The open log of the desk; it is not told to the desk."""
    log = open_log(desk.database, desk.changed.emit)
    yield log
    log.close()


@pytest.fixture
def page(desk: Desk, clock: Clock, qtbot: QtBot) -> TodayPage:
    """The page as it is painted first, in a window of the usual size."""
    page = TodayPage(desk, now=clock)
    qtbot.addWidget(page)
    page.resize(1104, 746)
    page.show()
    qtbot.waitActive(page)
    page.open(Destination(Place.TODAY))
    return page
