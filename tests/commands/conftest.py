"""The command line, called in this process for speed and in one of its own where that counts."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from leglog.__main__ import main
from tests.services.actions_transfer import STRONG

CHECKOUT = Path(__file__).parents[2]


class Answer(NamedTuple):
    """What the command line came back with."""

    code: int
    out: str
    err: str


Leglog = Callable[..., Answer]


@pytest.fixture
def leglog(log_path: Path, capsys: pytest.CaptureFixture[str]) -> Leglog:
    """Return a function that runs the command line on a new log, within this process."""

    def run(*arguments: object) -> Answer:
        capsys.readouterr()
        try:
            code: object = main(["--data-dir", str(log_path.parent), *map(str, arguments)])
        except SystemExit as exit_:
            code = exit_.code
        assert isinstance(code, int)
        return Answer(code, *capsys.readouterr())

    return run


@pytest.fixture
def leglog_alone(log_path: Path) -> Leglog:
    """Return a function that runs the command line on the same log in a process of its own."""

    def run(*arguments: object, program: str = "", encoding: str = "utf-8") -> Answer:
        start = ["-c", program] if program else ["-m", "leglog"]
        done = subprocess.run(
            [sys.executable, *start, "--data-dir", log_path.parent, *map(str, arguments)],
            cwd=CHECKOUT,
            env=os.environ | {"PYTHONIOENCODING": encoding},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        return Answer(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture
def strong(tmp_path: Path) -> Path:
    """A small export without a unit: two workouts, three sets, a rest timer."""
    path = tmp_path / "strong.csv"
    path.write_bytes(STRONG)
    return path
