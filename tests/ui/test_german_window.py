"""The whole window in German: it opens, every page paints, and every menu has its own keys."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, QSettings
from PySide6.QtGui import QKeySequence

from leglog import i18n
from leglog.paths import resources_folder
from leglog.services.training_log import open_log
from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.main_window import MainWindow
from tests.a_year import fill_year

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QMenu
    from pytestqt.qtbot import QtBot

NAMES = {
    Place.TODAY: "Heute",
    Place.LOG: "Eintragen",
    Place.ROUTINES: "Routinen",
    Place.EXERCISES: "Übungen",
    Place.HISTORY: "Verlauf",
    Place.PROGRESS: "Fortschritt",
    Place.MONTH: "Monat",
    Place.SETTINGS: "Einstellungen",
}


@pytest.fixture
def german() -> Iterator[None]:
    """German words, months and numbers; English again afterwards."""
    before = QLocale()
    i18n.use_language("de", resources_folder() / "translations")
    QLocale.setDefault(QLocale("de_DE"))
    yield
    i18n.use_language(None, resources_folder())
    QLocale.setDefault(before)


@pytest.fixture
def window(german: None, log_path: Path, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    desk = Desk(log_path)
    log = open_log(log_path, desk.changed.emit)
    fill_year(log, dt.datetime.now().astimezone().date(), weeks=4)
    desk.open_with(log)
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(desk, settings)
    qtbot.addWidget(window)
    window.resize(1024, 700)
    window.show()
    qtbot.waitExposed(window)
    yield window
    log.close()


def menus(window: MainWindow) -> list[tuple[str, list[str]]]:
    """Return each menu with the words in it; the first is the bar itself."""
    top = window.menuBar().actions()
    listed = [("", [action.text() for action in top])]
    for action in top:
        menu: QMenu | None = action.menu()  # type: ignore[assignment]  # Qt says object
        assert menu is not None
        listed.append((action.text(), [one.text() for one in menu.actions()]))
    return listed


@pytest.mark.parametrize("place", list(Place))
def test_every_page_paints_in_german(window: MainWindow, place: Place) -> None:
    window.show_page(Destination(place))
    assert window.current_place is place
    assert not window.grab().isNull()
    action = "settings" if place is Place.SETTINGS else f"go_{place}"
    assert window.menus.action(action).text().replace("&", "") == NAMES[place]


def test_no_key_stands_twice_in_a_menu(window: MainWindow) -> None:
    for title, words in menus(window):
        keys = [QKeySequence.mnemonic(word).toString() for word in words if "&" in word]
        assert len(keys) == len(set(keys)), (title, words)


def test_every_word_of_the_menus_is_german(window: MainWindow) -> None:
    words = {word.replace("&", "") for _title, words in menus(window) for word in words}
    assert {"Datei", "Rückgängig", "Training eintragen", "Übungen", "Wann Hilfe holen"} <= words
