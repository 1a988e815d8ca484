"""What a benchmark gives: a figure beside the floor that was measured in turns with it."""

from __future__ import annotations

import gc
import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.big_logs import SIZES, TINY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from benchmarks.big_logs import Size


@dataclass(frozen=True, slots=True)
class Target:
    """At most so much: times the floor, or milliseconds where ``is_time``."""

    most: float
    is_time: bool = False

    def __str__(self) -> str:
        return f"≤ {self.most:g} ms" if self.is_time else f"≤ {self.most:g} ×"


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table; milliseconds, or megabytes where ``unit`` says so."""

    name: str
    floor: float | None
    ours: float
    target: Target | None = None
    unit: str = "ms"
    forbidden: tuple[str, ...] = ()
    """Modules that were imported too early."""

    @property
    def ratio(self) -> float | None:
        """How many times the floor; None where there is none."""
        return self.ours / self.floor if self.floor else None

    @property
    def misses(self) -> bool:
        """Whether the target was not reached in this run."""
        if self.target is None:
            return False
        value = self.ours if self.target.is_time else self.ratio
        return value is not None and value > self.target.most


@dataclass(frozen=True, slots=True)
class Run:
    """How much is measured: on which logs, how often, and where files may be put."""

    folder: Path
    """Big logs stay here between runs."""
    repeats: int = 7
    sizes: tuple[Size, ...] = SIZES
    is_quick: bool = False

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)

    @classmethod
    def quick(cls, folder: Path) -> Run:
        """Return a run that only shows that everything can be measured."""
        return cls(folder, repeats=1, sizes=(TINY,), is_quick=True)


def in_turns(repeats: int, *works: Callable[[], object], cpu: bool = True) -> tuple[float, ...]:
    """Do the works in turns and return the median milliseconds of each.

    A first round fills the caches and is left out, but where it is the only one. CPU time is what
    neighbours on the machine disturb least; where the disk is waited for, ``cpu`` is off.
    """
    clock = time.process_time if cpu else time.perf_counter
    taken: list[list[float]] = [[] for _work in works]
    gc.collect()
    for _round in range(repeats + (repeats > 1)):
        for place, work in enumerate(works):
            started = clock()
            work()
            taken[place].append((clock() - started) * 1000)
    return tuple(statistics.median(each[-repeats:]) for each in taken)


def table(figures: Iterable[Figure]) -> list[str]:
    """Return the figures as lines of a Markdown table, the missed targets marked."""
    lines = [
        "| figure | floor | ours | ratio | target | |",
        "|---|--:|--:|--:|--:|---|",
    ]
    return lines + [f"| {' | '.join(_cells(figure))} |" for figure in figures]


def _cells(figure: Figure) -> tuple[str, ...]:
    return (
        figure.name,
        "" if figure.floor is None else f"{_short(figure.floor)} {figure.unit}",
        f"{_short(figure.ours)} {figure.unit}",
        "" if figure.ratio is None else f"{figure.ratio:.2f} ×",
        "" if figure.target is None else str(figure.target),
        "missed" if figure.misses else "",
    )


def _short(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:.0f}"
