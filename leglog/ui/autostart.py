"""Starting with the computer, minimised: what each system looks for when a person logs in."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QSettings, QStandardPaths

from leglog import paths

if TYPE_CHECKING:
    from collections.abc import Sequence

MINIMISED = "--minimised"
NAME = "org.leglog.LegLog"
RUN_KEY = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run"
_ESCAPED = str.maketrans({mark: f"\\{mark}" for mark in '\\"`$'})


class Autostart(Protocol):
    """One system's way."""

    @property
    def is_on(self) -> bool:
        """Whether the program starts with the computer."""

    def switch(self, *, on: bool) -> None:
        """Write the entry or remove it; raises OSError where it cannot be written."""


class StartFile:
    """A file in a folder that the system reads: freedesktop.org's and Apple's way."""

    def __init__(self, path: Path, content: bytes) -> None:
        self._path, self._content = path, content

    @property
    def is_on(self) -> bool:
        """Whether the file is there."""
        return self._path.exists()

    def switch(self, *, on: bool) -> None:
        """Write the file or remove it."""
        if not on:
            self._path.unlink(missing_ok=True)
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.write_bytes(self._content)


class StartValue:
    """A value in the registry of Windows."""

    def __init__(self, run: QSettings, command: str) -> None:
        self._run, self._command = run, command

    @property
    def is_on(self) -> bool:
        """Whether the value is there."""
        return self._run.contains("LegLog")

    def switch(self, *, on: bool) -> None:
        """Write the value or remove it."""
        if on:
            self._run.setValue("LegLog", self._command)
        else:
            self._run.remove("LegLog")
        self._run.sync()
        if self._run.status() is not QSettings.Status.NoError:
            raise PermissionError(RUN_KEY)


def autostart_of(database: Path) -> Autostart | None:
    """Return this system's way to start on the log; None where there is none.

    Without an installed program or a ``leglog`` command there is nothing to start, and a log that
    was named on the command line is not the one that a start without arguments would open.
    """
    program = installed_program()
    if program is None or database != paths.folders().database:
        return None
    command = (program, MINIMISED)
    if sys.platform == "win32":
        line = subprocess.list2cmdline(command)
        return StartValue(QSettings(RUN_KEY, QSettings.Format.NativeFormat), line)
    if sys.platform == "darwin":
        folder = Path.home() / "Library" / "LaunchAgents"
        return StartFile(folder / f"{NAME}.plist", launch_agent(command))
    config = QStandardPaths.StandardLocation.GenericConfigLocation
    folder = Path(QStandardPaths.writableLocation(config)) / "autostart"
    return StartFile(folder / f"{NAME}.desktop", desktop_entry(command))


def installed_program() -> str | None:
    """Return what to start: the bundle that runs, or the command; None where there is neither."""
    if getattr(sys, "frozen", False):
        return sys.executable
    return shutil.which("leglog")


def desktop_entry(command: Sequence[str]) -> bytes:
    """Return an entry of freedesktop.org's Desktop Entry Specification 1.5."""
    # Quoted for the command line, then once more for the file, where % and \ have a meaning too.
    words = (f'"{word.translate(_ESCAPED)}"' for word in command)
    line = " ".join(words).replace("\\", "\\\\").replace("%", "%%")
    entry = f"[Desktop Entry]\nType=Application\nName=LegLog\nIcon={NAME}\nExec={line}\n"
    return entry.encode()


def launch_agent(command: Sequence[str]) -> bytes:
    """Return a property list that launchd runs at login (launchd.plist(5))."""
    import plistlib

    agent = {"Label": NAME, "ProgramArguments": list(command), "RunAtLoad": True}
    return plistlib.dumps(agent)
