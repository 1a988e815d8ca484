from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget

from leglog.services.backups import backups, make_backup
from leglog.services.pain import rate_pain
from leglog.training.vocabulary import Moment
from leglog.ui.backup_keeper import BackupKeeper

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from leglog.services.training_log import TrainingLog
    from leglog.ui.desk import Desk


class Told:
    """What a keeper and its desk said, in order."""

    def __init__(self, keeper: BackupKeeper, desk: Desk) -> None:
        self.backup: list[str] = []
        self.said: list[str] = []
        keeper.told.connect(self.backup.append)
        desk.said.connect(self.said.append)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def keeper(desk: Desk, folder: Path, window: QWidget) -> BackupKeeper:
    return BackupKeeper(desk, folder, window)


@pytest.fixture
def told(keeper: BackupKeeper, desk: Desk) -> Told:
    return Told(keeper, desk)


def now() -> dt.datetime:
    return dt.datetime.now().astimezone()


def rate(log: TrainingLog, score: int) -> None:
    rate_pain(log, score, Moment.MORNING, now().date())


def test_log_without_a_copy_says_so(keeper: BackupKeeper, told: Told) -> None:
    keeper.tell()
    assert told.backup == ["No backup yet"]


def test_copy_that_is_asked_for_is_made_and_told(
    qtbot: QtBot, keeper: BackupKeeper, told: Told, folder: Path
) -> None:
    keeper.back_up_now()
    qtbot.waitUntil(lambda: bool(told.said))
    assert told.said == ["The log was backed up and the copy checked."]
    assert [words.startswith("Last backup today ") for words in told.backup] == [True]
    assert len(backups(folder)) == 1


def test_first_change_of_the_day_makes_a_copy_quietly(
    qtbot: QtBot, desk: Desk, told: Told, folder: Path
) -> None:
    rate(desk.log, 3)
    qtbot.waitUntil(lambda: bool(told.backup))
    assert len(backups(folder)) == 1
    assert told.said == []


def test_later_changes_of_the_day_make_none(
    qtbot: QtBot, desk: Desk, told: Told, folder: Path
) -> None:
    rate(desk.log, 3)
    qtbot.waitUntil(lambda: bool(told.backup))
    rate(desk.log, 4)
    assert len(backups(folder)) == 1
    assert len(told.backup) == 1


def test_copy_of_an_earlier_day_is_told_with_its_day(
    keeper: BackupKeeper, told: Told, folder: Path, log_path: Path
) -> None:
    made = make_backup(log_path, folder, now() - dt.timedelta(days=3))
    keeper.tell()
    assert told.backup[0].startswith("Last backup ")
    assert f"{made.made_at.day} " in told.backup[0]


def test_copy_of_an_earlier_day_does_not_keep_todays_out(
    qtbot: QtBot, desk: Desk, keeper: BackupKeeper, told: Told, folder: Path
) -> None:
    make_backup(desk.database, folder, now() - dt.timedelta(days=3))
    keeper.tell()
    rate(desk.log, 3)
    qtbot.waitUntil(lambda: len(told.backup) == 2)
    assert len(backups(folder)) == 2


def test_copy_that_was_asked_for_and_failed_shows_why(
    qtbot: QtBot, keeper: BackupKeeper, told: Told, folder: Path, window: QWidget
) -> None:
    folder.write_text("a file where the folder should be")
    keeper.back_up_now()
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    box = window.findChild(QMessageBox)
    assert box is not None
    assert str(folder) in box.text()
    assert told.backup == ["The last backup failed"]
    box.close()


def test_quiet_copy_that_failed_is_told_in_the_status_line_alone(
    qtbot: QtBot, desk: Desk, told: Told, folder: Path, window: QWidget
) -> None:
    folder.write_text("a file where the folder should be")
    rate(desk.log, 3)
    qtbot.waitUntil(lambda: bool(told.backup))
    assert told.backup == ["The last backup failed"]
    assert window.findChild(QMessageBox) is None


def test_failed_copy_is_tried_again_with_the_next_change(
    qtbot: QtBot, desk: Desk, told: Told, folder: Path
) -> None:
    folder.write_text("a file where the folder should be")
    rate(desk.log, 3)
    qtbot.waitUntil(lambda: bool(told.backup))
    folder.unlink()
    rate(desk.log, 4)
    qtbot.waitUntil(lambda: len(told.backup) == 2)
    assert told.backup[1].startswith("Last backup today ")
