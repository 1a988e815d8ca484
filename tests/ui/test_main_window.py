from __future__ import annotations

import sys
from typing import TYPE_CHECKING, ClassVar

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from leglog.services.training_log import Action, TrainingLog, open_log
from leglog.ui.actions import menu_actions
from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.main_window import MainWindow, smallest_width
from leglog.ui.page import Page
from leglog.ui.pages import PageSpec, standard_pages
from leglog.ui.theme import Scheme, apply_theme, current_theme
from leglog.ui.widgets.fields import LineEdit
from leglog.ui.widgets.navbar import NavBar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from pytestqt.qtbot import QtBot


class SmallPage(Page):
    """Two fields, one verb, and a memory of what was opened."""

    tables: ClassVar[frozenset[str]] = frozenset({"preference"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.opened: list[Destination] = []
        self.reloads = 0
        self.exported = 0
        self.first, self.second = LineEdit("first"), LineEdit("second")
        column = QVBoxLayout(self)
        column.addWidget(self.first)
        column.addWidget(self.second)

    def reload(self) -> None:
        self.reloads += 1

    def open(self, destination: Destination) -> None:
        self.opened.append(destination)

    def focus_search(self) -> None:
        self.second.setFocus()

    def areas(self) -> tuple[QWidget, ...]:
        return self.first, self.second

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("Enter", "confirm set"),)

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        return {"export": self._export}

    def _export(self) -> None:
        self.exported += 1


class QuietPage(Page):
    """A page that answers nothing."""


SMALL, QUIET = f"{__name__}:SmallPage", f"{__name__}:QuietPage"
PAGES = (
    PageSpec(Place.TODAY, "Today", "today", "Ctrl+1", SMALL, before_ready=True),
    PageSpec(Place.LOG, "Log", "log", "Ctrl+2", QUIET),
    PageSpec(Place.SETTINGS, "Settings", "settings", "", QUIET, at_end=True),
)


@pytest.fixture(autouse=True)
def _importable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, __name__, sys.modules[SmallPage.__module__])


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def desk(log_path: Path, qapp: QApplication) -> Desk:
    return Desk(log_path)


@pytest.fixture
def open_desk(desk: Desk) -> Iterator[Desk]:
    log = open_log(desk.database, desk.changed.emit)
    desk.open_with(log)
    yield desk
    log.close()


def _shown(qtbot: QtBot, desk: Desk, settings: QSettings) -> MainWindow:
    window = MainWindow(desk, settings, PAGES)
    qtbot.addWidget(window)
    window.show_first_page()
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


@pytest.fixture
def window(qtbot: QtBot, open_desk: Desk, settings: QSettings) -> MainWindow:
    apply_theme(QApplication.instance(), Scheme.LIGHT)  # type: ignore[arg-type]  # it has windows
    return _shown(qtbot, open_desk, settings)


def _today(window: MainWindow) -> SmallPage:
    page = window.current_page
    assert isinstance(page, SmallPage)
    return page


def _change_preference(log: TrainingLog, value: str) -> None:
    from sqlalchemy import text

    statement = text("INSERT OR REPLACE INTO preference (key, value) VALUES ('unit', :value)")
    with log.action(Action.CHANGE_PREFERENCE) as session:
        session.execute(statement, {"value": value})


def test_today_is_shown_before_the_log_is_open(
    qtbot: QtBot, desk: Desk, settings: QSettings
) -> None:
    window = _shown(qtbot, desk, settings)
    assert window.current_place is Place.TODAY


def test_other_page_waits_for_the_log(qtbot: QtBot, desk: Desk, settings: QSettings) -> None:
    window = _shown(qtbot, desk, settings)
    desk.go(Destination(Place.LOG))
    assert isinstance(window.current_page, SmallPage)
    log = open_log(desk.database)
    desk.open_with(log)
    assert window.current_place is Place.LOG
    log.close()


def test_page_is_built_once(window: MainWindow) -> None:
    first = window.current_page
    window.show_page(Destination(Place.LOG))
    window.show_page(Destination(Place.TODAY))
    assert window.current_page is first


def test_page_hears_where_it_is_opened(window: MainWindow, open_desk: Desk) -> None:
    destination = Destination(Place.TODAY, id=7, start=True)
    open_desk.go(destination)
    assert _today(window).opened[-1] == destination


@pytest.mark.parametrize(("key", "place"), [(Qt.Key.Key_2, Place.LOG), (Qt.Key.Key_1, Place.TODAY)])
def test_control_number_goes_to_a_page(
    qtbot: QtBot, window: MainWindow, key: Qt.Key, place: Place
) -> None:
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert window.current_place is place


