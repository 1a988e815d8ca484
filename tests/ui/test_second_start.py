"""What a later start leaves for the window that is open."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFileOpenEvent

from leglog.ui.second_start import Application, SecondStarts, ask_window, begin_listening

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

BACKUP = Path("/media/usb/Rücken 2026.leglog")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "cache" / "show-window"
    begin_listening(file)
    return file


def heard(starts: SecondStarts) -> list[Path | None]:
    """Return a list that grows with what is asked."""
    asked: list[Path | None] = []
    starts.asked.connect(asked.append)
    return asked


def test_second_start_is_heard(qtbot: QtBot, file: Path) -> None:
    starts = SecondStarts(file)
    with qtbot.waitSignal(starts.asked) as signal:
        ask_window(file, BACKUP)
    assert signal.args == [BACKUP]


def test_every_start_is_heard_once_and_in_order(qtbot: QtBot, file: Path) -> None:
    starts = SecondStarts(file)
    asked = heard(starts)
    ask_window(file, None)
    ask_window(file, BACKUP)
    qtbot.waitUntil(lambda: len(asked) == 2)
    ask_window(file, None)
    qtbot.waitUntil(lambda: len(asked) == 3)
    starts.read()
    assert asked == [None, BACKUP, None]


def test_start_while_the_window_was_not_yet_there_is_heard(file: Path) -> None:
    ask_window(file, BACKUP)
    starts = SecondStarts(file)
    asked = heard(starts)
    starts.read()
    assert asked == [BACKUP]


def test_what_an_earlier_window_left_is_not_offered(file: Path) -> None:
    ask_window(file, BACKUP)
    begin_listening(file)
    starts = SecondStarts(file)
    asked = heard(starts)
    starts.read()
    assert asked == []


def test_line_still_being_written_waits_for_its_end(file: Path) -> None:
    starts = SecondStarts(file)
    asked = heard(starts)
    file.write_bytes(b'null\n"/media')
    starts.read()
    assert asked == [None]


def test_file_that_is_gone_asks_for_nothing(file: Path) -> None:
    starts = SecondStarts(file)
    asked = heard(starts)
    file.unlink()
    starts.read()
    assert asked == []


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have names of characters alone")
def test_name_that_is_no_text_arrives_whole(file: Path) -> None:
    odd = Path(os.fsdecode(b"/media/\xff two\nlines.leglog"))
    ask_window(file, odd)
    starts = SecondStarts(file)
    asked = heard(starts)
    starts.read()
    assert asked == [odd]


def test_file_that_macos_opens_is_announced(qtbot: QtBot, qapp: Application) -> None:
    assert isinstance(qapp, Application)
    with qtbot.waitSignal(qapp.file_opened) as signal:
        QCoreApplication.sendEvent(qapp, QFileOpenEvent(str(BACKUP)))
    assert signal.args == [BACKUP]
