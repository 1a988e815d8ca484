"""What comes to the open window from outside: a second start, or a backup that was double-clicked.

A second start leaves a line in a file that the window watches: LegLog opens no socket.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QFileSystemWatcher, QObject, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from leglog.paths import make_private

if TYPE_CHECKING:
    from collections.abc import Sequence


def begin_listening(file: Path) -> None:
    """Lay down the file that a second start writes to, without what an earlier window left."""
    make_private(file.parent)
    file.write_bytes(b"")


def ask_window(file: Path, backup: Path | None) -> None:
    """Ask the window that watches ``file`` to show itself, and to offer ``backup``.

    A line is added in one write, so that two starts at once are both heard.
    """
    line = json.dumps(None if backup is None else str(backup)) + "\n"
    with file.open("ab", buffering=0) as asked:
        asked.write(line.encode("ascii"))


class SecondStarts(QObject):
    """Hears the second starts, also those from before it was there."""

    asked = Signal(object)
    """Carries the Path of the backup to offer, or None where only the window is wanted."""

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file, self._heard = file, 0
        self._watcher = QFileSystemWatcher([str(file)], self)
        self._watcher.fileChanged.connect(self.read)

    def read(self) -> None:
        """Announce what was asked since the last time."""
        try:
            lines = self._file.read_bytes().splitlines(keepends=True)
        except OSError:
            return
        whole = [line for line in lines if line.endswith(b"\n")]
        new, self._heard = whole[self._heard :], len(whole)
        for line in new:
            path = json.loads(line)
            self.asked.emit(None if path is None else Path(path))


class Application(QApplication):
    """Hears what macOS opens with the program, which is no argument there but an event."""

    file_opened = Signal(object)
    """Carries the Path of a file that was double-clicked."""

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))

    def event(self, event: QEvent) -> bool:
        """Take the files that the system asks to open."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_opened.emit(Path(event.file()))
            return True
        return super().event(event)
