"""The real program in a process of its own, from its start to the painted window and beyond."""

from __future__ import annotations

import json
import signal
import sys
from typing import TYPE_CHECKING, cast

import pytest

from leglog.models.lock import FolderLock
from tests.running import running

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator
    from pathlib import Path

    from tests.running import Start

# Starts the program as a person does and tells what the window does; answers what it asks.
LISTENING = """
import json, sys
import leglog.__main__ as command
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from leglog.ui.opening import Opening

def say(word, more=None):
    print(json.dumps([word, more]), flush=True)

class Listener(QObject):
    is_painted = False

    def eventFilter(self, window, event):
        if event.type() is QEvent.Type.Paint and not self.is_painted:
            self.is_painted = True
            say("painted", sorted(sys.modules))
        if event.type() is QEvent.Type.WindowStateChange:
            say("minimised" if window.isMinimized() else "raised")
            window.isMinimized() or QApplication.quit()
        return False

class Heard(Opening):
    def start_after_first_paint(self, window):
        super().start_after_first_paint(window)
        self.listener = Listener()
        window.installEventFilter(self.listener)
        QTimer.singleShot(30_000, QApplication.quit)

    def _on_opened(self, log):
        super()._on_opened(log)
        say("opened", self._window.isMinimized())
        self._window.showMinimized() if WAITS else QApplication.quit()

    def _on_refused(self, error):
        super()._on_refused(error)
        say("refused", self._trouble.text())
        self._trouble.stop.click()

QMessageBox.warning = lambda _parent, _title, text: say("box", text)
import leglog.app
leglog.app.Opening = Heard
sys.exit(command.main(sys.argv[1:]))
"""
QUITS, WAITS = f"WAITS = False\n{LISTENING}", f"WAITS = True\n{LISTENING}"
HEAVY = {"matplotlib", "numpy", "PIL", "alembic", "sqlalchemy", "rapidfuzz"}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def start(data: Path) -> Iterator[Start]:
    """Return a function that starts the program on one folder."""
    with running(data) as start:
        yield start


def said(process: subprocess.Popen[str]) -> dict[str, object]:
    """Wait for the end; return what was said, word by word."""
    out, _err = process.communicate(timeout=60)
    return dict(json.loads(line) for line in out.splitlines())


def test_window_is_painted_before_anything_heavy_is_loaded(start: Start, data: Path) -> None:
    process = start(QUITS)
    heard = said(process)
    assert list(heard) == ["painted", "opened"]
    loaded = {str(name).partition(".")[0] for name in cast("list[str]", heard["painted"])}
    assert "PySide6" in loaded
    assert loaded & HEAVY == set()
    assert process.returncode == 0
    assert (data / "leglog.db").is_file()


@pytest.mark.parametrize(("arguments", "minimised"), [((), False), (("--minimised",), True)])
def test_log_is_opened_in_a_minimised_window_too(
    start: Start, arguments: tuple[str, ...], minimised: bool
) -> None:
    assert said(start(QUITS, *arguments))["opened"] is minimised


def test_closed_window_leaves_nothing_that_a_next_start_would_wait_for(
    start: Start, data: Path
) -> None:
    said(start(QUITS))
    FolderLock(data).release()
    assert not (data / "cache" / "show-window").exists()


def test_second_start_ends_at_once_and_raises_the_first_window(start: Start) -> None:
    first = start(WAITS)
    assert first.stdout is not None
    next(line for line in first.stdout if json.loads(line)[0] == "minimised")
    second = start()
    assert second.communicate(timeout=60) == ("", "")
    assert second.returncode == 0
    assert list(said(first)) == ["raised"]
    assert first.returncode == 0


@pytest.mark.parametrize("terminal", ["", "import sys; sys.stderr = None\n"], ids=["yes", "no"])
def test_start_while_a_command_has_the_folder_says_so(
    start: Start, data: Path, terminal: str
) -> None:
    with FolderLock(data):
        process = start(terminal + QUITS)
        heard = said(process)
    assert list(heard) == ["box"]
    assert "LegLog is already open with the data in" in str(heard["box"])
    assert process.returncode == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_crash_of_a_library_leaves_where_it_was(start: Start, data: Path) -> None:
    process = start(WAITS)
    assert process.stdout is not None
    next(line for line in process.stdout if json.loads(line)[0] == "minimised")
    process.send_signal(signal.SIGSEGV)
    process.communicate(timeout=60)
    assert "Segmentation fault" in (data / "log" / "crash.log").read_text("utf-8")


def test_what_a_killed_window_left_is_not_taken_for_a_window(start: Start, data: Path) -> None:
    first = start(WAITS)
    assert first.stdout is not None
    next(line for line in first.stdout if json.loads(line)[0] == "minimised")
    first.kill()
    first.communicate()
    assert (data / "cache" / "show-window").exists()
    with FolderLock(data):
        second = start(QUITS)
        assert list(said(second)) == ["box"]


def test_damaged_log_is_told_in_the_window_and_kept(start: Start, data: Path) -> None:
    data.mkdir()
    content = b"minutes of a meeting, long enough to be read as a header" * 20
    (data / "leglog.db").write_bytes(content)
    process = start(QUITS)
    heard = said(process)
    assert list(heard) == ["painted", "refused"]
    assert "is damaged and cannot be read" in str(heard["refused"])
    assert process.returncode == 1
    assert (data / "leglog.db").read_bytes() == content
