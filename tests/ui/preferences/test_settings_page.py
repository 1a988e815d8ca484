from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QWidget

from leglog.services.preferences import preferences
from leglog.settings import AskRpe, LogMode
from leglog.training.vocabulary import Unit
from leglog.ui.desk import Desk, Destination, Place
from leglog.ui.letter_keys import letter_keys_on
from leglog.ui.main_window import MainWindow
from leglog.ui.preferences.page import SettingsPage
from leglog.ui.theme import Scheme, apply_theme, current_theme
from leglog.ui.widgets.fields import CheckBox, ComboBox, NumberField
from leglog.ui.widgets.segments import SegmentedControl
from tests.ui.finding import button, named, texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from leglog.services.training_log import TrainingLog

KEY = Qt.Key


@pytest.fixture
def log(desk: Desk) -> TrainingLog:
    return desk.log


@pytest.fixture
def window(desk: Desk, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The program's window on its settings; what it changes of the looks is put back."""
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(desk, settings)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show_page(Destination(Place.SETTINGS))
    window.show()
    qtbot.waitExposed(window)
    yield window
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, Scheme.LIGHT)
    app.setProperty("leglogLetterKeysOff", None)


@pytest.fixture
def page(window: MainWindow) -> SettingsPage:
    page = window.current_page
    assert isinstance(page, SettingsPage)
    return page


def press(qtbot: QtBot, widget: QWidget, *keys: Qt.Key) -> None:
    """Press keys where the focus is, beginning in ``widget``."""
    widget.setFocus()
    for key in keys:
        qtbot.keyClick(widget.window().focusWidget(), key)


def test_unit_changes_at_once_and_undo_changes_it_back(
    page: SettingsPage, log: TrainingLog, qtbot: QtBot
) -> None:
    unit = named(page, "Unit of weights", SegmentedControl)
    press(qtbot, unit, KEY.Key_Right)
    assert preferences(log).unit is Unit.LB
    log.undo()
    assert unit.value == "kg"


def test_steps_are_offered_in_the_unit_shown(page: SettingsPage, qtbot: QtBot) -> None:
    press(qtbot, named(page, "Unit of weights", SegmentedControl), KEY.Key_Right)
    for name in ("Smallest weight step", "Step of dumbbells", "Step of machines"):
        box = named(page, name, ComboBox)
        assert "5 lb" in [box.itemText(row) for row in range(box.count())]


@pytest.mark.parametrize(
    ("name", "key", "value"),
    [
        ("Ask for RPE", "ask_rpe", AskRpe.LAST),
        ("Smallest weight step", "load_step_g", 5000),
        ("Step of dumbbells", "dumbbell_step_g", 2500),
        ("Step of machines", "stack_step_g", 5000),
        ("Day starts at", "day_starts_at_h", 5),
    ],
)
def test_choices_are_kept(
    page: SettingsPage, log: TrainingLog, qtbot: QtBot, name: str, key: str, value: object
) -> None:
    press(qtbot, named(page, name, ComboBox), KEY.Key_Down)
    assert getattr(preferences(log), key) == value


def test_workouts_open_live_when_chosen(page: SettingsPage, log: TrainingLog, qtbot: QtBot) -> None:
    press(qtbot, named(page, "Start in", SegmentedControl), KEY.Key_Right)
    assert preferences(log).log_mode is LogMode.LIVE


def test_weekly_goal_goes_up_by_key(page: SettingsPage, log: TrainingLog, qtbot: QtBot) -> None:
    press(qtbot, named(page, "Workouts a week", NumberField), KEY.Key_Up)
    assert preferences(log).weekly_goal == 4


def test_showing_what_is_chosen_is_no_change(page: SettingsPage, log: TrainingLog) -> None:
    page.reload()
    assert log.undo_action is None


