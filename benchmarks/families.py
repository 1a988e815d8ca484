"""The families of figures, by name."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from benchmarks.figures import Figure, Run

FAMILIES = {
    "start": "benchmarks.startup",
    "reading": "benchmarks.reading",
    "saving": "benchmarks.saving",
    "pages": "benchmarks.pages",
    "files": "benchmarks.files",
}


def measure(name: str, run: Run) -> list[Figure]:
    """Return the figures of a family, measured in this process."""
    figures: Callable[[Run], Iterable[Figure]] = importlib.import_module(FAMILIES[name]).figures
    return list(figures(run))
