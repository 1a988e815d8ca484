"""What a chart says at its places, and which of them is nearest to a point."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from leglog.charts.panel import Panel


@dataclass(frozen=True, slots=True)
class Reading:
    """The values at one place of a chart, in words; ``x`` or ``y`` is None where it is a line."""

    words: tuple[str, ...]
    """What it is about, then its values."""
    x: float | None = None
    y: float | None = None
    panel: int | None = None
    """The one panel that it belongs to, from the top or left; None for all."""
    day: dt.date | None = None
    """The day to open for what is behind it."""

    @property
    def sentence(self) -> str:
        """All its words in one line."""
        return " · ".join(self.words)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the figure in points from its lower left corner; None runs across."""

    x: float | None
    y: float | None


def spots(panels: Sequence[Panel], readings: Sequence[Reading]) -> list[Spot]:
    """Return where each reading stands on the figure as it was drawn."""
    found = []
    for reading in readings:
        panel = panels[reading.panel or 0]
        x = None if reading.x is None else panel.box.left + panel.x_points(reading.x)
        y = None if reading.y is None else panel.box.bottom + panel.y_points(reading.y)
        found.append(Spot(x, y))
    return found


def nearest(places: Sequence[Spot], x: float, y: float) -> int | None:
    """Return which of the places is nearest to a point, None where there are none."""
    best, least = None, math.inf
    for number, spot in enumerate(places):
        across = 0.0 if spot.x is None else spot.x - x
        up = 0.0 if spot.y is None else spot.y - y
        distance = across * across + up * up
        if distance < least:
            best, least = number, distance
    return best
