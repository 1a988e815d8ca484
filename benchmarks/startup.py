"""Time from process start to the first painted Today page, and memory, against a bare window.

Both are started in turns, each on a virtual or real screen; the ratio of their medians counts,
since machines are noisy. Fails where something heavy is imported by the first paint.

    python -m benchmarks.startup [--runs 9]
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.big_logs import ONE_YEAR, TEN_YEARS, big_log
from benchmarks.figures import Figure, Run, Target, table

if TYPE_CHECKING:
    from collections.abc import Iterator

PAINTED, FIRST_EVER, USABLE = Target(1.3), Target(1.6), Target(2.5)
SETTLED_MB, CHART_MB = Target(1.8), Target(3)
FORBIDDEN = ("sqlalchemy", "alembic", "matplotlib", "numpy", "PIL")
ROOT = Path(__file__).parent.parent
BUNDLE = ROOT / "build" / "dist" / "leglog" / "leglog"
MEMORY_RUNS = 3


@dataclass(frozen=True, slots=True)
class Told:
    """What a started program told: milliseconds since its start, megabytes, modules."""

    ms: float
    mb: float = 0
    modules: frozenset[str] = field(default_factory=frozenset)


Start = Callable[[], Told]


def figures(run: Run) -> Iterator[Figure]:
    """Start the window in every way there is."""
    with tempfile.TemporaryDirectory(dir=run.folder) as name:
        folder = Path(name)
        sizes = [size for size in run.sizes if size.sets <= TEN_YEARS.sets]
        for size in sizes:
            data = _data_folder(folder / size.name.replace(" ", "-"), big_log(run.folder, size))
            yield from _warm(run, data, size.name)
        if not run.is_quick:
            yield from _memory(run, data)
            yield from _cold(run, data)
            yield _first_ever(run, folder)


def _warm(run: Run, data: Path, name: str) -> Iterator[Figure]:
    bare, painted, usable = _in_turns(
        run.repeats, _driver("bare"), _driver("painted", data), _driver("usable", data)
    )
    heavy = tuple(each for each in FORBIDDEN if each in painted[-1].modules)
    floor = _median(bare)
    yield Figure(f"start, Today painted, {name}", floor, _median(painted), PAINTED, "ms", heavy)
    yield Figure(f"start, everything usable, {name}", floor, _median(usable), USABLE)
    if BUNDLE.exists() and not run.is_quick:
        bare, built = _in_turns(run.repeats, _bare_flushed(), _bundle(data))
        yield Figure(
            f"start of the built program, painted, {name}", _median(bare), _median(built), PAINTED
        )


def _memory(run: Run, data: Path) -> Iterator[Figure]:
    repeats = min(run.repeats, MEMORY_RUNS)
    bare, settled, chart = _in_turns(
        repeats, _driver("bare-settled"), _driver("settled", data), _driver("chart", data)
    )
    floor = statistics.median(told.mb for told in bare)
    for name, found, target in (
        ("memory after start", settled, SETTLED_MB),
        ("memory with a chart open", chart, CHART_MB),
    ):
        ours = statistics.median(told.mb for told in found)
        yield Figure(name, floor, ours, target, "MB")


def _cold(run: Run, data: Path) -> Iterator[Figure]:
    """Start with the program's files dropped from the file cache, where the system allows it."""
    if not hasattr(os, "posix_fadvise"):
        return
    folders = [Path(sysconfig.get_path("purelib")), Path(sysconfig.get_path("stdlib"))]
    folders += [ROOT / "leglog", ROOT / "resources", data]

    def cold(start: Start, *dropped: Path) -> Start:
        def drop_and_start() -> Told:
            for folder in dropped:
                _drop_from_cache(folder)
            return start()

        return drop_and_start

    repeats = min(run.repeats, 5)
    bare, painted = _in_turns(
        repeats, cold(_driver("bare"), *folders), cold(_driver("painted", data), *folders)
    )
    yield Figure("start, cold file cache", _median(bare), _median(painted), PAINTED)
    if BUNDLE.exists():
        bare, built = _in_turns(
            repeats,
            cold(_bare_flushed(), *folders),
            cold(_bundle(data), BUNDLE.parent, data),
        )
        yield Figure(
            "start of the built program, cold file cache", _median(bare), _median(built), PAINTED
        )


def _first_ever(run: Run, folder: Path) -> Figure:
    """Start in a home where nothing is: no log, no settings, no font cache."""

    def first_start() -> Told:
        home = folder / "home"
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir()
        return _driver("painted", home=home)()

    bare, ours = _in_turns(run.repeats, _driver("bare"), first_start)
    return Figure("first ever start, painted", _median(bare), _median(ours), FIRST_EVER)


def _in_turns(repeats: int, *starts: Start) -> list[list[Told]]:
    """Start each in turns; a first round fills the file cache and is left out, if not alone."""
    found: list[list[Told]] = [[] for _start in starts]
    for _round in range(repeats + (repeats > 1)):
        for place, start in enumerate(starts):
            found[place].append(start())
    return [each[-repeats:] for each in found]


def _median(found: list[Told]) -> float:
    return statistics.median(told.ms for told in found)


def _driver(wanted: str, data: Path | None = None, home: Path | None = None) -> Start:
    """Return what starts ``benchmarks.start_driver``."""
    command = [sys.executable, "-m", "benchmarks.start_driver", wanted]
    if data is not None:
        command += ["--data-dir", str(data)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    # Some machines switch bytecode files off; a start without them is no one's start.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if home is not None:
        environment |= {name: str(home) for name in ("HOME", "APPDATA", "LOCALAPPDATA")}
        environment = {k: v for k, v in environment.items() if not k.startswith("XDG_")}

    def start() -> Told:
        started = time.time()
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, timeout=120, env=environment
        )
        if done.returncode:
            raise RuntimeError(done.stderr)
        told = json.loads(done.stdout)
        return Told((told["at"] - started) * 1000, told["mb"], frozenset(told["modules"]))

    return start


_BARE = """
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
window.setCentralWidget(QLabel("bare"))
window.show()
app.exec()
"""


def _bare_flushed() -> Start:
    return _flushed([sys.executable, "-c", _BARE])


def _bundle(data: Path) -> Start:
    return _flushed([str(BUNDLE), "--data-dir", str(data)])


def _flushed(command: list[str]) -> Start:
    """Return what starts a program of which only Qt's own messages can be heard."""
    environment = os.environ | {"QT_LOGGING_RULES": "qt.widgets.painting=true"}

    def start() -> Told:
        started = time.time()
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environment
        )
        try:
            for line in process.stderr or ():
                if "Flushing" in line:
                    return Told((time.time() - started) * 1000)
        finally:
            process.kill()
            process.communicate()
        raise LookupError(command[0])

    return start


def _drop_from_cache(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _data_folder(folder: Path, log: Path) -> Path:
    folder.mkdir()
    shutil.copyfile(log, folder / "leglog.db")
    return folder


def main() -> int:
    """Print the figures; return 1 where a forbidden module was imported by the first paint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    folder = ROOT / "build" / "bench"
    found = list(figures(Run(folder, options.runs, (ONE_YEAR, TEN_YEARS))))
    print("\n".join(table(found)))
    heavy = sorted({name for figure in found for name in figure.forbidden})
    print("imported by the first paint that should not be:", ", ".join(heavy) or "nothing")
    return 1 if heavy else 0


if __name__ == "__main__":
    sys.exit(main())
