"""The builder with a small routine, in front of the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from leglog.services.routine_exercises import add_exercise
from leglog.services.routines import add_routine
from leglog.ui.routines.page import RoutinePage
from tests.ui.routines.reading import exercise_id

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from leglog.services.training_log import TrainingLog
    from leglog.ui.desk import Desk
    from tests.conftest import FilledFile

KEYS = ("barbell-back-squat", "leg-press", "standing-calf-raise", "clamshell", "plank")


@pytest.fixture(autouse=True)
def _in_britain(british: None) -> None:
    """Every test here reads numbers and dates as in Britain."""


@pytest.fixture
def empty_page(desk: Desk, qtbot: QtBot) -> RoutinePage:
    """The page of a log without routines."""
    page = RoutinePage(desk)
    qtbot.addWidget(page)
    page.resize(1280, 740)
    page.show()
    return page


@pytest.fixture(scope="session")
def legs_file(filled_file: FilledFile) -> Path:
    """A log with a small routine, made once; tests work on copies."""

    def fill(log: TrainingLog) -> None:
        routine_id = add_routine(log, "Legs")
        for key in KEYS:
            add_exercise(log, routine_id, exercise_id(log, key))

    return filled_file(fill)


@pytest.fixture
def page(log_path: Path, legs_file: Path, request: pytest.FixtureRequest) -> RoutinePage:
    """The page with two main lifts, two accessories and a plank; the table has the focus."""
    log_path.write_bytes(legs_file.read_bytes())
    desk: Desk = request.getfixturevalue("desk")
    qtbot: QtBot = request.getfixturevalue("qtbot")
    page = RoutinePage(desk)
    qtbot.addWidget(page)
    page.resize(1280, 740)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.plan.table.setFocus()
    return page
