"""A double-click on a backup: the real program, called with the file as the system calls it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from leglog.services.backups import make_backup
from leglog.services.training_log import open_log
from tests.running import running
from tests.services.actions_transfer import bring_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.running import Start

NOW = dt.datetime.now().astimezone()
# Starts the program, says when the log is open and what is offered, then closes everything.
LISTENING = """
import sys
import leglog.__main__ as command
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

def say(words):
    print(words, flush=True)

def look():
    from leglog.ui.transfer.restore_sheet import RestoreSheet
    for sheet in QApplication.topLevelWidgets():
        if isinstance(sheet, RestoreSheet) and "entered after" in sheet.changes.sentence:
            say(sheet.changes.sentence)
            QApplication.quit()

import leglog.app
answer = leglog.app._answer_menus
def opened(*given, **named):
    answer(*given, **named)
    say("opened")
leglog.app._answer_menus = opened

begin = leglog.app.Opening.start_after_first_paint
def started(opening, window):
    begin(opening, window)
    opening.clock = QTimer(interval=50)
    opening.clock.timeout.connect(look)
    opening.clock.start()
    QTimer.singleShot(40_000, QApplication.quit)
leglog.app.Opening.start_after_first_paint = started
sys.exit(command.main(sys.argv[1:]))
"""
WHAT_WOULD_GO = "2 workouts (3 sets) entered after mine.leglog would not be in LegLog any more."


@pytest.fixture
def backup(log_path: Path, tmp_path: Path) -> Path:
    """A backup made before two workouts came in."""
    made = make_backup(log_path, tmp_path, NOW)
    log = open_log(log_path)
    bring_in(log)
    log.close()
    return made.path.rename(tmp_path / "mine.leglog")


@pytest.fixture
def start(log_path: Path, backup: Path) -> Iterator[Start]:
    """Return a function that starts the program beside the backup."""
    with running(log_path.parent, backup.parent) as start:
        yield start


@pytest.mark.parametrize("name", ["mine.leglog", "./mine.leglog"])
def test_backup_that_is_opened_is_offered(start: Start, name: str) -> None:
    process = start(LISTENING, name)
    out, _err = process.communicate(timeout=60)
    assert out.splitlines() == ["opened", WHAT_WOULD_GO]
    assert process.returncode == 0


def test_backup_opened_while_the_window_is_there_is_offered_by_that_window(start: Start) -> None:
    first = start(LISTENING)
    assert first.stdout is not None
    assert first.stdout.readline() == "opened\n"
    second = start(LISTENING, "mine.leglog")
    assert second.communicate(timeout=60)[0] == ""
    assert second.returncode == 0
    assert first.communicate(timeout=60)[0].splitlines() == [WHAT_WOULD_GO]