def test_single_letter_keys_go_off_and_undo_brings_them_back(
    page: SettingsPage, log: TrainingLog, qtbot: QtBot
) -> None:
    press(qtbot, named(page, "Single-letter keys", CheckBox), KEY.Key_Space)
    assert not letter_keys_on()
    log.undo()
    assert letter_keys_on()


def test_larger_text_and_the_size_are_one_choice(page: SettingsPage, qtbot: QtBot) -> None:
    press(qtbot, named(page, "Larger text", CheckBox), KEY.Key_Space)
    assert current_theme().text_size == 130
    assert named(page, "Text size", ComboBox).value == "130"
    press(qtbot, named(page, "Larger text", CheckBox), KEY.Key_Space)
    assert current_theme().text_size == 100


def test_text_size_is_chosen_in_steps(page: SettingsPage, qtbot: QtBot) -> None:
    press(qtbot, named(page, "Text size", ComboBox), KEY.Key_Down)
    assert current_theme().text_size == 110


def test_high_contrast_and_the_theme_are_one_choice(page: SettingsPage, qtbot: QtBot) -> None:
    press(qtbot, named(page, "High contrast", CheckBox), KEY.Key_Space)
    assert current_theme().scheme is Scheme.HIGH_CONTRAST
    assert named(page, "Theme", SegmentedControl).value == Scheme.HIGH_CONTRAST.value


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("Import…", "import"),
        ("Imports…", "imports"),
        ("Export…", "export_data"),
        ("Back up now", "back_up"),
        ("Restore…", "restore"),
        ("Choose…", "second_folder"),
        ("Open folder", "open_folder"),
        ("Keys", "key_list"),
        ("Change my answer…", "when_to_get_help"),
    ],
)
def test_buttons_ask_the_window(desk: Desk, qtbot: QtBot, words: str, action: str) -> None:
    page = SettingsPage(desk)
    qtbot.addWidget(page)
    asked: list[str] = []
    desk.action_wanted.connect(asked.append)
    page.show()
    button(page, words).click()
    assert asked == [action]


def test_place_of_the_data_is_told(page: SettingsPage, log_path: Path) -> None:
    assert any(str(log_path) in row.caption.text() for card in page.cards for row in card.rows)


def test_search_leaves_what_matches_and_goes_there(
    page: SettingsPage, window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, KEY.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(page.search, "rpe")
    shown = [row.title.text() for card in page.cards for row in card.rows if row.isVisible()]
    assert shown == ["Ask for RPE"]
    qtbot.keyClick(page.search, KEY.Key_Down)
    assert window.focusWidget() is named(page, "Ask for RPE", ComboBox)


def test_search_finds_a_category_as_a_whole(page: SettingsPage) -> None:
    page.search.setText("accessib")
    assert [card.title.text() for card in page.cards if card.isVisible()] == ["Accessibility"]
    page.search.clear()
    assert all(card.isVisible() for card in page.cards)


def test_search_says_when_nothing_matches(page: SettingsPage) -> None:
    page.search.setText("xyz")
    assert not any(card.isVisible() for card in page.cards)
    assert "Nothing matches “xyz”." in texts(page)


def test_category_scrolls_by_arrow_and_is_entered_by_key(
    page: SettingsPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1024, 700)
    press(qtbot, page.categories, KEY.Key_Down, KEY.Key_Down, KEY.Key_Down)
    card = page.cards[3]
    assert page.card_area.verticalScrollBar().value() == card.y()
    assert window.focusWidget() is page.categories
    qtbot.keyClick(page.categories, KEY.Key_Return)
    focus = window.focusWidget()
    assert focus is not None
    assert card.isAncestorOf(focus)


@pytest.mark.parametrize(("width", "columns"), [(1280, 2), (1024, 1)])
def test_cards_stand_side_by_side_where_there_is_room(
    page: SettingsPage, window: MainWindow, qtbot: QtBot, width: int, columns: int
) -> None:
    window.resize(width, 800)
    qtbot.waitUntil(lambda: len({card.x() for card in page.cards}) == columns)
