"""Deciding in the preview: matches, conflicts, odd values, columns, another log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QRadioButton, QWidget
from sqlalchemy import select

from leglog.models.exercise import Exercise
from leglog.models.workout import PerformedSet, Workout
from leglog.services.backups import BackupKind, backups
from leglog.services.exporting import ExportFormat, export_log
from leglog.services.import_columns import Contents, UnknownTable
from leglog.training.vocabulary import Unit
from leglog.ui.transfer.columns_sheet import ColumnsSheet
from leglog.ui.transfer.dialog import ImportDialog
from leglog.ui.transfer.exercise_table import HERE, MATCH, NEW, SKIP
from leglog.ui.transfer.flow import ImportFlow
from leglog.ui.transfer.merge_sheet import MergeSheet
from leglog.ui.widgets.fields import ComboBox
from leglog.ui.widgets.segments import SegmentedControl
from tests.formats.rows import HEVY, hevy_row
from tests.services.actions_transfer import bring_in
from tests.services.test_import_choices import HEVY_SAME_DAY
from tests.ui.finding import button, default_button, named, texts

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from leglog.ui.desk import Desk


def opened(qtbot: QtBot, desk: Desk, window: QWidget, path: Path) -> ImportDialog:
    flow = ImportFlow(desk, window)
    flow.begin(path)
    return shown(qtbot, window)


def shown(qtbot: QtBot, window: QWidget) -> ImportDialog:
    qtbot.waitUntil(lambda: bool(window.findChildren(ImportDialog)))
    (dialog,) = window.findChildren(ImportDialog)
    return dialog


def hevy(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "hevy.csv"
    path.write_text(HEVY + "".join(rows))
    return path


def test_likely_match_is_shown_alone_and_decided_with_keys(
    qtbot: QtBot, desk: Desk, window: QWidget, tmp_path: Path
) -> None:
    path = hevy(tmp_path, hevy_row(exercise="Hip-Thrusts"), hevy_row(exercise="Plank"))
    dialog = opened(qtbot, desk, window, path)
    (only,) = (one for one in dialog.findChildren(SegmentedControl) if "To check 1" in _words(one))
    qtbot.mouseClick(only.findChildren(QRadioButton)[1], Qt.MouseButton.LeftButton)
    model = dialog.table.model()
    assert model.rowCount() == 1
    assert model.index(0, MATCH).data() == "likely, please check"
    model.setData(model.index(0, HERE), NEW)
    assert model.index(0, MATCH).data() == "new exercise"
    default_button(dialog).click()
    qtbot.waitUntil(lambda: desk.log.undo_action is not None)
    with desk.log.reading() as session:
        assert session.scalar(select(Exercise.id).where(Exercise.name == "Hip-Thrusts"))


def _words(control: SegmentedControl) -> str:
    return " ".join(one.text() for one in control.findChildren(QRadioButton))


def test_choice_in_the_table_opens_with_a_key(
    qtbot: QtBot, desk: Desk, window: QWidget, tmp_path: Path
) -> None:
    dialog = opened(qtbot, desk, window, hevy(tmp_path, hevy_row()))
    dialog.table.setCurrentIndex(dialog.table.model().index(0, HERE))
    qtbot.keyClick(dialog.table, Qt.Key.Key_F2)
    choice = named(dialog.table, "In LegLog", ComboBox)
    assert [choice.itemText(row) for row in range(2)] == ["Create as new", "Skip"]


def test_choice_in_the_table_opens_at_one_click(
    qtbot: QtBot, desk: Desk, window: QWidget, tmp_path: Path
) -> None:
    dialog = opened(qtbot, desk, window, hevy(tmp_path, hevy_row()))
    place = dialog.table.visualRect(dialog.table.model().index(0, HERE)).center()
    qtbot.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert named(dialog.table, "In LegLog", ComboBox).isVisible()


def test_skipping_all_exercises_leaves_nothing_to_import(
    qtbot: QtBot, desk: Desk, window: QWidget, tmp_path: Path
) -> None:
    dialog = opened(qtbot, desk, window, hevy(tmp_path, hevy_row()))
    dialog.matches.setData(dialog.matches.index(0, HERE), SKIP)
    assert not default_button(dialog).isEnabled()
    dialog.reject()


def test_conflict_is_decided_and_a_backup_made_before(
    qtbot: QtBot, desk: Desk, window: QWidget, tmp_path: Path
) -> None:
    bring_in(desk.log)
    path = tmp_path / "hevy.csv"
    path.write_text(HEVY_SAME_DAY)
    dialog = opened(qtbot, desk, window, path)
    assert default_button(dialog).text() == "&Import 1 workout"
    assert dialog.conflicts.isVisible()
    (choice,) = dialog.conflicts.findChildren(SegmentedControl)
    qtbot.mouseClick(choice.findChildren(QRadioButton)[2], Qt.MouseButton.LeftButton)
    assert default_button(dialog).text() == "&Import 2 workouts"
    with qtbot.waitSignal(desk.said):
        default_button(dialog).click()
    with desk.log.reading() as session:
        assert len(session.scalars(select(Workout.id)).all()) == 4
    (made,) = backups(desk.database.parent / "backups")
    assert made.kind is BackupKind.BEFORE_IMPORT


def test_odd_value_can_be_kept_without_it(
    qtbot: QtBot, desk: Desk, window: QWidget, tmp_path: Path
) -> None:
    path = hevy(tmp_path, hevy_row(), hevy_row(reps="877777", index=1))
    dialog = opened(qtbot, desk, window, path)
    assert dialog.matches.index(0, 1).data() == "1"
    dialog.keep_odd.click()
    assert dialog.matches.index(0, 1).data() == "2"
    assert dialog.keep_odd.isVisible()
    dialog.reject()


def test_weights_that_were_converted_come_in_as_typed(
    qtbot: QtBot, desk: Desk, window: QWidget, tmp_path: Path
) -> None:
    loads = ("22.68", "45.36", "13.607787283069193", "60")
    rows = [hevy_row(load) for load in loads]
    dialog = opened(qtbot, desk, window, hevy(tmp_path, *rows))
    assert dialog.as_typed.text() == "22.68 kg looks like 50 lb: take such weights as t&yped"
    dialog.as_typed.click()
    with qtbot.waitSignal(desk.said):
        default_button(dialog).click()
    with desk.log.reading() as session:
        sets = session.scalars(select(PerformedSet).order_by(PerformedSet.id)).all()
    assert [(one.load_g, one.load_unit) for one in sets] == [
        (22_680, Unit.LB),
        (45_359, Unit.LB),
        (13_608, Unit.LB),
        (60_000, Unit.KG),
    ]


def test_report_is_saved(
    qtbot: QtBot,
    desk: Desk,
    window: QWidget,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dialog = opened(qtbot, desk, window, hevy(tmp_path, hevy_row(), hevy_row(reps="x", index=1)))
    report = tmp_path / "report.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(report), ""))
    button(dialog, "Save report…").click()
    assert "Line 3: “x” cannot be read." in report.read_text("utf-8")
    dialog.reject()


def test_table_of_an_unknown_program_asks_for_its_columns(
    qtbot: QtBot, desk: Desk, window: QWidget, tmp_path: Path
) -> None:
    path = tmp_path / "pain.csv"
    path.write_text("tag;pain score\n13/01/2021;4\n14/01/2021;3\n")
    flow = ImportFlow(desk, window)
    flow.begin(path)
    qtbot.waitUntil(lambda: bool(window.findChildren(ColumnsSheet)))
    (sheet,) = window.findChildren(ColumnsSheet)
    assert (sheet.columns.contents, sheet.columns.date_order) == (Contents.RATINGS, "dmy")
    default_button(sheet).click()
    dialog = shown(qtbot, window)
    assert default_button(dialog).text() == "&Import 2 entries"
    with qtbot.waitSignal(desk.said):
        default_button(dialog).click()


def test_columns_that_are_missing_are_named_until_they_are_chosen(qtbot: QtBot) -> None:
    sheet = ColumnsSheet("x.csv", UnknownTable(("a", "b"), (("2024-01-05", "81"),)))
    qtbot.addWidget(sheet)
    sheet.show()
    assert not default_button(sheet).isEnabled()
    assert "Still needed: Date, Exercise." in texts(sheet)
    button(sheet, "Body weight").click()
    qtbot.waitUntil(lambda: "Still needed: Date, Body weight, Unit." in texts(sheet))
    qtbot.waitUntil(lambda: named(sheet, "Unit of the weights in the file").isVisible())
    qtbot.keyClick(named(sheet, "Date", ComboBox), Qt.Key.Key_Down)
    for _down in range(2):
        qtbot.keyClick(named(sheet, "Body weight", ComboBox), Qt.Key.Key_Down)
    assert "Still needed: Unit." in texts(sheet)
    button(sheet, "kg").click()
    assert default_button(sheet).isEnabled()


def test_other_log_is_merged_after_a_look(
    qtbot: QtBot, desk: Desk, window: QWidget, tmp_path: Path
) -> None:
    bring_in(desk.log)
    path = export_log(desk.log, tmp_path / "all.json", ExportFormat.JSON).path
    desk.log.undo()
    flow = ImportFlow(desk, window)
    flow.begin(path)
    qtbot.waitUntil(lambda: bool(window.findChildren(MergeSheet)))
    (sheet,) = window.findChildren(MergeSheet)
    with qtbot.waitSignal(desk.said):
        sheet.go.click()
    with desk.log.reading() as session:
        assert len(session.scalars(select(Workout.id)).all()) == 2
