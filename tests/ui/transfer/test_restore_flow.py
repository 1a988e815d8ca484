"""Going back to a backup and forth again, in the real dialog."""

from __future__ import annotations

import datetime as dt
import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton, QWidget

from leglog.services.backup_file import unpack
from leglog.services.backups import BackupKind, backups, make_backup
from leglog.services.imports import imports
from leglog.services.restoring import Difference
from leglog.ui.transfer.backup_table import CHECK, WORKOUTS, kind_words
from leglog.ui.transfer.doors import offer_backup
from leglog.ui.transfer.restore_flow import RestoreFlow
from leglog.ui.transfer.restore_sheet import RestoreSheet, lost_words
from tests.services.actions_transfer import bring_in
from tests.ui.finding import button, default_button, texts

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from leglog.ui.desk import Desk

NOW = dt.datetime.now().astimezone()


@pytest.fixture
def folder(tmp_path: Path, desk: Desk) -> Path:
    """Two backups, the older one damaged; then two workouts came in."""
    folder = tmp_path / "backups"
    old = make_backup(desk.database, folder, NOW - dt.timedelta(days=3), BackupKind.DAILY)
    old.path.write_bytes(old.path.read_bytes()[:-50])
    make_backup(desk.database, folder, NOW - dt.timedelta(days=1), BackupKind.DAILY)
    bring_in(desk.log)
    return folder


@pytest.fixture
def flow(qtbot: QtBot, desk: Desk, folder: Path, window: QWidget) -> RestoreFlow:
    flow = RestoreFlow(desk, folder, window)
    flow.open()
    qtbot.waitUntil(lambda: restore(flow).isEnabled())
    return flow


@pytest.fixture
def elsewhere(tmp_path: Path, folder: Path) -> Path:
    """A backup that lies in no folder of LegLog's, as on a USB drive."""
    file = tmp_path / "usb" / "mine & yours.leglog"
    file.parent.mkdir()
    shutil.copy(backups(folder)[0].path, file)
    return file


def restore(flow: RestoreFlow) -> QPushButton:
    return default_button(flow.sheet)


def test_file_that_was_opened_is_chosen(
    qtbot: QtBot, desk: Desk, folder: Path, elsewhere: Path, window: QWidget
) -> None:
    flow = RestoreFlow(desk, folder, window)
    flow.open(elsewhere)
    qtbot.waitUntil(lambda: restore(flow).text() == "&Restore mine && yours.leglog")
    assert flow.sheet.table.selectionModel().selectedRows() == []
    assert "entered after mine & yours.leglog would not be in LegLog" in flow.sheet.changes.sentence


def test_file_of_the_list_that_was_opened_is_marked_there(
    qtbot: QtBot, desk: Desk, folder: Path, window: QWidget
) -> None:
    newest = make_backup(desk.database, folder, NOW, BackupKind.BY_HAND)
    flow = RestoreFlow(desk, folder, window)
    flow.open(backups(folder)[1].path)
    qtbot.waitUntil(lambda: flow.sheet.table.currentIndex().row() == 1)
    qtbot.waitUntil(lambda: restore(flow).isEnabled())
    assert newest.path == backups(folder)[0].path


def test_opened_file_that_is_gone_is_said_in_the_dialog(
    qtbot: QtBot, desk: Desk, folder: Path, window: QWidget, tmp_path: Path
) -> None:
    flow = RestoreFlow(desk, folder, window)
    flow.open(tmp_path / "gone.leglog")
    qtbot.waitUntil(lambda: "gone.leglog" in flow.sheet.changes.sentence)
    assert not restore(flow).isEnabled()


def test_opened_file_waits_for_what_is_being_asked(
    qtbot: QtBot, desk: Desk, folder: Path, elsewhere: Path, window: QWidget
) -> None:
    asking = QDialog(window)
    asking.open()
    offer_backup(desk, folder, window, elsewhere)
    assert window.findChildren(RestoreSheet) == []
    asking.reject()
    (sheet,) = window.findChildren(RestoreSheet)
    qtbot.waitUntil(lambda: "mine & yours.leglog" in sheet.changes.sentence)


def test_newest_whole_backup_is_chosen_and_what_would_be_lost_is_said(flow: RestoreFlow) -> None:
    model = flow.sheet.table.backups
    checks = [model.index(row, CHECK).data() for row in range(model.rowCount())]
    assert checks == ["readable", "damaged"]
    assert model.index(0, WORKOUTS).data() == "0"
    assert flow.sheet.table.currentIndex().row() == 0
    assert flow.sheet.changes.sentence.startswith("2 workouts (3 sets) entered after ")
    assert flow.sheet.changes.sentence.endswith(" would not be in LegLog any more.")


def test_damaged_backup_cannot_be_restored(qtbot: QtBot, flow: RestoreFlow) -> None:
    flow.sheet.table.selectRow(1)
    qtbot.waitUntil(lambda: "is damaged" in flow.sheet.changes.sentence)
    assert not restore(flow).isEnabled()


def test_restore_and_its_undo(qtbot: QtBot, flow: RestoreFlow, desk: Desk, folder: Path) -> None:
    restore(flow).click()
    qtbot.waitUntil(lambda: len(flow.sheet.table.backups.rows) == 3)
    assert imports(desk.log) == ()
    assert backups(folder)[0].kind is BackupKind.BEFORE_RESTORE
    button(flow.sheet, "Undo the restore").click()
    qtbot.waitUntil(lambda: len(flow.sheet.table.backups.rows) == 4)
    assert len(imports(desk.log)) == 1


def test_file_from_elsewhere_can_be_restored(
    qtbot: QtBot,
    flow: RestoreFlow,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    unpack(backups(folder)[0].path, tmp_path / "elsewhere.db")
    path = str(tmp_path / "elsewhere.db")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (path, ""))
    button(flow.sheet, "Choose another file…").click()
    qtbot.waitUntil(lambda: restore(flow).text() == "&Restore elsewhere.db")
    assert restore(flow).isEnabled()


def test_log_without_backups_says_so(
    qtbot: QtBot, desk: Desk, tmp_path: Path, window: QWidget
) -> None:
    flow = RestoreFlow(desk, tmp_path / "none", window)
    flow.open()
    qtbot.waitUntil(lambda: not flow.sheet.table.isVisible())
    assert "There are no backups yet." in texts(flow.sheet)
    assert not restore(flow).isEnabled()


@pytest.mark.parametrize(
    ("lost", "words"),
    [
        (Difference(0, 0, 0, 0), ""),
        (Difference(0, 2, 0, 0), "2 sets entered after X would not be in LegLog any more."),
        (
            Difference(1, 11, 3, 1),
            "1 workout (11 sets), 3 back ratings and 1 routine entered after X would not be in "
            "LegLog any more.",
        ),
    ],
)
def test_loss_in_words(lost: Difference, words: str) -> None:
    assert lost_words("X", lost) == words


def test_older_daily_backups_stand_for_their_week_and_month() -> None:
    ages = [kind_words(BackupKind.DAILY, NOW - dt.timedelta(days=days)) for days in (1, 20, 100)]
    assert ages == ["daily", "weekly", "monthly"]
