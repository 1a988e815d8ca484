from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from leglog.paths import folders
from leglog.services.training_log import open_log
from leglog.ui.transfer.move_sheet import ask_to_move
from leglog.ui.widgets.question import Question
from tests.ui.finding import button

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    yield window
    qtbot.waitUntil(lambda: window.findChild(Question) is None)


def test_agreed_move_is_done_and_told(window: QWidget, tmp_path: Path) -> None:
    home, drive = folders(tmp_path / "home"), tmp_path / "drive"
    drive.mkdir()
    open_log(home.database).close()
    told: list[Path] = []
    button(
        ask_to_move(home, drive, window, lambda: told.append(drive)), "Move and open again"
    ).click()
    assert told == [drive]
    assert folders(tmp_path / "home").data == drive


def test_cancelled_move_changes_nothing(window: QWidget, tmp_path: Path) -> None:
    home, drive = folders(tmp_path / "home"), tmp_path / "drive"
    drive.mkdir()
    button(ask_to_move(home, drive, window, drive.rmdir), "Cancel").click()
    assert drive.exists()
    assert folders(tmp_path / "home").data == home.data
