"""What a chart takes from outside: colours, type and how numbers and dates are written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

OTHER = "other"
"""The stacked group of whatever belongs to no group; drawn on top."""


@dataclass(frozen=True, slots=True)
class ChartLook:
    """Colours by their token names, sizes in pixels at 100 %, and the locale's writing."""

    colours: Mapping[str, str]
    palette: Mapping[str, str]
    """Colour of each stacked group."""
    labels: Mapping[str, str]
    """Words for each stacked group."""
    font: str
    scale: float
    """Text size, 1.0 for 100 %."""
    number: Callable[[float], str]
    day: Callable[[dt.date], str]
    """'17 Nov'"""
    month: Callable[[dt.date], str]
    """'Nov'"""

    def size(self, px: float) -> float:
        """Return a font size in points for ``px`` of the design, at 72 dots an inch."""
        return px * self.scale
