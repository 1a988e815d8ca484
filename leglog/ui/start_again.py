"""Starting the program once more: beside this window, or in its place."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess

from leglog import paths

if TYPE_CHECKING:
    from pathlib import Path

START_AGAIN = 75
"""What the window's loop is left with to be opened anew; no command ends with it."""


def start_beside(folder: Path | None) -> None:
    """Start the program on the folder, or on the system's places."""
    module = [] if getattr(sys, "frozen", False) else ["-m", "leglog"]
    data = [] if folder is None else ["--data-dir", str(folder)]
    QProcess.startDetached(sys.executable, [*module, *data])


def start_again(folders: paths.Folders) -> None:
    """Start the program on the places on which it was started before."""
    is_usual = folders.config == paths.folders().config
    start_beside(None if is_usual else folders.config.parent)
