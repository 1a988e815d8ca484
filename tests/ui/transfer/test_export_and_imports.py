from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog

from leglog.paths import folders
from leglog.services.backups import choose_second_folder, second_folder
from leglog.services.exporting import ExportFormat
from leglog.services.imports import imports
from leglog.ui.main_window import MainWindow
from leglog.ui.transfer import doors
from leglog.ui.transfer.export_sheet import ExportSheet
from leglog.ui.transfer.imports_sheet import ImportsSheet
from leglog.ui.widgets.question import Question
from tests.services.actions_transfer import bring_in
from tests.services.test_imports import change_a_set
from tests.ui.finding import button, default_button, texts

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from leglog.ui.desk import Desk


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """The desk, with an import behind it."""
    bring_in(desk.log)
    return desk


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, tmp_path: Path) -> MainWindow:
    window = MainWindow(desk, QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    window.provide("export_data", lambda: doors.open_export(desk, window))
    window.provide("imports", lambda: doors.open_imports(desk, window))
    window.show_first_page()
    window.show()
    return window


def test_export_is_in_the_menu_and_answered(window: MainWindow) -> None:
    assert window.menus.action("export_data").isEnabled()
    window.menus.action("export_data").trigger()
    (sheet,) = window.findChildren(ExportSheet)
    assert sheet.chosen is ExportFormat.CSV


def test_everything_is_written_to_the_chosen_place(
    qtbot: QtBot,
    window: MainWindow,
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "all.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    sheet = ExportSheet(desk, window)
    sheet.choices[ExportFormat.JSON].click()
    with qtbot.waitSignal(desk.said) as said:
        default_button(sheet).click()
    assert said.args is not None
    assert said.args[0].startswith("2 workouts are in all.json")
    assert len(json.loads(path.read_text("utf-8"))["tables"]["workout"]) == 2


@pytest.mark.parametrize(
    ("format_", "end", "kind"),
    [
        (ExportFormat.CSV, "csv", "CSV (*.csv)"),
        (ExportFormat.STRONG, "csv", "CSV (*.csv)"),
        (ExportFormat.JSON, "json", "JSON (*.json)"),
        (ExportFormat.SQLITE, "db", "SQLite (*.db)"),
    ],
)
def test_each_way_proposes_a_name_of_its_kind(
    window: MainWindow,
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    format_: ExportFormat,
    end: str,
    kind: str,
) -> None:
    asked: list[tuple[str, str]] = []

    def ask(_parent: object, _title: str, name: str, kinds: str) -> tuple[str, str]:
        asked.append((name.rpartition(".")[2], kinds))
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    sheet = ExportSheet(desk, window)
    sheet.choices[format_].click()
    default_button(sheet).click()
    assert asked == [(end, kind)]
    sheet.close()


def test_choosing_no_place_exports_nothing(
    window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    sheet = ExportSheet(desk, window)
    sheet.open()
    default_button(sheet).click()
    assert sheet.isVisible()
    sheet.close()


def test_import_is_taken_back_from_the_list(window: MainWindow, desk: Desk) -> None:
    window.menus.action("imports").trigger()
    (sheet,) = window.findChildren(ImportsSheet)
    assert sheet.table.values[0].file_name == "strong.csv"
    sheet.take_back.click()
    assert imports(desk.log) == ()
    assert not sheet.take_back.isEnabled()
    assert window.status.sentence.startswith("2 workouts were taken back.")
    desk.log.undo()
    assert sheet.current is not None
    sheet.close()


def test_workouts_that_were_changed_are_named_and_stay_unless_chosen(
    qtbot: QtBot, desk: Desk
) -> None:
    change_a_set(desk.log)
    sheet = ImportsSheet(desk)
    qtbot.addWidget(sheet)
    sheet.show()
    assert sheet.with_changed.isVisible()
    assert any(text.startswith("Changed since: ") for text in texts(sheet))
    sheet.take_back.click()
    with desk.log.reading() as session:
        from sqlalchemy import func, select

        from leglog.models.workout import Workout

        assert session.scalar(select(func.count(Workout.id))) == 1


def test_second_folder_is_chosen_and_backed_up_to_at_once(
    qtbot: QtBot,
    window: MainWindow,
    desk: Desk,
    log_path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    places = folders(log_path.parent)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    with qtbot.waitSignal(desk.action_wanted) as wanted:
        doors.choose_second_folder(desk, places, window)
    assert wanted.args == ["back_up"]
    assert second_folder(places.config) == tmp_path


def test_second_folder_can_be_given_up(window: MainWindow, desk: Desk, log_path: Path) -> None:
    places = folders(log_path.parent)
    choose_second_folder(places.config, log_path.parent)
    doors.choose_second_folder(desk, places, window)
    (question,) = window.findChildren(Question)
    button(question, "Stop copying").click()
    assert second_folder(places.config) is None
