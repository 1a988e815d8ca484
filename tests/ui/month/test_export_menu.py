from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings

from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.main_window import MainWindow
from tests.ui.settling import settle

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from leglog.services.training_log import TrainingLog


@pytest.mark.parametrize("place", [Place.PROGRESS, Place.MONTH])
def test_export_answers_on_pages_with_something_to_take_out(
    qtbot: QtBot, log: TrainingLog, tmp_path: Path, place: Place
) -> None:
    desk = Desk(log.path)
    desk.open_with(log)
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(desk, settings)
    qtbot.addWidget(window)
    window.show()
    window.show_page(Destination(place))
    action = window.menus.action("export")
    assert action.isEnabled()
    assert action.shortcut().toString() == "Ctrl+E"
    assert window.current_page is not None
    settle(window.current_page)
