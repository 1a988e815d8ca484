"""Where files live on this computer."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

DATABASE_NAME = "leglog.db"
MOVED_NAME = "data-folder.txt"
"""In the folder of choices: where the person moved the data to."""


@dataclass(frozen=True, slots=True)
class Folders:
    """The places that one run of the program uses."""

    data: Path
    config: Path
    cache: Path
    log: Path
    is_moved: bool = False
    """Whether the person has moved the data: a folder without a log is then missing, not new."""

    @property
    def database(self) -> Path:
        """The file that holds the log."""
        return self.data / DATABASE_NAME

    @property
    def log_file(self) -> Path:
        """The file of the program's own messages."""
        return self.log / "leglog.log"

    @property
    def backups(self) -> Path:
        """The folder of copies of the log."""
        return self.data / "backups"


def folders(data: Path | None = None) -> Folders:
    """Return the system's places for this user, or everything below ``data``.

    The data alone may be elsewhere, where the person has moved it.
    """
    places = _first_folders(data)
    # A note that cannot be read is none: the data is then where it was before.
    with suppress(OSError, ValueError):
        moved = (places.config / MOVED_NAME).read_text("utf-8").strip()
        if moved:
            return replace(places, data=Path(moved), is_moved=True)
    return places


def _first_folders(data: Path | None) -> Folders:
    if data is not None:
        data = data.expanduser().absolute()
        return Folders(data, data / "config", data / "cache", data / "log")
    from platformdirs import PlatformDirs

    system = PlatformDirs("LegLog", appauthor=False, roaming=False)
    return Folders(
        system.user_data_path,
        system.user_config_path,
        system.user_cache_path,
        system.user_log_path,
    )


def make_private(folder: Path) -> None:
    """Create ``folder`` so that only this user may look into it."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name == "posix":
        folder.chmod(0o700)


def resources_folder() -> Path:
    """Return the folder of catalogue, icons, style and translations."""
    bundled = Path(getattr(sys, "_MEIPASS", ""), "leglog", "_resources")
    if getattr(sys, "frozen", False):
        return bundled
    installed = Path(__file__).parent / "_resources"
    return installed if installed.is_dir() else Path(__file__).parent.parent / "resources"
