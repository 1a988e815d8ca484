"""Programs that run beside a test, each in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Start = Callable[..., subprocess.Popen[str]]

CHECKOUT = Path(__file__).parents[1]


@contextmanager
def running(data: Path, folder: Path = CHECKOUT) -> Iterator[Start]:
    """Yield a function that starts the program on ``data``, called from ``folder``.

    It takes a program of its own, which gets the arguments, or "" for LegLog as it is; what still
    runs is ended after.
    """
    started: list[subprocess.Popen[str]] = []

    def start(program: str = "", *arguments: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [
                *(sys.executable, *(("-c", program) if program else ("-m", "leglog"))),
                *("--data-dir", str(data), *arguments),
            ],
            cwd=folder,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(CHECKOUT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    try:
        yield start
    finally:
        for process in started:
            process.kill()
            process.communicate()
