"""Tries the program's parts on a log of its own, in an installed copy as in a checkout."""

from __future__ import annotations

import platform
import sqlite3
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from leglog import __version__
from leglog.paths import resources_folder

if TYPE_CHECKING:
    from collections.abc import Callable


def self_test() -> int:
    """Print a line for each part and return 0 when all work, else 1."""
    print(
        f"LegLog {__version__}, Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}, {platform.platform()}"
    )
    with tempfile.TemporaryDirectory() as folder:
        results = [_try(name, part, Path(folder)) for name, part in _PARTS.items()]
    return 0 if all(results) else 1


def _try(name: str, part: Callable[[Path], str], folder: Path) -> bool:
    try:
        found = part(folder)
    except Exception as error:
        print(f"FAILED  {name}: {type(error).__name__}: {error}")
        return False
    print(f"ok      {name}: {found}")
    return True


def _resources(_folder: Path) -> str:
    icons = sorted((resources_folder() / "icons").glob("*.svg"))
    for icon in icons:
        ET.parse(icon)  # noqa: S314  our own files
    if not icons:
        raise FileNotFoundError(resources_folder())
    return f"{len(icons)} icons"


def _log(folder: Path) -> str:
    from leglog.services.checking import check_log
    from leglog.services.training_log import open_log

    log = open_log(folder / "leglog.db")
    try:
        report = check_log(log)
    finally:
        log.close()
    if report.problems:
        raise ValueError("; ".join(report.problems))
    return f"a new log with {report.tables['exercise']} exercises"


def _chart(folder: Path) -> str:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(2, 1))
    FigureCanvasAgg(figure)
    figure.subplots().plot([1, 2, 3])
    picture = folder / "chart.png"
    figure.savefig(picture)
    return f"a picture of {picture.stat().st_size} bytes"


_PARTS: dict[str, Callable[[Path], str]] = {
    "resources": _resources,
    "log": _log,
    "chart": _chart,
}
