"""All figures with their floors and targets, as one table.

Each family runs in a process of its own, so that none finds the memory or the modules of another.
No time is held to anything; the exit code is 1 only where the first paint imported something heavy.

    python -m benchmarks [start reading saving pages files] [--quick] [--runs 7] [--write]
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
import sqlite3
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.families import FAMILIES, measure
from benchmarks.figures import Figure, Run, table

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parent.parent
KEPT, BIG_LOGS = ROOT / "docs" / "performance.md", ROOT / "build" / "bench"


def main() -> int:
    """Measure, print and keep; see the module."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[[], *FAMILIES], metavar="name")
    parser.add_argument("--quick", action="store_true", help="a tiny log, once: does it run?")
    parser.add_argument("--write", action="store_true", help=f"keep it in {KEPT.name}")
    parser.add_argument("--runs", type=int, default=7, help="rounds of which the median counts")
    options = parser.parse_args()
    if options.write and (options.names or options.quick):
        parser.error("the page keeps all figures or none")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    names = options.names or list(FAMILIES)
    with tempfile.TemporaryDirectory() as scratch:
        run = Run.quick(Path(scratch)) if options.quick else Run(BIG_LOGS, options.runs)
        found: list[Figure] = []
        for name in names:
            measured = _in_a_process(name, run)
            print("\n".join(table(measured)), end="\n\n", flush=True)
            found += measured
    if options.write:
        KEPT.parent.mkdir(exist_ok=True)
        KEPT.write_text(page(found), "utf-8")
    heavy = sorted({module for figure in found for module in figure.forbidden})
    if heavy:
        print("imported by the first paint that should not be:", ", ".join(heavy))
    return 1 if heavy else 0


def _in_a_process(name: str, run: Run) -> list[Figure]:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(measure, name, run).result()


def page(figures: Iterable[Figure]) -> str:
    """Return the page that keeps the figures, with the day and the machine."""
    return "\n".join(
        [
            "# How quick it is",
            "",
            f"Measured on {dt.date.today().isoformat()} "  # noqa: DTZ011  a local calendar day
            f"on {machine()}.",
            "",
            "Each figure stands beside a floor that was measured in turns with it: only the ratio",
            "can be compared between machines, and on a busy one no figure is exact. Times in one",
            "process are CPU time; starts, saving and backups are by the clock. `make bench`",
            "measures again, and each module of `benchmarks/` says what its floor is.",
            "",
            *table(figures),
            "",
        ]
    )


def machine() -> str:
    """Return what the figures were measured on, without its name."""
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, "
        f"CPython {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )


if __name__ == "__main__":
    sys.exit(main())
