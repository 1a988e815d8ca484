from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks.__main__ import page
from benchmarks.families import FAMILIES, measure
from benchmarks.figures import Figure, Run, Target

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def quick(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A run on one tiny log, which all families share."""
    return Run.quick(tmp_path_factory.mktemp("bench"))


@pytest.mark.parametrize("family", [name for name in FAMILIES if name != "start"])
def test_every_family_measures_a_tiny_log(family: str, quick: Run, qtbot: QtBot) -> None:
    figures = measure(family, quick)
    assert figures
    assert all(figure.ours >= 0 for figure in figures)
    assert not any(figure.forbidden for figure in figures)


def test_the_command_prints_a_table() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", "start", "--quick"],
        capture_output=True, text=True, check=False, cwd=ROOT, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "| start, Today painted, tiny |" in done.stdout


def test_a_ratio_above_its_target_is_missed() -> None:
    assert Figure("a", floor=2, ours=7, target=Target(3)).misses
    assert not Figure("a", floor=2, ours=6, target=Target(3)).misses


def test_a_time_is_held_against_its_milliseconds() -> None:
    assert Figure("a", floor=None, ours=9, target=Target(8, is_time=True)).misses
    assert not Figure("a", floor=None, ours=9, target=Target(3)).misses


def test_the_page_has_a_line_for_every_figure() -> None:
    text = page([Figure("one", 1, 2, Target(3)), Figure("two", None, 50, unit="MB")])
    assert "| one | 1.00 ms | 2.00 ms | 2.00 × | ≤ 3 × |  |" in text
    assert "| two |  | 50.0 MB |  |  |  |" in text
