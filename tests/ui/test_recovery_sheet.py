"""A damaged log, from the start of the window to going on."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget

from leglog.paths import Folders, folders
from leglog.services.backups import make_backup
from leglog.services.health import full_check_is_due
from leglog.services.restoring import RECOVERY_SCRATCH
from leglog.services.training_log import open_log
from leglog.ui.desk import Desk
from leglog.ui.opening import Opening
from leglog.ui.recovery_sheet import RecoverySheet
from leglog.ui.weekly_check import WeeklyCheck
from tests.services.actions_transfer import bring_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

NOW = dt.datetime.now().astimezone()


@pytest.fixture
def places(log_path: Path) -> Folders:
    """A folder with two workouts in a backup, one of which is only in the damaged log."""
    log = open_log(log_path)
    bring_in(log)
    places = folders(log_path.parent)
    make_backup(log_path, places.backups, NOW)
    log.close()
    return places


@pytest.fixture
def desk(places: Folders, window: QWidget) -> Desk:
    """A desk whose log is not open yet."""
    return Desk(places.database, window)


@pytest.fixture
def opening(places: Folders, desk: Desk) -> Iterator[Opening]:
    opening = Opening(desk, places)
    yield opening
    opening.finish()


def offered(qtbot: QtBot, window: QWidget) -> RecoverySheet:
    qtbot.waitUntil(lambda: bool(window.findChildren(RecoverySheet)))
    (sheet,) = window.findChildren(RecoverySheet)
    qtbot.waitUntil(sheet.repair.isEnabled)
    return sheet


def test_damaged_log_is_repaired_and_opened(
    qtbot: QtBot, places: Folders, desk: Desk, opening: Opening, window: QWidget
) -> None:
    content = places.database.read_bytes()
    places.database.write_bytes(content[:8192])
    opening.start_behind(window)
    sheet = offered(qtbot, window)
    lines = sheet.words.split("\n")
    assert lines[0] == "Of the damaged file 0 workouts and 0 back ratings could be read."
    assert lines[1].endswith("holds 2 workouts and 0 back ratings.")
    with qtbot.waitSignal(desk.ready):
        sheet.repair.click()
    (aside,) = places.data.glob("damaged-*")
    assert (aside / "leglog.db").read_bytes() == content[:8192]


def test_without_anything_left_a_new_log_is_offered(
    qtbot: QtBot, places: Folders, desk: Desk, opening: Opening, window: QWidget
) -> None:
    for backup in places.backups.iterdir():
        backup.unlink()
    places.database.write_bytes(b"")
    opening.start_behind(window)
    sheet = offered(qtbot, window)
    assert sheet.repair.text() == "&Start a new log"
    assert not sheet.backup_alone.isVisible()
    assert "There is no backup that is whole." in sheet.words
    with qtbot.waitSignal(desk.ready):
        sheet.repair.click()


def test_backup_alone_can_be_chosen(
    qtbot: QtBot, places: Folders, desk: Desk, opening: Opening, window: QWidget
) -> None:
    content = places.database.read_bytes()
    places.database.write_bytes(bytes(4096) + content[4096:])
    opening.start_behind(window)
    sheet = offered(qtbot, window)
    assert "Of the damaged file 2 workouts" in sheet.words
    with qtbot.waitSignal(desk.ready):
        sheet.backup_alone.click()


def test_repair_that_finds_no_room_is_tried_again(
    qtbot: QtBot, places: Folders, desk: Desk, opening: Opening, window: QWidget
) -> None:
    places.database.write_bytes(places.database.read_bytes()[:8192])
    in_the_way = places.data / RECOVERY_SCRATCH
    in_the_way.write_text("a file where a folder is to be")
    opening.start_behind(window)
    sheet = offered(qtbot, window)
    assert sheet.repair.text() == "&Try again"
    box = sheet.findChild(QMessageBox)
    assert box is not None
    box.close()
    in_the_way.unlink()
    sheet.repair.click()
    qtbot.waitUntil(lambda: sheet.repair.text() == "&Repair" and sheet.repair.isEnabled())
    with qtbot.waitSignal(desk.ready):
        sheet.repair.click()


def test_weekly_check_tells_of_damage(qtbot: QtBot, places: Folders, window: QWidget) -> None:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(places.database)) as connection:
        connection.execute("UPDATE workout SET started_at = 'soon'")
        connection.commit()
    WeeklyCheck(places, window).check_if_due()
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "weekly check" in box.text()
    box.close()
    assert not full_check_is_due(places.config, NOW.date())
