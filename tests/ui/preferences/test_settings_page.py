from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from leglog.services.preferences import preferences
from leglog.services.training_log import TrainingLog, open_log
from leglog.settings import AskRpe
from leglog.training.vocabulary import Unit
from leglog.ui.desk import Desk
from leglog.ui.preferences.page import SettingsPage
from leglog.ui.widgets.button import Button

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def desk(log_path: Path) -> Iterator[Desk]:
    desk = Desk(log_path)
    log = open_log(log_path, desk.changed.emit)
    desk.open_with(log)
    yield desk
    log.close()


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> SettingsPage:
    page = SettingsPage(desk)
    qtbot.addWidget(page)
    page.show()
    return page


def click(page: SettingsPage, qtbot: QtBot, words: str) -> None:
    button = next(
        each for each in page.findChildren(Button) if each.text().replace("&", "") == words
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def log_of(page: SettingsPage) -> TrainingLog:
    return page._desk.log


def test_unit_changes_at_once_and_undo_changes_it_back(page: SettingsPage) -> None:
    page._unit.chosen.emit("lb")
    assert preferences(log_of(page)).unit is Unit.LB
    assert page._unit.value == "lb"
    log_of(page).undo()
    assert page._unit.value == "kg"


def test_steps_are_offered_in_the_unit_shown(page: SettingsPage) -> None:
    page._unit.chosen.emit("lb")
    words = [page._step.itemText(row) for row in range(page._step.count())]
    assert "5 lb" in words


def test_effort_is_asked_for_as_chosen(page: SettingsPage) -> None:
    page._rpe.chosen.emit(AskRpe.EVERY.value)
    assert preferences(log_of(page)).ask_rpe is AskRpe.EVERY


@pytest.mark.parametrize(
    ("words", "action"),
    [("Import…", "import"), ("Back up now", "back_up"), ("Open folder", "open_folder")],
)
def test_buttons_ask_the_window(
    page: SettingsPage, desk: Desk, qtbot: QtBot, words: str, action: str
) -> None:
    asked: list[str] = []
    desk.action_wanted.connect(asked.append)
    click(page, qtbot, words)
    assert asked == [action]


def test_place_of_the_data_is_told(page: SettingsPage, log_path: Path) -> None:
    assert str(log_path) in page._where.caption.text()
