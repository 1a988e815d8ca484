"""From the choice of a file to the sentence in the status line, in the real window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPlainTextEdit, QTableView

from leglog.services.training_log import Action, TrainingLog
from leglog.services.transfer import preview_import
from leglog.training.vocabulary import Unit
from leglog.ui.main_window import MainWindow
from leglog.ui.transfer.dialog import ImportDialog
from leglog.ui.transfer.flow import ImportFlow
from leglog.ui.widgets.segments import SegmentedControl
from tests.formats.rows import HEVY, hevy_row
from tests.services.actions_transfer import STRONG, bring_in
from tests.ui.finding import button, default_button, named, texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from leglog.ui.desk import Desk
    from tests.conftest import Contents


@pytest.fixture
def log(desk: Desk) -> TrainingLog:
    return desk.log


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, tmp_path: Path) -> MainWindow:
    """The window on a new log, with Today in front."""
    window = MainWindow(desk, QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    window.provide("import", lambda: ImportFlow(desk, window).choose())
    window.show_first_page()
    window.show()
    return window


@pytest.fixture
def choose(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Path], None]:
    """Return a function that chooses a file for the menu's Import."""

    def choose(path: Path) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
        window.menus.action("import").trigger()

    return choose


@pytest.fixture
def strong(tmp_path: Path) -> Path:
    path = tmp_path / "strong.csv"
    path.write_bytes(STRONG)
    return path


@pytest.fixture
def dialog(
    qtbot: QtBot, window: MainWindow, strong: Path, choose: Callable[[Path], None]
) -> ImportDialog:
    """The preview of the small export, which does not say its unit."""
    choose(strong)
    return opened(qtbot, window)


def opened(qtbot: QtBot, window: MainWindow) -> ImportDialog:
    qtbot.waitUntil(lambda: bool(window.findChildren(ImportDialog)))
    (dialog,) = window.findChildren(ImportDialog)
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def press_unit(dialog: ImportDialog, words: str, qtbot: QtBot) -> None:
    units = dialog.findChild(SegmentedControl)
    assert units is not None
    qtbot.mouseClick(button(units, words), Qt.MouseButton.LeftButton)


def test_nothing_can_be_imported_before_the_unit_is_said(dialog: ImportDialog) -> None:
    assert not default_button(dialog).isEnabled()
    assert "Choose the unit of the weights first." in texts(dialog)


def test_likely_unit_is_told_with_its_reason_and_the_heaviest_set(dialog: ImportDialog) -> None:
    assert (
        "Probably kg: 0 % of the barbell sets are 90 or more. "
        "60 kg × 8 Squat (Barbell) on 3 Aug: right?"
    ) in texts(dialog)
    assert dialog.matches.rowCount() == 3


def test_choice_of_an_exercise_does_not_stand_for_the_unit(dialog: ImportDialog) -> None:
    dialog.matches.setData(dialog.matches.index(0, 2), "skip")
    assert not default_button(dialog).isEnabled()


def test_unit_is_asked_with_the_heaviest_set_of_the_file(
    dialog: ImportDialog, qtbot: QtBot
) -> None:
    press_unit(dialog, "lb", qtbot)
    assert "60 lb × 8 Squat (Barbell) on 3 Aug: right?" in texts(dialog)
    assert default_button(dialog).text() == "&Import 2 workouts"


def test_unit_taken_back_takes_the_button_back(dialog: ImportDialog, qtbot: QtBot) -> None:
    press_unit(dialog, "kg", qtbot)
    assert default_button(dialog).isEnabled()
    press_unit(dialog, "?", qtbot)
    assert not default_button(dialog).isEnabled()


def test_exercises_are_shown_with_their_names_here(dialog: ImportDialog, qtbot: QtBot) -> None:
    press_unit(dialog, "kg", qtbot)
    (table,) = dialog.findChildren(QTableView)
    model = table.model()
    shown = {
        model.index(row, 0).data(): model.index(row, 2).data() for row in range(model.rowCount())
    }
    assert shown["Strange Machine"] == "Create as new"
    assert shown["Plank"] == "Plank (forearms)"


def test_import_is_told_and_undo_takes_it_back(
    dialog: ImportDialog,
    window: MainWindow,
    qtbot: QtBot,
    log: TrainingLog,
    contents: Callable[[], Contents],
) -> None:
    before = contents()
    press_unit(dialog, "kg", qtbot)
    qtbot.mouseClick(default_button(dialog), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.status.sentence.startswith("2 workouts were imported."))
    assert len(contents()["workout"]) == 2
    assert log.undo_action is Action.IMPORT_WORKOUTS
    window.menus.action("undo").trigger()
    assert contents() == before


def test_closing_the_preview_changes_nothing(
    dialog: ImportDialog, window: MainWindow, qtbot: QtBot, contents: Callable[[], Contents]
) -> None:
    before = contents()
    press_unit(dialog, "kg", qtbot)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(ImportDialog))
    assert contents() == before


def test_file_that_says_its_unit_is_not_asked(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, choose: Callable[[Path], None]
) -> None:
    (tmp_path / "hevy.csv").write_text(HEVY + hevy_row())
    choose(tmp_path / "hevy.csv")
    dialog = opened(qtbot, window)
    units = dialog.findChild(SegmentedControl)
    assert units is not None
    assert not units.isVisible()
    assert default_button(dialog).text() == "&Import 1 workout"


def test_file_that_is_here_already_cannot_be_imported_again(
    qtbot: QtBot, window: MainWindow, log: TrainingLog, strong: Path, choose: Callable[[Path], None]
) -> None:
    bring_in(log)
    assert preview_import(log, strong, Unit.KG).duplicates == 2
    choose(strong)
    dialog = opened(qtbot, window)
    press_unit(dialog, "kg", qtbot)
    assert not default_button(dialog).isEnabled()
    assert "Everything in this file is here already." in texts(dialog)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"name,age\nRachel,44\n", "This file does not look like a workout log."),
        (b"", "This file is empty."),
        (None, "other.csv could not be read: no such file or directory."),
    ],
)
def test_file_that_is_no_export_shows_its_sentence(
    qtbot: QtBot,
    window: MainWindow,
    tmp_path: Path,
    choose: Callable[[Path], None],
    content: bytes | None,
    sentence: str,
) -> None:
    if content is not None:
        (tmp_path / "other.csv").write_bytes(content)
    choose(tmp_path / "other.csv")
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    box = window.findChild(QMessageBox)
    assert box is not None
    assert box.text() == sentence
    assert not window.findChildren(ImportDialog)
    box.close()


def test_rows_that_are_left_out_are_listed(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, choose: Callable[[Path], None]
) -> None:
    (tmp_path / "hevy.csv").write_text(HEVY + hevy_row() + hevy_row(reps="877777", index=1))
    choose(tmp_path / "hevy.csv")
    dialog = opened(qtbot, window)
    lines = named(dialog, "Lines that were left out", QPlainTextEdit)
    assert lines.toPlainText() == "Line 3: 877777 reps cannot be right."