def test_control_comma_goes_to_the_settings(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert window.current_place is Place.SETTINGS


def test_control_n_starts_a_workout(window: MainWindow) -> None:
    action = window.menus.action("log_workout")
    assert action.shortcut().toString() == "Ctrl+N"
    action.trigger()
    assert window.current_place is Place.LOG


def test_control_s_says_that_all_is_saved(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert window.status.sentence == "Everything is already saved."


def test_control_f_goes_to_the_search_of_the_page(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert _today(window).second.hasFocus()


def test_f6_goes_round_the_areas(qtbot: QtBot, window: MainWindow) -> None:
    page = _today(window)
    page.first.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert page.second.hasFocus()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert page.first.hasFocus()
    qtbot.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert page.second.hasFocus()


def test_page_answers_its_verb_and_others_are_greyed(window: MainWindow) -> None:
    export, print_out = window.menus.action("export"), window.menus.action("print")
    assert export.isEnabled()
    assert not print_out.isEnabled()
    export.trigger()
    assert _today(window).exported == 1
    window.show_page(Destination(Place.LOG))
    assert not export.isEnabled()


def test_provided_verb_serves_where_the_page_has_none(window: MainWindow) -> None:
    called: list[str] = []
    window.provide("print", lambda: called.append("print"))
    window.provide("export", lambda: called.append("export"))
    window.menus.action("print").trigger()
    window.menus.action("export").trigger()
    assert called == ["print"]


def test_undo_names_the_action_and_takes_it_back(window: MainWindow, open_desk: Desk) -> None:
    undo, redo = window.menus.action("undo"), window.menus.action("redo")
    assert not undo.isEnabled()
    _change_preference(open_desk.log, '"lb"')
    assert undo.text() == "Undo Change setting"
    undo.trigger()
    assert not undo.isEnabled()
    assert redo.text() == "Redo Change setting"
    assert window.status.sentence == "Undone: Change setting."


def test_change_reloads_the_page_and_says_saved(window: MainWindow, open_desk: Desk) -> None:
    before = _today(window).reloads
    _change_preference(open_desk.log, '"lb"')
    assert _today(window).reloads == before + 1
    assert window.status.save_state.startswith("Saved ")


def test_geometry_is_remembered(
    qtbot: QtBot, window: MainWindow, open_desk: Desk, settings: QSettings
) -> None:
    window.showMaximized()
    window.close()
    again = MainWindow(open_desk, settings, PAGES)
    qtbot.addWidget(again)
    assert again.isMaximized()


def test_narrow_window_has_a_rail(qtbot: QtBot, window: MainWindow) -> None:
    navigation = window.findChild(NavBar)
    assert navigation is not None
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: not navigation.is_rail)
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: navigation.is_rail)


def test_text_size_changes_and_is_remembered(window: MainWindow, settings: QSettings) -> None:
    window.menus.action("larger_text").trigger()
    assert current_theme().text_size == 110
    assert int(str(settings.value("view/text_size"))) == 110
    window.menus.action("normal_text").trigger()
    assert current_theme().text_size == 100


def test_scheme_changes_at_once(window: MainWindow, settings: QSettings) -> None:
    window.menus.action("dark").trigger()
    assert current_theme().dark
    assert settings.value("view/scheme") == "dark"
    window.menus.action("light").trigger()
    assert not current_theme().dark


def test_shortcuts_differ_from_each_other(window: MainWindow) -> None:
    keys = [key.toString() for action in window.findChildren(QAction) for key in action.shortcuts()]
    assert sorted(keys) == sorted(set(keys))


def test_every_place_has_a_page_and_an_icon() -> None:
    assert [spec.place for spec in standard_pages()] == list(Place)


def test_every_menu_action_has_a_mnemonic() -> None:
    assert all("&" in spec.text for spec in menu_actions())


def test_mnemonics_of_a_menu_differ() -> None:
    by_menu: dict[str, list[str]] = {}
    for spec in menu_actions():
        letter = spec.text[spec.text.index("&") + 1].lower()
        by_menu.setdefault(spec.menu, []).append(letter)
    for letters in by_menu.values():
        assert len(letters) == len(set(letters))


def test_page_without_a_search_says_so(desk: Desk) -> None:
    said: list[str] = []
    desk.said.connect(said.append)
    Page(desk).focus_search()
    assert said == ["There is nothing to search on this page."]


@pytest.mark.parametrize(
    ("text_size", "room", "width"),
    [(90, 1920, 1024), (120, 1920, 1024), (150, 1920, 1280), (150, 1280, 1280), (150, 1024, 1024)],
)
def test_large_text_widens_the_smallest_window(text_size: int, room: int, width: int) -> None:
    assert smallest_width(text_size, room) == width
